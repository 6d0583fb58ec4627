"""The catalog of asset kinds, traits and gigs, from parameters/assets.toml and gigs.toml."""

import functools
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..engine.currency import US_DOLLAR
from ..engine.fields import Money, Option, Rate, per_phrase
from ..engine.money import CENTS, round_half_up, typed_number, write_trimmed
from ..engine.notation import POINT, in_notation
from ..engine.parameters import Value, latest, load, source
from .periods import WEEKS_PER_MONTH


@dataclass(frozen=True)
class Kind:
    """A kind of asset. Capacity is counted in `unit` per `per`; `full` is the largest possible capacity, 0 for no limit.

    `open`: the kind alone says little about its uses, as with a skill.
    """

    id: str
    label: str
    group: str
    unit: str
    per: str
    full: float
    obstacles: tuple[str, ...]
    open: bool

    @property
    def counted(self) -> str:
        """The unit with its period, such as "nights a month"."""
        return f"{self.unit} {per_phrase(self.per)}".rstrip()

    def per_month(self, amount: float) -> float:
        """A capacity per month, rounded down: to whole units from ten on, else to tenths."""
        month = amount * WEEKS_PER_MONTH if self.per == "week" else amount
        return float(math.floor(month)) if month >= 10 else math.floor(month * 10 + ROUNDING) / 10


@dataclass(frozen=True)
class Trait:
    """A strength with people that some gigs reward."""

    id: str
    label: str
    meaning: str


@dataclass(frozen=True)
class Cited:
    """The low, typical and high of a cited (or, for utilization, guessed) value; all three are equal if only one is known."""

    low: float
    typical: float
    high: float
    as_of: date | None
    source: str
    note: str
    publisher: str

    @property
    def day(self) -> str:
        """What the figure describes, a month or a year, in words; "" without a date."""
        since = self.as_of
        return "" if since is None else f"{since.year}" if (since.month, since.day) == (1, 1) else f"{since:%B %Y}"


@dataclass(frozen=True)
class Gig:
    """A use for an asset.

    `fits` are the sorts of assets that it is made for; none means every sort of the kinds that it needs. `miles` is our guess of the
    reader's own driving for each unit.
    """

    id: str
    label: str
    needs: tuple[str, ...]
    also: tuple[str, ...]
    traits: tuple[str, ...]
    fits: tuple[str, ...]
    unit: str
    obstacles: tuple[str, ...]
    remote: bool
    capacity_used: float | None
    hours_sold: float | None
    hours_offered: float | None
    cited: Mapping[str, Cited]
    many: str
    customer: str
    drives: bool
    miles: float

    @property
    def keeps_a_share(self) -> bool:
        """Whether a platform keeps a share of the price. An unpublished fee is assumed to exist."""
        return "fee" not in self.cited or self.cited["fee"].typical > 0

    def counted(self, amount: float) -> str:
        """Write an amount with its unit: "26 nights", "1 room"."""
        return in_words(amount, self.many)

    def typed(self) -> dict[str, str]:
        """The values that choosing this gig fills into a use, as typed: every field of a gig, so that no value of another gig remains."""
        fills = {name: getattr(self, name) for name in ("capacity_used", "hours_sold", "hours_offered", "miles")}
        texts = BARE | {name: typed_number(value) for name, value in fills.items() if value is not None}
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

    def abroad(self) -> tuple[tuple[str, str, str], ...]:
        """Replacements for its US amounts in other currencies: (field, typed value, the cited amount in words).

        Price and cost are left for the reader to enter, and a fixed fee is set to 0. The share that a US platform keeps stays as a guess.
        """
        texts = EMPTY | {"fee": self.typed()["fee"]}
        return tuple((name, text, self._words(name)) for name, text in texts.items() if name in self.cited)

    def _words(self, name: str) -> str:
        known = self.cited[name]
        if name == "fee":
            counted = f"{Rate().write(known.typical)} of the price"
        else:
            amount = f"{Money(currency=US_DOLLAR).write(known.typical)} {per_phrase(self.unit)}"
            counted = f"{known.note}: {amount}" if name == "variable_cost" else amount
        return f"In the US: {counted} ({', '.join(filter(None, (known.publisher, known.day)))})."


BARE = {
    "price": "0",
    "units": "0",
    "utilization.low": "30",
    "utilization.typical": "50",
    "utilization.high": "70",
    "fee": "0",
    "fee_fixed": "0",
    "variable_cost": "0",
    "fixed_cost": "0",
    "hours_sold": "0",
    "hours_offered": "0",
    "capacity_used": "1",
    "ramp_up": "3",
    "busy_months": "12",
    "rest_share": "0",
    "miles": "0",
}
"""The fields of a gig in a use of leverage income, with their defaults for unpublished values."""
EMPTY = {"price": "", "variable_cost": "", "fee_fixed": "0"}
"""A gig's amounts of money, and the values of their boxes when they are known only in another currency."""
FIRST_HOURS = 4.0
"""The default hours a week of new knowledge, a new skill or new free time: "a few hours" (sorts.toml)."""
FIRST_CAPACITY = 10.0
"""The default capacity of a new asset of a kind without a limit."""
CENTS_PER_DOLLAR = 100
ROUNDING = 1e-9
"""Tolerance for floating-point error: three tenths of an hour must not round down to two."""
USUAL_MONTH = 30
"""The default days or nights of a new asset; the longest month has 31."""


