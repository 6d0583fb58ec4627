"""The limits of inputs: what is just accepted, and what is just refused, with its sentence."""

from dataclasses import dataclass
from typing import Annotated, Any

import pytest

from calculators.engine.fields import Choice, Choices, Count, Day, Estimate, Money, Number, NumberList, Option, Rate, Rows, Text
from calculators.engine.validation import quoted, validate

MANY = tuple(Option(f"o{number}", f"O {number}") for number in range(13))
COST = Estimate(1.0, 2.0, 3.0)


@dataclass(frozen=True, kw_only=True)
class Line:
    name: Annotated[str, Text("Name", longest=5, required=True)] = "x"


@dataclass(frozen=True, kw_only=True)
class Form:
    text: Annotated[str, Text("Text", longest=5)] = ""
    number: Annotated[float, Number("Number", unit="miles", ge=-2, le=1_000)] = 0.0
    count: Annotated[int, Count("Count", ge=1, le=3)] = 1
    rate: Annotated[float, Rate("Rate", le=0.5)] = 0.0
    month: Annotated[tuple[float, ...], NumberList("Months", item="month", fewest=2, most=3, longest=12, le=100)] = (1.0, 2.0)
    thirteen: Annotated[str, Choice("Thirteen", options=MANY)] = "o0"
    twelve: Annotated[str, Choice("Twelve", options=MANY[:12])] = "o0"
    some: Annotated[tuple[str, ...], Choices("Some", options=MANY)] = ()
    day: Annotated[str, Day("Day")] = ""
    lines: Annotated[tuple[Line, ...], Rows("Lines", of=Line, item="line", minimum=1, maximum=2)] = (Line(),)
    cost: Annotated[Estimate, Money("Cost", le=100)] = COST


def refused(**raw: Any) -> tuple[str, str, str]:
    """The field, the code and the sentence of the only error; empty if there is none."""
    _, errors = validate(Form, raw)
    if not errors:
        return "", "", ""
    (error,) = errors
    return error.field, error.code, error.message


def read(**raw: Any) -> Form:
    inputs, errors = validate(Form, raw)
    assert inputs is not None, errors
    return inputs


@pytest.mark.parametrize(
    ("raw", "code", "message"),
    [
        ({"text": "12345"}, "", ""),
        ({"text": "123456"}, "too-long", "That is 6 characters long; 5 is the most."),
        ({"text": 5}, "not-a-text", "“5” is not a text."),
        ({"number": "1,000"}, "", ""),
        ({"number": "1,000.01"}, "too-large", "You wrote “1,000.01”. Write a number from −2 to 1,000 miles."),
        ({"number": "-2"}, "", ""),
        ({"number": -2.1}, "too-small", "You wrote “-2.1”. Write a number from −2 to 1,000 miles."),
        ({"number": ""}, "required", "Write a number from −2 to 1,000 miles."),
        ({"number": True}, "not-a-number", "“true” is not a number. Write one from −2 to 1,000 miles."),
        ({"number": 1e300}, "not-finite", "“1e+300” is more than this page can count. Write a number from −2 to 1,000 miles."),
        ({"number": 9e299}, "too-large", "You wrote “9e+299”. Write a number from −2 to 1,000 miles."),
        ({"number": -1e300}, "not-finite", "“-1e+300” is more than this page can count. Write a number from −2 to 1,000 miles."),
        ({"count": "3"}, "", ""),
        ({"count": "2.5"}, "not-whole", "You wrote “2.5”. Write a whole number from 1 to 3."),
        ({"count": 4}, "too-large", "You wrote “4”. Write a number from 1 to 3."),
        ({"rate": "50"}, "", ""),
        ({"rate": "50.01"}, "too-large", "You wrote “50.01”. Write a number from 0% to 50%."),
        ({"rate": 0.5}, "", ""),
        ({"rate": 0.51}, "too-large", "You wrote “0.51”. Write a number from 0% to 50%."),
        ({"month": [1, 2]}, "", ""),
        ({"month": [1]}, "too-few", "That makes 1 month. Write at least 2."),
        ({"month": []}, "too-few", "That makes 0 months. Write at least 2."),
        ({"month": [1, 2, 3, 4]}, "too-many", "That makes 4 months; 3 is the most."),
        ({"month": [1, 100]}, "", ""),
        ({"month": [1, 100.01]}, "out-of-range", "“100.01” is not between 0 and 100."),
        ({"month": [1, -0.01]}, "out-of-range", "“-0.01” is not between 0 and 100."),
        ({"month": [1, float("inf")]}, "out-of-range", "A number is not between 0 and 100."),
        ({"month": [1, True]}, "not-a-list", "This takes a list of numbers, one for each month."),
        ({"month": "1 2         "}, "", ""),
        ({"month": "1 2          "}, "too-long", "That is 13 characters long; 12 is the most."),
        ({"thirteen": "no"}, "not-a-choice", f"“no” is not one of the choices: {', '.join(f'o{n}' for n in range(12))}, …."),
        ({"twelve": "no"}, "not-a-choice", f"“no” is not one of the choices: {', '.join(f'o{n}' for n in range(12))}."),
        ({"some": "o1"}, "not-a-list", "This takes a list of choices."),
        ({"day": "2000-01-01"}, "", ""),
        ({"day": "2100-12-31"}, "", ""),
        (
            {"day": "2101-01-01"},
            "not-a-date",
            "You wrote “2101-01-01”. Write year, month and day like 2027-01-04, from 2000 to 2100, or leave it empty.",
        ),
        (
            {"day": "2027-02-29"},
            "not-a-date",
            "You wrote “2027-02-29”. Write year, month and day like 2027-01-04, from 2000 to 2100, or leave it empty.",
        ),
        ({"lines": [{}, {}]}, "", ""),
        ({"lines": [{}, {}, {}]}, "too-many", "3 is too many: at most 2 fit here. Nothing was deleted; remove some."),
        ({"lines": []}, "too-few", "Add at least 1."),
        ({"lines": "x"}, "not-a-list", "This takes a list, one entry for each line."),
        ({"cost": {"low": "1", "typical": "1", "high": "1"}}, "", ""),
    ],
)
def test_input_is_accepted_up_to_its_limit(raw: dict[str, Any], code: str, message: str) -> None:
    assert refused(**raw) == (next(iter(raw)) if code else "", code, message)


