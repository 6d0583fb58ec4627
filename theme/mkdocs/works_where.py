"""The table of what works where, whose cells name the tests that try them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).with_name("works_where.toml")

COLUMNS = {
    "website": "Website",
    "kept": "Kept or installed, without the internet",
    "chromium": "Folder in Chromium",
    "firefox": "Folder in Firefox",
    "webkit": "Folder in WebKit",
}
"""Column -> its heading."""
ENGINES = ("chromium", "firefox", "webkit")
"""The columns of the folder."""


@dataclass(frozen=True)
class Cell:
    """What a cell says, and the test that tries it, such as "browser/test_share.py::test_..."; "" for none."""

    says: str
    test: str = ""


@dataclass(frozen=True)
class Row:
    """Something that works or doesn't, and a cell for each column."""

    what: str
    cells: Mapping[str, Cell]


def rows() -> list[Row]:
    """Read the table."""
    return [_row(entry) for entry in tomllib.loads(FILE.read_text("utf-8"))["rows"]]


def table() -> str:
    """Return the table in Markdown."""
    lines = [["What", *COLUMNS.values()], ["---"] * (len(COLUMNS) + 1)]
    lines += [[row.what, *(row.cells[column].says for column in COLUMNS)] for row in rows()]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _row(entry: dict[str, str | list[str]]) -> Row:
    """Read a row.

    Raises:
        ValueError: for a key that is no column, or a column that is missing.
    """
    given = dict(entry)
    what, folder = str(given.pop("what")), given.pop("folder", None)
    if folder:
        given = dict.fromkeys(ENGINES, folder) | given
    if differing := given.keys() ^ COLUMNS.keys():
        raise ValueError(f"{FILE.name}: {what!r} has too many or too few columns: {', '.join(sorted(differing))}")
    return Row(what, {column: Cell(*given[column]) for column in COLUMNS})
