"""The limits of statements: sizes, shares and bounds, each just met and just missed."""

from __future__ import annotations

import json
from datetime import date

import pytest

from calculators.workbook.statements.amounts import is_blank, read_amount, read_hours
from calculators.workbook.statements.column_map import ColumnMap, column_map, read_file
from calculators.workbook.statements.columns import columns_of, guess, unit_of_hours
from calculators.workbook.statements.dates import fitting_orders, read_date
from calculators.workbook.statements.decoding import checked, decode
from calculators.workbook.statements.entries import read_entries, settle, use_of
from calculators.workbook.statements.problems import StatementProblem
from calculators.workbook.statements.table import read_table


def problem_of(text: str) -> str:
    try:
        read_table(text)
    except StatementProblem as problem:
        return problem.code
    return ""


@pytest.mark.parametrize(("rows", "code"), [(20_100, ""), (20_101, "too-many-rows")])
def test_table_has_twenty_thousand_rows_and_a_hundred_more(rows: int, code: str) -> None:
    assert problem_of("1,2\n" * rows) == code


@pytest.mark.parametrize(("columns", "code"), [(2, ""), (60, ""), (61, "too-many-columns"), (1, "no-table")])
def test_table_has_from_two_to_sixty_columns(columns: int, code: str) -> None:
    head, row = ",".join(f"c{place}" for place in range(columns)), ",".join(["x"] * columns)
    assert problem_of(f"{head}\n{row}\n") == code


def test_limit_holds_where_a_quotation_mark_stays_open() -> None:
    """The quotation mark is then a part of the text, and each line a row."""
    assert problem_of('1,"2\n' + "1,2\n" * 20_099) == ""
    assert problem_of('1,"2\n' + "1,2\n" * 20_100) == "too-many-rows"


def test_name_of_a_column_is_cut_at_sixty_characters() -> None:
    assert read_table(f"{'a' * 61},b\n1,2\n").names == ("a" * 60, "b")
    assert read_table("A,A,A,A (2)\n1,2,3,4\n").names[:3] == ("A", "A (2)", "A (3)")


def test_header_fills_more_than_half_of_its_columns() -> None:
    """Of five columns, three names are a header, and two are a line about the account."""
    assert read_table("a,b,c,,\n1,2,3,4,5\n").names == ("a", "b", "c", "Column 4", "Column 5")
    assert read_table("a,b,,,\nc,d,e,f,g\n1,2,3,4,5\n").names == ("c", "d", "e", "f", "g")
    # a header may lack the last comma
    assert read_table("a,b,c\n1,2,3,4\n1,2,3,4\n").names == ("a", "b", "c", "Column 4")
    assert read_table("a,b,c\n1,2,3,4\n1,2,3,4\n").before == 0
    assert read_table("Account\n\na,b,c\n1,2,3\n1,2,3\n").before == 2


def test_delimiter_that_gives_more_columns_is_taken() -> None:
    """Each cuts every row alike: 2 ÷ 3 is more than 1 ÷ 2."""
    assert read_table("a;b,c,d\n1;2,3,4\n").delimiter == ","
    assert read_table("a;b;c,d\n1;2;3,4\n").delimiter == ";"
    # two of three rows have a comma too many
    assert read_table("a;b\n1,5;2\n1,5,5;2\n").delimiter == ";"


@pytest.mark.parametrize(("year", "is_read"), [(1989, False), (1990, True), (2099, True), (2100, False)])
def test_year_of_a_date_is_from_1990_to_2099(year: int, is_read: bool) -> None:
    assert (read_date(f"{year}-03-04", "ymd") is not None) == is_read
    assert (read_date(f"4 March {year}", "ymd") is not None) == is_read


def test_year_of_two_digits_is_of_this_century() -> None:
    assert read_date("04/03/26", "dmy") == date(2026, 3, 4)
    assert read_date("04/03/89", "dmy") == date(2089, 3, 4)
    assert read_date("04/03/126", "dmy") is None
    assert read_date("004/03/2026", "dmy") is None
    assert read_date("04/003/2026", "dmy") is None


