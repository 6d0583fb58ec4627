"""Scenarios: up to four sets of inputs side by side, with what differs between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..calculator import Calculator, Outcome
from ..fields import Choice, Field, Rows, Slot, slots
from .perturbation import row_title, single_figures

MOST = 4
"""Scenarios that fit side by side and can still be compared."""
ABSENT = "—"


@dataclass(frozen=True)
class Line:
    """One figure (or one input) of all scenarios; a value is None where a scenario has none. `differs` marks those that are not alike."""

    name: str
    label: str
    texts: tuple[str, ...]
    values: tuple[Any, ...]
    differs: bool


@dataclass(frozen=True)
class Comparison:
    """Named outcomes side by side: the inputs that differ, and every single figure that all of them have."""

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
    return Comparison(tuple(name for name, _ in named), _inputs(calculator, [inputs for _, inputs in named]), _figures(outcomes))


@dataclass(frozen=True)
class _Given:
    """One input as it is filled in. `title` names its row."""

    field: Field
    value: Any
    title: str = ""
    place: str = ""


def _inputs(calculator: Calculator, forms: Sequence[Any]) -> tuple[Line, ...]:
    """The inputs that are not alike, in the order of the form."""
    given = [dict(_walk(calculator, inputs)) for inputs in forms]
    asked = [name for slot in calculator.slots for name in _names(slot, given)]
    found = []
    for name in asked:
        cells = [form.get(name) for form in given]
        values = tuple(None if cell is None else cell.value for cell in cells)
        if any(value != values[0] for value in values):
            texts = tuple(ABSENT if cell is None else _text(cell) for cell in cells)
            found.append(Line(name, _label([cell for cell in cells if cell is not None]), texts, values, differs=True))
    return tuple(found)


def _names(slot: Slot, given: Sequence[dict[str, _Given]]) -> list[str]:
    """The form's names under one slot, in any of the forms; rows in their order."""
    names = dict.fromkeys(name for form in given for name in form if name.partition(".")[0] == slot.name)
    return sorted(names, key=lambda name: int(name.split(".")[1])) if isinstance(slot.field, Rows) else list(names)


def _walk(calculator: Calculator, inputs: Any) -> Iterator[tuple[str, _Given]]:
    """Every input that the form asks for, rows one by one."""
    for slot in calculator.asked(inputs):
        value = getattr(inputs, slot.name)
        if not isinstance(slot.field, Rows):
            yield slot.name, _Given(slot.field, value)
            continue
        for index, row in enumerate(value):
            title, place = row_title(slot.field, row, index), f"{slot.field.item[:1].upper()}{slot.field.item[1:]} {index + 1}"
            for inner in slots(slot.field.of):
                yield f"{slot.name}.{index}.{inner.name}", _Given(inner.field, getattr(row, inner.name), title, place)


def _label(cells: Sequence[_Given]) -> str:
    first = cells[0]
    row = first.title if all(cell.title == first.title for cell in cells) else first.place
    return f"{row}: {first.field.label}" if row else first.field.label


def _text(cell: _Given) -> str:
    """An input for the eye; an estimate with all three of its numbers, unless they are one."""
    value, write = cell.value, cell.field.write
    if not hasattr(value, "typical"):
        return write(value) or (ABSENT if isinstance(cell.field, Choice) else "")
    return write(value.typical) if value.low == value.high else f"{write(value.low)} – {write(value.typical)} – {write(value.high)}"


def _figures(outcomes: Sequence[Outcome]) -> tuple[Line, ...]:
    """The single figures that all outcomes have, each in its own outcome's unit: a currency can differ."""
    units = [single_figures(outcome.calculator) for outcome in outcomes]
    lines = []
    for one in outcomes[0].calculator.figures:
        if not all(one.name in each for each in units):
            continue
        pairs = [(each[one.name], outcome[one.name]) for each, outcome in zip(units, outcomes, strict=True)]
        values = tuple(None if value is None else unit.rounded(value) for unit, value in pairs)
        texts = tuple(ABSENT if value is None else unit.write(value) for unit, value in pairs)
        lines.append(Line(one.name, one.label, texts, values, differs=len({*values}) > 1 or len({*texts}) > 1))
    return tuple(lines)
