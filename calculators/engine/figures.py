"""Figures: small named functions, resolved into a graph by the names of their parameters and compiled into one flat function.

The parameters of a figure name its dependencies: inputs, dated parameters and other figures. A figure has one of four shapes:

* a plain figure is one value;
* `each="pairs"` is computed for every row of the rows input (or series) `pairs`. A parameter that names a field of the row, or another
  figure of the same rows, receives that row's value; any other receives the whole value. The result is a tuple with a value a row;
* `column="pairs"` receives whole tuples and returns a tuple with a value a row (an allocation has to see all rows at once);
* `table=Row` returns a tuple of frozen dataclass rows whose fields are annotated like inputs.
"""

import functools
import inspect
import types
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, cast, overload

from .errors import did_you_mean
from .fields import DeclarationError, Field, Rows, Slot, slots
from .type_variables import Parameters, ReturnedT_co, ValueT_co


@dataclass(frozen=True, eq=False)
class Figure(Generic[Parameters, ReturnedT_co, ValueT_co]):
    """One declared figure. Calling it calls the function that it was declared with.

    Its type has the parameters and the result of that function, and the value in an outcome: a tuple with a result a row for `each`, else
    the same as the result.
    """

    function: Callable[Parameters, ReturnedT_co]
    label: str
    unit: Field | None
    each: str = ""
    column: str = ""
    table: type[object] | None = None
    step: bool = False
    tone: str = "plain"
    name: str = ""
    why: str = ""
    needs: tuple[str, ...] = ()

    def __call__(self, *args: Parameters.args, **named: Parameters.kwargs) -> ReturnedT_co:
        """Call the function, as tests and other figures do."""
        return self.function(*args, **named)

    @property
    def rows(self) -> str:
        """The rows or series that this figure has a value a row for; "" when it is one value."""
        return self.each or self.column

    @property
    def place(self) -> str:
        """The file and line of its declaration, for error messages."""
        function = cast("types.FunctionType", self.function)
        return f"{function.__module__.replace('.', '/')}.py, line {function.__code__.co_firstlineno}"


@overload
def figure(
    label: str, *, unit: Field, each: str, step: bool = False, tone: str = "plain"
) -> Callable[[Callable[Parameters, ReturnedT_co]], Figure[Parameters, ReturnedT_co, tuple[ReturnedT_co, ...]]]: ...


@overload
def figure(
    label: str, *, unit: Field | None = None, column: str = "", table: type[object] | None = None, step: bool = False, tone: str = "plain"
) -> Callable[[Callable[Parameters, ReturnedT_co]], Figure[Parameters, ReturnedT_co, ReturnedT_co]]: ...


def figure(
    label: str,
    *,
    unit: Field | None = None,
    each: str = "",
    column: str = "",
    table: type[object] | None = None,
    step: bool = False,
    tone: str = "plain",
) -> object:
    """Declare a figure. A `step` is an intermediate result, which is not shown among the outcome's parts.

    Raises:
        DeclarationError: when the docstring or the unit is missing, or when it has two shapes.
    """

    def declare(function: types.FunctionType) -> Figure:
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


def figures_in(*modules: types.ModuleType) -> tuple[Figure, ...]:
    """Return the figures that modules define, in the order in which they stand there; imported ones are left out."""
    return tuple(
        value
        for module in modules
        for value in vars(module).values()
        if isinstance(value, Figure) and value.function.__module__ == module.__name__
    )


class Series(NamedTuple):
    """Rows that are not typed in: the twelve months, the years ahead. Figures receive a row's value under the name `field`."""

    name: str
    field: str
    label: str
    values: tuple[object, ...]
    labels: tuple[str, ...] = ()

    def titles(self) -> list[str]:
        """Return the title of each row for the reader."""
        return list(self.labels) or [f"{self.label} {value}" for value in self.values]


