"""All draws at once: what columns can be asked, what their spreads are, and what they hand back to the plain way."""

import math
import random
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from calculators.catalogue.leverage_income import CALCULATOR as LEVERAGE
from calculators.engine.analysis import affine as columns
from calculators.engine.analysis.affine import Column, Draws, NotAtOnce, Pool, at_once
from calculators.engine.analysis.percentiles import Spread, spread_of

DRAWS = 400


def estimates(count: int) -> list[Draws]:
    """Estimates from 1 to 2, from 2 to 4, and so on, each shuffled for itself."""
    dice = random.Random(7)
    found = []
    for k in range(count):
        ordered = [(rank / DRAWS) ** 2 for rank in range(DRAWS)]
        found.append(Draws(2.0**k, 2.0**k, dice.sample(ordered, DRAWS), ordered))
    return found


def spread_at_once(figure: Callable[..., Any], drawn: Sequence[Draws]) -> Spread:
    pool = Pool(drawn)
    found = figure(*[pool.estimate(place) for place in range(len(drawn))])
    return pool.spread(found)


def one_by_one(figure: Callable[..., float], drawn: Sequence[Draws]) -> Spread:
    return spread_of(sorted(figure(*[each.values[k] for each in drawn]) for k in range(DRAWS)))


def tenths(spread: Spread) -> list[float]:
    return [spread.p10, spread.p50, spread.p90]


@pytest.mark.parametrize(
    "ask",
    [bool, float, int, str, lambda c: c > 0, lambda c: max(0.0, c), lambda c: c == 1.0, lambda c: f"{c}", lambda c: c + None, hash, round],
)
def test_what_only_a_number_can_answer_is_refused(ask: Any) -> None:
    with pytest.raises((NotAtOnce, TypeError)):
        ask(Pool(estimates(1)).estimate(0))


@pytest.mark.parametrize("true_or_false", [True, False])
def test_a_yes_is_no_number(true_or_false: bool) -> None:
    with pytest.raises(NotAtOnce):
        Pool(estimates(1)).estimate(0) * true_or_false


FIGURES: dict[str, Callable[..., Any]] = {
    "sum": lambda a, b, c: a + b + c,
    "sum of a list": lambda a, b, c: sum([a, b * 2, c, 1.5]),
    "difference": lambda a, b, c: 10 - a - (b - 3) - c,
    "negative": lambda a, b, c: -(a + b) + 0 * c,
    "scaled": lambda a, b, c: (3 * a - b * 0.25 + 7) / 4 + c,
    "of one": lambda a, b, c: 5 - 2 * b,
    "product": lambda a, b, c: (a + 1) * (b - c),
    "square": lambda a, b, c: a * a,
    "quotient": lambda a, b, c: (a - 1) / (b + c),
    "of a number": lambda a, b, c: 12 / (a + b) + c / 2,
    "product of products": lambda a, b, c: a * b * c - c * (a * b),
    "both": lambda a, b, c: a * b + 2 * a - c * 0.5,
}


@pytest.mark.parametrize("name", FIGURES)
def test_spreads_are_those_of_the_draws_one_by_one(name: str) -> None:
    drawn = estimates(3)
    assert tenths(spread_at_once(FIGURES[name], drawn)) == pytest.approx(tenths(one_by_one(FIGURES[name], drawn)), rel=1e-12, abs=1e-12)


def test_expressions_made_at_random_are_spread_as_one_by_one() -> None:
    dice, drawn = random.Random(11), estimates(4)

    def made(depth: int) -> tuple[Callable[..., Any], str]:
        if depth == 0:
            place, number = dice.randrange(4), round(dice.uniform(-3, 3), 2)
            return (lambda *each: each[place], f"d{place}") if dice.random() < 0.7 else (lambda *each: number, str(number))
        (left, one), (right, other), sign = made(depth - 1), made(depth - 1), dice.choice("++--*")
        if sign == "*":
            return lambda *each: left(*each) * right(*each), f"({one} * {other})"
        if sign == "+":
            return lambda *each: left(*each) + right(*each), f"({one} + {other})"
        return lambda *each: left(*each) - right(*each), f"({one} - {other})"

    columns_seen = 0
    for _ in range(150):
        figure, text = made(dice.randint(1, 4))
        if not isinstance(figure(*[Pool(drawn).estimate(0)] * 4), Column):
            continue
        columns_seen += 1
        plain = tenths(one_by_one(figure, drawn))
        # amounts in between reach a few thousand at most, and the last digits of those are lost where they cancel
        assert tenths(spread_at_once(figure, drawn)) == pytest.approx(plain, rel=1e-9, abs=1e-9), text
    assert columns_seen > 100


