"""Format durations: short ones in months, long ones in years and months."""

from .money import round_half_up, write_number, write_trimmed

LONGEST_SPOKEN_IN_WEEKS, LONGEST_SPOKEN_IN_MONTHS = 1.5, 23.5
"""The longest durations, in months, that people count in weeks and in months."""
NOTICED = 0.15
"""The part of half a year that is worth a word."""
LONGEST_IN_MONTHS = 24
"""The longest duration, in months, that is written in months only."""
MONTHS_PER_YEAR, WEEKS_PER_YEAR = 12, 52


def write_months(value: float) -> str:
    """Format up to two years in months with at most one decimal, a longer time in years and months: "18.5 months", "5 years 1 month"."""
    size = abs(value)
    if round_half_up(size, 1) <= LONGEST_IN_MONTHS:
        return write_months_alone(value)
    years, months = divmod(int(round_half_up(size, 0)), MONTHS_PER_YEAR)
    parts = [f"{write_number(count)} {word}{'' if count == 1 else 's'}" for count, word in ((years, "year"), (months, "month")) if count]
    return f"{'−' if value < 0 else ''}{' '.join(parts)}"


def write_months_alone(value: float) -> str:
    """Format in months, however long: "60.7 months"."""
    number = write_trimmed(value, 1)
    return f"{number} {'month' if number in {'1', '−1'} else 'months'}"


def write_months_in_full(value: float) -> str:
    """Format in months, and a long duration also in years and months: "60.7 months (5 years 1 month)"."""
    alone, written = write_months_alone(value), write_months(value)
    return alone if alone == written else f"{alone} ({written})"


def spoken_months(months: float) -> str:
    """Write a duration as people say it: "about 2 weeks", "about 8 months", "nearly 5 years", "a little over 3½ years"."""
    if months < LONGEST_SPOKEN_IN_WEEKS:
        return f"about {_counted(round_half_up(months * WEEKS_PER_YEAR / MONTHS_PER_YEAR, 0), 'week')}"
    if months < LONGEST_SPOKEN_IN_MONTHS:
        return f"about {_counted(round_half_up(months, 0), 'month')}"
    exact = months / MONTHS_PER_YEAR * 2
    halves = round_half_up(exact, 0)
    years, half = divmod(halves, 2)
    closeness = "nearly" if exact < halves - NOTICED else "a little over" if exact > halves + NOTICED else "about"
    return f"{closeness} {years:.0f}{'½' if half else ''} years"


def _counted(number: float, noun: str) -> str:
    return f"{number:.0f} {noun}{'' if number == 1 else 's'}"
