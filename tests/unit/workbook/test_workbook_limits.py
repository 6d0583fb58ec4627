"""The limits of workbooks and links: the largest that is read, and the first that is not."""

import json
import re
from typing import Any

import pytest

from calculators.engine.notation import POINT
from calculators.workbook.changes import changes
from calculators.workbook.document import WorkbookProblem, read
from calculators.workbook.link import LinkProblem, make_link, read_link

BOOK: dict[str, Any] = {"app": "ultimate-gig", "schema": 2, "saved": "", "calculators": {}}


def code_of(text: str) -> str:
    """The code of the problem with a workbook; "" if it opens."""
    try:
        read(text)
    except WorkbookProblem as problem:
        return problem.code
    return ""


def nested(levels: int) -> dict[str, Any]:
    """A page of so many levels of objects and lists: itself, its inputs, and more in them."""
    value: Any = "x"
    for _ in range(levels - 2):
        value = [value]
    return {"inputs": {"deep": value}}


@pytest.mark.parametrize(("characters", "code"), [(5_000_000, ""), (5_000_001, "too-big")])
def test_workbook_of_five_million_characters_is_read(characters: int, code: str) -> None:
    assert code_of(json.dumps(BOOK).ljust(characters)) == code


@pytest.mark.parametrize(("levels", "code"), [(8, ""), (9, "damaged")])
def test_page_has_at_most_eight_levels(levels: int, code: str) -> None:
    assert code_of(json.dumps({**BOOK, "calculators": {"later": nested(levels)}})) == code


@pytest.mark.parametrize("schema", [0, -1, True, "2", 2.0, None])
def test_schema_is_a_whole_number_from_one(schema: object) -> None:
    assert code_of(json.dumps({**BOOK, "schema": schema})) == "damaged"


def test_time_of_saving_is_cut_at_forty_characters() -> None:
    assert read(json.dumps({**BOOK, "saved": "9" * 41}))[0]["saved"] == "9" * 40
    assert read(json.dumps({"app": "ultimate-gig", "schema": 2, "calculators": {}}))[0]["saved"] == ""


@pytest.mark.parametrize(("length", "is_kept"), [(200, True), (201, False)])
@pytest.mark.parametrize("part", ["anchor", "title"])
def test_bookmark_has_at_most_two_hundred_characters(part: str, length: int, is_kept: bool) -> None:
    at = {"page": "03-your-assets", "anchor": "a", "title": "t"} | {part: "x" * length}
    assert ("reading" in read(json.dumps({**BOOK, "reading": {"at": at}}))[0]) == is_kept


@pytest.mark.parametrize(("length", "is_kept"), [(80, True), (81, False)])
def test_chapter_has_at_most_eighty_characters(length: int, is_kept: bool) -> None:
    assert ("reading" in read(json.dumps({**BOOK, "reading": {"done": ["1" * length]}}))[0]) == is_kept


@pytest.mark.parametrize(("key", "length"), [("id", 16), ("name", 60)])
def test_name_and_id_of_a_workbook_have_a_length(key: str, length: int) -> None:
    assert read(json.dumps({**BOOK, key: "a" * length}))[0][key] == "a" * length
    assert key not in read(json.dumps({**BOOK, key: "a" * (length + 1)}))[0]
    assert key not in read(json.dumps({**BOOK, key: ""}))[0]


def test_unknown_notation_is_named_by_twenty_characters() -> None:
    with pytest.raises(WorkbookProblem, match=r"numbers like 12345678901234567890, which") as problem:
        read(json.dumps({**BOOK, "numbers": "1234567890123456789012"}))
    assert problem.value.code == "unknown-notation"


def of_pay(pay: str) -> dict[str, Any]:
    return {**BOOK, "calculators": {"equalizer": {"inputs": {"pay": pay}}}}


@pytest.mark.parametrize(
    ("characters", "code"), [(100_000, "damaged"), (100_001, "too-long")]
)  # of what is no stream, so the length is all that differs
def test_link_has_at_most_a_hundred_thousand_characters(characters: int, code: str) -> None:
    with pytest.raises(LinkProblem) as problem:
        read_link(f"plan={'A' * characters}", POINT)
    assert problem.value.code == code


