"""Which input moves the headline most?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from ..calculator import Calculator
from ..fields import Estimate
from .vary import Knob, knobs, trial

STEP = 0.1
"""How far an input is moved when the reader gave no low and high: a tenth of itself, either way."""
MOST = 12
"""Bars in the tornado; smaller ones tell nothing."""


@dataclass(frozen=True)
class Swing:
    """What the headline becomes when one input stands low and high, all others as they are."""

    knob: Knob
    low: float
    high: float
    at_low: float
    at_high: float

    @property
    def size(self) -> float:
        """The length of its bar."""
        return abs(self.at_high - self.at_low)


def sensitivity(calculator: Calculator, inputs: Any, day: date) -> tuple[Swing, ...]:
    """The inputs that move the headline, the strongest first.

    An estimate is moved between its low and its high. Any other number is moved a tenth of itself down and up, and by whole ones
    where only whole numbers count, within its bounds and the calculator's rules. What stands at zero is not moved.
    """
    found = []
    for knob in knobs(calculator, inputs):
        low, high = _ends(inputs, knob)
        if low == high:
            continue
        at = trial(calculator, inputs, knob, (calculator.at(inputs).headline.name,), day)
        ends = at(low), at(high)
        here = at(knob.value) if None in ends else None
        values = [end if end is not None else here for end in ends]
        if values[0] is None or values[1] is None or values[0][0] is None or values[1][0] is None:
            continue
        swing = Swing(knob, low, high, float(values[0][0]), float(values[1][0]))
        if swing.size > 0:
            found.append(swing)
    return tuple(sorted(found, key=lambda swing: -swing.size)[:MOST])


def _ends(inputs: Any, knob: Knob) -> tuple[float, float]:
    """Where the input is moved to."""
    holder = inputs if knob.row is None else getattr(inputs, knob.rows)[knob.row]
    held = getattr(holder, knob.slot.name)
    if isinstance(held, Estimate) and held.low < held.high:
        return held.low, held.high
    step = abs(knob.value) * STEP
    if knob.field.whole:
        step = max(1.0, float(round(step))) if knob.value else 0.0
    return max(knob.field.ge, knob.value - step), min(knob.field.le, knob.value + step)
