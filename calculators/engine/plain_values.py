"""An outcome as plain JSON values: money in cents, rates to a millionth."""

import math

from .analysis.percentiles import Percentiles
from .calculator import Outcome, RowsTable
from .fields import Field, columns


def echo(value: object) -> object:
    """Convert inputs to plain JSON values."""
    if hasattr(value, "__dataclass_fields__"):
        return {name: echo(getattr(value, name)) for name in value.__dataclass_fields__}
    if isinstance(value, tuple):
        return [echo(item) for item in value]
    return value


def rounded(unit: Field | None, value: object) -> object:
    """Round a figure as its unit says."""
    if value is None or unit is None:
        return None
    if isinstance(value, float) and not math.isfinite(value):
        raise ArithmeticError("a figure is not finite")
    return unit.rounded(value)


def range_of(unit: Field, percentiles: Percentiles | tuple[Percentiles, ...]) -> object:
    """Return the percentiles of a figure, for row figures those of each row."""
    if isinstance(percentiles, Percentiles):
        return {name: rounded(unit, getattr(percentiles, name)) for name in ("p10", "p50", "p90")}
    return [range_of(unit, row) for row in percentiles]


def rows_of(outcome: Outcome) -> dict[str, list[dict[str, object]]]:
    """Return row figures by the name of their rows, and table figures by their own names."""
    tables: dict[str, list[dict[str, object]]] = {}
    for table in outcome.calculator.tables:
        if isinstance(table, RowsTable):
            from .view.tables import row_titles

            tables[table.rows] = [{"title": title} for title in row_titles(outcome, table)]
    for series in outcome.calculator.series:
        tables[series.name] = [{series.field: value} for value in series.values]
    for figure in outcome.calculator.figures:
        if figure.table:
            units = columns(figure.table)
            tables[figure.name] = [{name: rounded(unit, getattr(row, name)) for name, unit in units} for row in outcome.rows(figure.name)]
        elif figure.rows and not figure.step:
            rows = tables.setdefault(figure.rows, [{} for _ in outcome.rows(figure.name)])
            for row, value in zip(rows, outcome.rows(figure.name), strict=True):
                row[figure.name] = rounded(figure.unit, value)
    return tables
