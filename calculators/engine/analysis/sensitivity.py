"""Sensitivity: which input moves the headline most?"""

from dataclasses import dataclass
from datetime import date

from ..calculator import Calculator
from ..fields import Estimate
from .perturbation import NumericInput, numeric_inputs, objective, targets

STEP = 0.1
"""How far an input is moved either way when it has no low and high of its own, as a share of its value."""
MOST = 12
"""Bars in the tornado chart; any further ones are too short to matter."""
DIGITS = 9
"""Bars whose lengths agree in this many digits count as equal and keep the form's order, since the last digits of a float can differ
from machine to machine."""


@dataclass(frozen=True)
class Swing:
    """What the headline becomes when one input is set low and high, all others unchanged.

    `at_low` or `at_high` is None where the headline has no value there; `here` is its present value.
    """

    input: NumericInput
    low: float
    high: float
    at_low: float | None
    at_high: float | None
    here: float

    @property
    def size(self) -> float:
        """The length of the bar: the distance between the lowest and the highest of both ends and the present value."""
        ends = [self.here, *(end for end in (self.at_low, self.at_high) if end is not None)]
        return max(ends) - min(ends)


def sensitivity(calculator: Calculator, inputs: object, day: date) -> tuple[Swing, ...]:
    """Return the inputs that move the headline, the strongest first; empty when the headline has no value now.

    An estimate is moved to its low and its high. Any other number is moved down and up by a tenth of itself, within its bounds, and by
    at least 1 where only whole numbers count. A zero is not moved. An end that violates the calculator's rules counts as having no
    value.
    """
    headline = targets(calculator, inputs)[calculator.at(inputs).headline.name]
    swings = []
    for number in numeric_inputs(calculator, inputs):
        low, high = _ends(inputs, number)
        if low == high:
            continue
        evaluate = objective(calculator, inputs, number, headline, day)
        here = evaluate(number.value)
        if here is None:
            return ()
        swing = Swing(number, low, high, evaluate(low), evaluate(high), here)
        if swing.size > 0:
            swings.append(swing)
    return tuple(sorted(swings, key=lambda swing: -float(f"{swing.size:.{DIGITS}g}"))[:MOST])


def _ends(inputs: object, number: NumericInput) -> tuple[float, float]:
    """Return the two values that an input is moved to."""
    record = inputs if number.row is None else getattr(inputs, number.rows)[number.row]
    value = getattr(record, number.slot.name)
    if isinstance(value, Estimate) and value.low < value.high:
        return value.low, value.high
    step = abs(number.value) * STEP
    if number.field.whole:
        step = max(1.0, float(round(step))) if number.value else 0.0
    return max(number.field.ge, number.value - step), min(number.field.le, number.value + step)
