"""Ohio's credits, which depend on income with business income and less exemptions (Ohio Schedule of Credits)."""

from __future__ import annotations

from .deductions import exemptions_by_income
from .household import Household
from .starts import agi_without_business_income
from .values import Values


def modified_less_exemptions(values: Values, household: Household) -> float:
    """Federal adjusted gross income, business income included, less the exemptions."""
    return household.agi - exemptions_by_income(values, household)


def exemption_credit(values: Values, household: Household, _: float) -> float:
    """An amount for each person below an income."""
    low = modified_less_exemptions(values, household) < values.number("exemption_credit_below")
    return values.number("exemption_credit") * household.people if low else 0.0


def senior_credit(values: Values, household: Household, _: float) -> float:
    """An amount for a return with someone aged 65 or over, below an income."""
    low = modified_less_exemptions(values, household) < values.number("senior_credit_below")
    return values.number("senior_credit") if household.seniors and low else 0.0


def joint_credit(values: Values, household: Household, tax: float) -> float:
    """A share of the tax that other credits leave, by income, where each spouse's Ohio income without interest and rent reaches an amount.

    The gig, with its deductions, and other income are counted as yours.
    """
    own = agi_without_business_income(values, household) - household.spouse_pay - household.interest - household.rent
    if not household.joint or min(own, household.spouse_pay) < values.number("joint_credit_each"):
        return 0.0
    share = values.step("joint_credit", household.status, modified_less_exemptions(values, household))
    return min(values.number("joint_credit_most"), share * tax)
