"""The premium tax credit and SNAP in take-home beside PolicyEngine US, household by household, to two dollars."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from calculators.catalogue.take_home.us.calculator import CALCULATOR
from calculators.catalogue.take_home.us.states.places import NAMES

from .oracle import taxes_by
from .us_benefit_households import households

pytestmark = pytest.mark.oracle

EACH = 8
COMPARED = ("snap_year", "premium_credit")


def oldest(household: dict[str, Any]) -> int:
    """The age of the oldest."""
    return max(household["age"], household["spouse_age"] if household["filing_status"] == "joint" else 0)


def people(household: dict[str, Any]) -> int:
    """How many the household is."""
    return 1 + (household["filing_status"] == "joint") + len(household["child_ages"].split())


EXPLAINED: dict[str, Callable[[dict[str, Any], float, float], bool]] = {
    "Maryland's smallest benefit": lambda household, ours, theirs: (
        household["state"] == "md" and oldest(household) >= 60 and 0 < ours - theirs <= 12 * 50
    ),
    "New Jersey's smallest benefit": lambda household, ours, theirs: (
        household["state"] == "nj" and people(household) > 2 and ours < theirs <= ours + 12 * 95
    ),
}
"""The differences in SNAP that have a row in docs/oracles.md: what the household is like, and the direction and size of the difference."""


def by_us(household: dict[str, Any]) -> dict[str, float]:
    inputs, errors = CALCULATOR.read(household)
    assert inputs is not None, (household, errors)
    outcome = CALCULATOR.outcome(inputs, date(2026, 11, 29))
    return {name: outcome.number(name) for name in COMPARED}


def reason(household: dict[str, Any], name: str, ours: float, theirs: float) -> str:
    """The named rule that explains a difference; "" if none does."""
    if name != "snap_year":
        return ""
    return next((rule for rule, explains in EXPLAINED.items() if explains(household, ours, theirs)), "")


def test_households_get_what_policyengine_says() -> None:
    drawn = households(NAMES, EACH)
    theirs = taxes_by("us_benefits_policyengine.py", drawn)
    explained, wrong = [], []
    for household, other in zip(drawn, theirs, strict=True):
        mine = by_us(household)
        for name in COMPARED:
            if abs(mine[name] - other[name]) <= 2:
                continue
            rule = reason(household, name, mine[name], other[name])
            (explained if rule else wrong).append(f"{name}: ours {mine[name]:.2f}, theirs {other[name]:.2f}, {rule or household}")
    print(f"\n{2 * len(drawn) - len(explained) - len(wrong):,} of {2 * len(drawn):,} benefits agree to two dollars", *explained, sep="\n")
    assert not wrong, f"{len(wrong)} benefits differ\n" + "\n".join(wrong[:20])
