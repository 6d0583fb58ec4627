"""Build the views of an outcome's tables, and decide how they adapt to a narrow page."""

import json
from typing import Any

from ..calculator import Outcome, RowsTable
from ..fields import Carry, Field, Number, Page, Phrases, Rows, columns
from ..figures import Figure
from .formatting import machine, per_of, unit_of, write
from .models import ActionView, CellView, ColumnView, TableRowView, TableView

FIT = 4
"""The most columns of numbers that fit on a phone."""

SHOWN = 5
"""The rows with lists or buttons that are shown; the others are folded, so that what follows stays within reach."""


def cell(unit: Field, value: Any, figure: str | None = None) -> CellView:
    """Return the view of a table cell."""
    if isinstance(unit, Number) and not figure:  # only a figure's cell has a machine-readable value
        return CellView(write(unit, value), "", None, True, None, None)
    if isinstance(unit, Phrases):
        return CellView("", "", None, False, None, tuple(value))
    if isinstance(unit, Carry):
        payload = json.dumps({"calculator": unit.calculator, "rows": unit.rows, "row": value}, ensure_ascii=False)
        return CellView("", "", None, False, ActionView(unit.label, payload), None)
    page = unit.opens(value) if isinstance(unit, Page) else ""
    return CellView(write(unit, value), machine(unit, value), figure, isinstance(unit, Number), None, None, page)


def head(name: str, label: str, unit: Field) -> ColumnView:
    """Return the view of a column head, with the unit of its numbers."""
    per = per_of(unit)
    return ColumnView(name, f"{label} ({per})" if per else label, isinstance(unit, Number))


def rows_table(outcome: Outcome, table: RowsTable) -> TableView:
    """Return a table of row figures; a figure with ranges is followed by a column for them."""
    titles = row_titles(outcome, table)
    heads, cells = [ColumnView("title", row_word(outcome, table), False)], [[cell(Field(), title)] for title in titles]
    for figure in table.columns:
        unit = unit_of(figure)
        heads.append(head(figure.name, figure.label, unit))
        percentiles = outcome.ranges.get(figure.name)
        for index, value in enumerate(outcome.rows(figure.name)):
            cells[index].append(cell(unit, value, figure.name))
        if isinstance(percentiles, tuple):
            heads.append(ColumnView(f"{figure.name}_range", "Low to high", True))
            for index, row in enumerate(percentiles):
                text = f"{write(unit, row.p10)} to {write(unit, row.p90)}"
                cells[index].append(CellView(text, "", None, True, None, None))
    rows = tuple(TableRowView(i, tuple(row)) for i, row in enumerate(cells))
    return table_view(table.rows, table.label, table.hint, tuple(heads), rows)


def row_word(outcome: Outcome, table: RowsTable) -> str:
    """Return the word for a row of a table: gig, part of the day."""
    for series in outcome.calculator.series:
        if series.name == table.rows:
            return series.label
    word = _rows_of(outcome, table).item
    return word[:1].upper() + word[1:]


def _rows_of(outcome: Outcome, table: RowsTable) -> Rows:
    return next(slot.field for slot in outcome.calculator.slots if slot.name == table.rows and isinstance(slot.field, Rows))


def table_view(name: str, label: str, hint: str, heads: tuple[ColumnView, ...], rows: tuple[TableRowView, ...]) -> TableView:
    """Return a table whose rows become cards on a phone if they do not fit: with columns of text, or more than four columns."""
    rich = any(cell.items or cell.action for row in rows for cell in row.cells)
    stacks = rich or len(heads) > FIT or any(not head.numeric for head in heads[1:])
    shown = SHOWN if rich and len(rows) > SHOWN + 1 else len(rows)
    return TableView(name, label, hint, heads, rows[:shown], stacks, rows[shown:])


def row_titles(outcome: Outcome, table: RowsTable) -> list[str]:
    """Return the titles of the rows: a figure, or a field of the row as the reader typed it."""
    if table.title in outcome.values:
        return [str(value) for value in outcome.rows(table.title)]
    for series in outcome.calculator.series:
        if series.name == table.rows:
            return series.titles()
    inner = dict(columns(_rows_of(outcome, table).of))[table.title]
    return [inner.write(getattr(row, table.title)) for row in outcome.rows(table.rows)]


def record_table(outcome: Outcome, figure: Figure) -> TableView:
    """Return the table of a table figure."""
    described = columns(figure.table or object)
    heads = tuple(head(name, unit.label, unit) for name, unit in described)
    rows = tuple(
        TableRowView(index, tuple(cell(unit, getattr(record, name)) for name, unit in described))
        for index, record in enumerate(outcome.rows(figure.name))
    )
    return table_view(figure.name, figure.label, figure.why, heads, rows)
