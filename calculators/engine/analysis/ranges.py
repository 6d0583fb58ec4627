"""Ranges: the 10th, 50th and 90th percentiles of figures when inputs are estimates."""

from __future__ import annotations

import functools
import itertools
import random
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, cast

from ..fields import Estimate, Rows, slots
from .affine import Samples, SamplesByInput, propagate
from .percentiles import Percentiles, percentiles_of

if TYPE_CHECKING:
    from ..calculator import Calculator

SEED = 20_211_001
GRID = 256
"""Points at which a beta distribution is tabulated. Its quantiles are then off by at most 0.0005 of the distance from low to high."""


def simulate_ranges(
    calculator: Calculator, inputs: object, base: Mapping[str, object], seed: int = SEED
) -> dict[str, Percentiles | tuple[Percentiles, ...]]:
    """Simulate the calculator's ranged figures, given its estimates.

    The samples are spread evenly over each estimate's distribution (a Latin hypercube). `base` has every argument and figure at the
    typical values; only the figures that depend on an estimate are computed again.

    Returns:
        The percentiles of each plain figure, and a tuple of them for a row figure. Empty when no input is an estimate; a figure that
        has no value in some draw is left out.
    """
    estimates = uncertain_inputs(calculator, inputs)
    if not estimates:
        return {}
    share = cast("float", base[calculator.comonotone_share]) if calculator.comonotone_share else 0.0
    sampled = sample([estimate for _, _, estimate in estimates], calculator.draws, share, seed)
    samples = {(name, row): series for (name, row, _), series in zip(estimates, sampled, strict=True)}
    varying = tuple(dict.fromkeys(name for name, _, _ in estimates))
    names = tuple(figure.name for figure in calculator.ranged)
    evaluator = calculator.graph.evaluator(names, varying)
    arguments = {name: base[name] for name in evaluator.arguments}
    propagated = propagate(calculator, varying, arguments, samples) if calculator.affine else None
    if propagated is not None:
        return dict(zip(names, propagated, strict=True))
    results = evaluator.batch(*[_series(name, value, samples) for name, value in arguments.items()])
    return {name: _percentiles(values) for name, values in zip(names, results, strict=True) if None not in values}


def _series(name: str, value: object, samples: SamplesByInput) -> object:
    """Return an argument for the batch evaluator: one value a draw, or one list of rows a draw; a fixed argument as it is."""
    if (name, None) in samples:
        return samples[name, None].values
    if (name, 0) in samples:
        return map(list, zip(*[samples[name, row].values for row in range(len(cast("Sequence[float]", value)))], strict=True))
    return value


def uncertain_inputs(calculator: Calculator, inputs: object) -> list[tuple[str, int | None, Estimate]]:
    """Return every estimate among the inputs: the argument's name ("pairs.utilization"), its row or None, and the estimate."""
    estimates: list[tuple[str, int | None, Estimate]] = []
    for slot in calculator.slots:
        value = getattr(inputs, slot.name)
        if slot.estimate:
            estimates.append((slot.name, None, value))
        elif isinstance(slot.field, Rows):
            for inner in slots(slot.field.of):
                if inner.estimate:
                    estimates += [(f"{slot.name}.{inner.name}", i, getattr(row, inner.name)) for i, row in enumerate(value)]
    return estimates


def sample(estimates: Sequence[Estimate], draws: int, comonotone_share: float, seed: int) -> list[Samples]:
    """Sample each estimate at evenly spaced quantiles, shuffled as the seed says.

    In a share of the draws all estimates are comonotone: they have the same rank, so that a good year is good for all of them. In the
    others each estimate is shuffled independently. Every estimate keeps exactly its own distribution either way. A single estimate is
    not shuffled: its samples ascend, and so do the figures that rise with it, which saves sorting.
    """
    comonotone, count, samples = round(comonotone_share * draws), len(estimates), []
    for index, estimate in enumerate(estimates):
        low, width, mode = _shape(estimate)
        samples.append(Samples(low, width, _shuffled_units(mode, draws, comonotone, seed, count, index), _unit_quantiles(mode, draws)))
    return samples


@functools.lru_cache(maxsize=64)
def _shuffled_units(mode: float, draws: int, comonotone: int, seed: int, count: int, index: int) -> tuple[float, ...]:
    """Return the unit samples of the estimate at `index` among `count`, in draw order."""
    quantiles = _unit_quantiles(mode, draws)
    return quantiles if count == 1 else tuple([quantiles[rank] for rank in _rank_orders(draws, comonotone, seed, count)[index]])


@functools.lru_cache(maxsize=8)
def _rank_orders(draws: int, comonotone: int, seed: int, count: int) -> tuple[tuple[int, ...], ...]:
    """Return the rank of each draw for each estimate: the first `comonotone` are common, the others shuffled independently."""
    dice = random.Random(seed)  # noqa: S311 - not used for security
    ranks = list(range(draws))
    dice.shuffle(ranks)
    orders = []
    for _ in range(count):
        own = ranks[comonotone:]
        dice.shuffle(own)
        orders.append((*ranks[:comonotone], *own))
    return tuple(orders)


def _shape(estimate: Estimate) -> tuple[float, float, float]:
    """Return an estimate's low, its width, and its mode as a share of the width. A certain estimate has no width."""
    low, width = estimate.low, estimate.high - estimate.low
    return (low, width, round((estimate.typical - low) / width, 6)) if width > 0 else (estimate.typical, 0.0, 0.5)


@functools.lru_cache(maxsize=64)
def _unit_quantiles(mode: float, count: int) -> tuple[float, ...]:
    """Return the quantiles (k + 1/2)/count, on [0, 1], of the beta distribution of the PERT method with this mode.

    Its parameters are 1 + 4m and 1 + 4(1 - m) (Malcolm, Roseboom, Clark and Fazar, Operations Research 7(5), 1959). The density is
    integrated on a grid, and the inverse interpolated.
    """
    a, b = 4 * mode, 4 * (1 - mode)
    density = [(i / GRID) ** a * (1 - i / GRID) ** b for i in range(GRID + 1)]
    cumulative = [0.0]
    for left, right in itertools.pairwise(density):
        cumulative.append(cumulative[-1] + (left + right) / 2)
    total, quantiles = cumulative[-1], []
    for k in range(count):
        target = (k + 0.5) / count * total
        i = max(1, bisect_left(cumulative, target))
        quantiles.append((i - 1 + (target - cumulative[i - 1]) / (cumulative[i] - cumulative[i - 1])) / GRID)
    return tuple(quantiles)


def _percentiles(values: Sequence[object]) -> Percentiles | tuple[Percentiles, ...]:
    if isinstance(values[0], tuple):
        rows = cast("Sequence[tuple[float, ...]]", values)
        return tuple(percentiles_of(sorted(column)) for column in zip(*rows, strict=True))
    return percentiles_of(sorted(cast("Sequence[float]", values)))
