"""Values as a reader would type them."""

from __future__ import annotations

from ...engine.money import typed_number


def amount(value: float | None) -> str | None:
    """Money or hours, to two places; None stays None."""
    return None if value is None else typed_number(value, 2)


def percent(rate: float) -> str:
    """A rate in percent."""
    return typed_number(rate * 100, 4)


def something(value: float | None) -> str | None:
    """An amount, but not a zero."""
    return amount(value) if value else None


def zero(value: float) -> str | None:
    """The choice that says of a 0 that it is an answer; None where the amount is none."""
    return None if value > 0 else "nothing"
