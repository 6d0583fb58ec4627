"""All draws of a range at once: figures are called with columns, which stand for a number that every draw has another of.

A column is a weighted sum: a fixed amount, and so much of each estimate. What figures make of it mostly is such a sum again, and to find
its weights takes one step, not two thousand. Only a product of two columns is worked out draw by draw, and weighs in from then on as one
more thing that is drawn. In the end, two sums that differ by a factor and a fixed amount alone are spread alike, so that their draws are
added up and put in order once; and a sum of one estimate only is spread as that is, with nothing to add up at all.

A figure that chooses by a number (if, max, a rounding) cannot be asked for all draws at once: then nothing is answered here, and every
draw is worked out by itself. Both ways answer the same, but for the last digits of a float.
"""

from __future__ import annotations

import functools
import itertools
import math
import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .percentiles import Spread, spread_of

if TYPE_CHECKING:
    from .model import Model

Weights = Mapping[int, float]
"""How much there is in a column of each thing that is drawn (of an estimate: its parts), by its place in the pool; never none of it."""


@dataclass(frozen=True, eq=False)
class Draws:
    """An estimate's draws: `low`, and of `width` the parts that each draw takes, in their order and (`ordered`) lowest first."""

    low: float
    width: float
    parts: Sequence[float]
    ordered: Sequence[float]

    @functools.cached_property
    def values(self) -> list[float]:
        """The draws, in their order."""
        low, width = self.low, self.width
        return [low + width * part for part in self.parts]


Moving = Mapping[tuple[str, int | None], Draws]
"""The draws of each argument that is an estimate, by its name and row."""


class NotAtOnce(Exception):
    """Something is asked of a column that only a number can answer."""


class Pool:
    """All that is drawn: the estimates, and the products of columns. What was worked out for one column serves the next."""

    def __init__(self, estimates: Sequence[Draws]) -> None:
        """With the estimates' draws; the first one's place is 0."""
        self._estimates = estimates
        self._products: dict[object, Column] = {}
        self._made: list[Sequence[float]] = []
        self._spreads: dict[object, Spread] = {}

    def estimate(self, place: int) -> Column:
        """An estimate, as it is."""
        one = self._estimates[place]
        return Column(self, one.low, {place: one.width} if one.width else {})

    def product(self, sign: Callable[[float, float], float], one: Column, other: Column) -> Column:
        """Two columns multiplied or divided, in every draw."""
        key = (sign, one.key, other.key)
        if key not in self._products:
            self._products[key] = Column(self, 0.0, {len(self._estimates) + len(self._made): 1.0})
            self._made.append(list(map(sign, self._values(one), self._values(other))))
        return self._products[key]

    def spread(self, column: Column) -> Spread:
        """P10, P50 and P90 of a column."""
        if not column.weights:
            return Spread(column.fixed, column.fixed, column.fixed)
        scale, parts = _direction(column.weights)
        key = tuple((place, f"{part:.12e}") for place, part in parts)
        if key not in self._spreads:
            self._spreads[key] = spread_of(self._ordered(parts))
        unit, fixed = self._spreads[key], column.fixed
        low, high = (unit.p10, unit.p90) if scale > 0 else (unit.p90, unit.p10)
        return Spread(fixed + scale * low, fixed + scale * unit.p50, fixed + scale * high)

    def _ordered(self, parts: Sequence[tuple[int, float]]) -> Sequence[float]:
        """The draws of a sum, lowest first."""
        (place, _), *others = parts
        alone = not others and place < len(self._estimates)
        return self._estimates[place].ordered if alone else sorted(self._sum(parts))

    def _sum(self, parts: Sequence[tuple[int, float]]) -> Sequence[float]:
        """A sum in every draw."""
        count = len(self._estimates)
        series = [self._estimates[place].parts if place < count else self._made[place - count] for place, _ in parts]
        return _summing(len(parts))(*[part for _, part in parts], *series)

    def _values(self, column: Column) -> Iterable[float]:
        """A column in every draw."""
        fixed = column.fixed
        return [fixed + value for value in self._sum(tuple(column.weights.items()))] if column.weights else itertools.repeat(fixed)


def _direction(weights: Weights) -> tuple[float, Sequence[tuple[int, float]]]:
    """The largest weight, and every weight as a part of that one, by its place."""
    found = sorted(weights.items())
    scale = max((weight for _, weight in found), key=abs)
    return scale, [(place, weight / scale) for place, weight in found]


@functools.cache
def _summing(count: int) -> Callable[..., list[float]]:
    """A function of so many weights and as many series: the weighted sums, in one loop without a call in it."""
    names = range(count)
    terms = " + ".join(f"w{i} * d{i}" for i in names)
    given = ", ".join([*(f"w{i}" for i in names), *(f"s{i}" for i in names)])
    series = f"zip({', '.join(f's{i}' for i in names)})" if count > 1 else "s0"
    found: Callable[..., list[float]] = eval(f"lambda {given}: [{terms} for {', '.join(f'd{i}' for i in names)} in {series}]")  # noqa: S307 - our own names
    return found


