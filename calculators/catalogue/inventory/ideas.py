"""Uses for each idle asset, ranked by fit and by what an own hour may bring, with reasons."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, NamedTuple

from ...engine.fields import Carry, Count, Money, Page, Phrases, Text
from ...engine.figures import figure
from ...engine.money import typed_number, write_trimmed
from ...engine.parameters import Value
from ...engine.place import takes_us_amounts
from ...engine.typed import PARTS
from ...shared.gigs import Gig, cited_values, gigs, in_words, kinds, traits
from ...shared.guides import guide_pages
from ...shared.sorts import sort_of, sorts, sorts_in
from .inputs import WILLINGNESS, Asset, Inputs
from .pay import HOURS_IF_UNKNOWN, Pay, about, in_phrases, is_at_home, monthly_range, offered, pay_of

MOST_SHOWN = 40
"""The most ideas shown in the table."""
NAMED, KIND, OTHER, OPEN = range(4)
"""How a gig fits an asset: made for its sort; for its kind; for another sort of the same things; for some sort of an open kind."""
WILLING = {"gladly": "you would do it gladly", "pays": "you would do it if it pays", "rather-not": "you would rather not"}


@dataclass(frozen=True)
class Idea:
    """A use for an asset."""

    gig: Annotated[str, Page("What it could do", ids=guide_pages())]
    asset: Annotated[str, Text("Asset")]
    idle: Annotated[str, Text("Idle")]
    brings: Annotated[tuple[str, ...], Phrases("What it might bring")]
    why: Annotated[tuple[str, ...], Phrases("Why it ranks here")]
    obstacles: Annotated[tuple[str, ...], Phrases("What stands in the way")]
    choose: Annotated[dict[str, object], Carry("Work it out", calculator="leverage-income", rows="pairs")]


class Match(NamedTuple):
    """A use of an asset: the asset's position in the list, how the gig fits it, the strengths that it rewards, and what is lacking.

    `named`: the asset's sort is known.
    """

    position: int
    gig: Gig
    fit: int
    named: bool
    matched: list[str]
    missing: list[str]
    pay: Pay | None


@figure("Asset and gig pairs", unit=Count(), step=True)
def pairs(
    assets: tuple[Asset, ...], strengths: tuple[str, ...], idle: tuple[float, ...], in_the_way: tuple[tuple[str, ...], ...]
) -> list[Match]:
    """Every use of every idle asset that you would share.

    What was refused comes last, and before it what you would rather not do. Then fit decides: what you named, your strengths, your
    willingness, the fewest obstacles. Where these are alike, what an hour of yours may bring decides.
    """
    owned = {asset.kind for asset in assets}
    hours = own_hours(assets, idle)
    ranked = []
    for index, asset in enumerate(assets):
        if idle[index] <= 0 or asset.willingness == "never":
            continue
        for gig in gigs().values():
            fit = fit_of(asset, gig)
            if fit is None:
                continue
            matched = [trait for trait in gig.traits if trait in strengths]
            missing = [kind for kind in gig.also if kind not in owned and kind != "time"]
            match = Match(
                index, gig, fit, bool(sort_of(asset.kind, asset.sort, asset.name)), matched, missing, pay_of(asset, idle[index], gig, hours)
            )
            obstacles = len(in_the_way[index]) + len(missing)
            ranked.append(((*_by_fit(match, asset, obstacles), *_by_pay(match), -idle[index] / asset.capacity, index), match))
    return _once([match for _, match in sorted(ranked, key=lambda entry: entry[0])])


def own_hours(assets: tuple[Asset, ...], idle: tuple[float, ...]) -> float:
    """The hours a week that the reader has for all of this: the idle time in the list, else a guess."""
    return sum(idle[i] for i, asset in enumerate(assets) if asset.kind == "time") or HOURS_IF_UNKNOWN


def fit_of(asset: Asset, gig: Gig) -> int | None:
    """Return how well a gig fits an asset; None if it does not need such an asset, or needs another skill."""
    kind = kinds()[asset.kind]
    if kind.id not in gig.needs:
        return None
    if not gig.fits:
        return OPEN if kind.open else KIND
    sort = sort_of(asset.kind, asset.sort, asset.name)
    if sort in gig.fits:
        return NAMED
    if not sort or len(sorts_in(sorts()[sort].kind)) == 1:
        return OPEN
    return None if kind.open or sort == asset.sort else OTHER  # a name is a hint, a choice is a statement


def is_refused(asset: Asset) -> bool:
    """Return whether somebody has said no, or the asset does not work."""
    return "no" in {asset.permission, asset.insurance} or asset.condition == "broken"


def _by_fit(match: Match, asset: Asset, obstacles: int) -> tuple[float, ...]:
    fit = KIND if match.fit == OTHER else match.fit
    wish = [option.value for option in WILLINGNESS].index(asset.willingness)
    return is_refused(asset), asset.willingness == "rather-not", fit, not match.matched, wish, obstacles, match.fit == OTHER


def _by_pay(match: Match) -> tuple[float, ...]:
    """Order by pay: what takes no counted hours of one's own, by the month; then by own hour; then what nobody has published.

    Of a skill that we do not know, first come gigs for many skills; of one that we know, at equal pay, those for few others.
    """
    breadth = len(match.gig.fits)
    unknown = -breadth if match.fit == OPEN and not match.named else 0
    if match.pay is None:
        return unknown, 2, 0.0, breadth
    return (unknown, 0, -match.pay.typical, breadth) if match.pay.hour is None else (unknown, 1, -match.pay.hour, breadth)


def _once(matches: list[Match]) -> list[Match]:
    """Keep only the best use of each gig that needs what a person knows or can do: two skills do not make it two ideas."""
    seen: set[str] = set()
    kept = []
    for match in matches:
        if any(kinds()[kind].open for kind in match.gig.needs):
            if match.gig.id in seen:
                continue
            seen.add(match.gig.id)
        kept.append(match)
    return kept


@figure("Ways to use them", unit=Count())
def ways(pairs: list[Match]) -> int:
    """The number of known pairs of an idle asset and a gig that needs it."""
    return len(pairs)


@figure("The first with published pay may bring", unit=Text())
def may_bring(pairs: list[Match]) -> str:
    """What the first idea that has a published figure might bring in a month, before tax, for your idle capacity and your hours."""
    pay = next((match.pay for match in pairs if match.pay), None)
    if pay is None:
        return "no honest figure"
    return f"{' to '.join(monthly_range(pay))} a month"


@figure("What each could do", table=Idea)
def ideas(
    pairs: list[Match], assets: tuple[Asset, ...], idle: tuple[float, ...], in_the_way: tuple[tuple[str, ...], ...]
) -> tuple[Idea, ...]:
    """First what fits you best: what you named, your strengths, what you would gladly do, the fewest obstacles. Then what pays best."""
    hours = own_hours(assets, idle)
    return tuple(
        Idea(
            gig=match.gig.label,
            asset=assets[match.position].name,
            idle=f"{write_trimmed(idle[match.position], 1)} {kinds()[assets[match.position].kind].counted}",
            brings=in_phrases(match.gig, match.pay),
            why=_reasons(assets[match.position], match),
            obstacles=(
                *in_the_way[match.position],
                *_lacking(match.missing),
                *match.gig.obstacles,
                *_whole_month(assets[match.position], idle[match.position], match.gig),
            ),
            choose=starting_row(assets[match.position], idle[match.position], match.gig, hours),
        )
        for match in pairs[:MOST_SHOWN]
    )


def _reasons(asset: Asset, match: Match) -> tuple[str, ...]:
    """Why an idea ranks where it does, as a sentence, and whether it can be done from anywhere."""
    label = _lower_first(kinds()[asset.kind].label)
    reasons = [
        {
            NAMED: "it is made for what you named",
            KIND: f"it needs what you have ({label})",
            OTHER: "it is usually done with different gear",
            OPEN: f"{label} can be enough for it",
        }[match.fit]
    ]
    if match.matched:
        reasons.append("it suits " + _and([_lower_first(traits()[trait].label) for trait in match.matched]))
    reasons.append(WILLING[asset.willingness])
    sentence = f"{_and(reasons)}."
    if is_refused(asset):
        sentence = f"it comes last, because it was refused or does not work now. Otherwise, {sentence}"
    return (sentence[:1].upper() + sentence[1:], _pay_reason(match.pay), *(["It can be done from anywhere."] if match.gig.remote else []))


def _pay_reason(pay: Pay | None) -> str:
    if not is_at_home():
        return "Pay doesn't count in this order: the figures that we have are from the United States."
    if pay is None:
        return "Nobody has published an honest figure, so it comes after similar uses that have one."
    whole = Money(dollars=True)
    if pay.hour is None:
        return f"It may bring about {whole.write(about(pay.typical))} a month, and needs no set hours of yours."
    return f"An hour of yours may bring about {whole.write(pay.hour)}."


def _and(words: list[str]) -> str:
    """Join words: "a, b and c"; phrases of several words get a comma before "and"."""
    if len(words) < 3:
        return " and ".join(words)
    return f"{', '.join(words[:-1])}, and {words[-1]}"


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
    known = gig.typed() | ({name: text for name, text, _ in gig.abroad()} if not takes_us_amounts() else {})
    units, whole = offered(asset, idle, gig, own_hours)
    if whole:  # it takes all idle capacity
        known["capacity_used"] = typed_number(kinds()[asset.kind].per_month(idle))
    utilization = {part: known.pop(f"utilization.{part}") for part in PARTS}
    row = {"asset": asset.name, "gig": gig.id, "units": typed_number(units), "start_cost": typed_number(asset.ready_cost)}
    return known | row | {"utilization": utilization}


def cites(inputs: Inputs, _: date) -> Iterable[Value]:
    """The published prices and fees behind what the ideas might bring."""
    if not is_at_home():
        return
    idle = [asset for asset in inputs.assets if asset.used < asset.capacity]
    for gig in gigs().values():
        if "price" in gig.cited and any(fit_of(asset, gig) is not None for asset in idle):
            yield from cited_values(gig)
