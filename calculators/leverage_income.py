"""Leverage income: what chosen assets could bring in their first year, after fees and costs, with a range.

The method: net = p·K·u·(1 - f) - v·K·u - F, with price p, units offered K, utilization u, platform fee f, variable cost v and fixed
cost F; only costs that the gig adds count. Break-even utilization is F / (K·(p(1 - f) - v)).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from operator import mul
from typing import Annotated

from .assets import cited_values, gig_options, gigs
from .engine.calculator import Calculator, Group, Lever, Outcome, RowsTable
from .engine.fields import Choice, Count, Estimate, Hours, Money, Number, Option, Rate, Rows, Text
from .engine.figures import Series, figure
from .engine.money import write_trimmed
from .engine.parameters import Value
from .engine.validation import FieldError
from .leverage_charts import months_chart
from .leverage_sharing import Share, share_out
from .periods import MONTHS_PER_YEAR, WEEKS_PER_MONTH

GIGS = gig_options()
MONTHS = tuple(range(1, MONTHS_PER_YEAR + 1))


@dataclass(frozen=True, kw_only=True)
class Source:
    """An asset and what of it is idle, by the month."""

    name: Annotated[str, Text("Asset", longest=40, required=True)] = ""
    capacity: Annotated[float, Number("Idle", unit="units", per="month", hint="Nights, hours or days, as you count it.", le=100_000)] = 0.0


@dataclass(frozen=True, kw_only=True)
class Pair:
    """An asset put to a gig. Counted in the gig's own units: nights, hours, days, items."""

    gig: Annotated[str, Choice("Gig", options=GIGS)] = "tutoring"
    asset: Annotated[
        str, Text("With which asset", hint="A name from the list above. Leave it empty if it takes only your own time.", longest=40)
    ] = ""
    price: Annotated[float, Money("Price", per="unit", hint="What a customer pays. Ask around; look at three offers like yours.", le=100_000)] = 0.0
    units: Annotated[float, Number("Units you offer", per="month", hint="Nights, hours, days or items.", le=100_000)] = 0.0
    utilization: Annotated[Estimate, Rate("Of those, sold", hint="A poor, a usual and a good month.")] = Estimate(0.3, 0.5, 0.7)
    fee: Annotated[float, Rate("Platform fee", hint="The share of the price that it keeps.", le=0.9)] = 0.0
    variable_cost: Annotated[float, Money("Cost of each unit sold", hint="Fuel, cleaning, materials, wear.", le=100_000)] = 0.0
    fixed_cost: Annotated[float, Money("Cost whether sold or not", per="month", hint="Extra insurance, a licence, a listing.", le=1_000_000)] = 0.0
    hours_sold: Annotated[float, Hours("Your hours for each unit sold", le=1_000)] = 0.0
    hours_offered: Annotated[float, Hours("Your hours for each unit offered", hint="Waiting and keeping ready, sold or not.", le=1_000, more=True)] = 0.0
    capacity_used: Annotated[float, Number("Of the asset, each unit takes", hint="A day of a car that is counted in hours takes 24.", le=10_000, more=True)] = 1.0
    ramp_up: Annotated[int, Count("Months until it runs as well as it will", unit="months", le=24, more=True)] = 3
    fee_fixed: Annotated[float, Money("Fixed fee for each unit sold", le=10_000, more=True)] = 0.0
    start_cost: Annotated[float, Money("Cost to start, once", hint="Getting the asset ready.", le=1_000_000, more=True)] = 0.0


EXAMPLE = (
    Pair(
        asset="Back room",
        gig="lodger",
        price=916.0,
        units=0.86,
        utilization=Estimate(0.6, 0.85, 1.0),
        fixed_cost=25.0,
        hours_offered=3.0,
        capacity_used=30.0,
        ramp_up=2,
        start_cost=150.0,
    ),
    Pair(
        gig="tutoring",
        price=19.27,
        units=20.0,
        utilization=Estimate(0.3, 0.5, 0.7),
        fee=0.25,
        variable_cost=0.5,
        hours_sold=1.25,
        ramp_up=3,
    ),
)
"""An invented household's two plans; prices as cited with the gigs, all else is there to be overwritten."""

