"""Ranges: P10, P50 and P90 of figures when inputs are estimates."""

from __future__ import annotations

import functools
import itertools
import random
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..fields import Estimate, Rows, slots
from .columns import Drawn, Moving, Rowed, at_once

if TYPE_CHECKING:
    from ..calculator import Calculator

DRAWS = 2_000
SEED = 20_211_001
GRID = 256
"""Points at which a Beta's distribution is tabulated. Its quantiles are then off by at most 0.0005 of the way from low to high."""


@dataclass(frozen=True)
class Spread:
    """Out of ten years like this, one ends below p10, five below p50, nine below p90."""

    p10: float
    p50: float
    p90: float


def spreads(
    calculator: Calculator, inputs: Any, base: Mapping[str, Any], draws: int = DRAWS, seed: int = SEED
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
    drawn_at_once = at_once(calculator, varying, arguments, moving)
    if drawn_at_once is not None:
        return {name: _spread_of_rows(each) for name, each in zip(wanted, drawn_at_once, strict=True)}
    passed = [_series(name, value, moving, draws) for name, value in arguments.items()]
    found = zip(wanted, zip(*map(evaluator.function, *passed), strict=True), strict=True)
    return {name: _spread(values) for name, values in found if None not in values}


def _spread_of_rows(drawn: Drawn) -> Spread | tuple[Spread, ...]:
    """The spread of a figure, or of each row; rows that are one and the same are sorted once."""
    if not isinstance(drawn, Rowed):
        return spread_of(sorted(drawn))
    known = {id(row): row for row in drawn.rows}
    spread = {key: spread_of(sorted(row)) for key, row in known.items()}
    return tuple(spread[id(row)] for row in drawn.rows)


def _series(name: str, value: Any, moving: Moving, draws: int) -> Iterable[Any]:
    """What an argument is in each draw: one series of an estimate, rows of which some are drawn, or the same every time."""
    if (name, None) in moving:
        return moving[name, None]
    if (name, 0) in moving:
        rows = [moving.get((name, row), itertools.repeat(typical, draws)) for row, typical in enumerate(value)]
        return map(list, zip(*rows, strict=True))
    return itertools.repeat(value, draws)


def uncertain(calculator: Calculator, inputs: Any) -> list[tuple[str, int | None, Estimate]]:
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


def draw(estimates: Sequence[Estimate], draws: int, together: float, seed: int) -> list[list[float]]:
    """Draws for each estimate: its evenly spread quantiles, shuffled as the seed says.

    In a share `together` of the draws all estimates stand at the same rank (a good year is good for all of them); in the others
    each has its own. Every estimate keeps exactly its own distribution either way.
    """
    orders = _orders(draws, round(together * draws), seed, len(estimates))
    return [
        [quantiles[rank] for rank in order] for order, quantiles in zip(orders, (pert_quantiles(e, draws) for e in estimates), strict=True)
    ]


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
    width = estimate.high - estimate.low
    if width <= 0:
        return [estimate.typical] * count
    mode = round((estimate.typical - estimate.low) / width, 6)
    return [estimate.low + width * at for at in _unit_quantiles(mode, count)]


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


def spread_of(ordered: Sequence[float]) -> Spread:
    """The tenths of values that stand in order."""
    return Spread(quantile(ordered, 0.1), quantile(ordered, 0.5), quantile(ordered, 0.9))


def quantile(ordered: Sequence[float], share: float) -> float:
    """The value below which a share of the ordered values lies, by linear interpolation (Hyndman and Fan's type 7)."""
    at = share * (len(ordered) - 1)
    left = int(at)
    right = min(left + 1, len(ordered) - 1)
    return ordered[left] + (ordered[right] - ordered[left]) * (at - left)
