"""Format durations: short ones in months, long ones in years and months."""

from .money import round_half_up, write_number, write_trimmed

LONGEST_IN_MONTHS = 24
"""The longest duration, in months, that is written in months only."""
MONTHS_PER_YEAR = 12


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
