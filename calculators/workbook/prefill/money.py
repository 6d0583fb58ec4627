"""Prefills from take-home pay, the income mix and the buffer."""

from ...catalogue import accelerator, buffer, income_mix, net_hourly, rate_to_charge, take_home
from ...catalogue.buffer import figures as buffer_figures
from ...catalogue.buffer.inputs import Inputs as BufferInputs
from ...catalogue.income_mix.inputs import Inputs as IncomeMixInputs
from ...catalogue.take_home import closing
from ...catalogue.take_home.inputs import Inputs as TakeHomeInputs
from ...engine.calculator import Outcome
from ...shared.periods import MONTHS_PER_YEAR
from .prefill import Prefill
from .typed import amount, percent

HIGHEST_TAX = 0.9


def next_rate(outcome: Outcome[TakeHomeInputs]) -> str:
    """The marginal tax rate on gig income. Credits that grow with income can make it negative; it then counts as 0."""
    return percent(min(max(outcome[closing.marginal_rate], 0.0), HIGHEST_TAX))


def _steady(outcome: Outcome[TakeHomeInputs]) -> str | None:
    return amount(outcome[closing.take_home_without_gig] / MONTHS_PER_YEAR)


def _spending(outcome: Outcome[IncomeMixInputs]) -> str | None:
    return amount(outcome.inputs.spending)


def _have(outcome: Outcome[BufferInputs]) -> str | None:
    return amount(outcome.inputs.have)


def _buffer_to_fill(outcome: Outcome[BufferInputs]) -> str | None:
    """The whole buffer as a goal. The amount already saved is the start, so the distance between is what is missing."""
    return amount(outcome[buffer_figures.buffer]) if outcome[buffer_figures.missing] > 0 else None


def _buffer_so_far(outcome: Outcome[BufferInputs]) -> str | None:
    return _have(outcome) if outcome[buffer_figures.missing] > 0 else None


PREFILLS = (
    Prefill(take_home.CALCULATOR, rate_to_charge.CALCULATOR, "tax_rate", next_rate),
    Prefill(take_home.CALCULATOR, net_hourly.CALCULATOR, "tax_rate", next_rate),
    Prefill(take_home.CALCULATOR, accelerator.CALCULATOR, "tax_rate", next_rate),
    Prefill(take_home.CALCULATOR, buffer.CALCULATOR, "steady", _steady),
    Prefill(income_mix.CALCULATOR, buffer.CALCULATOR, "spending", _spending),
    Prefill(buffer.CALCULATOR, income_mix.CALCULATOR, "savings", _have),
    Prefill(buffer.CALCULATOR, accelerator.CALCULATOR, "goal", _buffer_to_fill),
    Prefill(buffer.CALCULATOR, accelerator.CALCULATOR, "start", _buffer_so_far),
)
