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


def share_taken(outcome: Outcome[TakeHomeInputs]) -> float:
    """The share of the gig that tax and lost benefits take: on its next dollars or, where that is more, of all of it.

    Beyond a cliff the next dollars tell nothing of the benefit that the gig has taken, and just below one they take more than they bring,
    so that the share of the whole gig counts. Credits that grow with income can make both negative, which counts as 0.
    """
    cash = outcome.number("gig_cash" if "gig_cash" in outcome.values else "net_profit")
    whole = (cash - outcome[closing.kept_from_gig]) / cash if cash > 0 else 0.0
    following = outcome[closing.marginal_rate]
    return min(max(whole, following if following <= HIGHEST_TAX else 0.0, 0.0), HIGHEST_TAX)


def typed_share(outcome: Outcome[TakeHomeInputs]) -> str:
    """The same as a percentage."""
    return percent(share_taken(outcome))


_MISSING = buffer_figures.missing

PREFILLS = (
    Prefill(take_home.CALCULATOR, rate_to_charge.CALCULATOR, "tax_rate", typed_share),
    Prefill(take_home.CALCULATOR, net_hourly.CALCULATOR, "tax_rate", typed_share),
    Prefill(take_home.CALCULATOR, accelerator.CALCULATOR, "tax_rate", typed_share),
    Prefill(take_home.CALCULATOR, buffer.CALCULATOR, "steady", lambda o: amount(o[closing.take_home_without_gig] / MONTHS_PER_YEAR)),
    Prefill(income_mix.CALCULATOR, buffer.CALCULATOR, "spending", lambda o: amount(o.inputs.spending)),
    Prefill(buffer.CALCULATOR, income_mix.CALCULATOR, "savings", lambda o: amount(o.inputs.have)),
    # the goal is the whole buffer, and the start what is saved already, so that the distance between them is what is missing
    Prefill(buffer.CALCULATOR, accelerator.CALCULATOR, "goal", lambda o: amount(o[buffer_figures.buffer]) if o[_MISSING] > 0 else None),
    Prefill(buffer.CALCULATOR, accelerator.CALCULATOR, "start", lambda o: amount(o.inputs.have) if o[_MISSING] > 0 else None),
)
