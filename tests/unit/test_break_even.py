"""Break-even: the figures against one another, for any purchase."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.catalogue.break_even import CALCULATOR
from calculators.catalogue.break_even.inputs import Inputs
from calculators.engine.fields import Estimate

DAY = date(2026, 11, 23)

purchases = st.builds(
    lambda price, resale, loan, rate, months, life, units: replace(
        Inputs(), price=price, resale=price * resale, loan=price * loan, loan_rate=rate, loan_months=months, life=life, units=units, stop=0
    ),
    st.floats(10, 50_000),
    st.floats(0, 0.8),
    st.floats(0, 1),
    st.floats(0, 0.4),
    st.integers(1, 120),
    st.integers(1, 120),
    st.floats(1, 60),
)


@given(purchases)
def test_at_the_payback_month_cash_has_come_back(inputs: Inputs) -> None:
    outcome = CALCULATOR.outcome(inputs, DAY, ranges=False)
    months = outcome.value("payback")
    if months:
        cash = outcome.value("earns") * months - outcome.value("own") - outcome.value("payment") * min(months, inputs.loan_months)
        assert cash == pytest.approx(0, abs=1e-6 * inputs.price)


@given(purchases)
def test_sold_at_exactly_the_break_even_share_its_life_leaves_nothing(inputs: Inputs) -> None:
    share = CALCULATOR.outcome(inputs, DAY, ranges=False).value("break_even_use")
    if share is not None and share <= 1:
        even = replace(inputs, utilization=Estimate(share, share, share))
        assert CALCULATOR.outcome(even, DAY, ranges=False).value("life_net") == pytest.approx(0, abs=1e-6 * inputs.price)


@given(purchases)
def test_the_last_month_of_its_life_agrees_with_the_whole_of_it(inputs: Inputs) -> None:
    outcome = CALCULATOR.outcome(inputs, DAY, ranges=False)
    assert outcome.value("course")[-1].sold_off == pytest.approx(outcome.value("life_net"), abs=1e-6 * inputs.price)


def test_of_a_loan_that_outlasts_the_thing_what_is_left_is_said() -> None:
    lasting = replace(Inputs(), price=12_000.0, life=24, resale=6_000.0, loan=12_000.0, loan_months=60, stop=24)
    sentences = [note(CALCULATOR.outcome(lasting, DAY)) for note in CALCULATOR.notes]
    assert any("At the end you still owe $7,833" in each for each in sentences)


def test_never_is_said_in_words() -> None:
    for changed in ({"unit_price": 1.0}, {"units": 0.0}, {"price": 1e8}):
        outcome = CALCULATOR.outcome(replace(Inputs(), loan=0.0, resale=0.0, **changed), DAY)
        assert outcome.value("payback") is None
        assert CALCULATOR.notes[0](outcome)
