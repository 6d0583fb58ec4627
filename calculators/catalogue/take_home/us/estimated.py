"""Estimated tax: whether, how much and when to pay through the year (section 6654; Form 1040-ES)."""

from __future__ import annotations

from collections.abc import Mapping

from ....engine.fields import Money
from ....engine.figures import figure
from .gig import DOLLARS

PAYMENTS = 4
"""A year's estimated tax is paid in four equal parts."""


@figure("Tax taken from your pay", unit=DOLLARS)
def withheld_counted(withholding: str, withheld: float, federal_tax_without_gig: float) -> float:
    """The amount that you entered. Otherwise we assume that the tax withheld from your pay is exactly the tax on the job alone."""
    return withheld if withholding == "typed" else max(0.0, federal_tax_without_gig)


@figure("Still owed at the year's end", unit=DOLLARS, tone="loss")
def still_owed(federal_tax: float, withheld_counted: float) -> float:
    """Federal tax that was not withheld from your pay."""
    return max(0, federal_tax - withheld_counted)


@figure("High income last year starts at", unit=Money(), step=True)
def high_income_threshold(high_incomes: Mapping[str, float], filing_status: str) -> float:
    """By filing status (section 6654(d)(1)(C))."""
    return high_incomes[filing_status]


@figure("Enough, going by last year", unit=DOLLARS)
def enough_by_last_year(
    last_year: str,
    last_year_tax: float,
    last_year_agi: float,
    high_income_threshold: float,
    last_year_share: float,
    last_year_share_high: float,
) -> float | None:
    """Last year's total tax, or 110% of it after a high income, is enough whatever you earn this year. Empty if you don't know it."""
    if last_year == "unknown":
        return None
    return last_year_tax * (last_year_share_high if last_year_agi > high_income_threshold else last_year_share)


@figure("Enough if paid on time", unit=DOLLARS)
def enough_in_time(federal_tax: float, this_year_share: float, enough_by_last_year: float | None) -> float:
    """90% of this year's tax, or the amount based on last year if that is smaller. If you pay it on time, there is no penalty."""
    by_this_year = this_year_share * max(0.0, federal_tax)
    return by_this_year if enough_by_last_year is None else min(by_this_year, enough_by_last_year)


@figure("Estimated tax for the year", unit=DOLLARS, tone="loss")
def estimated_tax(still_owed: float, least_owed: float, enough_in_time: float, withheld_counted: float) -> float:
    """The part that withholding does not cover; nothing if you owe less than $1,000 at the end (section 6654(e)(1))."""
    return max(0, enough_in_time - withheld_counted) if still_owed >= least_owed else 0


@figure("Each of the four payments", unit=Money(dollars=True), tone="loss")
def estimated_payment(estimated_tax: float) -> float:
    """A quarter of the year's estimated tax, on each due date."""
    return estimated_tax / PAYMENTS
