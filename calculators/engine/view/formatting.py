"""Values as they are written: for the eye, for machines, with the words behind them."""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Mapping
from typing import Any

from ..calculator import Calculator
from ..fields import Estimate, Field, Number, Rate
from ..figures import Figure
from ..money import write_trimmed
from ..parameters import Value


def per_of(unit: Field | None) -> str:
    """The words behind a number: "a year", "hours a week"."""
    return unit.after.removeprefix("%").strip() if isinstance(unit, Number) else ""


def write(unit: Field, value: Any) -> str:
    """A value for the eye; what has no value is a dash, and an estimate stands at its typical value."""
    if value is None:
        return "—"
    return unit.write(value.typical if isinstance(value, Estimate) else value)


def machine(unit: Field, value: Any) -> str:
    """A value for <data value>: rounded, without signs or commas; empty when there is none."""
    if value is None:
        return ""
    rounded = unit.rounded(value)
    if type(rounded) is float and math.isfinite(rounded):
        return repr(rounded)  # as json.dumps writes it, which takes ten times as long
    return json.dumps(rounded) if isinstance(rounded, int | float) else str(rounded)


def unit_of(one: Figure) -> Field:
    """What a plain figure, or one of each row, is counted in."""
    if one.unit is None:
        raise TypeError(f"{one.name} is a table and has no unit")
    return one.unit


@functools.cache
def units_of(calculator: Calculator) -> Mapping[str, Field]:
    """What the inputs and figures of a calculator are counted in."""
    units: dict[str, Field] = {slot.name: slot.field for slot in calculator.slots}
    return units | {one.name: one.unit for one in calculator.figures if one.unit is not None}


def dated_text(value: Value) -> str:
    """A dated value for the eye; of a list or table (brackets, amounts by status) only what it is."""
    if not isinstance(value.value, int | float):
        return "a table"
    return Rate().write(value.value) if value.unit == "rate" else f"{write_trimmed(value.value, 2)} {value.unit}"
