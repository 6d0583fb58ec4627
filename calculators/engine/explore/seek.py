"""Goal seek: which value of one input brings a figure to a goal?"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..calculator import Calculator
from .vary import Knob, knobs, trial

PROBES = 48
"""Values tried on each side of the present one, further and further away from it, to find where the goal is crossed."""
HALVINGS = 60


@dataclass(frozen=True)
class Sought:
    """What was found. `value` is None when no value in the field's bounds reaches the goal; `reached` then holds the figure's span."""

    knob: Knob
    figure: str
    goal: float
    value: float | None
    result: float | None
    reached: tuple[float, float] | None
    why: str


class NotSeekable(ValueError):
    """There is no such input or figure, or the figure is not one number. The text says what there is."""


def seek(calculator: Calculator, inputs: Any, figure: str, goal: float, by: str, day: date) -> Sought:
    """Find the value of input `by`, nearest to the present one, at which the figure meets the goal.

    Whole-number inputs answer with the nearest whole number that is at least as good as the goal from where they stand.

    Raises:
        NotSeekable: for a name that is no numeric input or no plain number figure.
    """
    known = {knob.name: knob for knob in knobs(calculator, inputs)}
    if by not in known:
        raise NotSeekable(f"{by} is no number of this form. There are: {', '.join(known)}.")
    plain = {one.name for one in calculator.at(inputs).figures if one.unit is not None and not one.rows and not one.step}
    if figure not in plain:
        raise NotSeekable(f"{figure} is no single figure here. There are: {', '.join(sorted(plain))}.")
    knob = known[by]
    at = _value(trial(calculator, inputs, knob, (figure,), day))
    here = at(knob.value)
    if here is not None and math.isclose(here, goal, rel_tol=1e-9, abs_tol=1e-6):
        return Sought(knob, figure, goal, knob.value, here, None, "It stands there already.")
    seen = [] if here is None else [here]
    pairs = [_walk(at, knob, ends) for ends in (_steps(knob, knob.field.le), _steps(knob, knob.field.ge))]
    best: tuple[float, float] | None = None
    for crossing in pairs:
        last = (knob.value, here)
        for value, result in crossing:
            if result is None:
                last = (value, None)
                continue
            seen.append(result)
            if last[1] is not None and (last[1] - goal) * (result - goal) <= 0:
                found = _close_in(at, knob, goal, (last[0], last[1]), (value, result))
                if best is None or abs(found[0] - knob.value) < abs(best[0] - knob.value):
                    best = found
                break
            last = (value, result)
    if best is not None:
        return Sought(knob, figure, goal, best[0], best[1], None, "")
    if not seen:
        return Sought(knob, figure, goal, None, None, None, "This figure has no value here, whatever that input is.")
    low, high = min(seen), max(seen)
    flat = math.isclose(low, high, rel_tol=1e-12, abs_tol=1e-9)
    why = "That input does not move this figure." if flat else "No value that the field takes reaches the goal."
    return Sought(knob, figure, goal, None, None, (low, high), why)


def _value(at: Callable[[float], tuple[Any, ...] | None]) -> Callable[[float], float | None]:
    def one(value: float) -> float | None:
        found = at(value)
        return None if found is None or found[0] is None else float(found[0])

    return one


def _steps(knob: Knob, end: float) -> Iterator[float]:
    """Values from the present one to a bound: near ones close together, far ones far apart."""
    span = end - knob.value
    scale = max(abs(knob.value), 1.0 / knob.field.scale) / 64
    reach = abs(span)
    if reach == 0:
        return
    ratio = max(1.0 + 1e-9, (reach / scale + 1) ** (1 / PROBES))
    last = None
    for k in range(1, PROBES + 1):
        value = knob.value + math.copysign(min(reach, scale * (ratio**k - 1)), span)
        value = float(round(value)) if knob.field.whole else value
        if value not in (last, knob.value):
            last = value
            yield value
    if last != end:
        yield end


def _walk(at: Callable[[float], float | None], knob: Knob, values: Iterator[float]) -> Iterator[tuple[float, float | None]]:
    del knob
    for value in values:
        yield value, at(value)


def _close_in(
    at: Callable[[float], float | None], knob: Knob, goal: float, near: tuple[float, float], far: tuple[float, float]
) -> tuple[float, float]:
    """Halve the stretch between two values on either side of the goal; answers the far side of what is left."""
    for _ in range(HALVINGS):
        middle = (near[0] + far[0]) / 2
        if knob.field.whole:
            middle = float(math.floor(middle))
            if middle in (near[0], far[0]):
                break
        result = at(middle)
        if result is None:
            break
        if (near[1] - goal) * (result - goal) <= 0:
            far = (middle, result)
        else:
            near = (middle, result)
    return far
