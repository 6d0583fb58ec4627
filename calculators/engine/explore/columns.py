"""All draws of a range at once: figures are called with columns, which stand for the numbers of every draw.

A sum of two columns is the sums of their numbers, one by one, in the order and with the rounding in which each draw by itself would be
added up; only the steps between are taken two thousand numbers at a time. So the answers are those of the plain way, bit for bit. A
figure that chooses by a number (if, max, a rounding) cannot be asked for all draws at once: then nothing is answered here, and every
draw is worked out for itself.
"""

from __future__ import annotations

import functools
import itertools
import operator
from collections.abc import Callable, Iterable, Iterator, Sequence
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..calculator import Calculator

OURS = __name__.partition(".")[0]
PLAIN = (int, float)


class NotAtOnce(Exception):
    """Something is asked of a column that only a number can answer."""


class Column:
    """The numbers of every draw. What was worked out of two columns is kept: twelve months that are alike are worked out once."""

    __hash__ = None  # type: ignore[assignment]
    __slots__ = ("kept", "values")

    def __init__(self, values: Sequence[float], kept: dict[Any, tuple[Any, Any, Column]]) -> None:
        """The numbers, and what all columns of these draws keep together."""
        self.values, self.kept = values, kept

    def _with(self, act: Callable[[Any, Any], Any], other: Any, *, reflected: bool = False) -> Column:
        if not isinstance(other, (Column, *PLAIN)):
            raise NotAtOnce
        key = (act, id(self), id(other) if isinstance(other, Column) else repr(other), reflected)
        if key not in self.kept:
            pair = (self.values, other.values if isinstance(other, Column) else itertools.repeat(other, len(self.values)))
            made = Column(list(map(act, *(reversed(pair) if reflected else pair))), self.kept)
            self.kept[key] = self, other, made  # the operands as well, so that no other object takes their ids
        return self.kept[key][2]

    def __add__(self, other: Any) -> Column:
        return self._with(operator.add, other)

    def __radd__(self, other: Any) -> Column:
        return self._with(operator.add, other, reflected=True)

    def __sub__(self, other: Any) -> Column:
        return self._with(operator.sub, other)

    def __rsub__(self, other: Any) -> Column:
        return self._with(operator.sub, other, reflected=True)

    def __mul__(self, other: Any) -> Column:
        return self._with(operator.mul, other)

    def __rmul__(self, other: Any) -> Column:
        return self._with(operator.mul, other, reflected=True)

    def __truediv__(self, other: Any) -> Column:
        return self._with(operator.truediv, other)

    def __rtruediv__(self, other: Any) -> Column:
        return self._with(operator.truediv, other, reflected=True)

    def _refuse(self, *_: Any) -> Any:
        raise NotAtOnce

    __bool__ = __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __float__ = __int__ = __format__ = __str__ = __repr__ = _refuse


def total(terms: Iterable[Any]) -> Any:
    """What `sum` says, of columns too. Python adds up floats with more care than `+` does, so it has to be `sum` for each draw."""
    held = list(terms)
    first = next((term for term in held if isinstance(term, Column)), None)
    if first is None:
        return sum(held)
    if len(held) == 2:
        return held[0] + held[1]  # of two, both ways round to the same
    if not all(isinstance(term, (Column, *PLAIN)) for term in held):
        raise NotAtOnce
    series = [term.values if isinstance(term, Column) else itertools.repeat(term, len(first.values)) for term in held]
    return Column(list(map(sum, zip(*series, strict=True))), first.kept)


def _names(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _names(inner)


def _for_columns(function: FunctionType) -> FunctionType:
    """The same function, which adds up by `total`, and so do the functions of ours that it calls."""
    world = function.__globals__
    space = {name: world[name] for name in _names(function.__code__) if name in world}
    for name, value in space.items():
        if isinstance(value, FunctionType) and value.__module__.startswith(OURS) and value is not function:
            space[name] = _for_columns(value)
    space["__builtins__"], space["sum"] = world["__builtins__"], total
    return FunctionType(function.__code__, space, function.__name__, function.__defaults__, function.__closure__)


@functools.cache
def _evaluator(calculator: Calculator, varying: tuple[str, ...]) -> Callable[..., tuple[Any, ...]]:
    plain = calculator.graph.evaluator(tuple(one.name for one in calculator.ranged), varying)
    space: dict[str, Any] = {
        name: _for_columns(value) for name, value in plain.space.items() if name.startswith("_") and name != "__builtins__"
    }
    exec(compile(plain.source, f"<columns of {calculator.id}>", "exec"), space)  # noqa: S102 - the evaluator's own source
    found: Callable[..., tuple[Any, ...]] = space["evaluate"]
    return found


_never: set[tuple[Calculator, tuple[str, ...]]] = set()
"""Figures that were asked for all draws at once, and could not answer."""


def at_once(calculator: Calculator, varying: tuple[str, ...], passed: Sequence[Any]) -> list[Any] | None:
    """The ranged figures for all draws: of each a column, or for rows a tuple of columns and numbers; None when that cannot be.

    Args:
        calculator: whose ranged figures.
        varying: the arguments that are drawn, as for its graph's evaluator.
        passed: that evaluator's arguments, with columns in the places of what is drawn.
    """
    if (calculator, varying) in _never:
        return None
    try:
        found = list(_evaluator(calculator, varying)(*passed))
    except Exception:  # noqa: BLE001 - the plain way says what is wrong, if anything is
        found = [None]
    whole = [each for one in found for each in (one if isinstance(one, tuple) else (one,))]
    if all(isinstance(each, (Column, float)) for each in whole):
        return found
    _never.add((calculator, varying))
    return None
