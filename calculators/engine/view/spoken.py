"""Write values with their units as a person would say them: "$4,050", "14%", "nearly 5 years"."""

from __future__ import annotations

from typing import Any

from ..currency import current_currency
from ..durations import spoken_months
from ..fields import Estimate, Field, Money, Months, Number, Rate
from ..money import round_half_up, write_money, write_number
from .formatting import write


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
    """Write what a reader sets: no cents on a whole amount, "1 year" and "5 years"."""
    text = with_unit(field, value.typical if isinstance(value, Estimate) else value)
    return text.removesuffix("s") if text.startswith("1 ") else text
