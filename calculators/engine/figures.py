"""Figures: small named functions, resolved as a graph by their parameters' names and compiled into one flat function.

A figure's parameters name what it needs: inputs, parameters, other figures. There are four shapes of them:

* a plain figure is one value;
* `each="pairs"` is computed for every row of the rows input (or series) `pairs`: parameters that name a field of the row, or
  another figure of the same rows, are that row's; all others are whole. Whole, it is a tuple, one value a row;
* `column="pairs"` sees whole tuples and answers with one, a value a row (allocation needs to look at all rows at once);
* `table=Row` answers with a tuple of frozen dataclass rows whose fields are annotated like inputs.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .fields import DeclarationError, Field, Rows, Slot, slots


@dataclass(frozen=True, eq=False)
class Figure:
    """One declared figure. Called, it is the function it was made from."""

    function: Callable[..., Any]
    label: str
    unit: Field | None
    each: str = ""
    column: str = ""
    table: type[Any] | None = None
    step: bool = False
    tone: str = "plain"
    name: str = ""
    why: str = ""
    needs: tuple[str, ...] = ()

    def __call__(self, *args: Any, **named: Any) -> Any:
        """The plain function, for tests and for other figures."""
        return self.function(*args, **named)

    @property
    def rows(self) -> str:
        """The rows or series that this figure has a value for each of; "" when it is one value."""
        return self.each or self.column


def figure(
    label: str,
    *,
    unit: Field | None = None,
    each: str = "",
    column: str = "",
    table: type[Any] | None = None,
    step: bool = False,
    tone: str = "plain",
) -> Callable[[Callable[..., Any]], Figure]:
    """Declare a figure. A `step` only serves other figures and is not shown among the outcome's parts.

    Raises:
        DeclarationError: without a docstring, a unit, or with two shapes at once.
    """

    def declare(function: Callable[..., Any]) -> Figure:
        name = function.__name__
        why = inspect.cleandoc(function.__doc__ or "")
        if not why:
            raise DeclarationError(f"figure {name}: say in its docstring, in plain words, why it is there")
        if (unit is None) == (table is None):
            raise DeclarationError(f"figure {name}: give it a unit, or a table, and not both")
        if sum(map(bool, (each, column, table))) > 1:
            raise DeclarationError(f"figure {name}: each, column and table exclude one another")
        code = function.__code__
        needs = code.co_varnames[: code.co_argcount]
        return Figure(function, label, unit, each, column, table, step, tone, name, why, needs)

    return declare


@dataclass(frozen=True)
class Series:
    """Rows that nobody types: the twelve months, the years ahead. `field` is the name under which figures see the value."""

    name: str
    field: str
    label: str
    values: tuple[Any, ...]
    labels: tuple[str, ...] = ()

    def titles(self) -> list[str]:
        """What names each row for the reader."""
        return list(self.labels) or [f"{self.label} {value}" for value in self.values]


@dataclass(frozen=True)
class Evaluator:
    """A compiled part of a graph: call `function` with the arguments in this order; it answers the results in this order.

    It is compiled when it is first called: most of what is declared at import is never asked for on the page that is open.
    """

    owner: str
    arguments: tuple[str, ...]
    results: tuple[str, ...]
    lines: tuple[str, ...]
    space: dict[str, Any]
    varying: tuple[str, ...] = ()

    @property
    def source(self) -> str:
        """The flat function as text."""
        results = "".join(f"{_python(name)}, " for name in self.results)
        return "\n".join([f"def evaluate({self._head}):", *(f"    {line}" for line in self.lines), f"    return ({results})"])

    @functools.cached_property
    def function(self) -> Callable[..., tuple[Any, ...]]:
        """The flat function."""
        return self._compiled("evaluate", self.source)

    @functools.cached_property
    def each(self) -> Callable[..., tuple[list[Any], ...]]:
        """The same for many draws in one call: each argument that varies is a series of as many values, and so is each result."""
        moving = "".join(f"{_python(name)}, " for name in self.arguments if name in self.varying)
        into = [f"__{place}" for place in range(len(self.results))]
        lines = [
            f"def each({self._head}):",
            *(f"    {name} = []" for name in into),
            f"    for {moving}in zip({moving}strict=True):",
            *(f"        {line}" for line in self.lines),
            *(f"        {name}.append({_python(result)})" for name, result in zip(into, self.results, strict=True)),
            f"    return ({', '.join(into)},)",
        ]
        return self._compiled("each", "\n".join(lines))

    @property
    def _head(self) -> str:
        return ", ".join(map(_python, self.arguments))

    def _compiled(self, name: str, source: str) -> Callable[..., Any]:
        exec(compile(source, f"<figures of {self.owner}>", "exec"), self.space)  # noqa: S102 - our own names only, checked before
        found: Callable[..., Any] = self.space[name]
        return found


@dataclass(frozen=True, eq=False)
class Graph:
    """All figures of a calculator in an order in which each comes after what it needs.

    Raises:
        DeclarationError: for an unknown name, a circle, a name used twice, an unused step, input or parameter.
    """

    owner: str
    inputs: tuple[Slot, ...]
    figures: tuple[Figure, ...]
    parameters: tuple[str, ...] = ()
    series: tuple[Series, ...] = ()
    also_used: frozenset[str] = frozenset()
    order: tuple[Figure, ...] = ()
    columns: Mapping[str, Mapping[str, Slot | None]] = field(default_factory=dict)
    _compiled: dict[Any, Evaluator] = field(default_factory=dict)
    _bound: dict[str, tuple[tuple[str, bool], ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Resolve every name once, at import."""
        columns: dict[str, dict[str, Slot | None]] = {s.name: {s.field: None} for s in self.series}
        for slot in self.inputs:
            if isinstance(slot.field, Rows):
                columns[slot.name] = {inner.name: inner for inner in slots(slot.field.of)}
        object.__setattr__(self, "columns", columns)
        self._refuse_repeated_names()
        object.__setattr__(self, "order", self._sorted())
        self._refuse_unused()

    def by_name(self, name: str) -> Figure:
        """The figure of that name.

        Raises:
            DeclarationError: when there is none.
        """
        for candidate in self.figures:
            if candidate.name == name:
                return candidate
        raise DeclarationError(f"{self.owner}: there is no figure named {name}")

    def bindings(self, one: Figure) -> tuple[tuple[str, bool], ...]:
        """For each parameter of a figure: the name it is bound to ("pairs.price" for a field of a row), and whether row by row."""
        if one.name not in self._bound:
            self._bound[one.name] = tuple(self._bind(one, name) for name in one.needs)
        return self._bound[one.name]

    def _bind(self, one: Figure, name: str) -> tuple[str, bool]:
        if one.rows and name in self.columns.get(one.rows, {}):
            return f"{one.rows}.{name}", bool(one.each)
        for other in self.figures:
            if other.name == name:
                return name, bool(one.each) and other.rows == one.each
        if any(slot.name == name for slot in self.inputs) or name in self.parameters or name in {s.name for s in self.series}:
            return name, False
        import difflib  # only on the way to an error

        fields = self.columns.get(one.rows, {}) if one.rows else {}
        known = [s.name for s in self.inputs] + [f.name for f in self.figures] + list(self.parameters) + list(fields)
        near = difflib.get_close_matches(name, known, 1)
        hint = f"; did you mean {near[0]}?" if near else ""
        raise DeclarationError(f"{self.owner}: figure {one.name} needs {name}, which is no input, figure or parameter{hint}")

    def _refuse_repeated_names(self) -> None:
        names = [s.name for s in self.inputs] + [f.name for f in self.figures] + list(self.parameters) + [s.name for s in self.series]
        for name in names:
            if names.count(name) > 1:
                raise DeclarationError(f"{self.owner}: the name {name} is used twice")
        for one in self.figures:
            if one.rows and one.rows not in self.columns:
                raise DeclarationError(f"{self.owner}: figure {one.name} is for each of {one.rows}, which is no rows input or series")
            if one.rows and one.name in self.columns[one.rows]:
                raise DeclarationError(f"{self.owner}: figure {one.name} has the name of a field of {one.rows}")

    def _sorted(self) -> tuple[Figure, ...]:
        done: list[Figure] = []
        path: list[str] = []

        def visit(one: Figure) -> None:
            if one in done:
                return
            if one.name in path:
                circle = " → ".join([*path[path.index(one.name) :], one.name])
                raise DeclarationError(f"{self.owner}: figures need each other in a circle: {circle}")
            path.append(one.name)
            bound = self.bindings(one)
            if one.each and not any(by_row for _, by_row in bound):
                raise DeclarationError(f"{self.owner}: figure {one.name} is for each of {one.each} but uses nothing of a row")
            for name, _ in bound:
                for other in self.figures:
                    if other.name == name:
                        visit(other)
            path.pop()
            done.append(one)

        for one in self.figures:
            visit(one)
        return tuple(done)

    def _refuse_unused(self) -> None:
        used = {name for one in self.figures for name, _ in self.bindings(one)} | self.also_used
        for one in self.figures:
            if one.step and one.name not in used:
                raise DeclarationError(f"{self.owner}: the step {one.name} is used by no figure")
        whole = {name.partition(".")[0] for name in used} | {one.rows for one in self.figures}
        for name in [s.name for s in self.inputs] + [s.name for s in self.series] + list(self.parameters):
            if name not in whole:
                raise DeclarationError(f"{self.owner}: {name} is declared but used by no figure")

    def needed_by(self, wanted: Iterable[str]) -> set[str]:
        """The names of all figures that the wanted ones rest on, themselves included."""
        by_name = {one.name: one for one in self.figures}
        found: set[str] = set()
        stack = [name for name in wanted if name in by_name]
        while stack:
            name = stack.pop()
            if name not in found:
                found.add(name)
                stack += [need for need, _ in self.bindings(by_name[name]) if need in by_name]
        return found

    def resting_on(self, varying: Iterable[str]) -> set[str]:
        """The names of all figures that change when one of these arguments ("years", "pairs.price") does."""
        moved = set(varying)
        for one in self.order:
            if any(name in moved for name, _ in self.bindings(one)):
                moved.add(one.name)
        return {one.name for one in self.order if one.name in moved}

    def evaluator(self, wanted: Sequence[str] | None = None, varying: Sequence[str] | None = None) -> Evaluator:
        """Compile the part of the graph that the wanted figures need (None: all).

        With `varying`, only what rests on these arguments is computed; every other figure becomes an argument. That makes
        a draw of a range cheap: what cannot change is not computed two thousand times.
        """
        key = (None if wanted is None else tuple(wanted), None if varying is None else tuple(varying))
        if key not in self._compiled:
            self._compiled[key] = self._compile(wanted, varying)
        return self._compiled[key]

    def _compile(self, wanted: Sequence[str] | None, varying: Sequence[str] | None) -> Evaluator:
        results = tuple(one.name for one in self.order) if wanted is None else tuple(wanted)
        computed = self.needed_by(results)
        if varying is not None:
            computed &= self.resting_on(varying)
        lines: list[str] = []
        arguments: list[str] = []
        space: dict[str, Any] = {}
        for one in self.order:
            if one.name not in computed:
                continue
            bound = self.bindings(one)
            arguments += [name for name, _ in bound if name not in computed and name not in arguments]
            space[f"_{one.name}"] = one.function
            lines.append(f"{one.name} = {_call(one, bound)}")
        arguments += [name for name in results if name not in computed and name not in arguments]
        return Evaluator(self.owner, tuple(arguments), results, tuple(lines), space, tuple(varying or ()))


def _python(name: str) -> str:
    return name.replace(".", "__")


def _call(one: Figure, bound: Sequence[tuple[str, bool]]) -> str:
    if not one.each:
        return f"_{one.name}({', '.join(_python(name) for name, _ in bound)})"
    passed = ", ".join(f"r{i}" if by_row else _python(name) for i, (name, by_row) in enumerate(bound))
    taken = [(f"r{i}", _python(name)) for i, (name, by_row) in enumerate(bound) if by_row]
    if len(taken) == 1:
        return f"tuple([_{one.name}({passed}) for {taken[0][0]} in {taken[0][1]}])"
    heads, lists = ", ".join(t[0] for t in taken), ", ".join(t[1] for t in taken)
    return f"tuple([_{one.name}({passed}) for {heads} in zip({lists})])"
