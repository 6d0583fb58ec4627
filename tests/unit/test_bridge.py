"""The bridge: every request gets JSON of the documented shape, and nothing raises."""

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import CATALOGUE, bridge

DAY = "2026-11-23"
NAMES = [calculator.id for calculator in CATALOGUE]


def strict(text: str) -> Any:
    """Parse standard JSON: no NaN, no Infinity, and only text that UTF-8 can encode."""
    text.encode("utf-8")
    return json.loads(text, parse_constant=lambda constant: pytest.fail(f"{constant} is not JSON"))


def run(calculator: str, /, **request: Any) -> dict[str, Any]:
    return dict(strict(bridge.run(json.dumps({"calculator": calculator, "as_of": DAY, **request}))))


def page(calculator: str, /, **request: Any) -> dict[str, Any]:
    return dict(strict(bridge.page(json.dumps({"calculator": calculator, "as_of": DAY, **request}))))


def refused(answer: dict[str, Any]) -> list[tuple[str, str]]:
    return [(error["field"], error["code"]) for error in answer.get("errors", [])]


def test_equalizer_gives_the_figures_of_the_contract() -> None:
    answer = run("equalizer", inputs={"pay": 52_000, "pay_growth": 0.02, "inflation": 0.034, "years": 5})
    assert {name: answer["figures"][name] for name in ("pay_needed", "pay_expected", "gap")} == {
        "pay_needed": 61461.91,
        "pay_expected": 57412.20,
        "gap": 4049.71,
    }
    assert answer["inputs"]["pay"] == 52_000.0


def test_typed_texts_give_the_same_answer_as_numbers() -> None:
    as_numbers = run("equalizer", inputs={"pay": 52_000, "pay_growth": 0.02, "inflation": 0.034, "years": 5})
    as_typed = run("equalizer", inputs={"pay": "52,000", "pay_growth": "2", "inflation": "3.4%", "years": "5"})
    assert as_typed["figures"] == as_numbers["figures"]


@pytest.mark.parametrize("name", NAMES)
def test_answer_has_the_documented_keys_and_sources(name: str) -> None:
    answer = run(name, inputs={})
    assert (
        {"calculator", "inputs", "figures", "parameters"}
        <= set(answer)
        <= {"calculator", "inputs", "figures", "ranges", "rows", "parameters"}
    )
    assert answer["calculator"] == name
    assert answer["figures"]
    for value in answer["parameters"]:
        assert set(value) == {"name", "value", "from", "source"}
        assert value["source"]
        assert len(value["from"]) == len(DAY)
    for figure in answer["figures"].values():
        assert figure is None or isinstance(figure, int | float | str)


def test_ranges_have_p10_p50_p90_for_each_row() -> None:
    """A figure of rows has a range for each row."""
    answer = run("leverage-income", inputs={})
    assert set(answer["ranges"]["net_year"]) == {"p10", "p50", "p90"}
    assert len(answer["ranges"]["pair_net"]) == len(answer["rows"]["pairs"]) == 2
    assert len(answer["ranges"]["month_net"]) == len(answer["rows"]["months"]) == 12
    assert answer["rows"]["months"][0]["month"] == 1


@pytest.mark.parametrize("name", NAMES)
def test_refusal_has_the_documented_keys_and_typed_inputs(name: str) -> None:
    typed = {"no-such-field": "1.234,56"}
    answer = run(name, inputs=typed)
    assert set(answer) == {"calculator", "inputs", "figures", "parameters", "errors"}
    assert answer["inputs"] == typed
    assert answer["figures"] == {}
    assert refused(answer) == [("no-such-field", "unknown-field")]
    assert all(set(error) == {"field", "code", "message"} for error in answer["errors"])


@pytest.mark.parametrize("name", NAMES)
def test_a_page_has_html_and_charts_for_both_widths(name: str) -> None:
    answer = page(name, inputs={})
    assert set(answer) == {"outcome", "linked", "errors"}
    assert answer["errors"] == []
    assert set(answer["outcome"]) == {"html", "charts"}
    for chart in answer["outcome"]["charts"]:
        assert set(chart) == {"name", "wide", "narrow"}


@pytest.mark.parametrize("name", NAMES)
def test_summary_of_a_refused_page_names_each_field(name: str) -> None:
    answer = page(name, inputs={"no-such-field": "x"})
    assert set(answer) == {"errors", "summary", "linked"}
    assert "no-such-field" in answer["summary"]


def test_summary_links_to_the_field_by_label_and_row() -> None:
    answer = page("inventory", inputs={"assets": [{"name": "A"}, {"name": "B", "capacity": "many"}]})
    assert 'href="#inventory-assets-1-capacity"' in answer["summary"]
    assert "Your assets, 2: In all" in answer["summary"]


