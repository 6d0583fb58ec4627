"""The buffer: the worst spell of past months, and properties of simulated years."""

import random
from dataclasses import replace
from datetime import date
from itertools import accumulate
from time import perf_counter

import pytest

from calculators.catalogue.buffer import CALCULATOR, years
from calculators.catalogue.buffer.figures import worst_length, worst_run
from calculators.catalogue.buffer.inputs import Inputs
from calculators.engine.analysis.distribution import distribution
from calculators.engine.analysis.percentiles import quantile
from calculators.engine.fields import Estimate

DAY = date(2026, 11, 23)


def test_simulated_years_are_repeatable_and_fast() -> None:
    surplus = [float(k * 37 % 11 - 5) for k in range(24)]
    first = years.needs(surplus)
    start = perf_counter()
    assert years.needs(surplus) == first
    assert perf_counter() - start < 0.1


def simulated(surplus: list[float], count: int) -> list[list[float]]:
    """Simulate years by the described method: four quarters, each of three consecutive past months, wrapping around."""
    dice, drawn_years = random.Random(years.SEED), []
    for _ in range(count):
        starts = [int(dice.random() * len(surplus)) for _ in range(4)]
        drawn_years.append([surplus[(start + step) % len(surplus)] for start in starts for step in range(3)])
    return drawn_years


@pytest.mark.parametrize("past", [[5.0, -7.0, 11.0], [0.0, 0.0, -3.0, 2.0], [float(k * 37 % 101 - 50) for k in range(17)]])
def test_a_simulated_year_has_the_drawn_months_in_order(past: list[float]) -> None:
    levels = [list(accumulate(year)) for year in simulated(past, years.YEARS)]
    assert years.all_needs(past) == pytest.approx([max(0.0, -min(level)) for level in levels])
    bands = years.bands(past, 40.0, (0.1, 0.5, 0.9))
    assert len(bands) == 13
    assert bands[0] == (40.0, 40.0, 40.0)
    for month in range(12):
        ordered = sorted(40.0 + level[month] for level in levels[: years.DRAWN])
        assert bands[month + 1] == pytest.approx([quantile(ordered, share) for share in (0.1, 0.5, 0.9)])


@pytest.mark.parametrize(
    ("surplus", "took", "lasted"),
    [
        ((0.0, -100.0), 100.0, 1),  # a month that leaves nothing over begins no spell
        ((50.0, -50.0, 50.0, -100.0), 100.0, 1),
        ((-100.0, 100.0, -100.0), 100.0, 1),  # back at nothing, the next one begins anew
        ((-60.0, 50.0, -80.0), 90.0, 3),
        ((-60.0, -50.0, 30.0), 110.0, 2),
        ((10.0, 0.0, 20.0), 0.0, 0),
        ((-0.25, -0.5), 0.75, 2),  # cents count
    ],
)
def test_worst_spell_runs_from_first_loss_to_lowest_point(surplus: tuple[float, ...], took: float, lasted: int) -> None:
    assert worst_run.function(surplus) == took
    assert worst_length.function(surplus) == lasted


@pytest.mark.parametrize(
    ("name", "estimate"),
    [
        ("spending", Estimate(2_300.0, 2_600.0, 3_200.0)),
        ("spending", Estimate(2_500.0, 2_510.0, 2_900.0)),
        ("steady", Estimate(1_500.0, 1_900.0, 2_000.0)),
        ("cover", Estimate(0.5, 0.9, 0.99)),
    ],
)
@pytest.mark.parametrize("figure", ["buffer", "covered"])
def test_the_tails_of_few_draws_are_those_of_many(name: str, estimate: Estimate, figure: str) -> None:
    """Within 1.5% of the range of two thousand draws, which is a pixel or two of the histogram."""
    few = distribution(CALCULATOR, Inputs(), {name: estimate}, DAY, figure)
    many = distribution(CALCULATOR, Inputs(), {name: estimate}, DAY, figure, draws=2_000)
    assert few is not None
    assert many is not None
    assert (few.draws, many.draws) == (200, 2_000)
    assert few.percentiles is not None
    assert many.percentiles is not None
    span = many.bins[-1][1] - many.bins[0][0]
    for part in ("p10", "p50", "p90"):
        assert getattr(few.percentiles, part) == pytest.approx(getattr(many.percentiles, part), abs=0.015 * span)


def test_need_of_a_year_lies_between_zero_and_its_worst_months() -> None:
    surplus = [100.0, -300.0, 50.0, -20.0]
    assert all(0 <= need <= 12 * 300 for need in years.needs(surplus))


def test_larger_share_of_years_needs_a_larger_buffer() -> None:
    """A larger share of years needs a larger buffer, and that buffer covers the share."""
    before = 0.0
    for cover in (0.5, 0.7, 0.9, 0.99):
        outcome = CALCULATOR.outcome(replace(Inputs(), cover=cover), DAY)
        assert outcome.value("buffer") >= before
        before = outcome.value("buffer")
        again = CALCULATOR.outcome(replace(Inputs(), have=outcome.value("buffer") + 0.01), DAY)
        assert again.value("covered") >= cover - 0.001


def test_spending_above_income_is_noted() -> None:
    outcome = CALCULATOR.outcome(replace(Inputs(), spending=5_000.0), DAY)
    assert any("A buffer only postpones the problem" in note(outcome) for note in CALCULATOR.notes)
