"""Reading of numbers: every row of docs/reading-numbers.md, and properties of all texts."""

import math
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.catalogue import break_even
from calculators.catalogue.accelerator.inputs import Debt
from calculators.engine.fields import Hours, Money, Number, NumberList, Rate, slots
from calculators.engine.money import typed_number
from calculators.engine.notation import NOTATIONS, Notation, in_notation, notation_of
from calculators.engine.number_text import Expected, NumberError, read_list_text, read_number_text, typed_list
from calculators.engine.validation import Refused, read_number, read_numbers

PAGE = Path(__file__).parents[3] / "docs" / "reading-numbers.md"
BOXES: dict[str, Number] = {"money": Money(ge=-1e9), "hours": Hours(), "percent": Rate()}


def rows(width: int) -> list[tuple[str, ...]]:
    """Return the rows of the page's tables that have `width` columns."""
    table = []
    for line in PAGE.read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        if len(cells) == width and cells[0].startswith("`"):
            table.append(tuple(cells))
    return table


def unescaped(text: str) -> str:
    """Return the text of a cell with its escapes replaced."""
    hexadecimal = re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), text)
    return hexadecimal.replace("\\n", "\n").replace("\\t", "\t").replace("\\|", "|").strip("`")


def number_said(field: Number, text: str) -> float | str:
    """Return what a box reads in a text, in the page's wording."""
    try:
        return float(read_number(field, text) * field.scale)
    except Refused as refusal:
        return refused(refusal.code, [reading.label for reading in refusal.readings])


def list_said(text: str) -> tuple[float, ...] | str:
    """Return what a list reads in a text, in the page's wording."""
    try:
        return read_list_text(text)
    except NumberError as refusal:
        return refused(refusal.code, [reading.label.partition(": ")[2] for reading in refusal.readings])


def refused(code: str, readings: list[str]) -> str:
    return f"asks: {' | '.join(readings)}" if readings else f"refused: {code}"


def outcome(read: Callable[[str], object], text: str) -> NumberError | tuple[float, ...]:
    """Return the numbers in a text, or the error that refuses it."""
    try:
        reading = read(text)
    except NumberError as refusal:
        return refusal
    return reading if isinstance(reading, tuple) else (float(str(reading)),)


@pytest.mark.parametrize(("typed", "example", "box", "meant"), rows(4))
def test_number_is_read_as_documented(typed: str, example: str, box: str, meant: str) -> None:
    with in_notation(notation_of(example)):
        said = number_said(BOXES[box], unescaped(typed))
    assert said == (pytest.approx(float(meant), rel=1e-12) if isinstance(said, float) else unescaped(meant))


@pytest.mark.parametrize(("typed", "example", "meant"), rows(3))
def test_list_is_read_as_documented(typed: str, example: str, meant: str) -> None:
    with in_notation(notation_of(example)):
        said = list_said(unescaped(typed))
    assert said == (tuple(map(float, meant.split("; "))) if isinstance(said, tuple) else unescaped(meant))


def test_documentation_names_every_notation_and_box() -> None:
    singles = rows(4)
    assert {row[1] for row in singles} >= {notation.example for notation in NOTATIONS} - {"1 234 567.89"}
    assert {row[2] for row in singles} == set(BOXES)
    assert len(singles) > 50
    assert len(rows(3)) > 15


@given(st.sampled_from(NOTATIONS), st.decimals(min_value=-(10**9), max_value=10**9, places=6))
def test_typed_number_reads_back_as_the_same_value(notation: Notation, value: Decimal) -> None:
    with in_notation(notation):
        assert read_number_text(typed_number(float(value))) == float(value)


@given(st.sampled_from(NOTATIONS), st.lists(st.decimals(min_value=0, max_value=10**7, places=2), min_size=1, max_size=30))
def test_typed_list_reads_back_as_the_same_values(notation: Notation, values: list[Decimal]) -> None:
    with in_notation(notation):
        assert read_list_text(typed_list([float(value) for value in values])) == tuple(map(float, values))


NUMBERISH = st.text(alphabet="0123456789., '-()%$\u20ac\u00a0\n;:kr", max_size=24)


@given(st.sampled_from(NOTATIONS), st.one_of(NUMBERISH, st.text(max_size=60)))
def test_any_text_is_a_finite_number_or_refused(notation: Notation, text: str) -> None:
    with in_notation(notation):
        for reading in (outcome(read_number_text, text), outcome(read_list_text, text)):
            if isinstance(reading, NumberError):
                assert reading.code in {"not-a-number", "not-finite", "currency-sign", "ambiguous"}
                assert str(reading).endswith(".")
                assert bool(reading.readings) == (reading.code == "ambiguous")
            else:
                assert all(map(math.isfinite, reading))


