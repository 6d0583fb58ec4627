"""Python in the browser answers as Python here does: the very archive that the site ships, in Node, against the sources."""

import json
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
Question = tuple[str, str, str]
"""The calculator's id, the door of the bridge, the request."""


def _request(calculator: str, inputs: Any, **more: Any) -> str:
    return json.dumps({"calculator": calculator, "inputs": inputs, "as_of": DAY, **more}, ensure_ascii=False)


def _what_ifs(calculator: Calculator, dice: SeededDice) -> list[Question]:
    """A few requests of each kind of what if: goals at, near and far from what the first inputs give, ranges, scenarios, refusals."""
    inputs = calculator.inputs()
    known, wanted = numeric_inputs(calculator, inputs), list(targets(calculator, inputs).values())
    outcome = calculator.outcome(inputs, date.fromisoformat(DAY), ranges=False)
    asked: list[dict[str, Any]] = [{"kind": "sensitivity"}, {"kind": "range"}, {"kind": "magic"}]
    for _ in range(SEEKS):
        target = dice.pick(wanted)
        goal = target.unit.rounded((target.of(outcome.value(target.figure)) or 0.0) * dice.pick([0.9, 1.2, -5.0]) + dice.pick([0.0, 1.0]))
        asked.append(
            {"kind": "seek", "figure": target.name, "goal": goal, "by": dice.pick([*[knob.name for knob in known], "no-such-field"])}
        )
    for knob in known[:: max(1, len(known) // SPREADS)][:SPREADS]:
        ends = sorted(min(max(knob.value * by, knob.field.ge), knob.field.le) for by in (0.5, 1.0, 1.5))
        parts = [knob.field.typed(round(end) if knob.field.whole else end) for end in ends]
        asked.append({"kind": "range", "estimates": {knob.name: dict(zip(("low", "typical", "high"), parts, strict=True))}})
    scenarios = [{"name": f"No. {each}", "inputs": inputs_of(calculator, dice)} for each in range(3)]
    asked += [{"kind": "compare", "scenarios": scenarios}, {"kind": "compare", "scenarios": [*scenarios, *scenarios]}]
    panel = {"seek": asked[3], "range": {"input": known[0].name, "low": "1", "high": "x"}, "scenarios": [{"inputs": {}}, *scenarios]}
    return [
        *((calculator.id, "explore", _request(calculator.id, {}, explore=question)) for question in asked),
        (calculator.id, "explore_page", _request(calculator.id, {}, explore=panel)),
    ]


def _questions() -> list[Question]:
    """For each calculator 200 drawn inputs, every other one as typed; its first page, a refusal, and what links lend it; and what if."""
    found: list[Question] = []
    for number, calculator in enumerate(CATALOGUE):
        dice = SeededDice(SEED + number)
        for each in range(EACH):
            raw = inputs_of(calculator, dice)
            found.append((calculator.id, "run", _request(calculator.id, as_typed(calculator.slots, raw) if each % 2 else raw)))
        book = {"calculators": {other.id: {"inputs": bridge.defaults(other)} for other in CATALOGUE if other is not calculator}}
        found += [
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
        json.dumps({"app": "ultimate-gig", "schema": 1, "calculators": {}}),
    ]
    return [*found, *[("workbook", "open_workbook", book) for book in books]]


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Question, str, str]]:
    """Each question with what the sources say here and what the archive says there."""
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
        for (name, asked, request), here, there in pairs
        if name == about and asked == door and here != there
    ]


def _part(text: str, other: str) -> str:
    """The text from shortly before the place at which the other one departs from it."""
    at = next((i for i, (a, b) in enumerate(zip(text, other, strict=False)) if a != b), min(len(text), len(other)))
    return text[max(0, at - 60) : at + 60]


@pytest.mark.parametrize("name", [calculator.id for calculator in CATALOGUE])
def test_two_hundred_drawn_inputs_get_the_same_answer_in_the_browser_s_python(pairs: list[tuple[Question, str, str]], name: str) -> None:
    assert sum(1 for (about, door, _), _, _ in pairs if about == name and door == "run") > EACH
    differing = _differences(pairs, name, "run")
    assert not differing, f"{len(differing)} differ, the first:\n{differing[0]}"


@pytest.mark.parametrize("name", [calculator.id for calculator in CATALOGUE])
def test_a_page_has_the_same_html_and_charts_in_the_browser_s_python(pairs: list[tuple[Question, str, str]], name: str) -> None:
    differing = _differences(pairs, name, "page")
    assert not differing, f"{len(differing)} differ, the first:\n{differing[0]}"


@pytest.mark.parametrize("name", [calculator.id for calculator in CATALOGUE])
def test_what_if_has_the_same_answers_and_panel_in_the_browser_s_python(pairs: list[tuple[Question, str, str]], name: str) -> None:
    answers = [json.loads(here) for (about, door, _), here, _ in pairs if about == name and door == "explore"]
    assert sum("explore" in answer for answer in answers) > SEEKS / 2
    differing = _differences(pairs, name, "explore") + _differences(pairs, name, "explore_page")
    assert not differing, f"{len(differing)} differ, the first:\n{differing[0]}"


def test_a_workbook_is_opened_or_refused_alike(pairs: list[tuple[Question, str, str]]) -> None:
    assert _differences(pairs, "workbook", "open_workbook") == []


@pytest.mark.parametrize("name", ["time-audit", "inventory", "leverage-income", "equalizer"])
def test_most_of_what_was_drawn_was_computed_and_not_refused(pairs: list[tuple[Question, str, str]], name: str) -> None:
    answers = [json.loads(here) for (about, door, _), here, _ in pairs if about == name and door == "run"]
    assert sum("errors" not in answer for answer in answers) > 0.9 * len(answers)
