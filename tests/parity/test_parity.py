"""Python in the browser gives the same answers: the site's archive in Node against the sources in CPython."""

import json
import math
import re
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from calculators import CATALOGUE, bridge
from calculators.engine.analysis.perturbation import numeric_inputs, targets
from calculators.engine.calculator import Calculator
from pipeline import runtime
from pipeline.environment import node
from tests.properties.drawing import SeededDice, as_typed, inputs_of

ASK = Path(__file__).with_name("ask.mjs")
EACH = 200
SEEKS, SPREADS = 6, 2
SEED = 314
DAY = "2026-11-23"
NUMBER = re.compile(r"(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)")
Question = tuple[str, str, str]
"""The calculator's id, the function of the bridge, and the request."""


def _request(calculator: str, inputs: Any, **more: Any) -> str:
    return json.dumps({"calculator": calculator, "inputs": inputs, "as_of": DAY, **more}, ensure_ascii=False)


def _what_ifs(calculator: Calculator, dice: SeededDice) -> list[Question]:
    """A few requests of each kind of what if: goals at, near and far from what the first inputs give, ranges, scenarios, refusals."""
    inputs = calculator.inputs()
    known, wanted = numeric_inputs(calculator, inputs), list(targets(calculator, inputs).values())
    outcome = calculator.outcome(inputs, date.fromisoformat(DAY), ranges=False)
    questions: list[dict[str, Any]] = [{"kind": "sensitivity"}, {"kind": "range"}, {"kind": "magic"}]
    for _ in range(SEEKS):
        target = dice.pick(wanted)
        goal = target.unit.rounded((target.of(outcome.value(target.figure)) or 0.0) * dice.pick([0.9, 1.2, -5.0]) + dice.pick([0.0, 1.0]))
        questions.append(
            {"kind": "seek", "figure": target.name, "goal": goal, "by": dice.pick([*[knob.name for knob in known], "no-such-field"])}
        )
    for knob in known[:: max(1, len(known) // SPREADS)][:SPREADS]:
        ends = sorted(min(max(knob.value * by, knob.field.ge), knob.field.le) for by in (0.5, 1.0, 1.5))
        parts = [knob.field.typed(round(end) if knob.field.whole else end) for end in ends]
        questions.append({"kind": "range", "estimates": {knob.name: dict(zip(("low", "typical", "high"), parts, strict=True))}})
    scenarios = [{"name": f"No. {each}", "inputs": inputs_of(calculator, dice)} for each in range(3)]
    questions += [{"kind": "compare", "scenarios": scenarios}, {"kind": "compare", "scenarios": [*scenarios, *scenarios]}]
    panel = {"seek": questions[3], "range": {"input": known[0].name, "low": "1", "high": "x"}, "scenarios": [{"inputs": {}}, *scenarios]}
    return [
        *((calculator.id, "explore", _request(calculator.id, {}, explore=question)) for question in questions),
        (calculator.id, "explore_page", _request(calculator.id, {}, explore=panel)),
    ]


def _questions() -> list[Question]:
    """Return, for each calculator, 200 drawn inputs (every other one typed), its first page, a refusal, prefills, and what-if requests."""
    questions: list[Question] = []
    for number, calculator in enumerate(CATALOGUE):
        dice = SeededDice(SEED + number)
        for each in range(EACH):
            raw = inputs_of(calculator, dice)
            questions.append((calculator.id, "run", _request(calculator.id, as_typed(calculator.slots, raw) if each % 2 else raw)))
        book = {"calculators": {other.id: {"inputs": bridge.defaults(other)} for other in CATALOGUE if other is not calculator}}
        questions += [
            (calculator.id, "page", _request(calculator.id, {})),
            *((calculator.id, "page", _request(calculator.id, {calculator.case: case})) for case in calculator.cases),
            (calculator.id, "page", _request(calculator.id, {"no-such-field": "1.234,56"})),
            (calculator.id, "page", _request(calculator.id, {}, workbook=book)),
            (calculator.id, "run", _request(calculator.id, {}, as_of="2035-01-01")),
            *_what_ifs(calculator, dice),
        ]
    books = [
        "{",
        "{}",
        json.dumps({"app": "ultimate-gig", "schema": 99}),
        json.dumps({"app": "ultimate-gig", "schema": 2, "calculators": {}}),
    ]
    return [*questions, *[("workbook", "open_workbook", book) for book in books]]


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Question, str, str]]:
    """Pair each request with the answers of the sources and of the archive."""
    folder = runtime.build_runtime()
    archive = folder / json.loads((folder / "manifest.json").read_text("utf-8"))["stdlib"]
    questions = _questions()
    scratch = tmp_path_factory.mktemp("parity")
    (scratch / "questions.json").write_text(json.dumps([[door, request] for _, door, request in questions]), "utf-8")
    subprocess.run(
        [str(node()), str(ASK), str(archive), str(scratch / "questions.json"), str(scratch / "answers.json")], check=True, timeout=600
    )
    there = json.loads((scratch / "answers.json").read_text("utf-8"))
    here = [str(getattr(bridge, door)(request)) for _, door, request in questions]
    return list(zip(questions, here, there, strict=True))


