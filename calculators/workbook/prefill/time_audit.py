"""Prefills from the time audit: the hours that are free."""

from collections.abc import Callable

from ...catalogue import time_audit
from ...catalogue.time_audit import figures
from ...catalogue.time_audit.inputs import Inputs
from ...catalogue.time_audit.weekly_hours import PARTS
from ...engine.calculator import Outcome
from .prefill import Prefill
from .typed import hours


def _idle_hours(outcome: Outcome[Inputs]) -> str:
    return hours(outcome[figures.leverage_hours])


def _hours_of(index: int) -> Callable[[Outcome[Inputs]], str]:
    return lambda outcome: hours(outcome[figures.part_leverage][index])


_SOURCE = time_audit.CALCULATOR

PREFILLS = (
    Prefill(_SOURCE, "leverage-income", "own_hours", _idle_hours),
    Prefill(_SOURCE, "equalizer", "idle_hours", _idle_hours),
    Prefill(_SOURCE, "gig-mix", "most", _idle_hours),
    *(Prefill(_SOURCE, "gig-mix", part, _hours_of(index)) for index, part in enumerate(PARTS)),
    Prefill(_SOURCE, "plan", "own_hours", _idle_hours),
)
