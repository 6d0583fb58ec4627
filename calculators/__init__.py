"""Ultimate Gig's calculators, in pure Python: the same for the build, the command line, other programs and the browser.

Other programs call a calculator as a typed function: `from calculators import take_home`. docs/library.md has an example of each.
"""

from __future__ import annotations

import functools
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .engine.calculator import Calculator
    from .library.accelerator import accelerator as accelerator
    from .library.answer import Answer as Answer
    from .library.answer import InputError as InputError
    from .library.break_even import break_even as break_even
    from .library.buffer import buffer as buffer
    from .library.equalizer import equalizer as equalizer
    from .library.gig_mix import gig_mix as gig_mix
    from .library.income_mix import income_mix as income_mix
    from .library.inventory import inventory as inventory
    from .library.leverage_income import leverage_income as leverage_income
    from .library.net_hourly import net_hourly as net_hourly
    from .library.plan import plan as plan
    from .library.platform_fees import platform_fees as platform_fees
    from .library.rate_to_charge import rate_to_charge as rate_to_charge
    from .library.take_home import take_home as take_home
    from .library.time_audit import time_audit as time_audit

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

PATH = ("time-audit", "inventory", "ideas", "leverage-income", "take-home", "accelerator", "plan")
"""The pages of the guided path, from idle hours to a plan: "ideas" shows the inventory's, and each other is a calculator by its id."""

CATALOGUE: tuple[Calculator, ...]
"""Every calculator, in reading order. They are imported when this is first used: a page needs one of them, not all."""


@functools.cache
def find(name: str) -> Calculator | None:
    """Return the calculator with this id, or None."""
    if name not in IDS:
        return None
    calculator: Calculator = import_module(f".catalogue.{name.replace('-', '_')}", __name__).CALCULATOR
    return calculator


def __getattr__(name: str) -> object:
    """CATALOGUE, a typed function by its calculator's name (`take_home`), or what these functions return and raise, when first used."""
    try:
        if name == "CATALOGUE":
            return _catalogue()
        if name in {"Answer", "InputError"}:
            return getattr(import_module(".library.answer", __name__), name)
        if name.replace("_", "-") in IDS:
            return getattr(import_module(f".library.{name}", __name__), name)
    except AttributeError as error:  # of a calculator; "from calculators import …" would drop its text
        raise ImportError(f"{name} cannot be imported: {error}") from error
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


@functools.cache
def _catalogue() -> tuple[Calculator, ...]:
    return tuple(calculator for name in IDS if (calculator := find(name)) is not None)
