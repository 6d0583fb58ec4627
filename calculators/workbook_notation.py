"""A workbook's typed numbers in another notation, for a reader who changes how numbers are written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from . import find
from .engine.calculator import Calculator
from .engine.fields import Number, NumberList, Rows, Slot, slots
from .engine.money import typed_number
from .engine.notation import Notation, in_notation, notation_of
from .engine.number_text import NumberError, read_list_text, read_number_text, typed_list
from .workbook import pages


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
            found[name] = {part: _text_rewritten(text, notation, is_list=False) for part, text in value.items()}
        elif isinstance(field, Number | NumberList):
            found[name] = _text_rewritten(value, notation, is_list=isinstance(field, NumberList))
    return found


def _text_rewritten(text: Any, notation: Notation, *, is_list: bool) -> Any:
    if not isinstance(text, str):
        return text
    percent = "%" if text.rstrip().endswith("%") else ""
    try:
        values = read_list_text(text) if is_list else (read_number_text(text.rstrip().removesuffix("%")),)
    except NumberError:
        return text
    with in_notation(notation):
        return typed_list(values) if is_list else typed_number(values[0]) + percent
