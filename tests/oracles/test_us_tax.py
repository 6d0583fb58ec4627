"""Take-home in the United States beside Tax-Calculator, household by household, to the dollar."""

import json
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from calculators.catalogue.take_home.us.calculator import CALCULATOR

from .us_households import households

pytestmark = pytest.mark.oracle

FOLDER = Path(__file__).parent
PYTHON = FOLDER.parents[1] / ".build" / "oracle-venv" / "bin" / "python"
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
    inputs, errors = CALCULATOR.read(household)
    assert not errors, (household, errors)
    outcome = CALCULATOR.outcome(inputs, date(2026, 11, 23))
    return {name: outcome.number(name) for name in (*COMPARED, "tax_without_gig")}


def for_the_oracle(household: dict[str, Any], gig: bool) -> dict[str, Any]:
    """The household with its profit worked out here in the plainest way, and with the deductions that the profit limits."""
    asked = ASKED | household
    rent = asked.get("let_receipts", 0.0) - asked.get("let_expenses", 0.0)
    served = asked.get("let_services") == "substantial"
    if asked.get("let_home", "yes") == "yes":
        rent = max(0.0, rent)
    profit = asked["gross_receipts"] - asked["expenses"] + (rent if served else 0.0) if gig else 0.0
    limit = LOSS_LIMIT[asked["tax_year"]] * (2 if asked["filing_status"] == "joint" else 1)
    base = {"2025": 176_100, "2026": 184_500}[asked["tax_year"]]
    net = max(0.0, profit) * 0.9235
    half = (0.124 * min(net, max(0.0, base - asked["wages"])) + 0.029 * net) / 2 if net >= 400 else 0.0
    most = PLAN_LIMIT[asked["tax_year"]]
    retirement = min(asked["retirement"], most, max(0.0, profit - half))
    return {
        **asked,
        "profit": max(profit, -limit),
        "rent": max(0.0, rent) if gig and not served else 0.0,
        "retirement": retirement,
        "health_insurance": min(asked["health_insurance"], max(0.0, profit - half - retirement)),
    }


def by_the_oracle(asked: list[dict[str, Any]]) -> list[dict[str, float]]:
    assert PYTHON.exists(), "the oracle's environment is missing: run build.py test --oracles"
    done = subprocess.run([PYTHON, FOLDER / "us_taxcalc.py"], input=json.dumps(asked), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: list[dict[str, float]] = json.loads(done.stdout)
    return found


def test_every_household_pays_what_tax_calculator_says_to_the_dollar() -> None:
    drawn = households(PLAIN, FULL)
    ours = [by_us(household) for household in drawn]
    theirs = by_the_oracle([for_the_oracle(household, gig=True) for household in drawn])
    without = by_the_oracle([for_the_oracle(household, gig=False) for household in drawn])
    wrong = []
    for household, mine, other, bare in zip(drawn, ours, theirs, without, strict=True):
        other["tax_without_gig"] = bare["federal_tax"]
        apart = {name: (mine[name], other[name]) for name in mine if abs(mine[name] - other[name]) > 1}
        if apart:
            wrong.append(f"{household}: ours and theirs {apart}, minimum tax {other['minimum_tax']}")
    assert not any(other["minimum_tax"] for other in (*theirs, *without)), "docs/oracles.md says that there is none"
    print(f"\n{len(drawn) - len(wrong):,} of {len(drawn):,} households agree to the dollar in every figure")
    assert not wrong, f"{len(wrong)} of {len(drawn)} households differ\n" + "\n".join(wrong[:20])
