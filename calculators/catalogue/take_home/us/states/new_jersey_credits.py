"""New Jersey's refundable credits: for low pay, at any age from 18 on, and for children under 6 (NJ-1040, lines 58 and 65)."""

from __future__ import annotations

from .deductions import exemptions
from .household import Household
from .new_jersey import new_jersey_income, new_jersey_retirement_exclusion
from .values import Values

OF_AGE = 18


def new_jersey_earned_income_credit(values: Values, household: Household, _: float) -> float:
    """A share of the federal credit; of the largest one, where only your age bars you from it without children."""
    share = values.number("earned_income_share")
    if household.earned_income_credit > 0 or household.children + household.older_children > 0:
        return share * household.earned_income_credit
    barred = household.eitc_at_any_age <= 0 or household.oldest < OF_AGE or household.status == "separate"
    return 0.0 if barred else share * values.number("eitc_most_without_children")


def new_jersey_child_credit(values: Values, household: Household, _: float) -> float:
    """An amount for each child under 6, in steps of taxable income, not for separate spouses."""
    if household.status == "separate":
        return 0.0
    deducted = exemptions(values, household) + new_jersey_retirement_exclusion(values, household)
    taxable = new_jersey_income(values, household) - deducted
    return values.step("child_credit_by_income", household.status, taxable) * household.under_6
