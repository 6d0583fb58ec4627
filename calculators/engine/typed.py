"""Convert inputs to what a reader would type, in dollars and in other currencies."""

from collections.abc import Iterable
from typing import Any

from .fields import Choice, Choices, Money, Rows, Slot, slots
from .notation import POINT, in_notation

PARTS = ("low", "typical", "high")


def typed_inputs(declared: tuple[Slot, ...], inputs: object) -> dict[str, object]:
    """Return inputs as a reader would have typed them, as the workbook stores them."""
    return {slot.name: typed_value(slot, getattr(inputs, slot.name)) for slot in declared}


def typed_value(slot: Slot, value: Any) -> object:
    """Return an input as typed: a text, a list of choices, {low, typical, high}, or a list of rows."""
    if isinstance(slot.field, Rows):
        return typed_rows(slot.field, value)
    if slot.estimate:
        return {part: slot.field.typed(getattr(value, part)) for part in PARTS}
    if isinstance(slot.field, Choices):
        return list(value)
    return slot.field.typed(value)


def typed_rows(field: Rows, rows: Iterable[object]) -> list[dict[str, object]]:
    """Return the rows of an input as typed."""
    return [typed_inputs(slots(field.of), row) for row in rows]


def default_abroad(slot: Slot) -> object:
    """Return a default as typed for a reader whose currency is not the dollar; None when it contains no US amount.

    An amount that only the reader can know becomes "", for which the form prompts. In rows, each US amount is replaced as the row's
    choice declares.
    """
    if isinstance(slot.field, Rows):
        replacements = [us_amounts(row) for row in slot.default]
        if not any(replacements):
            return None
        return [typed | replaced for typed, replaced in zip(typed_rows(slot.field, slot.default), replacements, strict=True)]
    return "" if isinstance(slot.field, Money) and slot.field.abroad and slot.default else None


def us_amounts(row: object) -> dict[str, str]:
    """Return the fields of a row that still have a US amount from its choice, each with its replacement in another currency."""
    declared = slots(type(row))
    with in_notation(POINT):  # as in the declarations of choices
        typed = typed_inputs(declared, row)
    replacements: dict[str, str] = {}
    for slot in declared:
        for option in slot.field.options if isinstance(slot.field, Choice) else ():
            if option.value == typed[slot.name]:
                fills = dict(option.fills)
                replacements |= {name: text for name, text, _ in option.abroad if typed[name] == fills[name] != text}
    return replacements


def filled_row(declared: tuple[Slot, ...]) -> dict[str, object]:
    """Return a new row as typed: its defaults, with what its default choices fill in."""
    row = {slot.name: typed_value(slot, slot.default) for slot in declared}
    for slot in declared:
        for option in slot.field.options if isinstance(slot.field, Choice) else ():
            if option.value != slot.default:
                continue
            for name, text in option.fills:
                inner, _, part = name.partition(".")
                estimate = row[inner]
                row[inner] = {**estimate, part: text} if isinstance(estimate, dict) and part else text
    return row
