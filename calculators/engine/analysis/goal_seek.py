"""Goal seek: which value of one input brings a figure to a goal?"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..calculator import Calculator
from ..fields import Number
from .perturbation import Knob, Target, knobs, targets, trial
from .root_finding import At, Crossing, Met, Place, brackets, close_in, turning_point

FINEST = 6
"""Decimals of a number as it can be typed; a value that needs more could not be put back in."""
MARGIN = 0.01
"""How near a result has to come to the goal: this part of the last place in which the figure is written."""


@dataclass(frozen=True)
class Sought:
    """What was found.

    `ended` says how: "there" (it stands there already), "found", "step" (the figure goes past the goal in a step: `value` is the first
    number beyond it, `before` the last one on this side, with its result), or, without a value, "flat" (the input does not move the
    figure), "beyond" (no value that is allowed reaches the goal) and "none" (the figure has no value, whatever the input is). `reached`
    is the lowest and the highest result that was seen.
    """

    knob: Knob
    target: Target
    goal: float
    ended: str
    value: float | None = None
    result: float | None = None
    before: tuple[float, float] | None = None
    reached: tuple[float, float] | None = None


class NotSeekable(ValueError):
    """There is no such input or figure. `field` says which of the two; the text says what there is."""

    def __init__(self, field: str, message: str) -> None:
        """The part of the question at fault, and words for it."""
        super().__init__(message)
        self.field = field


def seek(calculator: Calculator, inputs: Any, figure: str, goal: float, by: str, day: date) -> Sought:
    """Find the value of input `by`, nearest to the present one, at which the figure meets the goal.

    The value is given with as few decimals as will do, so that typed into the form it brings what is promised. Whole-number inputs, and
    figures that go in steps, may have no value exactly at the goal: then the first one beyond it is the answer.

    Raises:
        NotSeekable: for a name that is no numeric input, or no figure that is a number.
    """
    known = {knob.name: knob for knob in knobs(calculator, inputs)}
    if by not in known:
        raise NotSeekable("by", f"{by} is no number of this form that could be changed. There are: {', '.join(known)}.")
    wanted = targets(calculator, inputs)
    if figure not in wanted:
        raise NotSeekable("figure", f"There is no number {figure} here. There are: {', '.join(wanted)}.")
    knob, target = known[by], wanted[figure]
    at = trial(calculator, inputs, knob, target, day)
    here = at(knob.value)
    if here is not None and _reads(goal, target.unit)(here):
        return Sought(knob, target, goal, "there", knob.value, here)
    found = _nearest(at, knob, goal, here, target.unit)
    if isinstance(found, Crossing):
        return _told(at, knob, target, goal, found)
    if not found:
        return Sought(knob, target, goal, "none")
    return Sought(knob, target, goal, "beyond" if min(found) < max(found) else "flat", reached=(min(found), max(found)))


def _reads(goal: float, unit: Number) -> Met:
    """Whether a result is the goal once both are written."""
    written = unit.rounded(goal)
    return lambda result: bool(unit.rounded(result) == written)


def _meets(goal: float, unit: Number) -> Met:
    """Whether a result is the goal, and not only by rounding: so that the value that is found lies in the middle of those that would do."""
    places = FINEST if unit.scale != 1 else unit.places
    near = max(MARGIN * 10.0**-places, 1e-12 * abs(goal))
    return lambda result: abs(result - goal) <= near


def _nearest(at: At, knob: Knob, goal: float, here: float | None, unit: Number) -> Crossing | list[float]:
    """The nearest place at which the goal is met, else the nearest step past it, else all results that were seen."""
    seen: list[Place] = []
    step: Crossing | None = None
    reads = _reads(goal, unit)
    met = reads if knob.field.whole else _meets(goal, unit)
    for stretch in brackets(at, knob, goal, here, seen):
        found = close_in(at, knob, goal, stretch, met)
        if found is not None and met(found.far.result):
            return found
        step = step or found
    by_rounding = [place for place in (*seen, *(step or ())) if reads(place.result)]
    if by_rounding:
        place = min(by_rounding, key=lambda place: abs(place.value - knob.value))
        return Crossing(place, place)
    if step is not None:
        return step
    for stretch in turning_point(at, knob, goal, seen, met):
        found = close_in(at, knob, goal, stretch, met)
        if found is not None:
            return found
    return [place.result for place in seen]


def _told(at: At, knob: Knob, target: Target, goal: float, found: Crossing) -> Sought:
    """The answer with as few decimals as will do."""
    (near, far), unit = found, target.unit
    reads = _reads(goal, unit)
    exact, beyond = reads(far.result), 1 if far.result >= goal else -1
    value, result = _typeable(at, knob, found, reads if exact else lambda result: (result - goal) * beyond >= 0)
    if exact:
        return Sought(knob, target, goal, "found", value, result)
    return Sought(knob, target, goal, "step", value, result, before=(near.value, near.result))


def _typeable(at: At, knob: Knob, found: Crossing, good: Met) -> tuple[float, float]:
    """The shortest number close to where the goal is met that is as good; typed in percent, a rate has two more decimals inside."""
    field, (near, far) = knob.field, found
    shift = round(math.log10(field.scale))
    for places in range(0 if field.whole else field.places + shift, FINEST + shift + 1):
        plain, away = round(far.value, places), math.copysign(10.0**-places, far.value - near.value)
        for value in (plain, round(plain + away, places)):
            result = at(value) if field.ge <= value <= field.le else None
            if result is not None and good(result):
                return value, result
    finest = round(far.value, FINEST + shift)
    result = at(finest) if field.ge <= finest <= field.le else None
    return (far.value, far.result) if result is None else (finest, result)
