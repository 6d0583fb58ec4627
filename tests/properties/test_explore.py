"""What if, of every calculator on any inputs: an answer that holds when it is put back in, or words that say why there is none."""

import json
import re
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from calculators import CATALOGUE, bridge
from calculators.engine.analysis.distribution import distribution
from calculators.engine.analysis.goal_seek import seek
from calculators.engine.analysis.perturbation import NumericInput, numeric_inputs, targets, with_value
from calculators.engine.analysis.sensitivity import sensitivity
from calculators.engine.calculator import Calculator
from calculators.engine.fields import Estimate
from calculators.engine.validation import read_number
from calculators.what_if.words import sought_words
from tests.properties.drawing import DrawnDice, drawn_inputs, inputs_of
from tests.properties.test_every_calculator import numbers, strict

DAY = date(2026, 11, 23)
FEW_DRAWS = 60
"""Enough to tell order and bounds; that there are 2,000 is a unit test's matter."""
SLOW = {"suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]}
every_calculator = pytest.mark.parametrize("calculator", CATALOGUE, ids=lambda c: c.id)


def taken(calculator: Calculator, data: st.DataObject) -> Any:
    """Inputs that the calculator takes: drawn ones, or its first where it refuses those."""
    inputs, _ = calculator.read(data.draw(drawn_inputs(calculator)))
    return calculator.inputs() if inputs is None else inputs


def drawn_value(knob: NumericInput, data: st.DataObject) -> float:
    """Any value that the field takes, often one near the present."""
    low, high = knob.field.ge, knob.field.le
    if data.draw(st.booleans()):
        nearer, farther = sorted((knob.value * 0.5, knob.value * 2))
        low, high = max(low, nearer - 1), min(high, farther + 1)
    if knob.field.whole:
        return float(data.draw(st.integers(int(low), int(high))))
    return round(data.draw(st.floats(low, high)), 4)


@every_calculator
@settings(max_examples=25, **SLOW)
@given(data=st.data())
def test_a_sought_value_put_back_in_gives_the_goal_or_words_say_why_not(calculator: Calculator, data: st.DataObject) -> None:
    inputs = taken(calculator, data)
    available = numeric_inputs(calculator, inputs)
    if not available:
        return
    knob = data.draw(st.sampled_from(available))
    wanted = targets(calculator, inputs)
    target = wanted[data.draw(st.sampled_from(sorted(wanted)))]
    # a goal that some value of the input does reach, or any at all
    moved = with_value(inputs, knob, drawn_value(knob, data))
    there = None if calculator.check(moved) else target.of(calculator.outcome(moved, DAY, ranges=False).value(target.figure))
    reachable = there is not None and data.draw(st.booleans())
    goal = float(target.unit.rounded(there if there is not None and reachable else data.draw(st.floats(-1e9, 1e9))))
    found = seek(calculator, inputs, target.name, goal, knob.name, DAY)
    words = sought_words(found)
    assert not re.search(r"\b(inf|nan|None)\b", words)
    if found.value is None:
        assert not reachable, "a goal that some value reaches is not called out of reach"
        assert found.status in {"flat", "beyond", "none"}
        assert words
        return
    assert found.status in {"there", "found", "step"}
    assert knob.field.ge <= found.value <= knob.field.le
    typed = knob.field.typed(found.value)
    assert read_number(knob.field, typed) == pytest.approx(found.value, rel=1e-9, abs=1e-9), "what is found can be typed"
    back = with_value(inputs, knob, float(read_number(knob.field, typed)))
    assert calculator.check(back) == []
    result = target.of(calculator.outcome(back, DAY, ranges=False).value(target.figure))
    assert result == pytest.approx(found.result, rel=1e-6, abs=1e-6)
    assert words or target.unit.rounded(result) == target.unit.rounded(goal)


@every_calculator
@settings(max_examples=20, **SLOW)
@given(data=st.data())
def test_sensitivity_never_fails_and_every_bar_is_a_number(calculator: Calculator, data: st.DataObject) -> None:
    inputs = taken(calculator, data)
    sizes = [swing.size for swing in sensitivity(calculator, inputs, DAY)]
    assert sizes == pytest.approx(sorted(sizes, reverse=True))
    assert all(0 < size < float("inf") for size in sizes)


@every_calculator
@settings(max_examples=8, **SLOW)
@given(data=st.data())
def test_ranges_are_in_order_within_what_was_drawn_and_repeat(calculator: Calculator, data: st.DataObject) -> None:
    inputs = taken(calculator, data)
    available = numeric_inputs(calculator, inputs)
    if not available:
        return
    knob = data.draw(st.sampled_from(available))
    extra = {knob.name: Estimate(*sorted(drawn_value(knob, data) for _ in range(3)))}
    found = distribution(calculator, inputs, extra, DAY, draws=FEW_DRAWS)
    assert found is not None
    assert found == distribution(calculator, inputs, extra, DAY, draws=FEW_DRAWS)
    if found.percentiles is None:
        assert 0 < found.undefined <= FEW_DRAWS
        return
    assert found.bins[0][0] <= found.percentiles.p10 <= found.percentiles.p50 <= found.percentiles.p90
    assert found.percentiles.p90 <= found.bins[-1][1] or found.percentiles.p90 == pytest.approx(found.bins[-1][1])
    assert sum(count for _, _, count in found.bins) == FEW_DRAWS


@every_calculator
@settings(max_examples=12, **SLOW)
@given(data=st.data())
def test_scenarios_are_compared_or_refused_by_name_and_any_state_makes_a_panel(calculator: Calculator, data: st.DataObject) -> None:
    def scenario() -> dict[str, Any]:
        raw = inputs_of(calculator, DrawnDice(data.draw))
        if data.draw(st.booleans()):
            raw[data.draw(st.sampled_from(sorted(raw)))] = data.draw(st.sampled_from(["nonsense", None, {}, [[]], -1e300]))
        return {"name": data.draw(st.text(max_size=50)), "inputs": raw}

    scenarios = [scenario() for _ in range(data.draw(st.integers(1, 3)))]
    request = {"calculator": calculator.id, "inputs": {}, "as_of": DAY.isoformat()}
    answer = strict(bridge.explore(json.dumps({**request, "explore": {"kind": "compare", "scenarios": scenarios}})))
    assert "failed" not in answer, answer["failed"]
    refused = [index for index, one in enumerate(scenarios) if calculator.read(one["inputs"])[1]]
    if refused:
        assert {int(error["field"].split(".")[1]) for error in answer["errors"]} == set(refused)
    else:
        assert len(answer["explore"]["names"]) == len(scenarios)
    assert all(abs(number) < float("inf") for number in numbers(answer))
    shown = strict(bridge.explore_page(json.dumps({**request, "explore": {"scenarios": [{"name": "Now", "inputs": {}}, *scenarios]}})))
    assert "failed" not in shown, shown["failed"]
    assert shown["panel"]["html"].count("drop-scenario") == len(scenarios) * (len(refused) < len(scenarios)) or refused
