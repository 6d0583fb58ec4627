"""Ranges: quantiles of an estimate against exact values, and the effect of correlation and seeds."""

import random
import statistics
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Annotated, Any

import pytest

from calculators.catalogue.leverage_income import CALCULATOR as LEVERAGE
from calculators.catalogue.leverage_income.inputs import Inputs as LeverageInputs
from calculators.catalogue.leverage_income.inputs import Pair
from calculators.engine.analysis.percentiles import Percentiles, quantile
from calculators.engine.analysis.ranges import SEED, sample, simulate_ranges, uncertain_inputs
from calculators.engine.calculator import DRAWS, Calculator
from calculators.engine.fields import Choice, Estimate, Money, Number, Option, Rate, Rows
from calculators.engine.figures import figure

DAY = date(2026, 11, 23)
CLOSE = 5e-4
"""Tolerance: a two-thousandth of the width of the estimate."""


def exact(mode: float, share: float) -> float:
    """The quantile of Beta(1 + 4m, 1 + 4(1 − m)) on [0, 1] by a fine midpoint rule: slow, and independent of the engine's grid."""
    steps = 200_000
    density = [((i + 0.5) / steps) ** (4 * mode) * (1 - (i + 0.5) / steps) ** (4 * (1 - mode)) for i in range(steps)]
    target, below = share * sum(density), 0.0
    for i, mass in enumerate(density):
        if below + mass >= target:
            return (i + (target - below) / mass) / steps
        below += mass
    return 1.0


def drawn_from(estimate: Estimate, count: int) -> list[float]:
    """The samples of a single estimate, which ascend."""
    return sample([estimate], count, 0.0, SEED)[0].values


def tenths(estimate: Estimate) -> tuple[float, float, float]:
    ordered = drawn_from(estimate, DRAWS)
    return quantile(ordered, 0.1), quantile(ordered, 0.5), quantile(ordered, 0.9)


def test_symmetric_estimate_has_beta_3_3_percentiles() -> None:
    # 10x³ − 15x⁴ + 6x⁵ = 0.1 and 0.9 at these places
    assert tenths(Estimate(0, 0.5, 1)) == pytest.approx((0.246636, 0.5, 0.753364), abs=CLOSE)


def test_typical_at_low_has_beta_1_5_percentiles() -> None:
    assert tenths(Estimate(0, 0, 1)) == pytest.approx(tuple(1 - (1 - p) ** 0.2 for p in (0.1, 0.5, 0.9)), abs=CLOSE)


def test_typical_at_high_has_beta_5_1_percentiles() -> None:
    assert tenths(Estimate(0, 1, 1)) == pytest.approx(tuple(p**0.2 for p in (0.1, 0.5, 0.9)), abs=CLOSE)


@pytest.mark.parametrize("mode", [0.1, 0.25, 0.8])
def test_skewed_estimate_agrees_with_numeric_integration(mode: float) -> None:
    assert tenths(Estimate(0, mode, 1)) == pytest.approx(tuple(exact(mode, p) for p in (0.1, 0.5, 0.9)), abs=CLOSE)


def test_estimate_is_a_shifted_and_scaled_beta() -> None:
    assert tenths(Estimate(30, 50, 70)) == pytest.approx([30 + 40 * x for x in tenths(Estimate(0, 0.5, 1))])


def test_quantiles_rise_and_stay_between_low_and_high() -> None:
    for estimate in (Estimate(0, 0.5, 1), Estimate(0.2, 0.2, 0.9), Estimate(-5, 3, 3), Estimate(0, 1e-9, 1)):
        drawn = drawn_from(estimate, 500)
        assert all(a <= b for a, b in pairwise(drawn))
        assert estimate.low <= drawn[0]
        assert drawn[-1] <= estimate.high


def test_estimate_of_three_equal_numbers_is_a_point() -> None:
    assert drawn_from(Estimate(0.4, 0.4, 0.4), 5) == [0.4] * 5


def test_quantiles_between_two_values_are_interpolated() -> None:
    assert quantile([1.0, 2.0, 3.0, 4.0], 0.5) == 2.5
    assert quantile([1.0, 2.0, 3.0, 4.0], 0.0) == 1.0
    assert quantile([1.0, 2.0, 3.0, 4.0], 1.0) == 4.0
    assert quantile([7.0], 0.9) == 7.0


def pair(**changes: Any) -> Pair:
    return replace(Pair(price=10.0, units=100.0, utilization=Estimate(0.3, 0.5, 0.7), ramp_up=0), **changes)


def ranges(*pairs: Pair, together: float) -> dict[str, Any]:
    inputs = LeverageInputs(own_hours=168.0, assets=(), pairs=pairs, together=together)
    return dict(LEVERAGE.outcome(inputs, DAY).ranges)


def width(spread: Percentiles) -> float:
    return spread.p90 - spread.p10


