"""Distributions: percentiles of any figure for an uncertain input, repeatable by seed."""

import random
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from calculators.catalogue.equalizer import CALCULATOR as EQUALIZER
from calculators.catalogue.leverage_income import CALCULATOR as LEVERAGE
from calculators.engine.analysis.distribution import BINS, Distribution, bins, distribution
from calculators.engine.analysis.percentiles import Percentiles
from calculators.engine.calculator import DRAWS
from calculators.engine.fields import Estimate
from tests.unit.engine.analysis.shop import DAY, SHOP, Inputs

CERTAIN = Estimate(500.0, 500.0, 500.0)
ABOUT_TWENTY = Estimate(18.0, 20.0, 22.0)


def spread_out(extra: dict[str, Estimate], figure: str = "", seed: int | None = None, **changes: Any) -> Distribution:
    more = {} if seed is None else {"seed": seed}
    spread = distribution(SHOP, replace(Inputs(cost=CERTAIN), **changes), extra, DAY, figure, **more)
    assert spread is not None
    return spread


def test_at_least_two_thousand_draws_are_taken() -> None:
    spread = spread_out({"price": ABOUT_TWENTY})
    assert spread.draws == DRAWS >= 2_000
    assert sum(count for _, _, count in spread.bins) == DRAWS


def test_linear_figure_has_the_percentiles_of_its_input() -> None:
    """The tenths of Beta(3, 3) are 0.246636, 0.5 and 0.753364 of the way from 18 to 22; times 100 units, less 500."""
    spread = spread_out({"price": ABOUT_TWENTY}).percentiles
    assert spread is not None
    by_hand = [100 * (18 + 4 * share) - 500 for share in (0.246636, 0.5, 0.753364)]
    assert [spread.p10, spread.p50, spread.p90] == pytest.approx(by_hand, abs=0.0005 * 4 * 100)


def test_the_tenths_are_in_order_for_every_figure() -> None:
    for figure in ("net", "kept", "boxes", "parcels", "demand", "each_leaves"):
        spread = spread_out({"price": Estimate(10.0, 30.0, 90.0), "units": Estimate(10.0, 40.0, 200.0)}, figure).percentiles
        assert spread is not None
        assert spread.p10 <= spread.p50 <= spread.p90, figure


def test_same_seed_gives_the_same_answer() -> None:
    """The state of the random generator does not matter."""
    first = spread_out({"price": ABOUT_TWENTY, "units": Estimate(50.0, 100.0, 130.0)})
    random.seed(3)
    spread_out({"units": Estimate(1.0, 2.0, 3.0)})
    assert spread_out({"price": ABOUT_TWENTY, "units": Estimate(50.0, 100.0, 130.0)}) == first


def test_other_seed_gives_other_draws_and_close_results() -> None:
    two = {"price": ABOUT_TWENTY, "units": Estimate(50.0, 100.0, 130.0)}
    first, other = spread_out(two, seed=1).percentiles, spread_out(two, seed=2).percentiles
    assert first is not None
    assert other is not None
    assert first != other
    assert other.p50 == pytest.approx(first.p50, rel=0.02)


def test_estimate_of_three_equal_numbers_is_a_point() -> None:
    spread = spread_out({"price": Estimate(20.0, 20.0, 20.0)})
    assert spread.percentiles == Percentiles(1_500.0, 1_500.0, 1_500.0)
    assert spread.bins == ((1_500.0, 1_500.0, DRAWS),)


def test_without_any_estimate_there_is_no_distribution() -> None:
    assert distribution(EQUALIZER, EQUALIZER.inputs(), {}, DAY) is None


def test_own_estimates_count_unless_replaced() -> None:
    own = spread_out({}, cost=Estimate(300.0, 500.0, 700.0)).percentiles
    assert own is not None
    assert [own.p10, own.p50, own.p90] == pytest.approx([1_700 - 400 * share for share in (0.753364, 0.5, 0.246636)], abs=0.2)
    assert spread_out({"cost": CERTAIN}, cost=Estimate(300.0, 500.0, 700.0)).percentiles == Percentiles(1_500.0, 1_500.0, 1_500.0)


def test_distribution_of_the_headline_equals_the_outcomes() -> None:
    inputs = LEVERAGE.inputs()
    spread = distribution(LEVERAGE, inputs, {}, DAY)
    assert spread is not None
    assert spread.percentiles is not None
    here, there = spread.percentiles, LEVERAGE.outcome(inputs, DAY).ranges["net_year"]
    assert isinstance(there, Percentiles)
    assert (here.p10, here.p50, here.p90) == pytest.approx((there.p10, there.p50, there.p90), rel=1e-12)


def test_whole_numbers_are_drawn_whole() -> None:
    spread = spread_out({"units": Estimate(0.0, 1.0, 2.0)}, "net")
    # 0, 1 or 2 units at 20 each, less 500
    assert spread.percentiles is not None
    assert {spread.percentiles.p10, spread.percentiles.p50, spread.percentiles.p90} <= {-500.0, -480.0, -460.0}


def test_number_in_a_row_can_be_uncertain() -> None:
    amount = {"lines.0.amount": Estimate(1.0, 3.0, 5.0)}
    twice, total = spread_out(amount, "twice.0").percentiles, spread_out(amount, "line_total").percentiles
    assert twice is not None
    assert total is not None
    assert [total.p10, total.p50, total.p90] == pytest.approx([value / 2 - 2 for value in (twice.p10, twice.p50, twice.p90)])
    assert spread_out(amount, "twice.1").percentiles == Percentiles(-4.0, -4.0, -4.0)


def test_draws_without_a_value_are_counted_and_leave_no_range() -> None:
    spread = spread_out({"units": Estimate(0.0, 1.0, 2.0)}, "each_leaves")
    assert spread.percentiles is None
    assert spread.bins == ()
    # the share of Beta(3, 3) below a quarter, which is drawn as 0 units: 10/64 − 15/256 + 6/1024 = 0.1035
    assert spread.undefined == pytest.approx(0.1035 * DRAWS, abs=4)


def test_draws_refused_by_rules_count_as_without_a_value() -> None:
    both = {"price": Estimate(5.0, 20.0, 35.0), "gift": Estimate(0.0, 5.0, 10.0)}
    spread = spread_out(both)
    assert spread.percentiles is None
    assert 0 < spread.undefined < DRAWS / 2


@pytest.mark.parametrize(("name", "figure"), [("kind", ""), ("lines.9.amount", ""), ("price", "nett")])
def test_unknown_name_is_an_error(name: str, figure: str) -> None:
    with pytest.raises(KeyError):
        distribution(SHOP, Inputs(), {name: ABOUT_TWENTY}, DAY, figure)


def test_the_bars_touch_are_equally_wide_and_hold_every_value() -> None:
    values = [0.0, 1.0, 1.0, 2.0, 12.0, 23.9, 24.0]
    bars = bins(values)
    assert len(bars) == BINS
    assert all(left[1] == right[0] for left, right in pairwise(bars))
    # each is 1 wide; the highest value belongs to the last
    assert [count for _, _, count in bars] == [1, 2, 1, *[0] * 9, 1, *[0] * 10, 2]
    assert bins([7.0, 7.0]) == ((7.0, 7.0, 2),)
