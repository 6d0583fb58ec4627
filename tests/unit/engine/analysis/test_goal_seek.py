"""Goal seek: hand-computed values, and the sentences for goals that cannot be reached."""

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
from tests.unit.engine.analysis.shop import DAY, SHOP, Inputs, Line


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
def test_value_equals_the_hand_calculation(figure: str, goal: float, by: str, value: float) -> None:
    result = sought(figure, goal, by)
    assert result.status == "found"
    assert result.value == pytest.approx(value, rel=1e-12)
    assert result.result == pytest.approx(goal, abs=0.005)
    assert sought_words(result) == ""


def test_value_has_the_fewest_sufficient_decimals() -> None:
    result = sought("kept", 1_000.0, "tax")  # a third
    assert result.value is not None
    assert len(repr(result.value)) <= len("0.333333")
    assert round(figure_at(SHOP, Inputs(tax=result.value), "kept"), 2) == 1_000.0


def test_barely_reached_maximum_is_found() -> None:
    """50 × 50 is the most there is. To the cent 2,500 − d² still reads 2,500 for a price up to 0.07 away."""
    result = sought("demand", 2_500.0, "price")
    assert result.status == "found"
    assert result.value == pytest.approx(50.0, abs=0.071)


def test_goal_already_met_is_reported() -> None:
    result = sought("net", 1_500.0, "price")
    assert (result.status, result.value) == ("there", 20.0)
    assert sought_words(result) == "It is at the goal already."
    # 1,500.001 reads $1,500
    assert sought("net", 1_500.0, "units", price=20.00001).status == "there"


def test_goal_already_met_says_how_far_it_holds() -> None:
    """Prices from 30 to below 45 make two parcels, and the net does not depend on the tax."""
    result = sought("parcels", 2.0, "price", price=31.0)
    assert result.holds == (30.0, 44.99)
    assert sought_words(result) == "It is at the goal already, and stays there down to $30 and up to $44.99 of “Price”."
    assert sought_words(sought("net", 1_500.0, "tax")) == "It is at the goal already, whatever “Tax” is."


def test_edge_of_a_step_is_found_to_the_cent() -> None:
    """Prices below 45 make two parcels, so the nearest one to 50 is the last cent below 45."""
    assert sought("parcels", 2.0, "price", price=50.0).value == 44.99


def test_whole_number_result_is_the_first_past_the_goal() -> None:
    """The answer is the first whole number past the goal, with what the number before it gives."""
    result = sought("net", 2_010.0, "units")
    assert (result.status, result.value, result.result) == ("step", 126, 2_020.0)
    assert sought_words(result) == "Only whole numbers count here: at 125 units it is $2,000 a year."


def test_stepped_figure_reports_that_it_passes_the_goal() -> None:
    result = sought("parcels", 4.0, "price", price=80.0)  # 5 now; from above 74.99 is the first of 4
    assert result.status == "found"
    assert result.value == 74.99
    step = sought("parcels", 3.5, "price", price=80.0)  # 4 and 3, never 3.5
    assert (step.status, step.result) == ("step", 3.0)
    assert step.value == pytest.approx(59.99, abs=0.01)
    assert sought_words(step).startswith("“Parcels” changes in steps and is never exactly that: at $60")


def test_unrelated_input_is_reported_to_move_nothing() -> None:
    result = sought("net", 2_000.0, "tax")
    assert (result.status, result.value, result.reached) == ("flat", None, (1_500.0, 1_500.0))
    assert sought_words(result) == "“Tax” does not change it: “Net” stays at $1,500 a year."


@pytest.mark.parametrize(("goal", "lowest", "highest"), [(1e7, -500.0, 99_500.0), (-501.0, -500.0, 99_500.0)])
def test_goal_beyond_the_field_reports_the_reachable_value(goal: float, lowest: float, highest: float) -> None:
    result = sought("net", goal, "price")  # from 0 × 100 − 500 to 1,000 × 100 − 500
    assert (result.status, result.value, result.reached) == ("beyond", None, (lowest, highest))
    assert (
        sought_words(result)
        == "With “Price” from $0 to $1,000, which is all that the form accepts, “Net” only goes from −$500 a year to $99,500 a year."
    )


def test_maximum_below_the_goal_is_reported_from_both_sides() -> None:
    result = sought("demand", 3_000.0, "price")
    assert result.status == "beyond"
    assert result.reached == pytest.approx((-900_000.0, 2_500.0), abs=0.01)


