"""Prefills from the income mix: what a month costs."""

from ...catalogue import income_mix
from .prefill import Prefill
from .typed import amount

PREFILLS = (Prefill(income_mix.CALCULATOR, "buffer", "spending", lambda o: amount(o.inputs.spending)),)
