"""Compute a calculator in which the reader has changed the source of one figure, and compare it with the original."""

from __future__ import annotations

import contextlib
import functools
import math
import re
import sys
import traceback
import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from .calculator import Calculator, Outcome, RowsTable
from .errors import did_you_mean
from .fields import DeclarationError, Field, Number
from .figures import Figure
from .view.formatting import per_of, write

FILE = "<changed figure>"
"""What tracebacks name as the file of the changed source."""
MOST_ROWS = 40
"""Rows of changed row figures that are listed."""
_PLACE = re.compile(r" \(calculators/[^)]*\)$")
"""The file and line that end a declaration error: those of the site's own source, not of the change."""
MOST_ITEMS = 6
"""Values of a list that are written out."""
KEEP_THE_HEAD = "Keep the line with @figure above the function, and the function’s name: the calculator finds the figure by them."


@dataclass(frozen=True)
class Compared:
    """A figure before and after the change, in words. `difference` is "" where there is none or it is no number."""

    name: str
    label: str
    before: str
    after: str
    difference: str


@dataclass(frozen=True)
class Problem:
    """Why a change gives no figures: a sentence, the line of the source from 1, or 0 for none, and what Python says."""

    message: str
    line: int = 0
    details: str = ""


class _ProblemError(Exception):
    """Carries a problem to the answer."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def compare(calculator: Calculator, inputs: object, day: date, name: str, source: str) -> tuple[Compared, ...] | Problem:
    """Compute the figures with a changed one, and compare those that a page shows: the headline, the changed figure and all that differ.

    Args:
        calculator: the calculator, which is not changed.
        inputs: its inputs, as read.
        day: the day whose parameters hold.
        name: the figure that was changed.
        source: its whole source, from the decorator on.
    """
    case = calculator.at(inputs)
    try:
        old = case.graph.by_name(name)
    except DeclarationError as error:
        return Problem(str(error))
    before = case.outcome(inputs, day, ranges=False)
    try:
        new = _checked(_figure(old, source), before)
        with _in_place_of(old, new):
            after = _with_figure(case, old, new).outcome(inputs, day, ranges=False)
        return tuple(_compared(before, after, name))
    except _ProblemError as error:
        return error.problem
    except DeclarationError as error:
        return Problem(_sentence("The calculator cannot use this figure", _PLACE.sub("", str(error)).removeprefix(f"{case.id}: ")))
    except BaseException as error:  # noqa: BLE001 - the reader's code may raise anything, SystemExit included
        return _in_words(error, case)


def _figure(old: Figure, source: str) -> Figure:
    """Run the source in a copy of its module's names, and return the figure that it declares."""
    known = vars(sys.modules[old.function.__module__])
    names = dict(known)
    exec(compile(source, FILE, "exec"), names)  # noqa: S102 - the reader's own code, in a Python of its own
    declared = [value for name, value in names.items() if isinstance(value, Figure) and value is not known.get(name)]
    new = next((figure for figure in declared if figure.name == old.name), None)
    if new is None:
        raise _ProblemError(Problem(KEEP_THE_HEAD))
    if (new.each, new.column, new.table is None) != (old.each, old.column, old.table is None):
        raise _ProblemError(Problem("The change is about what the function works out; leave each, column and table in the line above it."))
    return new


def _checked(new: Figure, before: Outcome) -> Figure:
    """Return the figure with a function that refuses results of another type than its unit's."""
    function = new.function
    old = before.values[new.name]

    @functools.wraps(function)
    def checked(*args: object) -> object:
        result = function(*args)
        wrong = _wrong_result(new, result, old)
        if wrong:
            raise _ProblemError(Problem(wrong, _last_line(cast("types.FunctionType", function))))
        return result

    return replace(new, function=checked)


