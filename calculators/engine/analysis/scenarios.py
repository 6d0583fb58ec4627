"""Scenarios: up to four sets of inputs side by side, with the differences between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from ..calculator import Calculator, Outcome
from ..fields import Choice, Estimate, Field, Rows, Slot, slots
from .perturbation import row_title, single_figures

MOST = 4
"""Scenarios that fit side by side and can still be compared."""
ABSENT = "—"


@dataclass(frozen=True)
class Line:
    """One figure (or one input) of all scenarios; a value is None where a scenario has none. `differs` marks those that are not equal."""

    name: str
    label: str
    texts: tuple[str, ...]
    values: tuple[object, ...]
    differs: bool


@dataclass(frozen=True)
class Comparison:
    """Named outcomes side by side: the inputs that differ, and every single figure that all of them have."""

    names: tuple[str, ...]
    inputs: tuple[Line, ...]
    figures: tuple[Line, ...]


def compare(calculator: Calculator, named: Sequence[tuple[str, object]], day: date) -> Comparison:
    """Evaluate each named set of inputs and compare the outcomes.

    Raises:
        ValueError: for none, or more than four.
    """
    if not 1 <= len(named) <= MOST:
        raise ValueError(f"Compare from 1 to {MOST} scenarios.")
    outcomes = [calculator.outcome(inputs, day, ranges=False) for _, inputs in named]
    return Comparison(tuple(name for name, _ in named), _inputs(calculator, [inputs for _, inputs in named]), _figures(outcomes))


@dataclass(frozen=True)
class _Cell:
    """One input of one scenario. `title` and `place` name its row, by its title and by its position."""

    field: Field
    value: object
    title: str = ""
    place: str = ""


def _inputs(calculator: Calculator, scenarios: Sequence[object]) -> tuple[Line, ...]:
    """Return the inputs that differ, in form order."""
    forms = [dict(_cells(calculator, inputs)) for inputs in scenarios]
    names = [name for slot in calculator.slots for name in _names(slot, forms)]
    lines = []
    for name in names:
        cells = [form.get(name) for form in forms]
        values = tuple(None if cell is None else cell.value for cell in cells)
        if any(value != values[0] for value in values):
            texts = tuple(ABSENT if cell is None else _text(cell) for cell in cells)
            lines.append(Line(name, _label([cell for cell in cells if cell is not None]), texts, values, differs=True))
    return tuple(lines)


def _names(slot: Slot, forms: Sequence[dict[str, _Cell]]) -> list[str]:
    """Return the form names under one slot in any of the forms, rows in order."""
    names = dict.fromkeys(name for form in forms for name in form if name.partition(".")[0] == slot.name)
    return sorted(names, key=lambda name: int(name.split(".")[1])) if isinstance(slot.field, Rows) else list(names)


def _cells(calculator: Calculator, inputs: object) -> Iterator[tuple[str, _Cell]]:
    """Yield every input that applies to the chosen case, row by row."""
    for slot in calculator.applicable_slots(inputs):
        value = getattr(inputs, slot.name)
        if not isinstance(slot.field, Rows):
            yield slot.name, _Cell(slot.field, value)
            continue
        for index, row in enumerate(value):
            title, place = row_title(slot.field, row, index), f"{slot.field.item[:1].upper()}{slot.field.item[1:]} {index + 1}"
            for inner in slots(slot.field.of):
                yield f"{slot.name}.{index}.{inner.name}", _Cell(inner.field, getattr(row, inner.name), title, place)


def _label(cells: Sequence[_Cell]) -> str:
    first = cells[0]
    row = first.title if all(cell.title == first.title for cell in cells) else first.place
    return f"{row}: {first.field.label}" if row else first.field.label


def _text(cell: _Cell) -> str:
    """Format an input; an uncertain estimate shows all three of its numbers."""
    value, write = cell.value, cell.field.write
    if not isinstance(value, Estimate):
        return write(value) or (ABSENT if isinstance(cell.field, Choice) else "")
    return write(value.typical) if value.low == value.high else f"{write(value.low)} – {write(value.typical)} – {write(value.high)}"


def _figures(outcomes: Sequence[Outcome]) -> tuple[Line, ...]:
    """Return the single figures that all outcomes have, each in its own outcome's unit, since currencies can differ."""
    units = [single_figures(outcome.calculator) for outcome in outcomes]
    lines = []
    for figure in outcomes[0].calculator.figures:
        name = figure.name
        if not all(name in by_name for by_name in units):
            continue
        pairs = [(by_name[name], cast("float | None", outcome[figure])) for by_name, outcome in zip(units, outcomes, strict=True)]
        values = tuple(None if value is None else unit.rounded(value) for unit, value in pairs)
        texts = tuple(ABSENT if value is None else unit.write(value) for unit, value in pairs)
        lines.append(Line(name, figure.label, texts, values, differs=len({*values}) > 1 or len({*texts}) > 1))
    return tuple(lines)
