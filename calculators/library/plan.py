"""My LEVERAGE plan: What do your numbers add up to, and what comes first? Written by pipeline/typed_library.py; do not edit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal, TypedDict, Unpack

from .answer import Answer, answer

if TYPE_CHECKING:
    from ..catalogue.accelerator.paths import Point
    from ..catalogue.plan.chain import Gap, Link
    from ..catalogue.plan.days import Step
    from ..catalogue.plan.tax_days import TaxDue


class TaxDayInput(TypedDict, total=False):
    """One entry of a list of inputs."""

    day: str  # Due
    what: str  # For
    amount: float  # Set aside; 0 if left out


class UseInput(TypedDict, total=False):
    """One entry of a list of inputs."""

    name: str  # Use
    kind: Literal[
        "",
        "guests",
        "lodger",
        "space",
        "vehicle",
        "driving",
        "things",
        "teaching",
        "making",
        "care",
        "homes",
        "online",
        "events",
        "audience",
    ]
    asset: str  # With which asset
    net: float  # It leaves, before tax, a year; 0 if left out
    hours: float  # Your hours, hours a week; 0 if left out
    hurdle: str  # To sort out first


class AssetInput(TypedDict, total=False):
    """One entry of a list of inputs."""

    name: str  # Asset
    hurdle: str  # To sort out first


class DebtInput(TypedDict, total=False):
    """One entry of a list of inputs."""

    name: str  # Debt
    balance: float  # Owed now; 0 if left out
    rate: float  # Interest, a fraction, a year; 0.0 if left out
    payment: float  # You pay, a month; 0 if left out


class OwnStepInput(TypedDict, total=False):
    """One entry of a list of inputs."""

    day: int  # On day; 1 if left out
    step: str  # What to do


class PlanInputs(TypedDict, total=False):
    """The inputs of `plan`."""

    start_day: str  # You start on
    to_goal: float  # Share of what you keep that goes to your goal, a fraction; 0.5 if left out
    stop_share: float  # On day 90, stop a use that leaves less than, a fraction; 0.5 if left out
    own_hours: float  # Idle hours you could give, hours a week; 0 if left out
    idle_assets: int  # Idle assets; 0 if left out
    ways: int  # Ways to use them; 0 if left out
    ready_cost: float  # Cost to get them all ready; 0 if left out
    net_month: float  # Your uses leave, before tax, a month; 0 if left out
    tax_rate: float  # Tax on it, a fraction; 0.0 if left out
    tax_zero: Literal["unknown", "nothing"]  # If that rate is 0
    tax_days: Sequence[TaxDayInput]  # Days on which tax is due
    aim: Literal["save", "debts"]  # What is your goal?
    goal: float  # Goal amount; 0 if left out
    start: float  # You already have; 0 if left out
    own: float  # You put in now, a month; 0 if left out
    growth: float  # It grows by, a fraction, a year; 0.0 if left out
    gap_month: float  # What your pay needs to keep up with prices, a month; 0 if left out
    gap_zero: Literal["unknown", "nothing"]  # If that gap is 0
    buffer_missing: float  # Still missing from your buffer; 0 if left out
    buffer_zero: Literal["unknown", "nothing"]  # If nothing is missing
    uses: Sequence[UseInput]  # What you have chosen
    assets: Sequence[AssetInput]  # What sits idle
    method: Literal["avalanche", "snowball"]  # Money left over goes to
    debts: Sequence[DebtInput]  # Your debts
    steps: Sequence[OwnStepInput]  # Your own steps


@dataclass(frozen=True, kw_only=True)
class Plan(Answer):
    """The figures of `plan`."""

    set_aside: float  # To set aside for tax, a month
    kept_month: float  # What you keep, a month
    hours_taken: float  # Hours it takes, hours a week
    to_goal_month: float  # Goes to your goal, a month
    to_buffer_month: float  # Goes to your buffer, a month
    months_without: float | None  # Your goal, without leverage
    months_with: float | None  # Your goal, with leverage
    months_saved: float | None  # Sooner by
    gap_covered: float | None  # Share of the gap to prices that it would cover, a fraction
    buffer_months: float | None  # Your buffer is full after
    stop_below: float  # Stop anything on course for less than, a month
    paths: tuple[Point, ...]  # The goal's two paths
    worked_out: int  # Parts worked out, of seven
    missing: tuple[Gap, ...]  # Still missing
    chain: tuple[Link, ...]  # Your plan, link by link
    days: tuple[Step, ...]  # Your first 90 days
    tax_ahead: tuple[TaxDue, ...]  # When tax is due


def plan(*, as_of: date | None = None, **inputs: Unpack[PlanInputs]) -> Plan:
    """What do your numbers add up to, and what comes first? Raise InputError with one error for each refused input."""
    return answer("plan", inputs, as_of, Plan)
