"""A prefill: what one calculator's outcome puts into a field of another."""

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic

from ... import find
from ...engine.calculator import Calculator, Outcome
from ...engine.fields import Rate, Slot
from ...engine.money import typed_number
from ...engine.type_variables import InputsT_co
from ...engine.validation import FieldError, read_number, validate

LEFT_TO_FILL = "required"
"""The code of an empty box: a prefill may leave one for the reader, such as a price known only in another currency."""


@dataclass(frozen=True, eq=False)
class Prefill(Generic[InputsT_co]):
    """The initial value of one field of the calculator `target`, taken from an outcome of `source`.

    `value` returns it as the reader would type it, or None when the outcome has nothing for the field. `cases` are the cases of the target,
    such as countries, in which it applies; none means all.
    """

    source: Calculator[InputsT_co]
    target: str
    field: str
    value: Callable[[Outcome[InputsT_co]], object]
    cases: tuple[str, ...] = ()

    def accepted(self, outcome: Outcome) -> object:
        """The value from this outcome; None when there is none, or when the field would reject it."""
        return _accepted(self, outcome)

    def shown(self, value: object) -> object:
        """The value as the field displays it: a rate is rounded to a tenth of a percent, so that it fits its box."""
        if not isinstance(self._slot.field, Rate):
            return value
        percent = read_number(self._slot.field, value) * 100
        return typed_number(percent, 1 if abs(percent) >= 1 else 2)

    @functools.cached_property
    def _slot(self) -> Slot:
        return next(slot for slot in _calculator(self.target).slots if slot.name == self.field)


def _calculator(name: str) -> Calculator:
    calculator = find(name)
    if calculator is None:
        raise LookupError(f"There is no calculator {name!r} for a prefill.")
    return calculator


@functools.lru_cache(maxsize=256)  # the same outcome is read again and again while another page is edited
def _accepted(prefill: Prefill, outcome: Outcome) -> object:
    value = prefill.value(outcome)
    if value is None:
        return None
    _, errors = validate(_calculator(prefill.target).inputs, {prefill.field: value})
    return None if any(_concerns(prefill.field, error) and error.code != LEFT_TO_FILL for error in errors) else value


def _concerns(field: str, error: FieldError) -> bool:
    """Whether an error is about a field or a part of it; errors elsewhere in the form do not matter here."""
    return error.field == field or error.field.startswith(f"{field}.")
