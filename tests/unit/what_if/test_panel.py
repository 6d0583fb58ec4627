"""The what-if panel: its HTML and pictures in each of its states."""

import json
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from calculators import CATALOGUE, bridge
from calculators.catalogue.take_home import CALCULATOR as TAKE_HOME
from calculators.engine.fields import Estimate
from calculators.engine.typed import typed_inputs
from calculators.what_if.charts import _shortened
from calculators.what_if.panel import panel
from tests.unit.engine.analysis.shop import DAY, SHOP, Inputs

NOW = Inputs(cost=Estimate(500.0, 500.0, 500.0))
TYPED = typed_inputs(SHOP.slots, NOW)


class Seen(HTMLParser):
    """A parsed panel: its text, its controls, and the elements that describe them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.controls: dict[str, dict[str, str | None]] = {}
        self.ids: list[str] = []
        self.actions: list[str] = []
        self.words = ""
        self.by_id: dict[str, str] = {}
        self._open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if values.get("id"):
            self.ids.append(values["id"] or "")
        if "data-what-if" in values:
            self.controls[values["data-what-if"] or ""] = values
        if "data-action" in values:
            self.actions.append(values["data-action"] or "")
        if tag not in {"input", "br"}:
            self._open.append(values.get("id") or "")

    def handle_endtag(self, tag: str) -> None:
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self.words += data
        for name in filter(None, self._open):
            self.by_id[name] = self.by_id.get(name, "") + data


def opened(state: dict[str, Any], inputs: Inputs = NOW) -> tuple[Seen, list[dict[str, Any]]]:
    answer = panel(SHOP, inputs, state, DAY)
    return Seen(answer["html"]), answer["charts"]


def test_the_panel_opens_with_the_tornado_and_four_questions() -> None:
    seen, charts = opened({})
    assert [chart["name"] for chart in charts] == ["what-if-moves-3"]
    assert set(seen.controls) == {
        "seek.figure",
        "seek.goal",
        "seek.by",
        "range.input",
        "range.low",
        "range.typical",
        "range.high",
        "scenario.name",
    }
    assert seen.actions == ["seek", "range", "keep-scenario"]
    assert len(seen.ids) == len(set(seen.ids))
    assert "Price moves it most. At $18 “Net” is $1,300 a year, and at $22 it is $1,700 a year." in seen.words
    assert "Price (now $20)" in seen.words
    assert "Tea: Twice the amount (now $6)" in seen.words


def test_every_control_has_what_describes_it() -> None:
    seen, _ = opened({})
    for control in seen.controls.values():
        assert set((control.get("aria-describedby") or "").split()) <= set(seen.ids)


def test_answer_repeats_its_question() -> None:
    seen, _ = opened({"seek": {"figure": "net", "goal": "2,000", "by": "price"}})
    assert "For $2,000 a year, “Price” would have to be $25. Then “Net” is $2,000 a year." in seen.words
    seen, charts = opened({"range": {"input": "price", "low": "18", "typical": "", "high": "22"}})
    assert "With “Price” as uncertain as you say, “Net” ends below $1,398" in seen.words
    assert [chart["name"] for chart in charts] == ["what-if-moves-3", "what-if-range"]
    seen, _ = opened({}, Inputs())
    assert "With the lows and highs in the form, “Net” ends below" in seen.words


@pytest.mark.parametrize(
    "state", [{"seek": {"figure": "net", "by": "price", "goal": "1.234"}}, {"range": {"input": "cost", "low": "1.234", "high": "2,000"}}]
)
def test_an_ambiguous_number_offers_its_readings(state: dict[str, Any]) -> None:
    """1.234 can be a decimal or a thousand: the box says so and has a button for each."""
    seen, _ = opened(state)
    assert "Choose the one you mean." in seen.words
    assert seen.actions.count("reading") == 2


def test_unreachable_goal_says_so() -> None:
    seen, _ = opened({"seek": {"figure": "net", "goal": "2,000", "by": "tax"}})
    assert "$2,000 a year can’t be reached that way. “Tax” does not change it" in seen.words


def test_error_in_a_goal_is_beside_its_box_with_the_input() -> None:
    seen, _ = opened({"seek": {"figure": "net", "goal": "lots", "by": "price"}})
    goal = seen.controls["seek.goal"]
    assert goal["value"] == "lots"
    assert goal["aria-invalid"] == "true"
    assert seen.by_id["shop-what-if-seek.goal-error"].startswith("You wrote “lots”.")


def test_error_in_a_part_of_a_range_is_beside_its_box() -> None:
    seen, charts = opened({"range": {"input": "price", "low": "18", "typical": "20", "high": "<b>"}})
    assert "aria-invalid" not in seen.controls["range.low"]
    assert seen.controls["range.high"]["aria-invalid"] == "true"
    assert seen.controls["range.high"]["value"] == "<b>"
    assert "You wrote “<b>”" in seen.by_id["shop-what-if-range.high-error"]
    assert [chart["name"] for chart in charts] == ["what-if-moves-3"]


def test_range_of_three_equal_numbers_is_not_drawn() -> None:
    seen, charts = opened({"range": {"input": "price", "low": "20", "typical": "20", "high": "20"}})
    assert "is $1,500 a year every time." in seen.words
    assert len(charts) == 1


def test_question_about_a_missing_input_is_not_answered() -> None:
    seen, _ = opened({"seek": {"figure": "net", "goal": "2,000", "by": "lines.4.amount"}, "range": {"input": "uk_miles", "low": "1"}})
    assert "would have to be" not in seen.words
    assert "can’t be reached" not in seen.words
    assert "There are:" not in seen.words


@pytest.mark.parametrize(
    "state", [{"seek": 5, "range": "x", "scenarios": 7}, {"seek": [], "range": None, "scenarios": {}}, {"scenarios": [1, 2]}]
)
def test_damaged_state_is_treated_as_empty(state: dict[str, Any]) -> None:
    seen, _ = opened(state)
    assert "keep-scenario" in seen.actions


def kept(*scenarios: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"name": "Now", "inputs": TYPED}, *scenarios]


def test_scenarios_are_side_by_side_and_can_be_dropped() -> None:
    seen, _ = opened({"scenarios": kept({"name": "Dear", "inputs": {**TYPED, "price": "25"}}, {"name": "Dear", "inputs": TYPED})})
    assert seen.actions == ["seek", "range", "keep-scenario", "drop-scenario", "drop-scenario"]
    assert "Drop Dear (2)" in seen.words  # two of one name are told apart
    assert "≠ $2,000" in seen.words


def test_fifth_scenario_is_refused_with_a_reason() -> None:
    seen, _ = opened({"scenarios": kept(*({"name": f"No. {n}", "inputs": TYPED} for n in range(3)))})
    assert "keep-scenario" not in seen.actions
    assert "You can compare at most four sets of numbers. Drop one to keep another." in seen.words


def test_invalid_scenario_is_named_and_can_be_dropped() -> None:
    seen, _ = opened({"scenarios": kept({"name": "Old", "inputs": {"price": "dear"}}, {"name": "Good", "inputs": TYPED}, {"name": "Odd"})})
    assert "“Old” can’t be worked out: You wrote “dear”." in seen.words
    assert "“Odd” can’t be worked out" in seen.words
    assert "Drop Good" in seen.words
    assert seen.actions.count("drop-scenario") == 3


def labels(figure: str, inputs: Inputs) -> list[tuple[str, str]]:
    """Return the labels at the ends of the tornado's bars, with their side."""
    shown = replace(SHOP, headline=next(entry for entry in SHOP.figures if entry.name == figure))
    bars = panel(shown, inputs, {}, DAY)["charts"][0]["wide"]["layer"][0]["data"]["values"]
    return [(bar["at"], bar["side"]) for bar in bars]


