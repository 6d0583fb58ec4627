"""Ultimate Gig's calculators: what is true of money. Runs alike in CPython and in the reader's browser."""

from __future__ import annotations

from . import (
    accelerator,
    break_even,
    buffer,
    equalizer,
    gig_mix,
    income_mix,
    inventory,
    leverage_income,
    net_hourly,
    plan,
    platform_fees,
    rate_to_charge,
    take_home,
    time_audit,
)
from .engine.calculator import Calculator

CATALOGUE: tuple[Calculator, ...] = (
    income_mix.CALCULATOR,
    time_audit.CALCULATOR,
    inventory.CALCULATOR,
    leverage_income.CALCULATOR,
    platform_fees.CALCULATOR,
    net_hourly.CALCULATOR,
    take_home.CALCULATOR,
    rate_to_charge.CALCULATOR,
    break_even.CALCULATOR,
    accelerator.CALCULATOR,
    equalizer.CALCULATOR,
    gig_mix.CALCULATOR,
    buffer.CALCULATOR,
    plan.CALCULATOR,
)
"""Every calculator, in reading order."""


def find(name: str) -> Calculator | None:
    """The calculator of that id, or None."""
    return next((calculator for calculator in CATALOGUE if calculator.id == name), None)
