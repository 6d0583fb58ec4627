"""The chain from idle hours to the buffer: which parts are computed, what they say, and what is missing."""

from dataclasses import dataclass
from typing import Annotated

from ...engine.fields import Count, Hours, Money, Months, Page, Rate, Text
from ...engine.figures import figure
from ...engine.money import write_trimmed
from ..accelerator.inputs import Debt
from .inputs import Use
from .pages import PAGES

say = Money(dollars=True).write


@dataclass(frozen=True)
class Part:
    """One part of the plan, the page that computes it, and what that page tells the reader."""

    name: str
    label: str
    page: str
    tells: str


PARTS = (
    Part("hours", "Your idle hours", "Time audit", "How many hours a week you could give."),
    Part("assets", "Your idle assets", "Asset inventory", "Which of your assets are idle, and what the obstacles are."),
    Part("income", "What your uses leave", "Leverage income", "What they bring in a usual month, after fees and costs."),
    Part("tax", "Your tax", "Take-home pay", "How much of it to set aside."),
    Part("goal", "Your goal", "The accelerator", "When you get there, with leverage and without."),
    Part("prices", "Prices", "The equalizer", "What keeps your pay level with prices."),
    Part("buffer", "Your buffer", "The buffer", "What carries you through poor months."),
)


@figure("What is worked out", unit=Text(), step=True)
def known(
    own_hours: float,
    idle_assets: int,
    net_month: float,
    tax_rate: float,
    tax_zero: str,
    aim: str,
    goal: float,
    debts: tuple[Debt, ...],
    gap_month: float,
    gap_zero: str,
    buffer_missing: float,
    buffer_zero: str,
) -> frozenset[str]:
    """The parts that have a number."""
    there = {
        "hours": own_hours > 0,
        "assets": idle_assets > 0,
        "income": net_month != 0,
        "tax": tax_rate > 0 or tax_zero == "nothing",
        "goal": bool(debts) if aim == "debts" else goal > 0,
        "prices": gap_month > 0 or gap_zero == "nothing",
        "buffer": buffer_missing > 0 or buffer_zero == "nothing",
    }
    return frozenset(name for name, known in there.items() if known)


@figure("Parts worked out, of seven", unit=Count())
def worked_out(known: frozenset[str]) -> int:
    """How many parts of this plan are based on numbers."""
    return len(known)


@dataclass(frozen=True)
class Gap:
    """A part without its number."""

    part: Annotated[str, Text("What is missing")]
    tells: Annotated[str, Text("What it would tell you")]
    page: Annotated[str, Page("Open", ids=PAGES)]
    opens: Annotated[str, Text("Its id")]


@figure("Still missing", table=Gap)
def missing(known: frozenset[str]) -> tuple[Gap, ...]:
    """Work these out in this order, and they appear in the plan."""
    return tuple(Gap(part.label, part.tells, part.page, dict(PAGES)[part.page]) for part in PARTS if part.name not in known)


@dataclass(frozen=True)
class Link:
    """A part of the plan in words."""

    part: Annotated[str, Text("Part")]
    says: Annotated[str, Text("What your numbers say")]
    page: Annotated[str, Page("Page", ids=PAGES)]


@figure("Your plan, link by link", table=Link)
def chain(
    known: frozenset[str],
    own_hours: float,
    hours_taken: float,
    idle_assets: int,
    ways: int,
    net_month: float,
    uses: tuple[Use, ...],
    tax_rate: float,
    set_aside: float,
    aim: str,
    goal: float,
    months_without: float | None,
    months_with: float | None,
    gap_month: float,
    gap_covered: float | None,
    buffer_missing: float,
    buffer_months: float | None,
) -> tuple[Link, ...]:
    """Each link builds on the one before it. If one is missing, open the page next to it."""
    sentences = {
        "hours": _hours(own_hours, hours_taken),
        "assets": f"{idle_assets} idle{f', {_ways(ways)} to use them' if ways else ''}.",
        "income": f"{_uses(uses)}{say(net_month)} a month before tax.",
        "tax": f"{Rate().write(tax_rate)} set aside: {say(set_aside)} a month." if tax_rate else "There is nothing to set aside.",
        "goal": _goal(aim, goal, months_without, months_with),
        "prices": _prices(gap_month, gap_covered),
        "buffer": _buffer(buffer_missing, buffer_months),
    }
    return tuple(Link(part.label, sentences[part.name] if part.name in known else f"Missing. {part.tells}", part.page) for part in PARTS)


def _ways(ways: int) -> str:
    return "1 way" if ways == 1 else f"{ways:,} ways"


def _hours(own_hours: float, hours_taken: float) -> str:
    taken = f"; your uses take {Hours().write(hours_taken)}" if hours_taken else ""
    return f"{Hours().write(own_hours)} hours a week that you could give{taken}."


def _uses(uses: tuple[Use, ...]) -> str:
    if not uses:
        return ""
    named = ", ".join(use.name or use.asset or "a use" for use in uses[:3])
    return f"{named}{f' and {len(uses) - 3} more' if len(uses) > 3 else ''}: "


def _goal(aim: str, goal: float, without: float | None, levered: float | None) -> str:
    what = "Free of debts" if aim == "debts" else say(goal)
    if without == 0:
        return "You owe nothing." if aim == "debts" else f"{what}: you have it already."
    if levered is None:
        return f"{what}: not within a hundred years, even with leverage."
    if without is None:
        return f"{what} in {Months().write(levered)}; without leverage not within a hundred years."
    return f"{what} in {Months().write(levered)}; without leverage in {Months().write(without)}."


def _prices(gap_month: float, covered: float | None) -> str:
    if covered is None:
        return "Your raises keep up with prices: there is no gap."
    return f"{say(gap_month)} a month keeps your pay level; what you keep would cover {write_trimmed(covered * 100, 0)}% of it."


def _buffer(missing: float, months: float | None) -> str:
    if missing <= 0:
        return "Full."
    when = f"full after {Months().write(months)}" if months is not None else "not filled within a hundred years at what goes there"
    return f"{say(missing)} missing; {when}."
