"""Generated requests: each is answered with an outcome or a typed error, within a second and in bounded memory.

`python3 build.py test --fuzz` draws 100,000 for CPython and 5,000 for Python in the browser, each day others; the whole suite draws a few
thousand, always the same. A request that failed once belongs into corpus.json, and is tried again each time.
"""

from __future__ import annotations

import contextlib
import json
import math
import os
import random
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from calculators.engine.notation import NOTATIONS, in_notation
from calculators.engine.number_text import ANY, Expected, NumberError, read_list_text, read_number_text
from pipeline import runtime
from pipeline.environment import node
from tests.fuzz.requests import DOORS, RAW, TEXTS, Mutator, requests

WHOLE = "UG_FUZZ" in os.environ
COUNT, IN_BROWSER = (100_000, 5_000) if WHOLE else (2_500, 0)
SEED = int(time.time()) // 86_400 if WHOLE else 314
"""One for each day, or always the same."""
CORPUS = Path(__file__).with_name("corpus.json")
ASK = Path(__file__).parents[1] / "parity" / "ask.mjs"
LONGEST_S = 1.0
MOST_GROWTH_MB = 400


def problem_with(answer: str) -> str:
    """Return what is wrong with an answer, or ""."""

    def refuse(constant: str) -> None:
        raise ValueError(f"{constant} in an answer")

    try:
        parsed = json.loads(answer, parse_constant=refuse)
    except ValueError as error:
        return f"not JSON: {error}"
    if not isinstance(parsed, dict):
        return "not an object"
    if "failed" in parsed:
        return f"a fault: {parsed['failed']}"
    errors: list[Any] = [*(parsed.get("errors") or []), *([parsed["problem"]] if "problem" in parsed else [])]
    return "" if all(error.get("code") and error.get("message") for error in errors) else "an error without code or message"


def answered(door: str, text: str) -> str:
    """Call a function of the bridge, and return what is wrong with how it answered, or ""."""
    begun = time.process_time()
    try:
        answer = DOORS[door](text)
    except Exception as error:  # noqa: BLE001 - any exception is what is looked for
        return f"raised {type(error).__name__}: {error}"
    took = time.process_time() - begun
    return f"took {took:.1f} s" if took > LONGEST_S else problem_with(answer)


def report(failures: list[tuple[str, str, str]]) -> str:
    return "\n".join(f"{problem}\n  {door} {text[:2_000]}" for door, text, problem in failures[:5])


def test_each_drawn_request_is_answered() -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    failures = [(door, text, problem) for door, text in requests(SEED, COUNT) if (problem := answered(door, text))]
    assert not failures, f"{len(failures)} of seed {SEED}; put what is mended into {CORPUS.name}\n{report(failures)}"
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / (1024 if sys.platform != "darwin" else 1024**2)
    assert grown < MOST_GROWTH_MB


def test_requests_that_failed_once_are_answered() -> None:
    corpus = json.loads(CORPUS.read_text("utf-8"))
    failures = [(door, text, problem) for door, text in corpus if (problem := answered(door, text))]
    assert not failures, report(failures)


def test_each_typed_number_is_read_or_refused() -> None:
    """Numbers in every notation, alone and in lists, whole and with pieces changed."""
    change, dice = Mutator(SEED), random.Random(SEED)
    boxes = (ANY, Expected(), Expected(0, 24, unit="hours", clock=True), Expected(0, 1, percent=True), Expected(fewest=3, money=True))
    for _ in range(COUNT):
        text = dice.choice(TEXTS) if dice.random() < 0.3 else f"{dice.uniform(-10, 10) * 10 ** dice.randrange(9):,.{dice.randrange(4)}f}"
        for _ in range(dice.randrange(3)):
            text = change.text(text)
        if dice.random() < 0.02:
            text += dice.choice(RAW)
        begun = time.process_time()
        with in_notation(dice.choice(NOTATIONS)):
            for read in (read_number_text, read_list_text):
                with contextlib.suppress(NumberError):
                    value = read(text, dice.choice(boxes))
                    assert all(map(math.isfinite, value if isinstance(value, tuple) else [value]))
        assert time.process_time() - begun < LONGEST_S, text[:200]


@pytest.mark.skipif(not WHOLE, reason="takes minutes; tests/parity compares the same Python each time")
def test_python_in_the_browser_answers_too(tmp_path: Path) -> None:
    drawn = [(door, text) for door, text in requests(SEED + 1, IN_BROWSER) if "\\ud8" not in text and text.isprintable()]
    folder = runtime.build_runtime()
    archive = folder / json.loads((folder / "manifest.json").read_text("utf-8"))["stdlib"]
    questions, answers = tmp_path / "questions.json", tmp_path / "answers.json"
    questions.write_text(json.dumps(drawn), "utf-8")
    subprocess.run([str(node()), str(ASK), str(archive), str(questions), str(answers)], check=True)
    wrong = [
        (*request, problem)
        for request, answer in zip(drawn, json.loads(answers.read_text("utf-8")), strict=True)
        if (problem := problem_with(answer))
    ]
    assert not wrong, report(wrong)
