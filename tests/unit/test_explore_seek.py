"""Goal seek: values worked out by hand, and the sentences that say why there is none."""

from dataclasses import replace
from typing import Any

import pytest

from calculators.catalogue.accelerator import CALCULATOR as ACCELERATOR
from calculators.catalogue.accelerator.inputs import Inputs as Goal
from calculators.catalogue.equalizer import CALCULATOR as EQUALIZER
from calculators.catalogue.platform_fees import CALCULATOR as FEES
from calculators.catalogue.platform_fees.inputs import Inputs as Sale
from calculators.catalogue.platform_fees.inputs import Offer
from calculators.engine.analysis.goal_seek import GoalSeekResult, NotSeekable, seek
from calculators.engine.calculator import Calculator
from calculators.engine.fields import Estimate, Number
from calculators.engine.figures import figure
from calculators.what_if.words import sought_words
from tests.unit.shop import DAY, SHOP, Inputs, Line


def sought(figure: str, goal: float, by: str, **changes: Any) -> GoalSeekResult:
    return seek(SHOP, replace(Inputs(), **changes), figure, goal, by, DAY)


def figure_at(calculator: Calculator, inputs: Any, figure: str) -> Any:
    return calculator.outcome(inputs, DAY, ranges=False).value(figure)


@pytest.mark.parametrize(
    ("figure", "goal", "by", "value"),
    [
        ("net", 2_000.0, "price", 25.0),  # (2,000 + 500) ÷ 100
        ("net", 0.0, "price", 5.0),  # 500 ÷ 100
        ("net", 1_234.56, "price", 17.3456),  # 1,734.56 ÷ 100
        ("net", 2_000.0, "units", 125),  # 2,500 ÷ 20
        ("net", 900.0, "cost", 1_100.0),  # 2,000 − 900
        ("kept", 1_200.0, "tax", 0.2),  # 1,500 × (1 − 20%)
        ("kept", 1_500.0, "price", 25.0),  # 1,500 ÷ 0.75 = 2,000
        ("demand", 2_400.0, "price", 40.0),  # 40 × 60; 60 × 40 is as much, and further away
        ("demand", 2_499.99, "price", 49.9),  # 49.9 × 50.1, which lies between two probes
        ("boxes", 9.0, "units", 108),  # 9 × 12, the first of twelve that do
        ("parcels", 4.0, "price", 60.0),  # 4 × 15
        ("each_leaves", 10.0, "units", 50),  # 20 − 500 ÷ 50
        ("each_leaves", -480.0, "units", 1),  # 20 − 500 ÷ 1; without units there is none
        ("twice.1", 10.0, "lines.1.amount", 5.0),
        ("line_total", 0.0, "lines.0.amount", 2.0),  # a figure that sees whole rows
    ],
)
def test_the_value_is_the_one_worked_out_by_hand(figure: str, goal: float, by: str, value: float) -> None:
    found = sought(figure, goal, by)
    assert found.status == "found"
    assert found.value == pytest.approx(value, rel=1e-12)
    assert found.result == pytest.approx(goal, abs=0.005)
    assert sought_words(found) == ""


def test_a_value_has_as_few_decimals_as_will_do() -> None:
    found = sought("kept", 1_000.0, "tax")  # a third
    assert found.value is not None
    assert len(repr(found.value)) <= len("0.333333")
    assert round(figure_at(SHOP, Inputs(tax=found.value), "kept"), 2) == 1_000.0


def test_a_top_that_is_only_just_reached_is_found() -> None:
    """50 × 50 is the most there is. To the cent 2,500 − d² still reads 2,500 for a price up to 0.07 away."""
    found = sought("demand", 2_500.0, "price")
    assert found.status == "found"
    assert found.value == pytest.approx(50.0, abs=0.071)


def test_what_stands_there_already_is_said_to() -> None:
    found = sought("net", 1_500.0, "price")
    assert (found.status, found.value) == ("there", 20.0)
    assert sought_words(found) == "It is at the goal already."
    # 1,500.001 reads $1,500
    assert sought("net", 1_500.0, "units", price=20.00001).status == "there"


