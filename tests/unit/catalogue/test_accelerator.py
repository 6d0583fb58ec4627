"""The accelerator: closed formulas against simulation, and properties of paying off any debts."""

import random
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.catalogue.accelerator import CALCULATOR
from calculators.catalogue.accelerator.dates import month_after
from calculators.catalogue.accelerator.debts import HORIZON, MonthsByExtra, least_budget, order, pay_off
from calculators.catalogue.accelerator.inputs import Debt, Inputs
from calculators.catalogue.accelerator.paths import beside_point
from calculators.catalogue.accelerator.saving import NEVER, balance_after, months_to, payment_for
from calculators.engine.analysis.perturbation import numeric_inputs
from calculators.engine.fields import Estimate
from calculators.engine.view.charts import NARROW
from calculators.engine.view.outcome import first_html

DAY = date(2026, 11, 23)
debt = st.tuples(st.floats(0, 20_000), st.floats(0, 0.4), st.floats(0, 800))
debts = st.lists(debt, min_size=1, max_size=5).map(tuple)


@given(st.floats(1, 1e6), st.floats(0, 1e6), st.floats(0, 1e4), st.floats(-0.02, 0.03))
def test_goal_is_reached_after_the_computed_months(goal: float, start: float, paid_in: float, rate: float) -> None:
    months = months_to(goal, start, paid_in, rate)
    if 0 < months < HORIZON:
        assert balance_after(months, start, paid_in, rate) == pytest.approx(goal, rel=1e-6)


@given(debts, st.floats(0, 3_000))
@settings(max_examples=60, deadline=None)
def test_payments_add_up_to_debt_and_interest(terms: tuple[tuple[float, float, float], ...], extra: float) -> None:
    run = pay_off(terms, extra, "avalanche")
    if run.months:
        budget = sum(payment for _, _, payment in terms) + extra
        paid = sum(balance for balance, _, _ in terms) + run.interest
        assert budget * (run.months - 1) - 0.1 <= paid <= budget * run.months + 0.1


@given(debts, st.floats(1, 3_000))
@settings(max_examples=60, deadline=None)
def test_highest_rate_first_never_costs_more_interest(terms: tuple[tuple[float, float, float], ...], extra: float) -> None:
    fast, small = pay_off(terms, extra, "avalanche"), pay_off(terms, extra, "snowball")
    if fast.months and small.months:
        assert fast.interest <= small.interest + 0.05
        assert fast.months <= small.months


@given(debts, st.lists(st.floats(0, 2_000), min_size=2, max_size=12))
@settings(max_examples=40, deadline=None)
def test_more_money_never_takes_longer(terms: tuple[tuple[float, float, float], ...], extras: list[float]) -> None:
    """More money never takes longer, and cached months equal simulated ones."""
    ask = MonthsByExtra(terms, "avalanche")
    for extra in extras:
        months = pay_off(terms, extra, "avalanche").months
        assert ask(extra) == (HORIZON if months is None else months)
    counted = [ask(extra) for extra in sorted(extras)]
    assert all(more <= less for less, more in pairwise(counted))


@given(debts, st.floats(1, 3_000), st.sampled_from(["rising", "falling", "mixed"]))
@settings(max_examples=25, deadline=None)
def test_months_by_extra_equal_simulation_in_any_order(terms: tuple[tuple[float, float, float], ...], most: float, how: str) -> None:
    """Each result lies between those of 1% more and 1% less, or within 1% of the months from them."""
    extras = [most * k / 400 for k in range(1, 401)]
    sequence = {"rising": extras, "falling": extras[::-1], "mixed": random.Random(3).sample(extras, len(extras))}[how]
    ask = MonthsByExtra(terms, "avalanche")
    answers = {extra: ask(extra) for extra in sequence}

    def simulated(extra: float) -> int:
        months = pay_off(terms, extra, "avalanche").months
        return HORIZON if months is None else months

    for extra in extras[::20]:
        assert simulated(extra * 1.01) * 0.99 <= answers[extra] <= simulated(extra * 0.99) * 1.01 + 0.5


def test_range_of_months_is_ordered_around_the_typical() -> None:
    for aim in ("save", "debts"):
        outcome = CALCULATOR.outcome(replace(Inputs(), aim=aim), DAY)
        spread = outcome.ranges["levered"]
        assert spread.p10 <= spread.p50 <= spread.p90
        assert spread.p10 <= outcome.value("levered") <= spread.p90


