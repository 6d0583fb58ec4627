"""Prefills from leverage income: the year's money and miles, and the first gig that takes the reader's own hours."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ...catalogue import leverage_income, net_hourly, rate_to_charge, take_home
from ...catalogue.leverage_income import totals, uses
from ...catalogue.leverage_income.inputs import Inputs, Pair
from ...engine.calculator import Outcome
from ...engine.money import typed_number
from ...shared.gigs import gigs
from ...shared.periods import MONTHS_PER_YEAR, WEEKS_PER_MONTH
from .prefill import Prefill
from .typed import amount, percent

BY_THE_MILE = ("us", "uk")
"""The countries whose form has boxes for gig miles, and for what they cost."""
HALVES = 2
"""Parts of the tax year in the United States, each with its own rate for a mile."""
MOST_KEPT = 0.95
"""The largest platform fee that the other forms take."""


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
        """The platform's share of the price, with its fixed part."""
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


_SOURCE = leverage_income.CALCULATOR

_TAKE_HOME = (
    Prefill(_SOURCE, take_home.CALCULATOR, "gross_receipts", lambda o: amount(o[totals.gross_year])),
    Prefill(_SOURCE, take_home.CALCULATOR, "expenses", lambda o: amount(_all_costs(o))),
    # with boxes for the miles and their cost, that cost is not among the others too
    Prefill(_SOURCE, take_home.CALCULATOR, "expenses", lambda o: amount(_all_costs(o) - _driving(o)), BY_THE_MILE),
    Prefill(_SOURCE, take_home.CALCULATOR, "miles_before_july", _half_of_miles, ("us",)),
    Prefill(_SOURCE, take_home.CALCULATOR, "miles_after_june", _half_of_miles, ("us",)),
    Prefill(_SOURCE, take_home.CALCULATOR, "vehicle_costs", lambda o: amount(_driving(o)), ("us",)),
    Prefill(_SOURCE, take_home.CALCULATOR, "uk_miles", lambda o: amount(o[totals.miles_year]), ("uk",)),
    Prefill(_SOURCE, take_home.CALCULATOR, "uk_vehicle_costs", lambda o: amount(_driving(o)), ("uk",)),
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
    *(Prefill(_SOURCE, net_hourly.CALCULATOR, name, value) for name, value in _NET_HOURLY),
    *(Prefill(_SOURCE, rate_to_charge.CALCULATOR, name, value) for name, value in _RATE),
)