@dataclass(frozen=True)
class Evaluator:
    """A part of a graph, compiled when it is first called: most calculators that are imported are never evaluated on a page.

    `function` takes the `arguments` and returns the `results`, both in order. `varying` names the arguments that `batch` takes a series of.
    """

    owner: str
    arguments: tuple[str, ...]
    results: tuple[str, ...]
    lines: tuple[str, ...]
    namespace: dict[str, object]
    varying: tuple[str, ...] = ()

    @property
    def source(self) -> str:
        """The source of the flat function."""
        results = "".join(f"{_python(name)}, " for name in self.results)
        return "\n".join([f"def evaluate({self._head}):", *(f"    {line}" for line in self.lines), f"    return ({results})"])

    @functools.cached_property
    def function(self) -> Callable[..., tuple[object, ...]]:
        """The flat function."""
        return cast("Callable[..., tuple[object, ...]]", self._compiled("evaluate", self.source))

    @functools.cached_property
    def batch(self) -> Callable[..., tuple[list[object], ...]]:
        """The flat function for many draws at once: each varying argument is a series with a value a draw, and so is each result."""
        varying = "".join(f"{_python(name)}, " for name in self.arguments if name in self.varying)
        into = [f"__{place}" for place in range(len(self.results))]
        lines = [
            f"def batch({self._head}):",
            *(f"    {name} = []" for name in into),
            f"    for {varying}in zip({varying}strict=True):",
            *(f"        {line}" for line in self.lines),
            *(f"        {name}.append({_python(result)})" for name, result in zip(into, self.results, strict=True)),
            f"    return ({', '.join(into)},)",
        ]
        return cast("Callable[..., tuple[list[object], ...]]", self._compiled("batch", "\n".join(lines)))

    @property
    def _head(self) -> str:
        return ", ".join(map(_python, self.arguments))

    def _compiled(self, name: str, source: str) -> object:
        exec(compile(source, f"<figures of {self.owner}>", "exec"), self.namespace)  # noqa: S102 - generated from checked names
        return self.namespace[name]


