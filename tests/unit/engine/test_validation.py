"""Validation of raw inputs: accepted values, and every refusal with its field and what is accepted."""

import json
from dataclasses import dataclass
from typing import Annotated, Any

import pytest

from calculators.engine.fields import Choice, Choices, Count, Estimate, Hours, Money, Number, Option, Rate, Rows, Text
from calculators.engine.validation import FieldError, quoted, validate

OPTIONS = (Option("a", "First"), Option("b", "Second"))


HALF = Estimate(0.3, 0.5, 0.7)


@dataclass(frozen=True, kw_only=True)
class Row:
    name: Annotated[str, Text("Name", longest=10, required=True)] = ""
    hours: Annotated[float, Hours("Hours")] = 0.0
    share: Annotated[Estimate, Rate("Share")] = HALF


@dataclass(frozen=True, kw_only=True)
class Inputs:
    pay: Annotated[float, Money("Pay", le=1_000_000)] = 100.0
    growth: Annotated[float, Rate("Growth", ge=-0.5, le=0.5)] = 0.02
    years: Annotated[int, Count("Years", unit="years", ge=1, le=40)] = 5
    amount: Annotated[float, Number("Amount")] = 1.0
    pick: Annotated[str, Choice("Pick", options=OPTIONS)] = "a"
    ticks: Annotated[tuple[str, ...], Choices("Ticks", options=OPTIONS)] = ()
    note: Annotated[str, Text("Note", longest=20)] = ""
    rows: Annotated[tuple[Row, ...], Rows("Rows", of=Row, item="thing", minimum=0, maximum=60)] = ()


def refusals(raw: object) -> list[FieldError]:
    inputs, errors = validate(Inputs, raw)
    assert (inputs is None) == bool(errors)
    return errors


def only(raw: object) -> FieldError:
    errors = refusals(raw)
    assert len(errors) == 1, errors
    return errors[0]


def read(raw: object) -> Inputs:
    inputs, errors = validate(Inputs, raw)
    assert inputs is not None, errors
    return inputs


def test_maximum_number_of_rows_is_accepted() -> None:
    assert len(read({"rows": [{"name": "x"}] * 60}).rows) == 60


def test_missing_input_takes_its_default() -> None:
    assert read({}) == Inputs()


def test_a_text_is_read_as_typed_and_a_json_number_as_it_is() -> None:
    assert read({"pay": "1,234.50", "growth": "3.4", "years": "7"}) == Inputs(pay=1234.5, growth=0.034, years=7)
    assert read({"pay": 1234.5, "growth": 0.034, "years": 7}) == Inputs(pay=1234.5, growth=0.034, years=7)
    assert isinstance(read({"years": 7.0}).years, int)


def test_a_percent_sign_may_stand_behind_a_rate() -> None:
    assert read({"growth": "3.4%"}).growth == read({"growth": "3.4 %"}).growth == 0.034


@pytest.mark.parametrize("hundredths", [-5000, -4965, -107, 0, 100, 341, 2999, 5000])
def test_percent_is_read_as_a_fraction(hundredths: int) -> None:
    assert read({"growth": f"{hundredths / 100:.2f}"}).growth == pytest.approx(hundredths / 10_000, rel=1e-14)


