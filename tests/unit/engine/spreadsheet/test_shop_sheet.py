"""The sheet of a small calculator, cell by cell: where inputs and figures stand, and which cells each formula uses."""

from dataclasses import dataclass, replace
from typing import Annotated, Any

import pytest

from calculators.engine.analysis.percentiles import Percentiles
from calculators.engine.calculator import Calculator, RowsTable
from calculators.engine.fields import Carry, Count, Money, Months, Number, NumberList, Rate, Text
from calculators.engine.figures import Series, figure
from calculators.engine.spreadsheet.answer import answer
from calculators.engine.spreadsheet.cells import Cell, Place, letters, number_format, scalar, sheet_name
from calculators.engine.spreadsheet.csv_tables import csv_tables, quote
from calculators.engine.spreadsheet.layout import HIGH, LOW, OVERVIEW, SOURCES, WIDTHS, lay_out
from tests.unit.engine.analysis.shop import DAY, SHOP, Inputs

MONEY = '"$"#,##0.00;-"$"#,##0.00'


def laid(calculator: Calculator, inputs: Any) -> list[list[tuple[object, str]]]:
    """Each row's cells: the value and the formula."""
    rows = lay_out(calculator.outcome(inputs, DAY), "Shop", 7).rows
    return [[(cell.value, cell.formula) for cell in row] for row in rows]


def test_figures_stand_above_the_inputs_that_they_use() -> None:
    """Two lines on top and one to read, an empty row and two of heads: the headline is in row 7, its inputs from row 20 on."""
    rows = laid(SHOP, Inputs())
    assert [row[0][0] if row else "" for row in rows[:6]] == ["Shop", "What is left?", rows[2][0][0], "", "What your inputs give", "Figure"]
    assert str(rows[2][0][0]).startswith("Worked out for Monday, November 23, 2026. ")
    assert rows[6][:3] == [("Net", ""), (1500, "B20*B21-B22"), ("a year", "")]
    assert rows[7][:3] == [("Kept", ""), (1125, "B7*(1-B23)"), ("a year", "")]
    assert [row[0][0] for row in rows[6:16]] == [
        "Net",
        "Kept",
        "Boxes",
        "Parcels",
        "Each unit leaves",
        "What a day sells for",
        "A ratio with a pole",
        "Gift, for a stall",
        "All lines",
        "Which",
    ]
    assert rows[8][1] == (8, "INT(B21/12)")
    assert rows[10][1] == (15, 'IF((B21>0),B7/B21,"")')
    assert rows[13][1] == (None, 'IF((B25="A stall"),B24,"")')
    assert rows[14][1] == (1, "SUM(B29:B30)")
    assert rows[16] == []


def test_inputs_have_value_unit_and_ends() -> None:
    rows = laid(SHOP, Inputs())
    assert [[value for value, _ in row] for row in rows[17:26]] == [
        ["Your inputs"],
        ["Input", "Value", "Unit", "Low", "High"],
        ["Price", 20, ""],
        ["Units", 100, "units"],
        ["Cost", 500, "", 300, 800],
        ["Tax", 0.25, ""],
        ["Gift", 0, ""],
        ["Kind", "A shop", ""],
        [],
    ]
    certain = replace(SHOP, ranged=())
    assert [value for value, _ in laid(certain, Inputs())[5]] == ["Figure", "Value", "Unit", "", "", "How"]


def test_rows_of_a_list_have_their_figures_beside_them() -> None:
    assert laid(SHOP, Inputs())[26:] == [
        [("Lines", "")],
        [("Name", ""), ("Amount", ""), ("Twice the amount", "")],
        [("Tea", ""), (3, ""), (6, "2*B29")],
        [("", ""), (-2, ""), (-4, "2*B30")],
    ]
    assert laid(SHOP, Inputs(lines=()))[26:] == [[("Lines", "")], [("None", "")]]


