"""How one figure is spread when some inputs are uncertain: those that the form estimates, and any other number on request."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from ..calculator import Calculator
from ..fields import Estimate
from .percentiles import Spread, spread_of
from .perturbation import Knob, Target, knobs, places, refusal, targets, turned
from .ranges import DRAWS, SEED, draw, uncertain

BINS = 24
"""Bars of the picture."""


class _Drawn(NamedTuple):
    """An uncertain number with its draws. `asked`: the reader wants it to be uncertain here, though the form takes it as one number."""

    knob: Knob
    series: Sequence[float]
    asked: bool


@dataclass(frozen=True)
class Distribution:
    """The spread of a figure over its draws. `bins` are (from, to, how many draws fall there).

    `lacking` counts the draws in which it has no value; then there is neither spread nor bins.
    """

    target: Target
    draws: int
    spread: Spread | None
    bins: tuple[tuple[float, float, int], ...]
    lacking: int


def distribution(
    calculator: Calculator,
    inputs: Any,
    extra: Mapping[str, Estimate],
    day: date,
    figure: str = "",
    draws: int = DRAWS,
    seed: int = SEED,
) -> Distribution | None:
    """The distribution of a figure (left out: the headline), given the form's own estimates and `extra` ones by form name.

    Any numeric input can be given an estimate: "inflation", "pairs.0.price". Whole-number inputs are drawn as whole numbers. An estimate
    whose three numbers are one is certain, and where all are, the distribution is a point. Answers None when there is no estimate at all.

    Raises:
        KeyError: for a name that is no numeric input, or no figure that is a number.
    """
    case = calculator.at(inputs)
    target = targets(calculator, inputs)[figure or case.headline.name]
    by_name = {knob.name: knob for knob in knobs(calculator, inputs)}
    estimates = {_form_name(name, row): estimate for name, row, estimate in uncertain(case, inputs)} | dict(extra)
    if not estimates:
        return None
    together = float(getattr(inputs, case.together)) if case.together else 0.0
    series = draw(list(estimates.values()), draws, together, seed)
    drawn = [_Drawn(by_name[name], each.values, name in extra) for name, each in zip(estimates, series, strict=True)]
    at = _trials(calculator, inputs, drawn, target, day)
    found = sorted(value for k in range(draws) if (value := at(k)) is not None)
    if len(found) < draws:
        return Distribution(target, draws, None, (), draws - len(found))
    return Distribution(target, draws, spread_of(found), bins(found), 0)


def _form_name(name: str, row: int | None) -> str:
    rows, _, inner = name.partition(".")
    return name if row is None else f"{rows}.{row}.{inner}"


def _trials(calculator: Calculator, inputs: Any, drawn: Sequence[_Drawn], target: Target, day: date) -> Callable[[int], float | None]:
    """A function from a draw's number to the target; None where it has no value, or where the calculator's rules refuse the draw.

    What rests on no uncertain number is computed once. The form's own estimates move as they do in `spreads`; a number that is uncertain
    on request moves in the inputs themselves, so that figures of whole rows, and rules, see it.
    """
    case = calculator.at(inputs)
    base, _ = case.arguments(inputs, day)
    whole = case.graph.evaluator()
    fixed = base | dict(zip(whole.results, whole.function(*[base[name] for name in whole.arguments]), strict=True))
    moving = dict.fromkeys(name for one in drawn for name in (places(one.knob) if one.asked else places(one.knob)[-1:]))
    evaluator = case.graph.evaluator((target.figure,), tuple(moving))
    passed = [fixed[name] for name in evaluator.arguments]
    index = {name: place for place, name in enumerate(evaluator.arguments)}
    single, cells = _settings(drawn, index, passed)
    seen = [(one.knob, _values(one)) for one in drawn if one.asked]
    rows = [(index[name], name) for name in dict.fromkeys(knob.rows for knob, _ in seen) if name in index]
    refused = refusal(calculator, inputs) if seen and calculator.rules_at(inputs) else None

    def at(k: int) -> float | None:
        if refused or rows:
            moved = inputs
            for knob, values in seen:
                moved = turned(moved, knob, values[k])
            if refused and refused(moved):
                return None
            for place, name in rows:
                passed[place] = getattr(moved, name)
        for place, values in single:
            passed[place] = values[k]
        for column, row, values in cells:
            column[row] = values[k]
        return target.of(evaluator.function(*passed)[0])

    return at


def _values(one: _Drawn) -> Sequence[float]:
    """The draws as the figures take them."""
    return [round(value) for value in one.series] if one.knob.field.whole else one.series


def _settings(
    drawn: Sequence[_Drawn], index: Mapping[str, int], passed: list[Any]
) -> tuple[list[tuple[int, Sequence[float]]], list[tuple[list[Any], int, Sequence[float]]]]:
    """Where each draw is put among the arguments: its place, or, of a row's number, a column (a copy of its own now) and the row."""
    single, cells = [], []
    columns: dict[str, list[Any]] = {}
    for one in drawn:
        name = places(one.knob)[-1]
        if name not in index:
            continue
        if one.knob.row is None:
            single.append((index[name], _values(one)))
            continue
        if name not in columns:
            columns[name] = passed[index[name]] = list(passed[index[name]])
        cells.append((columns[name], one.knob.row, _values(one)))
    return single, cells


def bins(ordered: Sequence[float], count: int = BINS) -> tuple[tuple[float, float, int], ...]:
    """Equal stretches from the lowest to the highest of values in order, with how many lie in each."""
    low, high = ordered[0], ordered[-1]
    width = (high - low) / count
    if width == 0 or low + width == low:
        return ((low, high, len(ordered)),)
    counts = [0] * count
    for value in ordered:
        counts[min(count - 1, int((value - low) / width))] += 1
    return tuple((low + i * width, low + (i + 1) * width, n) for i, n in enumerate(counts))