def test_bar_labels_are_at_their_ends_and_do_not_overlap() -> None:
    assert labels("kept", replace(NOW, units=0, cost=Estimate(0.0, 0.0, 500.0)))[:2] == [("$500", "left"), ("$0", "right")]
    # 45 and 55 both sell for less than 50 does: only one name fits there
    assert labels("demand", replace(NOW, price=50.0)) == [("$45", "left"), ("$55", "")]
    # 15 dollars fill one parcel, and 13.50 none; 16.50 is still one, and stands on the other side
    assert labels("parcels", replace(NOW, price=15.0)) == [("$13.50", "left"), ("$16.50", "right")]


def test_pictures_have_the_countrys_currency_or_percent() -> None:
    british = replace(TAKE_HOME.inputs(), country="uk")
    wide = panel(TAKE_HOME, british, {}, DAY)["charts"][0]["wide"]
    wide.pop("$schema")
    drawn = json.dumps(wide, ensure_ascii=False)
    assert "£" in drawn
    assert "$" not in drawn
    mix = next(entry for entry in CATALOGUE if entry.id == "income-mix")
    assert "'%'" in json.dumps(panel(mix, mix.inputs(), {}, DAY)["charts"][0]["narrow"])


@pytest.mark.parametrize("calculator", CATALOGUE, ids=lambda entry: entry.id)
def test_every_panel_can_be_shown_for_first_inputs(calculator: Any) -> None:
    answer = json.loads(bridge.explore_page(json.dumps({"calculator": calculator.id, "inputs": {}, "as_of": DAY.isoformat()})))
    assert answer["errors"] == []
    assert Seen(answer["panel"]["html"]).actions[:2] == ["seek", "range"]


@pytest.mark.parametrize(("name", "there"), [("accelerator", True), ("income-mix", True), ("gig-mix", False)])
def test_goal_of_time_says_how_to_type_it(name: str, there: bool) -> None:
    answer = json.loads(bridge.explore_page(json.dumps({"calculator": name, "inputs": {}, "explore": {}})))
    assert ("Enter times in months." in answer["panel"]["html"]) == there


def test_an_axis_of_months_says_so() -> None:
    answer = json.loads(bridge.explore_page(json.dumps({"calculator": "accelerator", "inputs": {}, "explore": {}})))
    assert "Sooner by, months" in json.dumps(answer["panel"]["charts"])


def test_no_panel_while_the_form_has_errors() -> None:
    answer = json.loads(bridge.explore_page(json.dumps({"calculator": "equalizer", "inputs": {"pay": "much"}})))
    assert [error["field"] for error in answer["errors"]] == ["pay"]
    assert "panel" not in answer


@pytest.mark.parametrize(
    ("label", "longest", "short"),
    [
        ("Rent", 4, "Rent"),
        ("Rent", 9, "Rent"),
        ("Receipts a year", 9, "Receipts…"),
        ("Spare room at my aunt's: Nights", 23, "Spare room at…: Nights"),
        ("Spare room: Nights in a usual month", 24, "Spare room: Nights in a…"),
    ],
)
def test_long_label_is_cut_and_keeps_its_inputs_name(label: str, longest: int, short: str) -> None:
    assert _shortened(label, longest) == short
