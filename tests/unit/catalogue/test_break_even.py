"""Break-even: consistency of the figures for any purchase."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.catalogue.break_even import CALCULATOR
from calculators.catalogue.break_even.charts import draw_payback
from calculators.catalogue.break_even.inputs import Inputs
from calculators.engine.fields import Estimate
from calculators.engine.view.charts import WIDE

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
def test_cash_has_come_back_at_the_payback_month(inputs: Inputs) -> None:
    outcome = CALCULATOR.outcome(inputs, DAY, ranges=False)
    months = outcome.value("payback")
    if months:
        cash = outcome.value("earns") * months - outcome.value("own") - outcome.value("payment") * min(months, inputs.loan_months)
        assert cash == pytest.approx(0, abs=1e-6 * inputs.price)


@given(purchases)
def test_purchase_at_the_break_even_share_leaves_nothing(inputs: Inputs) -> None:
    share = CALCULATOR.outcome(inputs, DAY, ranges=False).value("break_even_use")
    if share is not None and share <= 1:
        even = replace(inputs, utilization=Estimate(share, share, share))
        assert CALCULATOR.outcome(even, DAY, ranges=False).value("life_net") == pytest.approx(0, abs=1e-6 * inputs.price)


@given(purchases)
def test_last_month_of_its_life_agrees_with_the_total(inputs: Inputs) -> None:
    outcome = CALCULATOR.outcome(inputs, DAY, ranges=False)
    assert outcome.value("course")[-1].sold_off == pytest.approx(outcome.value("life_net"), abs=1e-6 * inputs.price)


def test_rest_of_a_loan_that_outlasts_the_purchase_is_noted() -> None:
    lasting = replace(Inputs(), price=12_000.0, life=24, resale=6_000.0, loan=12_000.0, loan_months=60, stop=24)
    sentences = [note(CALCULATOR.outcome(lasting, DAY)) for note in CALCULATOR.notes]
    assert any("At the end you still owe $7,833" in each for each in sentences)


def test_purchase_that_never_pays_back_is_written_as_never() -> None:
    for changed in ({"unit_price": 1.0}, {"units": 0.0}, {"price": 1e8}):
        outcome = CALCULATOR.outcome(replace(Inputs(), loan=0.0, resale=0.0, **changed), DAY)
        assert outcome.value("payback") is None
        assert CALCULATOR.notes[0](outcome)


@pytest.mark.parametrize(("unit_price", "above", "below"), [(35.0, "right", "left"), (4.0, "left", "right")])
def test_lines_are_named_on_the_side_with_room(unit_price: float, above: str, below: str) -> None:
    """Above a rising line there is room to the left, above a falling one to the right."""
    spec = draw_payback(CALCULATOR.outcome(replace(Inputs(), unit_price=unit_price), DAY), WIDE)
    named = {layer["data"]["values"][0]["text"]: layer["mark"]["align"] for layer in spec["layer"] if layer["mark"].get("dy") in {-10, 12}}
    assert named == {"if you sold it then": above, "cash so far": below}
