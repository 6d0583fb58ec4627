"""Months from now as months of the calendar."""

from __future__ import annotations

import math
from datetime import date

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def month_after(day: date, months: float) -> str:
    """The month in which so many months from a day have passed: "March 2029"."""
    count = day.year * 12 + day.month - 1 + math.ceil(months - 1e-9)
    return f"{MONTHS[count % 12]} {count // 12}"
