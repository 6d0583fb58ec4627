"""What one calculator lends to the next, through the workbook."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from . import equalizer, inventory, leverage_income, time_audit
from .assets import kinds
from .engine.calculator import Calculator, Outcome
from .engine.money import typed_number

FIRST_IDEAS = 3
"""Uses that the leverage income calculator starts with when the reader has chosen none."""


@dataclass(frozen=True, eq=False)
class Link:
    """A field of `target` that takes its first value from an outcome of `source`; None for nothing to lend."""

    source: Calculator
    target: str
    field: str
    value: Callable[[Outcome], Any]


def _idle_hours(outcome: Outcome) -> str:
    return typed_number(outcome["leverage_hours"], 2)


def _idle_assets(outcome: Outcome) -> list[dict[str, str]]:
    return [
        {"name": asset.name, "capacity": typed_number(kinds()[asset.kind].per_month(amount), 2)}
        for asset, amount in zip(outcome["assets"], outcome["idle"], strict=True)
    ]


def _first_uses(outcome: Outcome) -> list[dict[str, Any]] | None:
    """The best idea of each of the first few assets: one asset is offered once."""
    chosen: dict[str, dict[str, Any]] = {}
    for idea in outcome["ideas"]:
        chosen.setdefault(idea.asset, idea.choose)
    return list(chosen.values())[:FIRST_IDEAS] or None


def _net_per_hour(outcome: Outcome) -> str | None:
    net = outcome["net_per_hour"]
    return typed_number(round(net, 2)) if net is not None and 0 <= net <= 10_000 else None


LINKS = (
    Link(time_audit.CALCULATOR, leverage_income.CALCULATOR.id, "own_hours", _idle_hours),
    Link(time_audit.CALCULATOR, equalizer.CALCULATOR.id, "idle_hours", _idle_hours),
    Link(inventory.CALCULATOR, leverage_income.CALCULATOR.id, "assets", _idle_assets),
    Link(inventory.CALCULATOR, leverage_income.CALCULATOR.id, "pairs", _first_uses),
    Link(leverage_income.CALCULATOR, equalizer.CALCULATOR.id, "hourly_net", _net_per_hour),
)
