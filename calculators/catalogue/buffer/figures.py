"""How much the income swings, and the buffer that carries you through."""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated

from ...engine.analysis.percentiles import quantile
from ...engine.fields import Count, Money, Months, Proportion, Rate
from ...engine.figures import figure
from ...shared.periods import MONTHS_PER_YEAR, WEEKS_PER_YEAR
from . import years

SHARES = (0.1, 0.5, 0.9)
"""Of the simulated years: a poor, the middle and a good one."""


@figure("The months", unit=Money(), step=True)
def months(past: tuple[float, ...]) -> tuple[float, ...]:
    """The income of each past month."""
    return past


@figure("Months", unit=Count(unit="months"))
def count(months: tuple[float, ...]) -> int:
    """How many there are."""
    return len(months)


@figure("A month on average", unit=Money(per="month", dollars=True))
def mean(months: tuple[float, ...]) -> float:
    """The income that varies, over all past months."""
    return sum(months) / len(months)


@figure("Months differ by", unit=Proportion())
def variation(months: tuple[float, ...], mean: float) -> float | None:
    """The coefficient of variation: the usual distance of a month from the mean, as a share of it. Under 20% is steady, over 50% wild."""
    if mean <= 0:
        return None
    return math.sqrt(sum((month - mean) ** 2 for month in months) / (len(months) - 1)) / mean


@figure("Changes from month to month", unit=Rate(), step=True)
def arcs(months: tuple[float, ...]) -> tuple[float, ...]:
    """Arc change 2(b − a) ÷ (b + a): a rise and the same fall count alike, from −200% to 200%; from nothing to nothing is 0."""
    return tuple(2 * (b - a) / (b + a) if a + b > 0 else 0.0 for a, b in pairwise(months))


@figure("A month changes by, usually", unit=Proportion())
def usual_change(arcs: tuple[float, ...]) -> float:
    """The middle one of all changes from one month to the next, up or down, each against the mean of the two months."""
    return quantile(sorted(abs(arc) for arc in arcs), 0.5)


@figure("The worst fall from one month to the next", unit=Proportion(), tone="loss")
def worst_change(arcs: tuple[float, ...]) -> float:
    """The largest fall, against the mean of the two months; −200% is a fall to nothing."""
    return min(0.0, *arcs)


@figure("What each month left over", unit=Money(), step=True)
def surplus(months: tuple[float, ...], steady: float, spending: float) -> tuple[float, ...]:
    """Income that varies and steady income, less what you need."""
    return tuple(month + steady - spending for month in months)


@figure("Left over in an average month", unit=Money(per="month", dollars=True))
def mean_surplus(mean: float, steady: float, spending: float) -> float:
    """All income less what you need. Below nothing no buffer lasts."""
    return mean + steady - spending


@figure("The worst spell took", unit=Money(dollars=True), tone="loss")
def worst_run(surplus: tuple[float, ...]) -> float:
    """The most that your past months in a row would have taken out of a buffer."""
    return _spell(surplus)[0]


@figure("The worst spell lasted", unit=Months())
def worst_length(surplus: tuple[float, ...]) -> int:
    """Months from its start to its lowest point."""
    return _spell(surplus)[1]


def _spell(surplus: tuple[float, ...]) -> tuple[float, int]:
    """The stretch of months with the largest loss, and its length."""
    best, length = 0.0, 0
    level, start = 0.0, 0
    for at, each in enumerate(surplus):
        if level >= 0:
            level, start = 0.0, at
        level += each
        if level < best:
            best, length = level, at - start + 1
    return -best, length


@figure("What the simulated years need", unit=Money(), step=True)
def needs(surplus: tuple[float, ...]) -> list[float]:
    """What each of two thousand years made of your own months would need in hand at its start."""
    return years.needs(surplus)


@figure("Your buffer", unit=Money(dollars=True))
def buffer(needs: list[float], cover: float) -> float:
    """In hand at the start of a year, it carries you through the share of simulated years that you chose."""
    return quantile(needs, cover)


@figure("Still missing", unit=Money(dollars=True), tone="loss")
def missing(buffer: float, have: float) -> float:
    """The buffer less what you have put by."""
    return max(0, buffer - have)


@figure("Months to build it", unit=Months())
def months_to_build(missing: float, save: float) -> float | None:
    """At what you could put by. A dash: never, with nothing put by."""
    if missing <= 0:
        return 0.0
    return missing / save if save > 0 else None


@figure("What you have covers", unit=Proportion())
def covered(needs: list[float], have: float) -> float:
    """Of the simulated years, those that what you have put by carries you through."""
    return bisect_right(needs, have + 1e-9) / len(needs)


@figure("Six weeks of income", unit=Money(dollars=True))
def six_weeks(mean: float, steady: float, rule_weeks: float) -> float:
    """A rule of thumb to hold beside it, from a study of bank accounts: six weeks of all that comes in."""
    return (mean + steady) * MONTHS_PER_YEAR / WEEKS_PER_YEAR * rule_weeks


@dataclass(frozen=True)
class Month:
    """What is in hand at the end of a month, starting with the buffer: in poor, middle and good years."""

    month: Annotated[int, Count("Month")]
    low: Annotated[float, Money("1 in 10 lower", dollars=True)]
    middle: Annotated[float, Money("The middle", dollars=True)]
    high: Annotated[float, Money("1 in 10 higher", dollars=True)]


@figure("A year with the buffer", table=Month)
def course(surplus: tuple[float, ...], buffer: float) -> tuple[Month, ...]:
    """How the buffer fares over twelve simulated months."""
    return tuple(Month(month, *quantiles) for month, quantiles in enumerate(years.bands(surplus, buffer, SHARES)))
