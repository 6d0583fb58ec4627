"""Answers to the page's requests: a calculator's sheet as JSON, or its tables as CSV."""

from collections.abc import Iterable, Mapping

from ..calculator import Outcome
from .cells import Row
from .csv_tables import csv_tables
from .layout import OVERVIEW, SOURCES, WIDTHS, heads, lay_out


def answer(outcome: Outcome, title: str, question: object) -> dict[str, object]:
    """Answer `{"first": row}` or `{"csv": true}`.

    Returns:
        `{"tables": [{"name", "label", "csv"}]}`, or `{"sheet": {"name", "widths", "rows"}, "overview", "sources"}` with the calculator's
        rows of the two sheets that all calculators share: `{"name", "widths", "head", "rows"}`.
    """
    wanted = question if isinstance(question, Mapping) else {}
    if wanted.get("csv"):
        return {"tables": csv_tables(outcome)}
    first = wanted.get("first")
    laid = lay_out(outcome, title, first if isinstance(first, int) and first > 1 else 2)
    return {
        "sheet": {"name": laid.name, "widths": WIDTHS, "rows": _json(laid.rows)},
        "overview": _shared(OVERVIEW.name, OVERVIEW.columns, [laid.overview]),
        "sources": _shared(SOURCES.name, SOURCES.columns, laid.sources),
    }


def _shared(name: str, columns: Mapping[str, int], rows: Iterable[Row]) -> dict[str, object]:
    return {"name": name, "widths": list(columns.values()), "head": _json([heads(columns)])[0], "rows": _json(rows)}


def _json(rows: Iterable[Row]) -> list[list[dict[str, object]]]:
    return [[dict(cell.as_json()) for cell in row] for row in rows]
