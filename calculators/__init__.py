"""Ultimate Gig's calculators: what is true of money. Runs alike in CPython and in the reader's browser."""

from __future__ import annotations

import functools
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .engine.calculator import Calculator

IDS = (
    "income-mix",
    "time-audit",
    "inventory",
    "leverage-income",
    "platform-fees",
    "net-hourly",
    "take-home",
    "rate-to-charge",
    "break-even",
    "accelerator",
    "equalizer",
    "gig-mix",
    "buffer",
    "plan",
)
"""Every calculator by its id, in reading order. Its folder in catalogue/ has the same name, with underscores."""

CATALOGUE: tuple[Calculator, ...]
"""Every calculator, in reading order. They are declared when this is first asked for: a reader's page needs one of them, not all."""


@functools.cache
def find(name: str) -> Calculator | None:
    """The calculator of that id, or None."""
    if name not in IDS:
        return None
    found: Calculator = import_module(f".catalogue.{name.replace('-', '_')}", __name__).CALCULATOR
    return found


def __getattr__(name: str) -> Any:
    if name != "CATALOGUE":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return _catalogue()


@functools.cache
def _catalogue() -> tuple[Calculator, ...]:
    return tuple(found for one in IDS if (found := find(one)) is not None)
