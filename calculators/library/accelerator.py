"""The accelerator: How much sooner do you reach your goal with leverage? Written by pipeline/typed_library.py; do not edit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal, TypedDict, Unpack

from .answer import Answer, Uncertain, answer

if TYPE_CHECKING:
    from ..catalogue.accelerator.figures import Course
    from ..catalogue.accelerator.paths import Point


class DebtInput(TypedDict, total=False):
    """One entry of a list of inputs."""

    name: str  # Debt
    balance: float  # Owed now; 0 if left out
    rate: float  # Interest, a fraction, a year; 0.0 if left out
    payment: float  # You pay, a month; 0 if left out


class AcceleratorInputs(TypedDict, total=False):
    """The inputs of `accelerator`."""

    aim: Literal["save", "debts"]  # What is your goal?
    leverage: Uncertain  # What leverage adds, a month
    tax_rate: float  # Tax on it, a fraction; 0.0 if left out
    goal: float  # Goal amount; 20,000 if left out
    start: float  # You already have; 2,000 if left out
    own: float  # You put in now, a month; 300 if left out
    growth: float  # It grows by, a fraction, a year; 0.04 if left out
    prices: Literal["today", "fixed"]  # The goal is
    inflation: float  # Expected inflation, a fraction, a year; 0.03 if left out
    method: Literal["avalanche", "snowball"]  # Money left over goes to
    extra: float  # Extra you pay now, a month; 0 if left out
    debts: Sequence[DebtInput]  # Your debts


@dataclass(frozen=True, kw_only=True)
class Accelerator(Answer):
    """The figures of `accelerator`."""

    leverage_kept: float  # Leverage adds, after tax, a month
    growth_real: float  # Growth after inflation, a fraction, a year
    growth_month: float  # Monthly growth, a fraction, a month
    months_without: float | None  # Without leverage
    months_with: float | None  # With leverage
    months_saved: float | None  # Sooner by
    goal_then: float | None  # The goal by then, in that day's money
    put_in: float | None  # What you pay in until then
    grown: float | None  # Growth and interest
    interest_saved: float | None  # Interest saved
    courses: tuple[Course, ...]  # Two ways to pay off debts
    paths: tuple[Point, ...]  # The two paths


def accelerator(*, as_of: date | None = None, **inputs: Unpack[AcceleratorInputs]) -> Accelerator:
    """How much sooner do you reach your goal with leverage? Raise InputError with one error for each refused input."""
    return answer("accelerator", inputs, as_of, Accelerator)
