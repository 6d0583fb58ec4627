"""All draws of a range at once: figures are called with columns, which stand for a number that every draw has another of.

A column writes down what is done with it. What the figures made of it is then one plain loop over the draws, without a call in it:
the same steps on the same numbers in the same order as when each draw is worked out by itself, and so the same answers, bit for bit.
A figure that chooses by a number (if, max, a rounding) cannot be asked for all draws at once: then nothing is answered here, and every
draw is worked out by itself.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from ..calculator import Calculator

OURS = __name__.partition(".")[0]

DEEPEST = 60
"""Brackets in one expression. Python's own limit is at two hundred within each other."""

_MADE = re.compile(r"\bc\d+\b")
"""A column that a step makes."""

Moving = Mapping[tuple[str, int | None], Sequence[float]]
"""The draws of each argument that is an estimate, by its name and row."""


class Rowed(NamedTuple):
    """A row figure: every row in every draw."""

    rows: tuple[Sequence[float], ...]


Drawn = Sequence[float] | Rowed
"""A figure in every draw."""


class NotAtOnce(Exception):
    """Something is asked of a column that only a number can answer."""


class _Trace:
    """What is done with the columns, step by step (step 3 makes the column c3), and the numbers that take part."""

    def __init__(self) -> None:
        self.steps: list[str] = []
        self.numbers: list[float] = []
        self._names: dict[int, str] = {}
        self._known: dict[str, Column] = {}

    def name(self, value: Any) -> str:
        """What a column or a number is called in the loop."""
        if isinstance(value, Column):
            return value.name
        if type(value) not in (int, float):
            raise NotAtOnce
        if id(value) not in self._names:
            self._names[id(value)] = f"n{len(self.numbers)}"
            self.numbers.append(value)  # and so it is kept, and no other number takes its id
        return self._names[id(value)]

    def column(self, step: str) -> Column:
        """The column that a step makes; taken again, it is the same."""
        if step not in self._known:
            self._known[step] = Column(f"c{len(self.steps)}", self)
            self.steps.append(step)
        return self._known[step]


class Column:
    """Stands for a number of every draw."""

    __hash__ = None  # type: ignore[assignment]
    __slots__ = ("name", "trace")

    def __init__(self, name: str, trace: _Trace) -> None:
        """What it is called in the loop that it is part of."""
        self.name, self.trace = name, trace

    def _step(self, before: Any, sign: str, after: Any) -> Column:
        return self.trace.column(f"{self.trace.name(before)} {sign} {self.trace.name(after)}")

    def __add__(self, other: Any) -> Column:
        return self._step(self, "+", other)

    def __radd__(self, other: Any) -> Column:
        return self._step(other, "+", self)

    def __sub__(self, other: Any) -> Column:
        return self._step(self, "-", other)

    def __rsub__(self, other: Any) -> Column:
        return self._step(other, "-", self)

    def __mul__(self, other: Any) -> Column:
        return self._step(self, "*", other)

    def __rmul__(self, other: Any) -> Column:
        return self._step(other, "*", self)

    def __truediv__(self, other: Any) -> Column:
        return self._step(self, "/", other)

    def __rtruediv__(self, other: Any) -> Column:
        return self._step(other, "/", self)

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
    return first.trace.column(f"sum(({', '.join(map(first.trace.name, held))},))")


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


@functools.lru_cache(maxsize=16)
def _loop(series: int, numbers: int, steps: tuple[str, ...], answered: tuple[str, ...]) -> Callable[..., Iterator[tuple[float, ...]]]:
    """The loop over the draws, compiled."""
    space: dict[str, Any] = {}
    exec(source(series, numbers, steps, answered), space)  # noqa: S102 - made of signs and of names that we gave
    found: Callable[..., Iterator[tuple[float, ...]]] = space["draw"]
    return found


def source(series: int, numbers: int, steps: Sequence[str], answered: Sequence[str]) -> str:
    """The loop as text: what is used once is written where it is used, for a name would have to be stored and fetched again."""
    uses = Counter(name for step in (*steps, *answered) for name in _MADE.findall(step))
    inside: dict[str, str] = {}
    lines = []
    for index, step in enumerate(steps):
        name = f"c{index}"
        whole = _MADE.sub(lambda found: inside.get(found[0], found[0]), step)
        if uses[name] == 1 and whole.count("(") < DEEPEST:
            inside[name] = f"({whole})"
        else:
            lines.append(f"        {name} = {whole}")
    drawn = ", ".join(f"d{index}" for index in range(series))
    given = "".join(f", n{index}" for index in range(numbers))
    wanted = ", ".join(inside.get(name, name) for name in answered)
    return "\n".join([f"def draw(series{given}):", f"    for {drawn}, in zip(*series):", *lines, f"        yield {wanted},"])


_never: set[tuple[Calculator, tuple[str, ...]]] = set()
"""Figures that were asked for all draws at once, and could not answer."""


def at_once(calculator: Calculator, varying: tuple[str, ...], arguments: Mapping[str, Any], moving: Moving) -> list[Drawn] | None:
    """The ranged figures in every draw; what is alike in all rows is one and the same sequence. None when that cannot be.

    Args:
        calculator: whose ranged figures.
        varying: the arguments that are drawn, as for its graph's evaluator.
        arguments: that evaluator's, at the typical values.
        moving: the draws.
    """
    if (calculator, varying) in _never:
        return None
    trace = _Trace()
    columns = {place: Column(f"d{index}", trace) for index, place in enumerate(moving)}
    try:
        found = _evaluator(calculator, varying)(*[_with_columns(name, value, columns) for name, value in arguments.items()])
    except NotAtOnce:
        _never.add((calculator, varying))
        return None
    except Exception:  # noqa: BLE001 - the plain way says what is wrong, if anything is
        return None
    whole = [each for one in found for each in (one if isinstance(one, tuple) else (one,))]
    if not all(isinstance(each, (Column, float)) for each in whole):
        return None
    answered = dict.fromkeys(trace.name(each) for each in whole)
    loop = _loop(len(moving), len(trace.numbers), tuple(trace.steps), tuple(answered))
    values: dict[str, Any] = dict(zip(answered, zip(*loop(moving.values(), *trace.numbers), strict=True), strict=True))
    return [Rowed(tuple(values[trace.name(each)] for each in one)) if isinstance(one, tuple) else values[trace.name(one)] for one in found]


def _with_columns(name: str, value: Any, columns: Mapping[tuple[str, int | None], Column]) -> Any:
    """An argument, with a column in the place of each number that is drawn."""
    if (name, None) in columns:
        return columns[name, None]
    if (name, 0) in columns:
        return [columns.get((name, row), typical) for row, typical in enumerate(value)]
    return value
