"""Inputs as a reader would type them, in dollars and in other money."""

from __future__ import annotations

from typing import Any

from .fields import Choice, Choices, Money, Rows, Slot, slots
from .notation import POINT, in_notation

PARTS = ("low", "typical", "high")


def typed_inputs(declared: tuple[Slot, ...], inputs: Any) -> dict[str, Any]:
    """Inputs as a reader would have typed them: what the workbook keeps."""
    return {slot.name: typed_value(slot, getattr(inputs, slot.name)) for slot in declared}


def typed_value(slot: Slot, value: Any) -> Any:
    """One input as typed: a text, a list of choices, {low, typical, high}, or a list of rows."""
    if isinstance(slot.field, Rows):
        return [typed_inputs(slots(slot.field.of), row) for row in value]
    if slot.estimate:
        return {part: slot.field.typed(getattr(value, part)) for part in PARTS}
    if isinstance(slot.field, Choices):
        return list(value)
    return slot.field.typed(value)


def default_abroad(slot: Slot) -> Any | None:
    """A default as typed where the reader's money is not dollars; None when the default holds no US amount.

    An amount that only the reader can know is "", which the form asks for. A list has each row's US amounts replaced as the row's
    choice says.
    """
    if isinstance(slot.field, Rows):
        held = [us_amounts(row) for row in slot.default]
        return [typed | found for typed, found in zip(typed_value(slot, slot.default), held, strict=True)] if any(held) else None
    return "" if isinstance(slot.field, Money) and slot.field.abroad and slot.default else None


def us_amounts(row: Any) -> dict[str, str]:
    """The fields of a row that hold what its choice filled in from US figures, each with what takes its place in other money."""
    declared = slots(type(row))
    with in_notation(POINT):  # as the choices have it
        typed = typed_inputs(declared, row)
    found: dict[str, str] = {}
    for slot in declared:
        for option in slot.field.options if isinstance(slot.field, Choice) else ():
            if option.value == typed[slot.name]:
                fills = dict(option.fills)
                found |= {name: text for name, text, _ in option.abroad if typed[name] == fills[name]}
    return found


def filled_row(declared: tuple[Slot, ...]) -> dict[str, Any]:
    """A new row as typed: its defaults, and what its first choices fill in."""
    row = {slot.name: typed_value(slot, slot.default) for slot in declared}
    for slot in declared:
        for option in slot.field.options if isinstance(slot.field, Choice) else ():
            if option.value != slot.default:
                continue
            for name, text in option.fills:
                inner, _, part = name.partition(".")
                row[inner] = {**row[inner], part: text} if part else text
    return row
