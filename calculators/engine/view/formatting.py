"""Format values for display and for machines."""

import functools
import json
import math
from collections.abc import Mapping

from ..calculator import Calculator
from ..fields import Estimate, Field, Number, Rate
from ..figures import Figure
from ..money import write_trimmed
from ..parameters import Value


def per_of(unit: Field | None) -> str:
    """Return the words after a number: "a year", "hours a week"."""
    return unit.after.removeprefix("%").strip() if isinstance(unit, Number) else ""


def write(unit: Field, value: object) -> str:
    """Format a value for display: a dash for no value, and the typical value of an estimate."""
    if value is None:
        return "—"
    return unit.write(value.typical if isinstance(value, Estimate) else value)


def machine(unit: Field, value: object) -> str:
    """Format a value for <data value>: rounded, without signs or commas; empty for no value."""
    if value is None:
        return ""
    rounded = unit.rounded(value)
    if type(rounded) is float and math.isfinite(rounded):
        return repr(rounded)  # the same text as json.dumps, ten times as fast
    return json.dumps(rounded) if isinstance(rounded, int | float) else str(rounded)


def unit_of(figure: Figure) -> Field:
    """Return the unit of a figure that is not a table."""
    if figure.unit is None:
        raise TypeError(f"{figure.name} is a table and has no unit")
    return figure.unit


@functools.cache
def units_of(calculator: Calculator) -> Mapping[str, Field]:
    """Return the units of a calculator's inputs and figures, by name."""
    units: dict[str, Field] = {slot.name: slot.field for slot in calculator.slots}
    return units | {figure.name: figure.unit for figure in calculator.figures if figure.unit is not None}


def dated_text(value: Value) -> str:
    """Format a dated value for display; a list or table (brackets, amounts by filing status) is only named as one."""
    if not isinstance(value.value, int | float):
        return "a table"
    return Rate().write(value.value) if value.unit == "rate" else f"{write_trimmed(value.value, 2)} {value.unit}"