def test_jump_across_the_goal_is_no_answer() -> None:
    """100 ÷ (price − 10) goes from below −10 to above 0 at a price of 10, and never takes a value between."""
    result = sought("ratio", -5.0, "price")
    assert result.status == "beyond"
    assert sought("ratio", -20.0, "price").value == pytest.approx(5.0)


def test_value_refused_by_rules_is_no_answer() -> None:
    result = sought("net", 500.0, "price", gift=15.0)  # a price of 10 would do, but a gift of 15 may not be dearer
    assert result.status == "beyond"
    assert result.reached is not None
    assert result.reached[0] == pytest.approx(1_000.0, abs=1.0)  # 15 × 100 − 500


@figure("Price for each dollar of the gift", unit=Number())
def per_gift(price: float, gift: float) -> float | None:
    """None without a gift, and the smallest that can be typed is 0.000001: at most 20,000,000."""
    return price / gift if gift > 0 else None


def test_value_too_fine_to_type_is_no_answer() -> None:
    """A gift of 0.00000002 would give 1,000,000,000, but would be typed as 0, for which there is no value."""
    gifts = replace(SHOP, figures=(*SHOP.figures, per_gift))
    result = seek(gifts, replace(Inputs(), gift=5.0), "per_gift", 1e9, "gift", DAY)
    assert result.status == "beyond"
    assert result.value is None
    # the largest gift is 20, since it must not exceed the price
    assert result.reached == pytest.approx((1.0, 20_000_000.0), rel=0.01)


def test_figure_without_a_value_is_reported() -> None:
    result = sought("stall_gift", 5.0, "gift")
    assert (result.status, result.reached) == ("none", None)
    assert sought_words(result) == "“Gift, for a stall” has no value, whatever “Gift” is."


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
def test_unknown_name_is_refused_with_the_known_ones(figure: str, by: str, field: str, words: str) -> None:
    with pytest.raises(NotSeekable) as refused:
        sought(figure, 1.0, by)
    assert refused.value.field == field
    assert words in str(refused.value)


def test_the_price_that_nets_five_hundred() -> None:
    """Etsy's 9.5% and $0.45: (500 + 0.45) ÷ 0.905 = 552.98."""
    sale = Sale(price=40.0, sales=10, payouts=1, offers=(Offer(platform="etsy", fee=0.095, fixed=0.45),))
    for name in ("best_net", "sale_net.0"):
        result = seek(FEES, sale, name, 500.0, "price", DAY)
        assert result.value == 552.98
        assert round(figure_at(FEES, replace(sale, price=552.98), "best_net"), 2) == 500.0


def test_raise_without_a_gap_equals_inflation() -> None:
    result = seek(EQUALIZER, EQUALIZER.inputs(), "gap", 0.0, "pay_growth", DAY)
    assert result.value == pytest.approx(0.034)
    assert result.result == pytest.approx(0.0, abs=0.005)


def test_gap_is_linear_in_pay() -> None:
    """52,000 makes a gap of 4,049.71, so one of 5,000 takes 52,000 × 5,000 ÷ 4,049.7113 = 64,202.19."""
    result = seek(EQUALIZER, EQUALIZER.inputs(), "gap", 5_000.0, "pay", DAY)
    assert result.value == 64_202.19


def test_least_extra_pays_debts_in_whole_months() -> None:
    debts = Goal(aim="debts", leverage=Estimate(100.0, 100.0, 100.0))
    result = seek(ACCELERATOR, debts, "months_with", 24.0, "leverage", DAY)
    assert result.result == 24.0
    assert result.value is not None
    less = result.value - 0.01
    assert figure_at(ACCELERATOR, replace(debts, leverage=Estimate(less, less, less)), "months_with") == 25.0


def test_search_starts_where_the_goal_becomes_reachable() -> None:
    """Nothing is put in and nothing grows, so there are no months; 18,000 ÷ 24 = 750 a month makes 24 of them."""
    never = Goal(goal=20_000.0, start=2_000.0, own=0.0, leverage=Estimate(0.0, 0.0, 0.0), growth=0.0, prices="fixed")
    assert figure_at(ACCELERATOR, never, "months_without") is None
    assert seek(ACCELERATOR, never, "months_without", 24.0, "own", DAY).value == 750.0
    assert seek(ACCELERATOR, never, "months_without", 1_199.0, "own", DAY).value == pytest.approx(18_000 / 1_199, abs=0.005)


def test_form_without_rows_can_be_searched() -> None:
    with pytest.raises(NotSeekable):
        seek(SHOP, Inputs(lines=()), "line_total", 1.0, "lines.0.amount", DAY)
    assert seek(SHOP, Inputs(lines=(Line(),)), "line_total", 7.0, "lines.0.amount", DAY).value == 7.0
