"""Leverage income: What could your idle assets bring in a year, after fees and costs? Written by pipeline/typed_library.py; do not edit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypedDict, Unpack

from .answer import Answer, Uncertain, answer


class SourceInput(TypedDict, total=False):
    """One entry of a list of inputs."""

    name: str  # Asset
    capacity: float  # Idle, a month; 0 if left out
    counted: Literal["nights", "days", "m²", "hours", "posts"]  # Counted in


class PairInput(TypedDict, total=False):
    """One entry of a list of inputs."""

    gig: Literal[
        "short-stay",
        "dog-boarding",
        "lodger",
        "parking-month",
        "parking-events",
        "storage-space",
        "seasonal-storage",
        "yard-hours",
        "camp-pitch",
        "land-plot",
        "space-by-hour",
        "make-and-sell",
        "car-share",
        "passenger-driving",
        "food-delivery",
        "van-moves",
        "bike-delivery",
        "bike-rental",
        "rv-and-boat-rental",
        "trailer-hauling",
        "tool-rental",
        "lawn-and-garden",
        "gear-rental",
        "photo-shoots",
        "event-music",
        "party-gear-rental",
        "party-set-up",
        "transcription",
        "tutoring",
        "small-classes",
        "local-tours",
        "online-course",
        "bookkeeping",
        "handyman",
        "freelance-projects",
        "music-lessons",
        "language-lessons",
        "translation",
        "fitness-sessions",
        "alterations",
        "computer-help",
        "home-organizing",
        "garden-care",
        "writing-and-editing",
        "home-cooking",
        "consulting",
        "sponsored-posts",
        "referrals",
        "pet-care",
        "child-care",
        "companion-care",
        "errands-and-cleaning",
        "virtual-assistant",
    ]
    asset: str  # With which asset
    price: float  # Price; 0 if left out
    units: float  # You offer, a month; 0 if left out
    utilization: Uncertain  # Share sold, a fraction
    fee: float  # Platform fee, a fraction; 0.0 if left out
    variable_cost: float  # Cost of what is sold; 0 if left out
    fixed_cost: float  # Cost whether sold or not, a month; 0 if left out
    hours_sold: float  # Your hours for each sale, hours; 0 if left out
    hours_offered: float  # Your hours for each one offered, hours; 0 if left out
    capacity_used: float  # Asset used by each one; 1 if left out
    ramp_up: int  # Months to ramp up, months; 3 if left out
    busy_months: int  # Months a year that it runs, months; 12 if left out
    rest_share: float  # In the other months, a fraction; 0.0 if left out
    miles: float  # Miles that you drive for each one, miles; 0 if left out
    fee_fixed: float  # Fixed fee; 0 if left out
    start_cost: float  # One-time start-up cost; 0 if left out


class LeverageIncomeInputs(TypedDict, total=False):
    """The inputs of `leverage_income`."""

    own_hours: float  # Your idle hours, hours a week; 8 if left out
    order: Literal["listed", "best"]  # When there is not enough for everything, what comes first?
    together: float  # How closely good and bad years coincide, a fraction; 0.5 if left out
    assets: Sequence[SourceInput]  # What sits idle
    pairs: Sequence[PairInput]  # What you would do with it


@dataclass(frozen=True, kw_only=True)
class LeverageIncome(Answer):
    """The figures of `leverage_income`."""

    pair_name: tuple[str, ...]  # Gig
    unit_margin: tuple[float, ...]  # What each one sold leaves
    granted: tuple[float, ...]  # What fits, a month
    held_back: tuple[float, ...]  # Does not fit, a month
    fits: tuple[str, ...]  # Fits
    limited_by: tuple[str, ...]  # Limited by
    sold: tuple[float, ...]  # Sold once up and running, a month
    full_months: tuple[float, ...]  # Full months in the first year
    season_months: tuple[float, ...]  # Full months in each later year
    pair_gross: tuple[float, ...]  # Gross, a year
    pair_fees: tuple[float, ...]  # Fees, a year
    pair_unit_costs: tuple[float, ...]  # Costs of what is sold, a year
    pair_fixed_costs: tuple[float, ...]  # Costs whether sold or not, a year
    pair_costs: tuple[float, ...]  # Costs, a year
    pair_net: tuple[float, ...]  # Net, a year
    pair_hours: tuple[float, ...]  # Your hours, hours a year
    pair_miles: tuple[float, ...]  # Miles, miles a year
    pair_net_per_hour: tuple[float | None, ...]  # Net per own hour, an hour
    break_even: tuple[float | None, ...]  # Share sold to break even, a fraction
    gross_year: float  # Gross, a year
    fees_year: float  # Platform fees, a year
    costs_year: float  # Costs, a year
    net_year: float  # Leverage income, first year, a year
    net_month: float  # Net in a month, once up and running, a month
    own_hours_year: float  # Your hours, hours a year
    net_per_hour: float | None  # Net per own hour, an hour
    miles_year: float  # Miles, miles a year
    hours_left: float  # Idle hours left, hours a week
    month_gross: tuple[float, ...]  # Gross
    month_fees: tuple[float, ...]  # Fees
    month_costs: tuple[float, ...]  # Costs
    month_net: tuple[float, ...]  # Net


def leverage_income(*, as_of: date | None = None, **inputs: Unpack[LeverageIncomeInputs]) -> LeverageIncome:
    """What could your idle assets bring in a year, after fees and costs? Raise InputError with one error for each refused input."""
    return answer("leverage-income", inputs, as_of, LeverageIncome)
