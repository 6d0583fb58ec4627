"""The first ninety days as dated steps."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated

from ...engine.dates import write_day
from ...engine.fields import Count, Money, Page, Proportion, Rate, Text
from ...engine.figures import figure
from ...shared.first_steps import first_steps
from ...shared.periods import MONTHS_PER_YEAR
from .chain import Gap
from .inputs import DAYS, Asset, OwnStep, Use, day_of
from .pages import PAGES

say = Money(dollars=True).write

SETTLED = 3
"""Number of uses started in the first ninety days; with more, none gets enough time."""
STARTS = (14, 35, 49)
"""Days on which the uses are first offered: three weeks apart, then two."""
BEFORE_START = {"ask": 11, "insure": 9, "records": 5, "price": 3}
"""How many days before its start each first step of a use comes, by the step's name."""
STEP_PAGES = {"ask": "Asset inventory", "insure": "Asset inventory", "records": "Net hourly pay", "price": "The rate to charge"}
"""The page with more about each first step."""
DAYS_PER_WEEK = 7

Told = tuple[int, str, str]
"""Day, what to do, and the page with more about it."""


@dataclass(frozen=True)
class Step:
    """A step with its date."""

    when: Annotated[str, Text("When")]
    week: Annotated[int, Count("Week")]
    step: Annotated[str, Text("What to do")]
    page: Annotated[str, Page("More on it", ids=PAGES)]


@figure("Your stopping rule", unit=Text(), step=True)
def stop_rule(start_day: str, net_month: float, stop_share: float, stop_below: float) -> str:
    """What is stopped on day 90, and on which date. The amount is for all uses together."""
    first = day_of(start_day)
    on = f"day {DAYS}" if first is None else write_day(first + timedelta(days=DAYS - 1))
    if stop_below <= 0:
        return f"On {on}, stop any use that is on course for nothing."
    return (
        f"On {on}, stop any use that is on course for less than {Proportion().write(stop_share)} of what you planned: "
        f"{say(stop_below)} a month instead of {say(net_month)} for all of them together."
    )


@figure("The steps by day", unit=Text(), step=True)
def numbered_steps(
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
    stop_rule: str,
    steps: tuple[OwnStep, ...],
) -> tuple[Told, ...]:
    """What to do on which of the ninety days, in their order."""
    told = [
        *_begin(missing, uses, assets, ready_cost),
        (8, _tax(tax_rate, known), "Take-home pay"),
        *_offers(uses),
        *_money(to_goal_month, to_buffer_month),
        *_reviews(net_month, uses, stop_share, stop_below, stop_rule),
        *((own.day, own.step, "") for own in steps),
    ]
    return tuple(sorted(told, key=lambda each: each[0]))


@figure("Your first 90 days", table=Step)
def days(start_day: str, numbered_steps: tuple[Told, ...]) -> tuple[Step, ...]:
    """Clear the obstacles, start one use, review after 30 and 60 days, and decide on day 90."""
    dates = _dates([day for day, _, _ in numbered_steps], day_of(start_day))
    weeks = [(day - 1) // DAYS_PER_WEEK + 1 for day, _, _ in numbered_steps]
    return tuple(Step(when, week, step, page) for when, week, (_, step, page) in zip(dates, weeks, numbered_steps, strict=True))


def _dates(numbers: list[int], first: date | None) -> Iterator[str]:
    """The date of each numbered day, with the year at the first one and where it changes; without a first day, the numbers."""
    year = 0
    for number in numbers:
        if first is None:
            yield f"Day {number}"
            continue
        on = first + timedelta(days=number - 1)
        yield write_day(on, year=on.year != year)
        year = on.year


def _begin(missing: tuple[Gap, ...], uses: tuple[Use, ...], assets: tuple[Asset, ...], ready_cost: float) -> Iterator[Told]:
    if missing:
        yield 1, f"Work out what is still missing: {', '.join(gap.part[:1].lower() + gap.part[1:] for gap in missing)}.", missing[0].page
    else:
        yield 1, "Save your workbook to a file, so that you can compare this plan with what really happens.", "Workbook"
    hurdles = list(_hurdles(uses, assets))
    yield from ((2 + at, f"Settle this first for “{name}”: {hurdle}.", "Asset inventory") for at, (name, hurdle) in enumerate(hurdles))
    if ready_cost > 0:
        text = f"Get ready only what the first use needs. Getting all of your assets ready would cost {say(ready_cost)}."
        yield 7, text, "Asset inventory"


def _hurdles(uses: tuple[Use, ...], assets: tuple[Asset, ...]) -> Iterator[tuple[str, str]]:
    """The obstacles of the first few uses; without uses, those of the first few assets that have any."""
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
        return f"Open an account only for tax. Move {Rate().write(rate)} of what is left of each payment there on the day it arrives."
    if "tax" in known:
        return "Keep a record of income and costs. You set nothing aside for tax, and the tax office may ask why."
    return "Open an account only for tax, and find out your rate before the first payment arrives."


def _offers(uses: tuple[Use, ...]) -> Iterator[Told]:
    """The first steps of each use before its start, once for each kind of gig, and the start itself."""
    prepared: set[str] = set()
    for nth, (start, use) in enumerate(zip(STARTS, uses or (Use(),), strict=False)):
        steps = first_steps()[use.kind]
        named = use.name or use.asset
        is_new = use.kind not in prepared
        if is_new:
            before = f"For “{named}”: " if len(uses) > 1 and named else ""
            for step, days_before in BEFORE_START.items():
                yield start - days_before, f"{before}{getattr(steps, step)}", STEP_PAGES[step]
        prepared.add(use.kind)
        what = "If the earlier offers are running well, publish the next one" if nth else "Publish your first offer"
        which = named or ("the use with the fewest obstacles" if not uses else "your first use")
        yield start, f"{what}: {which}.{f' {steps.customer}' if is_new else ''}", "Leverage income"


def _money(to_goal: float, to_buffer: float) -> Iterator[Told]:
    parts = [(to_goal, "your goal"), (to_buffer, "your buffer")]
    shares = [f"{Rate().write(round(part / (to_goal + to_buffer), 2))} to {name}" for part, name in parts if part > 0]
    if shares:
        yield 21, f"Set up automatic transfers of what is left after tax: {' and '.join(shares)}.", "The accelerator"


def _reviews(net_month: float, uses: tuple[Use, ...], stop_share: float, stop_below: float, stop_rule: str) -> Iterator[Told]:
    planned = f" The plan says {say(net_month)} a month before tax once everything is running; the first months bring less."
    beside = planned if net_month > 0 else ""
    yield 30, f"First review: write down hours, money in and money out.{beside}", "Net hourly pay"
    yield 60, "Second review: raise a price, change an offer, or move hours to what pays best.", "The gig mix"
    amounts = [f"{use.name or use.asset}, {say(use.net * stop_share / MONTHS_PER_YEAR)}" for use in uses[:SETTLED] if use.net > 0]
    each = f" By the month: {'; '.join(amounts)}." if amounts and stop_below > 0 else ""
    yield DAYS, f"Third review and stopping rule. {stop_rule}{each} Then update this plan with your actual numbers.", "My LEVERAGE plan"
