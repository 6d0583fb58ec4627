"""Ultimate Gig's calculators: what is true of money. Runs alike in CPython and in the reader's browser."""

from __future__ import annotations

from . import equalizer, inventory, leverage_income, time_audit
from .engine.calculator import Calculator

CATALOGUE: tuple[Calculator, ...] = (
    time_audit.CALCULATOR,
    inventory.CALCULATOR,
    leverage_income.CALCULATOR,
    equalizer.CALCULATOR,
)
"""Every calculator, in reading order."""


def find(name: str) -> Calculator | None:
    """The calculator of that id, or None."""
    return next((calculator for calculator in CATALOGUE if calculator.id == name), None)
