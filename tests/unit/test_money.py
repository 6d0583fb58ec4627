"""Numbers at the edge: what is read, what is refused and why, and how values are rounded and written."""

import math
from decimal import ROUND_HALF_UP, Context, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.engine.money import NumberError, parse_number, round_half_up, typed_number, write_money, write_number, write_trimmed

READ = {
    "0": 0.0,
    "1200": 1200.0,
    "1,200": 1200.0,
    "1,234,567.89": 1234567.89,
    "12.": 12.0,
    ".5": 0.5,
    "-3.25": -3.25,
    "−3.25": -3.25,
    "+7": 7.0,
    "  42  ": 42.0,
    "1\u00a0200": 1200.0,
    "1\u202f200.5": 1200.5,
    "007": 7.0,
}

REFUSED = {
    "": "not-a-number",
    "   ": "not-a-number",
    "abc": "not-a-number",
    "12a": "not-a-number",
    "5 2": "not-a-number",
    "1e309": "not-a-number",
    "1e5": "not-a-number",
    "NaN": "not-a-number",
    "nan": "not-a-number",
    "Infinity": "not-a-number",
    "-inf": "not-a-number",
    "0x10": "not-a-number",
    "1_000": "not-a-number",
    "--5": "not-a-number",
    "1.2.3": "not-a-number",
    "1,23,456": "not-a-number",
    "12,5": "decimal-comma",
    "1.234,56": "decimal-comma",
    "1.234.567,8": "decimal-comma",
    "0,5": "decimal-comma",
    "0,500": "decimal-comma",
    "$1,200": "currency-sign",
    "$ 1200": "currency-sign",
    "€99.50": "currency-sign",
    "£5": "currency-sign",
    "١٢٠٠": "other-digits",
    "۵۲": "other-digits",
    "५२": "other-digits",
    "１２": "other-digits",
    "²": "other-digits",
    "9" * 400: "not-finite",
    "<script>alert(1)</script>": "not-a-number",
}


@pytest.mark.parametrize(("typed", "meant"), READ.items())
def test_a_number_is_read_as_it_was_meant(typed: str, meant: float) -> None:
    assert parse_number(typed) == meant


@pytest.mark.parametrize(("typed", "code"), REFUSED.items())
def test_what_is_no_sure_number_is_refused_with_its_reason(typed: str, code: str) -> None:
    with pytest.raises(NumberError) as refusal:
        parse_number(typed)
    assert refusal.value.code == code
    assert str(refusal.value).endswith(".")


def test_a_refused_currency_sign_is_told_what_to_write_in_its_place() -> None:
    with pytest.raises(NumberError, match=r"write 1,200\."):
        parse_number("$1,200")


@pytest.mark.parametrize("typed", ["1.234,56", "abc", "١٢٠٠"])
def test_the_advice_shows_a_form_that_is_accepted(typed: str) -> None:
    with pytest.raises(NumberError) as refusal:
        parse_number(typed)
    shown = str(refusal.value).rpartition("like ")[2].removesuffix(".").split(" or ")
    assert [parse_number(example) for example in shown]


@pytest.mark.parametrize(
    ("value", "places", "rounded"),
    [
        (0.125, 2, 0.13),
        (-0.125, 2, -0.13),
        (2.675, 2, 2.68),
        (1.005, 2, 1.01),
        (0.5, 0, 1.0),
        (1.5, 0, 2.0),
        (2.5, 0, 3.0),
        (-2.5, 0, -3.0),
        (2.4999, 0, 2.0),
        (0.0, 2, 0.0),
        (1e9 + 0.005, 2, 1000000000.01),
        (0.0000005, 6, 0.000001),
    ],
)
def test_a_half_is_rounded_away_from_zero_in_its_decimal_form(value: float, places: int, rounded: float) -> None:
    assert round_half_up(value, places) == rounded


@pytest.mark.parametrize("value", [-0.001, -0.0, 0.0, -1e-300])
def test_nothing_is_ever_a_negative_nothing(value: float) -> None:
    assert str(round_half_up(value, 2)) == "0.0"
    assert write_money(value) == "$0.00"
    assert write_number(value) == "0"


@pytest.mark.parametrize("value", [1e26, 1e30, -1e30, 1e100, 1.7e308])
def test_an_amount_beyond_all_sense_is_still_rounded_and_not_a_fault(value: float) -> None:
    assert round_half_up(value, 2) == value
    assert write_money(value)


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=6), st.integers(0, 6))
def test_rounding_agrees_with_decimal_arithmetic(value: Decimal, places: int) -> None:
    expected = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    assert round_half_up(float(value), places) == float(expected)


@pytest.mark.parametrize(
    ("value", "places", "written"),
    [
        (1234567.891, 2, "1,234,567.89"),
        (-1234.5, 1, "−1,234.5"),
        (999.995, 2, "1,000.00"),
        (12, 0, "12"),
        (0.05, 0, "0"),
    ],
)
def test_a_number_is_written_with_commas_and_a_true_minus(value: float, places: int, written: str) -> None:
    assert write_number(value, places) == written


@pytest.mark.parametrize(
    ("value", "places", "written"),
    [(3.4, 2, "3.4"), (5.0, 2, "5"), (100.0, 0, "100"), (1000.0, 2, "1,000"), (0.0, 4, "0"), (-2.5, 1, "−2.5")],
)
def test_zeros_that_say_nothing_are_left_out(value: float, places: int, written: str) -> None:
    assert write_trimmed(value, places) == written


@pytest.mark.parametrize(
    ("value", "places", "sign", "written"),
    [
        (4049.7061, 2, "$", "$4,049.71"),
        (-400, 0, "$", "−$400"),
        (0, 2, "£", "£0.00"),
        (-0.004, 2, "$", "$0.00"),
        (-0.005, 2, "$", "−$0.01"),
    ],
)
def test_the_minus_of_an_amount_stands_before_the_currency_sign(value: float, places: int, sign: str, written: str) -> None:
    assert write_money(value, places, sign) == written


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=6))
def test_a_typed_number_reads_back_as_the_same_value(value: Decimal) -> None:
    assert parse_number(typed_number(float(value))) == float(value)


@given(st.text(max_size=60))
def test_any_text_is_either_a_finite_number_or_refused(text: str) -> None:
    try:
        found = parse_number(text)
    except NumberError as refusal:
        found = refusal
    codes = {"not-a-number", "not-finite", "decimal-comma", "other-digits", "currency-sign"}
    assert found.code in codes if isinstance(found, NumberError) else math.isfinite(found)


@given(st.floats(-1e13, 1e13), st.integers(0, 6))
def test_the_short_way_rounds_as_the_decimal_text_does(value: float, places: int) -> None:
    by_text = float(Decimal(repr(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, Context(prec=400))) + 0.0
    assert repr(round_half_up(value, places)) == repr(by_text)


@given(st.integers(-(10**9), 10**9), st.integers(0, 4))
def test_nor_does_it_at_and_beside_a_middle(whole: int, places: int) -> None:
    middle = (whole + 0.5) / 10**places
    for value in (middle, math.nextafter(middle, math.inf), math.nextafter(middle, -math.inf)):
        by_text = float(Decimal(repr(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, Context(prec=400))) + 0.0
        assert repr(round_half_up(value, places)) == repr(by_text)
