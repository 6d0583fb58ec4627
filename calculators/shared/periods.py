"""How long a week, a month and a year are when money is counted."""

HOURS_PER_WEEK = 168
WEEKS_PER_YEAR = 52
"""Fifty-two, as payrolls count; the odd day or two of a year is left out."""
MONTHS_PER_YEAR = 12
WEEKS_PER_MONTH = WEEKS_PER_YEAR / MONTHS_PER_YEAR