def _wrong_result(figure: Figure, result: object, old: object) -> str:
    """Return a sentence on a result of another kind than the original's, `old`; "" for one that the calculator can use."""
    if figure.each:
        rows = cast("Sequence[object]", old)
        return _wrong_value(figure.name, result, rows[0]) if rows else ""
    wrong = _wrong_value(figure.name, result, old)
    if not wrong and figure.column and len(cast("Sequence[object]", result)) != len(cast("Sequence[object]", old)):
        return f"{figure.name} has to return a value for each of the {len(cast('Sequence[object]', old))} rows."
    return wrong


def _wrong_value(name: str, value: object, old: object) -> str:
    if value is None or old is None:
        return ""
    if isinstance(value, float) and math.isnan(value):
        return f"{name} returned a result that is no number, such as infinity minus infinity."
    if _is_list(old) and _is_list(value):
        items, before = cast("Sequence[object]", value), cast("Sequence[object]", old)
        alike = len({_kind(item) for item in before}) == 1 and not _is_list(before[0])
        return next(filter(None, (_wrong_value(name, item, before[0]) for item in items)), "") if alike else ""
    if _kind(value) != _kind(old):
        return f"{name} has to return {_kind(old)}, and it returned {_kind(value)}."
    if isinstance(value, float) and math.isinf(value) and math.isfinite(cast("float", old)):
        return f"{name} returned infinity, and no calculator can go on with that."
    return ""


def _is_list(value: object) -> bool:
    return isinstance(value, list | tuple)


def _kind(value: object) -> str:
    """Return a value's type in words."""
    kinds = {bool: "yes or no", str: "a text", list: "a list", tuple: "a list", int: "a number", float: "a number", dict: "a dictionary"}
    return kinds.get(type(value), f"a {type(value).__name__}")


def _last_line(function: types.FunctionType) -> int:
    """Return the last line of a function, where it returns most often."""
    return max((line for *_, line in function.__code__.co_lines() if line), default=0)


def _with_figure(case: Calculator, old: Figure, new: Figure) -> Calculator:
    """Return a calculator in which one figure takes the place of another. An input that only the old one used may stay unused."""

    def swap(figure: Figure) -> Figure:
        return new if figure is old else figure

    tables = tuple(
        table._replace(columns=tuple(map(swap, table.columns))) if isinstance(table, RowsTable) else swap(table) for table in case.tables
    )
    names = [*(slot.name for slot in case.slots), *case.parameters, *(series.name for series in case.series)]
    used = (*case.also_used, *names, *(figure.name for figure in case.figures))
    figures, ranged = tuple(map(swap, case.figures)), tuple(map(swap, case.ranged))
    return replace(case, figures=figures, headline=swap(case.headline), ranged=ranged, tables=tables, also_used=used)


@contextlib.contextmanager
def _in_place_of(old: Figure, new: Figure) -> Iterator[None]:
    """Put a figure where modules name the old one, since figures may call one another."""
    ours = [module for name, module in list(sys.modules.items()) if name.startswith("calculators.")]
    places = [(module, name) for module in ours for name, value in list(vars(module).items()) if value is old]
    for module, name in places:
        setattr(module, name, new)
    try:
        yield
    finally:
        for module, name in places:
            setattr(module, name, old)


def _compared(before: Outcome, after: Outcome, name: str) -> Iterator[Compared]:
    """Yield the headline, the changed figure and all that differ, rows included."""
    headline = before.calculator.headline
    listed = 0
    for figure in (headline, *(each for each in after.calculator.figures if each.name != headline.name)):
        old, new = before.values[figure.name], after.values[figure.name]
        unit = figure.unit
        if unit is None:
            continue
        if not figure.rows:
            if figure.name in (headline.name, name) or old != new:
                yield _pair(figure, figure.label, old, new, unit)
        else:
            for index, (was, now) in enumerate(zip(cast("Sequence[object]", old), cast("Sequence[object]", new), strict=True), 1):
                if (was != now or figure.name == name) and listed < MOST_ROWS:
                    listed += 1
                    yield _pair(figure, f"{figure.label}, {index}", was, now, unit)


