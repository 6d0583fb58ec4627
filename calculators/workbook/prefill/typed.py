"""Values in the form in which a reader would type them."""

from ...engine.fields import Hours
from ...engine.money import round_half_up, typed_number

LONGEST_NAME, LONGEST_HURDLE = 100, 240
"""Characters in the plan's lists."""


def amount(value: float | None) -> str | None:
    """Money to two decimal places; None stays None."""
    return None if value is None else typed_number(value, 2)


def hours(value: float) -> str:
    """Hours to two decimal places, or as 7:27 where the decimals could be read as minutes."""
    return Hours().typed(round_half_up(value, 2))


def percent(rate: float) -> str:
    """A rate as a percentage."""
    return typed_number(rate * 100, 4)


def something(value: float | None) -> str | None:
    """An amount; None for zero."""
    return amount(value) if value else None


def zero(value: float) -> str | None:
    """The option that marks a 0 as a real answer; None when the amount is above 0."""
    return None if value > 0 else "nothing"