def test_ranges_stand_beside_their_figure() -> None:
    """Cost is from 300 to 800, so the net is from 1,200 to 1,700."""
    outcome = SHOP.outcome(Inputs(), DAY)
    rows = lay_out(outcome, "Shop", 7).rows
    spread = outcome.ranges["net"]
    assert isinstance(spread, Percentiles)
    assert [cell.value for cell in rows[5]] == ["Figure", "Value", "Unit", LOW, HIGH, "How"]
    assert [cell.value for cell in rows[6][3:5]] == [spread.p10, spread.p90]
    assert [cell.value for cell in rows[7][3:5]] == [None, None]
    assert rows[6][5].value == "formula: Price × Units − Cost"
    assert {cell.style for row in rows for cell in row} == {"title", "note", "section", "head", "input", ""}
    assert [cell.style for cell in rows[19]] == ["", "input", ""]


@pytest.mark.parametrize("title", ["Shop", "Bob’s", "Bob's"])
def test_overview_refers_to_the_headline(title: str) -> None:
    row = lay_out(SHOP.outcome(Inputs(), DAY), title, 7).overview
    name = title.replace("'", "''")
    assert [(cell.value, cell.formula) for cell in row] == [
        (title, ""),
        ("Net", ""),
        (1500, f"'{name}'!B7"),
        ("a year", ""),
        ("", ""),
    ]
    assert row[2].format == MONEY


@dataclass(frozen=True, kw_only=True)
class Past:
    sums: Annotated[tuple[float, ...], NumberList("Sums", item="month", fewest=1)] = (10.0, 30.0)
    base: Annotated[float, Money("Base")] = 5.0


@figure("All sums", unit=Money())
def all_sums(sums: tuple[float, ...]) -> float:
    """10 + 30 = 40."""
    return sum(sums)


@figure("By year", unit=Money(per="year"), each="years", step=False)
def by_year(base: float, year: int) -> float:
    """5 for each year."""
    return base * year


@figure("In between", unit=Number(), step=True)
def between(base: float) -> float:
    """Twice the base."""
    return 2 * base


@figure("Last", unit=Number())
def last(between: float) -> float | None:
    """None under 100."""
    return between if between > 100 else None


@dataclass(frozen=True)
class Record:
    name: Annotated[str, Text("Name")]
    sum: Annotated[float, Money("Sum", per="month")]
    add: Annotated[object, Carry("Add", calculator="x", rows="y")]


@figure("Records", table=Record)
def records(base: float) -> tuple[Record, ...]:
    """One."""
    return (Record("a", base, {}),)


PAST = Calculator(
    id="past",
    title="Past",
    purpose="?",
    inputs=Past,
    figures=(all_sums, by_year, between, last, records),
    headline=last,
    series=(Series("years", "year", "Year", (1, 2)),),
    tables=(RowsTable("years", "Years", "title", (by_year,)), records),
)


def test_lists_series_steps_and_records_have_their_sections() -> None:
    rows = laid(PAST, Past())
    assert rows[6:] == [
        [("Last", ""), (None, 'IF((B26>100),B26,"")'), ("", ""), (None, ""), (None, ""), rows[6][5]],
        [("All sums", ""), (40, "SUM(B16:B17)"), ("", ""), (None, ""), (None, ""), rows[7][5]],
        [],
        [("Your inputs", "")],
        [("Input", ""), ("Value", ""), ("Unit", "")],
        [("Base", ""), (5, ""), ("", "")],
        [],
        [("Sums", "")],
        [("Month", ""), ("Value", "")],
        [(1, ""), (10, "")],
        [(2, ""), (30, "")],
        [],
        [("Years", "")],
        [("Year", ""), ("Year", ""), ("By year (a year)", "")],
        [("Year 1", ""), (1, ""), (5, "B12*B21")],
        [("Year 2", ""), (2, ""), (10, "B12*B22")],
        [],
        [("Steps in between", "")],
        rows[24],
        [("In between", ""), (10, "2*B12"), ("", ""), (None, ""), (None, ""), rows[25][5]],
        [],
        [("Records", "")],
        [("Name", ""), ("Sum (a month)", "")],
        [("a", ""), (5, "")],
    ]


def test_headline_without_a_value_has_no_formula_in_the_overview() -> None:
    """An empty cell would be shown as 0."""
    assert [cell.as_json() for cell in lay_out(PAST.outcome(Past(), DAY), "Past", 2).overview][2] == {"format": "#,##0.00"}


