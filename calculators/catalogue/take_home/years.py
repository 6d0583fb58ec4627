"""Which day a tax year is looked up on, and the refusal of a year whose figures are not in here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from ...engine import parameters as dated
from ...engine.validation import FieldError

NOT_YET = {
    "us": "For 2027 the tax rates, the self-employment tax rates and the $6,000 senior deduction are law. As of 25 November 2026 we "
    "could read no bracket edges, standard deduction, credit amounts, wage base or mileage rate for 2027 at their authority; one report "
    "gives a wage base of $192,300, and names Rev. Proc. 2026-35 for the rest.",
    "uk": "The Budget of November 2025 keeps the Personal Allowance and the main bands until April 2031. From April 2027 it taxes letting "
    "at 22%, 42% and 47%. As of 23 November 2026 we found no Scottish bands for 2027-28, and not all student loan thresholds.",
    "ca": "For 2027 the lowest federal rate stays at 14%, and a lower pension plan rate is announced. As of 23 November 2026 we could "
    "read no brackets, basic amounts, pension ceilings or insurance premiums for 2027.",
    "au": "For 2027-28 the income tax rates are law: 14% from $18,200 to $45,000, and above that as before. As of 23 November 2026 we "
    "found no Medicare levy threshold, study loan thresholds or car rate for it.",
}
"""What is law for the first year that we refuse, and what is missing. A year that is added takes its line away."""


def ends_on(month: int, day: int, later: int = 0) -> Callable[[Any], date]:
    """The last day of the tax year: so many years after the one in which it starts."""

    def last_day(inputs: Any) -> date:
        return date(int(inputs.tax_year) + later, month, day)

    return last_day


US = ends_on(12, 31)
CA = ends_on(12, 31)
UK = ends_on(4, 5, later=1)
AU = ends_on(6, 30, later=1)


def covered(country: str, day_of: Callable[[Any], date], *files: str) -> Callable[[Any], Iterable[FieldError]]:
    """A rule that refuses a tax year past what any of these parameter files covers, and says what is published and what is not."""

    def rule(inputs: Any) -> Iterable[FieldError]:
        for file in files:
            try:
                dated.check_valid(file, day_of(inputs))
            except dated.NotPublished as reason:
                yield FieldError("tax_year", "not-published", f"{reason} {NOT_YET[country]}")
                return

    return rule