def in_words(amount: float, many: str, places: int | None = None) -> str:
    """Write an amount of things: "26 nights", "1 copy". Amounts from ten on are whole unless `places` is given."""
    text = write_trimmed(amount, (0 if amount >= 10 else 1) if places is None else places)
    return f"{text} {singular(many) if text == '1' else many}"


def singular(many: str) -> str:
    """The word for one of many: "night", "copy"."""
    return f"{many[:-3]}y" if many.endswith("ies") else many.removesuffix("s")


def part_of(amount: float, whole: float, many: str) -> str:
    """Write a part of an amount, with enough decimals to tell the two apart: "30 of 31 nights"."""
    places = next((n for n in range(CENTS) if write_trimmed(amount, n) != write_trimmed(whole, n)), CENTS)
    return f"{write_trimmed(amount, places)} of {in_words(whole, many, places)}"


@functools.cache
def kinds() -> Mapping[str, Kind]:
    """Every kind of asset by id, in the file's order."""
    return {
        name: Kind(
            id=name,
            label=entry["label"],
            group=entry["group"],
            unit=entry["unit"],
            per=entry["per"],
            full=float(entry["full"]),
            obstacles=tuple(entry["obstacles"]),
            open=entry.get("open", False),
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
        needs=tuple(entry["needs"]),
        also=tuple(entry["also"]),
        traits=tuple(entry["traits"]),
        fits=tuple(entry.get("fits", ())),
        unit=entry["unit"],
        obstacles=tuple(entry["obstacles"]),
        remote=entry["remote"],
        capacity_used=number("capacity_used"),
        hours_sold=number("hours_sold"),
        hours_offered=number("hours_offered"),
        cited={
            **{key: _cited(entry[key]) for key in ("price", "fee", "fee_fixed", "utilization") if key in entry},
            **({"variable_cost": _driving(entry["car"])} if "car" in entry else {}),
        },
        many=entry.get("many", f"{entry['unit']}s"),
        customer=entry.get("customer", "a customer"),
        drives="car" in entry,
        miles=0.0 if entry.get("car", {}).get("renter_pays_fuel") else float(entry.get("car", {}).get("miles", 0)),
    )


def _cited(entry: Mapping[str, Any]) -> Cited:
    typical = entry.get("value", entry.get("typical"))
    low, high = entry.get("low", typical), entry.get("high", typical)
    name = entry.get("source", "")
    publisher = source(name).publisher if name else ""
    return Cited(float(low), float(typical), float(high), entry.get("as_of"), name, entry.get("note", ""), publisher)


def _driving(car: Mapping[str, Any]) -> Cited:
    """The cost of driving for one unit: our guess of the miles, at the latest published cost per mile."""
    cost = latest("vehicles.us_running_cost")
    fuel = latest("vehicles.us_new_car_fuel").value if car.get("renter_pays_fuel") else 0.0
    amount = round_half_up(car["miles"] * (cost.value - fuel) / CENTS_PER_DOLLAR, CENTS)
    kept = f" less {fuel:g} for fuel, which the renter pays" if fuel else ""
    note = f"{car['miles']} miles (our guess) at {cost.value:g} cents for fuel, service and tires{kept}, without lost value"
    return Cited(amount, amount, amount, cost.since, cost.source.name, note, cost.source.publisher)


def cited_values(gig: Gig) -> Iterable[Value]:
    """The gig's figures that have a source, as dated values."""
    for name, known in gig.cited.items():
        if known.source and known.as_of is not None:
            label = f"{gig.label}: {name.replace('_', ' ')}"
            unit = "rate" if name in {"fee", "utilization"} else f"USD {per_phrase(gig.unit)}"
            yield Value(f"gigs.{gig.id}.{name}", label, unit, known.typical, known.as_of, "published", source(known.source), known.note)


def asset_units() -> tuple[str, ...]:
    """The units of idle capacity: nights, days, hours."""
    return tuple(dict.fromkeys(kind.unit for kind in kinds().values()))


def usual_capacity(kind: Kind) -> float:
    """The capacity of a new asset: a whole usual month or week, or what a person can spare."""
    if kind.open:
        return FIRST_HOURS
    return (min(kind.full, USUAL_MONTH) if kind.per == "month" else kind.full) or FIRST_CAPACITY


def gig_options() -> tuple[Option, ...]:
    """The gigs as options, grouped by the first kind that they need; choosing one fills in its published values."""
    ordered = sorted(gigs().values(), key=lambda gig: list(kinds()).index(gig.needs[0]))
    with in_notation(POINT):  # built once for all notations; the page rewrites them
        return tuple(
            Option(
                gig.id,
                _by_unit(gig),
                kinds()[gig.needs[0]].group,
                tuple(gig.typed().items()),
                gig.abroad(),
                gig.unit,
                gig.many,
                singular(gig.many),
                gig.customer,
            )
            for gig in ordered
        )


def _by_unit(gig: Gig) -> str:
    """A gig's name with its unit, unless the name includes it."""
    by = f"by the {gig.unit}"
    return gig.label if by in gig.label else f"{gig.label} ({by})"
