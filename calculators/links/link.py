"""One link from a calculator to a field of another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..engine.calculator import Calculator, Outcome
from ..engine.validation import validate


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

    def value(self, outcome: Outcome) -> Any:
        """What is lent of this outcome; None where there is nothing, or where the field would refuse it."""
        found = self.lends(outcome)
        if found is None:
            return None
        taken, _ = validate(self.borrower.inputs, {self.field: found})
        return None if taken is None else found
