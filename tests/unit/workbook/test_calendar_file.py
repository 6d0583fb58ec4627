"""The calendar file: the plan's steps and the tax payments on their days, in a form that calendar programs accept."""

from __future__ import annotations

import json
import random
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators import bridge
from calculators.__main__ import main
from calculators.workbook import requests
from calculators.workbook.icalendar import Event, write_calendar
from tests.unit.workbook.icalendar_reader import Component, read_calendar

DAY = "2026-11-29"
NOW = datetime(2026, 11, 29, 12, 30, tzinfo=UTC)
PLAN = {
    "start_day": "2027-01-04",
    "net_month": "400",
    "tax_rate": "20",
    "uses": [{"name": "Room; big, bright", "net": "4,800"}],
    "steps": [{"day": "10", "step": "Ask\u0007 Jo"}],
}
GIG = {"tax_year": "2026", "wages": "50,000", "gross_receipts": "20,000", "expenses": "2,000"}


def book(**calculators: dict[str, Any]) -> dict[str, Any]:
    pages = {name.replace("_", "-"): {"inputs": inputs} for name, inputs in calculators.items()}
    return {"app": "ultimate-gig", "schema": 2, "saved": "", "calculators": pages}


def made(kept: dict[str, Any], day: str = DAY) -> dict[str, Any]:
    return dict(json.loads(requests.make_calendar(json.dumps({"workbook": kept, "as_of": day}))))


def events(kept: dict[str, Any], day: str = DAY) -> list[Component]:
    return read_calendar(made(kept, day)["text"]).inside


def day_of(text: str) -> date:
    """The day of a text like 31 January 2028."""
    return datetime.strptime(text, "%d %B %Y").replace(tzinfo=UTC).date()


def rows(name: str, table: str, kept: dict[str, Any]) -> list[dict[str, Any]]:
    """A table of an answer, which other code writes."""
    answer = json.loads(bridge.run(json.dumps({"calculator": name, "inputs": {}, "workbook": kept, "as_of": DAY})))
    return list(answer["rows"][table])


def test_every_step_of_the_plan_is_on_its_day() -> None:
    kept = book(plan=PLAN)
    planned = [(row["when"], row["step"]) for row in rows("plan", "days", kept)]
    written = [(event.day("DTSTART"), event.text("DESCRIPTION")) for event in events(kept)]
    assert made(kept)["steps"] == len(planned) == len(written)
    assert written[0][0] == date(2027, 1, 4)
    assert written[-1][0] == date(2027, 4, 3)
    for (when, step), (day, text) in zip(planned, written, strict=True):
        assert f"{day:%A, %B} {day.day}" in when
        assert step in text.replace("\n", " ")


def test_title_is_the_first_sentence_of_a_step() -> None:
    titles = [event.text("SUMMARY") for event in events(book(plan=PLAN))]
    assert "Open an account only for tax" in titles
    assert "Ask Jo" in titles
    assert max(map(len, titles)) <= 81


def test_long_title_ends_with_a_whole_word() -> None:
    step = "Ask " + "each neighbor " * 8 + "about it"
    titles = [event.text("SUMMARY") for event in events(book(plan=PLAN | {"steps": [{"day": "10", "step": step}]}))]
    assert "Ask " + "each neighbor " * 5 + "each…" in titles


COUNTRIES = {
    "us": ({"state": "ny"}, "$"),
    "us with its own days": ({"state": "ca"}, "$"),
    "uk": ({"country": "uk"}, "£"),
    "ca": ({"country": "ca"}, "$"),
    "au": ({"country": "au"}, "$"),
}


