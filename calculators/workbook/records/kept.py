"""What a workbook keeps of the reader's records: the columns of statements, and the log."""

from collections.abc import Mapping

from ..statements.column_map import ColumnMap, column_map
from .log import LogEntry, as_json, log_of

MOST_MAPS = 20
"""Kinds of statement whose columns are kept; the oldest go first."""


def maps_of(book: Mapping[str, object]) -> list[ColumnMap]:
    """The kept maps of columns, the latest first. Anything else in their place is left out."""
    raw = _part(book, "columns")
    read = map(column_map, raw[:MOST_MAPS]) if isinstance(raw, list) else ()
    return [kept for kept in read if kept is not None]


def kept_log(book: Mapping[str, object]) -> list[LogEntry]:
    """The log that a workbook keeps."""
    return log_of(_part(book, "log"))


def records(book: Mapping[str, object]) -> dict[str, object]:
    """The valid part of a workbook's records, as it is kept; {} for none."""
    parts: dict[str, object] = {"columns": [kept.as_json() for kept in maps_of(book)], "log": as_json(kept_log(book))}
    return {name: part for name, part in parts.items() if part}


def with_map(book: Mapping[str, object], added: ColumnMap) -> dict[str, object]:
    """The records with a map in place of an earlier one of a statement with the same columns."""
    others = [kept for kept in maps_of(book) if kept.names != added.names]
    return {**records(book), "columns": [kept.as_json() for kept in [added, *others][:MOST_MAPS]]}


def _part(book: Mapping[str, object], name: str) -> object:
    section = book.get("records")
    return section.get(name) if isinstance(section, Mapping) else None
