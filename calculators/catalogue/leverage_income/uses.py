"""Figures of one use of an asset: what fits, what it sells, earns, costs and leaves."""

import math

from ...engine.fields import Hours, Money, Months, Number, Proportion, Text
from ...engine.figures import figure
from ...shared.gigs import gigs, part_of
from ...shared.periods import MONTHS_PER_YEAR, WEEKS_PER_MONTH
from .inputs import Pair, Source
from .sharing import Share, share_out

MONTHS = tuple(range(1, MONTHS_PER_YEAR + 1))


def running(month: int, ramp_up: int, busy_months: int, rest_share: float) -> float:
    """The share of full business that a gig has in a month: it grows linearly over the ramp-up months, and falls after its season.

    The year begins with the season.
    """
    return min(1.0, month / (ramp_up + 1)) * (1.0 if month <= busy_months else rest_share)


@figure("Gig", unit=Text(), each="pairs")
def pair_name(gig: str, asset: str) -> str:
    """The gig and the asset that it uses."""
    return f"{gigs()[gig].label}: {asset}" if asset else gigs()[gig].label


@figure("What each one sold leaves", unit=Money(), each="pairs")
def unit_margin(price: float, fee: float, fee_fixed: float, variable_cost: float) -> float:
    """The price, minus the platform fee and the cost of what is sold."""
    return price - price * fee - fee_fixed - variable_cost


@figure("How capacity is shared out", unit=Text(), column="pairs", step=True)
def sharing(
    pairs: tuple[Pair, ...], assets: tuple[Source, ...], own_hours: float, order: str, unit_margin: tuple[float, ...]
) -> tuple[Share, ...]:
    """Nothing is offered twice: each use takes what it needs, in order, until the asset or your hours run out."""
    return share_out(pairs, {a.name.casefold(): a.capacity for a in assets}, own_hours * WEEKS_PER_MONTH, order, unit_margin)


@figure("What fits", unit=Number(per="month"), each="pairs")
def granted(sharing: Share) -> float:
    """What this use can offer after the uses before it have taken their share."""
    return sharing.granted


@figure("Does not fit", unit=Number(per="month"), each="pairs", tone="loss")
def held_back(units: float, granted: float) -> float:
    """The part of what you want to offer that does not fit."""
    return units - granted


@figure("Fits", unit=Text(), each="pairs")
def fits(gig: str, units: float, granted: float) -> str:
    """What this use can offer in a month, counted as its gig counts it: "26 nights", or "26 of 31 nights" if not everything fits."""
    return gigs()[gig].counted(granted) if granted >= units else part_of(granted, units, gigs()[gig].many)


@figure("Limited by", unit=Text(), each="pairs")
def limited_by(sharing: Share) -> str:
    """The resource that ran out."""
    return sharing.limited_by


@figure("Sold once up and running", unit=Number(per="month"), each="pairs")
def sold(granted: float, utilization: float) -> float:
    """What sells in a usual month, once it is running."""
    return granted * utilization


@figure("Full months in the first year", unit=Months(), each="pairs")
def full_months(ramp_up: int, busy_months: int, rest_share: float) -> float:
    """The first months sell less, and so do those out of season. Together, the first twelve are worth this many full months."""
    return math.fsum(running(month, ramp_up, busy_months, rest_share) for month in MONTHS)


@figure("Full months in each later year", unit=Months(), each="pairs")
def season_months(busy_months: int, rest_share: float) -> float:
    """The months of the season, and what the others are worth."""
    return busy_months + rest_share * (MONTHS_PER_YEAR - busy_months)


@figure("Gross", unit=Money(per="year", dollars=True), each="pairs")
def pair_gross(price: float, sold: float, full_months: float) -> float:
    """What customers pay in the first year."""
    return price * sold * full_months


@figure("Fees", unit=Money(per="year", dollars=True), each="pairs", tone="loss")
def pair_fees(price: float, fee: float, fee_fixed: float, sold: float, full_months: float) -> float:
    """What the platforms keep of what customers pay."""
    return (price * fee + fee_fixed) * sold * full_months


@figure("Costs of what is sold", unit=Money(per="year", dollars=True), each="pairs", tone="loss")
def pair_unit_costs(variable_cost: float, sold: float, full_months: float) -> float:
    """What you pay for what is sold: fuel, cleaning, materials, wear."""
    return variable_cost * sold * full_months


@figure("Costs whether sold or not", unit=Money(per="year", dollars=True), each="pairs", tone="loss")
def pair_fixed_costs(fixed_cost: float, start_cost: float, granted: float) -> float:
    """What you pay each month, and once at the start. A use without room costs nothing."""
    return fixed_cost * MONTHS_PER_YEAR + start_cost if granted > 0 else 0.0


@figure("Costs", unit=Money(per="year", dollars=True), each="pairs", tone="loss")
def pair_costs(pair_unit_costs: float, pair_fixed_costs: float) -> float:
    """Everything that you pay for this use."""
    return pair_unit_costs + pair_fixed_costs


@figure("Net", unit=Money(per="year", dollars=True), each="pairs", tone="gain")
def pair_net(pair_gross: float, pair_fees: float, pair_costs: float) -> float:
    """What is left of the first year, before tax."""
    return pair_gross - pair_fees - pair_costs


@figure("Your hours", unit=Hours(per="year"), each="pairs")
def pair_hours(hours_sold: float, sold: float, full_months: float, hours_offered: float, granted: float, season_months: float) -> float:
    """All of your hours, including waiting."""
    return hours_sold * sold * full_months + hours_offered * granted * season_months


@figure("Miles", unit=Number(unit="miles", per="year"), each="pairs")
def pair_miles(miles: float, sold: float, full_months: float) -> float:
    """What you drive for what is sold in the first year."""
    return miles * sold * full_months


@figure("Net per own hour", unit=Money(per="hour"), each="pairs", tone="gain")
def pair_net_per_hour(pair_net: float, pair_hours: float) -> float | None:
    """What one of your hours leaves. A dash means that it takes none."""
    return pair_net / pair_hours if pair_hours > 0 else None


@figure("Share sold to break even", unit=Proportion(), each="pairs")
def break_even(fixed_cost: float, granted: float, unit_margin: float) -> float | None:
    """The share of what you offer that must sell to cover the monthly costs. Above 100%, or a dash, it cannot break even."""
    return fixed_cost / (granted * unit_margin) if granted * unit_margin > 0 else None
