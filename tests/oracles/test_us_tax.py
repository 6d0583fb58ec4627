"""Take-home in the United States beside Tax-Calculator, household by household, to the dollar."""

from datetime import date
from typing import Any

import pytest

from calculators.catalogue.take_home.children import from_counts
from calculators.catalogue.take_home.us.calculator import CALCULATOR

from .oracle import taxes_by
from .us_households import households

pytestmark = pytest.mark.oracle

LOSS_LIMIT = {"2025": 313_000, "2026": 256_000}
PLAN_LIMIT = {"2025": 70_000, "2026": 72_000}
COMPARED = (
    "self_employment_tax",
    "additional_medicare_tax",
    "qbi_deduction",
    "taxable_income",
    "income_tax",
    "investment_tax",
    "federal_tax",
)
PLAIN, FULL = 3_000, 2_000
ASKED = {
    "older_children": 0,
    "other_dependents": 0,
    "blind": "no",
    "other_income": 0.0,
    "investment_income": 0.0,
    "health_insurance": 0.0,
    "retirement": 0.0,
}


def by_us(household: dict[str, Any]) -> dict[str, float]:
    inputs, errors = CALCULATOR.read(from_counts(household))
    assert not errors, (household, errors)
    outcome = CALCULATOR.outcome(inputs, date(2026, 11, 23))
    return {name: outcome.number(name) for name in (*COMPARED, "tax_without_gig")}


def for_the_oracle(household: dict[str, Any], gig: bool) -> dict[str, Any]:
    """Return the household with a separately computed profit and the deductions that the profit limits."""
    inputs = ASKED | household
    rent = inputs.get("let_receipts", 0.0) - inputs.get("let_expenses", 0.0)
    served = inputs.get("let_services") == "substantial"
    if inputs.get("let_home", "yes") == "yes":
        rent = max(0.0, rent)
    profit = inputs["gross_receipts"] - inputs["expenses"] + (rent if served else 0.0) if gig else 0.0
    limit = LOSS_LIMIT[inputs["tax_year"]] * (2 if inputs["filing_status"] == "joint" else 1)
    base = {"2025": 176_100, "2026": 184_500}[inputs["tax_year"]]
    net = max(0.0, profit) * 0.9235
    half = (0.124 * min(net, max(0.0, base - inputs["wages"])) + 0.029 * net) / 2 if net >= 400 else 0.0
    most = PLAN_LIMIT[inputs["tax_year"]]
    retirement = min(inputs["retirement"], most, max(0.0, profit - half))
    return {
        **inputs,
        "profit": max(profit, -limit),
        "rent": max(0.0, rent) if gig and not served else 0.0,
        "retirement": retirement,
        "health_insurance": min(inputs["health_insurance"], max(0.0, profit - half - retirement)),
    }


def test_households_pay_what_tax_calculator_says() -> None:
    drawn = households(PLAIN, FULL)
    ours = [by_us(household) for household in drawn]
    theirs = taxes_by("us_taxcalc.py", [for_the_oracle(household, gig=True) for household in drawn])
    without = taxes_by("us_taxcalc.py", [for_the_oracle(household, gig=False) for household in drawn])
    wrong = []
    for household, mine, other, bare in zip(drawn, ours, theirs, without, strict=True):
        other["tax_without_gig"] = bare["federal_tax"]
        apart = {name: (mine[name], other[name]) for name in mine if abs(mine[name] - other[name]) > 1}
        if apart:
            wrong.append(f"{household}: ours and theirs {apart}, minimum tax {other['minimum_tax']}")
    assert not any(other["minimum_tax"] for other in (*theirs, *without)), "docs/oracles.md says that there is none"
    print(f"\n{len(drawn) - len(wrong):,} of {len(drawn):,} households agree to the dollar in every figure")
    assert not wrong, f"{len(wrong)} of {len(drawn)} households differ\n" + "\n".join(wrong[:20])
