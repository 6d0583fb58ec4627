"""A calculator on paper: every input with its unit, and the whole outcome without folds and buttons."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pytest

from calculators import CATALOGUE, bridge, find
from calculators.engine.calculator import Calculator
from calculators.engine.view.outcome import outcome_view
from calculators.engine.view.printed import printed_view
from tests.unit.outcome_html import Page

DAY = date(2026, 11, 29)


def printed(calculator: str, **inputs: Any) -> dict[str, Any]:
    return dict(json.loads(bridge.printed(json.dumps({"calculator": calculator, "inputs": inputs, "as_of": DAY.isoformat()}))))


@pytest.mark.parametrize("calculator", CATALOGUE, ids=lambda each: each.id)
def test_paper_has_the_whole_outcome(calculator: Calculator) -> None:
    """Each figure, table row, step and source of the page, in HTML without a fold, a button or a repeated id."""
    answer = printed(calculator.id)
    page, whole = Page(answer["html"]), outcome_view(calculator.outcome(calculator.inputs(), DAY))
    assert not {"details", "button", "input", "script"} & set(page.tags)
    assert len(page.ids) == len(set(page.ids))
    assert {name for name, index, _ in page.figures if index is None} == {
        figure.name for figure in (whole.headline, *whole.parts, *whole.more)
    }
    assert page.tags.count("tr") >= sum(len(table.rows) + len(table.more) for table in whole.tables)
    classes = [value for _, name, value in page.attributes if name == "class"]
    assert classes.count("ug-step") == len(whole.working)
    assert classes.count("ug-source") == len(whole.sources)
    assert [spec["name"] for spec in answer["charts"]] == [chart.name for chart in whole.charts]


def test_inputs_have_their_units() -> None:
    """An estimate has its range, and a row's numbers the words of the gig that it has."""
    calculator = find("leverage-income")
    assert calculator is not None
    view = printed_view(calculator, calculator.outcome(calculator.inputs(), DAY))
    assert ("Your idle hours", "8 hours a week") in view.inputs
    pairs = next(each for each in view.lists if each.label == "What you would do with it")
    room = dict(pairs.rows[0].inputs)
    assert room["What a lodger pays"].endswith(" a month")
    assert re.fullmatch(r"\d+% \(from \d+% to \d+%\)", room["Share of the rooms that sells"])


def test_inputs_of_another_country_are_left_out() -> None:
    html = printed("take-home", country="uk")["html"]
    assert "Filing status" not in html
    assert "Your state" not in html


def test_refused_inputs_are_named_in_place_of_an_outcome() -> None:
    html = printed("equalizer", pay="many")["html"]
    assert "needs another look" not in html
    assert "<dt>Pay today</dt><dd>You wrote “many”." in html
    assert "ug-headline" not in html


def test_typed_markup_stays_text() -> None:
    html = printed("income-mix", streams=[{"name": "<img src=x>", "amount": "900"}])["html"]
    assert "<img" not in html
    assert "&lt;img src=x&gt;" in html
