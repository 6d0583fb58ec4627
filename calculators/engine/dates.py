"""Format days as the reader's country writes them: the month first in the United States and Canada, the day first elsewhere."""

from datetime import date

from .place import own_place

MONTH_FIRST = ("us", "ca")

EARLIEST, LATEST = date(1970, 1, 1), date(2199, 12, 31)
"""The days for which anything is computed: plans reach decades ahead, and calendars end with the year 9999."""


def read_day(text: object) -> date:
    """Read the day that a request is computed for, such as "2026-11-23".

    Raises:
        ValueError: for anything else, and for a day before EARLIEST or after LATEST.
    """
    day = date.fromisoformat(text) if isinstance(text, str) else None
    if day is None or not EARLIEST <= day <= LATEST:
        raise ValueError(f"not a day: {text}")
    return day


def write_day(day: date, *, year: bool = True) -> str:
    """Format a day with its weekday: "Monday, January 4, 2027", or "Monday 4 January 2027"; without the year where it is clear."""
    if own_place() in MONTH_FIRST:
        return f"{day:%A, %B} {day.day}{f', {day.year}' if year else ''}"
    return f"{day:%A} {day.day} {day:%B}{f' {day.year}' if year else ''}"