REQUESTS: dict[str, tuple[str, str]] = {
    "nothing": ("", "not-json"),
    "half an object": ('{"calculator":', "not-json"),
    "words": ("hello", "not-json"),
    "brackets without end": ("[" * 200_000, "not-json"),
    "a number of five thousand digits": ('{"calculator": ' + "9" * 5000 + "}", "not-json"),
    "null": ("null", "not-an-object"),
    "a list": ("[]", "not-an-object"),
    "a number": ("1e309", "not-an-object"),
    "no calculator": ("{}", "unknown-calculator"),
    "an unknown calculator": ('{"calculator": "salary"}', "unknown-calculator"),
    "a calculator that is a list": ('{"calculator": ["equalizer"]}', "unknown-calculator"),
    "inputs that are a list": ('{"calculator": "equalizer", "inputs": []}', "not-an-object"),
    "inputs that are nothing": ('{"calculator": "equalizer", "inputs": null}', "not-an-object"),
    "a day that is none": ('{"calculator": "equalizer", "as_of": "2026-02-30"}', "not-a-date"),
    "a day that is a number": ('{"calculator": "equalizer", "as_of": 2026}', "not-a-date"),
    "a day that is nothing": ('{"calculator": "equalizer", "as_of": null}', "not-a-date"),
    "nine million characters": (" " * 9_000_000, "too-big"),
}


@pytest.mark.parametrize(("request_text", "code"), REQUESTS.values(), ids=REQUESTS.keys())
def test_malformed_request_is_refused_with_its_reason(request_text: str, code: str) -> None:
    answer = strict(bridge.run(request_text))
    assert refused(answer) == [("", code)]
    assert "failed" not in answer


@pytest.mark.parametrize(("request_text", "code"), REQUESTS.values(), ids=REQUESTS.keys())
def test_malformed_page_request_gets_a_refused_page(request_text: str, code: str) -> None:
    answer = strict(bridge.page(request_text))
    assert refused(answer) == [("", code)]
    assert {"errors", "summary", "linked"} <= set(answer)