def test_goal_out_of_reach_is_written_as_never() -> None:
    stuck = Inputs(aim="debts", leverage=Estimate(0, 0, 0), debts=(Debt(name="Card", balance=1_000.0, rate=0.24, payment=10.0),))
    text = " ".join(note(CALCULATOR.outcome(stuck, DAY)) for note in CALCULATOR.notes)
    assert "these debts are never paid off" in text
    assert "The payment is less than the interest, so the debt grows as you pay: Card." in text
    still = Inputs(own=0.0, leverage=Estimate(0, 0, 0), growth=0.0)
    assert "out of reach" in " ".join(note(CALCULATOR.outcome(still, DAY)) for note in CALCULATOR.notes)


@pytest.mark.parametrize(("paid_in", "rate"), [(0.0, 0.0), (0.0, -0.01), (5.0, -0.01), (5.0, 0.01)])
def test_goal_reached_to_the_cent_takes_no_time(paid_in: float, rate: float) -> None:
    assert months_to(1_000.0, 1_000.0, paid_in, rate) == 0.0
    assert months_to(1_000.0, 1_000.01, paid_in, rate) == 0.0
    assert months_to(1_000.0, 999.99, paid_in, rate) > 0.0


def test_goal_is_never_reached_while_savings_fall() -> None:
    assert months_to(1_000.0, 900.0, -5.0, 0.0) == NEVER


def test_debts_that_tie_go_smaller_first_or_dearer_first() -> None:
    """Whatever the order in which they are listed."""
    small, large, dear = (200.0, 0.1, 10.0), (500.0, 0.1, 10.0), (200.0, 0.2, 10.0)
    assert order((large, small), "avalanche") == [1, 0]
    assert order((small, large), "avalanche") == [0, 1]
    assert order((small, dear), "snowball") == [1, 0]
    assert order((dear, small), "snowball") == [0, 1]
    # 110 a month is left over: 200 + 1.67 − 120 = 81.67 after one month and nothing after two; the larger one takes longer
    assert pay_off((large, small), 110.0, "avalanche").first_free == 2


def test_a_debt_s_last_payment_takes_its_interest_with_it() -> None:
    """1% of 100 is 1: the payment of 200 ends it in the first month, before what is left over goes to the dearer debt."""
    dear, last = (1_000.0, 0.24, 50.0), (100.0, 0.12, 200.0)
    run = pay_off((dear, last), 0.0, "avalanche")
    assert run.first_free == 1
    # 1,000 + 20 − 50 = 970, and of 250 − 50 − 101 = 99 that are left over: 871
    assert run.balances[1] == pytest.approx(871.0)


def said_of(inputs: Inputs) -> str:
    return " ".join(filter(None, (note(CALCULATOR.outcome(inputs, DAY, ranges=False)) for note in CALCULATOR.notes)))


def test_never_paid_debts_name_the_payment_that_would_do() -> None:
    """2% of 1,000 is 20 a month. ln(21 ÷ 1) ÷ ln 1.02 = 153.7 months; 1,000 × 0.02 ÷ (1 − 1.02^−60) = 28.77."""
    stuck = Inputs(aim="debts", leverage=Estimate(0, 0, 0), debts=(Debt(name="Card", balance=1_000.0, rate=0.24, payment=10.0),))
    text = said_of(stuck)
    assert "Interest adds $20 in the first month. You have to pay at least $21 a month in all, which takes 12 years 10 months" in text
    assert "$29 a month would do it in 5 years" in text


@given(debts, st.floats(0, 300))
@settings(max_examples=40, deadline=None)
def test_least_budget_pays_off_and_one_unit_less_does_not(terms: tuple[tuple[float, float, float], ...], extra: float) -> None:
    owed = tuple(term for term in terms if term[0] > 1)
    if not owed or pay_off(owed, extra, "snowball").months is not None:
        return
    payments = sum(payment for _, _, payment in owed)
    for within in (60, HORIZON):
        least = least_budget(owed, "snowball", within)
        months = pay_off(owed, least - payments, "snowball").months
        assert months is not None
        assert months <= within
        if least - 1 >= payments:
            fewer = pay_off(owed, least - 1 - payments, "snowball").months
            assert fewer is None or fewer > within


def test_unreachable_savings_name_the_payment_that_would_do() -> None:
    """18,000 ÷ 120 = 150 a month."""
    text = said_of(Inputs(own=0.0, leverage=Estimate(0, 0, 0), growth=0.0, prices="fixed"))
    assert "To get there in 10 years it would take $150 a month in all." in text


@given(st.floats(100, 1e6), st.floats(0, 0.9), st.floats(-0.02, 0.02), st.floats(1, 300))
def test_the_payment_that_is_enough_brings_the_goal_in_that_time(goal: float, part: float, rate: float, months: float) -> None:
    paid = payment_for(goal, goal * part, months, rate)
    assert balance_after(months, goal * part, paid, rate) == pytest.approx(goal, rel=1e-6)


