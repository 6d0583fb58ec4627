"""One link from a calculator to a field of another."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ...engine.calculator import Calculator, Outcome
from ...engine.fields import Rate, Slot
from ...engine.money import typed_number
from ...engine.validation import FieldError, read_number, validate

LEFT_TO_FILL = "required"
"""The code of an empty box: what is lent may leave one to the reader, such as a price that is known in other money only."""


@functools.lru_cache(maxsize=256)  # an outcome is asked again and again while another page is typed into
def _value(link: Link, outcome: Outcome) -> Any:
    found = link.lends(outcome)
    if found is None:
        return None
    _, errors = validate(link.borrower.inputs, {link.field: found})
    return None if any(_of(link.field, error) and error.code != LEFT_TO_FILL for error in errors) else found


def _of(field: str, error: FieldError) -> bool:
    """Whether an error is about a field or a part of it; others, such as an empty price elsewhere in the form, do not matter here."""
    return error.field == field or error.field.startswith(f"{field}.")


@dataclass(frozen=True, eq=False)
class Link:
    """A field of `borrower` that takes its first value, as typed, from an outcome of `source`; None for nothing to lend."""

    source: Calculator
    borrower: Calculator
    field: str
    lends: Callable[[Outcome], Any]

    @property
    def target(self) -> str:
        """The borrower's id."""
        return self.borrower.id

    def shown(self, value: Any) -> Any:
        """A value that is lent, as it stands in the field: a rate to a tenth of a percent, which fits its box."""
        if not isinstance(self._slot.field, Rate):
            return value
        percent = read_number(self._slot.field, value) * 100
        return typed_number(percent, 1 if abs(percent) >= 1 else 2)

    @functools.cached_property
    def _slot(self) -> Slot:
        return next(slot for slot in self.borrower.slots if slot.name == self.field)

    def value(self, outcome: Outcome) -> Any:
        """What is lent of this outcome; None where there is nothing, or where the field would refuse it."""
        return _value(self, outcome)
