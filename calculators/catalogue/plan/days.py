"""The first ninety days as dated steps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated

from ...engine.fields import Count, Money, Page, Proportion, Rate, Text
from ...engine.figures import figure
from ...shared.periods import MONTHS_PER_YEAR
from ..accelerator.dates import MONTHS
from .chain import Gap
from .inputs import DAYS, Asset, OwnStep, Use, day_of
from .pages import PAGES

say = Money(dollars=True).write

SETTLED = 3
"""Uses that are started in the first ninety days; more at once leaves none of them enough time."""
STARTS = (14, 35, 49)
"""Days on which they are offered: the next one when the one before has had three, then two weeks."""
DAYS_PER_WEEK = 7

Told = tuple[int, str, str]
"""Day, what to do, and the page that has more."""


@dataclass(frozen=True)
class Step:
    """One step, with its day."""

    week: Annotated[int, Count("Week")]
    when: Annotated[str, Text("When")]
    step: Annotated[str, Text("What to do")]
    page: Annotated[str, Page("More on it", ids=PAGES)]


@figure("Your first 90 days", table=Step)
def days(
    start_day: str,
    missing: tuple[Gap, ...],
    uses: tuple[Use, ...],
    assets: tuple[Asset, ...],
    ready_cost: float,
    tax_rate: float,
    known: frozenset[str],
    net_month: float,
    to_goal_month: float,
    to_buffer_month: float,
    stop_share: float,
    stop_below: float,
    steps: tuple[OwnStep, ...],
) -> tuple[Step, ...]:
    """Settle what stands in the way, begin with one use, look back after 30 and 60 days, and decide on day 90."""
    told = [
        *_begin(missing, uses, assets, ready_cost),
        (8, _tax(tax_rate, known), "Take-home pay"),
        *_offers(uses),
        *_money(to_goal_month, to_buffer_month),
        *_reviews(net_month, uses, stop_share, stop_below),
        *((own.day, own.step, "") for own in steps),
    ]
    first = day_of(start_day)
    rows = []
    for day, step, page in sorted(told, key=lambda each: each[0]):
        when = f"Day {day}"
        if first is not None:
            on = first + timedelta(days=day - 1)
            when = f"{on.day} {MONTHS[on.month - 1]} {on.year}"
        rows.append(Step((day - 1) // DAYS_PER_WEEK + 1, when, step, page))
    return tuple(rows)


def _begin(missing: tuple[Gap, ...], uses: tuple[Use, ...], assets: tuple[Asset, ...], ready_cost: float) -> Iterator[Told]:
    if missing:
        yield 1, f"Work out what is still missing: {', '.join(gap.part[:1].lower() + gap.part[1:] for gap in missing)}.", missing[0].page
    else:
        yield 1, "Save your workbook to a file, so that you can hold this plan beside what really happens.", "Workbook"
    hurdles = list(_hurdles(uses, assets))
    yield from ((2 + at, f"Settle first for “{name}”: {hurdle}.", "Asset inventory") for at, (name, hurdle) in enumerate(hurdles))
    if ready_cost > 0:
        text = f"Get ready what the first use needs, and no more. All of your assets together would take {say(ready_cost)}."
        yield 7, text, "Asset inventory"


def _hurdles(uses: tuple[Use, ...], assets: tuple[Asset, ...]) -> Iterator[tuple[str, str]]:
    """What stands in the way of the first few uses; without any, of the first few assets that have something in theirs."""
    of_asset = {asset.name.casefold(): asset.hurdle for asset in assets if asset.name}
    wanted = (
        [(use.name or use.asset, [of_asset.get(use.asset.casefold(), ""), use.hurdle]) for use in uses[:SETTLED]]
        if uses
        else [(asset.name, [asset.hurdle]) for asset in assets if asset.hurdle][:SETTLED]
    )
    for name, hurdles in wanted:
        text = "; ".join(hurdle.rstrip(" .;") for hurdle in hurdles if hurdle.strip(" .;"))
        if text:
            yield name or "your first use", text


def _tax(rate: float, known: frozenset[str]) -> str:
    if rate > 0:
        return f"Open an account for tax alone. Of whatever is left of a payment, {Rate().write(rate)} goes there on the day it comes."
    if "tax" in known:
        return "Keep a list of what comes in and what it costs. You set nothing aside for tax, and may be asked why."
    return "Open an account for tax alone, and find out your rate before the first payment comes."


def _offers(uses: tuple[Use, ...]) -> Iterator[Told]:
    if not uses:
        yield STARTS[0], "Put up your first offer: the use with the least in its way.", "Leverage income"
    for nth, (day, use) in enumerate(zip(STARTS, uses, strict=False)):
        name = use.name or use.asset or "your first use"
        text = f"Put up your first offer: {name}." if nth == 0 else f"If what you began runs, put up the next offer: {name}."
        yield day, text, "Leverage income"


def _money(to_goal: float, to_buffer: float) -> Iterator[Told]:
    parts = [(to_goal, "your goal"), (to_buffer, "your buffer")]
    shares = [f"{Rate().write(round(part / (to_goal + to_buffer), 2))} to {name}" for part, name in parts if part > 0]
    if shares:
        yield 21, f"Have it moved by itself: of what is left after tax, {' and '.join(shares)}.", "The accelerator"


def _reviews(net_month: float, uses: tuple[Use, ...], stop_share: float, stop_below: float) -> Iterator[Told]:
    beside = f" The plan says {say(net_month)} a month before tax once all of it runs; a start brings less." if net_month > 0 else ""
    yield 30, f"First review: write down hours, money in and money out.{beside}", "Net hourly pay"
    yield 60, "Second review: raise a price, change an offer, or move hours to what pays best.", "The gig mix"
    share = f"less than {Proportion().write(stop_share)} of what you planned" if stop_below > 0 else "nothing"
    amounts = [f"{use.name or use.asset}, {say(use.net * stop_share / MONTHS_PER_YEAR)}" for use in uses[:SETTLED] if use.net > 0]
    each = f" (by the month: {'; '.join(amounts)})" if amounts and stop_below > 0 else ""
    rule = f"Third review, and your stop rule: stop what is on course for {share}{each}."
    yield DAYS, f"{rule} Then work this plan out again with your own numbers.", "My LEVERAGE plan"
