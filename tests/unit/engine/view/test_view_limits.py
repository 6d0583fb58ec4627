"""What a page shows at the limits: how many rows, which rows are folded, how a number is spoken."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Any

import pytest

from calculators.engine.calculator import Calculator, RowsTable
from calculators.engine.durations import spoken_months
from calculators.engine.fields import Count, Estimate, Field, Hours, Money, Months, Number, Phrases, Rate, Rows, Text
from calculators.engine.figures import figure
from calculators.engine.view.form import form_view
from calculators.engine.view.models import RowsView, TableRowView, TableView
from calculators.engine.view.spoken import spoken, spoken_input, with_unit
from calculators.engine.view.tables import cell, head, table_view
from calculators.engine.view.working_view import steps
from tests.unit.engine.analysis.shop import DAY, SHOP, Inputs, Line


def table(columns: list[Field], rows: int) -> TableView:
    heads = tuple(head(f"column {place}", "", unit) for place, unit in enumerate(columns))
    values = [("late",) if isinstance(unit, Phrases) else "x" if isinstance(unit, Text) else 1.0 for unit in columns]
    cells = tuple(cell(unit, value) for unit, value in zip(columns, values, strict=True))
    return table_view("t", "T", "", heads, tuple(TableRowView(index, cells) for index in range(rows)))


@pytest.mark.parametrize(
    ("columns", "stacks"),
    [
        ([Text(), Number(), Number(), Number()], False),  # four fit on a phone
        ([Text(), Number(), Number(), Number(), Number()], True),
        ([Text(), Number(), Text()], True),  # a text beside the first column does not
        ([Text(), Phrases()], True),
    ],
)
def test_wide_tables_stack_on_a_phone(columns: list[Field], stacks: bool) -> None:
    assert table(columns, 1).stacks == stacks


@pytest.mark.parametrize(("rows", "shown"), [(5, 5), (6, 6), (7, 5), (20, 5)])
def test_rows_with_lists_are_folded_from_the_seventh(rows: int, shown: int) -> None:
    """To fold one row would not make the page shorter."""
    rich = table([Text(), Phrases()], rows)
    assert (len(rich.rows), len(rich.more)) == (shown, rows - shown)
    assert len(table([Text(), Number()], rows).rows) == rows


def test_cell_for_a_machine_is_a_figures_alone() -> None:
    assert cell(Money(), 1234.5).value == ""
    assert cell(Money(), 1234.5, "net").value == "1234.5"
    assert cell(Money(), 1234.5, "net").numeric
    assert not cell(Text(), "x").numeric
    assert cell(Phrases(), ("a", "b")).items == ("a", "b")


@dataclass(frozen=True, kw_only=True)
class Two:
    name: Annotated[str, Text("Name")] = ""
    a: Annotated[float, Number("A")] = 0.0
    later: Annotated[float, Number("Later", more=True)] = 0.0


@dataclass(frozen=True, kw_only=True)
class Three(Two):
    b: Annotated[float, Number("B")] = 0.0


@dataclass(frozen=True, kw_only=True)
class Day(Three):
    """Hours for three parts of the day, and with `Week` for four."""

    c: Annotated[float, Hours("C")] = 0.0
    d: Annotated[float, Hours("D")] = 0.0
    e: Annotated[float, Hours("E")] = 0.0


@dataclass(frozen=True, kw_only=True)
class Week(Day):
    f: Annotated[float, Hours("F")] = 0.0


def rows_of(row: type[Any]) -> RowsView:
    @dataclass(frozen=True, kw_only=True)
    class Form:
        items: Annotated[tuple[Any, ...], Rows("Items", of=row, item="item", title="name")] = (row(name="x"), row(), row())

    @figure("Items", unit=Count())
    def count(items: tuple[Any, ...]) -> int:
        """How many."""
        return len(items)

    calculator = Calculator(id="c", title="C", purpose="?", inputs=Form, figures=(count,), headline=count)
    (view,) = form_view(calculator, Form(), DAY).groups[0].items
    assert isinstance(view, RowsView)
    return view


@pytest.mark.parametrize(
    ("row", "folded"),
    [(Two, [False] * 3), (Three, [False, True, True]), (Day, [False, True, True]), (Week, [False] * 3)],
)
def test_rows_of_three_fields_fold_except_the_first(row: type[Any], folded: list[bool]) -> None:
    """Fields behind “More details” do not count, and hours for each of four parts of the day stay open."""
    view = rows_of(row)
    assert [each.folded for each in view.rows] == folded
    assert view.blank.folded == folded[-1]


def test_rows_are_titled_by_their_name_or_as_new() -> None:
    view = rows_of(Two)
    assert [row.title for row in view.rows] == ["x", "New item", "New item"]
    assert (view.blank.title, view.add) == ("New item", "Add an item")
    assert [field.name for field in view.rows[0].fields] == ["items.0.name", "items.0.a"]
    assert [field.name for field in view.rows[0].more] == ["items.0.later"]


def test_working_explains_three_rows_of_a_list() -> None:
    shop = replace(SHOP, tables=(RowsTable("lines", "Lines", "name", (SHOP.graph.by_name("twice"),)),))
    many = replace(Inputs(), lines=tuple(Line(name=f"Tea {number}", amount=float(number)) for number in range(5)))
    outcome = shop.outcome(many, DAY, ranges=False)
    shown = [(step.row, step.result) for step in steps(outcome) if step.name == "twice"]
    assert shown == [("Tea 0", "$0"), ("Tea 1", "$2"), ("Tea 2", "$4")]
    assert [step.row for step in steps(outcome) if step.name == "net"] == [None]
    assert sum(step.name == "twice" for step in steps(outcome, 10)) == 5


@pytest.mark.parametrize(
    ("unit", "value", "text"),
    [
        (Money(), 4049.71, "$4,050"),
        (Money(), 0.5, "$1"),
        (Rate(), 0.1449, "14%"),
        (Number(unit="hours"), 19.5, "20 hours"),
        (Hours(), 2.4, "2 hours"),
        (Months(), 60.0, "about 5 years"),
        (Money(), None, "—"),
        (Number(unit="hours"), None, "—"),
    ],
)
def test_figure_is_spoken_in_whole_numbers(unit: Field, value: float | None, text: str) -> None:
    assert spoken(unit, value) == text


@pytest.mark.parametrize(
    ("field", "value", "text"),
    [
        (Money(), 99.5, "$99.50"),
        (Money(), 99.0, "$99"),
        (Money(), 100.0, "$100"),
        (Money(), 100.4, "$100"),
        (Number(unit="units"), 9.99, "9.99 units"),
        (Number(unit="units"), 10.04, "10 units"),
        (Number(unit="units"), 10.06, "10.1 units"),
        (Rate(), 0.1234, "12.34%"),
        (Count(unit="years"), 1, "1 year"),
        (Count(unit="years"), 5, "5 years"),
        (Count(unit="years"), 11, "11 years"),
        (Money(), Estimate(1.0, 200.0, 300.0), "$200"),
    ],
)
def test_input_is_spoken_as_it_is_set(field: Field, value: Any, text: str) -> None:
    assert spoken_input(field, value) == text


def test_no_value_has_no_unit() -> None:
    assert with_unit(Number(unit="hours"), None) == "—"
    assert with_unit(Rate(), 0.034) == "3.4%"


@pytest.mark.parametrize(
    ("months", "text"),
    [
        (0.2, "about 1 week"),  # × 52 ÷ 12 = 0.87
        (0.5, "about 2 weeks"),
        (1.49, "about 6 weeks"),
        (1.5, "about 2 months"),
        (1.0, "about 4 weeks"),
        (23.4, "about 23 months"),
        (23.5, "about 2 years"),  # 3.92 half years
        (23.0, "about 23 months"),
        (25.0, "a little over 2 years"),  # 4.17
        (24.8, "about 2 years"),  # 4.13
        (29.0, "nearly 2½ years"),  # 4.83
        (29.2, "about 2½ years"),  # 4.87
        (59.0, "nearly 5 years"),  # 9.83
        (61.0, "a little over 5 years"),  # 10.17
    ],
)
def test_duration_is_spoken_in_weeks_months_or_half_years(months: float, text: str) -> None:
    assert spoken_months(months) == text


def test_days_of_a_form_are_not_read_from_the_clock() -> None:
    assert form_view(SHOP, Inputs(), date(2026, 1, 1)) == form_view(SHOP, Inputs(), date(2026, 12, 31))
