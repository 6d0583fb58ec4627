"""Build an explorable sentence: its parts, the steps of each number, and the figures at every step.

The figures where one number has moved and the others have not are in the page, so that a number answers before Python has started.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from string import Formatter
from typing import Any

from calculators.engine.calculator import Calculator
from calculators.engine.currency import currency_of, in_currency
from calculators.engine.fields import Number
from calculators.engine.money import write_trimmed
from calculators.engine.view.explorable import Explored, explored, number_at
from calculators.engine.view.spoken import spoken_input

Limits = tuple[float, float, float]
"""The least value of a number, its greatest and its step, as a reader types them: in percent for a rate."""

MOST_STEPS = 60


class SentenceError(ValueError):
    """A sentence with a word that the calculator does not have, or with limits that a field refuses."""


@dataclass(frozen=True)
class Part:
    """A piece of the sentence: plain text, a number to move (with its place among the axes), or a figure."""

    text: str
    axis: int | None = None
    word: str = ""
    widest: str = ""


@dataclass(frozen=True)
class Axis:
    """A number of the sentence: its path, its name, the values it takes as typed, and where it starts."""

    path: str
    label: str
    typed: tuple[str, ...]
    spoken: tuple[str, ...]
    start: int


@dataclass(frozen=True)
class Bar:
    """A bar below the sentence: the figure's word, its label, and its length as a share of the longest."""

    word: str
    label: str
    share: float


@dataclass(frozen=True)
class Sentence:
    """What the template and the script need.

    `grid[axis][step]` has the texts and the numbers of the words. `longest` is the sentence with the longest text at each place; the page
    leaves room for its lines.
    """

    parts: tuple[Part, ...]
    longest: str
    axes: tuple[Axis, ...]
    words: tuple[str, ...]
    bars: tuple[Bar, ...]
    top: float
    grid: tuple[tuple[tuple[tuple[str, ...], tuple[float, ...]], ...], ...]


def sentence(
    calculator: Calculator,
    template: str,
    inputs: Mapping[str, Any],
    day: date,
    *,
    limits: Mapping[str, Limits],
    bars: Mapping[str, str],
    sign: str,
) -> Sentence:
    """Compute a sentence such as "If prices rise by {inflation}, you need {gap} more.".

    Raises:
        SentenceError: for an unknown word, for a number without a start value, and for a value that the calculator refuses.
    """
    pieces = [(text, name or "") for text, name, *_ in Formatter().parse(template)]
    names = list(dict.fromkeys(name for _, name in pieces if name))
    numbers = {name: number for name in names if (number := number_at(calculator, name)) is not None}
    words = tuple(dict.fromkeys([*(name for name in names if name not in numbers), *bars]))
    unused = set(limits) - set(numbers)
    if unused:
        raise SentenceError(f"the sentence has no number {min(unused)}")
    with in_currency(currency_of(sign)):
        axes = tuple(_axis(calculator, inputs, name, field, limits.get(name)) for name, field in numbers.items())
        grid = tuple(tuple(_step(calculator, inputs, axis.path, typed, words, day) for typed in axis.typed) for axis in axes)
    if not axes:
        raise SentenceError("the sentence has no number to move")
    drawn = [abs(value) for steps in grid for _, values in steps for word, value in zip(words, values, strict=True) if word in bars]
    top = max(drawn, default=0.0)
    now = dict(zip(words, zip(*grid[0][axes[0].start], strict=True), strict=True)) if words else {}
    places = {axis.path: place for place, axis in enumerate(axes)}
    parts, longest = [], []
    for text, name in pieces:
        parts.append(Part(text))
        longest.append(text)
        if name in places:
            axis = axes[places[name]]
            longest.append(max(axis.spoken, key=len))
            parts.append(Part(axis.spoken[axis.start], axis=places[name], word=name, widest=longest[-1]))
        elif name:
            index = words.index(name)
            longest.append(max((texts[index] for steps in grid for texts, _ in steps), key=len))
            parts.append(Part(now[name][0], word=name))
    shown = tuple(Bar(word, label, _share(now[word][1], top)) for word, label in bars.items())
    return Sentence(tuple(part for part in parts if part.text), "".join(longest), axes, words, shown, top, grid)


def _share(value: float, top: float) -> float:
    return round(max(0.0, value) / top, 4) if top else 0.0


def _step(
    calculator: Calculator, inputs: Mapping[str, Any], path: str, typed: str, words: Sequence[str], day: date
) -> tuple[tuple[str, ...], tuple[float, ...]]:
    answer: Explored = explored(calculator, inputs, {path: typed}, words, day)
    if answer.errors:
        raise SentenceError(f"{path} = {typed}: {answer.errors[0].message}")
    return tuple(answer.texts[word] for word in words), tuple(round(answer.values[word] or 0.0, 2) for word in words)


def _axis(calculator: Calculator, inputs: Mapping[str, Any], path: str, field: Number, limits: Limits | None) -> Axis:
    start = _start(calculator, inputs, path) * field.scale
    low, high, step = limits or _usual_limits(field, start)
    if not field.ge * field.scale <= low < high <= field.le * field.scale:
        raise SentenceError(f"{path} goes from {field.typed(field.ge)} to {field.typed(field.le)}")
    values = [low + index * step for index in range(round((high - low) / step) + 1)]
    if len(values) > MOST_STEPS:
        raise SentenceError(f"{path} has {len(values)} steps; {MOST_STEPS} are the most")
    if not low <= start <= high:
        raise SentenceError(f"{path} starts at {start:g}, outside of its limits")
    if min(abs(value - start) for value in values) > step * 1e-6:
        values = sorted([*values, start])
    place = min(range(len(values)), key=lambda index: abs(values[index] - start))
    typed = tuple(write_trimmed(value, 6) + ("%" if field.scale != 1 else "") for value in values)
    return Axis(path, field.label, typed, tuple(spoken_input(field, round(value / field.scale, 9)) for value in values), place)


def _start(calculator: Calculator, inputs: Mapping[str, Any], path: str) -> float:
    read, errors = calculator.read(inputs)
    if read is None:
        raise SentenceError(f"{errors[0].field}: {errors[0].message}")
    at: Any = read
    for part in path.split("."):
        at = at[int(part)] if part.isdigit() else getattr(at, part)
    return float(getattr(at, "typical", at))


def _usual_limits(field: Number, start: float) -> Limits:
    """From zero to about twice the start, in round steps, within the field's own bounds."""
    least, most = field.ge * field.scale, field.le * field.scale
    reach = max(abs(start) * 2, 1 if field.whole else 0.1)
    power = 10 ** math.floor(math.log10(reach / 20))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor * 30 >= reach)
    step = max(1.0, step) if field.whole else step
    low = math.ceil(max(least, min(0.0, -reach if start < 0 else 0.0)) / step) * step
    high = math.floor(min(most, reach) / step) * step
    return low, high, step
