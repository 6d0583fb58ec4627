"""Simulated years: past months, drawn three at a time, so that a bad spell stays a bad spell."""

from __future__ import annotations

import functools
import random
from collections.abc import Callable, Sequence
from itertools import accumulate
from operator import add, itemgetter
from typing import Any

from ...engine.analysis.percentiles import quantile
from ...shared.periods import MONTHS_PER_YEAR

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


Take = Callable[[Sequence[Any]], tuple[Any, ...]]
"""Takes from a sequence one item a year: two thousand steps in one, which is what makes a year cheap."""


@functools.lru_cache(maxsize=4)
def _halves(months: int) -> tuple[Take, Take]:
    """Takes each year's first half and its second; a half is numbered by its two quarters, first · months + second."""
    starts = _starts(months)
    return itemgetter(*[a * months + b for a, b, _, _ in starts]), itemgetter(*[c * months + d for _, _, c, d in starts])


@functools.lru_cache(maxsize=4)
def _followed(months: int) -> tuple[Take, ...]:
    """For each month of a year, takes the past month that it is in each year of the picture."""
    years = _starts(months)[:DRAWN]
    return tuple(itemgetter(*[(year[month // BLOCK] + month % BLOCK) % months for year in years]) for month in range(MONTHS_PER_YEAR))


def _quarters(surplus: Sequence[float]) -> list[tuple[float, float]]:
    """What a quarter that begins at each past month leaves, and the lowest that it comes to on the way, at most nothing.

    The past is laid in a circle, so that every month is drawn equally often (Politis and Romano's circular block bootstrap, 1992).
    """
    in_a_row = zip(*([*surplus[step:], *surplus[:step]] for step in range(BLOCK)), strict=True)
    levels = [tuple(accumulate(months)) for months in in_a_row]
    return [(each[-1], min(0.0, *each)) for each in levels]


def all_needs(surplus: Sequence[float]) -> list[float]:
    """What each simulated year would have needed in hand at its start to get through, in the order in which they were drawn.

    Every pair of quarters is summed up once, so that a year is one step: what its first half needs, or what the first half leaves for
    the second to need, whichever is more.

    Args:
        surplus: of each past month, income less spending.
    """
    quarters = _quarters(surplus)
    sums = [first + second for first, _ in quarters for second, _ in quarters]
    lows = [min(low, level + later) for level, low in quarters for _, later in quarters]
    first, second = _halves(len(surplus))
    halves = zip(first(lows), first(sums), second(lows), strict=True)
    return [-(end if (end := level + later) < low else low) for low, level, later in halves]


def needs(surplus: Sequence[float]) -> list[float]:
    """The same, lowest first."""
    return sorted(all_needs(surplus))


def bands(surplus: Sequence[float], start: float, shares: Sequence[float]) -> list[tuple[float, ...]]:
    """What is in hand at the end of each month of a year: for each month, the quantiles at these shares; month 0 first."""
    levels = [start] * DRAWN
    rows = [tuple(start for _ in shares)]
    for take in _followed(len(surplus)):
        levels = list(map(add, levels, take(surplus)))
        ordered = sorted(levels)
        rows.append(tuple(quantile(ordered, share) for share in shares))
    return rows