def test_a_sum_of_one_estimate_is_spread_as_that_is_and_nothing_is_added_up(monkeypatch: pytest.MonkeyPatch) -> None:
    (drawn,) = estimates(1)
    monkeypatch.setattr(columns, "_summing", None)
    by_hand = [100 - 20 * (1 + part) for part in reversed(tenths(spread_of(drawn.ordered)))]
    assert tenths(spread_at_once(lambda a: 100 - 20 * a, [drawn])) == pytest.approx(by_hand, rel=1e-12)


def test_sums_that_differ_by_a_factor_and_an_amount_are_put_in_order_once(monkeypatch: pytest.MonkeyPatch) -> None:
    in_order: list[Sequence[float]] = []
    monkeypatch.setattr(columns, "spread_of", lambda ordered: in_order.append(ordered) or spread_of(ordered))
    pool = Pool(estimates(2))
    one = 3 * pool.estimate(0) + 2 * pool.estimate(1)
    year = pool.spread(one)
    for month in range(1, 13):
        assert tenths(pool.spread(one * (month / 12) - 25)) == pytest.approx([value * month / 12 - 25 for value in tenths(year)])
    assert tenths(pool.spread(1000 - one)) == pytest.approx([1000 - value for value in reversed(tenths(year))])
    assert len(in_order) == 1


def test_sums_that_differ_a_little_are_not_taken_for_the_same() -> None:
    drawn = estimates(2)
    pool = Pool(drawn)
    for factor in (1.0, 1.0 + 1e-6, 1.0 + 2e-6):
        found = pool.spread(pool.estimate(0) + factor * pool.estimate(1))
        plain = one_by_one(lambda a, b, factor=factor: a + factor * b, drawn)  # type: ignore[misc]
        assert tenths(found) == pytest.approx(tenths(plain), rel=1e-12)
    assert len(pool._spreads) == 3


def test_what_cancels_is_a_point() -> None:
    pool = Pool(estimates(2))
    a, b = pool.estimate(0), pool.estimate(1)
    assert pool.spread(a * 2 + b - a - a - b + 4) == Spread(4.0, 4.0, 4.0)


def test_a_product_is_worked_out_once() -> None:
    pool = Pool(estimates(2))
    a, b = pool.estimate(0), pool.estimate(1)
    assert (a * b).weights == (a * b).weights
    assert (a * b).weights != (a / b).weights


@pytest.mark.parametrize("count", [1, 2, 20])
def test_any_number_of_estimates_is_added_up(count: int) -> None:
    pool = Pool(estimates(count))
    whole = sum(pool.estimate(place) for place in range(count))
    assert pool.spread(whole * 1.0).p50 == pytest.approx(one_by_one(lambda *each: math.fsum(each), estimates(count)).p50)


def test_a_figure_that_chooses_is_left_to_the_plain_way_and_not_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def choose(*_: Any) -> Any:
        asked.append(1)
        raise NotAtOnce

    asked: list[int] = []
    monkeypatch.setattr(columns, "_never", set())
    evaluator = LEVERAGE.graph.evaluator(tuple(one.name for one in LEVERAGE.ranged), ("pairs.utilization",))
    monkeypatch.setitem(vars(evaluator), "function", choose)
    for _ in range(2):
        assert at_once(LEVERAGE, ("pairs.utilization",), {}, {}) is None
    assert len(asked) == 1


def test_what_no_float_holds_is_left_to_the_plain_way(monkeypatch: pytest.MonkeyPatch) -> None:
    evaluator = LEVERAGE.graph.evaluator(tuple(one.name for one in LEVERAGE.ranged), ("pairs.utilization",))
    monkeypatch.setitem(vars(evaluator), "function", lambda use: (use[0] * 1e308 * 10, (use[0],), (use[0],)))
    (drawn,) = estimates(1)
    assert at_once(LEVERAGE, ("pairs.utilization",), {"pairs.utilization": [1.0]}, {("pairs.utilization", 0): drawn}) is None
