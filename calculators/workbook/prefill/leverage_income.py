"""Prefills from leverage income: the year's money and miles, the uses, and the first gig that takes the reader's own hours."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ...catalogue import leverage_income
from ...catalogue.leverage_income import totals, uses
from ...catalogue.leverage_income.inputs import Inputs, Pair
from ...engine.calculator import Outcome
from ...engine.fields import Rows
from ...engine.money import typed_number
from ...shared.first_steps import kind_of_gig
from ...shared.gigs import gigs
from ...shared.periods import MONTHS_PER_YEAR, WEEKS_PER_MONTH, WEEKS_PER_YEAR
from .prefill import Prefill
from .typed import LONGEST_HURDLE, LONGEST_NAME, amount, hours, percent, something

BY_THE_MILE = ("us", "uk")
"""The countries whose form has boxes for gig miles, and for what they cost."""
HALVES = 2
"""Parts of the tax year in the United States, each with its own rate for a mile."""
MOST_KEPT = 0.95
"""The largest platform fee that the other forms take."""

DEAREST_HOUR = 10_000
LONGEST_WEEK = 168
NAME = 40
"""Characters of a name in the gig mix's list."""


@dataclass(frozen=True)
class Work:
    """A gig in full swing, each month, with what it offers and usually sells."""

    pair: Pair
    offered: float
    sold: float

    @property
    def hours(self) -> float:
        """All of the reader's hours."""
        return self.pair.hours_sold * self.sold + self.pair.hours_offered * self.offered

    @property
    def fee(self) -> float:
        """The platform fee, with its fixed part."""
        return min(self.pair.fee + self.pair.fee_fixed / self.pair.price, MOST_KEPT)

    @property
    def costs(self) -> float:
        """Everything that the reader pays, but for the start."""
        return self.pair.variable_cost * self.sold + self.pair.fixed_cost

    @property
    def billed(self) -> float:
        """Hours that customers pay for with each one sold."""
        return 1.0 if gigs()[self.pair.gig].unit == "hour" else self.pair.hours_sold


def _works(outcome: Outcome[Inputs]) -> Iterator[Work]:
    for pair, offered, sold in zip(outcome.inputs.pairs, outcome[uses.granted], outcome[uses.sold], strict=True):
        work = Work(pair, offered, sold)
        if pair.price > 0 and work.hours > 0:
            yield work


def _first(value: Callable[[Work], object]) -> Callable[[Outcome[Inputs]], object]:
    """A value of the first gig that takes own hours; None without one."""

    def of_outcome(outcome: Outcome[Inputs]) -> object:
        work = next(_works(outcome), None)
        return None if work is None else value(work)

    return of_outcome


def _week(month: Callable[[Work], float]) -> Callable[[Outcome[Inputs]], object]:
    return _first(lambda work: amount(month(work) / WEEKS_PER_MONTH))


def _takings(work: Work) -> dict[str, str]:
    """What customers pay in a poor, a usual and a good week."""
    weekly = work.pair.price * work.offered / WEEKS_PER_MONTH
    return {part: typed_number(weekly * getattr(work.pair.utilization, part), 2) for part in ("low", "typical", "high")}


def _driving(outcome: Outcome[Inputs]) -> float:
    """What the miles of the first year cost: the cost of what is sold, for gigs with miles."""
    return sum(cost for pair, cost in zip(outcome.inputs.pairs, outcome[uses.pair_unit_costs], strict=True) if pair.miles > 0)


def _all_costs(outcome: Outcome[Inputs]) -> float:
    return outcome[totals.fees_year] + outcome[totals.costs_year]


def _half_of_miles(outcome: Outcome[Inputs]) -> object:
    return amount(outcome[totals.miles_year] / HALVES)


def _billable(work: Work) -> str:
    return percent(min(1.0, work.billed * work.sold / work.hours))


def _price_of_an_hour(work: Work) -> str | None:
    return amount(work.pair.price / work.billed) if work.billed > 0 else None


def _left_in_a_year(work: Work) -> str:
    month = work.pair.price * work.sold * (1 - work.fee) - work.costs
    return typed_number(max(0.0, month * MONTHS_PER_YEAR), 2)


def _gigs(outcome: Outcome[Inputs]) -> list[dict[str, str]] | None:
    """Uses that take the reader's own hours and pay for them, with that pay and the planned hours."""
    rows = []
    for name, pay, year in zip(outcome[uses.pair_name], outcome[uses.pair_net_per_hour], outcome[uses.pair_hours], strict=True):
        week = year / WEEKS_PER_YEAR
        if pay is not None and 0 <= pay <= DEAREST_HOUR and week <= LONGEST_WEEK:
            each, most = typed_number(pay, 2), hours(week)
            rows.append({"name": name[:NAME], "pay": each, "good": most, "later": each, "most": most})
    return rows[: _most_gigs()] or None


def _most_gigs() -> int:
    from ...catalogue import gig_mix  # here, because other targets do not need it

    return next(slot.field.maximum for slot in gig_mix.CALCULATOR.slots if isinstance(slot.field, Rows))