def _pair(figure: Figure, label: str, old: object, new: object, unit: Field) -> Compared:
    texts = [_text(unit, value) for value in (old, new)]
    difference = ""
    if isinstance(unit, Number) and isinstance(old, int | float) and isinstance(new, int | float) and old != new:
        sign = "+" if new > old else "−"
        difference = f"{sign}{unit.write(abs(new - old))}"
    return Compared(figure.name, label, texts[0], texts[1], difference)


def _text(unit: Field, value: object) -> str:
    """Return a value with its unit. A step may have a list of values, of which the first are written."""
    if value is None:
        return "—"
    if isinstance(unit, Number) and not isinstance(value, int | float | list | tuple):
        return _kind(value)
    if not _is_list(value):
        return f"{write(unit, value)} {per_of(unit)}".strip()
    items = cast("Sequence[object]", value)
    written = [write(unit, item) if isinstance(item, int | float) else _kind(item) for item in items[:MOST_ITEMS]]
    return f"{len(items)} values: {', '.join(written)}{'' if len(items) <= MOST_ITEMS else ' …'}" if items else "no values"


def _in_words(error: BaseException, case: Calculator) -> Problem:
    """Return a problem for what the reader's code raised."""
    details = "".join(traceback.format_exception_only(error)).strip()
    if isinstance(error, SyntaxError):
        message = "Python cannot read this line" if error.lineno else "Python cannot read this"
        return Problem(_sentence(message, error.msg), error.lineno or 0, details)
    line = _line_of(error.__traceback__)
    say = next((words for kind, words in _WORDS if isinstance(error, kind)), None)
    message = say(error, case) if say else _sentence(f"Python stopped with {type(error).__name__}", str(error))
    return Problem(message if line else f"Another figure cannot go on with what this one returns. {message}", line, details)


def _line_of(frames: types.TracebackType | None) -> int:
    """Return the line of the changed source that was running, or 0. The calculators' own code has no lines in the browser."""
    line = 0
    while frames is not None:
        if frames.tb_frame.f_code.co_filename == FILE:
            line = frames.tb_lineno
        frames = frames.tb_next
    return line


def _sentence(beginning: str, end: str) -> str:
    """Join what happened and what Python says of it."""
    said = end.strip().rstrip(".")[:200]
    return f"{beginning}{': ' if said else ''}{said}{'' if said.endswith('?') else '.'}"


def _unknown_name(error: BaseException, case: Calculator) -> str:
    name = getattr(error, "name", None) or "that name"
    known = [*(figure.name for figure in case.figures), *(slot.name for slot in case.slots), *case.parameters]
    hint = f" To use {name}, write it into the parentheses after the function’s name." if name in known else did_you_mean(str(name), known)
    return f"There is nothing called {name} here{hint}" if hint.startswith(";") else f"There is nothing called {name} here.{hint}"


_Words = Callable[[BaseException, Calculator], str]
_WORDS: tuple[tuple[type[BaseException], _Words], ...] = (
    (NameError, _unknown_name),
    (ZeroDivisionError, lambda *_: "This divides by zero."),
    (RecursionError, lambda *_: "The function calls itself without an end."),
    (MemoryError, lambda *_: "This needs more memory than there is."),
    (SystemExit, lambda *_: "The function ends Python, which a figure must not do."),
    (TypeError, lambda error, _: _sentence("These kinds of values do not go together here", str(error))),
    (IndexError, lambda *_: "This takes an item from a list that has fewer."),
    (KeyError, lambda error, _: f"There is no entry {error} in this table."),
    (AttributeError, lambda error, _: _sentence("A value has no such part", str(error))),
)


def answer(calculator: Calculator, inputs: object, day: date, question: object) -> Mapping[str, object]:
    """Answer `{"figure": name, "source": text}`.

    Returns:
        `{"figures": [{"name", "label", "before", "after", "difference"}]}` or `{"problem": {"message", "line", "details"}}`.
    """
    wanted = question if isinstance(question, Mapping) else {}
    compared = compare(calculator, inputs, day, str(wanted.get("figure", "")), str(wanted.get("source", "")))
    return {"problem": vars(compared)} if isinstance(compared, Problem) else {"figures": [vars(each) for each in compared]}
