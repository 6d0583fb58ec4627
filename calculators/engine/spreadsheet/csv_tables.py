"""The tables of an outcome as CSV: RFC 4180, in UTF-8 with a byte order mark, by which Excel knows it."""

import re
from collections.abc import Iterable, Sequence

from ..calculator import Outcome, RowsTable
from ..fields import Field, columns
from ..figures import Figure
from ..view.formatting import unit_of
from ..view.tables import row_titles, row_word
from .cells import decimal
from .layout import HIGH, LOW, titled

MARK = "\ufeff"
_LIKE_A_FORMULA = re.compile(r"[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")
"""What begins a formula, also in the full width of East Asian scripts."""
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)

Column = tuple[str, Field | None, Sequence[object]]
"""The label of a column, the unit of its values, and the values."""


def csv_tables(outcome: Outcome) -> list[dict[str, str]]:
    """Return the tables of an outcome, and those of its charts, that have rows: `{"name", "label", "csv"}`."""
    shown: list[tuple[str, str, list[Column]]] = []
    for table in outcome.calculator.tables:
        if isinstance(table, RowsTable):
            shown.append((table.rows, table.label, rows_columns(outcome, table)))
        else:
            shown.append((table.name, table.label, _records(outcome, table)))
    for chart in outcome.calculator.charts:
        drawn = chart.table(outcome)
        columns_of: list[Column] = [(label, unit, [row[i] for row in drawn.rows]) for i, (label, unit) in enumerate(drawn.columns.items())]
        shown.append((f"chart-{chart.name}", chart.title, columns_of))
    return [{"name": name, "label": label, "csv": write_csv(described)} for name, label, described in shown if described[0][2]]


def rows_columns(outcome: Outcome, table: RowsTable) -> list[Column]:
    """Return the columns of a table of row figures; two follow a figure with ranges."""
    shown: list[Column] = [(row_word(outcome, table), None, row_titles(outcome, table))]
    for figure in table.columns:
        unit, percentiles = unit_of(figure), outcome.ranges.get(figure.name)
        shown.append((figure.label, unit, outcome.rows(figure.name)))
        if isinstance(percentiles, tuple):
            shown += [(f"{figure.label}, {LOW[0].lower()}{LOW[1:]}", unit, [row.p10 for row in percentiles])]
            shown += [(f"{figure.label}, {HIGH[0].lower()}{HIGH[1:]}", unit, [row.p90 for row in percentiles])]
    return shown


def _records(outcome: Outcome, figure: Figure) -> list[Column]:
    described = [(name, unit) for name, unit in columns(figure.table or object) if unit.kind != "carry"]
    return [(unit.label, unit, [getattr(record, name) for record in outcome.rows(figure.name)]) for name, unit in described]


def write_csv(shown: Sequence[Column]) -> str:
    """Write columns with their heads. Numbers have a point, whatever the reader's notation."""
    lines = [[titled(label, unit) for label, unit, _ in shown]]
    lines += [[decimal(unit, value) for (_, unit, _), value in zip(shown, row, strict=True)] for row in _rows(shown)]
    return MARK + "".join(",".join(map(quote, line)) + "\r\n" for line in lines)


def _rows(shown: Sequence[Column]) -> Iterable[tuple[object, ...]]:
    return zip(*[values for _, _, values in shown], strict=True)


def quote(text: str) -> str:
    """Quote a cell. An apostrophe before what a spreadsheet would take for a formula makes it a text; a negative number stays a number."""
    if _LIKE_A_FORMULA.match(text.lstrip(" \n\u00a0")) and not _NUMBER.fullmatch(text):
        text = f"'{text}"
    return '"' + text.replace('"', '""') + '"' if any(ch in text for ch in ',"\r\n\t;') or text != text.strip() else text