def _month(outcome: Outcome[Inputs]) -> dict[str, str] | None:
    """A month once everything is running, with every use at its low, typical or high utilization. It needs no simulation."""
    if outcome[totals.net_month] < 0:
        return None

    def at(part: str) -> float:
        planned = zip(outcome[uses.unit_margin], outcome[uses.granted], outcome[uses.season_months], outcome.inputs.pairs, strict=True)
        return float(
            sum(
                margin * room * getattr(pair.utilization, part) * months / MONTHS_PER_YEAR - (pair.fixed_cost if room > 0 else 0.0)
                for margin, room, months, pair in planned
            )
        )

    usual = outcome[totals.net_month]
    low, high = sorted((at("low"), at("high")))  # when a unit is sold at a loss, the order is reversed
    parts = {"low": min(max(0.0, low), usual), "typical": usual, "high": max(high, usual)}
    return {part: typed_number(value, 2) for part, value in parts.items()}


def _uses(outcome: Outcome[Inputs]) -> list[dict[str, str]] | None:
    """Uses that have room, with the obstacles of their gig."""
    rows = [
        {
            "name": name[:LONGEST_NAME],
            "kind": kind_of_gig(pair.gig),
            "asset": pair.asset,
            "net": typed_number(net, 2),
            "hours": hours(year / WEEKS_PER_YEAR),
        }
        | {"hurdle": "; ".join(gigs()[pair.gig].obstacles)[:LONGEST_HURDLE]}
        for pair, name, net, year, room in zip(
            outcome.inputs.pairs, *(outcome[f] for f in (uses.pair_name, uses.pair_net, uses.pair_hours, uses.granted)), strict=True
        )
        if room > 0
    ]
    return rows or None


_SOURCE = leverage_income.CALCULATOR

_TAKE_HOME = (
    Prefill(_SOURCE, "take-home", "gross_receipts", lambda o: amount(o[totals.gross_year])),
    Prefill(_SOURCE, "take-home", "expenses", lambda o: amount(_all_costs(o))),
    # with boxes for the miles and their cost, that cost is not among the others too
    Prefill(_SOURCE, "take-home", "expenses", lambda o: amount(_all_costs(o) - _driving(o)), BY_THE_MILE),
    Prefill(_SOURCE, "take-home", "miles_before_july", _half_of_miles, ("us",)),
    Prefill(_SOURCE, "take-home", "miles_after_june", _half_of_miles, ("us",)),
    Prefill(_SOURCE, "take-home", "vehicle_costs", lambda o: amount(_driving(o)), ("us",)),
    Prefill(_SOURCE, "take-home", "uk_miles", lambda o: amount(o[totals.miles_year]), ("uk",)),
    Prefill(_SOURCE, "take-home", "uk_vehicle_costs", lambda o: amount(_driving(o)), ("uk",)),
)

_NET_HOURLY: tuple[tuple[str, Callable[[Outcome[Inputs]], object]], ...] = (
    ("gross", _first(_takings)),
    ("tips", _first(lambda _: "0")),
    ("fee", _first(lambda work: percent(work.fee))),
    ("other_costs", _week(lambda work: work.pair.fixed_cost if work.pair.miles > 0 else work.costs)),
    ("paid_hours", _week(lambda work: work.pair.hours_sold * work.sold)),
    ("waiting_hours", _week(lambda work: work.pair.hours_offered * work.offered)),
    ("travel_hours", _first(lambda _: "0")),  # they are among the hours of a sale
    ("admin_hours", _first(lambda _: "0")),
    ("paid_miles", _week(lambda work: work.pair.miles * work.sold)),
    ("empty_miles", _first(lambda _: "0")),
    ("insurance", _first(lambda _: "0")),  # it is among the costs whether sold or not
)

_RATE: tuple[tuple[str, Callable[[Outcome[Inputs]], object]], ...] = (
    ("keep", _first(_left_in_a_year)),
    ("hours_week", _week(lambda work: work.hours)),
    ("billable", _first(_billable)),
    ("weeks_off", _first(lambda _: "0")),  # leverage income counts every week of the year
    ("costs", _first(lambda work: amount(work.costs * MONTHS_PER_YEAR))),
    ("fee", _first(lambda work: percent(work.fee))),
    ("now", _first(_price_of_an_hour)),
)

PREFILLS = (
    *_TAKE_HOME,
    *(Prefill(_SOURCE, "net-hourly", name, value) for name, value in _NET_HOURLY),
    *(Prefill(_SOURCE, "rate-to-charge", name, value) for name, value in _RATE),
    Prefill(_SOURCE, "equalizer", "hourly_net", lambda o: amount(o[totals.net_per_hour])),
    Prefill(_SOURCE, "gig-mix", "gigs", _gigs),
    Prefill(_SOURCE, "accelerator", "leverage", _month),
    Prefill(_SOURCE, "plan", "net_month", lambda o: something(o[totals.net_month])),
    Prefill(_SOURCE, "plan", "uses", _uses),
)
