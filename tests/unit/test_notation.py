"""Numbers in the reader's notation: in every outcome, picture, error and panel, and in the workbook."""

import json
import re
from datetime import date
from html import unescape
from typing import Any

import pytest
import vl_convert

from calculators import CATALOGUE, bridge, find
from calculators.engine.notation import EXAMPLES, notation_of
from calculators.workbook.notation import in_other_notation

DAY = date(2026, 11, 23)
COMMA = "1.234.567,89"
NAMES = [calculator.id for calculator in CATALOGUE]
POINT_FORM = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:,\d{3})+(?!\d)|(?<![\d.,])\d+\.\d{1,2}(?![\d.])")
"""Numbers that are written 1,200 or 1.25."""
MARKUP = re.compile(r'<span class="ug-source-note">.*?</span>|<[^>]*>', re.DOTALL)
"""Tags, and what is cited in the words of the book."""


def ask(door: Any, name: str, **request: Any) -> dict[str, Any]:
    return dict(json.loads(door(json.dumps({"calculator": name, "as_of": DAY.isoformat(), "numbers": COMMA, **request}))))


@pytest.mark.parametrize("name", NAMES)
def test_every_number_of_an_outcome_is_in_the_reader_s_notation(name: str) -> None:
    outcome = ask(bridge.page, name)["outcome"]
    text = unescape(MARKUP.sub(" ", outcome["html"]))
    for figure in (figure for calculator in CATALOGUE for case in (calculator, *calculator.cases.values()) for figure in case.figures):
        text = text.replace(figure.why, "") if figure.why else text  # the book's own words, with amounts that a law names
    assert not POINT_FORM.findall(text)
    for chart in outcome["charts"]:
        words = MARKUP.sub(" ", re.sub(r"<style.*?</style>", "", vl_convert.vegalite_to_svg(chart["wide"])))
        assert not POINT_FORM.findall(words)
    panel = ask(bridge.explore_page, name, explore={})["panel"]["html"]
    assert not POINT_FORM.findall(MARKUP.sub(" ", panel))


