"""Build the view of the working: each figure's formula in words and with the reader's numbers."""

import functools
from collections.abc import Callable, Mapping, Sequence

from ..calculator import Calculator, Outcome, RowsTable
from ..durations import write_months_in_full
from ..fields import Field, Months, Number
from ..figures import Figure
from ..notation import Notation, current_notation
from ..parameters import load
from ..working.formulas import formula as formula_tokens
from ..working.tokens import constant, plain
from ..working.tokens import write as write_tokens
from .formatting import per_of, units_of, write
from .models import WorkingView
from .tables import row_titles

ROWS_EXPLAINED = 3
"""The rows of a list that the working shows; the others are computed in the same way."""


def steps(outcome: Outcome, most_rows: int = ROWS_EXPLAINED) -> list[WorkingView]:
    """Return the working of every figure that is a number, in order; for row figures, of the first `most_rows` rows."""
    calculator = outcome.calculator
    titles = {t.rows: row_titles(outcome, t) for t in calculator.tables if isinstance(t, RowsTable)}
    cited = {value.name: value.value for value in reversed(outcome.parameters)}  # the figures use the first of two with the same name
    views = []
    for figure in calculator.figures:
        if not isinstance(figure.unit, Number) or figure.step:
            continue
        words, parts = _formula(calculator, figure, current_notation())
        values = outcome.rows(figure.name) if figure.rows else (outcome[figure],)
        named = titles.get(figure.rows) or [title for s in calculator.series if s.name == figure.rows for title in s.titles()]
        per = per_of(figure.unit)
        for index, value in enumerate(values[: most_rows if figure.rows else 1]):
            numbers = "".join([part if isinstance(part, str) else part(outcome, cited, index) for part in parts])
            result = f"{_result(figure.unit, value)} {per}".strip()
            views.append(WorkingView(figure.name, figure.label, figure.why, words, numbers, result, named[index] if figure.rows else None))
    return views


_Formatter = Callable[[Outcome, Mapping[str, object], int], str]
"""Formats a name of a formula, given an outcome, the cited values and a row."""


@functools.cache
def _formula(calculator: Calculator, figure: Figure, _: Notation) -> tuple[str, tuple[str | _Formatter, ...]]:
    """Return a figure's formula in the calculator's words and the current notation, and its parts; both empty without a formula."""
    tokens = formula_tokens(figure) or ()
    bound = dict(zip(figure.needs, calculator.graph.bindings(figure), strict=True))
    parts = tuple(constant(token) if isinstance(token, str) else _number(calculator, token[0], *bound[token[0]]) for token in tokens)
    return write_tokens(tokens, functools.partial(label_of, calculator)), parts


def formula_words(calculator: Calculator, figure: Figure) -> str:
    """Return a figure's formula in the calculator's words; "" without one."""
    return _formula(calculator, figure, current_notation())[0]


def label_of(calculator: Calculator, name: str) -> str:
    """Return the label of an input, figure or parameter."""
    for slot in calculator.slots:
        if slot.name == name:
            return slot.field.label
    for figure in calculator.figures:
        if figure.name == name:
            return figure.label
    for fields in calculator.graph.columns.values():
        inner = fields.get(name)
        if inner is not None:
            return inner.field.label
    file, _, parameter = calculator.parameters.get(name, "").rpartition(".")
    return str(load(file)[parameter]["label"]) if file else name.replace("_", " ")


def _number(calculator: Calculator, name: str, path: str, by_row: bool) -> _Formatter:
    """Return the formatter for a name, with everything resolved that does not depend on an outcome."""
    rows, _, inner = path.rpartition(".")
    values = next((series.values for series in calculator.series if series.name == rows), None)
    slot = calculator.graph.columns[rows].get(inner) if rows else None
    if values is not None:
        return lambda _outcome, _cited, row: str(values[row])
    if slot is not None:
        return lambda outcome, _cited, row: write(slot.field, getattr(outcome.rows(rows)[row], inner))
    label, unit, parameter = label_of(calculator, name), units_of(calculator).get(name), calculator.parameters.get(name)

    def written(outcome: Outcome, cited: Mapping[str, object], row: int) -> str:
        value = outcome.value(name) if parameter is None else cited[parameter]
        if by_row and isinstance(value, Sequence):
            value = value[row]
        if not isinstance(value, float | int):
            return _whole(value, unit, label)
        if unit is None:
            return plain(value)
        return unit.in_formula(value) if isinstance(unit, Number) else unit.write(value)

    return written


def _result(unit: Number, value: object) -> str:
    return write_months_in_full(value) if isinstance(unit, Months) and isinstance(value, int | float) else write(unit, value)


def _whole(value: object, unit: Field | None, label: str) -> str:
    """Format a value that is not a single number: a list of numbers as such, anything else by its label."""
    if isinstance(value, tuple | list) and isinstance(unit, Number) and all(isinstance(v, int | float) for v in value):
        return "(" + ", ".join(unit.in_formula(v) for v in value[:12]) + (", …)" if len(value) > 12 else ")")
    if isinstance(value, frozenset | dict | tuple | list):
        return label
    return write(unit, value) if unit else plain(value)
