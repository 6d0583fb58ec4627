"""All draws at once: what columns can be asked, and what they hand back to the plain way."""

import random
from typing import Any

import pytest

from calculators.engine.explore import columns
from calculators.engine.explore.columns import Column, NotAtOnce, at_once, total
from calculators.leverage_income import CALCULATOR as LEVERAGE


def column() -> Column:
    return Column("d0", columns._Trace())


@pytest.mark.parametrize(
    "ask",
    [bool, float, int, str, lambda c: c > 0, lambda c: max(0.0, c), lambda c: c == 1.0, lambda c: f"{c}", lambda c: c + None, hash, round],
)
def test_what_only_a_number_can_answer_is_refused(ask: Any) -> None:
    with pytest.raises((NotAtOnce, TypeError)):
        ask(column())


def test_a_step_that_is_taken_again_is_the_same_column() -> None:
    one = column()
    price, other = 20.0, 20.5
    assert one * price is one * price
    assert one * price is not price * one
    assert one * price is not one * other
    assert one.trace.steps == ["d0 * n0", "n0 * d0", "d0 * n1"]


def test_what_is_used_once_stands_where_it_is_used() -> None:
    steps = ["n0 * d0", "c0 + d1", "c1 * c1", "c0 - c2"]
    assert columns.source(2, 1, steps, ["c3", "c1"]) == (
        "def draw(series, n0):\n    for d0, d1, in zip(*series):\n"
        "        c0 = n0 * d0\n        c1 = c0 + d1\n        yield (c0 - (c1 * c1)), c1,"
    )


def test_an_expression_of_any_length_can_be_compiled() -> None:
    steps = ["d0 + n0", *[f"c{n} + n0" for n in range(500)]]
    (found,) = columns._loop(1, 1, tuple(steps), ("c500",))([[1.0]], 1.0)
    assert found == (502.0,)


def test_two_terms_added_up_are_their_sum_to_the_last_bit() -> None:
    dice = random.Random(5)
    for _ in range(2_000):
        pair = [dice.uniform(-1, 1) * 10.0 ** dice.randint(-20, 20) for _ in range(2)]
        assert sum(pair) == pair[0] + pair[1]


def test_three_terms_are_left_to_sum_and_numbers_alone_are_added_up_as_ever() -> None:
    one = column()
    assert total([one, one * 2.0, one]).name == "c1"
    assert one.trace.steps[-1] == "sum((d0, c0, d0,))"
    assert total([0.1] * 10) == sum([0.1] * 10)


def test_a_figure_that_chooses_is_left_to_the_plain_way_and_not_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def choose(*_: Any) -> Any:
        raise NotAtOnce

    asked = []
    monkeypatch.setattr(columns, "_never", set())
    monkeypatch.setattr(columns, "_evaluator", lambda *key: asked.append(key) or choose)
    for _ in range(2):
        assert at_once(LEVERAGE, ("pairs.utilization",), {}, {}) is None
    assert len(asked) == 1
