"""Prefills from net hourly pay: what an hour and a month leave."""

from ...catalogue import net_hourly
from ...catalogue.net_hourly import figures
from ...shared.periods import WEEKS_PER_MONTH
from .prefill import Prefill
from .typed import amount, something

_SOURCE = net_hourly.CALCULATOR

PREFILLS = (
    Prefill(_SOURCE, "equalizer", "hourly_net", lambda o: amount(o[figures.kept_hour])),
    Prefill(_SOURCE, "plan", "net_month", lambda o: something(o[figures.net_week] * WEEKS_PER_MONTH)),
)
