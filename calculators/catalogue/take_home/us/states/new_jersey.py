"""New Jersey's tax: income by class, nothing up to a filing threshold, and retirement income left out by age (NJ-1040)."""

from __future__ import annotations

from ...brackets import in_bands
from .household import Household
from .values import Values


def new_jersey_income(_: Values, household: Household) -> float:
    """Pay, profit, rent, interest and pensions, each by itself: a loss of one does not reduce another."""
    return household.gross_income


def new_jersey_retirement_exclusion(values: Values, household: Household) -> float:
    """Pensions and, with little pay and profit, all income, of each of you from an age on, in a share that falls with income.

    The gig, interest, rent and pensions are counted as yours.
    """
    age, total = values.number("retirement_exclusion_age"), new_jersey_income(values, household)
    spouse_pay = household.spouse_pay if household.joint else 0.0
    old, spouse_old = household.age >= age, household.joint and household.spouse_age >= age
    counted = household.other_income if old else 0.0
    if household.pay + max(0.0, household.profit) <= values.number("retirement_exclusion_earned"):
        counted = (total - spouse_pay) * old + spouse_pay * spouse_old
    share = values.step("retirement_exclusion_share", household.status, total)
    return min(values.by_status("retirement_exclusion_most", household.status), share * counted)


def new_jersey(values: Values, household: Household, taxable: float) -> float:
    """The bands; nothing where income after the exclusion is not above the filing threshold."""
    income = new_jersey_income(values, household) - new_jersey_retirement_exclusion(values, household)
    if income <= values.by_status("untaxed_upto", household.status):
        return 0.0
    return in_bands(taxable, values.bands("bands", household.status))
