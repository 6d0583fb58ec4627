"""The words of an explorable sentence: numbers that the reader moves, and figures that follow.

A word is the path of an input ("inflation", "pairs.0.utilization.typical"), a figure ("gap", or "sold.1" for its second row), or a choice
of texts by a figure's sign: "gap?short|ahead" is "short" above zero, and "ahead" otherwise.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..calculator import Calculator, Outcome
from ..currency import currency_of, in_currency
from ..errors import CodedError
from ..fields import Field, Number, Rows, Slot, slots
from ..validation import FieldError
from .spoken import spoken


class ExplorableError(CodedError):
    """A word that names no input and no figure that is one number."""


@dataclass(frozen=True)
class Explored:
    """The texts and the numbers of the words; errors in place of both when the inputs are refused."""

    texts: Mapping[str, str]
    values: Mapping[str, float | None]
    errors: tuple[FieldError, ...] = ()


def with_changes(inputs: Mapping[str, Any], changes: Mapping[str, object]) -> dict[str, Any]:
    """Return the inputs with other values at some paths.

    Raises:
        ExplorableError: when a path leads through a row that the inputs do not have.
    """
    changed = copy.deepcopy(dict(inputs))
    for path, value in changes.items():
        *above, last = path.split(".")
        at: Any = changed
        try:
            for part in above:
                at = at[int(part)] if isinstance(at, list) else at[part]
            at[last] = value
        except (LookupError, ValueError, TypeError):
            raise ExplorableError("unknown-path", f"The inputs have no {path}.") from None
    return changed


def number_at(calculator: Calculator, path: str) -> Number | None:
    """Return the number field at a path; None where there is none."""
    declared: tuple[Slot, ...] = calculator.slots
    field: Field | None = None
    for part in path.split("."):
        if part.isdigit() or (part in {"low", "typical", "high"} and isinstance(field, Number)):
            continue
        field = next((slot.field for slot in declared if slot.name == part), None)
        declared = slots(field.of) if isinstance(field, Rows) else ()
    return field if isinstance(field, Number) else None


def explored(calculator: Calculator, inputs: Mapping[str, Any], changes: Mapping[str, object], words: Iterable[str], day: date) -> Explored:
    """Compute figures for a sentence, without ranges.

    Raises:
        ExplorableError: for a word that names no figure.
    """
    read, errors = calculator.read(with_changes(inputs, changes))
    if read is None:
        return Explored({}, {}, tuple(errors))
    outcome = calculator.outcome(read, day, ranges=False)
    texts: dict[str, str] = {}
    values: dict[str, float | None] = {}
    for word in words:
        name, is_choice, choice = word.partition("?")
        unit, value = _figure(outcome, name)
        values[word] = value
        texts[word] = choice.split("|")[0 if value is not None and value > 0 else -1] if is_choice else spoken(unit, value)
    return Explored(texts, values)


def answer(calculator: Calculator, inputs: Mapping[str, Any], question: object, day: date) -> Mapping[str, object]:
    """Answer a page: `{"texts", "values"}`, or `{"errors": [{field, code, message}]}`.

    Args:
        calculator: the calculator of the sentence.
        inputs: the numbers that do not move.
        question: `{"changes": {path: typed}, "words": [word], "sign": "$"}`.
        day: whose parameters hold.
    """
    asking = question if isinstance(question, Mapping) else {}
    changes, words = asking.get("changes"), asking.get("words")
    if not isinstance(changes, Mapping) or not isinstance(words, list):
        return {"errors": [FieldError("explore", "not-an-object", "“explore” has changes, words and a sign.").as_json()]}
    try:
        with in_currency(currency_of(asking.get("sign"))):
            result = explored(calculator, inputs, changes, map(str, words), day)
    except ExplorableError as wrong:
        return {"errors": [FieldError("explore", wrong.code, str(wrong)).as_json()]}
    return {"errors": [error.as_json() for error in result.errors]} if result.errors else {"texts": result.texts, "values": result.values}


def _figure(outcome: Outcome, word: str) -> tuple[Field, float | None]:
    name, _, row = word.partition(".")
    declared = next((figure for figure in outcome.calculator.figures if figure.name == name), None)
    if declared is None or declared.unit is None:
        raise ExplorableError("unknown-figure", f"{outcome.calculator.id} has no figure {name}.")
    value: Any = outcome.value(name)
    if isinstance(value, tuple) and row.isdigit() and int(row) < len(value):
        value = value[int(row)]
    if value is not None and not isinstance(value, int | float):
        raise ExplorableError("unknown-figure", f"{outcome.calculator.id}.{word} is not one number.")
    return declared.unit, value
