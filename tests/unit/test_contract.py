"""Each calculator's inputs and figures are what tests/contract/ says: a bound, a default or an example changes only on purpose."""

import tomllib
from typing import Any

import pytest

from calculators import CATALOGUE
from calculators.engine.schema import schema
from pipeline import contract

FILES = sorted(contract.FOLDER.glob("*.toml"))


def test_the_contract_is_of_every_published_calculator() -> None:
    assert {path.stem for path in FILES} <= {calculator.id for calculator in CATALOGUE}
    assert len(FILES) >= 14


@pytest.mark.parametrize("calculator", [c for c in CATALOGUE if contract.path(c) in FILES], ids=lambda c: c.id)
def test_a_calculator_keeps_its_contract(calculator: Any) -> None:
    kept = contract.path(calculator).read_text("utf-8").splitlines()
    assert contract.text(calculator).splitlines() == kept, "if that is on purpose: python -m pipeline.contract, and a line in CHANGELOG.md"


@pytest.mark.parametrize("calculator", [c for c in CATALOGUE if contract.path(c) in FILES], ids=lambda c: c.id)
def test_a_schema_has_the_bounds_of_the_contract(calculator: Any) -> None:
    inputs = tomllib.loads(contract.path(calculator).read_text("utf-8"))["inputs"]
    properties: Any = schema(calculator)["properties"]
    for name, kept in inputs.items():
        list_name, _, inner = name.partition(".*.")
        known = properties[list_name]["items"]["properties"][inner] if inner else properties.get(name)
        if known is None or kept["kind"] in {"Day", "Choices", "Timetable"}:
            continue
        if kept["kind"] == "Rows":
            assert (known["minItems"], known["maxItems"]) == (kept["minimum"], kept["maximum"])
        elif kept["kind"] == "Choice":
            assert known["enum"] == kept["options"]
        elif "anyOf" not in known:
            assert known["maxLength"] == kept["longest"]
        else:
            number = next(branch for branch in known["anyOf"] if branch["type"] in {"number", "integer", "array", "object"})
            if kept["kind"] == "NumberList":
                assert (number["minItems"], number["maxItems"]) == (kept["fewest"], kept["most"])
                assert known["anyOf"][1]["maxLength"] == kept["longest"]
                number = number["items"]
            elif "estimate" in kept:
                assert number["required"] == ["low", "typical", "high"]
                number = number["properties"]["typical"]["anyOf"][0]
            assert (number["minimum"], number["maximum"]) == (kept["ge"], kept["le"])
            assert number["type"] == ("integer" if "whole" in kept else "number")