@pytest.mark.parametrize(
    ("raw", "field", "code", "message"),
    [
        ({"lines": [{"name": "123456"}]}, "lines.0.name", "too-long", "That is 6 characters long; 5 is the most."),
        ({"lines": [{}, {"name": " "}]}, "lines.1.name", "required", "Write a short name."),
        ({"lines": [{}, 5]}, "lines.1", "not-an-object", "Each line must be an object of fields."),
        ({"cost": {"low": 2, "typical": 1.9, "high": 3}}, "cost.typical", "order", "Typical must not be below low, which is $2."),
        ({"cost": {"low": 1, "typical": 2, "high": 1.9}}, "cost.high", "order", "High must not be below typical, which is $2."),
        ({"cost": {"low": 1, "high": 3}}, "cost.typical", "required", "Write a number from $0 to $100."),
        (
            {"x" * 81: 1},
            "x" * 80,
            "unknown-field",
            f"There is no such field. The fields are: {', '.join(sorted(Form.__dataclass_fields__))}.",
        ),
    ],
)
def test_error_is_at_the_part_that_is_wrong(raw: dict[str, Any], field: str, code: str, message: str) -> None:
    assert refused(**raw) == (field, code, message)


def test_number_is_kept_with_the_decimals_that_can_be_typed() -> None:
    """Six; a rate is typed in percent, and has two more."""
    assert read(number=0.12345678).number == 0.123457
    assert read(number="0.12345678").number == 0.123457
    assert read(rate=0.1234567891).rate == 0.12345679
    assert read(month=[0.12345678, 2]).month == (0.123457, 2)
    assert read(count=2.0).count == 2
    assert isinstance(read(count=2.0).count, int)


def test_other_decimal_sign_is_offered_where_it_fits() -> None:
    _, (error,) = validate(Form, {"number": "1,234.5"})
    assert error.readings == ()
    _, (error,) = validate(Form, {"rate": "1.234,5%"})
    assert error.code == "too-large"


def test_choices_are_kept_once_and_in_their_order() -> None:
    assert read(some=["o3", "o1", "o3"]).some == ("o1", "o3")
    assert read(thirteen="o12").thirteen == "o12"


def test_text_is_kept_without_what_nobody_sees() -> None:
    assert read(text=" a\tb\x00\n").text == "a b"


@pytest.mark.parametrize(("length", "text"), [(33, "x" * 33), (34, "x" * 32 + "…")])
def test_long_input_is_quoted_in_part(length: int, text: str) -> None:
    assert quoted("x" * length) == f"“{text}”"
