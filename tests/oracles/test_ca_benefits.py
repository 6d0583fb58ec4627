"""Canada's federal benefits in take-home beside PolicyEngine Canada, family by family, to two dollars."""

import random
from datetime import date
from typing import Any

import pytest

from calculators.catalogue.take_home.ca.calculator import CALCULATOR

from .oracle import taxes_by

pytestmark = pytest.mark.oracle

MANY = 300
SEED = 20_260_701
PROVINCES = ("bc", "mb", "nb", "nl", "ns", "nt", "on", "pe", "sk", "yt")
"""Those without amounts of their own for the Workers Benefit."""
COMPARED = {"canada_child_benefit": "child_benefit", "gst_credit": "gst_credit", "workers_benefit": "canada_workers_benefit"}
LEFT_OUT = {"2025": 16_386, "2026": 16_714}
"""Most of the lower earner's work income that the Workers Benefit leaves out (Schedule 6, lines 13 to 15)."""
ADULT = 19
GROCERIES = 1.25
"""The increase of the GST credit from July 2026."""


def family(draw: random.Random) -> dict[str, Any]:
    """One or two grown-ups with up to five children, on low or middling income."""
    has_spouse = draw.random() < 0.5
    receipts = round(draw.choice((0, draw.uniform(0, 6_000), draw.uniform(0, 40_000))), 2)
    spouse_work = round(draw.choice((0, draw.uniform(0, 20_000), draw.uniform(10_000, 60_000))), 2) if has_spouse else 0.0
    return {
        "country": "ca",
        "tax_year": draw.choice(("2025", "2026")),
        "province": draw.choice(PROVINCES),
        "age": draw.choice((18, 19, 25, 35, 50, 63)),
        "wages": round(draw.choice((0, draw.uniform(0, 20_000), draw.uniform(10_000, 60_000), draw.uniform(40_000, 120_000))), 2),
        "gross_receipts": receipts,
        "expenses": round(receipts * draw.choice((0, 0.3)), 2),
        "ca_spouse": "yes" if has_spouse else "no",
        "ca_spouse_work": spouse_work,
        "ca_spouse_income": round(spouse_work + draw.choice((0, 0, draw.uniform(0, 8_000))), 2) if has_spouse else 0.0,
        "child_ages": " ".join(str(draw.randint(0, 18)) for _ in range(draw.choice((0, 0, 1, 2, 3, 4, 5)))),
    }


def is_refused(drawn: dict[str, Any]) -> bool:
    """Whether somebody is alone and under 19: sections 122.5 and 122.7 give neither credit, PolicyEngine Canada gives both."""
    return drawn["age"] < ADULT and drawn["ca_spouse"] == "no" and not drawn["child_ages"]


def by_us(drawn: dict[str, Any]) -> dict[str, float]:
    inputs, errors = CALCULATOR.read(drawn)
    assert inputs is not None, (drawn, errors)
    outcome = CALCULATOR.outcome(inputs, date(2026, 11, 29))
    return {name: outcome.number(name) for name in (*COMPARED, "taxable_income")}


def for_the_oracle(drawn: dict[str, Any], net: float) -> dict[str, Any]:
    """Add the profit and both incomes; the one for the Workers Benefit is without the lower earner's work."""
    profit = round(drawn["gross_receipts"] - drawn["expenses"], 2)
    has_spouse = drawn["ca_spouse"] == "yes"
    income = net + drawn["ca_spouse_income"]
    lower = min((drawn["wages"] + profit, net), (drawn["ca_spouse_work"], drawn["ca_spouse_income"])) if has_spouse else (0.0, 0.0)
    return {
        "tax_year": drawn["tax_year"],
        "age": drawn["age"],
        "wages": drawn["wages"],
        "profit": profit,
        "has_spouse": has_spouse,
        "spouse_work": drawn["ca_spouse_work"],
        "ages": [int(age) for age in drawn["child_ages"].split()],
        "income": income,
        "workers_income": income - min(LEFT_OUT[drawn["tax_year"]], *lower) if has_spouse else income,
    }


def by_policyengine(families: list[dict[str, Any]], ours: list[dict[str, float]]) -> list[dict[str, float]]:
    """The compared benefits of families by PolicyEngine Canada, on the net income that we compute."""
    fed = [for_the_oracle(drawn, mine["taxable_income"]) for drawn, mine in zip(families, ours, strict=True)]
    answers = taxes_by("ca_policyengine.py", fed)
    return [{name: answer[own] * (GROCERIES if name == "gst_credit" else 1) for name, own in COMPARED.items()} for answer in answers]


def test_families_get_what_policyengine_says() -> None:
    draw = random.Random(SEED)
    families = [family(draw) for _ in range(MANY)]
    ours = [by_us(drawn) for drawn in families]
    refused, wrong = 0, []
    for drawn, mine, other in zip(families, ours, by_policyengine(families, ours), strict=True):
        apart = {name: (mine[name], other[name]) for name in COMPARED if abs(mine[name] - other[name]) > 2}
        if apart and is_refused(drawn):
            assert mine["gst_credit"] == mine["workers_benefit"] == 0, drawn
            refused += 1
        elif apart:
            wrong.append(f"{drawn}: ours and theirs {apart}")
    print(f"\n{MANY - refused - len(wrong):,} of {MANY:,} families agree to two dollars in every benefit")
    print(f"{refused} are alone and under {ADULT}")
    assert not wrong, f"{len(wrong)} of {MANY} families differ\n" + "\n".join(wrong[:20])
