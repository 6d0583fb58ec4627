"""Moving one input of a calculator and seeing what its figures do: the ground under sensitivity, goal seek and ranges."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..calculator import Calculator
from ..fields import Estimate, Number, Rows, Slot, slots


@dataclass(frozen=True)
class Knob:
    """One numeric input. `name` is the form's name ("pay", "pairs.0.price"), `label` the reader's words."""

    name: str
    label: str
    slot: Slot
    value: float
    row: int | None = None
    rows: str = ""

    @property
    def field(self) -> Number:
        """The declared number field."""
        if not isinstance(self.slot.field, Number):
            raise TypeError(f"{self.name} is no number")
        return self.slot.field


def knobs(calculator: Calculator, inputs: Any) -> tuple[Knob, ...]:
    """Every numeric input of a form as it is filled in, in its order; an estimate stands at its typical value."""
    found = []
    for slot in calculator.asked(inputs):
        value = getattr(inputs, slot.name)
        if isinstance(slot.field, Number):
            found.append(Knob(slot.name, slot.field.label, slot, _typical(value)))
        elif isinstance(slot.field, Rows):
            numbers = [inner for inner in slots(slot.field.of) if isinstance(inner.field, Number)]
            for index, row in enumerate(value):
                title = row_title(slot.field, row, index)
                for inner in numbers:
                    name = f"{slot.name}.{index}.{inner.name}"
                    found.append(Knob(name, f"{title}: {inner.field.label}", inner, _typical(getattr(row, inner.name)), index, slot.name))
    return tuple(found)


def row_title(rows: Rows, row: Any, index: int) -> str:
    """What names a row for the reader: its title, or its place."""
    said = next((slot.field.write(getattr(row, slot.name)) for slot in slots(rows.of) if slot.name == rows.title), "")
    return said or f"{rows.item[:1].upper()}{rows.item[1:]} {index + 1}"


def _typical(value: Any) -> float:
    return float(value.typical if isinstance(value, Estimate) else value)


def single_figures(case: Calculator) -> dict[str, Number]:
    """The units of the figures that are one number each, by their names; `case` is the calculator that answers."""
    return {one.name: one.unit for one in case.figures if isinstance(one.unit, Number) and not one.rows and not one.step}


@dataclass(frozen=True)
class Target:
    """One number that a calculator answers with: a single figure, or a row figure's value in one row ("sale_net.0")."""

    name: str
    label: str
    unit: Number
    figure: str
    row: int | None = None

    def of(self, value: Any) -> float | None:
        """The number in a figure's value; None where it has none, or none that can be counted."""
        found = value if self.row is None else value[self.row]
        return float(found) if found is not None and math.isfinite(found) else None


def targets(calculator: Calculator, inputs: Any) -> dict[str, Target]:
    """Every number that these inputs are answered with, by its name; the single figures first."""
    case = calculator.at(inputs)
    labels = {one.name: one.label for one in case.figures}
    found = [Target(name, labels[name], unit, name) for name, unit in single_figures(case).items()]
    titles = {series.name: series.titles() for series in case.series}
    for slot in case.slots:
        if isinstance(slot.field, Rows):
            titles[slot.name] = [row_title(slot.field, row, index) for index, row in enumerate(getattr(inputs, slot.name))]
    for one in case.figures:
        if isinstance(one.unit, Number) and one.rows and not one.step:
            rows = enumerate(titles[one.rows])
            found += [Target(f"{one.name}.{index}", f"{title}: {one.label}", one.unit, one.name, index) for index, title in rows]
    return {target.name: target for target in found}


def turned(inputs: Any, knob: Knob, value: float) -> Any:
    """The inputs with one number changed. A turned estimate is certain: all three of its numbers are the new one."""
    new: Any = int(value) if knob.field.whole else value
    if knob.slot.estimate:
        new = Estimate(new, new, new)
    if knob.row is None:
        return _changed(inputs, {knob.name: new})
    rows = list(getattr(inputs, knob.rows))
    rows[knob.row] = _changed(rows[knob.row], {knob.slot.name: new})
    return _changed(inputs, {knob.rows: tuple(rows)})


def _changed(record: Any, changes: Mapping[str, Any]) -> Any:
    """A frozen record with other values, as dataclasses.replace makes it.

    It is made two thousand times for a range, and replace, which goes through the fields one by one, took longer than the figures.
    """
    new = object.__new__(type(record))
    vars(new).update(vars(record))
    vars(new).update(changes)
    return new


def places(knob: Knob) -> tuple[str, ...]:
    """The names among a graph's arguments that change with the knob."""
    return (knob.name,) if knob.row is None else (knob.rows, f"{knob.rows}.{knob.slot.name}")


def put(named: dict[str, Any], inputs: Any, knob: Knob, value: float) -> None:
    """Change one number among a graph's arguments; `inputs` are those in which it is turned already."""
    new = int(value) if knob.field.whole else value
    if knob.row is None:
        named[knob.name] = new
        return
    column = f"{knob.rows}.{knob.slot.name}"
    named[knob.rows] = getattr(inputs, knob.rows)
    named[column] = [*named[column][: knob.row], new, *named[column][knob.row + 1 :]]


def trial(calculator: Calculator, inputs: Any, knob: Knob, target: Target, day: date) -> Callable[[float], float | None]:
    """A function from a value of the knob to the target; None where it has no value, or where the calculator's rules refuse that input.

    Only the figures that it needs are computed.
    """
    case = calculator.at(inputs)
    evaluator = case.graph.evaluator((target.figure,))
    base, _ = case.arguments(inputs, day)
    refused = refusal(calculator, inputs)

    def at(value: float) -> float | None:
        moved = turned(inputs, knob, value)
        if refused(moved):
            return None
        named = dict(base)
        put(named, moved, knob, value)
        return target.of(evaluator.function(*[named[name] for name in evaluator.arguments])[0])

    return at


def refusal(calculator: Calculator, inputs: Any) -> Callable[[Any], bool]:
    """Whether the calculator's rules refuse inputs that differ from these by numbers only, so that the same case answers them."""
    rules = calculator.rules_at(inputs)
    return lambda moved: any(True for rule in rules for _ in rule(moved))
