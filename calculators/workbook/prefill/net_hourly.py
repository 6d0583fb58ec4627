"""Prefills from net hourly pay: what an hour and a month leave."""

from ...catalogue import net_hourly
from ...catalogue.net_hourly import figures
from ...catalogue.net_hourly.inputs import Inputs
from ...engine.calculator import Outcome
from ...shared.periods import WEEKS_PER_MONTH
from .prefill import Prefill
from .typed import HIGHEST_SHARE, amount, percent, something


def _tax_of_an_hour(outcome: Outcome[Inputs]) -> str | None:
    """What tax takes of the week, which its deduction per mile lowers; None without anything to tax."""
    week = outcome[figures.net_week]
    return percent(min(outcome[figures.tax] / week, HIGHEST_SHARE)) if week > 0 else None


_SOURCE = net_hourly.CALCULATOR

PREFILLS = (
    Prefill(_SOURCE, "equalizer", "hourly_net", lambda o: amount(o[figures.net_hour])),
    Prefill(_SOURCE, "equalizer", "hour_tax", _tax_of_an_hour),
    Prefill(_SOURCE, "plan", "net_month", lambda o: something(o[figures.net_week] * WEEKS_PER_MONTH)),
)
