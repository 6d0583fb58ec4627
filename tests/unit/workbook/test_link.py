"""A link: what is put into it comes back, older ones are migrated, and whatever else is pasted is refused with a sentence."""

import base64
import json
import zlib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators import CATALOGUE, IDS
from calculators.engine.notation import NOTATIONS, POINT
from calculators.workbook import link, requests
from calculators.workbook.changes import MOST
from calculators.workbook.link import ABOUT, LinkProblem, make_link, read_link

BOOK: dict[str, Any] = {
    "app": "ultimate-gig",
    "schema": 2,
    "saved": "2026-11-23T10:00:00.000Z",
    "about": {"country": "uk", "region": "scotland", "household": "single"},
    "sign": "€",
    "reading": {"done": ["01-a-new-way-to-work"]},
    "calculators": {
        "take-home": {"inputs": {"country": "uk", "wages": "30,000"}, "scenarios": [{"name": "Mine alone", "inputs": {"wages": "1"}}]},
        "plan": {"inputs": {"net_month": "400", "uses": [{"name": "<b>Room</b>", "net": "4,800"}], "to_goal": "50"}},
    },
}
BLANK: dict[str, Any] = {"app": "ultimate-gig", "schema": 2, "saved": "", "calculators": {}}


def packed(value: object) -> str:
    """A link with this content, which may be no workbook."""
    content = value if isinstance(value, bytes) else json.dumps(value).encode()
    return link.KEY + base64.urlsafe_b64encode(zlib.compress(content)).decode().rstrip("=")


def refused(text: str) -> str:
    with pytest.raises(LinkProblem) as refusal:
        read_link(text, POINT)
    assert str(refusal.value).endswith(".")
    answer = json.loads(requests.open_link(json.dumps({"workbook": BLANK, "link": text})))
    assert answer == {"problem": {"code": refusal.value.code, "message": str(refusal.value)}}
    return refusal.value.code


def opened(book: dict[str, Any], text: str) -> dict[str, Any]:
    return dict(json.loads(requests.open_link(json.dumps({"workbook": book, "link": text}))))


def change_list(book: dict[str, Any], text: str) -> dict[str, list[tuple[str, str, str]]]:
    """What a link would change, by section."""
    sections = opened(book, text)["sections"]
    return {section["title"]: [(each["label"], each["old"], each["new"]) for each in section["changes"]] for section in sections}


def test_link_holds_the_chosen_inputs_and_nothing_else() -> None:
    """No scenarios, no reading progress, no time, and no other calculator."""
    read = read_link(make_link(BOOK, ["take-home"]), POINT)
    assert read == {**BLANK, "calculators": {"take-home": {"inputs": {"country": "uk", "wages": "30,000"}}}}


def test_link_holds_the_reader_only_when_chosen() -> None:
    read = read_link(make_link(BOOK, [ABOUT]), POINT)
    assert (read["about"], read["sign"], read["calculators"]) == (BOOK["about"], "€", {})


def test_nothing_chosen_makes_no_link() -> None:
    with pytest.raises(LinkProblem) as problem:
        make_link(BOOK, ["equalizer"])
    assert problem.value.code == "nothing-chosen"


def test_workbook_too_large_for_a_link_is_refused() -> None:
    noise = "".join(f"{number * 7_919 % 99_991:x}" for number in range(60_000))
    with pytest.raises(LinkProblem) as problem:
        make_link({**BLANK, "calculators": {"equalizer": {"inputs": {"pay": noise}}}}, IDS)
    assert problem.value.code == "too-much"


@pytest.mark.parametrize("around", ["{}", "#{}", "https://example.org/workbook/#{}", "  <https://example.org/#{}>. ", "see “#{}”"])
def test_link_is_read_as_it_was_copied(around: str) -> None:
    assert read_link(around.format(make_link(BOOK, IDS)), POINT)["calculators"]


def test_link_wrapped_by_a_mail_program_is_read() -> None:
    made = make_link(BOOK, IDS)
    assert read_link(f"{made[:40]}\r\n {made[40:]}", POINT) == read_link(made, POINT)


def test_link_of_an_older_schema_is_migrated_like_a_workbook() -> None:
    old = {"app": "ultimate-gig", "schema": 1, "calculators": {"take-home": {"inputs": {"country": "uk", "children": "1"}}}}
    read = read_link(packed(old), POINT)
    assert read["schema"] == 2
    assert read["about"] == {"country": "uk"}
    assert read["calculators"] == {"take-home": {"inputs": {"country": "uk", "child_ages": "16"}}}


def test_link_is_rewritten_in_the_readers_notation() -> None:
    made = make_link({**BOOK, "numbers": "1.234.567,89", "calculators": {"equalizer": {"inputs": {"pay": "52.000,25"}}}}, IDS)
    assert read_link(made, POINT)["calculators"] == {"equalizer": {"inputs": {"pay": "52,000.25"}}}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "foreign"),
        ("#plan=", "foreign"),
        ("https://example.org/#term-volatility", "foreign"),
        ("#plan=<script>alert(1)</script>", "foreign"),
        ("#plan=AAAA", "damaged"),
        ("#plan=A", "damaged"),
        (make_link(BOOK, IDS)[:-5], "damaged"),
        (make_link(BOOK, IDS) + "AAAA", "damaged"),
        (packed(b"\xff\xfe"), "damaged"),
        (packed(b"{"), "foreign"),
        (packed([1]), "foreign"),
        (packed(b"[" * 100_000), "foreign"),
        (packed({**BLANK, "app": "another"}), "foreign"),
        (packed({**BLANK, "schema": "2"}), "foreign"),
        (packed({**BLANK, "numbers": "a lot"}), "foreign"),
        (packed({**BLANK, "schema": 99}), "newer"),
        (packed(BLANK), "nothing-known"),
        (packed({**BLANK, "calculators": {"some-later-one": {"inputs": {"x": "1"}}}}), "nothing-known"),
        (packed({**BLANK, "calculators": {"equalizer": {"inputs": {"no_such_field": "1"}}}}), "nothing-known"),
        ("#plan=" + "A" * 1_000_000, "too-long"),
    ],
)
def test_link_that_this_site_did_not_make_is_refused(text: str, code: str) -> None:
    assert refused(text) == code


