"""What works where, on the download page: each Yes names a test that exists and runs in the browser of its column."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

from theme.mkdocs.works_where import ENGINES, Cell, Row, rows, table

TESTS = Path(__file__).parents[1]

CELLS = [(row, column) for row in rows() for column in row.cells]


@cache
def fixtures(file: str) -> dict[str, set[str]]:
    """Map each test of a file to the fixtures that it takes."""
    tree = ast.parse((TESTS / file).read_text("utf-8"))
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    return {function.name: {argument.arg for argument in function.args.args} for function in functions}


def runs_in(cell: Cell, column: str) -> bool:
    """Return whether a cell's test opens the edition of a column, in its browser. `reader` is each engine in turn."""
    file, _, name = cell.test.partition("::")
    taken = fixtures(file).get(name)
    if taken is None:
        return False
    if column in ENGINES:
        return "built_folder" in taken and ("reader" in taken or (column == "chromium" and "page" in taken))
    return "built_folder" not in taken and (column == "website" or file == "browser/test_kept_site.py")


@pytest.mark.parametrize(("row", "column"), CELLS, ids=lambda part: part.what if isinstance(part, Row) else part)
def test_cell_says_what_its_test_tries(row: Row, column: str) -> None:
    """A No needs no test where it has a reason that no browser could change."""
    cell = row.cells[column]
    assert cell.says.startswith(("Yes", "No: ", "No, "))
    if cell.test or not cell.says.startswith("No: "):
        assert runs_in(cell, column), f"{cell.test} does not try “{row.what}” in the column {column}"


def test_missing_test_or_other_browser_is_noticed() -> None:
    assert not runs_in(Cell("Yes", "offline/test_folder.py::test_that_is_gone"), "firefox")
    in_chromium = Cell("Yes", "offline/test_folder.py::test_page_computes_in_chromium")
    assert runs_in(in_chromium, "chromium")
    assert not runs_in(in_chromium, "firefox")
    assert not runs_in(in_chromium, "website")


def test_download_page_has_the_table() -> None:
    page = (TESTS.parent / "content" / "download.md").read_text("utf-8")
    assert "{{ works_where() }}" in page
    assert all(table().count(f"| {row.what} |") == 1 for row in rows())
