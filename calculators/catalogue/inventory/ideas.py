"""Uses for each idle asset, best fit first, with reasons."""

from dataclasses import dataclass
from typing import Annotated, NamedTuple

from ...engine.currency import DOLLAR, US_DOLLAR, current_currency
from ...engine.fields import Carry, Count, Money, Phrases, Rate, Text, per_phrase
from ...engine.figures import figure
from ...engine.money import typed_number, write_trimmed
from ...engine.typed import PARTS
from ...shared.gigs import Gig, gigs, in_words, kinds, traits
from ...shared.periods import WEEKS_PER_MONTH
from .inputs import WILLINGNESS, Asset

HOURS_IF_UNKNOWN = 8.0
"""Own hours a week assumed in a suggestion when time is not among the reader's assets."""
MOST_SHOWN = 40
"""The most ideas shown in the table."""
WILLING = {"gladly": "you would share it gladly", "pays": "you would share it if it pays", "rather-not": "you would rather not share it"}


@dataclass(frozen=True)
class Idea:
    """A use for an asset."""

    gig: Annotated[str, Text("What it could do")]
    asset: Annotated[str, Text("Asset")]
    idle: Annotated[str, Text("Idle")]
    why: Annotated[tuple[str, ...], Phrases("Why it ranks here")]
    obstacles: Annotated[tuple[str, ...], Phrases("Obstacles")]
    choose: Annotated[dict[str, object], Carry("Work it out", calculator="leverage-income", rows="pairs")]


class Match(NamedTuple):
    """A use of an asset: the asset's position in the list, the strengths that the gig rewards, and the asset kinds that it still lacks."""

    position: int
    gig: Gig
    matched: list[str]
    missing: list[str]


@figure("Asset and gig pairs", unit=Count(), step=True)
def pairs(
    assets: tuple[Asset, ...], strengths: tuple[str, ...], idle: tuple[float, ...], in_the_way: tuple[tuple[str, ...], ...]
) -> list[Match]:
    """Every use of every idle asset that you would share. Strengths rank first, then your willingness, then the fewest obstacles."""
    owned = {asset.kind for asset in assets}
    ranked = []
    for index, asset in enumerate(assets):
        if idle[index] <= 0 or asset.willingness == "never":
            continue
        for gig in gigs().values():
            if asset.kind not in gig.needs:
                continue
            matched = [trait for trait in gig.traits if trait in strengths]
            missing = [kind for kind in gig.also if kind not in owned and kind != "time"]
            wish = [option.value for option in WILLINGNESS].index(asset.willingness)
            rank = (-len(matched), wish, len(in_the_way[index]) + len(missing), -idle[index] / asset.capacity, index)
            ranked.append((rank, Match(index, gig, matched, missing)))
    return [match for _, match in sorted(ranked, key=lambda entry: entry[0])]


@figure("Ways to use them", unit=Count())
def ways(pairs: list[Match]) -> int:
    """The number of known pairs of an idle asset and a gig that needs it."""
    return len(pairs)


@figure("What each could do", table=Idea)
def ideas(
    pairs: list[Match], assets: tuple[Asset, ...], idle: tuple[float, ...], in_the_way: tuple[tuple[str, ...], ...]
) -> tuple[Idea, ...]:
    """Gigs that need what you have: first those that suit your strengths, then what you would gladly do, then the fewest obstacles."""
    hours = sum(idle[i] for i, asset in enumerate(assets) if asset.kind == "time") or HOURS_IF_UNKNOWN
    return tuple(
        Idea(
            gig=gig.label,
            asset=assets[index].name,
            idle=f"{write_trimmed(idle[index], 1)} {kinds()[assets[index].kind].counted}",
            why=_reasons(assets[index], idle[index], gig, matched),
            obstacles=(*in_the_way[index], *_lacking(missing), *gig.obstacles, *_whole_month(assets[index], idle[index], gig)),
            choose=starting_row(assets[index], idle[index], gig, hours),
        )
        for index, gig, matched, missing in pairs[:MOST_SHOWN]
    )


def _reasons(asset: Asset, idle: float, gig: Gig, matched: list[str]) -> tuple[str, ...]:
    reasons = ["suits " + " and ".join(_lower_first(traits()[trait].label) for trait in matched)] if matched else []
    reasons.append(WILLING[asset.willingness])
    reasons.append(f"{Rate().write(round(idle / asset.capacity, 2))} of it is idle")
    reasons += ["from anywhere"] if gig.remote else []
    price = gig.cited.get("price")
    if price:
        dollars = Money(currency=DOLLAR if current_currency() == DOLLAR else US_DOLLAR)  # a US amount, which is not converted
        span = " to ".join(dict.fromkeys(dollars.write(end) for end in (price.low, price.high)))
        reasons.append(f"{span} {per_phrase(gig.unit)} where it was surveyed")
    return tuple(reasons)


def _lower_first(words: str) -> str:
    return words[:1].lower() + words[1:]


def _lacking(missing: list[str]) -> list[str]:
    return [f"also needs: {_lower_first(kinds()[kind].label)}" for kind in missing]


def _whole_month(asset: Asset, idle: float, gig: Gig) -> tuple[str, ...]:
    """A monthly rental takes the whole month."""
    kind = kinds()[asset.kind]
    if gig.unit != "month" or kind.per_month(idle) >= (gig.capacity_used or 0.0):
        return ()
    return (f"it takes the whole month, and you now use {in_words(asset.used, kind.unit)} of it",)


def starting_row(asset: Asset, idle: float, gig: Gig, own_hours: float) -> dict[str, object]:
    """A row for the leverage income calculator, as typed: the idle capacity, and the published values of the gig.

    If the gig takes own hours, the offer is limited to what `own_hours` a week allow.
    """
    known = gig.typed() | ({name: text for name, text, _ in gig.abroad()} if current_currency() != DOLLAR else {})
    taken = gig.capacity_used or 1.0
    month = kinds()[asset.kind].per_month(idle)
    units = month / taken
    if gig.unit == "month" and units < 1 < taken:  # nobody rents part of a room: it is rented whole and takes all idle capacity
        units, known["capacity_used"] = 1.0, typed_number(month)
    hours_each = (gig.hours_sold or 0.0) + (gig.hours_offered or 0.0)
    if hours_each > 0:
        units = min(units, own_hours * WEEKS_PER_MONTH / hours_each)
    units = float(int(units)) if units >= 1 else round(units, 2)
    utilization = {part: known.pop(f"utilization.{part}") for part in PARTS}
    row = {"asset": asset.name, "gig": gig.id, "units": typed_number(units), "start_cost": typed_number(asset.ready_cost)}
    return known | row | {"utilization": utilization}
