"""The JSON Schema of each calculator: its defaults are valid, and it accepts and rejects what the calculator does."""

import json
from typing import Any

import pytest

from calculators import CATALOGUE, bridge
from calculators.engine.schema import schema
from calculators.engine.validation import validate

KNOWN = {
    "$schema", "title", "description", "type", "additionalProperties", "properties", "default", "anyOf", "minimum", "maximum",
    "minItems", "maxItems", "items", "enum", "uniqueItems", "maxLength", "minLength", "required", "x-unit",
}  # fmt: skip
TYPES: dict[str, Any] = {"object": dict, "array": list, "string": str, "number": (int, float), "integer": int}


def fits(value: Any, rule: dict[str, Any]) -> bool:
    """Validate against the subset of JSON Schema in use; an unknown keyword fails."""
    assert set(rule) <= KNOWN, set(rule) - KNOWN
    if "type" in rule and (not isinstance(value, TYPES[rule["type"]]) or isinstance(value, bool)):
        return False
    if "anyOf" in rule and not any(fits(value, branch) for branch in rule["anyOf"]):
        return False
    if "enum" in rule and value not in rule["enum"]:
        return False
    if isinstance(value, str) and not rule.get("minLength", 0) <= len(value) <= rule.get("maxLength", 10**9):
        return False
    if isinstance(value, int | float) and not rule.get("minimum", value) <= value <= rule.get("maximum", value):
        return False
    if isinstance(value, list):
        if not rule.get("minItems", 0) <= len(value) <= rule.get("maxItems", 10**9):
            return False
        if rule.get("uniqueItems") and len(set(map(str, value))) != len(value):
            return False
        return all(fits(item, rule.get("items", {})) for item in value)
    if isinstance(value, dict):
        properties = rule.get("properties", {})
        if rule.get("additionalProperties") is False and set(value) - set(properties):
            return False
        return set(rule.get("required", ())) <= set(value) and all(fits(inner, properties.get(name, {})) for name, inner in value.items())
    return True


@pytest.fixture(params=CATALOGUE, ids=lambda c: c.id)
def calculator(request: pytest.FixtureRequest) -> Any:
    return request.param


def test_schema_is_json_with_every_input_and_label(calculator: Any) -> None:
    whole = schema(calculator)
    assert json.loads(json.dumps(whole, allow_nan=False)) == whole
    assert set(whole["properties"]) == {slot.name for slot in calculator.slots}
    for slot in calculator.slots:
        assert whole["properties"][slot.name]["title"] == slot.field.label


def test_every_default_in_a_schema_fits_it_and_is_accepted(calculator: Any) -> None:
    whole = schema(calculator)
    first = {name: described["default"] for name, described in whole["properties"].items()}
    assert fits(first, whole)
    inputs, errors = validate(calculator.inputs, first)
    assert errors == []
    assert inputs == calculator.inputs()


def test_the_first_inputs_as_typed_fit_the_schema(calculator: Any) -> None:
    assert fits(bridge.defaults(calculator), schema(calculator))


def test_values_outside_schema_bounds_are_refused(calculator: Any) -> None:
    whole = schema(calculator)
    for name, described in whole["properties"].items():
        for branch in described.get("anyOf", []):
            for bound, beyond in (("minimum", -1), ("maximum", 1)):
                if bound in branch:
                    assert validate(calculator.inputs, {name: branch[bound]})[1] == []
                    value = branch[bound] + beyond
                    assert not fits(value, {**described, "anyOf": [branch]})
                    assert [error.field for error in validate(calculator.inputs, {name: value})[1]] == [name]


def test_schema_rejects_an_unknown_field(calculator: Any) -> None:
    assert not fits({"no-such-field": 1}, schema(calculator))
