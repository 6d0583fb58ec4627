"""What goes from pay into a pension plan: the check that all countries share but Canada, whose plans may be paid from other money."""

from collections.abc import Iterable
from typing import Protocol

from ...engine.validation import FieldError


class WithPension(Protocol):
    """Inputs with pay, and what goes from it into a plan."""

    @property
    def wages(self) -> float:
        """Pay a year."""

    @property
    def workplace_pension(self) -> float:
        """Paid into a plan a year."""


def pension_is_paid_from_pay(inputs: WithPension) -> Iterable[FieldError]:
    """Require pay that is at least what goes from it into a plan."""
    if inputs.workplace_pension > inputs.wages:
        yield FieldError(
            "workplace_pension",
            "too-large",
            "That is more than your pay. Enter your pay before this is taken off, and here only what comes out of it.",
        )
