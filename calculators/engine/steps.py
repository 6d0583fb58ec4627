"""The working: each figure's formula in words and in the reader's numbers."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any

from . import working
from .calculator import Calculator, Outcome, RowsTable
from .fields import Number
from .figures import Figure
from .parameters import load
from .tables import row_titles
from .views import WorkingView
from .written import per_of, units_of, write

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
        tokens, words, bound = _formula(calculator, one)
        values = outcome[one.name] if one.rows else (outcome[one.name],)
        named = titles.get(one.rows) or _series_titles(calculator, one.rows)
        per = per_of(one.unit)
        for index, value in enumerate(values[: most_rows if one.rows else 1]):
            numbers = "".join([t if isinstance(t, str) else _number(outcome, cited, t[0], bound[t[0]], index) for t in tokens])
            result = f"{write(one.unit, value)} {per}".strip()
            found.append(WorkingView(one.name, one.label, one.why, words, numbers, result, named[index] if one.rows else None))
    return found


@functools.cache
def _formula(calculator: Calculator, one: Figure) -> tuple[tuple[working.Token, ...], str, Mapping[str, tuple[str, bool]]]:
    """A figure's formula (none: no tokens), how it reads in this calculator's words, and what its names are bound to."""
    tokens = working.formula(one) or ()
    bound = dict(zip(one.needs, calculator.graph.bindings(one), strict=True))
    return tokens, working.write(tokens, functools.partial(label_of, calculator)), bound


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


def _number(outcome: Outcome, cited: Mapping[str, Any], name: str, bound: tuple[str, bool], index: int) -> str:
    calculator = outcome.calculator
    rows, _, inner = bound[0].rpartition(".")
    if rows:
        slot = calculator.graph.columns[rows].get(inner)
        values = next((s.values for s in calculator.series if s.name == rows), None)
        if slot is None or values is not None:
            return str((values or ())[index])
        value = getattr(outcome[rows][index], inner)
        return slot.field.write(value.typical if slot.estimate else value)
    unit = units_of(calculator).get(name)
    value = cited[calculator.parameters[name]] if name in calculator.parameters else outcome[name]
    if bound[1]:
        value = value[index]
    if isinstance(value, frozenset | dict):
        return label_of(calculator, name)
    if isinstance(value, tuple | list):
        if not isinstance(unit, Number) or not all(isinstance(v, int | float) for v in value):
            return label_of(calculator, name)
        return "(" + ", ".join(unit.write(v) for v in value[:12]) + (", …)" if len(value) > 12 else ")")
    return write(unit, value) if unit else working.plain(value)
