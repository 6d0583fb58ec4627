"""Write values with their units as a person would say them: "$4,050", "14%", "nearly 5 years"."""

from __future__ import annotations

from typing import Any

from ..currency import current_currency
from ..durations import spoken_months
from ..fields import Estimate, Field, Money, Months, Number, Rate
from ..money import CENTS, round_half_up, write_money, write_number
from .formatting import write

LARGE, SEVERAL = 100, 10
"""The least amount of money without cents, and the least number with one decimal place."""


def spoken(unit: Field, value: Any) -> str:
    """Write a figure in whole dollars, percent or hours, and a duration as people say it; a dash for no value."""
    if value is None:
        return write(unit, value)
    if isinstance(unit, Money):
        return write_money(value, 0, current_currency())
    if isinstance(unit, Rate):
        return f"{write_number(value * 100)}%"
    if isinstance(unit, Months):
        return spoken_months(value)
    if isinstance(unit, Number):
        value = round_half_up(value, 0)
    return with_unit(unit, value)


def with_unit(unit: Field, value: Any) -> str:
    """Write a value with its unit: "3.4%", "19.5 hours"."""
    counted = unit.unit if isinstance(unit, Number) and value is not None else ""
    return f"{write(unit, value)} {counted}".strip()


def spoken_input(field: Field, value: Any) -> str:
    """Write what a reader sets: no cents on a whole or large amount, one decimal place from ten on, "1 year" and "5 years"."""
    value = value.typical if isinstance(value, Estimate) else value
    if isinstance(field, Money):
        return write_money(value, 0 if value >= LARGE or value == round(value) else CENTS, current_currency())
    if isinstance(field, Number) and not isinstance(field, Rate) and value >= SEVERAL:
        value = round_half_up(value, 1)
    text = with_unit(field, value)
    return text.removesuffix("s") if text.startswith("1 ") else text