def test_orders_whose_dates_lie_in_the_fewest_years_fit() -> None:
    """As days and months these are two months apart; as years they would be 2001 and 2031."""
    assert fitting_orders(["01-02-26", "31-03-26"]) == ("dmy",)
    assert fitting_orders(["26-01-05", "26-02-06"]) == ("ymd",)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("9999999999", 9_999_999_999.0),
        ("10000000000", 1e10),
        ("10000000001", None),
        ("-10000000001", None),
        ("10,000,000,000.00", 1e10),
        ("10,000,000,000.01", None),
        ("(5)", -5.0),
        ("(-5)", 5.0),
        ("-(5)", None),
        ("(5) DR", 5.0),
        ("5 D", -5.0),
        ("5 C", 5.0),
        ("- 5", -5.0),
        ("+ 5", 5.0),
        ("5 -", -5.0),
        ("0-", 0.0),
        ("$ 5 -", -5.0),
        ("-$-5", 5.0),
        ("1,23", None),
        ("1,2345", None),
        (".5", 0.5),
        ("5.", 5.0),
    ],
)
def test_amount_has_a_sign_and_a_bound(text: str, value: float | None) -> None:
    assert read_amount(text, ".") == value


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("0:00:36", 0.01),
        ("0:36", 0.6),
        ("2:00:00.5", 2.0),
        ("36 s", 0.01),
        ("1 h 6 min 36 s", 1.11),
        ("2h", 2.0),
        ("1,5", None),
        ("12:5", None),
    ],
)
def test_hours_have_minutes_and_seconds(text: str, hours: float | None) -> None:
    assert read_hours(text, ".") == (None if hours is None else pytest.approx(hours))


@pytest.mark.parametrize(("name", "unit"), [("Active time (min)", 1 / 60), ("Seconds", 1 / 3600), ("Hours", 1.0), ("Admin hours", 1.0)])
def test_unit_of_hours_is_in_the_name(name: str, unit: float) -> None:
    assert unit_of_hours(name) == pytest.approx(unit)


@pytest.mark.parametrize(
    ("text", "blank"), [("", True), ("- -", True), ("nil", True), ("none", True), ("0", False), ("x", False), ("-5", False)]
)
def test_blank_cell_has_no_number(text: str, blank: bool) -> None:
    assert is_blank(text) == blank


def has(cells: list[str]) -> tuple[bool, bool]:
    """Whether a column has dates, and numbers."""
    (column, _) = columns_of(read_table("\n".join(["What,x", *[f"{cell},y" for cell in cells]]) + "\n"))
    return column.has_dates, column.has_numbers


def test_more_than_six_of_ten_cells_make_a_column_of_their_kind() -> None:
    day, text = "2026-01-15", "abc"
    assert has([day] * 6 + [text] * 4) == (False, False)
    assert has([day] * 7 + [text] * 3) == (True, False)
    assert has(["5.50"] * 6 + [text] * 4) == (False, False)
    assert has(["5.50"] * 7 + [text] * 3) == (False, True)
    assert has(["5.50"] * 7 + ["-"] * 9) == (False, True)  # blank cells do not count


def test_long_digits_are_codes_and_no_numbers() -> None:
    assert has(["1234567"] * 3) == (False, False)
    assert has(["123456"] * 3) == (False, True)
    assert has(["1234567", "1234567", "5"]) == (False, True)


def test_three_samples_of_sixty_characters_are_shown() -> None:
    (column, _) = columns_of(read_table("What,x\n" + "".join(f"{cell},y\n" for cell in ("b" * 61, "c", "c", "d", "e"))))
    assert column.samples == ("b" * 60, "c", "d")


def test_two_hundred_rows_are_looked_at() -> None:
    (column, _) = columns_of(read_table("What,x\n" + "abc,y\n" * 200 + "5.50,y\n" * 800))
    assert not column.has_numbers
    (column, _) = columns_of(read_table("What,x\n" + "abc,y\n" * 79 + "5.50,y\n" * 121 + "abc,y\n" * 800))
    assert column.has_numbers


