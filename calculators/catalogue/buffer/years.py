"""Simulated years: past months drawn in blocks of three, which preserves bad spells."""

import functools
import random
from collections.abc import Callable, Sequence
from itertools import accumulate
from operator import add, itemgetter

from ...engine.analysis.percentiles import quantile
from ...shared.periods import MONTHS_PER_YEAR

YEARS = 2_000
SEED = 20_211_001
BLOCK = 3
"""Number of months drawn together: a quarter."""
BLOCKS = MONTHS_PER_YEAR // BLOCK
DRAWN = 400
"""Number of years followed month by month for the chart."""


@functools.lru_cache(maxsize=4)
def _starts(months: int) -> tuple[tuple[int, ...], ...]:
    """For each year, the past month at which each of its quarters begins."""
    dice = random.Random(SEED)  # noqa: S311 - not for security
    return tuple(tuple(int(dice.random() * months) for _ in range(BLOCKS)) for _ in range(YEARS))


Take = Callable[[Sequence[float]], tuple[float, ...]]
"""Picks one item per year from a sequence, for all years in one call."""


@functools.lru_cache(maxsize=4)
def _halves(months: int) -> tuple[Take, Take]:
    """Pickers of each year's first and second half. A half's index is first quarter · months + second quarter."""
    starts = _starts(months)
    return itemgetter(*[a * months + b for a, b, _, _ in starts]), itemgetter(*[c * months + d for _, _, c, d in starts])


@functools.lru_cache(maxsize=4)
def _followed(months: int) -> tuple[Take, ...]:
    """For each month of a year, a picker of the past month that stands for it in each year of the chart."""
    years = _starts(months)[:DRAWN]
    return tuple(itemgetter(*[(year[month // BLOCK] + month % BLOCK) % months for year in years]) for month in range(MONTHS_PER_YEAR))


def _quarters(surplus: Sequence[float]) -> list[tuple[float, float]]:
    """For each past month, the surplus of the quarter that begins there, and its lowest level on the way, at most 0.

    The past is treated as a circle, so that every month is drawn equally often (Politis and Romano's circular block bootstrap, 1992).
    """
    in_a_row = zip(*([*surplus[step:], *surplus[:step]] for step in range(BLOCK)), strict=True)
    levels = [tuple(accumulate(months)) for months in in_a_row]
    return [(each[-1], min(0.0, *each)) for each in levels]


def all_needs(surplus: Sequence[float]) -> list[float]:
    """The savings that each simulated year would have needed at its start, in the order in which the years were drawn.

    Every pair of quarters is summed once, so that a year takes one step: it needs what its first half needs, or what the first half
    leaves for the second to need, whichever is more. `surplus` is income minus spending for each past month.
    """
    quarters = _quarters(surplus)
    sums = [first + second for first, _ in quarters for second, _ in quarters]
    lows = [min(low, level + later) for level, low in quarters for _, later in quarters]
    first, second = _halves(len(surplus))
    halves = zip(first(lows), first(sums), second(lows), strict=True)
    return [-(end if (end := level + later) < low else low) for low, level, later in halves]


def needs(surplus: Sequence[float]) -> list[float]:
    """The needs of all simulated years in ascending order."""
    return sorted(all_needs(surplus))


def bands(surplus: Sequence[float], start: float, shares: Sequence[float]) -> list[tuple[float, ...]]:
    """The quantiles at these shares of what is left at the end of each month of a year, starting with month 0."""
    levels = [start] * DRAWN
    rows = [tuple(start for _ in shares)]
    for take in _followed(len(surplus)):
        levels = list(map(add, levels, take(surplus)))
        ordered = sorted(levels)
        rows.append(tuple(quantile(ordered, share) for share in shares))
    return rows
