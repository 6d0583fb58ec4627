"""Tables as CSV: read back as they are, with numbers for machines and no formula in a cell."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import CATALOGUE, bridge
from calculators.engine.currency import Currency, in_currency
from calculators.engine.fields import Count, Money, Number, Rate, Text
from calculators.engine.notation import in_notation, notation_of
from calculators.engine.spreadsheet.csv_tables import MARK, quote, write_csv

FORMULAS = ["=1+1", "+1", "-x", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", '=HYPERLINK("x")', "-1+2"]


def tables(calculator: str, **more: object) -> dict[str, str]:
    request = {"calculator": calculator, "inputs": {}, "as_of": "2026-11-23", "explore": {"csv": True}, **more}
    return {table["name"]: table["csv"] for table in json.loads(bridge.spreadsheet(json.dumps(request)))["tables"]}


def rows(text: str) -> list[list[str]]:
    assert text.startswith(MARK)
    return list(csv.reader(io.StringIO(text.removeprefix(MARK), newline=""), strict=True))


@pytest.mark.parametrize("text", FORMULAS)
def test_what_begins_a_formula_becomes_text(text: str) -> None:
    assert rows(MARK + quote(text) + "\r\n") == [[f"'{text}"]]


@pytest.mark.parametrize("text", ["-1", "-0.5", "12", "a=b", "’=1"])
def test_numbers_and_other_texts_stay_as_they_are(text: str) -> None:
    assert quote(text) == text


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2), max_size=5))
def test_any_texts_read_back(texts: list[list[str]]) -> None:
    """A cell has what was typed, perhaps after an apostrophe, and never begins a formula."""
    columns = list(zip(*texts, strict=True)) or [(), ()]
    shown = [("a", Text(), columns[0]), ("b", None, columns[1])]
    head, *body = rows(write_csv(shown))
    assert head == ["a", "b"]
    for typed, cell in zip([each for row in texts for each in row], [each for row in body for each in row], strict=True):
        assert cell.removeprefix("'") == typed.removeprefix("'")
        assert cell[:1] not in {"=", "+", "@", "\t", "\r"}


def test_numbers_are_for_machines_in_every_notation() -> None:
    shown = [("Pay", Money(), [1234.5, -0.125]), ("Share", Rate(), [0.034, None]), ("n", Count(), [1000, 2]), ("x", Number(), [1e9, 0.5])]
    with in_notation(notation_of("1.234.567,89")), in_currency(Currency("€")):
        assert rows(write_csv(shown))[1:] == [["1234.5", "0.034", "1000", "1000000000"], ["-0.13", "", "2", "0.5"]]


@pytest.mark.parametrize("calculator", CATALOGUE, ids=lambda c: c.id)
def test_every_table_has_a_button_and_a_file(calculator: object) -> None:
    """Each name that a button of the page has is that of one table, and the other way around."""
    name = calculator.id  # type: ignore[attr-defined]
    html = json.loads(bridge.page(json.dumps({"calculator": name, "inputs": {}, "as_of": "2026-11-23"})))["outcome"]["html"]
    named = [part.partition('"')[0] for part in html.split('data-csv="')[1:]]
    assert sorted(named) == sorted(tables(name))
    for text in tables(name).values():
        assert len({len(row) for row in rows(text)}) == 1
