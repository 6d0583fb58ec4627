"""Prefills from the gig mix: its gigs as streams of income, or as uses of the reader's time."""

from ...catalogue import gig_mix
from ...catalogue.gig_mix import figures
from ...catalogue.gig_mix.inputs import Inputs
from ...engine.calculator import Outcome
from ...engine.money import typed_number
from ...shared.periods import WEEKS_PER_MONTH, WEEKS_PER_YEAR
from .prefill import Prefill
from .typed import hours, something


def _streams(outcome: Outcome[Inputs]) -> list[dict[str, str]] | None:
    rows = [
        {"name": name, "kind": "gig", "amount": typed_number(week * WEEKS_PER_MONTH, 2)}
        for name, week in zip(outcome[figures.gig_name], outcome[figures.income], strict=True)
        if week > 0
    ]
    return rows or None


def _mix(outcome: Outcome[Inputs]) -> list[dict[str, str]] | None:
    rows = [
        {"name": name, "net": typed_number(week * WEEKS_PER_YEAR, 2), "hours": hours(taken)}
        for name, week, taken in zip(outcome[figures.gig_name], outcome[figures.income], outcome[figures.hours], strict=True)
        if taken > 0
    ]
    return rows or None


_SOURCE = gig_mix.CALCULATOR

PREFILLS = (
    Prefill(_SOURCE, "income-mix", "streams", _streams),
    Prefill(_SOURCE, "plan", "net_month", lambda o: something(o[figures.total_month])),
    Prefill(_SOURCE, "plan", "uses", _mix),
)