def test_correlation_changes_the_totals_spread_only() -> None:
    four = [pair(), pair(units=80.0), pair(price=7.0), pair(utilization=Estimate(0.1, 0.5, 0.6))]
    apart, half, together = (ranges(*four, together=share) for share in (0.0, 0.5, 1.0))
    assert width(apart["net_year"]) < width(half["net_year"]) < width(together["net_year"])
    for first, second in zip(apart["pair_net"], together["pair_net"], strict=True):
        assert (first.p10, first.p50, first.p90) == pytest.approx((second.p10, second.p50, second.p90))


def test_two_independent_rows_spread_by_the_root_of_two() -> None:
    apart, alone = ranges(pair(), pair(), together=0.0), ranges(pair(), together=0.0)
    assert width(apart["net_year"]) / width(alone["net_year"]) == pytest.approx(2**0.5, rel=0.05)


def test_fully_correlated_spread_is_the_sum_of_spreads() -> None:
    together = ranges(pair(), pair(units=50.0), together=1.0)
    for part in ("p10", "p50", "p90"):
        assert getattr(together["net_year"], part) == pytest.approx(sum(getattr(each, part) for each in together["pair_net"]))


def test_same_inputs_give_the_same_ranges() -> None:
    """The state of the random generator does not matter."""
    first = ranges(pair(), pair(price=3.0), together=0.5)
    random.seed(7)
    ranges(pair(units=5.0), together=0.1)
    assert ranges(pair(), pair(price=3.0), together=0.5) == first


def test_another_seed_gives_nearly_the_same_range() -> None:
    inputs = LeverageInputs(own_hours=168.0, assets=(), pairs=(pair(), pair(price=20.0)), together=0.3)
    named, _ = LEVERAGE.arguments(inputs, DAY)
    base = {**named, **LEVERAGE.outcome(inputs, DAY, ranges=False).values}
    spreads = [simulate_ranges(LEVERAGE, inputs, base, seed=seed)["net_year"] for seed in range(4)]
    for part in ("p10", "p50", "p90"):
        values = [getattr(spread, part) for spread in spreads]
        assert statistics.pstdev(values) < 0.02 * statistics.mean(values)


def test_estimates_without_width_give_ranges_without_width() -> None:
    simulated = ranges(pair(utilization=Estimate(0.5, 0.5, 0.5)), together=0.0)
    assert simulated["net_year"] == Percentiles(6000.0, 6000.0, 6000.0)
    assert simulated["month_net"] == (Percentiles(500.0, 500.0, 500.0),) * 12


def test_without_any_estimate_there_are_no_ranges() -> None:
    assert ranges(together=0.5) == {}


def test_ranges_are_left_out_on_request() -> None:
    assert LEVERAGE.outcome(LeverageInputs(), DAY, ranges=False).ranges == {}


PRICE, RATE = Estimate(1.0, 2.0, 4.0), Estimate(0.1, 0.2, 0.3)


@dataclass(frozen=True, kw_only=True)
class Line:
    price: Annotated[Estimate, Money("Price")] = PRICE


@dataclass(frozen=True, kw_only=True)
class Inputs:
    rate: Annotated[Estimate, Rate("Rate")] = RATE
    amount: Annotated[float, Number("Amount")] = 10.0
    kind: Annotated[str, Choice("Kind", options=(Option("a", "A"),))] = "a"
    lines: Annotated[tuple[Line, ...], Rows("Lines", of=Line)] = (Line(), Line())


@figure("Rated", unit=Money())
def rated(rate: float, amount: float) -> float:
    """Rests on one estimate."""
    return rate * amount


@figure("All", unit=Money())
def all_of(price_of: tuple[float, ...], rated: float, kind: str) -> float:
    """Rests on all."""
    return sum(price_of) + rated + len(kind) - 1


@figure("Each", unit=Money(), each="lines")
def price_of(price: float) -> float:
    """A line's own."""
    return price


SMALL = Calculator(
    id="small",
    title="Small",
    purpose="Which?",
    inputs=Inputs,
    figures=(rated, all_of, price_of),
    headline=rated,
    ranged=(rated, all_of, price_of),
)


def test_estimates_are_found_among_inputs_and_in_rows() -> None:
    assert [(name, row) for name, row, _ in uncertain_inputs(SMALL, Inputs())] == [("rate", None), ("lines.price", 0), ("lines.price", 1)]


def test_an_estimate_outside_of_rows_is_drawn_too() -> None:
    simulated = SMALL.outcome(Inputs(), DAY).ranges
    spread = simulated["rated"]
    assert isinstance(spread, Percentiles)
    assert (spread.p10, spread.p50, spread.p90) == pytest.approx([10 * (0.1 + 0.2 * x) for x in (0.246636, 0.5, 0.753364)], rel=1e-3)
    each = simulated["price_of"]
    assert isinstance(each, tuple)
    assert len(each) == 2


def test_the_typical_values_are_the_ones_outside_of_the_ranges() -> None:
    outcome = SMALL.outcome(Inputs(), DAY)
    assert outcome.value("rated") == 2.0
    assert outcome.value("price_of") == (2.0, 2.0)
