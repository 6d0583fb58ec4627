"""Sharing out limited hours among gigs, exactly.

Each gig pays one amount for its first hours and at most that for later ones, so its income is concave and piecewise linear. What
hours can be used together, given which parts of the day each gig fits, forms a polymatroid; on one, taking the best-paid piece
first, as far as it fits, is optimal (Federgruen and Groenevelt, Operations Research 34(6), 1986).
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass

PARTS = ("morning", "afternoon", "evening", "night")
ALL = (1 << len(PARTS)) - 1
"""A set of parts of the day is a number with one bit for each."""
SETS = range(1, ALL + 1)
AROUND = tuple(tuple(parts for parts in SETS if inner & ~parts == 0) for inner in range(ALL + 1))
"""For every set of parts, the sets that hold it whole."""
BITS = tuple(tuple(bit for bit in range(len(PARTS)) if parts >> bit & 1) for parts in SETS)
DUST = 1e-9


@dataclass(frozen=True)
class Offer:
    """A gig as the sharing sees it: pay for an hour up to `good` hours a week, `later` beyond, at least and at most so many hours."""

    parts: int
    pay: float
    good: float
    later: float
    promised: float
    most: float

    def income(self, hours: float) -> float:
        """What so many hours bring in a week."""
        return self.pay * min(hours, self.good) + self.later * max(0.0, hours - self.good)

    def pieces(self) -> tuple[tuple[float, float], ...]:
        """What is there to take beyond the promised hours: (pay for an hour, hours)."""
        first = max(0.0, min(self.good, self.most) - self.promised)
        rest = max(0.0, self.most - max(self.good, self.promised))
        return ((self.pay, first), (self.later, rest))


@functools.lru_cache(maxsize=64)
def parts_of(names: tuple[str, ...]) -> int:
    """The set for names of parts; no name at all stands for any time."""
    return sum(1 << PARTS.index(name) for name in names) or ALL


def ceilings(open_hours: Sequence[float], most: float) -> tuple[float, ...]:
    """For every set of parts, the hours that gigs which fit nowhere else can have together; index 0 is unused."""
    return (0.0, *[min(sum([open_hours[bit] for bit in bits]), most) for bits in BITS])


def share_out(offers: Sequence[Offer], ceiling: Sequence[float], least_pay: float) -> tuple[float, ...]:
    """Hours a week for each gig: the promised ones, then the best-paid first, none below `least_pay`."""
    hours = [offer.promised for offer in offers]
    room = list(ceiling)
    for offer in offers:
        for parts in AROUND[offer.parts]:
            room[parts] -= offer.promised
    pieces = [(pay, index, length) for index, offer in enumerate(offers) for pay, length in offer.pieces()]
    for pay, index, length in sorted(pieces, key=lambda piece: -piece[0]):
        if pay < least_pay or pay <= 0:
            break
        around = AROUND[offers[index].parts]
        taken = max(0.0, min(length, *[room[parts] for parts in around]))
        if taken > DUST:
            hours[index] += taken
            for parts in around:
                room[parts] -= taken
    return tuple(hours)


def overbooked(offers: Sequence[Offer], ceiling: Sequence[float]) -> bool:
    """Whether the promised hours alone are more than fit."""
    promised = [(offer.parts, offer.promised) for offer in offers if offer.promised]
    return any(sum([hours for inner, hours in promised if inner & ~parts == 0]) > ceiling[parts] + DUST for parts in SETS)
