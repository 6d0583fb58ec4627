"""Inputs from public bug reports of other programs (reported.toml): each is answered correctly, or refused with a reason."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from calculators import bridge

CASES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("reported.toml").read_text("utf-8"))["case"]
THREAD = re.compile(r"[\w.-]+/[\w.-]+#\d+")


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_reported_input_is_answered_correctly(case: dict[str, Any]) -> None:
    answer = json.loads(bridge.run(json.dumps({"calculator": case["calculator"], "inputs": case["inputs"], "as_of": "2026-11-28"})))
    assert {error["field"]: error["code"] for error in answer.get("errors", [])} == case.get("errors", {})
    assert {name: answer["figures"][name] for name in case.get("figures", {})} == case.get("figures", {})
    assert len({answer["figures"][name] for name in case.get("same", [])}) == ("same" in case)


def test_every_case_has_its_report_and_the_correct_answer() -> None:
    for case in CASES:
        assert THREAD.fullmatch(case["report"])
        assert sum(key in case for key in ("figures", "errors", "same")) == 1
    assert len({case["id"] for case in CASES}) == len(CASES)
