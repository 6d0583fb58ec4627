"""Scenarios: up to four sets of inputs side by side, with what differs between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..calculator import Calculator, Outcome
from .vary import knobs

MOST = 4
"""Scenarios that fit side by side and can still be compared."""


@dataclass(frozen=True)
class Line:
    """One figure (or one input) of all scenarios. `differs` marks those that are not alike."""

    name: str
    label: str
    texts: tuple[str, ...]
    values: tuple[Any, ...]
    differs: bool


@dataclass(frozen=True)
class Comparison:
    """Named outcomes side by side: the inputs that differ, and every plain figure."""

    names: tuple[str, ...]
    inputs: tuple[Line, ...]
    figures: tuple[Line, ...]


def compare(calculator: Calculator, named: Sequence[tuple[str, Any]], day: date) -> Comparison:
    """Evaluate each set of inputs and set them side by side.

    Raises:
        ValueError: for none, or more than four.
    """
    if not 1 <= len(named) <= MOST:
        raise ValueError(f"Compare from 1 to {MOST} scenarios.")
    outcomes = [calculator.outcome(inputs, day, ranges=False) for _, inputs in named]
    return Comparison(tuple(name for name, _ in named), _inputs(calculator, named), _figures(outcomes))


def _inputs(calculator: Calculator, named: Sequence[tuple[str, Any]]) -> tuple[Line, ...]:
    turned = [{knob.name: knob for knob in knobs(calculator, inputs)} for _, inputs in named]
    names = dict.fromkeys(name for each in turned for name in each)
    lines = []
    for name in names:
        found = [each.get(name) for each in turned]
        values = tuple(knob.value if knob else None for knob in found)
        if len(set(values)) > 1:
            label = next(knob.label for knob in found if knob)
            texts = tuple(knob.field.write(knob.value) if knob else "—" for knob in found)
            lines.append(Line(name, label, texts, values, differs=True))
    return tuple(lines)


def _figures(outcomes: Sequence[Outcome]) -> tuple[Line, ...]:
    lines = []
    shared = [{one.name for one in outcome.calculator.figures} for outcome in outcomes]
    for one in outcomes[0].calculator.figures:
        unit = one.unit
        if unit is None or one.rows or one.step or not all(one.name in names for names in shared):
            continue
        values = tuple(None if outcome[one.name] is None else unit.rounded(outcome[one.name]) for outcome in outcomes)
        texts = tuple("—" if outcome[one.name] is None else unit.write(outcome[one.name]) for outcome in outcomes)
        lines.append(Line(one.name, one.label, texts, values, differs=len(set(values)) > 1))
    return tuple(lines)
