"""A workbook's typed numbers in another notation, for a reader who changes how numbers are written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from .. import find
from ..engine.calculator import Calculator
from ..engine.fields import Number, NumberList, Rows, Slot, slots
from ..engine.notation import Notation, in_notation, notation_of
from ..engine.number_text import NumberError, read_list_text, typed_list
from ..engine.validation import Refused, read_number
from .document import pages


def in_other_notation(book: Mapping[str, Any], notation: Notation) -> dict[str, Any]:
    """A workbook with its typed numbers written in another notation. A text that is no number for sure stays as it was typed."""
    with in_notation(notation_of(book.get("numbers"))):
        held = {name: _page_rewritten(find(name), page, notation) for name, page in pages(book).items()}
    return {**book, "calculators": held, "numbers": notation.example}


def _page_rewritten(calculator: Calculator | None, page: Mapping[str, Any], notation: Notation) -> dict[str, Any]:
    if calculator is None:
        return dict(page)

    def inputs(raw: Any) -> Any:
        return _rewritten(calculator.slots, raw, notation)

    scenarios = page.get("scenarios")
    if not isinstance(scenarios, list):
        return {**page, "inputs": inputs(page["inputs"])}
    named = [{**one, "inputs": inputs(one.get("inputs"))} if isinstance(one, dict) else one for one in scenarios]
    return {**page, "inputs": inputs(page["inputs"]), "scenarios": named}


def _rewritten(declared: Iterable[Slot], raw: Any, notation: Notation) -> Any:
    """Typed inputs, or those of one row, in another notation."""
    if not isinstance(raw, Mapping):
        return raw
    fields = {slot.name: slot.field for slot in declared}
    found = dict(raw)
    for name, value in raw.items():
        field = fields.get(name)
        if isinstance(field, Rows) and isinstance(value, list):
            found[name] = [_rewritten(slots(field.of), row, notation) for row in value]
        elif isinstance(field, Number) and isinstance(value, Mapping):
            found[name] = {part: _number_rewritten(field, text, notation) for part, text in value.items()}
        elif isinstance(field, Number):
            found[name] = _number_rewritten(field, value, notation)
        elif isinstance(field, NumberList):
            found[name] = _list_rewritten(value, notation)
    return found


def _number_rewritten(field: Number, text: Any, notation: Notation) -> Any:
    if not isinstance(text, str):
        return text
    try:
        value = read_number(field, text, bounded=False)
    except Refused:
        return text
    with in_notation(notation):
        return field.typed(value)


def _list_rewritten(text: Any, notation: Notation) -> Any:
    if not isinstance(text, str):
        return text
    try:
        values = read_list_text(text)
    except NumberError:
        return text
    with in_notation(notation):
        return typed_list(values)
