"""How values are rounded and written."""

import math
from decimal import ROUND_HALF_UP, Context, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.engine.currency import Currency
from calculators.engine.money import round_half_up, typed_number, write_money, write_number, write_trimmed
from calculators.engine.notation import in_notation, notation_of


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
    assert write_money(value, places, Currency(sign)) == written


@pytest.mark.parametrize(
    ("example", "number", "typed", "amount"),
    [
        ("1,234,567.89", "−1,234.5", "-1,234.5", "−$1,234,567.89"),
        ("1.234.567,89", "−1.234,5", "-1.234,5", "−$1.234.567,89"),
        ("1 234 567,89", "−1\u00a0234,5", "-1\u00a0234,5", "−$1\u00a0234\u00a0567,89"),
        ("1’234’567.89", "−1’234.5", "-1’234.5", "−$1’234’567.89"),
        ("12,34,567.89", "−1,234.5", "-1,234.5", "−$12,34,567.89"),
    ],
)
def test_numbers_are_written_in_the_reader_s_notation(example: str, number: str, typed: str, amount: str) -> None:
    with in_notation(notation_of(example)):
        assert write_trimmed(-1234.5, 2) == number
        assert typed_number(-1234.5) == typed
        assert write_money(-1234567.89) == amount
        assert write_number(12, 0) == "12"


@pytest.mark.parametrize(
    ("value", "typed"), [(1.25, "1.25"), (1.125, "1.1250"), (0.125, "0.125"), (1234.125, "1,234.125"), (-1.125, "-1.1250")]
)
def test_a_typed_number_never_ends_in_three_decimals_that_could_be_a_group(value: float, typed: str) -> None:
    assert typed_number(value) == typed


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