def test_stream_that_grows_without_end_is_refused() -> None:
    """A hundred megabytes of zeros fit into a hundred kilobytes."""
    assert refused(packed(b"0" * 50_000_000)) == "damaged"


def test_changed_character_never_changes_a_number_unnoticed() -> None:
    made = make_link(BOOK, IDS)
    for place in range(len(link.KEY), len(made) - 1):
        swapped = made[:place] + ("A" if made[place] != "A" else "B") + made[place + 1 :]
        assert refused(swapped) == "damaged"


def test_changes_are_in_the_words_of_the_form() -> None:
    own = {**BLANK, "calculators": {"take-home": {"inputs": {"wages": "52,000"}}, "plan": {"inputs": {"net_month": "400"}}}}
    assert change_list(own, make_link(BOOK, [*IDS, ABOUT])) == {
        "About you": [
            ("Where you live", "not filled in", "United Kingdom"),
            ("Your state, province or region", "not filled in", "Scotland"),
            ("Your household", "not filled in", "Without a partner"),
            ("The sign of your money", "$", "€"),
        ],
        "Take-home pay": [("Country", "not filled in", "United Kingdom"), ("Pay from your job", "52,000 a year", "30,000 a year")],
        "My LEVERAGE plan": [
            ("Share of what you keep that goes to your goal", "not filled in", "50%"),
            ("What you have chosen: <b>Room</b>", "not in the list", "Use: <b>Room</b>; It leaves, before tax: 4,800 a year"),
        ],
    }


def test_changes_within_a_list_name_the_row() -> None:
    rows = [{"name": "Room", "net": "4,800"}, {"name": "Car", "net": "900"}]
    own = {**BLANK, "calculators": {"plan": {"inputs": {"uses": rows}}}}
    linked = {**BLANK, "calculators": {"plan": {"inputs": {"uses": [{"name": "Room", "net": "5,000"}]}}}}
    assert change_list(own, make_link(linked, IDS)) == {
        "My LEVERAGE plan": [
            ("What you have chosen: Room: It leaves, before tax", "4,800 a year", "5,000 a year"),
            ("What you have chosen: Car", "Use: Car; It leaves, before tax: 900 a year", "not in the list"),
        ]
    }


def test_estimate_is_written_with_its_three_numbers() -> None:
    slots = [(calculator, slot) for calculator in CATALOGUE for slot in calculator.slots if slot.estimate]
    calculator, slot = slots[0]
    made = make_link({**BLANK, "calculators": {calculator.id: {"inputs": {slot.name: {"low": "1", "typical": "2", "high": "3"}}}}}, IDS)
    assert next(iter(change_list(BLANK, made).values()))[0][2].startswith("1 to 3, usually 2")


def test_link_that_changes_nothing_has_no_sections() -> None:
    assert opened(BOOK, make_link(BOOK, [*IDS, ABOUT]))["sections"] == []


def test_long_list_of_changes_is_cut_and_counted() -> None:
    rows = [{"name": f"Use {number}"} for number in range(MOST + 5)]
    section = opened(BLANK, make_link({**BLANK, "calculators": {"plan": {"inputs": {"uses": rows}}}}, IDS))["sections"][0]
    assert (len(section["changes"]), section["more"]) == (MOST, 5)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=30),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "net", "low", "typical", "kind"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@st.composite
def workbooks(draw: st.DrawFn) -> dict[str, Any]:
    """A workbook with anything in any calculator's fields."""
    pages = {}
    for calculator in draw(st.lists(st.sampled_from(CATALOGUE), unique_by=lambda each: each.id, min_size=1, max_size=3)):
        names = st.sampled_from([slot.name for slot in calculator.slots])
        pages[calculator.id] = {"inputs": draw(st.dictionaries(names, VALUES, min_size=1, max_size=4))}
    about = draw(st.sampled_from([{}, {"country": "ca", "region": "on"}, {"country": "euro", "household": "married"}]))
    return {**BLANK, "numbers": draw(st.sampled_from(NOTATIONS)).example, "about": about, "sign": "KSh", "calculators": pages}


@settings(max_examples=150)
@given(workbooks())
def test_any_workbook_comes_back_from_a_link(book: dict[str, Any]) -> None:
    notation = next(each for each in NOTATIONS if each.example == book["numbers"])
    read = read_link(make_link(book, [*IDS, ABOUT]), notation)
    assert read["calculators"] == book["calculators"]
    assert (read.get("about", {}), read["sign"]) == (book["about"], "KSh")
    assert opened(book, make_link(book, IDS))["sections"] == []
    assert "sections" in opened(BLANK, make_link(book, [*IDS, ABOUT]))


@settings(max_examples=300)
@given(st.binary(max_size=200), st.sampled_from(["raw", "packed", "text"]))
def test_any_bytes_as_a_link_give_a_sentence_or_a_workbook(content: bytes, kind: str) -> None:
    text = {
        "raw": link.KEY + base64.urlsafe_b64encode(content).decode(),
        "packed": packed(content),
        "text": content.decode("latin-1"),
    }[kind]
    answer = opened(BLANK, text)
    assert set(answer) == {"problem"} or set(answer) == {"sections", "linked"}
    assert "problem" not in answer or answer["problem"]["code"] in {"foreign", "damaged", "nothing-known"}
