"""The workbook document: opening, migration and refusal."""

import json
from typing import Any

import pytest

from calculators import CATALOGUE, bridge
from calculators.workbook import document as workbook
from calculators.workbook.document import WorkbookProblem, linked, pages, read, stored

BOOK: dict[str, Any] = {
    "app": "ultimate-gig",
    "schema": 2,
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


def test_workbook_with_input_errors_opens_as_saved() -> None:
    assert read(book()) == (BOOK, False)
    assert json.loads(bridge.open_workbook(book())) == {"workbook": BOOK, "migrated": False}


def test_byte_order_mark_before_a_workbook_is_ignored() -> None:
    assert read("\ufeff" + book()) == (BOOK, False)


def test_empty_workbook_opens() -> None:
    assert read(book(calculators={}))[0]["calculators"] == {}


def test_workbook_of_all_first_inputs_opens() -> None:
    full = {calculator.id: {"inputs": bridge.defaults(calculator)} for calculator in CATALOGUE}
    assert read(book(calculators=full))[0]["calculators"] == full


def test_page_of_an_unknown_calculator_is_kept() -> None:
    later = {"some-later-calculator": {"inputs": {"x": "1"}}}
    assert read(book(calculators=later))[0]["calculators"] == later


@pytest.mark.parametrize(
    "text", ["", "{", "hello", "<html>", "\x00", "{'app': 'ultimate-gig'}", "[" * 100_000, '{"schema": ' + "9" * 5000 + "}"]
)
def test_invalid_json_is_reported_as_such(text: str) -> None:
    assert problem(text) == "not-json"


def test_fifty_megabytes_are_refused_unparsed() -> None:
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
def test_json_that_is_no_workbook_is_damaged(text: str) -> None:
    assert problem(text) == "damaged"


def test_workbook_of_a_newer_edition_is_reported_as_newer() -> None:
    assert problem(book(schema=workbook.SCHEMA + 1)) == "newer"


def test_older_workbook_is_migrated_schema_by_schema(monkeypatch: pytest.MonkeyPatch) -> None:
    def second(old: dict[str, Any]) -> dict[str, Any]:
        return {**old, "schema": 2, "calculators": {**old["calculators"], "second": {"inputs": {}}}}

    def third(old: dict[str, Any]) -> dict[str, Any]:
        assert "second" in old["calculators"]
        return {**old, "schema": 3, "calculators": {**old["calculators"], "third": {"inputs": {}}}}

    monkeypatch.setattr(workbook, "SCHEMA", 3)
    monkeypatch.setattr(workbook, "MIGRATIONS", {1: second, 2: third})
    document, migrated = read(book(schema=1))
    assert migrated
    assert document["schema"] == 3
    assert list(document["calculators"]) == ["equalizer", "inventory", "second", "third"]
    assert read(json.dumps(document)) == (document, False)
    with pytest.raises(WorkbookProblem, match="newer"):
        read(book(schema=4))


def test_there_is_a_migration_from_every_older_schema() -> None:
    assert sorted(workbook.MIGRATIONS) == list(range(1, workbook.SCHEMA))


@pytest.mark.parametrize("number", ["1e309", "-1e999", "NaN", "Infinity", "-Infinity", "9" * 400])
def test_huge_number_does_not_break_opening(number: str) -> None:
    text = book().replace('"1.234,56"', number)
    answer = json.loads(bridge.open_workbook(text), parse_constant=pytest.fail)
    assert ("workbook" in answer) != ("problem" in answer)


def test_lone_surrogate_in_a_name_does_not_break_opening() -> None:
    answer = bridge.open_workbook(book().replace("Bike", "\\ud83d"))
    assert answer.encode("utf-8")


def test_script_in_a_name_stays_text() -> None:
    script = "<script>alert(1)</script>"
    document, _ = read(book().replace("Bike", script))
    assert document["calculators"]["inventory"]["inputs"]["assets"][0]["name"] == script


READING: dict[str, Any] = {
    "at": {"page": "03-your-assets", "anchor": "rest-floor", "title": "Count your own week"},
    "done": ["01-a-new-way-to-work"],
}


def test_readers_place_in_the_book_is_kept() -> None:
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
def test_invalid_bookmark_is_left_out(section: object, kept: dict[str, Any]) -> None:
    document, _ = read(book(reading=section))
    assert document.get("reading", {}) == kept
    assert document["calculators"] == BOOK["calculators"]


@pytest.mark.parametrize("section", [None, 5, [], "x", {}, {"calculators": []}, {"calculators": {"equalizer": 5}}])
def test_a_workbook_of_another_shape_has_no_pages(section: object) -> None:
    assert pages(section) == {}


@pytest.mark.parametrize("calculator", CATALOGUE, ids=lambda c: c.id)
def test_removed_fields_are_left_out_of_the_inputs(calculator: Any) -> None:
    first = calculator.slots[0].name
    section = {calculator.id: {"inputs": {first: "x", "gone": "y"}}}
    assert stored(calculator, section) == {first: "x"}
    assert stored(calculator, {}) == {}


@pytest.mark.parametrize("calculator", CATALOGUE, ids=lambda c: c.id)
def test_page_with_errors_prefills_nothing(calculator: Any) -> None:
    from datetime import date

    wrong = {other.id: {"inputs": {slot.name: {"no": "such"} for slot in other.slots}} for other in CATALOGUE}
    prefills = linked(calculator, wrong, date(2026, 11, 23))
    assert [name for name, link in prefills.items() if link["from"] != "workbook"] == []


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
