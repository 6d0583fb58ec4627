"""Which input moves the headline most?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from ..calculator import Calculator
from ..fields import Estimate
from .perturbation import Knob, knobs, targets, trial

STEP = 0.1
"""How far an input is moved when the reader gave no low and high: a tenth of itself, either way."""
MOST = 12
"""Bars in the tornado; smaller ones tell nothing."""
DIGITS = 9
"""Two bars whose lengths agree in so many digits are equally long, and stand in the order of the form: the last digits of a float may
differ from machine to machine."""


@dataclass(frozen=True)
class Swing:
    """What the headline becomes when one input stands low and high, all others as they are.

    `at_low` or `at_high` is None where the headline has no value there; `here` is what it is now.
    """

    knob: Knob
    low: float
    high: float
    at_low: float | None
    at_high: float | None
    here: float

    @property
    def size(self) -> float:
        """The length of its bar: from the lowest to the highest of its ends and of what stands now."""
        ends = [self.here, *(end for end in (self.at_low, self.at_high) if end is not None)]
        return max(ends) - min(ends)


def sensitivity(calculator: Calculator, inputs: Any, day: date) -> tuple[Swing, ...]:
    """The inputs that move the headline, the strongest first; none when the headline has no value now.

    An estimate is moved between its low and its high. Any other number is moved a tenth of itself down and up, and by whole ones
    where only whole numbers count, within its bounds. What stands at zero is not moved, and an end that the calculator's rules
    refuse counts as one where the headline has no value.
    """
    headline = targets(calculator, inputs)[calculator.at(inputs).headline.name]
    found = []
    for knob in knobs(calculator, inputs):
        low, high = _ends(inputs, knob)
        if low == high:
            continue
        at = trial(calculator, inputs, knob, headline, day)
        here = at(knob.value)
        if here is None:
            return ()
        swing = Swing(knob, low, high, at(low), at(high), here)
        if swing.size > 0:
            found.append(swing)
    return tuple(sorted(found, key=lambda swing: -float(f"{swing.size:.{DIGITS}g}"))[:MOST])


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
