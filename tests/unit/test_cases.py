"""The worked examples of tests/cases: the bridge's answers equal the results computed by hand."""

import json
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from calculators import CATALOGUE, bridge

FOLDER = Path(__file__).parents[1] / "cases"
KEYS = {"name", "source", "inputs", "figures", "rows", "ranges", "within", "errors", "arithmetic"}
DAY = "2026-11-23"


def cases() -> list[Any]:
    rows = []
    for path in sorted(FOLDER.glob("*.toml")):
        file = tomllib.loads(path.read_text("utf-8"))
        rows += [pytest.param(file["calculator"], case, id=f"{path.stem}: {case['name']}") for case in file["case"]]
    return rows


def agrees(worked_out: Any, answered: Any) -> bool:
    """Compare figures exactly, since both sides are rounded; "none" stands for a figure without a value."""
    return answered is None if worked_out == "none" else bool(worked_out == answered)


@pytest.mark.parametrize(("calculator", "case"), cases())
def test_worked_example_agrees_with_the_program(calculator: str, case: dict[str, Any]) -> None:
    answer = json.loads(bridge.run(json.dumps({"calculator": calculator, "inputs": case["inputs"], "as_of": DAY})))
    refused = [{"field": error["field"], "code": error["code"]} for error in answer.get("errors", [])]
    assert refused == case.get("errors", [])
    unknown = set(case.get("figures", {})) - set(answer.get("figures", {}))
    wrong = [f"{name}: {calculator} has no figure of this name" for name in unknown]
    wrong += [
        f"{name}: by hand {value}, answered {answer['figures'][name]}"
        for name, value in case.get("figures", {}).items()
        if name not in unknown and not agrees(value, answer["figures"][name])
    ]
    for rows, worked_out in case.get("rows", {}).items():
        answered = answer["rows"][rows]
        assert len(answered) == len(worked_out), f"{rows}: by hand {len(worked_out)} rows, answered {len(answered)}"
        wrong += [
            f"{rows}.{index}.{name}: by hand {value}, answered {answered[index][name]}"
            for index, row in enumerate(worked_out)
            for name, value in row.items()
            if not agrees(value, answered[index][name])
        ]
    for name, spread in case.get("ranges", {}).items():
        wrong += [
            f"{name}.{part}: by hand {value}, answered {answer['ranges'][name][part]}"
            for part, value in spread.items()
            if abs(answer["ranges"][name][part] - value) > case.get("within", 0)
        ]
    if wrong:
        pytest.fail("\n".join([f"{calculator}: {case['name']}", *wrong, case["arithmetic"]]), pytrace=False)


def test_every_calculator_has_at_least_six_worked_examples() -> None:
    counts = Counter(parameters.values[0] for parameters in cases())
    assert {calculator.id: counts[calculator.id] for calculator in CATALOGUE if counts[calculator.id] < 6} == {}


@pytest.mark.parametrize(("calculator", "case"), cases())
def test_worked_example_has_name_source_and_arithmetic(calculator: str, case: dict[str, Any]) -> None:
    assert not set(case) - KEYS, f"{calculator} has no {set(case) - KEYS}"
    assert case["source"]
    assert " " in case["name"]
    assert not case["name"].endswith(".")
    assert case["arithmetic"].strip()
    assert case.get("figures") or case.get("errors")
    assert not (case.get("figures") and case.get("errors"))


def test_names_of_worked_examples_are_unique_in_a_file() -> None:
    names = [parameters.id for parameters in cases()]
    assert len(set(names)) == len(names)
