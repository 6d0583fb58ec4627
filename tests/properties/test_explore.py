"""What-if questions for every calculator and any inputs: the answer holds when put back in, or a reason is given."""

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
"""Enough draws to check order and bounds; a unit test checks the number of draws."""
SLOW = {"suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]}
every_calculator = pytest.mark.parametrize("calculator", CATALOGUE, ids=lambda c: c.id)


def taken(calculator: Calculator, data: st.DataObject) -> Any:
    """Return the drawn inputs if valid, or else the calculator's first inputs."""
    inputs, _ = calculator.read(data.draw(drawn_inputs(calculator)))
    return calculator.inputs() if inputs is None else inputs


def drawn_value(knob: NumericInput, data: st.DataObject) -> float:
    """Draw a value that the field accepts, often one near the present."""
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
def test_sought_value_gives_the_goal_or_the_reason_why_not(calculator: Calculator, data: st.DataObject) -> None:
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
    solution = seek(calculator, inputs, target.name, goal, knob.name, DAY)
    words = sought_words(solution)
    assert not re.search(r"\b(inf|nan|None)\b", words)
    if solution.value is None:
        assert not reachable, "a goal that some value reaches is not called out of reach"
        assert solution.status in {"flat", "beyond", "none"}
        assert words
        return
    assert solution.status in {"there", "found", "step"}
    assert knob.field.ge <= solution.value <= knob.field.le
    typed = knob.field.typed(solution.value)
    assert read_number(knob.field, typed) == pytest.approx(solution.value, rel=1e-9, abs=1e-9), "what is found can be typed"
    back = with_value(inputs, knob, float(read_number(knob.field, typed)))
    assert calculator.check(back) == []
    reached = target.of(calculator.outcome(back, DAY, ranges=False).value(target.figure))
    assert reached == pytest.approx(solution.result, rel=1e-6, abs=1e-6)
    assert words or target.unit.rounded(reached) == target.unit.rounded(goal)


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
def test_ranges_are_ordered_within_the_draws_and_repeatable(calculator: Calculator, data: st.DataObject) -> None:
    inputs = taken(calculator, data)
    available = numeric_inputs(calculator, inputs)
    if not available:
        return
    knob = data.draw(st.sampled_from(available))
    extra = {knob.name: Estimate(*sorted(drawn_value(knob, data) for _ in range(3)))}
    spread = distribution(calculator, inputs, extra, DAY, draws=FEW_DRAWS)
    assert spread is not None
    assert spread == distribution(calculator, inputs, extra, DAY, draws=FEW_DRAWS)
    if spread.percentiles is None:
        assert 0 < spread.undefined <= FEW_DRAWS
        return
    assert spread.bins[0][0] <= spread.percentiles.p10 <= spread.percentiles.p50 <= spread.percentiles.p90
    assert spread.percentiles.p90 <= spread.bins[-1][1] or spread.percentiles.p90 == pytest.approx(spread.bins[-1][1])
    assert sum(count for _, _, count in spread.bins) == FEW_DRAWS


@every_calculator
@settings(max_examples=12, **SLOW)
@given(data=st.data())
def test_scenarios_are_compared_or_refused_by_name(calculator: Calculator, data: st.DataObject) -> None:
    """Drawn scenarios are compared or refused by name, and every state can be shown as a panel."""

    def scenario() -> dict[str, Any]:
        raw = inputs_of(calculator, DrawnDice(data.draw))
        if data.draw(st.booleans()):
            raw[data.draw(st.sampled_from(sorted(raw)))] = data.draw(st.sampled_from(["nonsense", None, {}, [[]], -1e300]))
        return {"name": data.draw(st.text(max_size=50)), "inputs": raw}

    scenarios = [scenario() for _ in range(data.draw(st.integers(1, 3)))]
    request = {"calculator": calculator.id, "inputs": {}, "as_of": DAY.isoformat()}
    answer = strict(bridge.explore(json.dumps({**request, "explore": {"kind": "compare", "scenarios": scenarios}})))
    assert "failed" not in answer, answer["failed"]
    refused = [index for index, scenario in enumerate(scenarios) if calculator.read(scenario["inputs"])[1]]
    if refused:
        assert {int(error["field"].split(".")[1]) for error in answer["errors"]} == set(refused)
    else:
        assert len(answer["explore"]["names"]) == len(scenarios)
    assert all(abs(number) < float("inf") for number in numbers(answer))
    shown = strict(bridge.explore_page(json.dumps({**request, "explore": {"scenarios": [{"name": "Now", "inputs": {}}, *scenarios]}})))
    assert "failed" not in shown, shown["failed"]
    assert shown["panel"]["html"].count("drop-scenario") == len(scenarios) * (len(refused) < len(scenarios)) or refused
