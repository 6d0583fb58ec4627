"""The lengths of a week, a month and a year in money calculations."""

HOURS_PER_WEEK = 168
WEEKS_PER_YEAR = 52
"""Fifty-two, as in payroll; the extra day or two of a year is ignored."""
MONTHS_PER_YEAR = 12
WEEKS_PER_MONTH = WEEKS_PER_YEAR / MONTHS_PER_YEAR
