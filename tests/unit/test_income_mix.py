"""The income mix: what must hold for any sources."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.catalogue.income_mix import CALCULATOR
from calculators.catalogue.income_mix.inputs import Inputs, Stream

DAY = date(2026, 11, 23)


@given(st.lists(st.floats(0, 10_000), min_size=1, max_size=12), st.floats(0, 20_000))
def test_shares_add_up_and_concentration_lies_between_equal_and_single(amounts: list[float], spending: float) -> None:
    outcome = CALCULATOR.outcome(Inputs(streams=tuple(Stream(amount=amount) for amount in amounts), spending=spending), DAY)
    if outcome.value("total") > 1e-3:
        assert sum(outcome.value("share")) == pytest.approx(1)
        assert 1 / len(amounts) - 1e-9 <= outcome.value("concentration") <= 1 + 1e-9
        assert outcome.value("largest_share") ** 2 <= outcome.value("concentration") + 1e-9 <= outcome.value("largest_share") + 2e-9
    assert max(outcome.value("short")) == pytest.approx(outcome.value("largest_short"))


@pytest.mark.parametrize(
    ("inputs", "words"),
    [
        (Inputs(streams=(Stream(),)), "None of your sources brings in anything yet"),
        (Inputs(streams=(Stream(amount=10.0),)), "All of your income depends on one source."),
        (Inputs(streams=(Stream(amount=10.0),), savings=0.0), "short from the first month"),
        (Inputs(spending=100.0), "Any one of your sources could stop"),
        (Inputs(spending=9_000.0), "a month more than comes in"),
    ],
)
def test_each_state_is_said_in_words(inputs: Inputs, words: str) -> None:
    outcome = CALCULATOR.outcome(inputs, DAY)
    assert words in " ".join(note(outcome) for note in CALCULATOR.notes)
