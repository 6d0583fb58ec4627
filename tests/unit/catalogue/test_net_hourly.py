"""Net hourly pay: properties for any week."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from calculators.catalogue.net_hourly import CALCULATOR
from calculators.catalogue.net_hourly.inputs import Inputs
from calculators.engine.fields import Estimate

DAY = date(2026, 11, 23)


def kept(**changed: object) -> float:
    return float(CALCULATOR.outcome(replace(Inputs(), **changed), DAY, ranges=False).value("kept_week"))


@given(st.floats(0, 1_000), st.floats(0, 1_000), st.floats(0, 0.9))
def test_dollar_of_tips_adds_between_zero_and_a_dollar(tips: float, more: float, rate: float) -> None:
    gained = kept(tips=tips + more, tax_rate=rate) - kept(tips=tips, tax_rate=rate)
    assert -1e-6 <= gained <= more + 1e-6


@given(st.floats(0, 500), st.floats(0, 3))
def test_mileage_rate_changes_tax_but_not_the_cars_cost(miles: float, rate: float) -> None:
    cheap, dear = (CALCULATOR.outcome(replace(Inputs(), empty_miles=miles, mileage_rate=each), DAY, ranges=False) for each in (0.0, rate))
    assert cheap.value("car_cost") == dear.value("car_cost")
    assert cheap.value("net_week") == dear.value("net_week")
    assert dear.value("tax") <= cheap.value("tax")


def test_pay_without_tips_equals_a_week_without_tips() -> None:
    inputs = replace(Inputs(), gross=Estimate(100, 100, 100), deduct="mileage")
    bare = CALCULATOR.outcome(replace(inputs, tips=0.0), DAY, ranges=False)
    full = CALCULATOR.outcome(inputs, DAY, ranges=False)
    assert abs(full.value("kept_hour_no_tips") - bare.value("kept_hour")) < 1e-9


def test_no_hours_and_a_loss_have_their_sentences() -> None:
    none = CALCULATOR.outcome(replace(Inputs(), paid_hours=0.0, waiting_hours=0.0, travel_hours=0.0, admin_hours=0.0), DAY)
    assert any(note(none).startswith("You entered no hours") for note in CALCULATOR.notes)
    assert not any("None of your hours is paid" in note(none) for note in CALCULATOR.notes)
    unpaid = CALCULATOR.outcome(replace(Inputs(), paid_hours=0.0), DAY)
    assert any("None of your hours is paid" in note(unpaid) for note in CALCULATOR.notes)
    loss = CALCULATOR.outcome(replace(Inputs(), gross=Estimate(0, 0, 0), tips=0.0), DAY)
    assert any("more than it brings in" in note(loss) for note in CALCULATOR.notes)
