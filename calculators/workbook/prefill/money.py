"""What take-home pay, the income mix and the buffer lend."""

from __future__ import annotations

from ...catalogue import accelerator, buffer, income_mix, net_hourly, rate_to_charge, take_home
from ...engine.calculator import Outcome
from ...shared.periods import MONTHS_PER_YEAR
from .prefill import Link
from .typed import amount, percent

HIGHEST_TAX = 0.9


def next_rate(outcome: Outcome) -> str:
    """The rate on the next of what a gig takes in. Credits that grow with income can make it less than nothing: then it is nothing."""
    return percent(min(max(outcome["marginal_rate"], 0.0), HIGHEST_TAX))


def _steady(outcome: Outcome) -> str | None:
    return amount(outcome["take_home_without_gig"] / MONTHS_PER_YEAR)


def _spending(outcome: Outcome) -> str | None:
    return amount(outcome["spending"])


def _have(outcome: Outcome) -> str | None:
    return amount(outcome["have"])


def _buffer_to_fill(outcome: Outcome) -> str | None:
    """As a goal the whole buffer, with what is there already as its start: the way between is what is missing."""
    return amount(outcome["buffer"]) if outcome["missing"] > 0 else None


def _buffer_so_far(outcome: Outcome) -> str | None:
    return _have(outcome) if outcome["missing"] > 0 else None


LINKS = (
    Link(take_home.CALCULATOR, rate_to_charge.CALCULATOR, "tax_rate", next_rate),
    Link(take_home.CALCULATOR, net_hourly.CALCULATOR, "tax_rate", next_rate),
    Link(take_home.CALCULATOR, accelerator.CALCULATOR, "tax_rate", next_rate),
    Link(take_home.CALCULATOR, buffer.CALCULATOR, "steady", _steady),
    Link(income_mix.CALCULATOR, buffer.CALCULATOR, "spending", _spending),
    Link(buffer.CALCULATOR, income_mix.CALCULATOR, "savings", _have),
    Link(buffer.CALCULATOR, accelerator.CALCULATOR, "goal", _buffer_to_fill),
    Link(buffer.CALCULATOR, accelerator.CALCULATOR, "start", _buffer_so_far),
)
