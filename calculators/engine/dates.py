"""Format days as the reader's country writes them: the month first in the United States and Canada, the day first elsewhere."""

from datetime import date

from .place import own_place

MONTH_FIRST = ("us", "ca")


def write_day(day: date, *, year: bool = True) -> str:
    """Format a day with its weekday: "Monday, January 4, 2027", or "Monday 4 January 2027"; without the year where it is clear."""
    if own_place() in MONTH_FIRST:
        return f"{day:%A, %B} {day.day}{f', {day.year}' if year else ''}"
    return f"{day:%A} {day.day} {day:%B}{f' {day.year}' if year else ''}"
