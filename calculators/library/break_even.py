"""Break-even: Does buying it pay, and what if you stop? Written by pipeline/typed_library.py; do not edit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypedDict, Unpack

from .answer import Answer, Uncertain, answer

if TYPE_CHECKING:
    from ..catalogue.break_even.figures import Month


class BreakEvenInputs(TypedDict, total=False):
    """The inputs of `break_even`."""

    price: float  # Price; 3,200 if left out
    life: int  # You would use it for, months; 48 if left out
    drop: float  # Value lost on the first day, a fraction; 0.15 if left out
    resale: float  # Resale value at the end; 900 if left out
    loan: float  # Amount you borrow; 1,500 if left out
    loan_rate: float  # Interest, a fraction, a year; 0.09 if left out
    loan_months: int  # Repaid over, months; 24 if left out
    unit_price: float  # One unit earns, a unit; 35 if left out
    units: float  # Units you could sell, units a month; 20 if left out
    utilization: Uncertain  # Share sold, a fraction
    fee: float  # Platform fee, a fraction; 0.15 if left out
    unit_cost: float  # Each unit sold costs you, a unit; 3 if left out
    fixed: float  # Costs whether sold or not, a month; 35 if left out
    stop: int  # What if you stop after, months; 3 if left out


@dataclass(frozen=True, kw_only=True)
class BreakEven(Answer):
    """The figures of `break_even`."""

    margin: float  # Margin per unit, a unit
    sold: float  # Units sold, units a month
    earns: float  # It earns, a month
    payment: float  # Loan payment, a month
    interest: float  # Total interest
    own: float  # Your own money
    payback: float | None  # Pays for itself after
    break_even_use: float | None  # Share sold to break even, a fraction
    life_net: float  # Net over its life
    life_month: float  # Net per month of its life, a month
    course: tuple[Month, ...]  # Month by month
    stop_net: float  # If you stop then
    deepest: float  # Stopping at the worst time costs
    safe_after: float | None  # You can stop without a loss after


def break_even(*, as_of: date | None = None, **inputs: Unpack[BreakEvenInputs]) -> BreakEven:
    """Does buying it pay, and what if you stop? Raise InputError with one error for each refused input."""
    return answer("break-even", inputs, as_of, BreakEven)
