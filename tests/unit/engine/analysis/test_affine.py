"""Affine forms: arithmetic, percentiles against those of separate draws, and refusals."""

import math
import random
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest

from calculators import CATALOGUE
from calculators.catalogue.leverage_income import CALCULATOR as LEVERAGE
from calculators.engine.analysis import affine, ranges
from calculators.engine.analysis.affine import AffineForm, NotAffine, Samples, SampleSpace, propagate
from calculators.engine.analysis.percentiles import Percentiles, percentiles_of
from calculators.engine.analysis.ranges import sample, uncertain_inputs
from calculators.engine.calculator import Calculator

DAY = date(2026, 11, 23)
DRAWS = 400


def estimates(count: int) -> list[Samples]:
    """Return estimates from 1 to 2, from 2 to 4, and so on, each in its own random order."""
    dice = random.Random(7)
    samples = []
    for k in range(count):
        ordered = [(rank / DRAWS) ** 2 for rank in range(DRAWS)]
        samples.append(Samples(2.0**k, 2.0**k, dice.sample(ordered, DRAWS), ordered))
    return samples


def affine_percentiles(figure: Callable[..., Any], drawn: Sequence[Samples]) -> Percentiles:
    pool = SampleSpace(drawn)
    form = figure(*[pool.variable(place) for place in range(len(drawn))])
    return pool.percentiles(form)


def draw_by_draw(figure: Callable[..., float], drawn: Sequence[Samples]) -> Percentiles:
    return percentiles_of(sorted(figure(*[each.values[k] for each in drawn]) for k in range(DRAWS)))


def tenths(spread: Percentiles) -> list[float]:
    return [spread.p10, spread.p50, spread.p90]


@pytest.mark.parametrize(
    "ask",
    [bool, float, int, str, lambda c: c > 0, lambda c: max(0.0, c), lambda c: c == 1.0, lambda c: f"{c}", lambda c: c + None, hash, round],
)
def test_operations_that_need_a_number_are_refused(ask: Any) -> None:
    with pytest.raises((NotAffine, TypeError)):
        ask(SampleSpace(estimates(1)).variable(0))


@pytest.mark.parametrize("true_or_false", [True, False])
def test_boolean_is_not_a_number(true_or_false: bool) -> None:
    with pytest.raises(NotAffine):
        SampleSpace(estimates(1)).variable(0) * true_or_false


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
def test_percentiles_equal_those_of_separate_draws(name: str) -> None:
    drawn = estimates(3)
    assert tenths(affine_percentiles(FIGURES[name], drawn)) == pytest.approx(
        tenths(draw_by_draw(FIGURES[name], drawn)), rel=1e-12, abs=1e-12
    )


def test_random_expressions_equal_separate_draws() -> None:
    dice, drawn = random.Random(11), estimates(4)

    def expression(depth: int) -> tuple[Callable[..., Any], str]:
        if depth == 0:
            place, number = dice.randrange(4), round(dice.uniform(-3, 3), 2)
            return (lambda *each: each[place], f"d{place}") if dice.random() < 0.7 else (lambda *each: number, str(number))
        (left, left_text), (right, right_text), sign = expression(depth - 1), expression(depth - 1), dice.choice("++--*")
        if sign == "*":
            return lambda *each: left(*each) * right(*each), f"({left_text} * {right_text})"
        if sign == "+":
            return lambda *each: left(*each) + right(*each), f"({left_text} + {right_text})"
        return lambda *each: left(*each) - right(*each), f"({left_text} - {right_text})"

    columns_seen = 0
    for _ in range(150):
        figure, text = expression(dice.randint(1, 4))
        if not isinstance(figure(*[SampleSpace(drawn).variable(0)] * 4), AffineForm):
            continue
        columns_seen += 1
        plain = tenths(draw_by_draw(figure, drawn))
        # amounts in between reach a few thousand at most, and the last digits of those are lost where they cancel
        assert tenths(affine_percentiles(figure, drawn)) == pytest.approx(plain, rel=1e-9, abs=1e-9), text
    assert columns_seen > 100


def test_sum_with_a_single_estimate_reuses_its_percentiles(monkeypatch: pytest.MonkeyPatch) -> None:
    (drawn,) = estimates(1)
    monkeypatch.setattr(affine, "_weighted_sum", None)
    by_hand = [100 - 20 * (1 + part) for part in reversed(tenths(percentiles_of(drawn.ordered)))]
    assert tenths(affine_percentiles(lambda a: 100 - 20 * a, [drawn])) == pytest.approx(by_hand, rel=1e-12)


def test_linearly_related_sums_are_sorted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    in_order: list[Sequence[float]] = []
    monkeypatch.setattr(affine, "percentiles_of", lambda ordered: in_order.append(ordered) or percentiles_of(ordered))
    pool = SampleSpace(estimates(2))
    form = 3 * pool.variable(0) + 2 * pool.variable(1)
    year = pool.percentiles(form)
    for month in range(1, 13):
        assert tenths(pool.percentiles(form * (month / 12) - 25)) == pytest.approx([value * month / 12 - 25 for value in tenths(year)])
    assert tenths(pool.percentiles(1000 - form)) == pytest.approx([1000 - value for value in reversed(tenths(year))])
    assert len(in_order) == 1