CASES: dict[str, tuple[str, Any, str]] = {
    "an empty box": ("pay", "", "required"),
    "a box of spaces": ("pay", "   ", "required"),
    "letters": ("pay", "lots", "not-a-number"),
    "letters in a number": ("pay", "12o0", "not-a-number"),
    "a power of ten": ("pay", "1e309", "not-a-number"),
    "a number that is none": ("pay", "NaN", "not-a-number"),
    "infinity in words": ("pay", "Infinity", "not-a-number"),
    "two readings": ("pay", "30.000", "ambiguous"),
    "a currency sign in a box for hours": ("rows", [{"name": "x", "hours": "$5"}], "currency-sign"),
    "a fraction for a percentage": ("growth", "0.25", "ambiguous"),
    "a negative amount": ("pay", "-1", "too-small"),
    "a cent too much": ("pay", "1,000,000.01", "too-large"),
    "forty-one digits": ("pay", "1" * 41, "not-a-number"),
    "a json infinity": ("pay", float("inf"), "not-finite"),
    "a json not-a-number": ("pay", float("nan"), "not-finite"),
    "an integer beyond all floats": ("pay", 10**400, "not-finite"),
    "a truth": ("pay", True, "not-a-number"),
    "nothing": ("pay", None, "not-a-number"),
    "a list": ("pay", ["1"], "not-a-number"),
    "an object": ("pay", {"low": "1"}, "not-a-number"),
    "a rate below its bound": ("growth", "-50.01", "too-small"),
    "a rate above its bound": ("growth", "50.01", "too-large"),
    "two percent signs": ("growth", "3%%", "not-a-number"),
    "a sign alone": ("growth", "%", "not-a-number"),
    "half a year": ("years", "2.5", "not-whole"),
    "half a year as a json number": ("years", 2.5, "not-whole"),
    "no year": ("years", "0", "too-small"),
    "a word that is no choice": ("pick", "c", "not-a-choice"),
    "a number for a choice": ("pick", 1, "not-a-choice"),
    "the label of a choice": ("pick", "First", "not-a-choice"),
    "a text for a list of choices": ("ticks", "a", "not-a-list"),
    "a list with a stranger": ("ticks", ["a", "c"], "not-a-choice"),
    "a list of lists": ("ticks", [["a"]], "not-a-choice"),
    "a stranger far down a long list": ("ticks", ["a", "b"] * 50 + ["c"], "not-a-choice"),
    "a number for a text": ("note", 5, "not-a-text"),
    "a text that is too long": ("note", "x" * 21, "too-long"),
    "a text for rows": ("rows", "many", "not-a-list"),
    "an object for rows": ("rows", {"0": {}}, "not-a-list"),
    "ten thousand rows": ("rows", [{"name": "x"}] * 10_000, "too-many"),
    "one row too many": ("rows", [{"name": "x"}] * 61, "too-many"),
}


@pytest.mark.parametrize(("field", "raw", "code"), CASES.values(), ids=CASES.keys())
def test_invalid_input_is_refused_with_field_and_reason(field: str, raw: Any, code: str) -> None:
    error = only({field: raw})
    assert (error.field.partition(".")[0], error.code) == (field, code)
    assert error.message.endswith((".", "…", "?"))
    assert len(error.message) < 400


@pytest.mark.parametrize("code", ["required", "too-small", "too-large", "not-whole"])
def test_refusal_of_a_number_states_the_bounds(code: str) -> None:
    raw = {"required": "", "too-small": "0", "too-large": "41", "not-whole": "1.5"}[code]
    assert "from 1 to 40 years" in only({"years": raw}).message


def test_refusal_of_a_rate_states_the_bounds_in_percent() -> None:
    assert only({"growth": "60"}).message.endswith("from −50% to 50%.")


def test_refusal_of_an_amount_ends_with_its_largest() -> None:
    assert only({"pay": "2,000,000"}).message.endswith(" to $1,000,000.")


def test_a_refused_number_is_quoted_as_it_was_typed() -> None:
    assert "“1.234.5”" in only({"pay": "1.234.5"}).message


ROW_CASES: dict[str, tuple[Any, str, str]] = {
    "a name left empty": ({"name": ""}, "rows.1.name", "required"),
    "a name of control characters only": ({"name": "\x00\x1f"}, "rows.1.name", "required"),
    "a name that is too long": ({"name": "x" * 11}, "rows.1.name", "too-long"),
    "169 hours in a week": ({"name": "x", "hours": "169"}, "rows.1.hours", "too-large"),
    "negative hours": ({"name": "x", "hours": "-1"}, "rows.1.hours", "too-small"),
    "an estimate with an empty part": (
        {"name": "x", "share": {"low": "1", "typical": "", "high": "3"}},
        "rows.1.share.typical",
        "required",
    ),
    "an estimate without a part": ({"name": "x", "share": {"low": "1", "typical": "2"}}, "rows.1.share.high", "required"),
    "an estimate with typical below low": (
        {"name": "x", "share": {"low": "2", "typical": "1", "high": "3"}},
        "rows.1.share.typical",
        "order",
    ),
    "an estimate with high below typical": (
        {"name": "x", "share": {"low": "1", "typical": "2", "high": "1.5"}},
        "rows.1.share.high",
        "order",
    ),
    "an estimate above its bound": ({"name": "x", "share": {"low": "1", "typical": "2", "high": "101"}}, "rows.1.share.high", "too-large"),
    "an estimate that is a word": ({"name": "x", "share": "some"}, "rows.1.share", "not-a-number"),
    "an unknown field": ({"name": "x", "color": "red"}, "rows.1.color", "unknown-field"),
    "a row that is a text": ("x", "rows.1", "not-an-object"),
    "a row that is a list": ([], "rows.1", "not-an-object"),
    "a row that is nothing": (None, "rows.1", "not-an-object"),
}


