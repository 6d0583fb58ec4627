"""Missouri's tax: part of federal income tax is deducted, and spouses are taxed on their shares of one taxable income (MO-1040)."""

from __future__ import annotations

from ...brackets import in_bands
from .household import Household
from .values import Values


def federal_tax_share(values: Values, household: Household) -> float:
    """A share of federal income tax that falls with income, up to an amount (lines 9 to 13).

    The tax is what is left after the child credit and the earned income credit.
    """
    credit = household.child_credit - household.refundable_child_credit
    federal = max(0.0, household.federal_tax - credit - household.earned_income_credit)
    share = values.step("federal_tax_share", household.status, household.agi)
    return min(values.by_status("federal_tax_most", household.status), share * federal)


def business_share(values: Values, household: Household) -> float:
    """A share of the profit (section 143.022)."""
    return values.number("business_share") * max(0.0, household.profit)


def missouri(values: Values, household: Household, taxable: float) -> float:
    """Each spouse's share of taxable income through the bands, divided by income. The gig and other income are counted as yours."""
    bands = values.bands("bands", household.status)
    if not household.joint:
        return in_bands(taxable, bands)
    incomes = (max(0.0, household.agi - household.spouse_pay), household.spouse_pay)
    total = sum(incomes)
    return sum(in_bands(taxable * income / total, bands) for income in incomes) if total else 0.0


def working_family_credit(values: Values, household: Household, _: float) -> float:
    """A share of the federal earned income credit with little investment income, not for separate spouses (MO-WFTC)."""
    investment = household.interest + household.rent
    if household.status == "separate" or investment > values.number("working_family_investment_limit"):
        return 0.0
    return values.number("earned_income_share") * household.earned_income_credit
