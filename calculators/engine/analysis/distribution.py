"""The distribution of one figure when inputs are uncertain: the form's own estimates, and any other number that is given one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, cast

from ..calculator import Calculator
from ..fields import Estimate
from .percentiles import Percentiles, percentiles_of
from .perturbation import NumericInput, Target, numeric_inputs, targets, violates_rules, with_value
from .ranges import SEED, sample, uncertain_inputs

BINS = 24
"""Bars of the histogram."""


class _SampledInput(NamedTuple):
    """An uncertain input with its samples. `is_extra`: the form itself takes it as one certain number."""

    number: NumericInput
    samples: Sequence[float]
    is_extra: bool


@dataclass(frozen=True)
class Distribution:
    """The distribution of a figure over all draws. `bins` are (from, to, number of draws).

    `undefined` counts the draws in which the figure has no value; if there are any, there are neither percentiles nor bins.
    """

    target: Target
    draws: int
    percentiles: Percentiles | None
    bins: tuple[tuple[float, float, int], ...]
    undefined: int


def distribution(
    calculator: Calculator,
    inputs: object,
    extra: Mapping[str, Estimate],
    day: date,
    figure: str = "",
    draws: int | None = None,
    seed: int = SEED,
) -> Distribution | None:
    """Simulate a figure (by default the headline), given the form's own estimates and `extra` ones.

    The extra estimates are for further numeric inputs, by form name ("inflation", "pairs.0.price"). Whole numbers are sampled as such.
    The distribution is a single point when every estimate is certain, and None when there is no estimate at all.

    Raises:
        KeyError: when a name is not a numeric input, or the figure is not a number.
    """
    case = calculator.at(inputs)
    target = targets(calculator, inputs)[figure or case.headline.name]
    by_name = {number.name: number for number in numeric_inputs(calculator, inputs)}
    estimates = {_form_name(name, row): estimate for name, row, estimate in uncertain_inputs(case, inputs)} | dict(extra)
    if not estimates:
        return None
    draws = case.draws if draws is None else draws
    share = float(getattr(inputs, case.comonotone_share)) if case.comonotone_share else 0.0
    sampled = [
        _SampledInput(by_name[name], [round(v) for v in samples.values] if by_name[name].field.whole else samples.values, name in extra)
        for name, samples in zip(estimates, sample(list(estimates.values()), draws, share, seed), strict=True)
    ]
    evaluate = _draw_evaluator(calculator, inputs, sampled, target, day)
    values = sorted(value for draw in range(draws) if (value := evaluate(draw)) is not None)
    if len(values) < draws:
        return Distribution(target, draws, None, (), draws - len(values))
    return Distribution(target, draws, percentiles_of(values), bins(values), 0)


def _form_name(name: str, row: int | None) -> str:
    rows, _, inner = name.partition(".")
    return name if row is None else f"{rows}.{row}.{inner}"


def _draw_evaluator(
    calculator: Calculator, inputs: object, sampled: Sequence[_SampledInput], target: Target, day: date
) -> Callable[[int], float | None]:
    """Return the function from a draw's index to the target. It returns None where the target has no value or a rule is violated.

    Figures that depend on no uncertain number are computed once. The form's own estimates vary among the arguments, as they do in
    `simulate_ranges`; an extra one varies in the inputs themselves, so that rules and figures of whole rows see it.
    """
    case = calculator.at(inputs)
    base, _ = case.arguments(inputs, day)
    whole = case.graph.evaluator()
    fixed = base | dict(zip(whole.results, whole.function(*[base[name] for name in whole.arguments]), strict=True))
    varying = dict.fromkeys(
        name for entry in sampled for name in (entry.number.argument_names if entry.is_extra else entry.number.argument_names[-1:])
    )
    evaluator = case.graph.evaluator((target.figure,), tuple(varying))
    arguments = [fixed[name] for name in evaluator.arguments]
    index = {name: position for position, name in enumerate(evaluator.arguments)}
    plain, cells = _assignments(sampled, index, arguments)
    extra = [(entry.number, entry.samples) for entry in sampled if entry.is_extra]
    rows = [(index[name], name) for name in dict.fromkeys(number.rows for number, _ in extra) if name in index]
    violates = violates_rules(calculator, inputs) if extra and calculator.rules_at(inputs) else None

    def evaluate(draw: int) -> float | None:
        if violates or rows:
            changed = inputs
            for number, samples in extra:
                changed = with_value(changed, number, samples[draw])
            if violates and violates(changed):
                return None
            for position, name in rows:
                arguments[position] = getattr(changed, name)
        for position, samples in plain:
            arguments[position] = samples[draw]
        for column, row, samples in cells:
            column[row] = samples[draw]
        return target.of(evaluator.function(*arguments)[0])

    return evaluate


def _assignments(
    sampled: Sequence[_SampledInput], index: Mapping[str, int], arguments: list[object]
) -> tuple[list[tuple[int, Sequence[float]]], list[tuple[list[object], int, Sequence[float]]]]:
    """Return where each draw's numbers go: (argument position, samples), and (column, row, samples) for numbers in rows.

    Each column that varies is replaced in `arguments` by a copy, which the caller can change in place.
    """
    plain, cells = [], []
    columns: dict[str, list[object]] = {}
    for number, samples, _ in sampled:
        name = number.argument_names[-1]
        if name not in index:
            continue
        if number.row is None:
            plain.append((index[name], samples))
            continue
        if name not in columns:
            columns[name] = arguments[index[name]] = list(cast("Sequence[object]", arguments[index[name]]))
        cells.append((columns[name], number.row, samples))
    return plain, cells


def bins(ordered: Sequence[float]) -> tuple[tuple[float, float, int], ...]:
    """Divide sorted values into bins of equal width, and count the values in each."""
    low, high = ordered[0], ordered[-1]
    width = (high - low) / BINS
    if width == 0 or low + width == low:
        return ((low, high, len(ordered)),)
    counts = [0] * BINS
    for value in ordered:
        counts[min(BINS - 1, int((value - low) / width))] += 1
    return tuple((low + i * width, low + (i + 1) * width, n) for i, n in enumerate(counts))
