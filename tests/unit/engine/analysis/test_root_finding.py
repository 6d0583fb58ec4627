"""Root finding: where the probes are, and that brackets narrow down to their crossings."""

import math

import pytest

from calculators.engine.analysis.perturbation import NumericInput, numeric_inputs
from calculators.engine.analysis.root_finding import (
    Bracket,
    Objective,
    Point,
    Predicate,
    find_brackets,
    find_extremum,
    last_that_meets,
    refine,
)
from tests.unit.engine.analysis.shop import SHOP, Inputs

NUMBERS = {number.name: number for number in numeric_inputs(SHOP, Inputs())}
PRICE, UNITS, TAX = NUMBERS["price"], NUMBERS["units"], NUMBERS["tax"]
"""A price of 20, from 0 to 1,000; 100 whole units, up to 10,000; a tax of 25%, up to 90%."""


def near(goal: float, within: float = 1e-9) -> Predicate:
    return lambda result: abs(result - goal) <= within


def probes(number: NumericInput) -> list[float]:
    """The values at which a figure that never meets its goal is evaluated."""
    tried: list[float] = []

    def nothing(value: float) -> float:
        tried.append(value)
        return 1.0

    assert list(find_brackets(nothing, number, 0.0, 1.0, [])) == []
    return tried


def counted(evaluate: Objective) -> tuple[Objective, list[float]]:
    tried: list[float] = []

    def count(value: float) -> float | None:
        tried.append(value)
        return evaluate(value)

    return count, tried


def test_probes_grow_geometrically_up_to_each_bound() -> None:
    """The first step is a 64th of the value, less what the ratio takes; after 48 of them the bound is reached."""
    up = [value for value in probes(PRICE) if value > 20]
    scale = 20 / 64
    ratio = (980 / scale + 1) ** (1 / 48)
    assert up[:-2] == pytest.approx([20 + scale * (ratio**k - 1) for k in range(1, 48)])
    assert up[-2:] == pytest.approx([999.99, 1000])  # the last cent before the bound, and the bound
    down = [value for value in probes(PRICE) if value < 20]
    ratio = (20 / scale + 1) ** (1 / 48)
    assert down[:-2] == pytest.approx([20 - scale * (ratio**k - 1) for k in range(1, 48)])
    assert down[-2:] == pytest.approx([0.01, 0])


def test_probes_near_zero_grow_from_a_64th_of_a_typed_1() -> None:
    """1% for a tax, which is typed in percent, and 1 for a price."""
    tax = [value for value in probes(TAX._replace(value=0.0)) if value > 0]
    ratio = (0.9 * 64 / 0.01 + 1) ** (1 / 48)
    assert tax[0] == pytest.approx(0.01 / 64 * (ratio - 1))
    assert tax[-2:] == pytest.approx([0.8999, 0.9])
    price = [value for value in probes(PRICE._replace(value=0.0)) if value > 0]
    assert price[0] == pytest.approx(1 / 64 * ((64_000 + 1) ** (1 / 48) - 1))


def test_probes_are_tried_from_the_nearest_to_the_farthest() -> None:
    tried = probes(PRICE)
    assert [abs(value - 20) for value in tried] == sorted(abs(value - 20) for value in tried)


def test_whole_numbers_are_probed_once() -> None:
    tried = probes(UNITS)
    assert all(float(value).is_integer() for value in tried)
    assert len(set(tried)) == len(tried)
    assert {99.0, 101.0, 0.0, 1.0, 9_999.0, 10_000.0} <= set(tried)
    assert 100.0 not in tried


@pytest.mark.parametrize(("value", "missing"), [(0.0, "down"), (1_000.0, "up")])
def test_nothing_is_probed_beyond_a_bound(value: float, missing: str) -> None:
    tried = probes(PRICE._replace(value=value))
    assert all(probe > value if missing == "down" else probe < value for probe in tried)
    assert len(tried) == 49  # 47 steps, the last cent before the other bound, and that bound


def test_brackets_hold_each_crossing_nearest_first() -> None:
    """A parabola is 100 at 10 and at 40; from 20, the first is nearer."""
    brackets = list(find_brackets(lambda value: (value - 25) ** 2 - 125, PRICE, 100.0, -100.0, []))
    assert len(brackets) == 2
    assert brackets[0].far.value <= 10 <= brackets[0].near.value
    assert brackets[1].near.value <= 40 <= brackets[1].far.value


