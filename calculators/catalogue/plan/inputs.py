"""The inputs of the plan. Most are prefilled from the workbook; 0 or an empty list means that a part is not computed yet."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from ...engine.fields import Choice, Count, Day, Hours, Money, Option, Rate, Rows, Text
from ...shared.fields import a_month
from ...shared.first_steps import ANY, kind_options
from ..accelerator.inputs import AIMS, METHODS, Debt

DAYS = 90
"""The number of days that the dated steps cover."""

ZERO = (Option("unknown", "It is not worked out yet"), Option("nothing", "It really is zero"))
"""What a 0 means, where 0 can be a real answer."""

KINDS = kind_options()


@dataclass(frozen=True, kw_only=True)
class Use:
    """A use of an asset or of the reader's time."""

    name: Annotated[str, Text("Use", longest=100)] = ""
    kind: Annotated[str, Choice("What kind of gig it is", options=KINDS)] = ANY
    asset: Annotated[str, Text("With which asset", longest=40)] = ""
    net: Annotated[float, Money("It leaves, before tax", per="year", ge=-100_000_000, le=100_000_000)] = 0.0
    hours: Annotated[float, Hours("Your hours", per="week")] = 0.0
    hurdle: Annotated[str, Text("To sort out first", longest=240)] = ""


@dataclass(frozen=True, kw_only=True)
class Asset:
    """An idle asset and its obstacles."""

    name: Annotated[str, Text("Asset", longest=40)] = ""
    hurdle: Annotated[str, Text("To sort out first", longest=240)] = ""


@dataclass(frozen=True, kw_only=True)
class OwnStep:
    """A step that the reader adds."""

    day: Annotated[int, Count("On day", ge=1, le=DAYS)] = 1
    step: Annotated[str, Text("What to do", longest=160, required=True)] = ""


@dataclass(frozen=True, kw_only=True)
class TaxDay:
    """A day on which tax on the gig is due, and the amount to have set aside by then."""

    day: Annotated[str, Day("Due")] = ""
    what: Annotated[str, Text("For", longest=100)] = ""
    amount: Annotated[float, Money("Set aside", le=100_000_000)] = 0.0


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """The results of the other calculators, and the reader's choices for the plan."""

    start_day: Annotated[str, Day("You start on", hint="The first of the ninety days. The calendar suggests the coming Monday.")] = ""
    to_goal: Annotated[
        float,
        Rate(
            "Share of what you keep that goes to your goal",
            hint="The rest goes to your buffer until it is full. Half and half is our guess.",
            slider=(0, 100, 5),
        ),
    ] = 0.5
    stop_share: Annotated[
        float,
        Rate(
            "On day 90, stop a use that leaves less than",
            hint="A share of what you planned for it. Decide now, because it is harder once you have put work into it.",
            slider=(0, 100, 5),
        ),
    ] = 0.5

    own_hours: Annotated[float, Hours("Idle hours you could give", per="week", slider=(0, 60, 1))] = 0.0
    idle_assets: Annotated[int, Count("Idle assets", le=60)] = 0
    ways: Annotated[int, Count("Ways to use them", le=100_000)] = 0
    ready_cost: Annotated[float, Money("Cost to get them all ready", le=100_000_000)] = 0.0

    net_month: Annotated[float, a_month("Your uses leave, before tax", hint="After fees and costs.", ge=-10_000_000, dollars=True)] = 0.0
    tax_rate: Annotated[float, Rate("Tax on it", hint="Your rate on the next dollar is a safe choice.", le=0.9, slider=(0, 60, 1))] = 0.0
    tax_zero: Annotated[str, Choice("If that rate is 0", options=ZERO)] = "unknown"
    tax_days: Annotated[
        tuple[TaxDay, ...],
        Rows("Days on which tax is due", of=TaxDay, item="tax day", title="what", maximum=20, hint="From take-home pay."),
    ] = ()

    aim: Annotated[str, Choice("What is your goal?", options=AIMS)] = "save"
    goal: Annotated[float, Money("Goal amount", le=1_000_000_000)] = 0.0
    start: Annotated[float, Money("You already have", le=1_000_000_000)] = 0.0
    own: Annotated[float, a_month("You put in now", hint="Without leverage; for debts, on top of their payments.")] = 0.0
    growth: Annotated[
        float,
        Rate("It grows by", per="year", hint="After tax and fees. For an amount in today's prices: after inflation.", ge=-0.8, le=0.9),
    ] = 0.0

    gap_month: Annotated[
        float,
        Money("What your pay needs to keep up with prices", per="month", hint="In the last year of your projection.", le=1_000_000_000),
    ] = 0.0
    gap_zero: Annotated[str, Choice("If that gap is 0", options=ZERO)] = "unknown"
    buffer_missing: Annotated[float, Money("Still missing from your buffer", le=1_000_000_000)] = 0.0
    buffer_zero: Annotated[str, Choice("If nothing is missing", options=ZERO)] = "unknown"

    uses: Annotated[tuple[Use, ...], Rows("What you have chosen", of=Use, item="use", title="name", maximum=20)] = ()
    assets: Annotated[tuple[Asset, ...], Rows("What sits idle", of=Asset, item="asset", title="name", maximum=60)] = ()

    method: Annotated[str, Choice("Money left over goes to", options=METHODS)] = "avalanche"
    debts: Annotated[tuple[Debt, ...], Rows("Your debts", of=Debt, item="debt", title="name", maximum=20)] = ()

    steps: Annotated[
        tuple[OwnStep, ...],
        Rows(
            "Your own steps", of=OwnStep, item="step", title="step", maximum=30, hint="They are added to the steps that the plan suggests."
        ),
    ] = ()


def day_of(text: str) -> date | None:
    """Parse a date such as 2027-01-04; None for an empty text."""
    return date.fromisoformat(text) if text else None