@given(st.sampled_from(NOTATIONS), st.one_of(NUMBERISH, st.text(max_size=60)))
def test_every_offered_reading_is_accepted(notation: Notation, text: str) -> None:
    with in_notation(notation):
        for read in (read_number_text, read_list_text):
            reading = outcome(read, text)
            if isinstance(reading, NumberError):
                assert not any(isinstance(outcome(read, offered.text), NumberError) for offered in reading.readings)


MONTHS = st.lists(st.integers(1_000, 9_999), min_size=3, max_size=12)


@given(
    reader=st.sampled_from(NOTATIONS),
    signs=st.sampled_from([",.", ".,", " ,", " .", "\u00a0,", "'."]),
    amounts=MONTHS,
    places=st.sampled_from([0, 2]),
    separator=st.sampled_from([" ", ",", ", ", "\n", "\t", ";", " | "]),
    currency=st.sampled_from(["{}", "${}", "Rs. {}", "{} kr", "{}\u20ac"]),
)
def test_list_of_amounts_is_never_silently_misread(
    reader: Notation, signs: str, amounts: list[int], places: int, separator: str, currency: str
) -> None:
    """In any pair of notations, amounts are read as written or the reader is asked."""
    group, decimal = signs
    written = [f"{amount:,.{places}f}".translate({ord(","): group, ord("."): decimal}) for amount in amounts]
    with in_notation(reader):
        reading = outcome(read_list_text, separator.join(currency.format(text) for text in written))
    assert isinstance(reading, NumberError) or reading == tuple(map(float, amounts))


@given(st.sampled_from(NOTATIONS), st.integers(0, 99), st.integers(0, 999))
def test_three_digits_behind_one_separator_are_never_guessed(notation: Notation, head: int, tail: int) -> None:
    """They are read as a group only if the notation groups that way; otherwise the reader is asked."""
    for sign in ".,":
        with in_notation(notation):
            reading = outcome(lambda text: read_number_text(text, Expected(money=True)), f"{head}{sign}{tail:03}")
        if head == 0:
            assert reading == (tail / 1000,)
        elif sign == notation.group:
            assert reading == (head * 1000 + tail,)
        else:
            assert isinstance(reading, NumberError)
            assert reading.code == "ambiguous"


def readings_offered(field: Number, text: str) -> list[str]:
    """Return the readings between which a box lets its reader choose."""
    with pytest.raises(Refused) as refusal:
        read_number(field, text)
    return [reading.label for reading in refusal.value.readings]


def test_interest_on_a_debt_under_one_percent_is_asked_about() -> None:
    """0.24 can mean 24% in a lender's contract; as a yearly rise of prices, 0.24% is plausible."""
    for name, calculator in (("loan_rate", break_even.CALCULATOR), ("rate", None)):
        declared = calculator.slots if calculator else slots(Debt)
        field = next(slot.field for slot in declared if slot.name == name)
        assert isinstance(field, Number)
        assert readings_offered(field, "0.24") == ["0.24%", "24%"]
        assert read_number(field, "0.24%") == 0.0024
    assert read_number(Rate(per="year"), "0.24") == 0.0024


def test_percent_box_offers_only_what_it_takes() -> None:
    field = Rate(ge=0.5, le=0.99)
    assert readings_offered(field, "0.9") == ["90%"]
    assert readings_offered(field, "0.99") == ["99%"]


@pytest.mark.parametrize("seen", ["kilo", "dozen", "Jan"])
def test_refusal_quotes_the_unknown_word(seen: str) -> None:
    with pytest.raises(NumberError, match=f"“{seen}”"):
        read_number_text(f"12 {seen}")


def test_list_field_refuses_numbers_out_of_bounds() -> None:
    field = NumberList("Months", item="month", fewest=3, most=4, le=100)
    cases = {"1 2": "too-few", "1 2 3 4 5": "too-many", "1; 2; 101": "out-of-range", "1 2 -3": "out-of-range", "": "not-a-number"}
    for text, code in cases.items():
        with pytest.raises(Refused) as refusal:
            read_numbers(field, text)
        assert refusal.value.code == code
    assert read_numbers(field, [1, 2.5, 3]) == read_numbers(field, "1; 2.5; 3") == (1.0, 2.5, 3.0)
