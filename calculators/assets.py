"""The catalogue of asset kinds, traits and gigs, typed. What it holds stands in parameters/assets.toml and gigs.toml."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from .engine.fields import Option, each
from .engine.money import typed_number
from .engine.parameters import Value, load, source
from .periods import WEEKS_PER_MONTH


@dataclass(frozen=True)
class Kind:
    """A kind of asset. Capacity is counted in `unit` per `per`; `full` is the most there can be, 0 for no natural end."""

    id: str
    label: str
    group: str
    tangible: bool
    capacity_label: str
    unit: str
    per: str
    full: float
    obstacles: tuple[str, ...]

    @property
    def counted(self) -> str:
        """The unit with its period, such as "nights a month"."""
        return f"{self.unit} {each(self.per)}".rstrip()

    def per_month(self, amount: float) -> float:
        """An amount of capacity in this kind's own period, by the month."""
        return amount * WEEKS_PER_MONTH if self.per == "week" else amount


@dataclass(frozen=True)
class Trait:
    """A way of being with people that some gigs reward."""

    id: str
    label: str
    meaning: str


@dataclass(frozen=True)
class Cited:
    """Low, typical and high of a cited (or, for utilization, guessed) value; all three alike where only one is known."""

    low: float
    typical: float
    high: float
    as_of: date | None
    source: str
    note: str


@dataclass(frozen=True)
class Gig:
    """A use that an asset can be put to."""

    id: str
    label: str
    summary: str
    needs: tuple[str, ...]
    also: tuple[str, ...]
    traits: tuple[str, ...]
    unit: str
    units_hint: str
    obstacles: tuple[str, ...]
    platforms: tuple[str, ...]
    remote: bool
    anytime: bool
    capacity_used: float | None
    hours_sold: float | None
    hours_offered: float | None
    cited: Mapping[str, Cited]

    def typed(self) -> dict[str, str]:
        """What choosing this gig fills into a pair's fields, as typed; fields that nobody has a figure for are left alone."""
        fills = {name: getattr(self, name) for name in ("capacity_used", "hours_sold", "hours_offered")}
        texts = {name: typed_number(value) for name, value in fills.items() if value is not None}
        for name in ("price", "fee_fixed", "variable_cost"):
            if name in self.cited:
                texts[name] = typed_number(self.cited[name].typical)
        if "fee" in self.cited:
            texts["fee"] = typed_number(self.cited["fee"].typical * 100)
        if "utilization" in self.cited:
            known = self.cited["utilization"]
            for part in ("low", "typical", "high"):
                texts[f"utilization.{part}"] = typed_number(getattr(known, part) * 100)
        return texts


@functools.cache
def kinds() -> Mapping[str, Kind]:
    """Every kind of asset by id, in the file's order."""
    return {
        name: Kind(
            id=name,
            label=entry["label"],
            group=entry["group"],
            tangible=entry["tangible"],
            capacity_label=entry["capacity_label"],
            unit=entry["unit"],
            per=entry["per"],
            full=float(entry["full"]),
            obstacles=tuple(entry["obstacles"]),
        )
        for name, entry in load("assets")["assets"].items()
    }


@functools.cache
def traits() -> Mapping[str, Trait]:
    """Every trait by id."""
    return {name: Trait(name, entry["label"], entry["meaning"]) for name, entry in load("assets")["traits"].items()}


@functools.cache
def gigs() -> Mapping[str, Gig]:
    """Every gig by id, in the file's order."""
    return {name: _gig(name, entry) for name, entry in load("gigs")["gigs"].items()}


def _gig(name: str, entry: Mapping[str, Any]) -> Gig:
    def number(key: str) -> float | None:
        return float(entry[key]) if key in entry else None

    return Gig(
        id=name,
        label=entry["label"],
        summary=entry["summary"],
        needs=tuple(entry["needs"]),
        also=tuple(entry["also"]),
        traits=tuple(entry["traits"]),
        unit=entry["unit"],
        units_hint=entry["units_hint"],
        obstacles=tuple(entry["obstacles"]),
        platforms=tuple(entry["platforms"]),
        remote=entry["remote"],
        anytime=entry["anytime"],
        capacity_used=number("capacity_used"),
        hours_sold=number("hours_sold"),
        hours_offered=number("hours_offered"),
        cited={key: _cited(entry[key]) for key in ("price", "fee", "fee_fixed", "utilization", "variable_cost") if key in entry},
    )


def _cited(entry: Mapping[str, Any]) -> Cited:
    one = entry.get("value", entry.get("typical"))
    low, high = entry.get("low", one), entry.get("high", one)
    return Cited(float(low), float(one), float(high), entry.get("as_of"), entry.get("source", ""), entry.get("note", ""))


def cited_values(gig: Gig) -> Iterable[Value]:
    """The gig's figures that have a source, as dated values."""
    for name, known in gig.cited.items():
        if known.source and known.as_of is not None:
            label = f"{gig.label}: {name.replace('_', ' ')}"
            unit = "rate" if name in {"fee", "utilization"} else f"USD {each(gig.unit)}"
            yield Value(f"gigs.{gig.id}.{name}", label, unit, known.typical, known.as_of, "published", source(known.source), known.note)


def kind_options() -> tuple[Option, ...]:
    """The kinds as choices; choosing one fills in the most there can be."""
    return tuple(
        Option(kind.id, f"{kind.label}: {kind.counted}", kind.group, (("capacity", typed_number(kind.full)),) if kind.full else ())
        for kind in kinds().values()
    )


def gig_options() -> tuple[Option, ...]:
    """The gigs as choices, grouped by the first kind that they need; choosing one fills in what is known of it."""
    ordered = sorted(gigs().values(), key=lambda gig: list(kinds()).index(gig.needs[0]))
    return tuple(
        Option(gig.id, f"{gig.label} (by the {gig.unit})", kinds()[gig.needs[0]].group, tuple(gig.typed().items())) for gig in ordered
    )
