"""Calculators whose texts are attacks, and the HTML that Python writes for them."""

from __future__ import annotations

import copy
import functools
import json
from typing import Any

from calculators import CATALOGUE, bridge
from calculators.engine.calculator import Calculator
from calculators.engine.fields import Rows, Text, slots
from tests.fuzz.attacks import ATTACKS
from tests.properties.drawing import SeededDice, as_typed, inputs_of

Place = tuple[str, ...]
"""Where a text goes: a field, or a list and a column of it."""

TOGETHER = 24
"""Attacks in one request."""


def answers(calculator: Calculator, inputs: dict[str, Any]) -> str:
    """Return all HTML that Python writes for these inputs."""
    request = {"calculator": calculator.id, "inputs": inputs, "as_of": "2026-11-29"}
    page = json.loads(bridge.page(json.dumps(request)))
    panel = json.loads(bridge.explore_page(json.dumps({**request, "explore": {"scenarios": [{"name": ATTACKS[3], "inputs": inputs}]}})))
    assert "failed" not in page
    return page.get("outcome", {}).get("html", "") + page.get("summary", "") + panel.get("panel", {}).get("html", "")


def places(calculator: Calculator, kind: type) -> list[Place]:
    own = [(slot.name,) for slot in calculator.slots if isinstance(slot.field, kind)]
    lists = [slot for slot in calculator.slots if isinstance(slot.field, Rows)]
    return own + [(slot.name, column.name) for slot in lists for column in slots(slot.field.of) if isinstance(column.field, kind)]


def filled(calculator: Calculator, base: dict[str, Any], kind: type, texts: tuple[str, ...], shorten: bool) -> dict[str, Any]:
    """Put the texts into all fields of a kind: one into each row, whose list grows as needed."""
    inputs = copy.deepcopy(base)
    for place in places(calculator, kind):
        field: Any = next(slot.field for slot in calculator.slots if slot.name == place[0])
        if len(place) == 1:
            inputs[place[0]] = texts[0][: field.longest] if shorten else texts[0]
            continue
        longest = next(slot.field for slot in slots(field.of) if slot.name == place[1])
        rows = inputs[place[0]]
        while rows and len(rows) < min(len(texts), field.maximum):
            rows.append(copy.deepcopy(rows[0]))
        for row, text in zip(rows, texts, strict=False):
            row[place[1]] = text[: longest.longest] if shorten else text
    return inputs


def with_full_lists(calculator: Calculator) -> dict[str, Any]:
    """Return valid inputs with as many rows as can be drawn."""
    bases = [inputs_of(calculator, SeededDice(seed)) for seed in range(30)]
    return max(bases, key=lambda raw: sum(len(value) for value in raw.values() if isinstance(value, list)))


def attacked_inputs(calculator: Calculator) -> list[dict[str, Any]]:
    """Return valid inputs, typed, with the attacks in all texts, a few in each."""
    base = with_full_lists(calculator)
    chunks = [ATTACKS[first : first + TOGETHER] for first in range(0, len(ATTACKS), TOGETHER)]
    return [as_typed(calculator.slots, filled(calculator, base, Text, texts, shorten=True)) for texts in chunks]


@functools.cache
def attacked_pages() -> dict[str, str]:
    """Return the HTML of each calculator that has texts, for all attacks."""
    having = [calculator for calculator in CATALOGUE if places(calculator, Text)]
    return {calculator.id: "".join(answers(calculator, inputs) for inputs in attacked_inputs(calculator)) for calculator in having}
