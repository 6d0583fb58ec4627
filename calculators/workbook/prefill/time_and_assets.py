"""Prefills from the time audit and the inventory."""

from collections.abc import Callable

from ...catalogue import equalizer, gig_mix, inventory, leverage_income, time_audit
from ...catalogue.gig_mix.hours import PARTS
from ...catalogue.inventory import figures as inventory_figures
from ...catalogue.inventory.ideas import ideas
from ...catalogue.inventory.inputs import Inputs as InventoryInputs
from ...catalogue.time_audit import figures as time_audit_figures
from ...catalogue.time_audit.inputs import Inputs as TimeAuditInputs
from ...engine.calculator import Outcome
from ...engine.money import typed_number
from ...shared.gigs import kinds
from .prefill import Prefill
from .typed import hours

FIRST_IDEAS = 3
"""Number of uses that leverage income starts with when the reader has chosen none."""


def _idle_hours(outcome: Outcome[TimeAuditInputs]) -> str:
    return hours(outcome[time_audit_figures.leverage_hours])


def _hours_of(index: int) -> Callable[[Outcome[TimeAuditInputs]], str]:
    return lambda outcome: hours(outcome[time_audit_figures.part_leverage][index])


def _idle_assets(outcome: Outcome[InventoryInputs]) -> list[dict[str, str]]:
    return [
        {"name": asset.name, "capacity": typed_number(kinds()[asset.kind].per_month(left)), "counted": kinds()[asset.kind].unit}
        for asset, left in zip(outcome.inputs.assets, outcome[inventory_figures.idle], strict=True)
    ]


def _first_uses(outcome: Outcome[InventoryInputs]) -> list[dict[str, object]]:
    """The best idea for each of the first few assets. The list may be empty: that is better than uses for assets that the reader lacks."""
    chosen: dict[str, dict[str, object]] = {}
    for idea in outcome[ideas]:
        chosen.setdefault(idea.asset, idea.choose)
    return list(chosen.values())[:FIRST_IDEAS]


_PARTS = tuple(Prefill(time_audit.CALCULATOR, gig_mix.CALCULATOR, part, _hours_of(index)) for index, part in enumerate(PARTS))

_HOURS = (
    Prefill(time_audit.CALCULATOR, leverage_income.CALCULATOR, "own_hours", _idle_hours),
    Prefill(time_audit.CALCULATOR, equalizer.CALCULATOR, "idle_hours", _idle_hours),
    Prefill(time_audit.CALCULATOR, gig_mix.CALCULATOR, "most", _idle_hours),
)
_ASSETS = (
    Prefill(inventory.CALCULATOR, leverage_income.CALCULATOR, "assets", _idle_assets),
    Prefill(inventory.CALCULATOR, leverage_income.CALCULATOR, "pairs", _first_uses),
)

PREFILLS = (*_HOURS, *_PARTS, *_ASSETS)
