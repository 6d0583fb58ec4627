"""Prefills from take-home pay, the income mix and the buffer."""

from ...catalogue import accelerator, buffer, income_mix, net_hourly, rate_to_charge, take_home
from ...catalogue.buffer import figures as buffer_figures
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


_MISSING = buffer_figures.missing

PREFILLS = (
    Prefill(take_home.CALCULATOR, rate_to_charge.CALCULATOR, "tax_rate", next_rate),
    Prefill(take_home.CALCULATOR, net_hourly.CALCULATOR, "tax_rate", next_rate),
    Prefill(take_home.CALCULATOR, accelerator.CALCULATOR, "tax_rate", next_rate),
    Prefill(take_home.CALCULATOR, buffer.CALCULATOR, "steady", lambda o: amount(o[closing.take_home_without_gig] / MONTHS_PER_YEAR)),
    Prefill(income_mix.CALCULATOR, buffer.CALCULATOR, "spending", lambda o: amount(o.inputs.spending)),
    Prefill(buffer.CALCULATOR, income_mix.CALCULATOR, "savings", lambda o: amount(o.inputs.have)),
    # the goal is the whole buffer, and the start what is saved already, so that the distance between them is what is missing
    Prefill(buffer.CALCULATOR, accelerator.CALCULATOR, "goal", lambda o: amount(o[buffer_figures.buffer]) if o[_MISSING] > 0 else None),
    Prefill(buffer.CALCULATOR, accelerator.CALCULATOR, "start", lambda o: amount(o.inputs.have) if o[_MISSING] > 0 else None),
)
