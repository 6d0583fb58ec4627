"""How far a month of the mix is from the average, by what the reader says of each gig."""

from ...engine.calculator import Outcome
from ...engine.fields import Money, Proportion
from . import figures
from .inputs import Inputs

write = Money(per="week").write


def usual_swing(outcome: Outcome[Inputs]) -> str:
    """The week's income in a month as far below or above the average as months usually are."""
    total, swing = outcome[figures.total], outcome[figures.swing_mix]
    if not swing:
        return ""
    low, high = max(0.0, total * (1 - swing)), total * (1 + swing)
    return f"{write(low)} or {write(high)} in a month that is off by as much as months usually vary, {Proportion().write(swing)}."
