"""What the buffer asks: past months of income that varies, what is steady, and what a month costs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from ..engine.fields import Money, Rate, Text
from ..engine.validation import FieldError
from .past import PastError, months_of


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """Income that swings, income that does not, and the bills."""

    past: Annotated[
        str,
        Text(
            "Past months of the income that varies, oldest first",
            hint="Type or paste them with spaces between: 820 1040 560. No commas in thousands: 1200. A month without income is 0.",
            longest=2_000,
        ),
    ] = "820 1040 560 910 0 430 1260 1180 700 880 310 990"
    steady: Annotated[float, Money("Steady income", per="month", hint="Pay, pension, benefits: what comes every month.", le=10_000_000)] = (
        1_900.0
    )
    spending: Annotated[float, Money("You need", per="month", hint="Rent, food, bills: a plain month.", le=10_000_000)] = 2_600.0
    have: Annotated[float, Money("You have put by", le=100_000_000)] = 600.0
    save: Annotated[float, Money("You could put by", per="month", hint="Towards the buffer, until it is full.", le=10_000_000)] = 120.0
    cover: Annotated[
        float,
        Rate(
            "Years that the buffer shall carry you through", hint="90%: nine simulated years in ten without running dry.", ge=0.5, le=0.99
        ),
    ] = 0.9


def past_is_readable(inputs: Inputs) -> Iterator[FieldError]:
    """The months can be read for sure."""
    try:
        months_of(inputs.past)
    except PastError as fault:
        yield FieldError("past", fault.code, str(fault))
