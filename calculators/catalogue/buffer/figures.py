"""How much the income varies, and the buffer that gets you through."""

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
"""The quantiles of the simulated years: a poor year, the middle one, a good one."""


@figure("The months", unit=Money(), step=True)
def months(past: tuple[float, ...]) -> tuple[float, ...]:
    """The income of each past month."""
    return past


@figure("Months", unit=Count(unit="months"))
def count(months: tuple[float, ...]) -> int:
    """The number of past months."""
    return len(months)


@figure("Average month", unit=Money(per="month", dollars=True))
def mean(months: tuple[float, ...]) -> float:
    """The average of the income that varies, over all past months."""
    return sum(months) / len(months)


@figure("Months vary by", unit=Proportion())
def variation(months: tuple[float, ...], mean: float) -> float | None:
    """The coefficient of variation: a month's typical distance from the mean, as a share of it. Under 20% is steady, over 50% is wild."""
    if mean <= 0:
        return None
    return math.sqrt(sum((month - mean) ** 2 for month in months) / (len(months) - 1)) / mean


@figure("Changes from month to month", unit=Rate(), step=True)
def arcs(months: tuple[float, ...]) -> tuple[float, ...]:
    """Arc change 2(b − a) ÷ (b + a), from −200% to 200%. A rise and an equal fall have the same size; from zero to zero is 0."""
    return tuple(2 * (b - a) / (b + a) if a + b > 0 else 0.0 for a, b in pairwise(months))


@figure("Usual change from month to month", unit=Proportion())
def usual_change(arcs: tuple[float, ...]) -> float:
    """The median of all changes from one month to the next, up or down, each relative to the mean of the two months."""
    return quantile(sorted(abs(arc) for arc in arcs), 0.5)


@figure("Worst drop from one month to the next", unit=Proportion(), tone="loss")
def worst_change(arcs: tuple[float, ...]) -> float:
    """The largest fall, relative to the mean of the two months. −200% is a fall to zero."""
    return min(0.0, *arcs)


@figure("What each month left over", unit=Money(), step=True)
def surplus(months: tuple[float, ...], steady: float, spending: float) -> tuple[float, ...]:
    """Income that varies plus steady income, minus what you need."""
    return tuple(month + steady - spending for month in months)


@figure("Left over in an average month", unit=Money(per="month", dollars=True))
def mean_surplus(mean: float, steady: float, spending: float) -> float:
    """All income minus what you need. Below zero, no buffer lasts."""
    return mean + steady - spending


@figure("The worst stretch cost", unit=Money(dollars=True), tone="loss")
def worst_run(surplus: tuple[float, ...]) -> float:
    """The most that consecutive past months would have taken out of a buffer."""
    return _spell(surplus)[0]


@figure("The worst stretch lasted", unit=Months())
def worst_length(surplus: tuple[float, ...]) -> int:
    """The number of months from its start to its lowest point."""
    return _spell(surplus)[1]


def _spell(surplus: tuple[float, ...]) -> tuple[float, int]:
    """The largest loss over consecutive months, and the number of months."""
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
    """The savings that each of two thousand simulated years, made of your own months, would need at its start."""
    return years.needs(surplus)


@figure("Your buffer", unit=Money(dollars=True))
def buffer(needs: list[float], cover: float) -> float:
    """With this much at the start of a year, you get through the share of simulated years that you chose."""
    return quantile(needs, cover)


@figure("Still missing", unit=Money(dollars=True), tone="loss")
def missing(buffer: float, have: float) -> float:
    """The buffer minus what you have saved."""
    return max(0, buffer - have)


@figure("Months to build it", unit=Months())
def months_to_build(missing: float, save: float) -> float | None:
    """At what you could save each month. A dash means never, because you save nothing."""
    if missing <= 0:
        return 0.0
    return missing / save if save > 0 else None


@figure("Your savings cover", unit=Proportion())
def covered(needs: list[float], have: float) -> float:
    """The share of simulated years that your present savings get you through."""
    return bisect_right(needs, have + 1e-9) / len(needs)


@figure("Six weeks of income", unit=Money(dollars=True))
def six_weeks(mean: float, steady: float, rule_weeks: float) -> float:
    """A rule of thumb for comparison, from a study of bank accounts: six weeks of all income."""
    return (mean + steady) * MONTHS_PER_YEAR / WEEKS_PER_YEAR * rule_weeks


@dataclass(frozen=True)
class Month:
    """What is left at the end of a month, starting with the buffer, in poor, middle and good years."""

    month: Annotated[int, Count("Month")]
    low: Annotated[float, Money("1 in 10 lower", dollars=True)]
    middle: Annotated[float, Money("The middle", dollars=True)]
    high: Annotated[float, Money("1 in 10 higher", dollars=True)]


@figure("A year with the buffer", table=Month)
def course(surplus: tuple[float, ...], buffer: float) -> tuple[Month, ...]:
    """How the buffer develops over twelve simulated months."""
    return tuple(Month(month, *quantiles) for month, quantiles in enumerate(years.bands(surplus, buffer, SHARES)))