ORDER = (Option("listed", "The order in which I listed them"), Option("best", "What pays best for an hour of mine"))


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """Idle assets, the uses chosen for them, and the own hours that all uses share."""

    own_hours: Annotated[float, Hours("Your idle hours", per="week", hint="From your time audit, if you made one.")] = 8.0
    order: Annotated[str, Choice("When there is not enough for all, who goes first?", options=ORDER)] = "listed"
    together: Annotated[
        float, Rate("How far good and bad years come together", hint="0%: each goes its own way. 100%: all rise and fall as one.")
    ] = 0.5
    assets: Annotated[
        tuple[Source, ...],
        Rows("What lies idle", of=Source, item="asset", title="name", maximum=60, hint="From your inventory, if you made one."),
    ] = (Source(name="Back room", capacity=26.0),)
    pairs: Annotated[
        tuple[Pair, ...],
        Rows("What you would do with it", of=Pair, item="use", title="gig", maximum=20, hint="Each use of an asset, or of your own time."),
    ] = EXAMPLE


def assets_are_known(inputs: Inputs) -> Iterator[FieldError]:
    """Names of assets are unique, and every use names one of them."""
    names = [asset.name.casefold() for asset in inputs.assets]
    for index, name in enumerate(names):
        if names.index(name) != index:
            yield FieldError(f"assets.{index}.name", "repeated", f"Asset {names.index(name) + 1} has this name already. Give this one another.")
    for index, pair in enumerate(inputs.pairs):
        if pair.asset and pair.asset.casefold() not in names:
            known = ", ".join(asset.name for asset in inputs.assets[:8]) or "none yet"
            yield FieldError(f"pairs.{index}.asset", "unknown-asset", f"There is no such asset in the list above. There are: {known}.")


def running(month: int, ramp_up: int) -> float:
    """The part of its full business that a gig has in a month: it grows evenly over its ramp-up months."""
    return min(1.0, month / (ramp_up + 1))


def running_year(ramp_up: int) -> float:
    """Full-business months in the first twelve: the sum of `running`."""
    return sum(running(month, ramp_up) for month in MONTHS)


@figure("Use", unit=Text(), each="pairs")
def pair_name(gig: str, asset: str) -> str:
    """The gig, and the asset that it is done with."""
    return f"{gigs()[gig].label}: {asset}" if asset else gigs()[gig].label


@figure("What one unit leaves", unit=Money(per="unit"), each="pairs")
def unit_margin(price: float, fee: float, fee_fixed: float, variable_cost: float) -> float:
    """The price less the platform's share and what the unit itself costs."""
    return price - price * fee - fee_fixed - variable_cost


@figure("How capacity is shared out", unit=Text(), column="pairs", step=True)
def sharing(pairs: tuple[Pair, ...], assets: tuple[Source, ...], own_hours: float, order: str, unit_margin: tuple[float, ...]) -> tuple[Share, ...]:
    """No car-hour and no hour of yours is promised twice: each use takes what it needs, in order, until there is no more."""
    return share_out(pairs, {a.name.casefold(): a.capacity for a in assets}, own_hours * WEEKS_PER_MONTH, order, unit_margin)


@figure("Units that fit", unit=Number(per="month"), each="pairs")
def granted(sharing: Share) -> float:
    """What this use can offer once those before it have taken theirs."""
    return sharing.granted


@figure("Had to give", unit=Number(per="month"), each="pairs", tone="loss")
def held_back(units: float, granted: float) -> float:
    """Units that you wanted to offer, and that do not fit."""
    return units - granted


@figure("Because of", unit=Text(), each="pairs")
def limited_by(sharing: Share) -> str:
    """What ran out."""
    return sharing.limited_by


@figure("Units sold at full business", unit=Number(per="month"), each="pairs")
def sold(granted: float, utilization: float) -> float:
    """The offered units that find a buyer in a usual month, once it runs."""
    return granted * utilization


@figure("Full months in the first year", unit=Number(unit="months"), each="pairs")
def full_months(ramp_up: int) -> float:
    """The first months sell less; together the first twelve are worth this many full ones."""
    return running_year(ramp_up)


@figure("Gross", unit=Money(per="year"), each="pairs")
def pair_gross(price: float, sold: float, full_months: float) -> float:
    """What customers pay in the first year."""
    return price * sold * full_months


@figure("Fees", unit=Money(per="year"), each="pairs", tone="loss")
def pair_fees(price: float, fee: float, fee_fixed: float, sold: float, full_months: float) -> float:
    """What the platforms keep of it."""
    return (price * fee + fee_fixed) * sold * full_months


@figure("Costs of what is sold", unit=Money(per="year"), each="pairs", tone="loss")
def pair_unit_costs(variable_cost: float, sold: float, full_months: float) -> float:
    """What you pay for each unit sold: fuel, cleaning, materials, wear."""
    return variable_cost * sold * full_months