def test_link_is_found_in_what_was_copied_with_it() -> None:
    link = make_link(of_pay("7"), ["equalizer"])
    assert read_link(f"<https://x.example/#{link}>", POINT)["calculators"] == {"equalizer": {"inputs": {"pay": "7"}}}
    assert read_link(f"{' ' * 150_000}{link}", POINT)["calculators"] == {"equalizer": {"inputs": {"pay": "7"}}}


def test_link_that_was_cut_or_continued_is_damaged() -> None:
    link = make_link(of_pay("61,000"), ["equalizer"])
    for changed in (link[:-4], f"{link}AAAA", link.replace("plan=", "plan=AAAA")):
        with pytest.raises(LinkProblem) as problem:
            read_link(changed, POINT)
        assert problem.value.code == "damaged"


def linked(inputs: dict[str, Any], name: str = "equalizer") -> dict[str, Any]:
    return {**BOOK, "calculators": {name: {"inputs": inputs}}}


def told(old: dict[str, Any], new: dict[str, Any], name: str = "equalizer") -> list[tuple[str, str, str]]:
    """The changes from one calculator's inputs to others: the label, and both values."""
    return [(each.label, each.old, each.new) for section in changes(linked(old, name), linked(new, name)) for each in section.changes]


def test_changed_number_has_its_unit_unless_it_is_typed() -> None:
    assert told({"pay": "1"}, {"pay": "2"}) == [("Pay today", "1 a year", "2 a year")]
    assert told({"pay": "1"}, {"pay": "2 a year"}) == [("Pay today", "1 a year", "2 a year")]
    assert told({"inflation": "3"}, {"inflation": "4%"}) == [("Expected inflation", "3% a year", "4%")]
    assert told({"years": "3"}, {}) == [("Years ahead", "3 years", "not filled in")]
    assert told({}, {"years": ""}) == [("Years ahead", "not filled in", "not filled in")]


def test_long_value_is_cut_at_160_characters() -> None:
    """The label and its colon take 18 of them."""
    ((_, _, whole),) = told({}, {"assets": [{"name": "x" * 142}]}, "inventory")
    assert whole == "Your name for it: " + "x" * 142
    ((_, _, cut),) = told({}, {"assets": [{"name": "x" * 143}]}, "inventory")
    assert cut == "Your name for it: " + "x" * 141 + "…"
    assert len(cut) == 160


def test_forty_changes_are_listed_and_the_others_counted() -> None:
    assets = [{"name": f"Saw {number}"} for number in range(1, 44)]
    (section,) = changes(BOOK, linked({"assets": assets}, "inventory"))
    assert (len(section.changes), section.more) == (40, 3)
    assert section.title == "Asset inventory"


def test_rows_are_compared_by_place_and_named_by_title_or_number() -> None:
    old = [{"name": "Job", "amount": "1"}, {"amount": "2"}, {"name": "Rent", "amount": "3"}]
    new = [{"name": "Job", "amount": "9"}, {"amount": "8"}]
    assert told({"streams": old}, {"streams": new}, "income-mix") == [
        ("Your sources of income: Job: Brings in", "1 a month", "9 a month"),
        ("Your sources of income: source 2: Brings in", "2 a month", "8 a month"),
        ("Your sources of income: Rent", "Source: Rent; Brings in: 3 a month", "not in the list"),
    ]


def test_link_names_what_it_has_more_of() -> None:
    assert re.fullmatch(r"plan=[A-Za-z0-9_-]+", make_link(of_pay("7"), ["equalizer", "about"]))
    with pytest.raises(LinkProblem) as problem:
        make_link({**BOOK, "calculators": {"equalizer": {"inputs": {}}}}, ["equalizer"])
    assert problem.value.code == "nothing-chosen"


@pytest.mark.parametrize(
    ("link", "labels"),
    [
        ({}, []),
        ({"about": {"country": "uk"}}, ["Where you live", "The sign of your money"]),
        ({"sign": "€"}, ["The sign of your money"]),
        ({"about": {"country": "us"}, "sign": "$"}, ["Where you live"]),
        (
            {"about": {"country": "us", "region": "oh", "household": "single"}},
            ["Where you live", "Your state, province or region", "Your household"],
        ),
    ],
)
def test_answers_about_the_reader_are_compared(link: dict[str, Any], labels: list[str]) -> None:
    """A country brings its sign, unless the link has another."""
    sections = changes(BOOK, {**BOOK, **link})
    assert [each.label for section in sections for each in section.changes] == labels
    assert [section.title for section in sections] == (["About you"] if labels else [])
