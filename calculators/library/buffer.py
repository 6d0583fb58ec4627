"""The buffer: Can you handle the swings in your income? Written by pipeline/typed_library.py; do not edit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypedDict, Unpack

from .answer import Answer, answer

if TYPE_CHECKING:
    from ..catalogue.buffer.figures import Month


class BufferInputs(TypedDict, total=False):
    """The inputs of `buffer`."""

    past: Sequence[float]  # Past months of the income that varies, oldest first
    steady: float  # Steady income, a month; 1,900 if left out
    spending: float  # You need, a month; 2,600 if left out
    have: float  # You have saved; 600 if left out
    save: float  # You could save, a month; 120 if left out
    cover: float  # Years the buffer should carry you through, a fraction; 0.9 if left out


@dataclass(frozen=True, kw_only=True)
class Buffer(Answer):
    """The figures of `buffer`."""

    count: int  # Months, months
    mean: float  # Average month, a month
    variation: float | None  # Months vary by, a fraction
    usual_change: float  # Usual change from month to month, a fraction
    worst_change: float  # Worst drop from one month to the next, a fraction
    mean_surplus: float  # Left over in an average month, a month
    worst_run: float  # The worst stretch cost
    worst_length: int  # The worst stretch lasted
    buffer: float  # Your buffer
    missing: float  # Still missing
    months_to_build: float | None  # Months to build it
    covered: float  # Your savings cover, a fraction
    six_weeks: float  # Six weeks of income
    course: tuple[Month, ...]  # A year with the buffer


def buffer(*, as_of: date | None = None, **inputs: Unpack[BufferInputs]) -> Buffer:
    """Can you handle the swings in your income? Raise InputError with one error for each refused input."""
    return answer("buffer", inputs, as_of, Buffer)