@pytest.mark.parametrize(("inputs", "sign"), COUNTRIES.values(), ids=list(COUNTRIES))
def test_every_tax_payment_is_on_its_day_with_its_amount(inputs: dict[str, str], sign: str) -> None:
    kept = book(take_home={**GIG, **inputs})
    due = [(f"{row['due']}", row["what"], row["amount"]) for row in rows("take-home", "when_to_pay", kept)]
    later = [(day, what, amount) for day, what, amount in due if day_of(day) >= date(2026, 11, 29)]
    paid = [event for event in events(kept) if event.inside]
    assert len(later) >= 1
    assert made(kept)["payments"] == len(paid) == len(later)
    for event, (day, what, amount) in zip(paid, later, strict=True):
        assert event.day("DTSTART") == day_of(day)
        assert event.text("SUMMARY") == f"{what}: {sign}{round(amount):,}"
        assert event.inside[0].properties["TRIGGER"] == "-P7D"


def test_amounts_are_in_the_readers_notation() -> None:
    kept = book(take_home={"country": "uk", "gross_receipts": "30.000", "wages": "40.000"}) | {"numbers": "1.234.567,89"}
    assert any("£" in event.text("SUMMARY") and "." in event.text("SUMMARY") for event in events(kept) if event.inside)


def test_without_take_home_pay_no_tax_is_invented() -> None:
    assert made(book(plan=PLAN))["payments"] == 0
    assert made(book())["payments"] == 0


def test_plan_that_nobody_opened_starts_on_the_coming_monday() -> None:
    assert events(book())[0].day("DTSTART") == date(2026, 11, 30)


def test_what_is_past_is_left_out() -> None:
    kept = book(plan=PLAN)
    assert min(event.day("DTSTART") for event in events(kept, "2027-02-01")) >= date(2027, 2, 1)
    assert made(kept, "2027-02-01")["steps"] < made(kept)["steps"]


@pytest.mark.parametrize("inputs", [{**PLAN, "start_day": "soon"}, {**PLAN, "start_day": "2020-01-06"}])
def test_without_any_date_a_sentence_says_so(inputs: dict[str, Any]) -> None:
    answer = made(book(plan=inputs))
    assert answer["problem"]["code"] == "no-dates"
    assert answer["problem"]["message"].endswith(".")


@pytest.mark.parametrize("request_text", ["", "[]", "{}", '{"workbook": 5}', '{"workbook": {}, "as_of": "x"}', "[" * 9_999])
def test_request_without_a_workbook_is_answered_with_a_problem(request_text: str) -> None:
    for answer in (requests.make_calendar, requests.make_link, requests.open_link):
        assert json.loads(answer(request_text))["problem"]["message"].endswith(".")


def test_second_import_brings_the_same_events() -> None:
    assert [event.properties["UID"] for event in events(book(plan=PLAN))] == [event.properties["UID"] for event in events(book(plan=PLAN))]


def test_command_line_prints_the_calendar(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    file = tmp_path / "workbook.json"
    file.write_text(json.dumps(book(plan=PLAN)), "utf-8")
    assert main(["calendar", str(file), "--as-of", DAY]) == 0
    printed = capfdbinary.readouterr().out.decode()
    assert [each.properties["UID"] for each in read_calendar(printed).inside] == [
        each.properties["UID"] for each in events(book(plan=PLAN))
    ]
    assert main(["calendar", str(tmp_path / "none.json")]) == 2
    assert main(["calendar", str(file), "--as-of", "2040-01-01"]) == 2


TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from("\n,;:\\é👩‍👩‍👧"), max_size=120)


@settings(max_examples=200)
@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=4))
def test_any_text_comes_back_from_a_calendar(texts: list[tuple[str, str]]) -> None:
    first = date(2027, 1, 1)
    written = [Event(first + timedelta(days=at), title, text, at) for at, (title, text) in enumerate(texts)]
    random.Random(0).shuffle(written)
    read = read_calendar(write_calendar("A; name, and more", written, NOW))
    assert read.text("X-WR-CALNAME") == "A; name, and more"
    assert [(event.text("SUMMARY"), event.text("DESCRIPTION"), event.day("DTSTART"), len(event.inside)) for event in read.inside] == [
        (event.title, event.text, event.day, int(event.notice > 0)) for event in written
    ]
