"""Maryland: what couples with two incomes subtract, and the credits for work, low income, age and young children (Form 502)."""

from __future__ import annotations

from .household import Household
from .values import Values, steps_above

YOUNG = 6


def maryland_income(values: Values, household: Household) -> float:
    """Federal adjusted gross income less what couples subtract: the lower of two incomes, up to an amount.

    The gig, interest and other income are counted as yours.
    """
    lower = max(0.0, min(household.agi - household.spouse_pay, household.spouse_pay)) if household.joint else 0.0
    return household.agi - min(values.number("two_income_most"), lower)


def _alone(household: Household) -> bool:
    """Whether there is neither a child nor a spouse."""
    return not household.children + household.older_children and household.status not in {"joint", "separate"}


def _federal(values: Values, household: Household) -> float:
    return household.earned_income_credit_between(*values.listed("earned_income_ages", household.status))


def maryland_earned_income_credit(values: Values, household: Household, _: float) -> float:
    """A share of the federal credit, whatever its minimum age, that can only reduce the tax (Instruction 18)."""
    name = "earned_income_share_childless" if _alone(household) else "earned_income_share"
    return values.number(name) * _federal(values, household)


def maryland_earned_income_refund(values: Values, household: Household, tax: float) -> float:
    """What a share of the federal credit exceeds the tax by (Instruction 21)."""
    name = "earned_income_share_childless" if _alone(household) else "earned_income_share_refunded"
    return max(0.0, values.number(name) * _federal(values, household) - tax)


def poverty_credit(values: Values, household: Household, _: float) -> float:
    """A share of earnings where neither they nor income exceed the poverty guideline."""
    guideline = values.number("poverty_guideline") + values.number("poverty_guideline_more") * (household.people - 1)
    return values.number("poverty_share") * household.earned if max(household.earned, household.agi) <= guideline else 0.0


def maryland_senior_credit(values: Values, household: Household, _: float) -> float:
    """An amount for you if you are 65 or over or, on a joint return, more if both of you are, up to an income."""
    if not household.seniors or household.agi > values.by_status("senior_credit_limit", household.status):
        return 0.0
    both = household.joint and household.seniors == household.adults
    return values.number("senior_credit_both") if both else values.by_status("senior_credit", household.status)


def maryland_child_credit(values: Values, household: Household, _: float) -> float:
    """An amount for each child under 6, less an amount for each $1,000 above an income, or part of it (worksheet 21C)."""
    if household.agi > values.number("child_credit_upto"):
        return 0.0
    steps = steps_above(values.number("child_credit_from"), household.agi, 1_000)
    each = values.number("child_credit") - values.number("child_credit_step_loss") * steps
    return max(0.0, each) * household.children_below(YOUNG)
