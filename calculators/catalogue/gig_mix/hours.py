"""Exact allocation of limited hours to gigs.

Each gig pays one amount for its first hours and at most that for later ones, so its income is concave and piecewise linear. The
sets of hours that fit together, given the parts of the day of each gig, form a polymatroid. On a polymatroid the greedy algorithm,
best-paid piece first as far as it fits, is optimal (Federgruen and Groenevelt, Operations Research 34(6), 1986).
"""

import functools
from collections.abc import Sequence
from dataclasses import dataclass

PARTS = ("morning", "afternoon", "evening", "night")
ALL = (1 << len(PARTS)) - 1
"""A set of parts of the day is a bit mask."""
SETS = range(1, ALL + 1)
AROUND = tuple(tuple(parts for parts in SETS if inner & ~parts == 0) for inner in range(ALL + 1))
"""For every set of parts, its supersets."""
BITS = tuple(tuple(bit for bit in range(len(PARTS)) if parts >> bit & 1) for parts in SETS)
DUST = 1e-9


@dataclass(frozen=True)
class Offer:
    """A gig's terms: `pay` per hour up to `good` hours a week and `later` beyond, from `promised` to `most` hours."""

    parts: int
    pay: float
    good: float
    later: float
    promised: float
    most: float

    def income(self, hours: float) -> float:
        """The weekly income from a number of hours."""
        return self.pay * min(hours, self.good) + self.later * max(0.0, hours - self.good)

    def pieces(self) -> tuple[tuple[float, float], ...]:
        """The hours available beyond the promised ones: (hourly pay, hours)."""
        first = max(0.0, min(self.good, self.most) - self.promised)
        rest = max(0.0, self.most - max(self.good, self.promised))
        return ((self.pay, first), (self.later, rest))


@functools.lru_cache(maxsize=64)
def parts_of(names: tuple[str, ...]) -> int:
    """The bit mask of named parts; no names mean any time."""
    return sum(1 << PARTS.index(name) for name in names) or ALL


def ceilings(open_hours: Sequence[float], most: float) -> tuple[float, ...]:
    """For every set of parts, the most hours for gigs that fit only there; index 0 is unused."""
    return (0.0, *[min(sum([open_hours[bit] for bit in bits]), most) for bits in BITS])


def share_out(offers: Sequence[Offer], ceiling: Sequence[float], least_pay: float) -> tuple[float, ...]:
    """Weekly hours for each gig: the promised ones, then the best-paid ones first, none below `least_pay`."""
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
    """Whether the promised hours alone exceed the open hours."""
    promised = [(offer.parts, offer.promised) for offer in offers if offer.promised]
    return any(sum([hours for inner, hours in promised if inner & ~parts == 0]) > ceiling[parts] + DUST for parts in SETS)
