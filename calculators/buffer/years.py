"""Simulated years: past months, drawn three at a time, so that a bad spell stays a bad spell."""

from __future__ import annotations

import functools
import random
from collections.abc import Sequence

from ..engine.explore.ranges import quantile
from ..periods import MONTHS_PER_YEAR

YEARS = 2_000
SEED = 20_211_001
BLOCK = 3
"""Months that are drawn together: a quarter."""
BLOCKS = MONTHS_PER_YEAR // BLOCK
DRAWN = 400
"""Years of which every month is followed for the picture."""


@functools.lru_cache(maxsize=4)
def _starts(months: int) -> tuple[tuple[int, ...], ...]:
    """For each year the past month at which each of its quarters begins."""
    dice = random.Random(SEED)  # noqa: S311 - no secret
    return tuple(tuple(int(dice.random() * months) for _ in range(BLOCKS)) for _ in range(YEARS))


@functools.lru_cache(maxsize=4)
def _halves(months: int) -> tuple[tuple[int, int], ...]:
    """The same years as two half-years each; a half is numbered by its two quarters, first · months + second."""
    return tuple((a * months + b, c * months + d) for a, b, c, d in _starts(months))


def needs(surplus: Sequence[float]) -> list[float]:
    """What each simulated year would have needed in hand at its start to get through, lowest first.

    The past is laid in a circle, so that every month is drawn equally often (Politis and Romano's circular block bootstrap, 1992).
    Every pair of quarters is summed up once, so that a year is one step: what its first half needs, or what the first half leaves for
    the second to need, whichever is more.

    Args:
        surplus: of each past month, income less spending.
    """
    count = len(surplus)
    quarters = []
    for start in range(count):
        level = low = 0.0
        for step in range(BLOCK):
            level += surplus[(start + step) % count]
            low = min(low, level)
        quarters.append((level, low))
    sums = [first + second for first, _ in quarters for second, _ in quarters]
    lows = [min(low, level + later) for level, low in quarters for _, later in quarters]
    return sorted([-min(lows[first], sums[first] + lows[second]) for first, second in _halves(count)])


def bands(surplus: Sequence[float], start: float, shares: Sequence[float]) -> list[tuple[float, ...]]:
    """What is in hand at the end of each month of a year: for each month, the quantiles at these shares; month 0 first."""
    count = len(surplus)
    levels = [start] * DRAWN
    found = [tuple(start for _ in shares)]
    for month in range(MONTHS_PER_YEAR):
        block, step = divmod(month, BLOCK)
        levels = [level + surplus[(year[block] + step) % count] for level, year in zip(levels, _starts(count), strict=False)]
        ordered = sorted(levels)
        found.append(tuple(quantile(ordered, share) for share in shares))
    return found
