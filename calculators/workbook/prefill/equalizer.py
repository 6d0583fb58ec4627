"""Prefills from the equalizer: the gap."""

from ...catalogue import equalizer
from ...catalogue.equalizer import figures
from .prefill import Prefill
from .typed import amount, zero

_SOURCE = equalizer.CALCULATOR

PREFILLS = (
    Prefill(_SOURCE, "plan", "gap_month", lambda o: amount(o[figures.gap_month])),
    Prefill(_SOURCE, "plan", "gap_zero", lambda o: zero(o[figures.gap_month])),
)