@pytest.mark.parametrize("name", NAMES)
def test_figures_for_machines_are_the_same_in_every_notation(name: str) -> None:
    usual = ask(bridge.run, name, numbers=EXAMPLES[0])
    for example in EXAMPLES[1:]:
        assert ask(bridge.run, name, numbers=example)["figures"] == usual["figures"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("example", EXAMPLES)
def test_a_workbook_keeps_its_values_when_its_notation_changes(name: str, example: str) -> None:
    calculator = find(name)
    assert calculator is not None
    usual = bridge.defaults(calculator)
    book = {"calculators": {name: {"inputs": usual, "scenarios": [{"name": "A", "inputs": usual}]}}}
    other = in_other_notation(book, notation_of(example))
    there, here = ask(bridge.run, name, numbers=example, workbook=other), ask(bridge.run, name, numbers=EXAMPLES[0], workbook=book)
    assert (there["inputs"], there["figures"]) == (here["inputs"], here["figures"])
    assert in_other_notation(other, notation_of(EXAMPLES[0]))["calculators"] == book["calculators"]


def test_text_that_is_no_number_stays_as_typed() -> None:
    inputs = {"pay": "30.000", "years": "lots", "inflation": "0.05%", "pay_growth": "3.5"}
    other = in_other_notation({"calculators": {"equalizer": {"inputs": inputs}, "gone": {"inputs": {"a": "1.5"}}}}, notation_of(COMMA))
    assert other["calculators"] == {
        "equalizer": {"inputs": {"pay": "30.000", "years": "lots", "inflation": "0,05%", "pay_growth": "3,5"}},
        "gone": {"inputs": {"a": "1.5"}},
    }
    assert other["numbers"] == COMMA


def test_workbook_sets_the_notation_of_its_texts() -> None:
    book = {"app": "ultimate-gig", "schema": 1, "saved": "", "numbers": COMMA, "calculators": {"equalizer": {"inputs": {"pay": "52.000"}}}}
    answer = json.loads(bridge.run(json.dumps({"calculator": "equalizer", "workbook": book})))
    assert answer["inputs"]["pay"] == 52_000
    assert json.loads(bridge.open_workbook(json.dumps(book)))["workbook"]["numbers"] == COMMA


@pytest.mark.parametrize("example", ["1-2", "1.234,56", "", 5, None])
def test_workbook_in_an_unknown_notation_is_refused(example: object) -> None:
    """It is neither opened, rewritten nor computed with: read in another notation, its numbers could be off by a factor of a thousand."""
    book = {"app": "ultimate-gig", "schema": 1, "calculators": {"equalizer": {"inputs": {"pay": "52.000"}}}, "numbers": example}
    opened = json.loads(bridge.open_workbook(json.dumps(book)))
    rewritten = json.loads(bridge.rewrite_numbers(json.dumps({"workbook": book, "numbers": COMMA})))
    assert opened["problem"]["code"] == rewritten["problem"]["code"] == "unknown-notation"
    for door in (bridge.run, bridge.page, bridge.explore, bridge.explore_page):
        errors = json.loads(door(json.dumps({"calculator": "equalizer", "workbook": book})))["errors"]
        assert [(error["field"], error["code"]) for error in errors] == [("numbers", "unknown-notation")]


def test_workbook_is_not_rewritten_in_an_unknown_notation() -> None:
    book = {"app": "ultimate-gig", "schema": 1, "calculators": {"equalizer": {"inputs": {"pay": "52,000"}}}}
    answer = json.loads(bridge.rewrite_numbers(json.dumps({"workbook": book, "numbers": "1.234,56"})))
    assert answer["problem"]["code"] == "unknown-notation"


def test_opened_workbook_spells_its_notation_like_the_site() -> None:
    """An apostrophe or space of another kind names the same notation; the page compares the texts."""
    book = {"app": "ultimate-gig", "schema": 1, "calculators": {}, "numbers": "1'234'567.89"}
    assert json.loads(bridge.open_workbook(json.dumps(book)))["workbook"]["numbers"] == EXAMPLES[4]


@pytest.mark.parametrize(
    ("field", "text", "rewritten"),
    [
        ("morning", "7.30", "7.30"),  # doubtful: 7:18 or 7:30
        ("morning", "7.125", "7,1250"),  # the bounds decide, as in the form
        ("morning", "100,000", "100.000"),  # too large before and after
        ("morning", "-1.200", "-1.200"),  # refused before and after, and not settled here
        ("rest_floor", "7:09", "7:09"),
    ],
)
def test_rewriting_reads_a_text_as_the_form_does(field: str, text: str, rewritten: str) -> None:
    inputs = {"uses": [{field: text}]} if field == "morning" else {field: text}
    other = in_other_notation({"calculators": {"time-audit": {"inputs": inputs}}}, notation_of(COMMA))
    page = other["calculators"]["time-audit"]["inputs"]
    assert (page["uses"][0] if field == "morning" else page)[field] == rewritten


def test_change_of_notation_refuses_an_invalid_workbook() -> None:
    for request in ("", "[]", '{"workbook": 5, "numbers": "x"}', '{"numbers": "x"}'):
        assert "problem" in json.loads(bridge.rewrite_numbers(request))


@pytest.mark.parametrize("name", ["de", "1,2", 5, None])
def test_unknown_notation_of_a_request_is_refused(name: object) -> None:
    errors = ask(bridge.run, "equalizer", numbers=name, inputs={"pay": "52.000"})["errors"]
    assert [(error["field"], error["code"]) for error in errors] == [("numbers", "unknown-notation")]


def test_notation_may_be_named_with_any_space_or_apostrophe() -> None:
    names = {"1\u00a0234\u00a0567,89": 2, "1\u202f234\u202f567.89": 3, "1'234'567.89": 4}
    assert {name: EXAMPLES.index(notation_of(name).example) for name in names} == names


def week(evening: str) -> dict[str, Any]:
    return {"uses": [{"use": "sleep", "evening": evening}], "rest_floor": "1:45"}


def test_scenarios_of_hours_compare_in_every_notation() -> None:
    """7:30, 7h30, 450 min and a decimal sign of either kind are the same seven and a half hours."""
    for example in EXAMPLES:
        scenarios = [{"name": text, "inputs": week(text)} for text in ("7:30", "7h30", "450 min", "7,5")]
        answer = ask(bridge.explore, "time-audit", numbers=example, explore={"kind": "compare", "scenarios": scenarios})["explore"]
        assert answer["inputs"] == []
        assert not any(line["differs"] for line in answer["figures"])


def test_scenario_with_doubtful_hours_is_asked_about() -> None:
    question = {"kind": "compare", "scenarios": [{"name": "Now", "inputs": week("7.30")}]}
    (error,) = ask(bridge.explore, "time-audit", explore=question)["errors"]
    assert (error["field"], error["code"]) == ("scenarios.0.uses.0.evening", "ambiguous")
    assert [reading["text"] for reading in error["readings"]] == ["7:18", "7:30"]


def test_rewriting_keeps_the_hours_of_scenarios() -> None:
    """Hours as h:mm are written with decimals, and back as h:mm where decimals could be a time; what is doubtful stays."""
    for typed, written in (("7:30", "7,5"), ("7h15", "7,25"), ("7:27", "7:27"), ("0:09", "0:09"), ("7.30", "7.30"), ("7.45", "7.45")):
        book = {"calculators": {"time-audit": {"inputs": week(typed), "scenarios": [{"name": "A", "inputs": week(typed)}]}}}
        page = in_other_notation(book, notation_of(COMMA))["calculators"]["time-audit"]
        assert page["inputs"] == page["scenarios"][0]["inputs"] == {"uses": [{"use": "sleep", "evening": written}], "rest_floor": "1,75"}
