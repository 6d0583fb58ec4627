"""Fee schedules from parameters/platforms.toml, and what they charge."""

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ...engine.currency import US_DOLLAR
from ...engine.fields import Money, Option
from ...engine.money import typed_number
from ...engine.notation import POINT, in_notation
from ...engine.parameters import Value, load, source

SHARES = ("fee", "small_fee", "large_fee", "buyer_fee")
AMOUNTS = ("fixed", "small", "small_fixed", "large", "payout", "buyer_fixed", "buyer_most")

CENT = 0.01
"""The smallest step of a price."""
DUST = 1e-9
"""Tolerance for floating-point error between two amounts."""


@dataclass(frozen=True, kw_only=True)
class Schedule:
    """What a platform keeps of one sale, and what it adds for the buyer. Shares are fractions of the price.

    A sale at or under `small` pays `small_fee` and `small_fixed` in place of `fee` and `fixed`; the part of a price above `large`
    pays `large_fee` in place of `fee`. A limit of 0 means that there is none.
    """

    fee: float = 0.0
    fixed: float = 0.0
    small: float = 0.0
    small_fee: float = 0.0
    small_fixed: float = 0.0
    large: float = 0.0
    large_fee: float = 0.0

    def taken(self, price: float) -> float:
        """What the platform keeps of a sale at a price."""
        if price <= self.small and self.small > 0:
            return price * self.small_fee + self.small_fixed
        if 0 < self.large < price:
            return self.large * self.fee + (price - self.large) * self.large_fee + self.fixed
        return price * self.fee + self.fixed

    def price_for(self, net: float) -> float:
        """The lowest price that leaves at least `net`.

        Each part of the schedule is linear, so each gives one candidate price. The lowest candidate within its own part is the answer.
        """
        low = (net + self.small_fixed) / (1 - self.small_fee)
        if self.small > 0 and low <= self.small + DUST:
            return min(max(0.0, low), self.small)
        middle = (net + self.fixed) / (1 - self.fee)
        if middle <= self.small:  # just above the limit of small sales, more is left than at the limit
            return self.small + CENT if self.small > 0 else 0.0
        if self.large <= 0 or middle <= self.large:
            return middle
        return (net + self.fixed + self.large * (self.fee - self.large_fee)) / (1 - self.large_fee)


@dataclass(frozen=True)
class Dated:
    """A published schedule with its date, source and note."""

    since: date
    numbers: Mapping[str, float]
    source: str
    note: str


@dataclass(frozen=True)
class Platform:
    """A platform and its schedules, oldest first."""

    id: str
    label: str
    group: str
    unit: str
    schedules: tuple[Dated, ...]

    @property
    def latest(self) -> Dated:
        """The most recent schedule."""
        return self.schedules[-1]

    def typed(self) -> dict[str, str]:
        """The values that choosing this platform fills into a row, as typed: every number, with 0 for what it does not charge."""
        numbers = self.latest.numbers
        shares = {name: typed_number(numbers.get(name, 0.0) * 100) for name in SHARES}
        return shares | {name: typed_number(numbers.get(name, 0.0)) for name in AMOUNTS}

    def abroad(self) -> tuple[tuple[str, str, str], ...]:
        """Its US amounts, which are set to 0 in other currencies: (field, typed value, the published amount in words)."""
        known = self.latest
        about = f"{source(known.source).publisher}, {known.since:%B %Y}"
        dollars = Money(currency=US_DOLLAR).write
        return tuple((name, "0", f"In the US: {dollars(known.numbers[name])} ({about}).") for name in AMOUNTS if known.numbers.get(name))


@functools.cache
def platforms() -> Mapping[str, Platform]:
    """Every platform by id, in the file's order."""
    return {
        name: Platform(name, entry["label"], entry["group"], entry["unit"], tuple(map(_dated, entry["schedules"])))
        for name, entry in load("platforms")["platforms"].items()
    }


def _dated(entry: Mapping[str, Any]) -> Dated:
    numbers = {key: float(entry[key]) for key in (*SHARES, *AMOUNTS) if key in entry}
    return Dated(entry["from"], numbers, entry["source"], entry["note"])


def last_checked() -> date:
    """The date of the most recent schedule."""
    return max(platform.latest.since for platform in platforms().values())


def cited_schedules(names: Iterator[str]) -> Iterator[Value]:
    """The published fee of each named platform, with its source."""
    for name in dict.fromkeys(names):
        if name not in platforms():
            continue
        platform = platforms()[name]
        known = platform.latest
        fee, label = known.numbers.get("fee", 0.0), f"{platform.label}: share of the price"
        yield Value(f"platforms.{name}", label, "rate", fee, known.since, "published", source(known.source), known.note)


def platform_options() -> tuple[Option, ...]:
    """The platforms as options that fill in their schedules; the last one is the reader's own."""
    with in_notation(POINT):  # built once for all notations; the page rewrites them
        known = [Option(p.id, f"{p.label} (by the {p.unit})", p.group, tuple(p.typed().items()), p.abroad()) for p in platforms().values()]
    return (*known, Option("own", "Another: I enter its fees", "Others", tuple(dict.fromkeys((*SHARES, *AMOUNTS), "0").items())))