def test_every_result_is_kept_among_the_probes() -> None:
    probed: list[Point] = []
    evaluate, tried = counted(lambda value: value)
    list(find_brackets(evaluate, PRICE, -1.0, 20.0, probed))
    assert probed == [Point(20.0, 20.0), *(Point(value, value) for value in tried)]
    nowhere: list[Point] = []
    list(find_brackets(lambda value: None, PRICE, 0.0, None, nowhere))
    assert nowhere == []


@pytest.mark.parametrize("edge", [33.3, 700.0])
def test_edge_of_a_figure_is_located(edge: float) -> None:
    """It has a value up to an edge, and the crossing is just before it: the probes alone would miss it."""
    crossing = edge - 1e-4
    (bracket,) = find_brackets(lambda value: value - crossing if value <= edge else None, PRICE, 0.0, 20 - crossing, [])
    assert bracket.near.value <= crossing <= bracket.far.value <= edge
    assert bracket.far.value == pytest.approx(edge, abs=1e-6)


def test_edge_is_located_where_a_figure_begins_to_have_a_value() -> None:
    (bracket,) = find_brackets(lambda value: value - 33.0001 if value >= 33 else None, PRICE, 0.0, None, [])
    assert 33 <= bracket.near.value <= 33.0001 <= bracket.far.value
    assert bracket.near.value == pytest.approx(33, abs=1e-6)


def test_edge_of_whole_numbers_is_whole() -> None:
    probed: list[Point] = []
    (bracket,) = find_brackets(lambda value: value - 137 if value <= 137 else None, UNITS, 0.0, -37.0, probed)
    assert bracket.far == Point(137.0, 0.0)
    assert all(point.value.is_integer() for point in probed)


@pytest.mark.parametrize("goal", [7.0, 123.456])
def test_straight_line_is_narrowed_to_the_goal(goal: float) -> None:
    bracket = Bracket(Point(0.0, 0.0), Point(100.0, 200.0))
    evaluate, tried = counted(lambda value: 2 * value)
    refined = refine(evaluate, PRICE, goal, bracket, near(goal))
    assert refined is not None
    assert refined.far.result == pytest.approx(goal)
    assert tried[0] == pytest.approx(goal / 2)  # the line between the two ends meets it at once
    assert len(tried) < 40


def test_first_of_many_values_that_meet_the_goal_is_found() -> None:
    """From 30 on the goal is met: nearer ones are looked for down to half a cent."""
    bracket = Bracket(Point(20.0, 0.0), Point(90.0, 1.0))
    refined = refine(lambda value: float(value >= 30), PRICE, 1.0, bracket, lambda result: result == 1)
    assert refined is not None
    assert refined.far.result == 1
    assert 30 <= refined.far.value < 30.5


def test_step_over_the_goal_is_narrowed_to_its_edge() -> None:
    refined = refine(lambda value: float(value >= 30), PRICE, 0.5, Bracket(Point(20.0, 0.0), Point(90.0, 1.0)), near(0.5))
    assert refined is not None
    assert (refined.near.result, refined.far.result) == (0, 1)
    assert refined.near.value < 30 <= refined.far.value
    assert refined.far.value - refined.near.value < 1e-9


def test_whole_numbers_are_bisected() -> None:
    evaluate, tried = counted(lambda value: value)
    refined = refine(evaluate, UNITS, 60.5, Bracket(Point(0.0, 0.0), Point(128.0, 128.0)), near(60.5))
    assert tried == [64, 32, 48, 56, 60, 62, 61]
    assert refined == Bracket(Point(60.0, 60.0), Point(61.0, 61.0))


def test_pole_and_gap_are_no_crossing() -> None:
    pole = Bracket(Point(0.0, -0.1), Point(20.0, 0.1))
    assert refine(lambda value: 1 / (value - 9.9 or 1e-18), PRICE, 0.0, pole, near(0.0)) is None
    gap = Bracket(Point(0.0, -1.0), Point(20.0, 1.0))
    assert refine(lambda value: None, PRICE, 0.0, gap, near(0.0)) is None


