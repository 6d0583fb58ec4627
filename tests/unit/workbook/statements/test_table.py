"""Tables in a text: delimiters, quotation marks, headers, and the lines around them."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.workbook.statements.problems import StatementProblem
from calculators.workbook.statements.table import DELIMITERS, MOST_COLUMNS, MOST_ROWS, read_table

CELL = st.text(st.sampled_from("abc XYZ,;\t|\"'\n€é<>=+"), max_size=12).map(str.strip)
HEADER = ("Date", "What", "Money")


def written(delimiter: str, rows: list[tuple[str, ...]]) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows([HEADER, *rows])
    return text.getvalue()


@given(st.sampled_from(DELIMITERS), st.lists(st.tuples(st.just("2026-03-04"), CELL, st.just("12.50")), min_size=3, max_size=8))
def test_written_table_reads_back_with_any_delimiter(delimiter: str, rows: list[tuple[str, ...]]) -> None:
    """Delimiters, quotation marks and line breaks inside of cells come back, and so does the delimiter."""
    table = read_table(written(delimiter, rows))
    assert (table.delimiter, table.names) == (delimiter, HEADER)
    assert [row.cells for row in table.rows] == [tuple(cell.replace("\r\n", "\n") for cell in row) for row in rows]


def test_quoted_newline_keeps_its_row_and_the_lines_after_it() -> None:
    table = read_table('Date,What,Money\n2026-01-02,"two\nlines",5\n\n2026-01-03,one,6\n')
    assert [(row.line, row.cells[1]) for row in table.rows] == [(2, "two\nlines"), (5, "one")]


def test_decimal_commas_do_not_hide_the_semicolon() -> None:
    table = read_table("Datum;Betrag;Saldo\n01.02.2026;1,50;10,00\n02.02.2026;2,50;12,50\n")
    assert table.delimiter == ";"
    assert table.column("Saldo") == ["10,00", "12,50"]


def test_lines_about_the_account_come_before_the_header() -> None:
    table = read_table("Account;DE12 3456;;\nFrom;01.01.2026;;\n\nDate;For;Amount;Balance\n02.01.2026;Rent;-5,00;1,00\n")
    assert table.names == ("Date", "For", "Amount", "Balance")
    assert [row.line for row in table.rows] == [5]


def test_table_without_a_header_gets_names() -> None:
    table = read_table("02/01/2026,Shop,-5.00\n03/01/2026,Pay,500.00\n")
    assert table.names == ("Column 1", "Column 2", "Column 3")
    assert len(table.rows) == 2


def test_line_of_excel_names_the_delimiter() -> None:
    table = read_table("sep=|\nDate|Money\n2026-01-02|5\n")
    assert (table.delimiter, table.rows[0].line) == ("|", 3)


def test_names_of_columns_are_different_and_filled() -> None:
    assert read_table("Date,Amount,Amount,\n2026-01-02,5,6,x\n").names == ("Date", "Amount", "Amount (2)", "Column 4")


def test_quotation_mark_that_is_never_closed_is_text() -> None:
    mark = '"'
    rows = "".join(f"2026-01-02,{mark * (size == 7)}{size} inch,5\n" for size in range(40))
    assert len(read_table(f"Date,What,Money\n{rows}").rows) == 40


def test_open_quotation_mark_in_the_last_column_hides_no_rows() -> None:
    """Read as a quotation, the rest of the file would be one cell of a table that looks whole."""
    rows = "".join(f"2026-01-{day:02},5,{mark}x\n" for day, mark in zip(range(1, 13), ["", "", '"', *[""] * 9], strict=True))
    assert rows.count('"') == 1
    assert len(read_table(f"Date,Pay,What\n{rows}").rows) == 12
    closed = 'Date,Pay,What\n2026-01-02,5,"two\nlines"\n2026-01-03,6,x\n'
    assert [row.cells[2] for row in read_table(closed).rows] == ["two\nlines", "x"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("just a sentence", "no-table"),
        ("one\ntwo\nthree\n", "no-table"),
        ("Date,Money\n", "no-table"),
        ("a,b\n" * (MOST_ROWS + 200), "too-many-rows"),
        (",".join(f"c{place}" for place in range(MOST_COLUMNS + 1)) + "\n" + ",".join("x" * (MOST_COLUMNS + 1)) + "\n", "too-many-columns"),
        ("a,b\n" + "x" * 200_000 + ",b", "no-table"),
    ],
)
def test_text_that_is_no_usable_table_is_refused(text: str, code: str) -> None:
    with pytest.raises(StatementProblem) as refused:
        read_table(text)
    assert refused.value.code == code
