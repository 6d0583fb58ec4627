"""Universal Credit and Child Benefit in take-home beside PolicyEngine UK, family by family, to two pounds."""

import random
from datetime import date
from typing import Any

import pytest

from calculators.catalogue.take_home.uk.benefits import weeks_in
from calculators.catalogue.take_home.uk.calculator import CALCULATOR

from .oracle import taxes_by

pytestmark = pytest.mark.oracle

MANY = 600
SEED = 20_260_406
COMPARED = ("universal_credit", "child_benefit", "child_benefit_charge")
WEEKS = 52


def family(draw: random.Random) -> dict[str, Any]:
    """One or two grown-ups with up to four children: on low pay, or around the Child Benefit charge."""
    has_partner = draw.random() < 0.4
    receipts = round(draw.choice((0, draw.uniform(0, 3_000), draw.uniform(0, 30_000))), 2)
    return {
        "country": "uk",
        "tax_year": draw.choice(("2025", "2026")),
        "wages": round(draw.choice((0, draw.uniform(0, 15_000), draw.uniform(5_000, 30_000), draw.uniform(55_000, 85_000))), 2),
        "gross_receipts": receipts,
        "expenses": round(receipts * draw.choice((0, 0.3)), 2),
        "other_income": round(draw.choice((0, 0, 0, draw.uniform(0, 4_000))), 2),
        "gets_universal_credit": "yes",
        "first_year": draw.choice(("yes", "yes", "no")),
        "uk_under_25": draw.choice(("no", "no", "no", "yes")),
        "uk_partner": "yes" if has_partner else "no",
        "uk_partner_pay": round(draw.choice((0, draw.uniform(0, 40_000), draw.uniform(55_000, 85_000))), 2) if has_partner else 0.0,
        "gets_child_benefit": "yes",
        "rent": draw.choice((0.0, 0.0, 450.0, 800.0)),
        "ages": [draw.randint(0, 15) for _ in range(draw.choice((0, 0, 1, 2, 3, 4)))],
    }


def for_the_oracle(drawn: dict[str, Any]) -> dict[str, Any]:
    """Add the profit, and no minimum income floor beside a job that pays more than the gig (difference A)."""
    profit = round(drawn["gross_receipts"] - drawn["expenses"], 2)
    return {**drawn, "profit": profit, "startup": drawn["first_year"] == "yes" or profit < drawn["wages"]}


def by_policyengine(drawn: list[dict[str, Any]]) -> list[dict[str, float]]:
    """The benefits of families by PolicyEngine UK, which counts 52 weeks in every year (difference B), for the weeks that we count."""
    answers = taxes_by("uk_benefits_policyengine.py", [for_the_oracle(family) for family in drawn])
    for family, answer in zip(drawn, answers, strict=True):
        for name in ("child_benefit", "child_benefit_charge"):
            answer[name] *= weeks_in(family["tax_year"]) / WEEKS
    return answers


def as_typed(drawn: dict[str, Any]) -> dict[str, Any]:
    """A family as the form takes it."""
    return {name: value for name, value in drawn.items() if name != "ages"} | {"child_ages": " ".join(map(str, drawn["ages"]))}


def by_us(drawn: dict[str, Any]) -> dict[str, float]:
    inputs, errors = CALCULATOR.read(as_typed(drawn))
    assert inputs is not None, (drawn, errors)
    outcome = CALCULATOR.outcome(inputs, date(2026, 11, 29))
    return {name: outcome.number(name) for name in COMPARED}


def test_families_get_what_policyengine_says() -> None:
    draw = random.Random(SEED)
    families = [family(draw) for _ in range(MANY)]
    wrong = []
    for drawn, other in zip(families, by_policyengine(families), strict=True):
        mine = by_us(drawn)
        if apart := {name: (mine[name], other[name]) for name in COMPARED if abs(mine[name] - other[name]) > 2}:
            wrong.append(f"{drawn}: ours and theirs {apart}")
    print(f"\n{MANY - len(wrong):,} of {MANY:,} families agree to two pounds in every benefit")
    assert not wrong, f"{len(wrong)} of {MANY} families differ\n" + "\n".join(wrong[:20])
