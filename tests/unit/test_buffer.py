"""Reading past months, and what must hold for simulated years."""

from dataclasses import replace
from datetime import date
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.buffer import CALCULATOR, years
from calculators.buffer.inputs import Inputs
from calculators.buffer.past import PastError, months_of

DAY = date(2026, 11, 23)


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    try:
        months = months_of(text)
    except PastError as fault:
        said = (fault.code, str(fault))
    else:
        said = ("read", "read.")
        assert len(months) >= 3
    assert all(said)


@given(st.lists(st.integers(0, 99_999), min_size=3, max_size=40))
def test_months_come_back_as_typed(months: list[int]) -> None:
    for between in (" ", "; ", ", ", "\n"):
        assert months_of(between.join(map(str, months))) == tuple(months)


@pytest.mark.parametrize("text", ["900,850,700", "1,200 900 800", "12,345.60 900 800", "1 2 3,400"])
def test_a_comma_before_three_digits_is_never_guessed(text: str) -> None:
    with pytest.raises(PastError) as fault:
        months_of(text)
    assert fault.value.code == "thousands"


def test_years_are_the_same_every_time_and_quick() -> None:
    surplus = [float(k * 37 % 11 - 5) for k in range(24)]
    first = years.needs(surplus)
    start = perf_counter()
    assert years.needs(surplus) == first
    assert perf_counter() - start < 0.1


def test_a_year_needs_no_less_than_nothing_and_no_more_than_its_worst_months() -> None:
    surplus = [100.0, -300.0, 50.0, -20.0]
    assert all(0 <= need <= 12 * 300 for need in years.needs(surplus))


def test_a_larger_share_of_years_takes_a_larger_buffer_and_that_buffer_covers_it() -> None:
    before = 0.0
    for cover in (0.5, 0.7, 0.9, 0.99):
        outcome = CALCULATOR.outcome(replace(Inputs(), cover=cover), DAY)
        assert outcome["buffer"] >= before
        before = outcome["buffer"]
        again = CALCULATOR.outcome(replace(Inputs(), have=outcome["buffer"] + 0.01), DAY)
        assert again["covered"] >= cover - 0.001


def test_spending_above_income_is_said_in_words() -> None:
    outcome = CALCULATOR.outcome(replace(Inputs(), spending=5_000.0), DAY)
    assert any("A buffer only puts that off" in note(outcome) for note in CALCULATOR.notes)
