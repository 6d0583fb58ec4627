"""Properties of every calculator for any inputs: an answer or a refusal in strict JSON, and never a failure."""

import json
import math
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from calculators import CATALOGUE, bridge
from calculators.engine.analysis.percentiles import Percentiles, percentiles_of
from calculators.engine.analysis.ranges import SEED, sample, simulate_ranges, uncertain_inputs
from calculators.engine.calculator import DRAWS, Calculator
from calculators.engine.fields import Number, Rows, slots
from calculators.engine.typed import typed_inputs
from tests.properties.drawing import as_typed, drawn_inputs

DAY = date(2026, 11, 23)
SLOW = {"suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large]}
every_calculator = pytest.mark.parametrize("calculator", CATALOGUE, ids=lambda c: c.id)

HARD_TEXTS = ["", "1.234,56", "30.000", "1 200 300", "7:30", "0.25", "$1,200", "١٢٠", "1e309", "NaN", "-1", "\ud800", "²", "1" * 50]
"""Texts that a number box may refuse."""


def strict(text: str) -> dict[str, Any]:
    text.encode("utf-8")
    return dict(json.loads(text, parse_constant=lambda constant: pytest.fail(f"{constant} is not JSON")))


def request(calculator: Calculator, inputs: Any) -> str:
    return json.dumps({"calculator": calculator.id, "inputs": inputs, "as_of": DAY.isoformat()})


def numbers(value: Any) -> list[float]:
    """Every number in an answer."""
    if isinstance(value, dict):
        return [number for inner in value.values() for number in numbers(inner)]
    if isinstance(value, list | tuple):
        return [number for inner in value for number in numbers(inner)]
    return [float(value)] if isinstance(value, int | float) and not isinstance(value, bool) else []


def refuses_by_name(calculator: Calculator, errors: list[dict[str, str]]) -> bool:
    names = {slot.name for slot in calculator.slots}
    return all(error["field"].partition(".")[0] in names and error["code"] and error["message"] for error in errors)


@every_calculator
@settings(max_examples=60, **SLOW)
@given(data=st.data())
def test_inputs_within_bounds_are_answered_or_refused_by_name(calculator: Calculator, data: st.DataObject) -> None:
    raw = data.draw(drawn_inputs(calculator))
    answer = strict(bridge.run(request(calculator, raw)))
    assert "failed" not in answer, answer["failed"]
    if "errors" in answer:
        assert refuses_by_name(calculator, answer["errors"])
    assert all(math.isfinite(number) for number in numbers(answer))


@every_calculator
@settings(max_examples=60, **SLOW)
@given(data=st.data())
def test_most_drawn_inputs_are_accepted(calculator: Calculator, data: st.DataObject) -> None:
    if calculator.id not in {"take-home", "rate-to-charge"}:  # a year of theirs may not be published
        _, errors = calculator.read(data.draw(drawn_inputs(calculator)))
        assert errors == []


@every_calculator
@settings(max_examples=60, **SLOW)
@given(data=st.data())
def test_typed_texts_and_their_numbers_get_equal_answers(calculator: Calculator, data: st.DataObject) -> None:
    typed = as_typed(calculator.slots, data.draw(drawn_inputs(calculator)))
    first, _ = calculator.read(typed)
    if first is not None:
        echoed = strict(bridge.run(request(calculator, typed)))["inputs"]
        assert calculator.read(echoed)[0] == first


@every_calculator
@settings(max_examples=60, **SLOW)
@given(data=st.data())
def test_typed_inputs_read_back_as_the_same_values(calculator: Calculator, data: st.DataObject) -> None:
    inputs, _ = calculator.read(data.draw(drawn_inputs(calculator)))
    if inputs is not None:
        assert calculator.read(typed_inputs(calculator.slots, inputs))[0] == inputs


@every_calculator
@settings(max_examples=12, **SLOW)
@given(data=st.data())
def test_every_page_within_bounds_can_be_rendered(calculator: Calculator, data: st.DataObject) -> None:
    drawn = data.draw(drawn_inputs(calculator))
    answer = strict(bridge.page(request(calculator, drawn)))
    assert "failed" not in answer, answer["failed"]
    if "outcome" in answer:
        case = calculator.at(calculator.read(drawn)[0])
        assert f'data-figure="{case.headline.name}"' in answer["outcome"]["html"]
        assert len(answer["outcome"]["charts"]) == len(case.charts)


@every_calculator
@settings(max_examples=15, **SLOW)
@given(data=st.data())
def test_every_range_is_in_order(calculator: Calculator, data: st.DataObject) -> None:
    inputs, _ = calculator.read(data.draw(drawn_inputs(calculator)))
    if inputs is None:
        return
    for spread in calculator.outcome(inputs, DAY).ranges.values():
        for percentiles in [spread] if isinstance(spread, Percentiles) else spread:
            assert percentiles.p10 <= percentiles.p50 <= percentiles.p90


@every_calculator
@settings(max_examples=15, **SLOW)
@given(data=st.data())
def test_vectorized_draws_equal_separate_evaluations(calculator: Calculator, data: st.DataObject) -> None:
    """Against the graph's own function called for each draw; where there are no ranges there is nothing to compare.

    Sums are computed in another order, so the last digits of the amounts may differ.
    """
    inputs, _ = calculator.read(data.draw(drawn_inputs(calculator)))
    case = calculator if inputs is None else calculator.at(inputs)
    if inputs is None or not case.ranged or not uncertain_inputs(case, inputs):
        return
    base = {**case.arguments(inputs, DAY)[0], **case.outcome(inputs, DAY, ranges=False).values}
    vectorized, separate = simulate_ranges(case, inputs, base), one_by_one(case, inputs, base)
    assert list(vectorized) == list(separate)
    largest = max(abs(value) for value in numbers_in(list(base.values())))
    assert numbers_in(list(vectorized.values())) == pytest.approx(numbers_in(list(separate.values())), rel=1e-9, abs=1e-12 * largest)


def numbers_in(value: Any) -> list[float]:
    """All numbers in rows and spreads, in order."""
    if isinstance(value, Percentiles):
        return [value.p10, value.p50, value.p90]
    if isinstance(value, list | tuple):
        return [number for part in value for number in numbers_in(part)]
    return [value] if type(value) in (int, float) else []


def one_by_one(case: Calculator, inputs: Any, base: dict[str, Any]) -> dict[str, Any]:
    """Compute the percentiles by evaluating each draw separately."""
    estimates = uncertain_inputs(case, inputs)
    series = sample([item for _, _, item in estimates], DRAWS, float(base[case.comonotone_share]) if case.comonotone_share else 0.0, SEED)
    wanted = tuple(item.name for item in case.ranged)
    evaluator = case.graph.evaluator(wanted, tuple(dict.fromkeys(name for name, _, _ in estimates)))
    draws = []
    for k in range(DRAWS):
        named = dict(base)
        for (name, row, _), drawn in zip(estimates, series, strict=True):
            value = drawn.values[k]
            named[name] = value if row is None else [*named[name][:row], value, *named[name][row + 1 :]]
        draws.append(evaluator.function(*[named[name] for name in evaluator.arguments]))
    columns = dict(zip(wanted, zip(*draws, strict=True), strict=True))
    return {name: _spread_of(values) for name, values in columns.items() if None not in values}


def _spread_of(values: tuple[Any, ...]) -> Percentiles | tuple[Percentiles, ...]:
    if isinstance(values[0], tuple):
        return tuple(percentiles_of(sorted(column)) for column in zip(*values, strict=True))
    return percentiles_of(sorted(values))


def places(calculator: Calculator, raw: dict[str, Any]) -> list[tuple[str, Number]]:
    """Return the form name and field of every number that the case shows."""
    shown = [slot for slot in calculator.slots if not slot.field.only or raw[calculator.case] in slot.field.only]
    plain = [(slot.name, slot.field) for slot in shown]
    in_rows = [
        (f"{slot.name}.{index}.{inner.name}", inner.field)
        for slot in shown
        if isinstance(slot.field, Rows)
        for index in range(len(raw[slot.name]))
        for inner in slots(slot.field.of)
    ]
    return [(name, field) for name, field in plain + in_rows if isinstance(field, Number)]


def put(raw: dict[str, Any], name: str, value: Any) -> None:
    """Set one input by its name in the form."""
    rows, _, rest = name.partition(".")
    index, _, inner = rest.partition(".")
    if inner:
        raw[rows][int(index)][inner] = value
    else:
        raw[name] = value


@every_calculator
@settings(max_examples=60, **SLOW)
@given(data=st.data())
def test_a_number_beyond_its_bounds_is_refused_at_its_own_field(calculator: Calculator, data: st.DataObject) -> None:
    raw = data.draw(drawn_inputs(calculator))
    there = places(calculator, raw)
    if not there:
        return
    name, field = data.draw(st.sampled_from(there))
    step = data.draw(st.sampled_from([1.0, 1000.0, 1e12]))
    below = data.draw(st.booleans())
    put(raw, name, field.ge - step if below else field.le + step)
    _, errors = calculator.read(raw)
    assert (name, "too-small" if below else "too-large") in [(error.field, error.code) for error in errors]


nonsense = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=30)
    | st.sampled_from(
        ["", "1.234,56", "30.000", "1 200 300", "7:30", "0.25", "$1,200", "١٢٠", "1e309", "NaN", "-1", "\ud800", "²", "1" * 50]
    ),
    lambda inner: (
        st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=6) | st.sampled_from(["low", "typical", "high"]), inner, max_size=4)
    ),
    max_leaves=10,
)


@every_calculator
@settings(max_examples=100, **SLOW)
@given(data=st.data())
def test_nonsense_in_a_field_is_accepted_or_refused_there(calculator: Calculator, data: st.DataObject) -> None:
    raw = data.draw(drawn_inputs(calculator))
    names = [slot.name for slot in calculator.slots]
    names += [
        f"{slot.name}.{index}.{inner.name}"
        for slot in calculator.slots
        if isinstance(slot.field, Rows)
        for index in range(len(raw[slot.name]))
        for inner in slots(slot.field.of)
    ]
    put(raw, data.draw(st.sampled_from(names)), data.draw(nonsense))
    answer = strict(bridge.run(request(calculator, raw)))
    assert "failed" not in answer, answer["failed"]
    if "errors" in answer:
        assert refuses_by_name(calculator, answer["errors"])
    else:
        assert answer["figures"]


@every_calculator
@settings(max_examples=30, **SLOW)
@given(data=st.data())
def test_the_same_request_gets_the_same_answer(calculator: Calculator, data: st.DataObject) -> None:
    text = request(calculator, data.draw(drawn_inputs(calculator)))
    assert bridge.run(text) == bridge.run(text)
