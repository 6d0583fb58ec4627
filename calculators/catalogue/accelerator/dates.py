"""Months from now as calendar months."""

import math
from calendar import month_name
from datetime import date


def month_after(day: date, months: float) -> str:
    """The calendar month that is `months` after a day: "March 2029"."""
    count = day.year * 12 + day.month - 1 + math.ceil(months - 1e-9)
    return f"{month_name[count % 12 + 1]} {count // 12}"
