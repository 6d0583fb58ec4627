"""The working: each figure's formula in words and in the reader's numbers."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import Any

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
"""Of a long list, the working shows the first rows; the others are computed alike."""


def steps(outcome: Outcome, most_rows: int = ROWS_EXPLAINED) -> list[WorkingView]:
    """The working: every figure that is a number, in order; of row figures the first `most_rows` rows."""
    calculator = outcome.calculator
    titles = {t.rows: row_titles(outcome, t) for t in calculator.tables if isinstance(t, RowsTable)}
    cited = {value.name: value.value for value in reversed(outcome.parameters)}  # of two with one name, the figures had the first
    found = []
    for one in calculator.figures:
        if not isinstance(one.unit, Number) or one.step:
            continue
        words, parts = _formula(calculator, one, current_notation())
        values = outcome[one.name] if one.rows else (outcome[one.name],)
        named = titles.get(one.rows) or _series_titles(calculator, one.rows)
        per = per_of(one.unit)
        for index, value in enumerate(values[: most_rows if one.rows else 1]):
            numbers = "".join([part if isinstance(part, str) else part(outcome, cited, index) for part in parts])
            result = f"{_result(one.unit, value)} {per}".strip()
            found.append(WorkingView(one.name, one.label, one.why, words, numbers, result, named[index] if one.rows else None))
    return found


_Written = Callable[[Outcome, Mapping[str, Any], int], str]
"""How a name of a formula stands in the working: its number in an outcome, with the cited values, in a row."""


@functools.cache
def _formula(calculator: Calculator, one: Figure, _: Notation) -> tuple[str, tuple[str | _Written, ...]]:
    """How a figure's formula reads in this calculator's words and the current notation, and its parts (no formula: none)."""
    tokens = formula_tokens(one) or ()
    bound = dict(zip(one.needs, calculator.graph.bindings(one), strict=True))
    parts = tuple(constant(token) if isinstance(token, str) else _number(calculator, token[0], *bound[token[0]]) for token in tokens)
    return write_tokens(tokens, functools.partial(label_of, calculator)), parts


def _series_titles(calculator: Calculator, rows: str) -> list[str]:
    return [title for s in calculator.series if s.name == rows for title in s.titles()]


def label_of(calculator: Calculator, name: str) -> str:
    """The reader's words for an input, figure or parameter."""
    for slot in calculator.slots:
        if slot.name == name:
            return slot.field.label
    for one in calculator.figures:
        if one.name == name:
            return one.label
    for fields in calculator.graph.columns.values():
        inner = fields.get(name)
        if inner is not None:
            return inner.field.label
    path = calculator.parameters.get(name)
    return parameter_label(path) if path else name.replace("_", " ")


def parameter_label(path: str) -> str:
    """The words for a "file.parameter"."""
    file, _, name = path.rpartition(".")
    return str(load(file)[name]["label"])


def _number(calculator: Calculator, name: str, path: str, by_row: bool) -> _Written:
    """How the number of a name is found and written, as far as that is known before there is an outcome."""
    rows, _, inner = path.rpartition(".")
    series = next((one.values for one in calculator.series if one.name == rows), None)
    slot = calculator.graph.columns[rows].get(inner) if rows else None
    if series is not None:
        return lambda _outcome, _cited, row: str(series[row])
    if slot is not None:
        return lambda outcome, _cited, row: write(slot.field, getattr(outcome[rows][row], inner))
    label, unit, parameter = label_of(calculator, name), units_of(calculator).get(name), calculator.parameters.get(name)

    def written(outcome: Outcome, cited: Mapping[str, Any], row: int) -> str:
        value = outcome[name] if parameter is None else cited[parameter]
        if by_row:
            value = value[row]
        if isinstance(value, float | int):
            return _term(unit, value)
        return _whole(value, unit, label)

    return written


def _result(unit: Number, value: float | None) -> str:
    return write_months_in_full(value) if isinstance(unit, Months) and value is not None else write(unit, value)


def _term(unit: Field | None, value: float) -> str:
    if unit is None:
        return plain(value)
    return unit.in_formula(value) if isinstance(unit, Number) else unit.write(value)


def _whole(value: Any, unit: Field | None, label: str) -> str:
    """What is no single number: a list of numbers as that, everything else by its name."""
    if isinstance(value, tuple | list) and isinstance(unit, Number) and all(isinstance(v, int | float) for v in value):
        return "(" + ", ".join(unit.in_formula(v) for v in value[:12]) + (", …)" if len(value) > 12 else ")")
    if isinstance(value, frozenset | dict | tuple | list):
        return label
    return write(unit, value) if unit else plain(value)
