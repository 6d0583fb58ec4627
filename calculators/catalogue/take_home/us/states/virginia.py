"""Virginia's credits: the adjustment for spouses with two incomes, and one of two credits for low incomes (Form 760)."""

from __future__ import annotations

from ...brackets import in_bands
from ..income import SENIOR
from .deductions import age_deduction, exemptions, standard
from .household import Household
from .values import Values


def spouse_adjustment(values: Values, household: Household, tax: float) -> float:
    """What spouses save who are taxed on two incomes apart, up to an amount (spouse tax adjustment worksheet).

    The lower income, less its own exemptions, counts up to half of the taxable income. The gig and other income are counted as yours.
    """
    if not household.joint:
        return 0.0
    deductions = age_deduction(values, household) + standard(values, household) + exemptions(values, household)
    taxable = household.agi - deductions
    own = _less_own(values, household, household.agi - household.spouse_pay, household.age, household.blind - household.spouse_blind)
    spouse = _less_own(values, household, household.spouse_pay, household.spouse_age, household.spouse_blind)
    lower = max(0.0, min(own, spouse))
    bands = values.bands("bands", household.status)
    lower = min(lower, taxable / 2)
    apart = in_bands(lower, bands) + in_bands(taxable - lower, bands)
    return min(values.number("spouse_adjustment_most"), max(0.0, tax - apart))


def _less_own(values: Values, household: Household, income: float, age: int, blind: int) -> float:
    """One spouse's income less that spouse's exemptions and share of the deduction for age."""
    less = values.number("filer_exemption") + values.number("blind_exemption") * blind
    if age >= SENIOR:
        less += values.number("senior_exemption") + age_deduction(values, household) / household.seniors
    return income - less


def _low_income(values: Values, household: Household, tax: float) -> float:
    guideline = values.number("poverty_guideline") + values.number("poverty_guideline_more") * (household.people - 1)
    income = household.agi - age_deduction(values, household)
    return min(tax, values.number("low_income_each") * household.people) if income <= guideline else 0.0


def _earned_income(values: Values, household: Household) -> float:
    return values.number("earned_income_share") * household.earned_income_credit


def low_income_person_credit(values: Values, household: Household, tax: float) -> float:
    """An amount for each person up to the poverty guideline, where it saves more than the share of the earned income credit."""
    credit = _low_income(values, household, tax)
    return credit if credit > _earned_income(values, household) else 0.0


def earned_income_share_or_low_income(values: Values, household: Household, tax: float) -> float:
    """A share of the federal earned income credit, unless the credit for low incomes saves more."""
    after = tax - spouse_adjustment(values, household, tax)
    share = _earned_income(values, household)
    return share if _low_income(values, household, after) <= share else 0.0
