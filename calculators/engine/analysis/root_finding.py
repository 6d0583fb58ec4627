"""Looking for where a figure crosses a goal, along the values of one input: out from the present value, then closing in."""

from __future__ import annotations

import heapq
import itertools
import math
from collections.abc import Callable, Iterator
from typing import NamedTuple

from .perturbation import Knob

PROBES = 48
"""Values tried on each side of the present one, further and further away from it, to find where the goal is crossed."""
TURNS = 80
"""Steps in which a stretch between two values is closed in on: enough for the last digit of a float."""
EDGE_TURNS = 30
"""Halvings that find where a figure begins to have a value."""
TURNING_TURNS = 24
"""Steps in which the figure's turning point between two probes is looked for."""
GOLDEN = (math.sqrt(5) - 1) / 2

At = Callable[[float], float | None]
"""From a value of the input to the figure; None where it has no value."""
Met = Callable[[float], bool]


class Place(NamedTuple):
    """A value of the input and the figure's result there."""

    value: float
    result: float


class Crossing(NamedTuple):
    """Two values next to each other, with the goal between their results; `far` is the one further from where the search began."""

    near: Place
    far: Place


def brackets(at: At, knob: Knob, goal: float, here: float | None, seen: list[Place]) -> Iterator[Crossing]:
    """Neighbouring probes with the goal between their results, the nearest to the present value first.

    What was looked at is put into `seen`. Where a figure begins or ceases to have a value, the last value that has one is a probe, too.
    """
    if here is not None:
        seen.append(Place(knob.value, here))
    last: dict[bool, tuple[float, float | None]] = dict.fromkeys((True, False), (knob.value, here))
    upwards, downwards = zip(itertools.repeat(True), _steps(knob, knob.field.le)), zip(itertools.repeat(False), _steps(knob, knob.field.ge))
    for up, value in heapq.merge(upwards, downwards, key=lambda step: abs(step[1] - knob.value)):
        result, (before, known) = at(value), last[up]
        last[up] = (value, result)
        ends = [Place(v, r) for v, r in ((before, known), (value, result)) if r is not None]
        if len(ends) == 1:
            edge = _edge(at, ends[0], before if known is None else value, whole=knob.field.whole)
            ends = [edge, *ends] if known is None else [*ends, edge]
        seen += [end for end in ends if end.value != before]
        for near, far in itertools.pairwise(ends):
            if (near.result - goal) * (far.result - goal) <= 0:
                yield Crossing(near, far)


def _steps(knob: Knob, end: float) -> Iterator[float]:
    """Values from the present one to a bound: near ones close together, far ones far apart."""
    span = end - knob.value
    reach = abs(span)
    if reach == 0:
        return
    scale = max(abs(knob.value), 1.0 / knob.field.scale) / 64
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


def _edge(at: At, there: Place, lacking: float, *, whole: bool) -> Place:
    """The last place, on the way to a value that has no result, at which there still is one."""
    for _ in range(EDGE_TURNS):
        middle = _middle(there.value, lacking, whole=whole)
        if middle in (there.value, lacking):
            break
        result = at(middle)
        if result is None:
            lacking = middle
        else:
            there = Place(middle, result)
    return there


def _middle(one: float, other: float, *, whole: bool) -> float:
    middle = (one + other) / 2
    return float(math.floor(middle)) if whole else middle


def close_in(at: At, knob: Knob, goal: float, stretch: Crossing, met: Met) -> Crossing | None:
    """Close in on the first crossing between two places; None when it turns out to be a pole, or when a value is missing between them.

    Straight lines and halves take turns: lines are quick where the figure is smooth, halves are sure everywhere.
    """
    (near, far), whole = stretch, knob.field.whole
    apart = abs(far.result - near.result)
    for turn in range(TURNS):
        value = _middle(near.value, far.value, whole=whole) if whole or turn % 2 or met(far.result) else _line(goal, near, far)
        if value in (near.value, far.value):
            break
        result = at(value)
        if result is None:
            return None
        place = Place(value, result)
        if met(result) or (near.result - goal) * (result - goal) <= 0:
            far = place
        else:
            near = place
        if met(far.result) and not whole and not _flat(at, near, far, met):
            break
    pole = abs(far.result - near.result) > 2 * apart
    return None if pole and not met(far.result) else Crossing(near, far)


def _line(goal: float, near: Place, far: Place) -> float:
    """Where a straight line between two places meets the goal, kept off both ends."""
    share = (goal - near.result) / (far.result - near.result) if far.result != near.result else 0.5
    return near.value + min(max(share, 1e-9), 1 - 1e-9) * (far.value - near.value)


def _flat(at: At, near: Place, far: Place, met: Met) -> bool:
    """Whether the goal is met on the way to `far` already, so that a nearer value would do."""
    before = at(far.value + 0.01 * (near.value - far.value))
    return before is not None and met(before)


def turning_point(at: At, knob: Knob, goal: float, seen: list[Place], met: Met) -> Iterator[Crossing]:
    """Where probes came near the goal and turned away again, look between them for a place that reaches it: two crossings, if any."""
    ordered = sorted(seen)
    nearest = min(range(len(ordered)), key=lambda i: abs(ordered[i].result - goal), default=None)
    if nearest is None or not 0 < nearest < len(ordered) - 1:
        return
    left, best, right = ordered[nearest - 1 : nearest + 2]
    side = 1 if best.result > goal else -1
    low, high = left.value, right.value
    for _ in range(TURNING_TURNS):
        one, other = high - GOLDEN * (high - low), low + GOLDEN * (high - low)
        values = (float(round(one)), float(round(other))) if knob.field.whole else (one, other)
        places = [Place(value, result) for value in values if (result := at(value)) is not None]
        if len(places) < 2:
            return
        seen += places
        for place in places:
            if met(place.result) or (place.result - goal) * side <= 0:
                two = Crossing(best, place), Crossing(left if place.value < best.value else right, place)
                yield from sorted(two, key=lambda crossing: abs(crossing.near.value - knob.value))
                return
        low, high = (low, other) if (places[0].result - places[1].result) * side < 0 else (one, high)