@figure("Costs sold or not", unit=Money(per="year"), each="pairs", tone="loss")
def pair_fixed_costs(fixed_cost: float, start_cost: float, granted: float) -> float:
    """What you pay each month, and once at the start. A use that gets no room costs nothing."""
    return fixed_cost * MONTHS_PER_YEAR + start_cost if granted > 0 else 0.0


@figure("Costs", unit=Money(per="year"), each="pairs", tone="loss")
def pair_costs(pair_unit_costs: float, pair_fixed_costs: float) -> float:
    """All that you pay to do it."""
    return pair_unit_costs + pair_fixed_costs


@figure("Net", unit=Money(per="year"), each="pairs", tone="gain")
def pair_net(pair_gross: float, pair_fees: float, pair_costs: float) -> float:
    """What is left of the first year, before tax."""
    return pair_gross - pair_fees - pair_costs


@figure("Your hours", unit=Hours(per="year"), each="pairs")
def pair_hours(hours_sold: float, sold: float, full_months: float, hours_offered: float, granted: float) -> float:
    """All of your hours, the waiting ones too."""
    return hours_sold * sold * full_months + hours_offered * granted * MONTHS_PER_YEAR


@figure("Net per own hour", unit=Money(per="hour"), each="pairs", tone="gain")
def pair_net_per_hour(pair_net: float, pair_hours: float) -> float | None:
    """What an hour of yours leaves; a use that takes none has no such number."""
    return pair_net / pair_hours if pair_hours > 0 else None


@figure("Sold share to break even", unit=Rate(), each="pairs")
def break_even(fixed_cost: float, granted: float, unit_margin: float) -> float | None:
    """The share of offered units that must sell to pay the monthly costs. Over 100%, or none at all: it cannot."""
    return fixed_cost / (granted * unit_margin) if granted * unit_margin > 0 else None


@figure("Gross", unit=Money(per="year"))
def gross_year(pair_gross: tuple[float, ...]) -> float:
    """What customers pay in the first year, all uses together."""
    return sum(pair_gross)


@figure("Platform fees", unit=Money(per="year"), tone="loss")
def fees_year(pair_fees: tuple[float, ...]) -> float:
    """What the platforms keep of it."""
    return sum(pair_fees)


@figure("Costs", unit=Money(per="year"), tone="loss")
def costs_year(pair_costs: tuple[float, ...]) -> float:
    """What you pay to do it."""
    return sum(pair_costs)


@figure("Leverage income, first year", unit=Money(per="year"), tone="gain")
def net_year(gross_year: float, fees_year: float, costs_year: float) -> float:
    """What is left in your hands before tax, after fees and the costs that these uses add."""
    return gross_year - fees_year - costs_year


@figure("Your hours", unit=Hours(per="year"))
def own_hours_year(pair_hours: tuple[float, ...]) -> float:
    """All of your hours in the first year."""
    return sum(pair_hours)


@figure("Net per own hour", unit=Money(per="hour"), tone="gain")
def net_per_hour(net_year: float, own_hours_year: float) -> float | None:
    """What an hour of yours leaves, over all uses."""
    return net_year / own_hours_year if own_hours_year > 0 else None


@figure("Net in a month at full business", unit=Money(per="month"), tone="gain")
def net_month(unit_margin: tuple[float, ...], sold: tuple[float, ...], pairs: tuple[Pair, ...], granted: tuple[float, ...]) -> float:
    """A usual month once every use has found its customers."""
    return sum(
        margin * units - (pair.fixed_cost if room > 0 else 0.0) for margin, units, pair, room in zip(unit_margin, sold, pairs, granted, strict=True)
    )


@figure("Idle hours left", unit=Hours(per="week"))
def hours_left(own_hours: float, sharing: tuple[Share, ...]) -> float:
    """Your hours that no use has claimed, even in a good month."""
    return max(0, own_hours - sum(share.own_hours for share in sharing) / WEEKS_PER_MONTH)


@figure("Each month's share of the year", unit=Rate(), step=True)
def month_shares(pairs: tuple[Pair, ...], full_months: tuple[float, ...]) -> tuple[tuple[float, ...], ...]:
    """For each month, the part of each use's year that falls into it: small at first, then level."""
    return tuple(tuple(running(m, pair.ramp_up) / full for pair, full in zip(pairs, full_months, strict=True)) for m in MONTHS)


@figure("Monthly costs", unit=Money(per="month"), step=True)
def month_fixed(pairs: tuple[Pair, ...], granted: tuple[float, ...]) -> float:
    """Costs that come every month, sold or not, of all uses that have room."""
    return sum(pair.fixed_cost for pair, room in zip(pairs, granted, strict=True) if room > 0)


