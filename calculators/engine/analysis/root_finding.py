"""One-dimensional root finding: probe outward from the present value, bracket where a figure crosses a goal, then refine."""

import heapq
import itertools
import math
from collections.abc import Callable, Iterator
from typing import NamedTuple

from .perturbation import NumericInput

PROBES = 48
"""Values tried on each side of the present one, at growing distances."""
MOST_ITERATIONS = 80
"""Iterations of `refine`: enough for the last digit of a float."""
EDGE_ITERATIONS = 30
"""Bisections that locate where a figure begins to have a value."""
EXTREMUM_ITERATIONS = 24
"""Golden-section steps that locate an extremum between two probes."""
EARLIER = 0.01
"""Share of the way back to the present value at which a nearer crossing is looked for."""
DIGITS = 9
"""Decimals that keep a typed value apart from the rounding of floats."""
GOLDEN = (math.sqrt(5) - 1) / 2

Objective = Callable[[float], float | None]
"""From a value of the input to the figure; None where the figure has no value."""
Predicate = Callable[[float], bool]
"""Whether a result meets the goal."""


class Point(NamedTuple):
    """A value of the input, and the figure's result there."""

    value: float
    result: float


class Bracket(NamedTuple):
    """Two points whose results have the goal between them; `far` is the farther one from the present value."""

    near: Point
    far: Point


def find_brackets(evaluate: Objective, number: NumericInput, goal: float, here: float | None, probed: list[Point]) -> Iterator[Bracket]:
    """Yield neighboring probes that bracket the goal, the nearest to the present value first.

    Every probe is appended to `probed`. Where the figure begins or ceases to have a value, the outermost point that has one is probed.
    """
    if here is not None:
        probed.append(Point(number.value, here))
    last: dict[bool, tuple[float, float | None]] = dict.fromkeys((True, False), (number.value, here))
    upward = zip(itertools.repeat(True), _probe_values(number, number.field.le))
    downward = zip(itertools.repeat(False), _probe_values(number, number.field.ge))
    for is_up, value in heapq.merge(upward, downward, key=lambda probe: abs(probe[1] - number.value)):
        result, (previous, previous_result) = evaluate(value), last[is_up]
        last[is_up] = (value, result)
        points = [Point(v, r) for v, r in ((previous, previous_result), (value, result)) if r is not None]
        if len(points) == 1:
            edge = _edge(evaluate, points[0], previous if previous_result is None else value, whole=number.field.whole)
            points = [edge, *points] if previous_result is None else [*points, edge]
        probed += [point for point in points if point.value != previous]
        for near, far in itertools.pairwise(points):
            if (near.result - goal) * (far.result - goal) <= 0:
                yield Bracket(near, far)


def _probe_values(number: NumericInput, bound: float) -> Iterator[float]:
    """Yield values from the present one to a bound, in geometrically growing steps."""
    span = bound - number.value
    reach = abs(span)
    if reach == 0:
        return
    scale = max(abs(number.value), 1.0 / number.field.scale) / 64
    ratio = (reach / scale + 1) ** (1 / PROBES)
    last = number.value
    for k in range(1, PROBES):
        value = number.value + math.copysign(scale * (ratio**k - 1), span)
        value = float(round(value)) if number.field.whole else value
        if value not in (last, bound):
            last = value
            yield value
    inside = bound - math.copysign(number.resolution, span)  # where inputs are compared, a figure may jump at the bound itself
    if abs(last - number.value) < abs(inside - number.value):
        yield inside
    yield bound


def _edge(evaluate: Objective, defined: Point, undefined: float, *, whole: bool) -> Point:
    """Return the last point, on the way to a value without a result, that still has one."""
    for _ in range(EDGE_ITERATIONS):
        middle = _middle(defined.value, undefined, whole=whole)
        if middle in (defined.value, undefined):
            break
        result = evaluate(middle)
        if result is None:
            undefined = middle
        else:
            defined = Point(middle, result)
    return defined


def _middle(left: float, right: float, *, whole: bool) -> float:
    middle = (left + right) / 2
    return float(math.floor(middle)) if whole else middle


