"""Days in the words of a page."""

from __future__ import annotations

from calendar import month_name


def written_day(text: str, *, day_first: bool) -> str:
    """Write "2027-01-15" as "January 15, 2027", and "01-15", which holds in each year, as "January 15"."""
    *year, month, day = text.split("-")
    name = month_name[int(month)]
    if day_first:
        return " ".join([str(int(day)), name, *year])
    return ", ".join([f"{name} {int(day)}", *year])
