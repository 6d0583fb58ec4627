"""The tables of an outcome: rows side by side, and what becomes of them where there is little room."""

from __future__ import annotations

import json
from typing import Any

from ..calculator import Outcome, RowsTable
from ..fields import Carry, Field, Number, Page, Phrases, columns
from ..figures import Figure
from .formatting import machine, per_of, unit_of, write
from .models import ActionView, CellView, ColumnView, TableRowView, TableView

FIT = 4
"""Columns of numbers that a phone is wide enough for."""

SHOWN = 5
"""Rows with lists or buttons in them that stand open; the others are folded, so that what comes after is not out of reach."""


def cell(unit: Field, value: Any, figure: str | None = None) -> CellView:
    """One value of a table."""
    if isinstance(unit, Number) and not figure:  # only a figure's cell has the number for machines beside its text
        return CellView(write(unit, value), "", None, True, None, None)
    if isinstance(unit, Phrases):
        return CellView("", "", None, False, None, tuple(value))
    if isinstance(unit, Carry):
        payload = json.dumps({"calculator": unit.calculator, "rows": unit.rows, "row": value}, ensure_ascii=False)
        return CellView("", "", None, False, ActionView(unit.label, payload), None)
    page = unit.opens(value) if isinstance(unit, Page) else ""
    return CellView(write(unit, value), machine(unit, value), figure, isinstance(unit, Number), None, None, page)


def head(name: str, label: str, unit: Field) -> ColumnView:
    """A column's head, with what its numbers are counted against."""
    per = per_of(unit)
    return ColumnView(name, f"{label} ({per})" if per else label, isinstance(unit, Number))


def rows_table(outcome: Outcome, table: RowsTable) -> TableView:
    """Row figures side by side; a drawn one is followed by its range."""
    titles = row_titles(outcome, table)
    heads, cells = [ColumnView("title", _row_word(outcome, table), False)], [[cell(Field(), title)] for title in titles]
    for one in table.columns:
        unit = unit_of(one)
        heads.append(head(one.name, one.label, unit))
        spread = outcome.ranges.get(one.name)
        for index, value in enumerate(outcome[one.name]):
            cells[index].append(cell(unit, value, one.name))
        if isinstance(spread, tuple):
            heads.append(ColumnView(f"{one.name}_range", "Low to high", True))
            for index, each in enumerate(spread):
                text = f"{write(unit, each.p10)} to {write(unit, each.p90)}"
                cells[index].append(CellView(text, "", None, True, None, None))
    rows = tuple(TableRowView(i, tuple(row)) for i, row in enumerate(cells))
    return table_view(table.rows, table.label, table.hint, tuple(heads), rows)


def _row_word(outcome: Outcome, table: RowsTable) -> str:
    """What one row of a table is: a gig, a part of the day."""
    for series in outcome.calculator.series:
        if series.name == table.rows:
            return series.label
    slot = next(slot for slot in outcome.calculator.slots if slot.name == table.rows)
    word: str = slot.field.item  # type: ignore[attr-defined]
    return word[:1].upper() + word[1:]


def table_view(name: str, label: str, hint: str, heads: tuple[ColumnView, ...], rows: tuple[TableRowView, ...]) -> TableView:
    """A table whose rows become cards on a phone where they would not fit it: words beside words, or more than four columns."""
    rich = any(cell.items or cell.action for row in rows for cell in row.cells)
    stacks = rich or len(heads) > FIT or any(not head.numeric for head in heads[1:])
    shown = SHOWN if rich and len(rows) > SHOWN + 1 else len(rows)
    return TableView(name, label, hint, heads, rows[:shown], stacks, rows[shown:])


def row_titles(outcome: Outcome, table: RowsTable) -> list[str]:
    """What names each row: a figure, or a field of the row in the reader's words."""
    if table.title in outcome.values:
        return [str(value) for value in outcome[table.title]]
    for series in outcome.calculator.series:
        if series.name == table.rows:
            return series.titles()
    slot = next(slot for slot in outcome.calculator.slots if slot.name == table.rows)
    inner = dict(columns(slot.field.of))[table.title]  # type: ignore[attr-defined]
    return [inner.write(getattr(row, table.title)) for row in outcome[table.rows]]


def record_table(outcome: Outcome, one: Figure) -> TableView:
    """A table figure as it is."""
    described = columns(one.table or object)
    heads = tuple(head(name, unit.label, unit) for name, unit in described)
    rows = tuple(
        TableRowView(index, tuple(cell(unit, getattr(record, name)) for name, unit in described))
        for index, record in enumerate(outcome[one.name])
    )
    return table_view(one.name, one.label, one.why, heads, rows)
