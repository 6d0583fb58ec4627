"""The asset inventory: what you have, how much of it lies idle, what it could do, and what stands in the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any

from .assets import Gig, gigs, kind_options, kinds, traits
from .engine.calculator import Calculator, Group, Outcome, RowsTable
from .engine.charts import GRID, LEVERAGE, MUTED, Chart, Column, DataTable, Size, Spec, drawing
from .engine.fields import Carry, Choice, Choices, Count, Field, Money, Number, Option, Phrases, Rate, Rows, Text
from .engine.figures import figure
from .engine.money import typed_number, write_trimmed
from .engine.validation import FieldError
from .periods import WEEKS_PER_MONTH

HOURS_IF_UNKNOWN = 8.0
"""Own hours a week that a suggestion starts from when the reader has not listed time among the assets."""
MOST_SHOWN = 40
"""Ideas in the table; past that nobody reads on."""

CONTROL = (Option("owned", "I own it"), Option("controlled", "I rent, lease or look after it"), Option("shared", "I share it with others"))
PERMISSION = (Option("yes", "Yes"), Option("unneeded", "None is needed"), Option("ask", "I have to ask"), Option("no", "No"))
INSURANCE = (Option("yes", "Covers paid use"), Option("unneeded", "None is needed"), Option("ask", "I have to ask"), Option("no", "Leaves it out"))
CONDITION = (Option("ready", "Ready to use"), Option("work", "Needs some work"), Option("broken", "Does not work now"))
WILLINGNESS = (Option("gladly", "Gladly"), Option("pays", "If it pays"), Option("rather-not", "Rather not"), Option("never", "Never"))

KINDS = kind_options()
STRENGTHS = tuple(Option(trait.id, f"{trait.label}. {trait.meaning}") for trait in traits().values())


@dataclass(frozen=True, kw_only=True)
class Asset:
    """One asset. Capacity and use are counted in the unit that its kind names, such as nights a month."""

    kind: Annotated[str, Choice("What it is", options=KINDS)] = "skills"
    name: Annotated[str, Text("Your name for it", longest=40, required=True)] = ""
    control: Annotated[str, Choice("Yours, or yours to use?", options=CONTROL)] = "owned"
    capacity: Annotated[float, Number("How much there is", hint="In the unit that stands behind its kind.", le=100_000)] = 10.0
    used: Annotated[float, Number("Of that, used now", hint="By you, or by someone who pays.", le=100_000)] = 0.0
    willingness: Annotated[str, Choice("Would you share it?", options=WILLINGNESS)] = "pays"
    permission: Annotated[str, Choice("Permission", hint="Landlord, lender, town, employer.", options=PERMISSION, more=True)] = "ask"
    insurance: Annotated[str, Choice("Insurance", options=INSURANCE, more=True)] = "ask"
    condition: Annotated[str, Choice("Condition", options=CONDITION, more=True)] = "ready"
    ready_cost: Annotated[float, Money("Cost to get it ready", hint="Repairs, a licence, a lock.", le=1_000_000, more=True)] = 0.0


def _asset(kind: str, name: str, capacity: float, used: float, **more: Any) -> Asset:
    return Asset(kind=kind, name=name, capacity=capacity, used=used, **more)


EXAMPLE = (
    _asset("spare-room", "Back room", 30, 4, control="controlled", willingness="pays", ready_cost=150),
    _asset("car", "Hatchback", 168, 14, willingness="pays", permission="unneeded"),
    _asset("tools", "Drill, sander and ladder", 30, 2, willingness="gladly", permission="unneeded", insurance="unneeded"),
    _asset("knowledge", "School maths", 6, 0, willingness="gladly", permission="unneeded", insurance="unneeded"),
)
"""An invented household's list; every entry is there to be overwritten."""


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What the reader owns or controls, and how the reader is with people."""

    assets: Annotated[
        tuple[Asset, ...],
        Rows("Your assets", of=Asset, item="asset", title="name", maximum=60, hint="Things you can touch, and things you know or can do."),
    ] = EXAMPLE
    strengths: Annotated[
        tuple[str, ...],
        Choices(
            "How you are with people and work",
            hint="These count as assets, too. Gigs that reward them come first.",
            options=STRENGTHS,
        ),
    ] = ("patience",)


def names_are_unique(inputs: Inputs) -> Iterator[FieldError]:
    """Other calculators know an asset by its name."""
    seen: dict[str, int] = {}
    for index, asset in enumerate(inputs.assets):
        first = seen.setdefault(asset.name.casefold(), index)
        if first != index:
            yield FieldError(f"assets.{index}.name", "repeated", f"Asset {first + 1} has this name already. Give this one another.")


def used_fits_capacity(inputs: Inputs) -> Iterator[FieldError]:
    """Nobody uses more than there is, and no week has more than 168 hours."""
    for index, asset in enumerate(inputs.assets):
        kind = kinds()[asset.kind]
        if kind.full and asset.capacity > kind.full:
            message = f"You wrote {write_trimmed(asset.capacity, 2)}. Of this there are at most {write_trimmed(kind.full, 2)} {kind.counted}; list a second one on its own."
            yield FieldError(f"assets.{index}.capacity", "too-large", message)
        if asset.used > asset.capacity:
            message = f"You use {write_trimmed(asset.used, 2)} of {write_trimmed(asset.capacity, 2)} {kind.counted}. Write {write_trimmed(asset.capacity, 2)} or less."
            yield FieldError(f"assets.{index}.used", "too-large", message)


@figure("Idle", unit=Number(), each="assets", tone="gain")
def idle(capacity: float, used: float) -> float:
    """What there is, less what is used: this much could work for someone."""
    return capacity - used


@figure("Unit", unit=Text(), each="assets")
def counted_in(kind: str) -> str:
    """The unit in which this kind of asset is counted."""
    return kinds()[kind].counted


@figure("Idle share", unit=Rate(), each="assets", tone="gain")
def idle_share(idle: float, capacity: float) -> float:
    """The idle part of the whole."""
    return idle / capacity if capacity > 0 else 0.0


@figure("In the way", unit=Phrases(), each="assets")
def in_the_way(control: str, permission: str, insurance: str, condition: str, ready_cost: float) -> tuple[str, ...]:
    """What has to be settled before this asset can earn."""
    found = []
    if control == "shared":
        found.append("those you share it with must agree")
    if permission in {"ask", "no"}:
        found.append("permission: ask first" if permission == "ask" else "permission was refused")
    if insurance in {"ask", "no"}:
        found.append("insurance: ask if paid use is covered" if insurance == "ask" else "insurance leaves out paid use")
    if condition != "ready":
        found.append("it needs some work" if condition == "work" else "it does not work now")
    if ready_cost > 0:
        found.append(f"{Money().write(ready_cost)} to get it ready")
    return tuple(found)


@figure("Assets with idle capacity", unit=Count(), tone="gain")
def idle_assets(idle: tuple[float, ...]) -> int:
    """How many of your assets have something left over."""
    return sum(1 for amount in idle if amount > 0)


@figure("Cost to get everything ready", unit=Money(), tone="loss")
def ready_cost_total(assets: tuple[Asset, ...]) -> float:
    """All that you would spend before the first income, if you used every asset."""
    return sum(asset.ready_cost for asset in assets)


@dataclass(frozen=True)
class Idea:
    """One asset put to one use."""

    gig: Annotated[str, Text("What it could do")]
    asset: Annotated[str, Text("With")]
    idle: Annotated[str, Text("Idle")]
    why: Annotated[tuple[str, ...], Phrases("Why it stands here")]
    obstacles: Annotated[tuple[str, ...], Phrases("What stands in the way")]
    choose: Annotated[dict[str, Any], Carry("Work it out", calculator="leverage-income", rows="pairs")]


@figure("Asset and gig pairs", unit=Count(), step=True)
def pairs(assets: tuple[Asset, ...], strengths: tuple[str, ...], idle: tuple[float, ...], in_the_way: tuple[tuple[str, ...], ...]) -> list[Any]:
    """Every use of every idle asset that you would share, best fit first: your strengths, then your wish, then how little is in the way."""
    held = {asset.kind for asset in assets}
    found = []
    for index, asset in enumerate(assets):
        if idle[index] <= 0 or asset.willingness == "never":
            continue
        for gig in gigs().values():
            if asset.kind not in gig.needs:
                continue
            matched = [trait for trait in gig.traits if trait in strengths]
            missing = [kind for kind in gig.also if kind not in held and kind != "time"]
            wish = [option.value for option in WILLINGNESS].index(asset.willingness)
            rank = (-len(matched), wish, len(in_the_way[index]) + len(missing), -idle[index] / asset.capacity, index)
            found.append((rank, index, gig, matched, missing))
    return sorted(found, key=lambda entry: entry[0])


@figure("Ways to use them", unit=Count())
def ways(pairs: list[Any]) -> int:
    """How many pairs of an idle asset and a gig that needs it we know of."""
    return len(pairs)


@figure("What each could do", table=Idea)
def ideas(pairs: list[Any], assets: tuple[Asset, ...], idle: tuple[float, ...], in_the_way: tuple[tuple[str, ...], ...]) -> tuple[Idea, ...]:
    """Gigs that need what you have. First those that reward your strengths, then what you would do gladly, then what has least in the way."""
    hours = sum(idle[i] for i, asset in enumerate(assets) if asset.kind == "time") or HOURS_IF_UNKNOWN
    return tuple(
        Idea(
            gig=gig.label,
            asset=assets[index].name,
            idle=f"{write_trimmed(idle[index], 1)} {kinds()[assets[index].kind].counted}",
            why=_reasons(assets[index], idle[index], gig, matched),
            obstacles=_obstacles(in_the_way[index], gig, missing),
            choose=starting_row(assets[index], idle[index], gig, hours),
        )
        for _, index, gig, matched, missing in pairs[:MOST_SHOWN]
    )


def _reasons(asset: Asset, idle: float, gig: Gig, matched: list[str]) -> tuple[str, ...]:
    found = ["suits " + " and ".join(_lower_first(traits()[trait].label) for trait in matched)] if matched else []
    found.append({"gladly": "you would share it gladly", "pays": "you would share it if it pays", "rather-not": "you would rather not share it"}[asset.willingness])
    found.append(f"{Rate().write(round(idle / asset.capacity, 2))} of it lies idle")
    found += ["from anywhere"] if gig.remote else []
    price = gig.cited.get("price")
    if price:
        span = Money().write(price.low) if price.low == price.high else f"{Money().write(price.low)} to {Money().write(price.high)}"
        found.append(f"{span} {'an' if gig.unit in {'hour', 'item'} else 'a'} {gig.unit} where it was counted")
    return tuple(found)


def _lower_first(words: str) -> str:
    return words[:1].lower() + words[1:]


def _obstacles(own: tuple[str, ...], gig: Gig, missing: list[str]) -> tuple[str, ...]:
    lacking = tuple(f"also needs: {_lower_first(kinds()[kind].label)}" for kind in missing)
    return own + lacking + gig.obstacles


def starting_row(asset: Asset, idle: float, gig: Gig, own_hours: float) -> dict[str, Any]:
    """A first pair for the leverage income calculator, as typed: the idle capacity, and what is known of the gig.

    Where the gig takes own hours, no more is offered than `own_hours` a week allow.
    """
    known = gig.typed()
    taken = gig.capacity_used if gig.capacity_used else 1.0
    units = kinds()[asset.kind].per_month(idle) / taken
    each = (gig.hours_sold or 0.0) + (gig.hours_offered or 0.0)
    if each > 0:
        units = min(units, own_hours * WEEKS_PER_MONTH / each)
    units = float(int(units)) if units >= 1 else round(units, 2)
    row: dict[str, Any] = {"asset": asset.name, "gig": gig.id, "units": typed_number(units), "start_cost": typed_number(asset.ready_cost)}
    row["utilization"] = {part: known.pop(f"utilization.{part}", default) for part, default in (("low", "30"), ("typical", "50"), ("high", "70"))}
    return row | known


def idle_bars(outcome: Outcome, size: Size) -> Spec:
    """Each asset as a bar: what is used, and what lies idle."""
    values = []
    for asset, share in zip(outcome["assets"], outcome["idle_share"], strict=True):
        name = asset.name if len(asset.name) <= 24 else f"{asset.name[:23]}…"
        values += [{"asset": name, "part": "Used now", "share": 1 - share if asset.capacity else 0}, {"asset": name, "part": "Idle", "share": share}]
    y: Spec = {"field": "asset", "type": "nominal", "sort": None, "axis": {"title": None, "ticks": False, "domain": False, "labelLimit": size.width * 0.36}}
    x: Spec = {"field": "share", "type": "quantitative", "stack": True, "scale": {"domain": [0, 1]}, "axis": {"title": None, "format": "%", "tickCount": 4, "gridColor": GRID}}
    colour: Spec = {"field": "part", "type": "nominal", "scale": {"domain": ["Used now", "Idle"], "range": [MUTED, LEVERAGE]}}
    tips = [{"field": "asset"}, {"field": "part"}, {"field": "share", "format": ".0%", "title": "Share"}]
    bars: Spec = {"mark": {"type": "bar", "cornerRadius": 2, "height": {"band": 0.62}}, "encoding": {"x": x, "y": y, "color": colour, "order": {"field": "part", "sort": "descending"}, "tooltip": tips}}
    return drawing(size, [bars], data={"values": values})


def idle_table(outcome: Outcome) -> DataTable:
    """The same, as numbers."""
    columns = (Column("Asset", Field()), Column("There is", Number()), Column("Used", Number()), Column("Idle", Number()), Column("Unit", Field()))
    rows = [
        (asset.name, asset.capacity, asset.used, left, unit)
        for asset, left, unit in zip(outcome["assets"], outcome["idle"], outcome["counted_in"], strict=True)
    ]
    return DataTable(columns, rows)


def shortened_note(outcome: Outcome) -> str:
    """When the table leaves ideas out."""
    return f"The table shows the first {MOST_SHOWN} of {outcome['ways']} ways." if outcome["ways"] > MOST_SHOWN else ""


def strengths_note(outcome: Outcome) -> str:
    """When no trait was ticked."""
    return "" if outcome["strengths"] else "You ticked no strengths. Tick one, and the gigs that reward it come first."


CALCULATOR = Calculator(
    id="inventory",
    title="Asset inventory",
    purpose="What do you have that lies idle, and what could it do?",
    inputs=Inputs,
    figures=(idle, counted_in, idle_share, in_the_way, idle_assets, pairs, ways, ready_cost_total, ideas),
    headline=idle_assets,
    rules=(names_are_unique, used_fits_capacity),
    groups=(Group("What you have", ("assets",)), Group("How you are", ("strengths",))),
    tables=(ideas, RowsTable("assets", "Idle capacity", "name", (idle, counted_in, idle_share, in_the_way))),
    charts=(Chart("idle", "How much lies idle", idle_bars, idle_table),),
    notes=(strengths_note, shortened_note),
)
