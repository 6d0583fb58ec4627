"""Months from now as calendar months."""

from __future__ import annotations

import math
from datetime import date

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def month_after(day: date, months: float) -> str:
    """The calendar month that is `months` after a day: "March 2029"."""
    count = day.year * 12 + day.month - 1 + math.ceil(months - 1e-9)
    return f"{MONTHS[count % 12]} {count // 12}"