@dataclass(frozen=True, eq=False)
class Graph:
    """The figures of a calculator with their dependencies; `order` is topological: a figure comes after its dependencies.

    Raises:
        DeclarationError: for an unknown name, a cycle, a repeated name, or an unused step, input or parameter.
    """

    owner: str
    inputs: tuple[Slot, ...]
    figures: tuple[Figure, ...]
    parameters: tuple[str, ...] = ()
    series: tuple[Series, ...] = ()
    also_used: frozenset[str] = frozenset()
    order: tuple[Figure, ...] = ()
    columns: Mapping[str, Mapping[str, Slot | None]] = field(default_factory=dict)
    _compiled: dict[tuple[tuple[str, ...] | None, tuple[str, ...] | None], Evaluator] = field(default_factory=dict)
    _bound: dict[str, tuple[tuple[str, bool], ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Resolve every name, once, at import."""
        columns: dict[str, dict[str, Slot | None]] = {s.name: {s.field: None} for s in self.series}
        for slot in self.inputs:
            if isinstance(slot.field, Rows):
                columns[slot.name] = {inner.name: inner for inner in slots(slot.field.of)}
        object.__setattr__(self, "columns", columns)
        self._refuse_repeated_names()
        object.__setattr__(self, "order", self._sorted())
        self._refuse_unused()

    def by_name(self, name: str) -> Figure:
        """Return the figure with that name.

        Raises:
            DeclarationError: when there is none.
        """
        if name not in self._named:
            raise DeclarationError(f"{self.owner}: there is no figure named {name}")
        return self._named[name]

    @functools.cached_property
    def _named(self) -> Mapping[str, Figure]:
        return {figure.name: figure for figure in self.figures}

    def bindings(self, figure: Figure) -> tuple[tuple[str, bool], ...]:
        """Return, for each parameter of a figure, the name that it is bound to ("pairs.price") and whether it is bound row by row."""
        if figure.name not in self._bound:
            self._bound[figure.name] = tuple(self._bind(figure, name) for name in figure.needs)
        return self._bound[figure.name]

    def _bind(self, figure: Figure, name: str) -> tuple[str, bool]:
        if figure.rows and name in self.columns.get(figure.rows, {}):
            return f"{figure.rows}.{name}", bool(figure.each)
        if name in self._named:
            return name, bool(figure.each) and self._named[name].rows == figure.each
        if any(slot.name == name for slot in self.inputs) or name in self.parameters or name in {s.name for s in self.series}:
            return name, False
        fields = self.columns.get(figure.rows, {}) if figure.rows else {}
        known = [s.name for s in self.inputs] + [f.name for f in self.figures] + list(self.parameters) + list(fields)
        text = f"figure {figure.name} needs {name}, which is not an input, figure or parameter{did_you_mean(name, known)}"
        raise DeclarationError(f"{self.owner}: {text} ({figure.place})")

    def _refuse_repeated_names(self) -> None:
        names = [s.name for s in self.inputs] + [f.name for f in self.figures] + list(self.parameters) + [s.name for s in self.series]
        for name in names:
            if names.count(name) > 1:
                raise DeclarationError(f"{self.owner}: the name {name} is used twice")
        for figure in self.figures:
            if figure.rows and figure.rows not in self.columns:
                raise DeclarationError(
                    f"{self.owner}: figure {figure.name} is for each of {figure.rows}, which is not a rows input or series"
                )
            if figure.rows and figure.name in self.columns[figure.rows]:
                raise DeclarationError(f"{self.owner}: figure {figure.name} has the name of a field of {figure.rows}")

    def _sorted(self) -> tuple[Figure, ...]:
        done: list[Figure] = []
        path: list[str] = []

        def visit(figure: Figure) -> None:
            if figure in done:
                return
            if figure.name in path:
                cycle = " → ".join([*path[path.index(figure.name) :], figure.name])
                raise DeclarationError(f"{self.owner}: figures depend on each other in a cycle: {cycle}")
            path.append(figure.name)
            bound = self.bindings(figure)
            if figure.each and not any(by_row for _, by_row in bound):
                raise DeclarationError(f"{self.owner}: figure {figure.name} is for each of {figure.each} but uses nothing of a row")
            for name, _ in bound:
                if name in self._named:
                    visit(self._named[name])
            path.pop()
            done.append(figure)

        for figure in self.figures:
            visit(figure)
        return tuple(done)

    def _refuse_unused(self) -> None:
        used = {name for figure in self.figures for name, _ in self.bindings(figure)} | self.also_used
        for figure in self.figures:
            if figure.step and figure.name not in used:
                raise DeclarationError(f"{self.owner}: the step {figure.name} is used by no figure")
        whole = {name.partition(".")[0] for name in used} | {figure.rows for figure in self.figures}
        for name in [s.name for s in self.inputs] + [s.name for s in self.series] + list(self.parameters):
            if name not in whole:
                raise DeclarationError(f"{self.owner}: {name} is declared but used by no figure")

    def needed_by(self, wanted: Iterable[str]) -> set[str]:
        """Return the names of the wanted figures and of all figures that they depend on."""
        needed: set[str] = set()
        stack = [name for name in wanted if name in self._named]
        while stack:
            name = stack.pop()
            if name not in needed:
                needed.add(name)
                stack += [need for need, _ in self.bindings(self._named[name]) if need in self._named]
        return needed

    def dependents_of(self, varying: Iterable[str]) -> set[str]:
        """Return the names of all figures that depend on one of these arguments ("years", "pairs.price")."""
        dependent = set(varying)
        for figure in self.order:
            if any(name in dependent for name, _ in self.bindings(figure)):
                dependent.add(figure.name)
        return {figure.name for figure in self.order if figure.name in dependent}

    def evaluator(self, wanted: Sequence[str] | None = None, varying: Sequence[str] | None = None) -> Evaluator:
        """Compile the part of the graph that the wanted figures need (None: all).

        With `varying`, only the figures that depend on these arguments are computed; every other figure becomes an argument. That
        keeps a draw cheap: what cannot change is not computed two thousand times.
        """
        key = (None if wanted is None else tuple(wanted), None if varying is None else tuple(varying))
        if key not in self._compiled:
            self._compiled[key] = self._compile(wanted, varying)
        return self._compiled[key]

    def _compile(self, wanted: Sequence[str] | None, varying: Sequence[str] | None) -> Evaluator:
        results = tuple(figure.name for figure in self.order) if wanted is None else tuple(wanted)
        computed = self.needed_by(results)
        if varying is not None:
            computed &= self.dependents_of(varying)
        lines: list[str] = []
        arguments: list[str] = []
        namespace: dict[str, object] = {}
        for figure in self.order:
            if figure.name not in computed:
                continue
            bound = self.bindings(figure)
            arguments += [name for name, _ in bound if name not in computed and name not in arguments]
            namespace[f"_{figure.name}"] = figure.function
            lines.append(f"{figure.name} = {_call(figure, bound)}")
        arguments += [name for name in results if name not in computed and name not in arguments]
        return Evaluator(self.owner, tuple(arguments), results, tuple(lines), namespace, tuple(varying or ()))


def _python(name: str) -> str:
    return name.replace(".", "__")


def _call(figure: Figure, bound: Sequence[tuple[str, bool]]) -> str:
    if not figure.each:
        return f"_{figure.name}({', '.join(_python(name) for name, _ in bound)})"
    passed = ", ".join(f"r{i}" if by_row else _python(name) for i, (name, by_row) in enumerate(bound))
    taken = [(f"r{i}", _python(name)) for i, (name, by_row) in enumerate(bound) if by_row]
    if len(taken) == 1:
        return f"tuple([_{figure.name}({passed}) for {taken[0][0]} in {taken[0][1]}])"
    heads, lists = ", ".join(t[0] for t in taken), ", ".join(t[1] for t in taken)
    return f"tuple([_{figure.name}({passed}) for {heads} in zip({lists})])"