def test_nearly_equal_sums_are_not_treated_as_equal() -> None:
    drawn = estimates(2)
    pool = SampleSpace(drawn)
    for factor in (1.0, 1.0 + 1e-6, 1.0 + 2e-6):
        percentiles = pool.percentiles(pool.variable(0) + factor * pool.variable(1))
        plain = draw_by_draw(lambda a, b, factor=factor: a + factor * b, drawn)  # type: ignore[misc]
        assert tenths(percentiles) == pytest.approx(tenths(plain), rel=1e-12)
    assert len(pool._percentiles) == 3


def test_canceling_terms_give_a_point() -> None:
    pool = SampleSpace(estimates(2))
    a, b = pool.variable(0), pool.variable(1)
    assert pool.percentiles(a * 2 + b - a - a - b + 4) == Percentiles(4.0, 4.0, 4.0)


def test_product_is_computed_once() -> None:
    pool = SampleSpace(estimates(2))
    a, b = pool.variable(0), pool.variable(1)
    assert (a * b).coefficients == (a * b).coefficients
    assert (a * b).coefficients != (a / b).coefficients


@pytest.mark.parametrize("count", [1, 2, 20])
def test_any_number_of_estimates_can_be_summed(count: int) -> None:
    pool = SampleSpace(estimates(count))
    whole = sum(pool.variable(place) for place in range(count))
    assert pool.percentiles(whole * 1.0).p50 == pytest.approx(draw_by_draw(lambda *each: math.fsum(each), estimates(count)).p50)


@pytest.mark.parametrize("error", [NotAffine, ZeroDivisionError, OverflowError])
def test_a_figure_that_is_not_affine_has_no_result(error: type[Exception], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any) -> Any:
        raise error

    evaluator = LEVERAGE.graph.evaluator(tuple(figure.name for figure in LEVERAGE.ranged), ("pairs.utilization",))
    monkeypatch.setitem(vars(evaluator), "function", fail)
    assert propagate(LEVERAGE, ("pairs.utilization",), {}, {}) is None


def test_a_fault_in_a_figure_is_not_swallowed(monkeypatch: pytest.MonkeyPatch) -> None:
    evaluator = LEVERAGE.graph.evaluator(tuple(figure.name for figure in LEVERAGE.ranged), ("pairs.utilization",))
    monkeypatch.setitem(vars(evaluator), "function", lambda: {}["no such key"])
    with pytest.raises(KeyError):
        propagate(LEVERAGE, ("pairs.utilization",), {}, {})


@pytest.mark.parametrize("calculator", [calculator for calculator in CATALOGUE if calculator.ranged], ids=lambda calculator: calculator.id)
def test_affine_is_declared_exactly_where_it_works(calculator: Calculator) -> None:
    """On the form's first inputs, whose estimates are uncertain."""
    inputs = calculator.inputs()
    base = {**calculator.arguments(inputs, DAY)[0], **calculator.outcome(inputs, DAY, ranges=False).values}
    uncertain = uncertain_inputs(calculator, inputs)
    sampled = sample([estimate for _, _, estimate in uncertain], DRAWS, 0.5, seed=3)
    varying = tuple(dict.fromkeys(name for name, _, _ in uncertain))
    evaluator = calculator.graph.evaluator(tuple(figure.name for figure in calculator.ranged), varying)
    arguments = {name: base[name] for name in evaluator.arguments}
    samples = {(name, row): series for (name, row, _), series in zip(uncertain, sampled, strict=True)}
    assert calculator.affine == (propagate(calculator, varying, arguments, samples) is not None)


def test_overflow_falls_back_to_separate_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    evaluator = LEVERAGE.graph.evaluator(tuple(figure.name for figure in LEVERAGE.ranged), ("pairs.utilization",))
    monkeypatch.setitem(vars(evaluator), "function", lambda use: (use[0] * 1e308 * 10, (use[0],), (use[0],)))
    (drawn,) = estimates(1)
    assert propagate(LEVERAGE, ("pairs.utilization",), {"pairs.utilization": [1.0]}, {("pairs.utilization", 0): drawn}) is None


def test_affine_arithmetic_is_tried_only_where_it_is_declared(monkeypatch: pytest.MonkeyPatch) -> None:
    """Elsewhere it would cost time in vain."""
    tried: list[str] = []
    monkeypatch.setattr(ranges, "propagate", lambda calculator, *_: tried.append(calculator.id))
    for calculator in CATALOGUE:
        calculator.outcome(calculator.inputs(), DAY)
    assert set(tried) == {calculator.id for calculator in CATALOGUE if calculator.affine}
    assert tried