@pytest.mark.parametrize(("jump", "is_step"), [(1.9, True), (2.1, False)])
def test_jump_of_more_than_twice_the_bracket_is_a_pole(jump: float, is_step: bool) -> None:
    """The ends are 1 apart, and the figure jumps by more on the way."""
    refined = refine(
        lambda value: -jump / 2 if value < 10.3 else jump / 2, PRICE, 0.0, Bracket(Point(0.0, -0.5), Point(20.0, 0.5)), near(0.0)
    )
    assert (refined is not None) == is_step


def test_equal_ends_are_halved() -> None:
    """A bracket whose two results are the goal itself has no slope."""
    evaluate, tried = counted(lambda value: 5.0)
    refine(evaluate, PRICE, 5.0, Bracket(Point(0.0, 5.0), Point(8.0, 5.0)), lambda result: False)
    assert tried[0] == 4.0


@pytest.mark.parametrize(("bound", "last"), [(1_000.0, 44.99), (0.0, 30.0)])
def test_last_value_that_meets_the_goal_is_found_to_the_cent(bound: float, last: float) -> None:
    """Prices from 30 to below 45 make two parcels of 15."""
    assert last_that_meets(lambda value: value // 15, PRICE._replace(value=31.0), bound, lambda result: result == 2) == last


def test_goal_that_always_holds_holds_up_to_the_bound() -> None:
    assert last_that_meets(lambda value: 1.0, PRICE, 1_000.0, lambda result: True) == 1_000
    assert last_that_meets(lambda value: 1.0 if value < 800 else None, PRICE, 1_000.0, lambda result: True) == 799.99
    assert last_that_meets(lambda value: float(value <= 137), UNITS, 10_000.0, lambda result: result == 1) == 137


def test_maximum_between_two_probes_is_bracketed_on_both_sides() -> None:
    """1 − (x − 27)² reaches 0.9999 within a hundredth of 27 only."""

    def hill(value: float) -> float:
        return 1 - (value - 27) ** 2

    probed = [Point(value, hill(value)) for value in (20.0, 24.0, 29.0, 35.0)]
    seen = len(probed)
    brackets = list(find_extremum(hill, PRICE, 0.9999, probed, near(0.9999)))
    assert len(brackets) == 2
    assert len(probed) > seen
    assert all(bracket.far.result >= 0.9999 > bracket.near.result for bracket in brackets)
    assert [bracket.near.value for bracket in brackets] == [24.0, 29.0]  # from the present 20, the nearer side first


def test_minimum_is_found_as_a_maximum_is() -> None:
    def valley(value: float) -> float:
        return (value - 27) ** 2

    probed = [Point(value, valley(value)) for value in (20.0, 24.0, 29.0, 35.0)]
    brackets = list(find_extremum(valley, PRICE, 0.0001, probed, near(0.0001, 1e-12)))
    assert [bracket.near.value for bracket in brackets] == [24.0, 29.0]
    assert all(bracket.far.result <= 0.0001 for bracket in brackets)


@pytest.mark.parametrize("values", [(), (20.0, 24.0), (27.0, 30.0, 40.0), (10.0, 20.0, 27.0)])
def test_without_a_point_on_each_side_there_is_no_extremum(values: tuple[float, ...]) -> None:
    probed = [Point(value, 1 - (value - 27) ** 2) for value in values]
    assert list(find_extremum(lambda value: 1 - (value - 27) ** 2, PRICE, 2.0, probed, near(2.0))) == []


def test_maximum_below_the_goal_has_no_bracket() -> None:
    """29 is the highest probe, so 24 golden sections shrink the 11 between its neighbors. The last two points are 0.618³ of that apart."""

    def hill(value: float) -> float:
        return 1 - (value - 27) ** 2

    evaluate, tried = counted(hill)
    probed = [Point(value, hill(value)) for value in (20.0, 24.0, 29.0, 35.0)]
    assert list(find_extremum(evaluate, PRICE, 2.0, probed, near(2.0))) == []
    assert len(tried) == 48
    assert max(point.result for point in probed) == pytest.approx(1.0, abs=1e-8)
    assert abs(tried[-1] - tried[-2]) == pytest.approx(11 * ((math.sqrt(5) - 1) / 2) ** (23 + 3), rel=1e-3)
