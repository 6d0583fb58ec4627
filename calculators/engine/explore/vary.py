"""Moving one input of a calculator and seeing what its figures do: the ground under sensitivity and goal seek."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
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
    serves = calculator.at(inputs).serves
    for slot in calculator.slots:
        if serves and slot.field.only and serves not in slot.field.only:
            continue
        value = getattr(inputs, slot.name)
        if isinstance(slot.field, Rows):
            title = slot.field.title
            for index, row in enumerate(value):
                for inner in slots(slot.field.of):
                    if isinstance(inner.field, Number):
                        named = (
                            next((s.field.write(getattr(row, title)) for s in slots(slot.field.of) if s.name == title), "")
                            or f"{slot.field.item} {index + 1}"
                        )
                        label = f"{named}: {inner.field.label}"
                        found.append(
                            Knob(f"{slot.name}.{index}.{inner.name}", label, inner, _typical(getattr(row, inner.name)), index, slot.name)
                        )
        elif isinstance(slot.field, Number):
            found.append(Knob(slot.name, slot.field.label, slot, _typical(value)))
    return tuple(found)


def _typical(value: Any) -> float:
    return float(value.typical if isinstance(value, Estimate) else value)


def turned(inputs: Any, knob: Knob, value: float) -> Any:
    """The inputs with one number changed. A turned estimate is certain: all three of its numbers are the new one."""
    new: Any = int(value) if knob.field.whole else value
    if knob.slot.estimate:
        new = Estimate(new, new, new)
    if knob.row is None:
        return dataclasses.replace(inputs, **{knob.name: new})
    rows = list(getattr(inputs, knob.rows))
    rows[knob.row] = dataclasses.replace(rows[knob.row], **{knob.slot.name: new})
    return dataclasses.replace(inputs, **{knob.rows: tuple(rows)})


def trial(calculator: Calculator, inputs: Any, knob: Knob, wanted: Sequence[str], day: date) -> Callable[[float], tuple[Any, ...] | None]:
    """A function from a value of the knob to the wanted figures; None where the calculator's rules refuse that value.

    Only the figures that the wanted ones need are computed.
    """
    case = calculator.at(inputs)
    evaluator = case.graph.evaluator(tuple(wanted))

    def at(value: float) -> tuple[Any, ...] | None:
        moved = turned(inputs, knob, value)
        if calculator.check(moved):
            return None
        named, _ = case.arguments(moved, day)
        return evaluator.function(*[named[name] for name in evaluator.arguments])

    return at