def test_a_whole_number_answers_with_the_first_one_beyond_and_says_what_the_one_before_gives() -> None:
    found = sought("net", 2_010.0, "units")
    assert (found.status, found.value, found.result) == ("step", 126, 2_020.0)
    assert sought_words(found) == "Only whole numbers count here: at 125 units it is $2,000 a year."


def test_a_figure_that_goes_in_steps_says_that_it_goes_past_the_goal() -> None:
    found = sought("parcels", 4.0, "price", price=80.0)  # 5 now; from above 74.99 is the first of 4
    assert found.status == "found"
    assert found.value == 74.99
    step = sought("parcels", 3.5, "price", price=80.0)  # 4 and 3, never 3.5
    assert (step.status, step.result) == ("step", 3.0)
    assert step.value == pytest.approx(59.99, abs=0.01)
    assert sought_words(step).startswith("“Parcels” changes in steps and is never exactly that: at $60")


def test_an_input_that_has_no_part_in_it_is_said_to_move_nothing() -> None:
    found = sought("net", 2_000.0, "tax")
    assert (found.status, found.value, found.reached) == ("flat", None, (1_500.0, 1_500.0))
    assert sought_words(found) == "“Tax” does not change it: “Net” stays at $1,500 a year."


@pytest.mark.parametrize(("goal", "lowest", "highest"), [(1e7, -500.0, 99_500.0), (-501.0, -500.0, 99_500.0)])
def test_a_goal_beyond_what_the_field_takes_says_how_far_it_goes(goal: float, lowest: float, highest: float) -> None:
    found = sought("net", goal, "price")  # from 0 × 100 − 500 to 1,000 × 100 − 500
    assert (found.status, found.value, found.reached) == ("beyond", None, (lowest, highest))
    assert (
        sought_words(found)
        == "With “Price” from $0 to $1,000, which is all that the form accepts, “Net” only goes from −$500 a year to $99,500 a year."
    )


def test_a_top_that_is_too_low_is_told_from_both_sides() -> None:
    found = sought("demand", 3_000.0, "price")
    assert found.status == "beyond"
    assert found.reached == pytest.approx((-900_000.0, 2_500.0), abs=0.01)


def test_a_leap_from_one_side_to_the_other_is_no_answer() -> None:
    """100 ÷ (price − 10) goes from below −10 to above 0 at a price of 10, and never takes a value between."""
    found = sought("ratio", -5.0, "price")
    assert found.status == "beyond"
    assert sought("ratio", -20.0, "price").value == pytest.approx(5.0)


def test_what_the_rules_refuse_is_not_an_answer() -> None:
    found = sought("net", 500.0, "price", gift=15.0)  # a price of 10 would do, but a gift of 15 may not be dearer
    assert found.status == "beyond"
    assert found.reached is not None
    assert found.reached[0] == pytest.approx(1_000.0, abs=1.0)  # 15 × 100 − 500


@figure("Price for each dollar of the gift", unit=Number())
def per_gift(price: float, gift: float) -> float | None:
    """None without a gift, and the smallest that can be typed is 0.000001: at most 20,000,000."""
    return price / gift if gift > 0 else None


def test_a_value_too_fine_to_be_typed_is_not_an_answer() -> None:
    """A gift of 0.00000002 would give 1,000,000,000, but would be typed as 0, for which there is no value."""
    gifts = replace(SHOP, figures=(*SHOP.figures, per_gift))
    found = seek(gifts, replace(Inputs(), gift=5.0), "per_gift", 1e9, "gift", DAY)
    assert found.status == "beyond"
    assert found.value is None
    # the largest gift is 20, since it must not exceed the price
    assert found.reached == pytest.approx((1.0, 20_000_000.0), rel=0.01)


