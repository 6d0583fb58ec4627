"""How far the idle hours are in doubt: hours that nobody entered count as open, and may be spoken for after all."""

from ...engine.analysis.doubt import moved
from ...engine.calculator import Outcome
from ...engine.fields import Hours
from . import figures
from .inputs import Inputs

write = Hours(per="week").write


def unaccounted_hours(outcome: Outcome[Inputs]) -> str:
    """The idle hours if those unaccounted for are spoken for; where all are accounted for, if a little less or more rest is kept."""
    left, idle = outcome[figures.unaccounted], outcome[figures.leverage_hours]
    if idle <= 0:
        return ""
    if left <= 0:
        return moved(outcome, "rest_floor", "if you keep {low} or {high} hours of rest")
    least = max(0.0, outcome[figures.open_hours] - left - outcome.inputs.rest_floor)
    return f"As few as {write(least)} if the {write(left)} hours that you did not account for are spoken for."
