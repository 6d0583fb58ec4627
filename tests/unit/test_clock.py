"""A device's clock: on leap days every calculator answers, and one that is wrong by years is named."""

from __future__ import annotations

import json

import pytest

from calculators import IDS, bridge
from calculators.workbook.requests import make_calendar


def answered(calculator: str, day: str) -> dict[str, object]:
    return dict(json.loads(bridge.run(json.dumps({"calculator": calculator, "inputs": {}, "as_of": day}))))


@pytest.mark.parametrize("day", ["2028-02-29", "2027-12-31", "2028-01-01"])
@pytest.mark.parametrize("calculator", IDS)
def test_calculator_answers_on_a_leap_day_and_at_new_year(calculator: str, day: str) -> None:
    outcome = answered(calculator, day)
    assert outcome["figures"]
    assert "errors" not in outcome or not outcome["errors"]


@pytest.mark.parametrize("day", ["1970-01-01", "2040-02-29", "2199-12-30"])
def test_clock_wrong_by_years_never_breaks_a_calculator(day: str) -> None:
    """What needs the day's figures asks for the clock to be set; all else does not depend on it."""
    answers = {name: answered(name, day) for name in IDS}
    told = [name for name, answer in answers.items() if "set its clock" in json.dumps(answer)]
    assert [name for name, answer in answers.items() if not answer["figures"]] == told
    assert "buffer" in told


def test_calendar_is_made_on_a_leap_day() -> None:
    book = {"app": "ultimate-gig", "schema": 2, "saved": "2026-01-01T00:00:00.000Z", "calculators": {name: {"inputs": {}} for name in IDS}}
    made = json.loads(make_calendar(json.dumps({"workbook": book, "as_of": "2028-02-29"})))
    assert made["text"].startswith("BEGIN:VCALENDAR")