@pytest.mark.parametrize(("row", "field", "code"), ROW_CASES.values(), ids=ROW_CASES.keys())
def test_a_bad_row_is_refused_with_its_number_and_field(row: Any, field: str, code: str) -> None:
    error = only({"rows": [{"name": "good"}, row]})
    assert (error.field, error.code) == (field, code)


def test_estimate_reads_three_texts_or_a_single_number() -> None:
    three = {"name": "x", "share": {"low": "10", "typical": "20", "high": "30"}}
    assert read({"rows": [three]}).rows[0].share == Estimate(0.1, 0.2, 0.3)
    assert read({"rows": [{"name": "x", "share": 0.4}]}).rows[0].share == Estimate(0.4, 0.4, 0.4)
    assert read({"rows": [{"name": "x", "share": "40"}]}).rows[0].share == Estimate(0.4, 0.4, 0.4)


def test_all_errors_are_reported_together() -> None:
    raw = {"pay": "x", "years": "0", "rows": [{"name": ""}, {"name": "y", "hours": "200"}]}
    assert [(e.field, e.code) for e in refusals(raw)] == [
        ("pay", "not-a-number"),
        ("years", "too-small"),
        ("rows.0.name", "required"),
        ("rows.1.hours", "too-large"),
    ]


def test_unknown_field_is_refused_with_the_known_ones() -> None:
    error = only({"salary": "5"})
    assert (error.field, error.code) == ("salary", "unknown-field")
    assert "growth" in error.message


@pytest.mark.parametrize("raw", [None, [], "pay", 5, True, [{}]])
def test_inputs_that_are_not_an_object_are_refused(raw: object) -> None:
    assert only(raw) == FieldError("", "not-an-object", only(raw).message)


def test_too_few_rows_are_refused() -> None:
    @dataclass(frozen=True, kw_only=True)
    class One:
        rows: Annotated[tuple[Row, ...], Rows("Rows", of=Row, minimum=1)] = (Row(name="x"),)

    _, errors = validate(One, {"rows": []})
    assert [(error.field, error.code) for error in errors] == [("rows", "too-few")]


@pytest.mark.parametrize("depth", [5, 50, 500, 900])
def test_deeply_nested_input_is_refused(depth: int) -> None:
    raw = json.loads("[" * depth + "]" * depth)
    for field in ("pay", "pick", "note", "ticks", "rows"):
        assert all(error.field.partition(".")[0] == field for error in refusals({field: raw}))
    assert refusals({"pay": raw})[0].code == "not-a-number"


def test_script_in_a_text_stays_text() -> None:
    assert read({"note": "<script>x</script>"}).note == "<script>x</script>"


def test_control_characters_are_removed_from_texts() -> None:
    """Control characters are removed, and other white space becomes a blank."""
    assert read({"note": "  a\x00b\tc\n\ud800 "}).note == "ab c"


def test_choices_come_in_the_declared_order_and_once_each() -> None:
    assert read({"ticks": ["b", "a", "b"]}).ticks == ("a", "b")


def test_quoted_input_is_shortened() -> None:
    assert quoted("x" * 1000) == f"“{'x' * 32}…”"
    assert quoted("a\n  b") == "“a b”"


def test_quoted_input_is_written_as_it_was_sent() -> None:
    """A JSON value is quoted as JSON, and characters that nobody sees are left out."""
    assert quoted(None) == "“null”"
    assert quoted([True, 2.5]) == "“[true, 2.5]”"
    assert quoted("\u202d12x\u202c") == "“12x”"


def test_value_is_rounded_to_what_can_be_typed() -> None:
    """The workbook stores what typed_inputs writes, so inputs have at most its six decimals."""
    from calculators.engine.fields import slots
    from calculators.engine.typed import typed_inputs

    inputs = read({"amount": "0.00000012345", "growth": "0.000000012345%", "pay": 1 / 3})
    assert read(typed_inputs(slots(Inputs), inputs)) == inputs
