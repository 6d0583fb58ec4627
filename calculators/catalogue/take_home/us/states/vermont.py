"""Vermont: at least a share of high incomes, and a credit for young children (Form IN-111 and Schedule IN-112)."""

from __future__ import annotations

from ...brackets import in_bands
from .household import Household
from .values import Values, steps_above

YOUNG = 7


def vermont(values: Values, household: Household, taxable: float) -> float:
    """The bands or, above an income, a share of all of it, whichever is more (IN-111, line 8)."""
    least = values.number("least_share") * household.agi if household.agi > values.number("least_above") else 0.0
    return max(least, in_bands(taxable, values.bands("bands", household.status)))


def child_care_contribution(values: Values, household: Household, _: float) -> float:
    """A share of net earnings from self-employment, due with the return."""
    return values.number("child_care_contribution") * household.self_employment_income


def vermont_child_credit(values: Values, household: Household, _: float) -> float:
    """An amount for each child of 6 or younger, less an amount for each $1,000 above an income, or part of it."""
    steps = steps_above(values.number("child_credit_from"), household.agi, 1_000)
    amount = values.number("child_credit") * household.children_below(YOUNG)
    return max(0.0, amount - values.number("child_credit_step_loss") * steps)
