"""Entries added up: by month, by week, and by what they are for."""

import calendar
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from ...shared.periods import WEEKS_PER_MONTH
from ..statements.entries import Entry

AMOUNTS = ("money", "out", "tips", "fee", "hours", "paid_hours", "miles", "paid_miles")
"""The names of an entry's amounts."""
NO_USE = ""
DAYS_IN_WEEK = 7


@dataclass(frozen=True)
class Sums:
    """Amounts added up, 0 where nothing is said."""

    money: float = 0.0
    out: float = 0.0
    tips: float = 0.0
    fee: float = 0.0
    hours: float = 0.0
    paid_hours: float = 0.0
    miles: float = 0.0
    paid_miles: float = 0.0

    @property
    def received(self) -> float:
        """The money that came in: with tips, after fees."""
        return self.money + self.tips - self.fee


@dataclass(frozen=True)
class Month:
    """A calendar month: its first day, its entries' sums and number, and the first and the last day with an entry."""

    start: date
    sums: Sums
    entries: int
    first: int
    last: int

    @property
    def key(self) -> str:
        """The month as in 2026-01."""
        return f"{self.start:%Y-%m}"


def add_up(entries: Iterable[Entry]) -> Sums:
    """Add up the amounts of entries."""
    listed = list(entries)
    return Sums(**{name: sum(getattr(entry, name) or 0.0 for entry in listed) for name in AMOUNTS})


def said(entries: Collection[Entry]) -> tuple[str, ...]:
    """The names of the amounts of which at least one entry says something other than 0."""
    return tuple(name for name in AMOUNTS if any(getattr(entry, name) for entry in entries))


def by_month(entries: Sequence[Entry]) -> list[Month]:
    """The months from the first entry's to the last one's. A month without entries is among them."""
    if not entries:
        return []
    days = [entry.day for entry in entries]
    start, end = min(days).replace(day=1), max(days)
    grouped: dict[date, list[Entry]] = {}
    while start <= end:
        grouped[start] = []
        start += timedelta(days=calendar.monthrange(start.year, start.month)[1])
    for entry in entries:
        grouped[entry.day.replace(day=1)].append(entry)
    return [_month(first, listed) for first, listed in grouped.items()]


def by_use(entries: Iterable[Entry]) -> list[tuple[str, list[Entry]]]:
    """The entries of each use, however it is capitalized; those with the most money first, then those with the most entries."""
    grouped: dict[str, list[Entry]] = {}
    for entry in entries:
        grouped.setdefault(entry.use.casefold(), []).append(entry)
    named = [(listed[0].use, listed) for listed in grouped.values()]
    return sorted(named, key=lambda pair: (-add_up(pair[1]).received, -len(pair[1]), pair[0]))


@dataclass(frozen=True)
class Weeks:
    """A usual week: each period's sums with entries, and how many of the periods make a week's worth."""

    periods: tuple[Sums, ...]
    per_week: float

    def average(self, name: str) -> float:
        """The mean of an amount in a week."""
        return float(sum(getattr(sums, name) for sums in self.periods)) / len(self.periods) * self.per_week

    def sizes(self, name: str) -> list[float]:
        """An amount in each period, as of a week, in ascending order."""
        return sorted(getattr(sums, name) * self.per_week for sums in self.periods)


def by_week(entries: Collection[Entry]) -> Weeks:
    """The weeks with an entry, from Monday to Sunday; months in their place where entries are usually more than a week apart."""
    days = sorted({entry.day for entry in entries})
    gaps = [(after - before).days for before, after in pairwise(days)]
    is_sparse = bool(gaps) and median(gaps) > DAYS_IN_WEEK
    grouped: dict[date, list[Entry]] = {}
    for entry in entries:
        start = entry.day.replace(day=1) if is_sparse else entry.day - timedelta(days=entry.day.weekday())
        grouped.setdefault(start, []).append(entry)
    return Weeks(tuple(add_up(listed) for listed in grouped.values()), 1 / WEEKS_PER_MONTH if is_sparse else 1.0)


def _month(start: date, entries: Sequence[Entry]) -> Month:
    days = [entry.day.day for entry in entries]
    return Month(start, add_up(entries), len(entries), min(days, default=0), max(days, default=0))