def refine(evaluate: Objective, number: NumericInput, goal: float, bracket: Bracket, is_met: Predicate) -> Bracket | None:
    """Narrow a bracket down to its crossing. Return None for a pole, or when the figure has no value in between.

    Regula falsi and bisection alternate: the first is fast where the figure is smooth, the second is safe everywhere.
    """
    (near, far), whole = bracket, number.field.whole
    height = abs(far.result - near.result)
    for iteration in range(MOST_ITERATIONS):
        bisects = whole or iteration % 2 or is_met(far.result)
        value = _middle(near.value, far.value, whole=whole) if bisects else _interpolated(goal, near, far)
        if value in (near.value, far.value):
            break
        result = evaluate(value)
        if result is None:
            return None
        point = Point(value, result)
        if is_met(result) or (near.result - goal) * (result - goal) <= 0:
            far = point
        else:
            near = point
        is_fine = abs(far.value - near.value) * EARLIER < number.resolution / 2
        if is_met(far.result) and not whole and is_fine and not _is_met_earlier(evaluate, near, far, is_met):
            break
    is_pole = abs(far.result - near.result) > 2 * height
    return None if is_pole and not is_met(far.result) else Bracket(near, far)


def _interpolated(goal: float, near: Point, far: Point) -> float:
    """Return where the straight line between two points meets the goal, kept off both ends."""
    share = (goal - near.result) / (far.result - near.result) if far.result != near.result else 0.5
    return near.value + min(max(share, 1e-9), 1 - 1e-9) * (far.value - near.value)


def _is_met_earlier(evaluate: Objective, near: Point, far: Point, is_met: Predicate) -> bool:
    """Whether the goal is already met on the way to `far`, so that a nearer value would do."""
    result = evaluate(far.value + EARLIER * (near.value - far.value))
    return result is not None and is_met(result)


def last_that_meets(evaluate: Objective, number: NumericInput, bound: float, is_met: Predicate) -> float:
    """Return the last value, on the way from the present one to a bound, up to which every probe meets the goal, as it would be typed."""
    last = number.value
    for probe in _probe_values(number, bound):
        if _meets(evaluate, probe, is_met):
            last = probe
            continue
        beyond = probe
        while abs(beyond - last) > number.resolution / 2:
            middle = _middle(last, beyond, whole=number.field.whole)
            if middle in (last, beyond):
                break
            last, beyond = (middle, beyond) if _meets(evaluate, middle, is_met) else (last, middle)
        typed = round(last / number.resolution) * number.resolution
        back = math.copysign(number.resolution, number.value - last)
        return next((round(near, DIGITS) for near in (typed, typed + back) if _meets(evaluate, round(near, DIGITS), is_met)), number.value)
    return last


def _meets(evaluate: Objective, value: float, is_met: Predicate) -> bool:
    result = evaluate(value)
    return result is not None and is_met(result)


def find_extremum(evaluate: Objective, number: NumericInput, goal: float, probed: list[Point], is_met: Predicate) -> Iterator[Bracket]:
    """Look for an extremum that reaches the goal between the probes that came nearest to it; yield a bracket on each side of it.

    Golden-section search, which stops as soon as a point is beyond the goal. Every point is appended to `probed`.
    """
    ordered = sorted(probed)
    nearest = min(range(len(ordered)), key=lambda i: abs(ordered[i].result - goal), default=None)
    if nearest is None or not 0 < nearest < len(ordered) - 1:
        return
    left, best, right = ordered[nearest - 1 : nearest + 2]
    side = 1 if best.result > goal else -1
    low, high = left.value, right.value
    for _ in range(EXTREMUM_ITERATIONS):
        inner = (high - GOLDEN * (high - low), low + GOLDEN * (high - low))
        values = [float(round(value)) if number.field.whole else value for value in inner]
        points = [Point(value, result) for value in values if (result := evaluate(value)) is not None]
        if len(points) < 2:
            return
        probed += points
        for point in points:
            if is_met(point.result) or (point.result - goal) * side <= 0:
                brackets = Bracket(best, point), Bracket(left if point.value < best.value else right, point)
                yield from sorted(brackets, key=lambda bracket: abs(bracket.near.value - number.value))
                return
        low, high = (low, inner[1]) if (points[0].result - points[1].result) * side < 0 else (inner[0], high)
