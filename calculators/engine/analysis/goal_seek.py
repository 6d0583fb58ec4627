"""Goal seek: which value of one input brings a figure to a goal?"""

import math
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ..calculator import Calculator
from ..fields import Number
from .perturbation import NumericInput, Target, numeric_inputs, objective, targets
from .root_finding import Bracket, Objective, Point, Predicate, find_brackets, find_extremum, last_that_meets, refine

MOST_DECIMALS = 6
"""Decimals that a typed number can have."""
TOLERANCE = 0.01
"""How close a result has to come to the goal, as a share of the last decimal in which the figure is shown."""


class Status(StrEnum):
    """How a goal seek ended."""

    ALREADY = "there"
    """The figure is at the goal already."""
    FOUND = "found"
    """A value of the input brings the figure to the goal."""
    STEP = "step"
    """The figure jumps over the goal; the value is the first one beyond it."""
    FLAT = "flat"
    """The input does not change the figure."""
    BEYOND = "beyond"
    """No allowed value reaches the goal."""
    NO_VALUE = "none"
    """The figure has no value, whatever the input is."""


@dataclass(frozen=True)
class GoalSeekResult:
    """The result of a goal seek.

    `value` and `result` are the input and the figure that were found. `before` is the last point on this side of a step. `reached` is
    the lowest and the highest result on the way, where no value was found. `holds` are the values between which a figure that is at the
    goal already stays there.
    """

    input: NumericInput
    target: Target
    goal: float
    status: Status
    value: float | None = None
    result: float | None = None
    before: tuple[float, float] | None = None
    reached: tuple[float, float] | None = None
    holds: tuple[float, float] | None = None


class NotSeekable(ValueError):
    """An input or a figure that does not exist. `field` says which of the two; the text lists those that do."""

    def __init__(self, field: str, message: str) -> None:
        """Keep the key of the request that is wrong."""
        super().__init__(message)
        self.field = field


def seek(calculator: Calculator, inputs: object, figure: str, goal: float, by: str, day: date) -> GoalSeekResult:
    """Find the value of input `by`, nearest to the present one, at which the figure meets the goal.

    The value has as few decimals as possible, so that it gives the promised result when it is typed into the form. A whole-number
    input, or a figure that jumps, may not meet the goal exactly: then the first value beyond it is returned.

    Raises:
        NotSeekable: when `by` is not a numeric input, or `figure` is not a number.
    """
    by_name = {number.name: number for number in numeric_inputs(calculator, inputs)}
    if by not in by_name:
        raise NotSeekable("by", f"{by} is no number of this form that could be changed. There are: {', '.join(by_name)}.")
    available = targets(calculator, inputs)
    if figure not in available:
        raise NotSeekable("figure", f"There is no number {figure} here. There are: {', '.join(available)}.")
    number, target = by_name[by], available[figure]
    evaluate = objective(calculator, inputs, number, target, day)
    here = evaluate(number.value)
    if here is not None and _shows_goal(goal, target.unit)(here):
        stays = _is_close(here, target.unit)
        low, high = (last_that_meets(evaluate, number, bound, stays) for bound in (number.field.ge, number.field.le))
        return GoalSeekResult(number, target, goal, Status.ALREADY, number.value, here, holds=(low, high))
    nearest = _nearest(evaluate, number, goal, here, target.unit)
    if isinstance(nearest, Bracket) and _at_typed_values(evaluate, number)(nearest.far.value) is None:
        evaluate = _at_typed_values(evaluate, number)  # the value is too fine to be typed, so look among those that can be
        nearest = _nearest(evaluate, number, goal, here, target.unit)
    if isinstance(nearest, Bracket):
        return _result(evaluate, number, target, goal, nearest)
    if not nearest:
        return GoalSeekResult(number, target, goal, Status.NO_VALUE)
    reached = (min(nearest), max(nearest))
    return GoalSeekResult(number, target, goal, Status.BEYOND if reached[0] < reached[1] else Status.FLAT, reached=reached)


def _at_typed_values(evaluate: Objective, number: NumericInput) -> Objective:
    """Return the objective at the nearest value that can be typed; a rate is typed in percent, so it has two more decimals."""
    decimals = MOST_DECIMALS + round(math.log10(number.field.scale))
    return lambda value: evaluate(round(value, decimals))


def _shows_goal(goal: float, unit: Number) -> Predicate:
    """Return whether a result rounds to the same number as the goal."""
    shown = unit.rounded(goal)
    return lambda result: bool(unit.rounded(result) == shown)


def _is_close(goal: float, unit: Number) -> Predicate:
    """Return whether a result is close to the goal, and does not just round to it: the value then lies amid those that round to it."""
    places = MOST_DECIMALS if unit.scale != 1 else unit.places
    tolerance = max(TOLERANCE * 10.0**-places, 1e-12 * abs(goal))
    return lambda result: abs(result - goal) <= tolerance


def _nearest(evaluate: Objective, number: NumericInput, goal: float, here: float | None, unit: Number) -> Bracket | list[float]:
    """Return the nearest point at which the goal is met, else the nearest step over it, else all results that were seen."""
    probed: list[Point] = []
    step: Bracket | None = None
    shows_goal = _shows_goal(goal, unit)
    is_met = shows_goal if number.field.whole else _is_close(goal, unit)
    for bracket in find_brackets(evaluate, number, goal, here, probed):
        refined = refine(evaluate, number, goal, bracket, is_met)
        if refined is not None and is_met(refined.far.result):
            return refined
        step = step or refined
    rounding_to_goal = [point for point in (*probed, *(step or ())) if shows_goal(point.result)]
    if rounding_to_goal:
        point = min(rounding_to_goal, key=lambda point: abs(point.value - number.value))
        return Bracket(point, point)
    if step is not None:
        return step
    for bracket in find_extremum(evaluate, number, goal, probed, is_met):
        refined = refine(evaluate, number, goal, bracket, is_met)
        if refined is not None:
            return refined
    return [point.result for point in probed]


def _result(evaluate: Objective, number: NumericInput, target: Target, goal: float, bracket: Bracket) -> GoalSeekResult:
    """Return the result with as few decimals as possible."""
    (near, far), unit = bracket, target.unit
    shows_goal = _shows_goal(goal, unit)
    is_exact, side = shows_goal(far.result), 1 if far.result >= goal else -1
    is_good = shows_goal if is_exact else lambda result: (result - goal) * side >= 0
    value, result = _shortest(evaluate, number, bracket, is_good)
    if is_exact:
        return GoalSeekResult(number, target, goal, Status.FOUND, value, result)
    return GoalSeekResult(number, target, goal, Status.STEP, value, result, before=(near.value, near.result))


def _shortest(evaluate: Objective, number: NumericInput, bracket: Bracket, is_good: Predicate) -> Point:
    """Return the point with the fewest decimals that is as good as the bracket's far end.

    A rate is typed in percent, so it has two more decimals inside.
    """
    field, (near, far) = number.field, bracket
    shift = round(math.log10(field.scale))
    for places in range(0 if field.whole else field.places + shift, MOST_DECIMALS + shift + 1):
        rounded, away = round(far.value, places), math.copysign(10.0**-places, far.value - near.value)
        for value in (rounded, round(rounded + away, places)):
            result = evaluate(value) if field.ge <= value <= field.le else None
            if result is not None and is_good(result):
                return Point(value, result)
    finest = round(far.value, MOST_DECIMALS + shift)
    result = evaluate(finest) if field.ge <= finest <= field.le else None
    return far if result is None else Point(finest, result)