@figure("Gross", unit=Money(), column="months")
def month_gross(pair_gross: tuple[float, ...], month_shares: tuple[tuple[float, ...], ...]) -> tuple[float, ...]:
    """What customers pay, month by month."""
    return _by_month(pair_gross, month_shares)


@figure("Fees", unit=Money(), column="months", tone="loss")
def month_fees(pair_fees: tuple[float, ...], month_shares: tuple[tuple[float, ...], ...]) -> tuple[float, ...]:
    """What the platforms keep, month by month."""
    return _by_month(pair_fees, month_shares)


@figure("Costs", unit=Money(), column="months", tone="loss")
def month_costs(
    pair_unit_costs: tuple[float, ...], pair_fixed_costs: tuple[float, ...], month_shares: tuple[tuple[float, ...], ...], month_fixed: float
) -> tuple[float, ...]:
    """What you pay, month by month; the costs to start fall into the first."""
    once = sum(pair_fixed_costs) - month_fixed * MONTHS_PER_YEAR
    first, *others = _by_month(pair_unit_costs, month_shares)
    return (first + month_fixed + once, *[cost + month_fixed for cost in others])


@figure("Net", unit=Money(), each="months", tone="gain")
def month_net(month_gross: float, month_fees: float, month_costs: float) -> float:
    """What the month leaves."""
    return month_gross - month_fees - month_costs


def _by_month(yearly: tuple[float, ...], month_shares: tuple[tuple[float, ...], ...]) -> tuple[float, ...]:
    """Yearly amounts of all uses, dealt out to the months and added up."""
    return tuple([sum(map(mul, yearly, shares)) for shares in month_shares])


def gave_note(outcome: Outcome) -> str:
    """Which use had to give, and to what."""
    found = [
        f"“{gigs()[pair.gig].label}” gets {write_trimmed(room, 1)} of the {write_trimmed(pair.units, 1)} units you wanted: there is no more of {why}."
        for pair, room, why in zip(outcome["pairs"], outcome["granted"], outcome["limited_by"], strict=True)
        if why
    ]
    return " ".join(found)


def no_price_note(outcome: Outcome) -> str:
    """A use without a price earns nothing, and says so."""
    free = [gigs()[pair.gig].label for pair in outcome["pairs"] if pair.price == 0]
    return f"No price yet: {', '.join(free)}. We know of no figure good enough to suggest; put in your own." if free else ""


def loss_note(outcome: Outcome) -> str:
    """A use that costs more than it brings."""
    losing = [gigs()[pair.gig].label for pair, net in zip(outcome["pairs"], outcome["pair_net"], strict=True) if net < 0]
    return f"In a usual first year this would lose money: {', '.join(losing)}." if losing else ""


def cites(inputs: Inputs, day: date) -> Iterator[Value]:
    """What is known of the chosen gigs."""
    del day  # the gigs' figures carry their own dates; the reader sees and overwrites them
    for name in dict.fromkeys(pair.gig for pair in inputs.pairs):
        yield from cited_values(gigs()[name])


PAIR_FIGURES = (granted, held_back, limited_by, pair_gross, pair_fees, pair_costs, pair_net, pair_hours, pair_net_per_hour, break_even)

CALCULATOR = Calculator(
    id="leverage-income",
    title="Leverage income",
    purpose="What could your idle assets bring in a year, after fees and costs?",
    inputs=Inputs,
    figures=(
        pair_name,
        unit_margin,
        sharing,
        granted,
        held_back,
        limited_by,
        sold,
        full_months,
        pair_gross,
        pair_fees,
        pair_unit_costs,
        pair_fixed_costs,
        pair_costs,
        pair_net,
        pair_hours,
        pair_net_per_hour,
        break_even,
        gross_year,
        fees_year,
        costs_year,
        net_year,
        net_month,
        own_hours_year,
        net_per_hour,
        hours_left,
        month_shares,
        month_fixed,
        month_gross,
        month_fees,
        month_costs,
        month_net,
    ),
    headline=net_year,
    series=(Series("months", "month", "Month", MONTHS),),
    rules=(assets_are_known,),
    groups=(
        Group("Your idle hours", ("own_hours",)),
        Group("Your idle assets", ("assets",)),
        Group("Your uses", ("pairs",)),
        Group("Sharing and luck", ("order", "together"), folded=True),
    ),
    tables=(RowsTable("pairs", "Use by use", "pair_name", PAIR_FIGURES),),
    charts=(months_chart,),
    ranged=(net_year, pair_net, month_net),
    together="together",
    lever=Lever("costs_year", "gross_year", "What it costs:", "what it brings:"),
    cites=cites,
    notes=(gave_note, loss_note, no_price_note),
)
