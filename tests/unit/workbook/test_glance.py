"""The workbook at a glance, and two compared: the same answers as the calculators give, each with what to change or what is missing."""

from __future__ import annotations

import json
from typing import Any

import pytest

from calculators import bridge
from calculators.workbook import requests
from calculators.workbook.glance import LINES

DAY = "2026-11-29"
FULL: dict[str, dict[str, Any]] = {
    "inventory": {"assets": [{"name": "Garage; the big one"}, {"name": "Van"}]},
    "leverage-income": {"own_hours": "9", "assets": [], "pairs": [{"gig": "tutoring", "price": "20", "units": "10", "utilization": "50"}]},
    "take-home": {"wages": "50,000", "gross_receipts": "9,000", "expenses": "1,000", "filing_status": "joint"},
    "accelerator": {"goal": "9,000", "leverage": {"low": "100", "typical": "200", "high": "300"}},
    "equalizer": {"pay": "61,000", "years": "1"},
    "buffer": {"have": "100"},
}


def book(calculators: dict[str, dict[str, Any]] = FULL, **more: Any) -> dict[str, Any]:
    pages = {name: {"inputs": inputs} for name, inputs in calculators.items()}
    return {"app": "ultimate-gig", "schema": 2, "saved": "", "calculators": pages, **more}


def lines(kept: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The lines of a workbook by name."""
    answer = json.loads(requests.glance(json.dumps({"workbook": kept, "as_of": DAY})))
    return {line["name"]: line for line in answer["lines"]}


def compared(kept: dict[str, Any], other: dict[str, Any]) -> dict[str, dict[str, Any]]:
    answer = json.loads(requests.compare(json.dumps({"workbook": kept, "other": other, "as_of": DAY})))
    return dict(zip(LINES, answer["lines"], strict=True))


def run(calculator: str, kept: dict[str, Any]) -> dict[str, Any]:
    return dict(json.loads(bridge.run(json.dumps({"calculator": calculator, "inputs": {}, "workbook": kept, "as_of": DAY}))))


def money(text: str) -> float:
    """The first amount of a text."""
    return float(text.split(maxsplit=1)[0].replace("$", "").replace("£", "").replace(",", "").replace("−", "-"))


@pytest.mark.parametrize(
    ("line", "calculator", "figure"),
    [
        ("income", "leverage-income", "net_month"),
        ("tax", "take-home", "extra_tax"),
        ("gap", "equalizer", "gap"),
        ("buffer", "buffer", "buffer"),
    ],
)
def test_a_line_says_what_its_calculator_says(line: str, calculator: str, figure: str) -> None:
    assert money(lines(book())[line]["text"]) == round(run(calculator, book())["figures"][figure])


def test_income_has_its_likely_range() -> None:
    kept = book({"leverage-income": {"own_hours": "9"}})
    likely = run("leverage-income", kept)["ranges"]["net_month"]
    between = lines(kept)["income"]["between"]
    assert between == f"(likely ${likely['p10']:,.0f} to ${likely['p90']:,.0f})"


def test_what_readers_typed_is_there() -> None:
    said = {name: line["text"] for name, line in lines(book(about={"country": "us", "region": "oh"})).items()}
    assert said["country"] == "United States, Ohio"
    assert said["notation"] == "$, 1,234,567.89"
    assert said["status"] == "Married, filing together"
    assert said["tax_year"] == "2026"
    assert said["pay"] == "$50,000 a year"
    assert said["assets"] == "Garage; the big one; Van"
    assert said["goal"] == "$9,000"


def test_what_was_not_used_is_empty_and_cannot_be_edited() -> None:
    kept = lines(book({"buffer": {"have": "100"}}))
    assert [name for name, line in kept.items() if line["text"]] == ["notation", "buffer"]
    assert [line["edit"] for line in kept.values()] == [None] * len(LINES)
    assert {line["page"] for line in kept.values()} == {page for _, page in LINES.values()}


def test_pay_is_the_equalizers_without_take_home_pay() -> None:
    pay = lines(book({"equalizer": {"pay": "61,000"}}))["pay"]
    assert (pay["text"], pay["page"], pay["edit"]["field"], pay["edit"]["typed"]) == ("$61,000 a year", "equalizer", "pay", "61,000")


def test_a_refused_input_is_shown_as_typed_with_its_sentence() -> None:
    kept = lines(book(FULL | {"take-home": {"wages": "much"}}))
    assert (kept["pay"]["text"], kept["pay"]["edit"]["typed"]) == ("", "much")
    assert "much" in kept["pay"]["edit"]["error"]
    assert "needs another look" in kept["tax"]["note"]


def test_filing_status_is_asked_in_the_united_states_only() -> None:
    assert lines(book())["status"]["label"] == "Filing status"
    british = lines(book(FULL | {"take-home": {"country": "uk", "wages": "50,000"}}, about={"country": "uk", "household": "married"}))
    assert (british["status"]["edit"], british["status"]["text"]) == (None, "Married")
    assert british["tax_year"]["text"] == "2026-27"
    assert british["tax"]["text"].startswith("£")


def test_a_comparison_has_the_difference_of_each_number() -> None:
    other = book(FULL | {"take-home": {**FULL["take-home"], "wages": "70,000"}, "accelerator": {**FULL["accelerator"], "goal": "7,500"}})
    rows = compared(book(), other)
    assert rows["pay"]["texts"] == ["$50,000 a year", "$70,000 a year"]
    assert rows["pay"]["difference"] == "+$20,000 a year"
    assert rows["goal"]["difference"] == "−$1,500"
    assert rows["date"]["difference"].startswith("−")
    assert (rows["assets"]["difference"], rows["assets"]["is_same"]) == ("", True)


def test_amounts_in_two_currencies_have_no_difference() -> None:
    rows = compared(book({"buffer": {"have": "100"}}), book({"buffer": {"have": "50"}}, sign="€", numbers="1.234.567,89"))
    assert rows["buffer"]["difference"] == ""
    assert rows["buffer"]["texts"][0].startswith("$")
    assert rows["buffer"]["texts"][1].startswith("€")
    assert not rows["buffer"]["is_same"]


def test_a_wrong_workbook_is_a_problem() -> None:
    assert json.loads(requests.compare(json.dumps({"workbook": book(), "other": {"app": "x"}})))["problem"]["code"] == "damaged"
    assert json.loads(requests.glance("[]"))["problem"]["code"] == "damaged"


def test_id_and_name_survive_reading_if_they_are_valid() -> None:
    def opened(**more: object) -> dict[str, Any]:
        kept = json.loads(bridge.open_workbook(json.dumps(book(**more))))["workbook"]
        return {key: kept[key] for key in ("id", "name") if key in kept}

    assert opened(id="a1", name="If we moved") == {"id": "a1", "name": "If we moved"}
    assert opened(id="../x", name="n" * 61) == {}
    assert opened(id=1, name=["x"]) == {}
