"""The lines of a workbook at a glance, from round numbers, and what two of them differ by."""

from __future__ import annotations

import json
from typing import Any

import pytest

from calculators.workbook import requests
from calculators.workbook.glance import LINES

DAY = "2026-11-29"
GOAL = {"goal": "1,200", "start": "0", "own": "100", "growth": "0", "prices": "fixed"} | {
    "leverage": {"low": "100", "typical": "100", "high": "100"}
}
"""Six months with leverage."""
GAP = {"pay": "52,000", "pay_growth": "0", "inflation": "2", "years": "1"}
BUFFER = {"past": "100 100 100", "steady": "0", "spending": "200"}
"""A year takes 12 × 100."""


def book(**calculators: dict[str, Any]) -> dict[str, Any]:
    pages = {name.replace("_", "-"): {"inputs": inputs} for name, inputs in calculators.items()}
    return {"app": "ultimate-gig", "schema": 2, "saved": "", "calculators": pages}


def lines(kept: dict[str, Any]) -> dict[str, dict[str, Any]]:
    answer = json.loads(requests.glance(json.dumps({"workbook": kept, "as_of": DAY})))
    return {line["name"]: line for line in answer["lines"]}


def difference(kept: dict[str, Any], other: dict[str, Any], name: str) -> str:
    answer = json.loads(requests.compare(json.dumps({"workbook": kept, "other": other, "as_of": DAY})))
    return str(dict(zip(LINES, answer["lines"], strict=True))[name]["difference"])


def shown(kept: dict[str, Any], name: str) -> tuple[str, str]:
    line = lines(kept)[name]
    return line["text"], line["between"]


@pytest.mark.parametrize(
    ("name", "kept", "text", "between"),
    [
        ("goal", book(accelerator=GOAL), "$1,200", ""),
        ("goal", book(accelerator={"aim": "debts"}), "Free of debts", ""),
        ("date", book(accelerator=GOAL), "May 2027", ""),
        (
            "date",
            book(accelerator={**GOAL, "own": "0", "leverage": {"low": "0", "typical": "0", "high": "0"}}),
            "Not within a hundred years",
            "",
        ),
        ("gap", book(equalizer=GAP), "$1,040 a year", "in 1 year"),
        ("gap", book(equalizer={**GAP, "years": "2"}), "$2,101 a year", "in 2 years"),  # 52,000 × (1.02² − 1) = 2,100.80
        ("buffer", book(buffer={**BUFFER, "have": "1,200"}), "$1,200", "(full)"),
        ("buffer", book(buffer={**BUFFER, "have": "1,000"}), "$1,200", "($200 still missing)"),
        ("tax_year", book(take_home={"country": "au", "tax_year": "2025"}), "2025-26", ""),
        ("tax_year", book(take_home={"country": "ca", "tax_year": "2026"}), "2026", ""),
        ("pay", book(take_home={"wages": "10,000"}, equalizer=GAP), "$10,000 a year", ""),
        ("assets", book(inventory={"assets": []}), "", ""),
        ("uses", book(leverage_income={"pairs": [], "assets": []}), "", ""),
    ],
)
def test_line_says_what_follows_from_the_numbers(name: str, kept: dict[str, Any], text: str, between: str) -> None:
    assert shown(kept, name) == (text, between)


def test_likely_months_stand_beside_the_date() -> None:
    """From 1,200 ÷ 300 = 4 months to 1,200 ÷ 150 = 8; one in ten is nearer to the middle."""
    text, between = shown(book(accelerator={**GOAL, "leverage": {"low": "50", "typical": "100", "high": "200"}}), "date")
    assert text == "May 2027"
    assert between in {"(likely April 2027 to June 2027)", "(likely May 2027 to June 2027)"}


def test_needs_look_is_said_where_an_input_is_wrong() -> None:
    assert lines(book(buffer={"past": "x"}))["buffer"]["note"].startswith("One of its numbers needs another look.")
    assert lines(book(buffer=BUFFER))["buffer"]["note"] == ""
    assert lines(book())["buffer"]["note"] == ""


def test_line_can_be_edited_with_its_options_and_unit() -> None:
    edits = {name: line["edit"] for name, line in lines(book(accelerator=GOAL, take_home={"country": "us"})).items() if line["edit"]}
    assert set(edits) == {"status", "tax_year", "pay", "goal"}
    assert (edits["goal"]["typed"], edits["goal"]["after"], edits["goal"]["options"]) == ("1,200", "", [])
    assert edits["pay"]["after"] == "a year"
    assert ["single", "Single"] in edits["status"]["options"]
    assert [name for name, line in lines(book(equalizer=GAP)).items() if line["edit"]] == ["pay"]
    assert "goal" not in {name for name, line in lines(book(accelerator={"aim": "debts"})).items() if line["edit"]}


@pytest.mark.parametrize(
    ("name", "kept", "other", "words"),
    [
        ("goal", book(accelerator=GOAL), book(accelerator={**GOAL, "goal": "1,300"}), "+$100"),
        ("goal", book(accelerator=GOAL), book(accelerator={**GOAL, "goal": "1,100"}), "−$100"),
        ("goal", book(accelerator=GOAL), book(accelerator={"aim": "debts"}), ""),
        ("goal", book(accelerator=GOAL), book(), ""),
        ("date", book(accelerator=GOAL), book(accelerator={**GOAL, "goal": "1,400"}), "+1 month"),
        ("gap", book(equalizer=GAP), book(equalizer={**GAP, "pay": "26,000"}), "−$520 a year"),
        ("gap", book(equalizer=GAP), book(equalizer={**GAP, "pay": "52,010"}), ""),  # 0.20 more, which is written as 0
        ("buffer", book(buffer=BUFFER), book(buffer={**BUFFER, "spending": "201"}), "+$12"),
    ],
)
def test_difference_is_that_of_the_numbers(name: str, kept: dict[str, Any], other: dict[str, Any], words: str) -> None:
    assert difference(kept, other, name) == words