def _differences(pairs: list[tuple[Question, str, str]], about: str, door: str) -> list[str]:
    return [
        f"{request}\n  here:  {_part(here, there)}\n  there: {_part(there, here)}"
        for (name, entry, request), here, there in pairs
        if name == about and entry == door and not _agree(here, there)
    ]


def _agree(here: str, there: str) -> bool:
    """Whether two answers are equal but for the last digits of a float: C libraries differ in those of a power.

    Ten billion dollars have to agree to the cent.
    """
    if here == there:
        return True
    mine, other = (NUMBER.split(text) for text in (here, there))
    if len(mine) != len(other) or mine[::2] != other[::2]:
        return False
    return all(math.isclose(float(a), float(b), rel_tol=1e-12) for a, b in zip(mine[1::2], other[1::2], strict=True))


def _part(text: str, other: str) -> str:
    """Return the text from shortly before its first difference."""
    at = next((i for i, (a, b) in enumerate(zip(text, other, strict=False)) if a != b), min(len(text), len(other)))
    return text[max(0, at - 60) : at + 60]


@pytest.mark.parametrize("name", [calculator.id for calculator in CATALOGUE])
def test_drawn_inputs_get_equal_answers_in_both_pythons(pairs: list[tuple[Question, str, str]], name: str) -> None:
    """Two hundred drawn inputs get the same answer in the browser's Python as here."""
    assert sum(1 for (about, door, _), _, _ in pairs if about == name and door == "run") > EACH
    differing = _differences(pairs, name, "run")
    assert not differing, f"{len(differing)} differ, the first:\n{differing[0]}"


@pytest.mark.parametrize("name", [calculator.id for calculator in CATALOGUE])
def test_pages_are_equal_in_both_pythons(pairs: list[tuple[Question, str, str]], name: str) -> None:
    differing = _differences(pairs, name, "page")
    assert not differing, f"{len(differing)} differ, the first:\n{differing[0]}"


@pytest.mark.parametrize("name", [calculator.id for calculator in CATALOGUE])
def test_what_if_is_equal_in_both_pythons(pairs: list[tuple[Question, str, str]], name: str) -> None:
    answers = [json.loads(here) for (about, door, _), here, _ in pairs if about == name and door == "explore"]
    assert sum("explore" in answer for answer in answers) > SEEKS / 2
    differing = _differences(pairs, name, "explore") + _differences(pairs, name, "explore_page")
    assert not differing, f"{len(differing)} differ, the first:\n{differing[0]}"


def test_workbooks_are_opened_or_refused_in_both_pythons(pairs: list[tuple[Question, str, str]]) -> None:
    assert _differences(pairs, "workbook", "open_workbook") == []


@pytest.mark.parametrize("name", ["time-audit", "inventory", "leverage-income", "equalizer"])
def test_most_drawn_inputs_are_computed(pairs: list[tuple[Question, str, str]], name: str) -> None:
    answers = [json.loads(here) for (about, door, _), here, _ in pairs if about == name and door == "run"]
    assert sum("errors" not in answer for answer in answers) > 0.9 * len(answers)
