"""A calculator's sheet: inputs in cells, formulas that refer to cells which exist, and a reader's text as text."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from calculators import CATALOGUE, bridge
from calculators.engine.calculator import Calculator
from calculators.engine.currency import Currency, in_currency
from calculators.engine.fields import Count, Money, Rate, Text
from calculators.engine.spreadsheet.cells import LONGEST_NAME, RESERVED, letters, number_format, sheet_name
from tests.properties.drawing import as_typed, drawn_inputs

DAY = "2026-11-23"
PAY_IN_EUROS = '"€"#,##0.00;-"€"#,##0.00'
ADDRESS = re.compile(r"(?<![\w'!])([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?(?![\w(])")
SHARED = re.compile(r"'Sources'!C(\d+)")
TEXT = re.compile(r'"(?:[^"]|"")*"')


def sheet(calculator: str, inputs: Any = None, *, first: int = 2, **more: Any) -> dict[str, Any]:
    request = {"calculator": calculator, "inputs": inputs or {}, "as_of": DAY, "explore": {"first": first}, **more}
    return dict(json.loads(bridge.spreadsheet(json.dumps(request))))


def rows_of(answer: dict[str, Any]) -> dict[object, list[dict[str, Any]]]:
    """The rows of a sheet by the value of their first cell."""
    return {row[0].get("value"): row for row in answer["sheet"]["rows"] if row}


def check(answer: dict[str, Any], first: int) -> int:
    """Check the references of every formula, and return how many formulas there are."""
    rows, count = answer["sheet"]["rows"], 0
    for number, row in enumerate(rows, 1):
        for position, cell in enumerate(row):
            if "formula" not in cell:
                continue
            count += 1
            formula = TEXT.sub("", cell["formula"])
            assert formula.count("(") == formula.count(")")
            assert all(first <= int(place) < first + len(answer["sources"]["rows"]) for place in SHARED.findall(formula))
            used = ADDRESS.findall(SHARED.sub("", formula))
            assert used or SHARED.search(formula), formula
            for column, row_number, _, last in used:
                assert f"{letters(position)}{number}" != f"{column}{row_number}", "a cell refers to itself"
                assert int(row_number) <= int(last or row_number) <= len(rows)
                assert any(letters(at) == column for at in range(len(rows[int(row_number) - 1]))), formula
    return count


@pytest.mark.parametrize("calculator", CATALOGUE, ids=lambda c: c.id)
@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
@given(data=st.data())
def test_any_inputs_give_a_sheet_whose_references_exist(calculator: Calculator, data: st.DataObject) -> None:
    inputs = as_typed(calculator.slots, data.draw(drawn_inputs(calculator)))
    answer = sheet(calculator.id, inputs, first=7)
    if "errors" in answer:
        assert answer["title"] == calculator.title
        return
    check(answer, 7)
    assert all(isinstance(cell.get("value", ""), str | int | float) for row in answer["sheet"]["rows"] for cell in row)


@pytest.mark.parametrize("calculator", CATALOGUE, ids=lambda c: c.id)
def test_arithmetic_is_live_in_every_calculator(calculator: Calculator) -> None:
    for case in calculator.cases or [""]:
        assert check(sheet(calculator.id, {calculator.case: case} if case else {}), 2) >= 1


def test_inputs_outcomes_and_sources_have_their_cells() -> None:
    answer = sheet("equalizer", {"pay": "61,000"}, workbook={"sign": "€"})
    rows = rows_of(answer)
    assert rows["Pay today"][1] == {"value": 61000.0, "format": PAY_IN_EUROS, "style": "input"}
    assert "€" in rows["The gap"][1]["format"]
    assert rows["The gap"][2] == {"value": "a year"}
    assert rows["The gap"][-1]["value"].startswith("formula: the larger of 0 and Pay that keeps up")
    assert rows["Rise in prices since that year"][-1] == {"value": "value"}, "an index of prices is no arithmetic"
    heads = [cell["value"] for cell in answer["sources"]["head"]]
    (first, *_) = answer["sources"]["rows"]
    source = dict(zip(heads, [cell.get("value") for cell in first], strict=True))
    assert source["Calculator"] == "The equalizer"
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", source["Holds from"])
    assert first[-1]["formula"] == f'HYPERLINK("{source["Link"]}")'
    assert answer["overview"]["rows"][0][2]["formula"].startswith("'The equalizer'!B")


def test_a_wrong_number_is_named_in_place_of_a_sheet() -> None:
    answer = sheet("equalizer", {"pay": "many"})
    assert answer["title"] == "The equalizer"
    assert answer["errors"][0]["field"] == "pay"


@pytest.mark.parametrize("name", ['=HYPERLINK("http://x","y")', "+1", "@x", "ا" * 40, "😀" * 40, "_x0041_", "\u202eabc"])
def test_a_readers_text_is_a_value_and_never_a_formula(name: str) -> None:
    stored = {"inventory": {"inputs": {"assets": [{"name": name, "kind": "car"}]}}}
    answer = sheet("inventory", workbook={"app": "ultimate-gig", "schema": 2, "calculators": stored})
    cells = [cell for row in answer["sheet"]["rows"] for cell in row if str(cell.get("value", "")).startswith(name)]
    assert cells
    assert not any("formula" in cell for cell in cells)
    assert not any("HYPERLINK" in cell.get("formula", "") for row in answer["sheet"]["rows"] for cell in row)


@given(st.text(max_size=60), st.sets(st.text(max_size=40).map(str.casefold), max_size=3))
def test_names_of_sheets_are_valid_and_unique(title: str, others: set[str]) -> None:
    taken = frozenset(others | RESERVED)
    name = sheet_name(title, taken)
    assert 0 < len(name.encode("utf-16-le")) <= 2 * LONGEST_NAME
    assert not set(name) & set("[]:*?/\\")
    assert name.strip("' ") == name
    assert name.isprintable()
    assert name.casefold() not in taken


def test_calculators_have_names_of_their_own() -> None:
    names = [sheet_name(calculator.title).casefold() for calculator in CATALOGUE]
    assert len(set(names)) == len(names)


def test_formats_follow_the_unit_and_the_currency() -> None:
    assert number_format(Rate()) == "0.00%"
    assert number_format(Count()) == "#,##0"
    assert number_format(Text()) == ""
    with in_currency(Currency("KSh")):
        assert number_format(Money(dollars=True)) == '"KSh\u00a0"#,##0;-"KSh\u00a0"#,##0'
    with in_currency(Currency("")):
        assert number_format(Money()) == "#,##0.00"