def test_figure_that_is_no_number_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bug may compute NaN, which is no JSON: the page could not read the answer, or say why."""
    monkeypatch.setattr(bridge, "_run", lambda request: {"figures": {"gap": float("nan")}})
    assert refused(run("equalizer")) == [("", "fault")]


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity", "1e309", "9" * 400])
def test_non_finite_json_number_is_refused_at_its_field(value: str) -> None:
    answer = strict(bridge.run('{"calculator": "equalizer", "inputs": {"pay": ' + value + "}}"))
    assert [field for field, _ in refused(answer)] == ["pay"]
    assert refused(answer)[0][1] != "fault"


@pytest.mark.parametrize("door", [bridge.run, bridge.page], ids=["run", "page"])
@pytest.mark.parametrize("typed", ["\ud83d", "a\udc00b"])
def test_lone_surrogate_does_not_break_the_answer(door: Any, typed: str) -> None:
    answer = strict(door(json.dumps({"calculator": "equalizer", "inputs": {"pay": typed, typed: "1"}})))
    assert len(answer["errors"]) == 2


@pytest.mark.parametrize(
    "name", ["assets.².name", "assets.٣.name", "assets..name", "assets.", ".assets", "assets.0", "strengths.0", "", ".", "x" * 500]
)
def test_unusual_field_name_is_refused_as_unknown(name: str) -> None:
    answer = page("inventory", inputs={name: "x"})
    assert [code for _, code in refused(answer)] == ["unknown-field"]


@pytest.mark.parametrize("depth", [10, 100, 500, 900])
def test_deeply_nested_input_is_refused_without_a_fault(depth: int) -> None:
    deep = json.loads("[" * depth + "]" * depth)
    for name in NAMES:
        calculator = next(c for c in CATALOGUE if c.id == name)
        for slot in calculator.slots:
            codes = {code for _, code in refused(run(name, inputs={slot.name: deep}))}
            assert "fault" not in codes, (name, slot.name)


TINY = {
    "a use of next to no units": (
        "leverage-income",
        {"assets": [], "pairs": [{"price": "1", "units": "0." + "0" * 30 + "1", "fixed_cost": "100"}]},
    ),
    "next to no own hours": (
        "leverage-income",
        {"assets": [], "pairs": [{"price": "1000", "units": "10", "hours_sold": "0." + "0" * 30 + "1"}]},
    ),
    "a share of next to nothing": ("leverage-income", {"assets": [], "pairs": [{"price": 5e-324, "units": 1, "fixed_cost": 1}]}),
    "an idle hour that brings next to nothing": ("equalizer", {"idle_hours": "0.000001", "hourly_net": "0.000000000001"}),
    "a capacity of next to nothing": ("inventory", {"assets": [{"kind": "tools", "name": "x", "capacity": 5e-324, "used": 0}]}),
}


@pytest.mark.parametrize(("name", "inputs"), TINY.values(), ids=TINY.keys())
def test_every_accepted_tiny_number_is_computed(name: str, inputs: dict[str, Any]) -> None:
    for answer in (run(name, inputs=inputs), page(name, inputs=inputs)):
        assert "failed" not in answer, answer["failed"]


def test_ten_thousand_rows_get_a_single_error() -> None:
    answer = page("inventory", inputs={"assets": [{"name": f"Asset {i}"} for i in range(10_000)]})
    assert refused(answer) == [("assets", "too-many")]
    assert "10,000" in answer["errors"][0]["message"]


@pytest.mark.parametrize("book", [None, 5, "x", [], {}, {"calculators": 1}, {"calculators": {"inventory": {"inputs": {"assets": 5}}}}])
def test_malformed_workbook_beside_valid_inputs_is_ignored(book: object) -> None:
    assert "errors" not in run("leverage-income", inputs={}, workbook=book)


def test_missing_inputs_come_from_the_workbook() -> None:
    book = {"calculators": {"equalizer": {"inputs": {"pay": "10", "years": "2"}}}}
    answer = run("equalizer", inputs={"years": "3"}, workbook=book)
    assert (answer["inputs"]["pay"], answer["inputs"]["years"]) == (10.0, 3)


def test_error_in_the_workbooks_page_is_at_its_field() -> None:
    book = {"calculators": {"equalizer": {"inputs": {"pay": "30.000"}}}}
    assert refused(run("equalizer", inputs={}, workbook=book)) == [("pay", "ambiguous")]


def test_day_selects_the_cited_value() -> None:
    def inflation(day: str) -> list[float]:
        return [p["value"] for p in run("equalizer", inputs={}, as_of=day)["parameters"] if p["name"] == "prices.us_inflation_12_months"]

    assert inflation("2026-04-15") == [0.038]
    assert inflation("2026-08-15") == [0.034]
    assert inflation("2035-01-01") == []


def test_the_first_inputs_as_typed_give_the_first_outcome() -> None:
    for calculator in CATALOGUE:
        assert run(calculator.id, inputs=bridge.defaults(calculator)) == run(calculator.id, inputs={})


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@given(st.text(max_size=200))
def test_any_text_gets_a_refusal(text: str) -> None:
    for door in (bridge.run, bridge.page):
        assert strict(door(text))["errors"]
    assert "problem" in strict(bridge.open_workbook(text))


@given(st.sampled_from(NAMES), json_values, json_values, json_values)
def test_any_json_gets_an_answer(name: str, inputs: Any, book: Any, day: Any) -> None:
    request = json.dumps({"calculator": name, "inputs": inputs, "workbook": book, "as_of": day})
    for door in (bridge.run, bridge.page):
        answer = strict(door(request))
        assert "failed" not in answer, answer
    assert strict(bridge.open_workbook(json.dumps({"app": "ultimate-gig", "schema": 1, "calculators": book})))


def test_first_block_has_the_numbers_and_keeps_the_ranges() -> None:
    """The quick first block has the same numbers as the whole outcome, and leaves the shown ranges alone."""
    early = page("leverage-income", inputs={"own_hours": "9"}, first=True)["first"]
    whole = page("leverage-income", inputs={"own_hours": "9"})["outcome"]["html"]
    headline = re.compile(r'<data data-figure="net_year"[^>]*>')
    assert headline.findall(early)[:1] == headline.findall(whole)[:1] != []
    assert '<dl class="ug-range" data-keep></dl>' in early
    assert "ug-strip-number" in early
    assert 'range" data-keep' not in whole
    assert "<table" not in early


def test_no_first_block_without_draws_or_with_errors() -> None:
    assert page("equalizer", inputs={}, first=True) == {}
    assert page("leverage-income", inputs={"own_hours": "many"}, first=True) == {}


@pytest.mark.parametrize("key", ["pay", "input", "number"])
def test_request_with_an_unknown_key_is_refused_and_named(key: str) -> None:
    answer = json.loads(bridge.run(json.dumps({"calculator": "equalizer", key: 60_000})))
    assert [(error["field"], error["code"]) for error in answer["errors"]] == [(key, "unknown-key")]
    assert "inputs" in answer["errors"][0]["message"]
    assert answer["figures"] == {}
