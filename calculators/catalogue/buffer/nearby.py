"""What simulated years need when all months are a little better, or worse, than months that were looked at before.

A range asks for two thousand buffers, each of two thousand years, and most of them differ by a few dollars a month. When every month
leaves more, by at most d, no year needs more than before, and none needs less by more than 12 d, plus what rounding takes. So the years
whose need lies far from the one that is asked for stay on their side of it, and only those close by have to be worked out. What is
answered is exactly what working out all of them would answer.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import sub
from typing import NamedTuple

from ...shared.periods import MONTHS_PER_YEAR
from .years import YEARS, all_needs, quarters_of, starts_of

FEW = 256
"""Years that are worked out one by one; where more lie close by, all are, and are kept for the next."""
KEPT = 64
"""Sets of months whose years are kept."""
DUST = 1e-11
"""More than rounding can take from a year's twelve months, as a share of the largest of them."""
EVERY = tuple(range(YEARS))


class _Known(NamedTuple):
    """Months with what their years need, lowest first, and which years these are."""

    surplus: Sequence[float]
    needs: list[float]
    years: list[int]


_known: list[_Known] = []
"""Each a little better than the one before it."""


class Needs(Sequence[float]):
    """What two thousand years made of these months need, lowest first; worked out as far as it is asked for."""

    def __init__(self, surplus: Sequence[float]) -> None:
        """Of each past month, income less spending."""
        self._surplus = surplus
        self._held: tuple[int, list[float]] = (0, [])
        self._fall = self._rise = 0.0
        at = bisect_right(_known, surplus[0], key=_first)
        sides = _known[max(0, at - 1) : at + 1]
        base = min(sides, key=lambda known: abs(known.surplus[0] - surplus[0]), default=None)
        if base is None or len(base.surplus) != len(surplus):
            self._work_out_all()
            return
        apart = list(map(sub, surplus, base.surplus))
        better, worse, self._base = max(apart), min(apart), base
        most = MONTHS_PER_YEAR * max(better, -worse) + DUST * max(map(abs, (*surplus, *base.surplus)))
        if better > 0:
            self._fall = most
        if worse < 0:
            self._rise = most

    def _work_out_all(self) -> None:
        """Work out every year, and keep them where they stand; what cannot be set beside the others begins the list anew."""
        every = all_needs(self._surplus)
        years = sorted(EVERY, key=every.__getitem__)
        self._base, self._fall, self._rise = _Known(self._surplus, [every[year] for year in years], years), 0.0, 0.0
        if len(_known) >= KEPT or (_known and len(_known[0].surplus) != len(self._surplus)):
            _known.clear()
        _known.insert(bisect_right(_known, self._surplus[0], key=_first), self._base)

    def __eq__(self, other: object) -> bool:
        """Of the same months: the same needs."""
        return isinstance(other, Needs) and other._surplus == self._surplus

    def __hash__(self) -> int:
        """By the months."""
        return hash(tuple(self._surplus))

    def __len__(self) -> int:
        """How many years there are."""
        return YEARS

    def __getitem__(self, rank: int) -> float:  # type: ignore[override]  # nobody asks for a slice
        """The need of that rank; that of the next is worked out with it."""
        first, values = self._held
        if not first <= rank < first + len(values):
            first, values = self._held = rank, self._between(rank, min(rank + 1, YEARS - 1))
        return values[rank - first]

    def up_to(self, amount: float) -> int:
        """How many years need no more than an amount."""
        least, most = (bisect_right(self._base.needs, amount + way) for way in (-self._rise, self._fall))
        return least + bisect_right(self._now(least, most), amount)

    def _between(self, low: int, high: int) -> list[float]:
        """The needs from one rank to another."""
        held, around = self._base.needs, self._fall + self._rise
        if not around:
            return held[low : high + 1]
        nothing = 0 if self._rise else bisect_right(held, 0.0)  # who needed nothing needs nothing when months are better
        if high < nothing:
            return held[low : high + 1]
        start, end = max(nothing, bisect_left(held, held[low] - around)), bisect_right(held, held[high] + around)
        if end - start > FEW:
            self._work_out_all()
            return self._base.needs[low : high + 1]
        now = self._now(start, end)
        return [held[rank] if rank < nothing else now[rank - start] for rank in range(low, high + 1)]

    def _now(self, start: int, end: int) -> list[float]:
        """What the years need now that had the ranks from start to before end, lowest first."""
        if not self._fall and not self._rise:
            return self._base.needs[start:end]
        quarters, starts = quarters_of(self._surplus), starts_of(len(self._surplus))
        found = []
        for year in self._base.years[start:end]:
            one, two, three, four = starts[year]
            (level, low), (later, lower), (third, lowest) = quarters[one], quarters[two], quarters[three]
            first, second = level + lower, third + quarters[four][1]
            first = low if low < first else first  # noqa: FURB136 - what all_needs says by `min`, whose call takes longer
            whole = level + later + (lowest if lowest < second else second)  # noqa: FURB136
            found.append(-(whole if whole < first else first))  # noqa: FURB136
        found.sort()
        return found


def _first(known: _Known) -> float:
    return known.surplus[0]