class Column:
    """Stands for a number of every draw: a fixed amount, and weights of what is drawn."""

    __hash__ = None  # type: ignore[assignment]
    __slots__ = ("fixed", "pool", "weights")

    def __init__(self, pool: Pool, fixed: float, weights: Weights) -> None:
        """A sum of what is drawn in the pool."""
        self.pool, self.fixed, self.weights = pool, fixed, weights

    @property
    def key(self) -> object:
        """Two columns with the same key are the same in every draw."""
        return self.fixed, tuple(self.weights.items())

    def _scaled(self, number: float, sign: Callable[[float, float], float] = operator.mul) -> Column:
        scaled = ((place, sign(weight, number)) for place, weight in self.weights.items())
        return Column(self.pool, sign(self.fixed, number), {place: weight for place, weight in scaled if weight})

    def _plus(self, other: Any, factor: float) -> Column:
        if not isinstance(other, Column):
            return Column(self.pool, self.fixed + factor * _number(other), self.weights)
        weights = dict(self.weights)
        for place, weight in other.weights.items():
            weights[place] = weights.get(place, 0.0) + factor * weight
        return Column(self.pool, self.fixed + factor * other.fixed, {place: weight for place, weight in weights.items() if weight})

    def __add__(self, other: Any) -> Column:
        return self._plus(other, 1.0)

    __radd__ = __add__

    def __sub__(self, other: Any) -> Column:
        return self._plus(other, -1.0)

    def __rsub__(self, other: Any) -> Column:
        return self._scaled(-1.0)._plus(other, 1.0)

    def __neg__(self) -> Column:
        return self._scaled(-1.0)

    def __mul__(self, other: Any) -> Column:
        if not isinstance(other, Column):
            return self._scaled(_number(other))
        if not self.weights or not other.weights:
            return other._scaled(self.fixed) if other.weights else self._scaled(other.fixed)
        return self.pool.product(operator.mul, self, other)

    __rmul__ = __mul__

    def __truediv__(self, other: Any) -> Column:
        if not isinstance(other, Column):
            return self._scaled(_number(other), operator.truediv)
        return self.pool.product(operator.truediv, self, other) if other.weights else self._scaled(other.fixed, operator.truediv)

    def __rtruediv__(self, other: Any) -> Column:
        return Column(self.pool, _number(other), {}) / self

    def _refuse(self, *_: Any) -> Any:
        raise NotAtOnce

    __bool__ = __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __float__ = __int__ = __format__ = __str__ = __repr__ = _refuse


def _number(value: Any) -> float:
    if type(value) not in (int, float):
        raise NotAtOnce
    return value  # type: ignore[no-any-return]


_never: set[tuple[Model, tuple[str, ...]]] = set()
"""Figures that were asked for all draws at once, and could not answer."""


def at_once(
    calculator: Model, varying: tuple[str, ...], arguments: Mapping[str, Any], moving: Moving
) -> list[Spread | tuple[Spread, ...]] | None:
    """The spreads of the ranged figures, or of their rows. None when that cannot be.

    Args:
        calculator: whose ranged figures.
        varying: the arguments that are drawn, as for its graph's evaluator.
        arguments: that evaluator's, at the typical values.
        moving: the draws.
    """
    if (calculator, varying) in _never:
        return None
    pool = Pool(tuple(moving.values()))
    columns = {place: pool.estimate(index) for index, place in enumerate(moving)}
    evaluator = calculator.graph.evaluator(tuple(one.name for one in calculator.ranged), varying)
    try:
        found = evaluator.function(*[_with_columns(name, value, columns) for name, value in arguments.items()])
    except NotAtOnce:
        _never.add((calculator, varying))
        return None
    except Exception:  # noqa: BLE001 - the plain way says what is wrong, if anything is
        return None
    if not all(_spreadable(each) for one in found for each in (one if isinstance(one, tuple) else (one,))):
        return None
    return [tuple(_spread(each) for each in one) if isinstance(one, tuple) else _spread(one) for one in found]


def _spreadable(value: Any) -> bool:
    """A number, or a sum of finite ones."""
    if isinstance(value, Column):
        return math.isfinite(value.fixed) and all(map(math.isfinite, value.weights.values()))
    return isinstance(value, float)


def _spread(value: Column | float) -> Spread:
    return value.pool.spread(value) if isinstance(value, Column) else Spread(value, value, value)


def _with_columns(name: str, value: Any, columns: Mapping[tuple[str, int | None], Column]) -> Any:
    """An argument, with a column in the place of each number that is drawn."""
    if (name, None) in columns:
        return columns[name, None]
    if (name, 0) in columns:
        return [columns.get((name, row), typical) for row, typical in enumerate(value)]
    return value