def test_tables_are_written_as_csv() -> None:
    tables = {table["name"]: table["csv"] for table in csv_tables(PAST.outcome(Past(), DAY))}
    assert tables == {"years": "\ufeffYear,By year (a year)\r\nYear 1,5\r\nYear 2,10\r\n", "records": "\ufeffName,Sum (a month)\r\na,5\r\n"}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("-5", "-5"),
        ("-5.25", "-5.25"),
        ("-5a", "'-5a"),
        ("  =1", "'  =1"),
        ("a b", "a b"),
        (" a", '" a"'),
        ("a;b", '"a;b"'),
        ("a\tb", '"a\tb"'),
        ('say "x"', '"say ""x"""'),
        ("＝1", "'＝1"),
    ],
)
def test_text_that_looks_like_a_formula_is_marked(text: str, written: str) -> None:
    assert quote(text) == written


@pytest.mark.parametrize(("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")])
def test_columns_are_named_by_letters(column: int, name: str) -> None:
    assert letters(column) == name


def test_sheet_with_a_name_that_is_taken_gets_a_number() -> None:
    """Within the 31 characters that a name may have."""
    assert sheet_name("Sources") == "Sources (2)"
    assert sheet_name("Shop", frozenset({"shop", "shop (2)"})) == "Shop (3)"
    assert sheet_name("x" * 40) == "x" * 31
    assert sheet_name("x" * 40, frozenset({"x" * 31})) == "x" * 27 + " (2)"


def test_place_is_a_cell_or_a_column() -> None:
    assert Place(1, 20).at(0) == "B20"
    assert Place(1, 20, 3).range == "B20:B22"


@pytest.mark.parametrize(
    ("unit", "form"),
    [(Count(ge=999), "#,##0"), (Count(ge=1000), "0"), (Months(), "#,##0.0"), (Number(), "#,##0.00"), (Rate(), "0.00%"), (None, "")],
)
def test_year_is_a_count_from_a_thousand_on(unit: Any, form: str) -> None:
    assert number_format(unit) == form


def test_values_of_cells_are_plain() -> None:
    assert scalar(Number(), True) is True
    assert scalar(None, float("inf")) == "inf"
    assert scalar(Number(), 3) == 3.0
    assert Cell("", "", "", "head").as_json() == {"style": "head"}
    assert Cell(0.0).as_json() == {"value": 0.0}


def test_answer_has_the_shared_sheets_with_their_widths() -> None:
    whole = answer(SHOP.outcome(Inputs(), DAY), "Shop", {"first": 2})
    overview: Any = whole["overview"]
    assert overview["name"] == "Workbook"
    assert [cell["value"] for cell in overview["head"]] == list(OVERVIEW.columns)
    assert len(overview["rows"]) == 1
    sheet: Any = whole["sheet"]
    assert max(len(row) for row in sheet["rows"][5:]) <= len(WIDTHS)
    # a column is as wide as its head, which is never cut
    for shared in (OVERVIEW, SOURCES):
        assert all(width >= len(head) for head, width in shared.columns.items())
    assert [WIDTHS, *(tuple(shared.columns.values()) for shared in (OVERVIEW, SOURCES))] == [
        (44, 18, 20, 16, 16, 48),
        (24, 34, 16, 16, 80),
        (20, 48, 14, 16, 12, 12, 48, 30, 12, 12, 60),
    ], "widths were chosen by eye in LibreOffice: after a change, look at a sheet there"


@pytest.mark.parametrize(("first", "row"), [(1, 2), (2, 2), (3, 3), ("x", 2), (None, 2)])
def test_sources_begin_in_the_row_asked_for(first: object, row: int) -> None:
    """Row 1 has the heads."""
    from calculators import find

    calculator = find("buffer")
    assert calculator is not None
    rows: Any = answer(calculator.outcome(calculator.inputs(), DAY), "The buffer", {"first": first})
    formulas = [cell["formula"] for line in rows["sheet"]["rows"] for cell in line if "Sources" in cell.get("formula", "")]
    assert formulas
    assert all(f"'Sources'!C{row}" in formula for formula in formulas)
