"""The reader's workbook: what is opened, what is brought up to date, and what is refused and left as it is."""

import json
from typing import Any

import pytest

from calculators import CATALOGUE, bridge
from calculators.workbook import document as workbook
from calculators.workbook.document import WorkbookProblem, linked, pages, read, stored

BOOK: dict[str, Any] = {
    "app": "ultimate-gig",
    "schema": 1,
    "saved": "2026-11-23T10:00:00.000Z",
    "calculators": {"equalizer": {"inputs": {"pay": "1.234,56"}}, "inventory": {"inputs": {"assets": [{"name": "Bike", "kind": "bike"}]}}},
}


def book(**changes: Any) -> str:
    return json.dumps({**BOOK, **changes})


def problem(text: str) -> str:
    with pytest.raises(WorkbookProblem) as refusal:
        read(text)
    assert str(refusal.value).endswith(".")
    answer = json.loads(bridge.open_workbook(text))
    assert answer == {"problem": {"code": refusal.value.code, "message": str(refusal.value)}}
    return refusal.value.code


def test_a_workbook_is_opened_as_it_was_saved_even_with_what_is_still_wrong_in_it() -> None:
    assert read(book()) == (BOOK, False)
    assert json.loads(bridge.open_workbook(book())) == {"workbook": BOOK, "migrated": False}


def test_an_empty_workbook_is_a_workbook() -> None:
    assert read(book(calculators={}))[0]["calculators"] == {}


def test_every_calculator_s_first_inputs_make_a_workbook_that_opens() -> None:
    full = {calculator.id: {"inputs": bridge.defaults(calculator)} for calculator in CATALOGUE}
    assert read(book(calculators=full))[0]["calculators"] == full


def test_the_page_of_a_calculator_that_we_do_not_know_is_kept() -> None:
    later = {"some-later-calculator": {"inputs": {"x": "1"}}}
    assert read(book(calculators=later))[0]["calculators"] == later


@pytest.mark.parametrize(
    "text", ["", "{", "hello", "<html>", "\x00", "{'app': 'ultimate-gig'}", "[" * 100_000, '{"schema": ' + "9" * 5000 + "}"]
)
def test_what_is_not_json_is_said_to_be_not_json(text: str) -> None:
    assert problem(text) == "not-json"


def test_fifty_megabytes_are_too_big_and_are_not_even_parsed() -> None:
    assert problem(" " * 50_000_000) == "too-big"


@pytest.mark.parametrize(
    "text",
    [
        "null",
        "5",
        '"ultimate-gig"',
        "[]",
        "{}",
        json.dumps({**BOOK, "app": "another"}),
        book(schema=None),
        book(schema="1"),
        book(schema=True),
        book(schema=1.5),
        book(schema=0),
        book(schema=-1),
        book(calculators=None),
        book(calculators=[]),
        book(calculators={"equalizer": None}),
        book(calculators={"equalizer": {}}),
        book(calculators={"equalizer": {"inputs": []}}),
        book(calculators={"equalizer": {"inputs": {"pay": [[[[[[[[[["deep"]]]]]]]]]]}}}),
    ],
)
def test_what_is_json_but_no_workbook_of_ours_is_damaged(text: str) -> None:
    assert problem(text) == "damaged"


def test_a_workbook_from_a_newer_edition_is_said_to_be_newer() -> None:
    assert problem(book(schema=workbook.SCHEMA + 1)) == "newer"


def test_an_older_workbook_is_brought_up_to_date_one_edition_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    def second(old: dict[str, Any]) -> dict[str, Any]:
        return {**old, "schema": 2, "calculators": {**old["calculators"], "second": {"inputs": {}}}}

    def third(old: dict[str, Any]) -> dict[str, Any]:
        assert "second" in old["calculators"]
        return {**old, "schema": 3, "calculators": {**old["calculators"], "third": {"inputs": {}}}}

    monkeypatch.setattr(workbook, "SCHEMA", 3)
    monkeypatch.setattr(workbook, "MIGRATIONS", {1: second, 2: third})
    document, migrated = read(book())
    assert migrated
    assert document["schema"] == 3
    assert list(document["calculators"]) == ["equalizer", "inventory", "second", "third"]
    assert read(json.dumps(document)) == (document, False)
    with pytest.raises(WorkbookProblem, match="newer"):
        read(book(schema=4))


def test_there_is_a_migration_from_every_older_schema() -> None:
    assert sorted(workbook.MIGRATIONS) == list(range(1, workbook.SCHEMA))


