"""What the reader planned beside what happened: money in a month, and hours and miles in a week."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import fmean

from ...engine.fields import Field, Hours, Money, Number
from ...shared.periods import MONTHS_PER_YEAR, WEEKS_PER_YEAR
from ..about import about
from ..document import outcome_of, pages
from ..statements.entries import Entry
from .totals import Month, add_up, by_week


@dataclass(frozen=True)
class Compared:
    """A figure as planned and as it happened, in words; "" where nothing is planned."""

    label: str
    planned: str
    happened: str


def planned(book: Mapping[str, object], day: date, entries: Sequence[Entry], months: Sequence[Month]) -> list[Compared]:
    """Compare entries with leverage income, if the workbook has it.

    A week is one with an entry. The month of `day`, which is not over, counts only where there is no other.
    """
    if not entries:
        return []
    averaged = [month for month in months if month.start < day.replace(day=1)] or months
    sums, weeks = add_up(entries), by_week(entries)
    money, hours, miles = _leverage_income(book, day) or (None, None, None)
    rows: tuple[tuple[str, Field, float | None, float | None], ...] = (
        ("Money per month", Money(dollars=True), money, fmean(month.sums.received for month in averaged)),
        ("Hours per week", Hours(), hours, weeks.average("hours")),
        ("Miles or kilometers per week", Number(), miles, weeks.average("miles")),
        ("Money per hour", Money(), _each(money, hours), sums.received / sums.hours if sums.hours else None),
    )
    return [Compared(label, _written(field, plan), _written(field, real)) for label, field, plan, real in rows if plan or real]


def _leverage_income(book: Mapping[str, object], day: date) -> tuple[float, float, float] | None:
    """Gross money after fees in a month, and hours and miles in a week, of the year that was planned."""
    from ...catalogue.leverage_income import CALCULATOR, totals

    kept = pages(book)
    outcome = outcome_of(CALCULATOR, kept, day, about(book)) if CALCULATOR.id in kept else None
    if outcome is None:
        return None
    month = (outcome[totals.gross_year] - outcome[totals.fees_year]) / MONTHS_PER_YEAR
    return month, outcome[totals.own_hours_year] / WEEKS_PER_YEAR, outcome[totals.miles_year] / WEEKS_PER_YEAR


def _each(money: float | None, hours: float | None) -> float | None:
    """Money of a month for each hour, whose number is of a week."""
    return money * MONTHS_PER_YEAR / (hours * WEEKS_PER_YEAR) if money and hours else None


def _written(field: Field, value: float | None) -> str:
    return "" if value is None else field.write(value)