def test_debt_of_zero_is_named_and_its_payment_ignored() -> None:
    card, paid = Debt(name="Card", balance=1_000.0, payment=20.0), Debt(name="Bike", balance=0.0, payment=25.0)
    both, card_only = (Inputs(aim="debts", leverage=Estimate(0, 0, 0), debts=debts) for debts in ((card, paid), (card,)))
    assert CALCULATOR.outcome(both, DAY).value("months_without") == CALCULATOR.outcome(card_only, DAY).value("months_without") == 50
    assert "Nothing is owed on Bike, so that payment is not counted." in said_of(both)
    assert "Nothing is owed" not in said_of(card_only)


def test_loss_is_labeled_as_a_loss() -> None:
    losing = Inputs(growth=-0.1, prices="fixed", goal=5_000.0, start=1_000.0, own=200.0, leverage=Estimate(200, 200, 200))
    assert "With growth of −10% a year your savings shrink. On the way to the goal they lose $265." in said_of(losing)
    assert "shrink" not in said_of(Inputs())


def test_growth_below_inflation_is_noted_as_a_real_loss() -> None:
    assert "In buying power your savings lose 0.97% a year, because prices rise faster" in said_of(Inputs(growth=0.02, inflation=0.03))


def test_first_block_equals_the_whole_outcome() -> None:
    first = CALCULATOR.outcome(Inputs(), DAY)
    assert first.value("growth_real") > 0
    assert first.value("grown") > 0


def test_months_become_months_of_the_calendar() -> None:
    assert month_after(DAY, 0) == "November 2026"
    assert month_after(DAY, 1.2) == "January 2027"
    assert month_after(DAY, 12) == "November 2027"


@pytest.mark.parametrize(
    ("aim", "wrong", "kept"),
    [
        ("save", {"debts": [{"balance": "much"}], "extra": "-1"}, {"goal", "start", "own", "growth", "inflation"}),
        ("debts", {"goal": "much", "growth": "900"}, {"extra"}),
    ],
)
def test_form_shows_only_the_inputs_of_the_goal(aim: str, wrong: dict[str, object], kept: set[str]) -> None:
    inputs, errors = CALCULATOR.read({"aim": aim, **wrong})
    assert not errors
    varied = {knob.name for knob in numeric_inputs(CALCULATOR, inputs) if "." not in knob.name}
    assert varied == {"leverage", "tax_rate"} | kept
    other = "debts" if aim == "save" else "save"
    _, errors = CALCULATOR.read({"aim": other, **wrong})
    assert {error.field.split(".")[0] for error in errors} == set(wrong)


@pytest.mark.parametrize(
    ("extra", "text"),
    [
        ({}, "With leverage, you are free of these debts in"),
        ({"leverage": {"low": "0", "typical": "0", "high": "0"}}, "Leverage adds nothing yet: you are free of these debts in"),
        (
            {"debts": [{"name": "Card", "balance": "1000", "rate": "24", "payment": "10"}]},
            "Without leverage you would not be free of these debts",
        ),
    ],
)
def test_note_on_debts_is_a_sentence(extra: dict[str, object], text: str) -> None:
    inputs, _ = CALCULATOR.read({"aim": "debts", **extra})
    assert text in first_html(CALCULATOR.outcome(inputs, DAY))


@pytest.mark.parametrize(("months", "align"), [(3.0, "left"), (38.0, "center"), (110.0, "right")])
def test_date_of_a_point_stays_clear_of_the_axis(months: float, align: str) -> None:
    assert beside_point(months / 121, NARROW) == align


@pytest.mark.parametrize(
    ("large_rate", "small_rate", "said"),
    [
        (0.24, 0.06, "Smallest debt first costs $"),
        (0.06, 0.24, "Both methods cost about the same here."),  # the smaller debt is also the dearer one
    ],
)
def test_methods_are_compared_by_what_they_cost(large_rate: float, small_rate: float, said: str) -> None:
    large = Debt(name="Loan", balance=6_000.0, rate=large_rate, payment=150.0)
    small = Debt(name="Card", balance=2_000.0, rate=small_rate, payment=60.0)
    outcome = CALCULATOR.outcome(Inputs(aim="debts", leverage=Estimate(200, 200, 200), debts=(large, small)), DAY)
    notes = [note(outcome) for note in outcome.calculator.notes]
    assert [note for note in notes if note.startswith(("Smallest debt first", "Both methods"))] == [note for note in notes if said in note]
    assert any(said in note for note in notes)