def test_unnamed_numbers_are_money_where_no_column_has_a_name() -> None:
    assert guess(columns_of(read_table("02/01/2026,5.00\n03/01/2026,6.00\n"))) == {"date": "Column 1", "money": "Column 2"}
    assert "money" not in guess(columns_of(read_table("Date,Zzz\n2026-01-02,5.00\n")))


@pytest.mark.parametrize(("controls", "code"), [(5, ""), (6, "binary")])
def test_one_control_character_in_twenty_is_a_text(controls: int, code: str) -> None:
    text = "\x01" * controls + "a" * (100 - controls)
    if not code:
        assert checked(text) == text
        return
    with pytest.raises(StatementProblem) as refused:
        checked(text)
    assert refused.value.code == code


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_known_by_its_zeros(encoding: str) -> None:
    """More than three in ten characters have one, and fewer than one in twenty a zero on the other side."""
    mostly = "a" * 31 + "я" * 69
    assert decode(mostly.encode(encoding)) == mostly


def test_bytes_that_are_no_utf_8_are_of_windows() -> None:
    assert decode("Café,5\n".encode("cp1252")) == "Café,5\n"
    assert decode("Café,5\n".encode()) == "Café,5\n"


def test_text_of_a_row_that_is_left_out_is_cut_at_120_characters() -> None:
    table = read_table(f"Date,What,Pay\nsoon,{'x' * 200},5\n2026-01-02,y,5\n")
    settled, _ = settle(table, column_of(table.names))
    _, (left,) = read_entries(table, settled)
    assert (left.line, left.reason, left.text) == (2, "no-date", "soon; " + "x" * 114)


def column_of(names: tuple[str, ...]) -> ColumnMap:
    read = column_map({"roles": {"date": names[0], "use": names[1], "money": names[2]}, "names": list(names)})
    assert read is not None
    return read


def test_amounts_below_zero_change_sides() -> None:
    table = read_table("Date,Pay,Spent,Tips\n2026-01-02,-5,-3,-1\n2026-01-03,,-3,\n2026-01-04,-5,,\n2026-01-05,0,,\n")
    settled, _ = settle(table, column_map({"roles": {"date": "Date", "money": "Pay", "out": "Spent", "tips": "Tips"}}) or ColumnMap({}))
    entries, _ = read_entries(table, settled)
    assert [(entry.money, entry.out, entry.tips) for entry in entries] == [(None, 8, 1), (None, 3, None), (None, 5, None), (0, None, None)]


def test_use_is_cut_at_forty_characters() -> None:
    assert use_of("x" * 41) == "x" * 40
    assert use_of("x" * 39 + " y") == "x" * 39


def a_file(**changes: object) -> str:
    return json.dumps({"app": "ultimate-gig", "columns": 1, "names": ["A"], "roles": {"date": "A"}, **changes})


@pytest.mark.parametrize(("characters", "is_read"), [(20_000, True), (20_001, False)])
def test_file_of_columns_has_twenty_thousand_characters(characters: int, is_read: bool) -> None:
    if is_read:
        assert read_file(a_file().ljust(characters)).roles == {"date": "A"}
        return
    with pytest.raises(StatementProblem):
        read_file(a_file().ljust(characters))


@pytest.mark.parametrize(("count", "length", "is_read"), [(60, 65, True), (61, 65, False), (60, 66, False)])
def test_map_has_sixty_names_of_sixty_five_characters(count: int, length: int, is_read: bool) -> None:
    """Sixty of a name, and five that tell it apart from another one, " (12)"."""
    names = [f"{place:02}".ljust(length, "x") for place in range(count)]
    assert (column_map({"names": names, "roles": {"date": names[0]}}) is not None) == is_read
    assert (column_map({"names": [], "roles": {"date": "x" * length}}) is not None) == (length == 65)