@pytest.mark.parametrize("number", ["1e309", "-1e999", "NaN", "Infinity", "-Infinity", "9" * 400])
def test_a_number_that_nothing_can_count_does_not_break_the_opening(number: str) -> None:
    text = book().replace('"1.234,56"', number)
    answer = json.loads(bridge.open_workbook(text), parse_constant=pytest.fail)
    assert ("workbook" in answer) != ("problem" in answer)


def test_half_a_character_pair_in_a_name_does_not_break_the_opening() -> None:
    answer = bridge.open_workbook(book().replace("Bike", "\\ud83d"))
    assert answer.encode("utf-8")


def test_a_script_in_a_name_stays_a_text() -> None:
    script = "<script>alert(1)</script>"
    document, _ = read(book().replace("Bike", script))
    assert document["calculators"]["inventory"]["inputs"]["assets"][0]["name"] == script


READING: dict[str, Any] = {
    "at": {"page": "03-your-assets", "anchor": "rest-floor", "title": "Count your own week"},
    "done": ["01-a-new-way-to-work"],
}


def test_where_the_reader_is_in_the_book_is_kept() -> None:
    document, migrated = read(book(reading=READING))
    assert document["reading"] == READING
    assert document["calculators"] == BOOK["calculators"]
    assert not migrated
    assert read(json.dumps(document)) == (document, False)


def test_a_workbook_without_reading_has_none() -> None:
    assert "reading" not in read(book())[0]


@pytest.mark.parametrize(
    ("section", "kept"),
    [
        (None, {}),
        ([], {}),
        ("03-your-assets", {}),
        ({}, {}),
        ({"done": "01"}, {}),
        ({"at": {"page": "03-your-assets"}}, {}),
        ({"at": {**READING["at"], "page": "../../elsewhere"}}, {}),
        ({"at": {**READING["at"], "page": "javascript:alert(1)"}}, {}),
        ({"at": {**READING["at"], "title": "x" * 201}}, {}),
        ({"at": {**READING["at"], "title": ["x"]}, "done": ["02-x"]}, {"done": ["02-x"]}),
        ({"at": {**READING["at"], "more": 1}, "other": 2}, {"at": READING["at"], "done": []}),
        ({"done": ["02-x", "02-x", 5, None, [], {}, "No", "", "x" * 81]}, {"done": ["02-x"]}),
        ({"done": [f"chapter-{number}" for number in range(1000)]}, {"done": [f"chapter-{number}" for number in range(99)]}),
    ],
)
def test_what_is_no_bookmark_is_left_out_and_refuses_nothing(section: object, kept: dict[str, Any]) -> None:
    document, _ = read(book(reading=section))
    assert document.get("reading", {}) == kept
    assert document["calculators"] == BOOK["calculators"]


@pytest.mark.parametrize("section", [None, 5, [], "x", {}, {"calculators": []}, {"calculators": {"equalizer": 5}}])
def test_a_workbook_of_another_shape_has_no_pages(section: object) -> None:
    assert pages(section) == {}


@pytest.mark.parametrize("calculator", CATALOGUE, ids=lambda c: c.id)
def test_fields_that_a_calculator_no_longer_has_are_left_out_of_its_inputs(calculator: Any) -> None:
    first = calculator.slots[0].name
    section = {calculator.id: {"inputs": {first: "x", "gone": "y"}}}
    assert stored(calculator, section) == {first: "x"}
    assert stored(calculator, {}) == {}


@pytest.mark.parametrize("calculator", CATALOGUE, ids=lambda c: c.id)
def test_a_page_with_open_errors_lends_nothing(calculator: Any) -> None:
    from datetime import date

    wrong = {other.id: {"inputs": {slot.name: {"no": "such"} for slot in other.slots}} for other in CATALOGUE}
    assert linked(calculator, wrong, date(2026, 11, 23)) == {}


@pytest.mark.parametrize("day", ["2010-01-01", "2030-01-02"])
@pytest.mark.parametrize("calculator", CATALOGUE, ids=lambda c: c.id)
def test_an_unpublished_day_fails_one_page_and_no_other(calculator: Any, day: str) -> None:
    """The buffer alone needs a value that is published from 2019 and checked until the end of 2029."""
    full = {each_calculator.id: {"inputs": bridge.defaults(each_calculator)} for each_calculator in CATALOGUE}
    request = json.dumps({"calculator": calculator.id, "inputs": {}, "workbook": {"calculators": full}, "as_of": day})
    answer = json.loads(bridge.page(request))
    if calculator.id != "buffer":
        assert "outcome" in answer
        assert "buffer" not in {link["from"] for link in answer["linked"].values()}
        return
    (error,) = answer["errors"]
    assert error["code"] == "not-published"
    assert error["message"].startswith(f"The buffer cannot be worked out for {day}. If your device says {day} and that is not today, set")