def test_a_figure_without_a_value_says_so() -> None:
    found = sought("stall_gift", 5.0, "gift")
    assert (found.status, found.reached) == ("none", None)
    assert sought_words(found) == "“Gift, for a stall” has no value, whatever “Gift” is."


@pytest.mark.parametrize(
    ("figure", "by", "field", "words"),
    [
        (
            "net",
            "kind",
            "by",
            "kind is no number of this form that could be changed. There are: price, units, cost, tax, gift, lines.0.amount",
        ),
        ("net", "lines.0.name", "by", "lines.0.name is no number"),
        ("net", "lines.2.amount", "by", "lines.2.amount is no number"),
        ("nett", "price", "figure", "There is no number nett here. There are: net, kept, boxes"),
        ("which", "price", "figure", "There is no number which here"),
        ("twice", "price", "figure", "twice.0, twice.1"),
        ("", "", "by", "is no number of this form"),
    ],
)
def test_a_name_that_is_none_is_refused_with_those_that_are(figure: str, by: str, field: str, words: str) -> None:
    with pytest.raises(NotSeekable) as refused:
        sought(figure, 1.0, by)
    assert refused.value.field == field
    assert words in str(refused.value)


def test_the_price_that_nets_five_hundred() -> None:
    """Etsy's 9.5% and $0.45: (500 + 0.45) ÷ 0.905 = 552.98."""
    sale = Sale(price=40.0, sales=10, payouts=1, offers=(Offer(platform="etsy", fee=0.095, fixed=0.45),))
    for name in ("best_net", "sale_net.0"):
        found = seek(FEES, sale, name, 500.0, "price", DAY)
        assert found.value == 552.98
        assert round(figure_at(FEES, replace(sale, price=552.98), "best_net"), 2) == 500.0


def test_the_raise_that_leaves_no_gap_is_what_prices_rise_by() -> None:
    found = seek(EQUALIZER, EQUALIZER.inputs(), "gap", 0.0, "pay_growth", DAY)
    assert found.value == pytest.approx(0.034)
    assert found.result == pytest.approx(0.0, abs=0.005)


def test_the_gap_grows_with_pay_as_a_straight_line() -> None:
    """52,000 makes a gap of 4,049.71, so one of 5,000 takes 52,000 × 5,000 ÷ 4,049.7113 = 64,202.19."""
    found = seek(EQUALIZER, EQUALIZER.inputs(), "gap", 5_000.0, "pay", DAY)
    assert found.value == 64_202.19


def test_debts_are_paid_in_whole_months_and_the_least_extra_is_found() -> None:
    debts = Goal(aim="debts", leverage=Estimate(100.0, 100.0, 100.0))
    found = seek(ACCELERATOR, debts, "months_with", 24.0, "leverage", DAY)
    assert found.result == 24.0
    assert found.value is not None
    less = found.value - 0.01
    assert figure_at(ACCELERATOR, replace(debts, leverage=Estimate(less, less, less)), "months_with") == 25.0


def test_a_goal_that_begins_to_be_reachable_is_sought_from_where_it_begins() -> None:
    """Nothing is put in and nothing grows, so there are no months; 18,000 ÷ 24 = 750 a month makes 24 of them."""
    never = Goal(goal=20_000.0, start=2_000.0, own=0.0, leverage=Estimate(0.0, 0.0, 0.0), growth=0.0, prices="fixed")
    assert figure_at(ACCELERATOR, never, "months_without") is None
    assert seek(ACCELERATOR, never, "months_without", 24.0, "own", DAY).value == 750.0
    assert seek(ACCELERATOR, never, "months_without", 1_199.0, "own", DAY).value == pytest.approx(18_000 / 1_199, abs=0.005)


def test_the_lines_of_a_form_may_be_empty() -> None:
    with pytest.raises(NotSeekable):
        seek(SHOP, Inputs(lines=()), "line_total", 1.0, "lines.0.amount", DAY)
    assert seek(SHOP, Inputs(lines=(Line(),)), "line_total", 7.0, "lines.0.amount", DAY).value == 7.0
