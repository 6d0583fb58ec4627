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
from calculators.engine.fields import Hours, Money, Months, Number, NumberList, Rate, slots
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


def refusal(field: Number, text: str) -> str:
    """The sentence beside a box that refuses a text."""
    with pytest.raises(Refused) as error:
        read_number(field, text)
    return str(error.value)


@pytest.mark.parametrize("seen", ["kilo", "dozen", "Jan", "lac", "万円", "million", "per month"])
def test_refusal_names_the_word_that_was_seen(seen: str) -> None:
    """It asks for the number in full: to leave the word out of “12 lac” would change the amount by a factor."""
    with pytest.raises(NumberError, match=f"in full and in digits, .*without “{seen}”"):
        read_number_text(f"12 {seen}")


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        (Money(), "50¢", "with decimals, like 0.5, without “¢”."),
        (Money(), "$1.2k", "in full and in digits, like 1,200 or 1,200.5, without “k”."),
        (Money(), "1½", "a fraction. Write it with decimals, like 0.5."),
        (Money(), "1/2", "a fraction. Write it with decimals, like 0.5."),
        (Money(), "1.2E+06", "a power of ten. Write the number out, like 1,200."),
        (Money(), "100 to 200", "a range. Write one number."),
        (Rate(), "250 bps", "Write a percentage in digits, like 2.5, without “bps”."),
        (Hours(), "2 days", "Write hours like 7.5 or 7:30, without “days”."),
        (Months(unit="months"), "2 years", "Write the number of months in digits, like 12, without “years”."),
    ],
)
def test_refusal_says_how_its_box_is_written(field: Number, text: str, sentence: str) -> None:
    assert refusal(field, text).startswith(f"You wrote “{text}”. ")
    assert refusal(field, text).endswith(sentence)


@pytest.mark.parametrize(
    ("field", "example", "text", "meant"),
    [
        (Hours(), "1.234.567,89", "7.125", "7,125"),
        (Rate(per="year", ge=-0.5, le=0.5), "1.234.567,89", "4.875%", "4,875%"),
        (Money(le=50), "1,234,567.89", "12,500", "12.5"),
    ],
)
def test_number_out_of_bounds_offers_its_other_reading(field: Number, example: str, text: str, meant: str) -> None:
    """A reader's own grouping sign has one meaning, but the text may come from elsewhere."""
    with in_notation(notation_of(example)):
        with pytest.raises(Refused) as error:
            read_number(field, text)
        assert error.value.code == "too-large"
        assert str(error.value).endswith(f" Or do you mean {meant}?")
        (reading,) = error.value.readings
        assert reading.label == meant
        assert read_number(field, reading.text) <= field.le


def test_number_out_of_bounds_in_every_reading_offers_none() -> None:
    for text in ("200,000", "200.000", "200", "-1.200"):
        with pytest.raises(Refused) as error:
            read_number(Hours(), text)
        assert error.value.readings == ()


@given(st.sampled_from(NOTATIONS), st.integers(0, 168 * 60))
def test_typed_hours_read_back_without_a_question(notation: Notation, minutes: int) -> None:
    """7.45 hours are written 7:27, because 7.45 may mean 7:45."""
    for value in (minutes / 60, round(minutes / 60, 2)):
        with in_notation(notation):
            assert read_number(Hours(), Hours().typed(value)) == pytest.approx(value, abs=1e-6)


def test_hours_with_a_point_like_a_clock_offer_both_times() -> None:
    with pytest.raises(Refused) as error:
        read_number(Hours(), "7.30 h")
    assert [read_number(Hours(), reading.text) for reading in error.value.readings] == [7.3, 7.5]


MONTHS_BOX = NumberList("Months", item="month", fewest=3, money=True, le=10_000_000)


@pytest.mark.parametrize(
    ("example", "text", "count"),
    [
        ("1,234,567.89", "820 560 910", 3),
        ("1,234,567.89", "102 696 192 410", 4),
        ("1,234,567.89", "820 640 560 910 700 430 650 720 690 800 750 610", 12),
        ("1 234 567,89", "820 560 910", 3),
        ("1 234 567,89", "820\u00a0560\u00a0910", 3),
        ("1 234 567,89", "820 640 560 910 700 430 650 720 690 800 750 610", 0),
        ("1 234 567.89", "102 696 192 410", 0),
    ],
)
def test_run_of_three_digit_months_is_asked_about_if_grouped(example: str, text: str, count: int) -> None:
    """In three months or more, 820 560 910 cannot be one amount. Where spaces group digits, an even run may be half as many numbers."""
    with in_notation(notation_of(example)):
        if count:
            assert len(read_numbers(MONTHS_BOX, text)) == count
            return
        with pytest.raises(Refused) as error:
            read_numbers(MONTHS_BOX, text)
    assert error.value.code == "ambiguous"


def test_months_are_read_whatever_language_names_them() -> None:
    for names in (
        "jan feb mar",
        "janv. févr. mars",
        "enero febrero marzo",
        "gennaio febbraio marzo",
        "Jan. Febr. März",
        "januari feb. mrt",
    ):
        lines = "\n".join(f"{name} {amount}" for name, amount in zip(names.split(), (820, 1040, 560), strict=True))
        assert read_numbers(MONTHS_BOX, lines) == (820, 1040, 560)
    assert read_numbers(MONTHS_BOX, "Mar: 560\r\nFeb: 1040\r\nJan: 820\r\n") == (560, 1040, 820)


@pytest.mark.parametrize("text", ["Jan 820 Jan 900 Feb 1040", "Jan 1 040\nFeb 1 140\nMar 960", "Jan 26 820\nFeb 26 930\nMar 26 704"])
def test_months_out_of_order_or_with_spaces_are_asked_about(text: str) -> None:
    with pytest.raises(Refused) as error:
        read_numbers(MONTHS_BOX, text)
    assert error.value.code == "ambiguous"


@pytest.mark.parametrize("text", ["Jan\nFeb\n820\n1040", "Jan 820 Feb", "Market 300\nMarta 200\nMaria lots", "Jan 820\nFeb lots"])
def test_months_without_their_amounts_are_refused(text: str) -> None:
    with pytest.raises(Refused) as error:
        read_numbers(MONTHS_BOX, text)
    assert error.value.code == "not-a-number"


def test_list_field_refuses_numbers_out_of_bounds() -> None:
    field = NumberList("Months", item="month", fewest=3, most=4, le=100)
    cases = {"1 2": "too-few", "1 2 3 4 5": "too-many", "1; 2; 101": "out-of-range", "1 2 -3": "out-of-range", "": "not-a-number"}
    for text, code in cases.items():
        with pytest.raises(Refused) as refusal:
            read_numbers(field, text)
        assert refusal.value.code == code
    assert read_numbers(field, [1, 2.5, 3]) == read_numbers(field, "1; 2.5; 3") == (1.0, 2.5, 3.0)
