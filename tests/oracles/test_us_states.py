"""State income tax in take-home beside PolicyEngine US, household by household, in every place whose tax is computed."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from math import ceil
from typing import Any

import pytest

from calculators.catalogue.take_home.us.calculator import CALCULATOR
from calculators.catalogue.take_home.us.states.places import TAXED, UNTAXED
from calculators.catalogue.take_home.us.states.rules import cited

from .oracle import taxes_by
from .us_state_households import households

pytestmark = pytest.mark.oracle

MANY, UNTAXED_EACH = 2_000, 4
CLOSE = 5
INDEXED, ROUNDED = 0.03, 25
"""Most of a difference that projected figures explain: a share of the tax and of the credits, and dollars for steps."""
PARTS = ("state_tax_before_credits", "state_credits", "state_refundable_credits", "state_added_tax")


def profit(household: dict[str, Any]) -> float:
    """What the gig leaves."""
    return float(household["gross_receipts"] - household["expenses"])


EXPLAINED: dict[str, Callable[[dict[str, Any], float, float], bool]] = {
    "dc": lambda household, ours, theirs: not household["child_ages"] and 0 < theirs - ours <= 0.0065 * profit(household),
    "hi": lambda household, ours, theirs: 0 < ours - theirs <= 0.01 * (household["wages"] + household["spouse_wages"] + profit(household)),
}
"""By state, differences with a row in docs/oracles.md: the credit without children, itemized deductions without federal ones."""


def is_projected(household: dict[str, Any]) -> bool:
    """Whether a figure of the state is not published for the year, so that PolicyEngine US raises it by an index of its own."""
    day = date(int(household["tax_year"]), 12, 31)
    return any(value.status == "projected" for value in cited(household["state"], day).values())


def by_us(household: dict[str, Any]) -> tuple[float, float]:
    """The state's income tax, and the sum of its parts."""
    inputs, errors = CALCULATOR.read(household)
    assert inputs is not None, (household, errors)
    outcome = CALCULATOR.outcome(inputs, date(2026, 11, 29))
    return outcome.number("state_income_tax"), sum(abs(outcome.number(part)) for part in PARTS)


def test_households_pay_their_state_what_policyengine_says() -> None:
    """Ninety-nine of a hundred within five dollars where all figures are published; where not, no further apart than an index explains."""
    drawn = households(TAXED, 4 * ceil(MANY / len(TAXED) / 4)) + households(UNTAXED, UNTAXED_EACH)
    assert len(drawn) >= MANY
    theirs = taxes_by("us_states_policyengine.py", drawn)
    counted: Counter[str] = Counter()
    apart: Counter[str] = Counter()
    wrong = []
    for household, other in zip(drawn, theirs, strict=True):
        ours, parts = by_us(household)
        kind, difference = ("projected" if is_projected(household) else "published"), abs(ours - other["state_income_tax"])
        counted[kind] += 1
        apart[kind] += difference > CLOSE
        most = max(CLOSE, ROUNDED + INDEXED * parts) if kind == "projected" else CLOSE
        explains = EXPLAINED.get(household["state"], lambda *_: False)
        if difference > most and not explains(household, ours, other["state_income_tax"]):
            wrong.append(f"{household}: ours {ours:.2f}, theirs {other['state_income_tax']:.2f}")
    for kind, many in counted.items():
        print(f"\n{many - apart[kind]:,} of {many:,} households agree to {CLOSE} dollars where all figures are {kind}")
    assert apart["published"] <= 0.01 * counted["published"]
    assert not wrong, f"{len(wrong)} of {len(drawn)} households differ\n" + "\n".join(wrong[:20])
