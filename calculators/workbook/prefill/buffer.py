"""Prefills from the buffer: what is saved, and what is missing."""

from ...catalogue import buffer
from ...catalogue.buffer import figures
from .prefill import Prefill
from .typed import amount, zero

_SOURCE = buffer.CALCULATOR

PREFILLS = (
    Prefill(_SOURCE, "income-mix", "savings", lambda o: amount(o.inputs.have)),
    # the goal is the whole buffer, and the start what is saved already, so that the distance between them is what is missing
    Prefill(_SOURCE, "accelerator", "goal", lambda o: amount(o[figures.buffer]) if o[figures.missing] > 0 else None),
    Prefill(_SOURCE, "accelerator", "start", lambda o: amount(o.inputs.have) if o[figures.missing] > 0 else None),
    Prefill(_SOURCE, "plan", "buffer_missing", lambda o: amount(o[figures.missing])),
    Prefill(_SOURCE, "plan", "buffer_zero", lambda o: zero(o[figures.missing])),
)
