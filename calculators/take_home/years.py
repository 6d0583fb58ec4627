"""Which day a tax year is looked up on, and the refusal of a year whose figures are not in here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from ..engine import parameters as dated
from ..engine.validation import FieldError


def ends_on(month: int, day: int, later: int = 0) -> Callable[[Any], date]:
    """The last day of the tax year: so many years after the one in which it starts."""

    def last_day(inputs: Any) -> date:
        return date(int(inputs.tax_year) + later, month, day)

    return last_day


CA = ends_on(12, 31)
UK = ends_on(4, 5, later=1)
AU = ends_on(6, 30, later=1)


def covered(day_of: Callable[[Any], date], *files: str) -> Callable[[Any], Iterable[FieldError]]:
    """A rule that refuses a tax year past what any of these parameter files covers, with the reason."""

    def rule(inputs: Any) -> Iterable[FieldError]:
        for file in files:
            try:
                dated.check_valid(file, day_of(inputs))
            except dated.NotPublished as reason:
                yield FieldError("tax_year", "not-published", str(reason))
                return

    return rule
