"""Prefills from the time audit and the inventory."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ...catalogue import equalizer, gig_mix, inventory, leverage_income, time_audit
from ...catalogue.gig_mix.hours import PARTS
from ...engine.calculator import Outcome
from ...engine.money import typed_number
from ...shared.gigs import kinds
from .prefill import Prefill
from .typed import amount

FIRST_IDEAS = 3
"""Number of uses that leverage income starts with when the reader has chosen none."""


def _idle_hours(outcome: Outcome) -> str | None:
    return amount(outcome["leverage_hours"])


def _hours_of(index: int) -> Callable[[Outcome], str | None]:
    return lambda outcome: amount(outcome["part_leverage"][index])


def _idle_assets(outcome: Outcome) -> list[dict[str, str]]:
    return [
        {"name": asset.name, "capacity": typed_number(kinds()[asset.kind].per_month(left)), "counted": kinds()[asset.kind].unit}
        for asset, left in zip(outcome["assets"], outcome["idle"], strict=True)
    ]


def _first_uses(outcome: Outcome) -> list[dict[str, Any]]:
    """The best idea for each of the first few assets. The list may be empty: that is better than uses for assets that the reader lacks."""
    chosen: dict[str, dict[str, Any]] = {}
    for idea in outcome["ideas"]:
        chosen.setdefault(idea.asset, idea.choose)
    return list(chosen.values())[:FIRST_IDEAS]


PREFILLS = (
    Prefill(time_audit.CALCULATOR, leverage_income.CALCULATOR, "own_hours", _idle_hours),
    Prefill(time_audit.CALCULATOR, equalizer.CALCULATOR, "idle_hours", _idle_hours),
    Prefill(time_audit.CALCULATOR, gig_mix.CALCULATOR, "most", _idle_hours),
    *(Prefill(time_audit.CALCULATOR, gig_mix.CALCULATOR, part, _hours_of(index)) for index, part in enumerate(PARTS)),
    Prefill(inventory.CALCULATOR, leverage_income.CALCULATOR, "assets", _idle_assets),
    Prefill(inventory.CALCULATOR, leverage_income.CALCULATOR, "pairs", _first_uses),
)
