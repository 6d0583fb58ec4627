"""Rewriting a workbook's typed numbers when the reader changes the number notation."""

from collections.abc import Iterable, Mapping

from .. import find
from ..engine.calculator import Calculator
from ..engine.fields import Number, NumberList, Rows, Slot, slots
from ..engine.notation import POINT, Notation, in_notation, notation_of
from ..engine.number_text import NumberError, read_list_text, typed_list
from ..engine.validation import Refused, expected_list, read_number
from .document import pages


def in_other_notation(book: Mapping[str, object], notation: Notation) -> dict[str, object]:
    """Rewrite a workbook's typed numbers in another notation. Text that is not clearly a number stays as typed.

    Raises:
        LookupError: for a workbook in an unknown notation.
    """
    with in_notation(notation_of(str(book.get("numbers", POINT.example)))):
        rewritten = {name: _page_rewritten(find(name), page, notation) for name, page in pages(book).items()}
    return {**book, "calculators": rewritten, "numbers": notation.example}


def _page_rewritten(calculator: Calculator | None, page: Mapping[str, object], notation: Notation) -> dict[str, object]:
    if calculator is None:
        return dict(page)

    def inputs(raw: object) -> object:
        return _rewritten(calculator.slots, raw, notation)

    scenarios = page.get("scenarios")
    if not isinstance(scenarios, list):
        return {**page, "inputs": inputs(page["inputs"])}
    named = [{**scenario, "inputs": inputs(scenario.get("inputs"))} if isinstance(scenario, dict) else scenario for scenario in scenarios]
    return {**page, "inputs": inputs(page["inputs"]), "scenarios": named}


def _rewritten(declared: Iterable[Slot], raw: object, notation: Notation) -> object:
    """Rewrite the typed inputs of a form or of one row."""
    if not isinstance(raw, Mapping):
        return raw
    fields = {slot.name: slot.field for slot in declared}
    rewritten = dict(raw)
    for name, value in raw.items():
        field = fields.get(name)
        if isinstance(field, Rows) and isinstance(value, list):
            rewritten[name] = [_rewritten(slots(field.of), row, notation) for row in value]
        elif isinstance(field, Number) and isinstance(value, Mapping):
            rewritten[name] = {part: _number_rewritten(field, text, notation) for part, text in value.items()}
        elif isinstance(field, Number):
            rewritten[name] = _number_rewritten(field, value, notation)
        elif isinstance(field, NumberList):
            rewritten[name] = _list_rewritten(field, value, notation)
    return rewritten


def _number_rewritten(field: Number, text: object, notation: Notation) -> object:
    if not isinstance(text, str):
        return text
    for bounded in (True, False):  # as the form reads it; outside of the bounds, whatever can mean one number only
        try:
            value = read_number(field, text, bounded=bounded)
        except Refused:
            continue
        with in_notation(notation):
            return field.typed(value)
    return text


def _list_rewritten(field: NumberList, text: object, notation: Notation) -> object:
    if not isinstance(text, str):
        return text
    try:
        values = read_list_text(text, expected_list(field))
    except NumberError:
        return text
    with in_notation(notation):
        return typed_list(values)
