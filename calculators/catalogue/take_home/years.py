"""Tax years: the day on which a year's parameters are looked up, and the error for a year without published parameters."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Protocol

from ...engine import parameters as dated
from ...engine.validation import FieldError

NOT_YET = {
    "us": "For 2027 the tax rates, the self-employment tax rates and the $6,000 senior deduction are law. As of 25 November 2026 we "
    "found no official bracket limits, standard deduction, credit amounts, wage base or mileage rate for 2027. One report "
    "gives a wage base of $192,300 and names Rev. Proc. 2026-35 for the rest.",
    "uk": "The Budget of November 2025 keeps the Personal Allowance and the main bands until April 2031. From April 2027 it taxes letting "
    "at 22%, 42% and 47%. As of 23 November 2026 we found no Scottish bands for 2027-28, and not all student loan thresholds.",
    "ca": "For 2027 the lowest federal rate stays at 14%, and a lower pension plan rate is announced. As of 23 November 2026 we could "
    "not find the brackets, basic amounts, pension ceilings or insurance premiums for 2027.",
    "au": "For 2027-28 the income tax rates are law: 14% from $18,200 to $45,000, and above that as before. As of 23 November 2026 we "
    "found no Medicare levy threshold, study loan thresholds or car rate for it.",
}
"""For each country, what is known and what is missing for the first year not covered. Remove a line when its year is added."""


class InTaxYear(Protocol):
    """Inputs that name a tax year."""

    @property
    def tax_year(self) -> str:
        """The calendar year in which it starts."""


def year_end(year: int | str) -> date:
    """The last day of a calendar year."""
    return date(int(year), 12, 31)


def calendar_year(inputs: InTaxYear) -> date:
    """The last day of a tax year that is a calendar year."""
    return year_end(inputs.tax_year)


def ends_on(month: int, day: int) -> Callable[[InTaxYear], date]:
    """The last day of a tax year that ends in the year after the one in which it starts."""

    def last_day(inputs: InTaxYear) -> date:
        return date(int(inputs.tax_year) + 1, month, day)

    return last_day


US = CA = calendar_year
UK = ends_on(4, 5)
AU = ends_on(6, 30)


def covered(country: str, day_of: Callable[[InTaxYear], date], *files: str) -> Callable[[InTaxYear], Iterable[FieldError]]:
    """A rule that rejects a tax year not covered by all of these parameter files, and says what is published and what is missing."""

    def rule(inputs: InTaxYear) -> Iterable[FieldError]:
        for file in files:
            try:
                dated.check_valid(file, day_of(inputs))
            except dated.NotPublished as reason:
                yield FieldError("tax_year", "not-published", f"{reason} {NOT_YET[country]}")
                return

    return rule
