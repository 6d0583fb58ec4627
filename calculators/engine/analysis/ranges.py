"""Ranges: P10, P50 and P90 of figures when inputs are estimates."""

from __future__ import annotations

import functools
import itertools
import random
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..fields import Estimate, Rows, slots
from .affine import Draws, Moving, at_once
from .percentiles import Spread, spread_of

if TYPE_CHECKING:
    from .model import Model

DRAWS = 2_000
SEED = 20_211_001
GRID = 256
"""Points at which a Beta's distribution is tabulated. Its quantiles are then off by at most 0.0005 of the way from low to high."""


def spreads(
    calculator: Model, inputs: Any, base: Mapping[str, Any], draws: int = DRAWS, seed: int = SEED
) -> dict[str, Spread | tuple[Spread, ...]]:
    """P10, P50 and P90 of the calculator's ranged figures, given its estimates.

    Args:
        calculator: whose figures; only what rests on an estimate is computed again.
        inputs: with their estimates.
        base: every argument and figure at the typical values.
        draws: how many times; the draws of one estimate are spread evenly over its distribution (a Latin hypercube).
        seed: the same seed gives the same answer.

    Returns:
        A spread for a plain figure, a tuple of them for a row figure. Nothing when no input is an estimate, nor for a figure that
        has no value in some draw.
    """
    estimates = uncertain(calculator, inputs)
    if not estimates:
        return {}
    together = float(base[calculator.together]) if calculator.together else 0.0
    drawn = draw([estimate for _, _, estimate in estimates], draws, together, seed)
    varying = tuple(dict.fromkeys(name for name, _, _ in estimates))
    wanted = tuple(one.name for one in calculator.ranged)
    evaluator = calculator.graph.evaluator(wanted, varying)
    moving = {(name, row): series for (name, row, _), series in zip(estimates, drawn, strict=True)}
    arguments = {name: base[name] for name in evaluator.arguments}
    at_once_found = at_once(calculator, varying, arguments, moving)
    if at_once_found is not None:
        return dict(zip(wanted, at_once_found, strict=True))
    found = evaluator.each(*[_series(name, value, moving) for name, value in arguments.items()])
    return {name: _spread(values) for name, values in zip(wanted, found, strict=True) if None not in values}


def _series(name: str, value: Any, moving: Moving) -> Any:
    """An argument of every draw: an estimate's draws, or a list of all rows' for each draw; what does not vary stays as it is."""
    if (name, None) in moving:
        return moving[name, None].values
    if (name, 0) in moving:
        return map(list, zip(*[moving[name, row].values for row in range(len(value))], strict=True))
    return value


def uncertain(calculator: Model, inputs: Any) -> list[tuple[str, int | None, Estimate]]:
    """Every estimate among the inputs: the argument's name ("pairs.utilization"), its row or None, and the estimate."""
    found: list[tuple[str, int | None, Estimate]] = []
    for slot in calculator.slots:
        value = getattr(inputs, slot.name)
        if slot.estimate:
            found.append((slot.name, None, value))
        elif isinstance(slot.field, Rows):
            for inner in slots(slot.field.of):
                if inner.estimate:
                    found += [(f"{slot.name}.{inner.name}", i, getattr(row, inner.name)) for i, row in enumerate(value)]
    return found


def draw(estimates: Sequence[Estimate], draws: int, together: float, seed: int) -> list[Draws]:
    """Draws for each estimate: its evenly spread quantiles, shuffled as the seed says.

    In a share `together` of the draws all estimates stand at the same rank (a good year is good for all of them); in the others
    each has its own. Every estimate keeps exactly its own distribution either way. One alone has nothing to be shuffled against: its
    draws rise, and so do the figures that rise with it, which saves putting them in order.
    """
    shared, count, found = round(together * draws), len(estimates), []
    for place, estimate in enumerate(estimates):
        low, width, mode = _shape(estimate)
        found.append(Draws(low, width, _parts(mode, draws, shared, seed, count, place), _unit_quantiles(mode, draws)))
    return found


@functools.lru_cache(maxsize=64)
def _parts(mode: float, draws: int, shared: int, seed: int, count: int, place: int) -> tuple[float, ...]:
    """What each draw takes of the width of an estimate, the one at this place of so many."""
    quantiles = _unit_quantiles(mode, draws)
    return quantiles if count == 1 else tuple([quantiles[rank] for rank in _orders(draws, shared, seed, count)[place]])


@functools.lru_cache(maxsize=8)
def _orders(draws: int, shared: int, seed: int, count: int) -> tuple[tuple[int, ...], ...]:
    """For each of so many estimates the ranks of its draws: the first `shared` ones as for all, the others shuffled for itself."""
    dice = random.Random(seed)  # noqa: S311 - no secret
    ranks = list(range(draws))
    dice.shuffle(ranks)
    found = []
    for _ in range(count):
        own = ranks[shared:]
        dice.shuffle(own)
        found.append((*ranks[:shared], *own))
    return tuple(found)


def pert_quantiles(estimate: Estimate, count: int) -> list[float]:
    """Evenly spread quantiles, lowest first, of the Beta between low and high whose mode is typical.

    The Beta of the PERT method: a = 1 + 4(m - low)/(high - low), b = 1 + 4(high - m)/(high - low)
    (Malcolm, Roseboom, Clark and Fazar, Operations Research 7(5), 1959).
    """
    low, width, mode = _shape(estimate)
    return [low + width * at for at in _unit_quantiles(mode, count)]


def _shape(estimate: Estimate) -> tuple[float, float, float]:
    """Where an estimate begins, how long its way is, and how far of that the typical value lies. A certain one goes no way."""
    low, width = estimate.low, estimate.high - estimate.low
    return (low, width, round((estimate.typical - low) / width, 6)) if width > 0 else (estimate.typical, 0.0, 0.5)


@functools.lru_cache(maxsize=64)
def _unit_quantiles(mode: float, count: int) -> tuple[float, ...]:
    """Quantiles (k + 1/2)/count on [0, 1], by integrating the density on a grid and interpolating its inverse."""
    a, b = 4 * mode, 4 * (1 - mode)
    density = [(i / GRID) ** a * (1 - i / GRID) ** b for i in range(GRID + 1)]
    below = [0.0]
    for left, right in itertools.pairwise(density):
        below.append(below[-1] + (left + right) / 2)
    total, found = below[-1], []
    for k in range(count):
        target = (k + 0.5) / count * total
        i = max(1, bisect_left(below, target))
        found.append((i - 1 + (target - below[i - 1]) / (below[i] - below[i - 1])) / GRID)
    return tuple(found)


def _spread(values: Sequence[Any]) -> Spread | tuple[Spread, ...]:
    if not isinstance(values[0], tuple):
        return spread_of(sorted(values))
    return tuple(spread_of(sorted(column)) for column in zip(*values, strict=True))
