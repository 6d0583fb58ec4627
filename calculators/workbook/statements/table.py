"""Find the table in a text: its delimiter, its header, and its rows, with csv of the standard library."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from .problems import StatementProblem

DELIMITERS = (",", ";", "\t", "|")
MOST_ROWS = 20_000
"""Rows of a table; a year of a busy account has about 3,000."""
MOST_BEFORE = 100
"""Rows before the table and its header."""
_MOST_READ = MOST_ROWS + MOST_BEFORE + 1
"""Rows that are read: with the last one, the table is too long."""
MOST_COLUMNS = 60
LONGEST_NAME = 60
"""Characters of a column's name; a longer one is cut."""

_SAMPLE = 300
"""Rows from which the delimiter is chosen."""
_DECLARED = re.compile(r'"?sep=([,;\t|])"?\r?\n', re.IGNORECASE)
"""The first line with which Excel names the delimiter."""
_VALUE = re.compile(r"[^\w]*\d[\d\s.,:/'’-]*[^\d]{0,4}")
"""A cell that looks like a number or a date rather than the name of a column."""
_HAS_DATE = re.compile(r"\d{1,4}[-/. ]\s?(?:\d{1,2}|[^\W\d]{3,10})[-/. ,]\s?\d{2,4}|\d{8}(?!\d)|[^\W\d]{3,10} \d{1,2},? \d{4}")

NO_TABLE = (
    "We can’t find a table in that. It needs at least two columns and two lines, with a comma, a semicolon, a tab or a | between the "
    "cells. If you pasted it, copy the first line too, or choose the file instead."
)


@dataclass(frozen=True)
class Row:
    """A row of a table: the line of the file in which it begins, and its cells, without the spaces around them."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A table. Each row has as many cells as there are columns, or more. `before` counts the lines before the header."""

    names: tuple[str, ...]
    rows: tuple[Row, ...]
    delimiter: str
    before: int = 0

    def column(self, name: str) -> list[str]:
        """The cells of a column."""
        place = self.names.index(name)
        return [row.cells[place] for row in self.rows]


def read_table(text: str) -> Table:
    """Read the table in a text.

    Raises:
        StatementProblem: no-table, too-many-rows or too-many-columns.
    """
    declared = _DECLARED.match(text)
    body = text[declared.end() :] if declared else text
    skipped = 1 if declared else 0
    delimiter = declared[1] if declared else max(DELIMITERS, key=lambda sign: _score(body, sign))
    rows = [Row(row.line + skipped, row.cells) for row in _rows(body, delimiter)]
    width = _usual_width(rows)
    if width < 2:
        raise StatementProblem("no-table", NO_TABLE)
    if len(rows) > MOST_ROWS + MOST_BEFORE:
        raise StatementProblem("too-many-rows", f"That table has more than {MOST_ROWS:,} rows. Download fewer months at once.")
    if width > MOST_COLUMNS:
        raise StatementProblem("too-many-columns", f"That table has {width} columns, and {MOST_COLUMNS} is the limit. Remove some.")
    start, has_header = _begin(rows, width)
    names = _names(rows[start].cells if has_header else ("",) * width, width)
    data = rows[start + has_header :]
    if not data:
        raise StatementProblem("no-table", NO_TABLE)
    filled = tuple(Row(row.line, row.cells + ("",) * (len(names) - len(row.cells))) for row in data)
    return Table(names, filled, delimiter, rows[start].line - 1)


def _rows(text: str, delimiter: str) -> list[Row]:
    """The rows that are not blank. Where a quotation mark seems never to be closed, quotation marks are read as text."""
    rows = _first_rows(text, delimiter, csv.QUOTE_MINIMAL, _MOST_READ)
    if rows and not any("\n" in cell for row in rows for cell in row.cells):
        return rows
    bare = _first_rows(text, delimiter, csv.QUOTE_NONE, _MOST_READ)
    better = _share(bare) - _share(rows)
    is_open = text.count('"') % 2 == 1
    return bare if better > 0 or (better == 0 and is_open) else rows


def _first_rows(text: str, delimiter: str, quoting: Literal[0, 3], most: int) -> list[Row]:
    """The first rows; [] if one of them has a cell that is too long."""
    try:
        return list(islice(_read(text, delimiter, quoting), most))
    except csv.Error:
        return []


def _read(text: str, delimiter: str, quoting: Literal[0, 3]) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=quoting, skipinitialspace=True)
    line = 1
    for cells in reader:
        bare = tuple(cell.strip() for cell in cells)
        if any(bare):
            yield Row(line, bare)
        line = reader.line_num + 1


def _score(text: str, delimiter: str) -> float:
    """How well a delimiter cuts the first rows into equally many cells, and into how many."""
    rows = _first_rows(text, delimiter, csv.QUOTE_MINIMAL, _SAMPLE)
    width = _usual_width(rows)
    return _share(rows) * (width - 1) / width if width else 0.0


def _share(rows: Sequence[Row]) -> float:
    """The share of the rows that have the usual number of cells."""
    width = _usual_width(rows)
    return sum(len(row.cells) == width for row in rows) / len(rows) if rows else 0.0


def _usual_width(rows: Sequence[Row]) -> int:
    """The usual number of cells; of two equally usual ones, the larger."""
    counts = Counter(len(row.cells) for row in rows)
    return max(counts, key=lambda width: (counts[width], width), default=0)


def _begin(rows: Sequence[Row], width: int) -> tuple[int, bool]:
    """The first row of the table, and whether it is a header. The lines before it are about the account."""
    for place, row in enumerate(rows):
        filled = [cell for cell in row.cells if cell]
        if len(row.cells) < width - 1 or len(filled) < max(2, (width + 1) / 2):
            continue
        if not any(_VALUE.fullmatch(cell) or _HAS_DATE.match(cell) for cell in filled):
            return place, True
        if any(_HAS_DATE.match(cell) for cell in filled):
            return place, False
    first = next(place for place, row in enumerate(rows) if len(row.cells) == width)
    return first, False


def _names(cells: Iterable[str], width: int) -> tuple[str, ...]:
    """The names of the columns, each different and none empty."""
    names: list[str] = []
    given = [*cells]
    for place, cell in enumerate(given + [""] * (width - len(given)), 1):
        name = " ".join(cell.split())[:LONGEST_NAME] or f"Column {place}"
        count = sum(other == name or other.startswith(f"{name} (") for other in names)
        names.append(f"{name} ({count + 1})" if count else name)
    return tuple(names)
