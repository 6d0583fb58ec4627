"""The rate to charge, both ways."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.rate_to_charge import CALCULATOR
from calculators.rate_to_charge.inputs import Inputs

DAY = date(2026, 11, 23)

years = st.builds(
    Inputs,
    keep=st.floats(1, 500_000),
    hours_week=st.floats(1, 80),
    billable=st.floats(0.05, 1),
    weeks_off=st.floats(0, 40),
    costs=st.floats(0, 100_000),
    fee=st.floats(0, 0.9),
    tax_rate=st.floats(0, 0.8),
)


@given(years)
def test_charging_the_rate_leaves_exactly_what_you_want_to_keep(inputs: Inputs) -> None:
    rate = CALCULATOR.outcome(inputs, DAY)["hourly"]
    back = CALCULATOR.outcome(replace(inputs, now=rate), DAY)
    assert back["kept_now"] == pytest.approx(inputs.keep, rel=1e-9)
    assert back["short"] == pytest.approx(0, abs=1e-6 * inputs.keep)


@given(years)
def test_where_the_money_of_a_year_goes_adds_up(inputs: Inputs) -> None:
    outcome = CALCULATOR.outcome(inputs, DAY)
    assert outcome["fees_year"] + inputs.costs + outcome["tax_year"] + inputs.keep == pytest.approx(outcome["gross"])


def test_no_hours_are_said_in_words() -> None:
    for changed in ({"billable": 0.0}, {"hours_week": 0.0}):
        outcome = CALCULATOR.outcome(replace(Inputs(), **changed), DAY)
        assert "no rate would do" in CALCULATOR.notes[0](outcome)
