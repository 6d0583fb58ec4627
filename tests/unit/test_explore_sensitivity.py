"""Sensitivity: which input moves the headline most, worked out by hand."""

from dataclasses import replace

import pytest

from calculators.catalogue.accelerator import CALCULATOR as ACCELERATOR
from calculators.catalogue.accelerator.inputs import Inputs as Goal
from calculators.catalogue.time_audit import CALCULATOR as TIME_AUDIT
from calculators.engine.analysis.sensitivity import MOST, sensitivity
from calculators.engine.fields import Estimate
from tests.unit.shop import DAY, SHOP, Inputs


def swings(inputs: Inputs) -> list[tuple[str, float, float, float | None, float | None]]:
    return [(one.input.name, one.low, one.high, one.at_low, one.at_high) for one in sensitivity(SHOP, inputs, DAY)]


def test_the_input_that_moves_the_headline_most_stands_first() -> None:
    """20 × 100 − 500 = 1,500 now. Cost from 300 to 800: 1,700 to 1,200. A tenth of the price, or of the units: 1,300 to 1,700."""
    assert swings(Inputs()) == [
        ("cost", 300.0, 800.0, 1_700.0, 1_200.0),
        ("price", 18.0, 22.0, 1_300.0, 1_700.0),
        ("units", 90.0, 110.0, 1_300.0, 1_700.0),
    ]


def test_a_certain_estimate_is_moved_by_a_tenth_as_any_number_is() -> None:
    moved = {name: ends for name, *ends in swings(Inputs(cost=Estimate(500.0, 500.0, 500.0)))}
    assert moved["cost"] == [450.0, 550.0, 1_550.0, 1_450.0]


def test_what_stands_at_zero_is_not_moved() -> None:
    assert "units" not in {name for name, *_ in swings(Inputs(units=0))}


def test_a_whole_number_is_moved_by_whole_numbers_and_by_one_at_least() -> None:
    moved = {name: ends for name, *ends in swings(Inputs(units=4))}
    assert moved["units"] == [3.0, 5.0, 20 * 3 - 500, 20 * 5 - 500]


def test_no_input_is_moved_past_its_bounds() -> None:
    moved = {name: ends for name, *ends in swings(Inputs(price=1_000.0))}
    assert moved["price"] == [900.0, 1_000.0, 89_500.0, 99_500.0]


def test_an_end_that_the_rules_refuse_has_no_value() -> None:
    """The gift may not be dearer than the price, so 18 is refused."""
    moved = {name: ends for name, *ends in swings(Inputs(gift=19.0))}
    assert moved["price"] == [18.0, 22.0, None, 1_700.0]


def test_the_size_counts_from_where_it_stands_now_so_that_two_ends_on_one_side_are_not_nothing() -> None:
    later = replace(SHOP, headline=next(one for one in SHOP.figures if one.name == "demand"))
    (swing,) = sensitivity(later, Inputs(price=50.0), DAY)
    # 45 × 55 = 55 × 45 = 2,475, and 2,500 in between
    assert (swing.at_low, swing.at_high, swing.here) == pytest.approx((2_475.0, 2_475.0, 2_500.0))
    assert swing.size == pytest.approx(25.0)


def test_a_headline_without_a_value_is_moved_by_nothing() -> None:
    """Nothing is put in and nothing grows: the goal is never reached, so there are no months saved."""
    never = Goal(own=0.0, leverage=Estimate(0.0, 0.0, 0.0), growth=0.0)
    assert ACCELERATOR.outcome(never, DAY).value("months_saved") is None
    assert sensitivity(ACCELERATOR, never, DAY) == ()


def test_there_are_never_more_bars_than_can_be_read() -> None:
    found = sensitivity(TIME_AUDIT, TIME_AUDIT.inputs(), DAY)
    assert 1 <= len(found) <= MOST
    sizes = [one.size for one in found]
    assert sizes == pytest.approx(sorted(sizes, reverse=True))


def test_bars_of_one_length_stand_in_the_order_of_the_form_whatever_their_last_digits() -> None:
    """Of 0.1 + 0.2 and 0.3 one is longer by the last digit of a float only."""
    even = Inputs(price=0.3, units=1, cost=Estimate(0.30000000000000004, 0.30000000000000004, 0.30000000000000004))
    found = sensitivity(SHOP, even, DAY)
    price, cost = (next(one.size for one in found if one.input.name == name) for name in ("price", "cost"))
    assert price != cost
    assert [one.input.name for one in found if one.input.name in {"price", "cost"}] == ["price", "cost"]
