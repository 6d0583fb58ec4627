"""Prefills from the inventory: idle assets, and uses for them."""

from ...catalogue import inventory
from ...catalogue.inventory import figures
from ...catalogue.inventory.ideas import ideas, ways
from ...catalogue.inventory.inputs import Inputs
from ...engine.calculator import Outcome
from ...engine.money import typed_number
from ...shared.gigs import kinds
from .prefill import Prefill
from .typed import LONGEST_HURDLE, amount

FIRST_IDEAS = 3
"""Number of uses that leverage income starts with when the reader has chosen none."""


def _idle_assets(outcome: Outcome[Inputs]) -> list[dict[str, str]]:
    return [
        {"name": asset.name, "capacity": typed_number(kinds()[asset.kind].per_month(left)), "counted": kinds()[asset.kind].unit}
        for asset, left in zip(outcome.inputs.assets, outcome[figures.idle], strict=True)
    ]


def _first_uses(outcome: Outcome[Inputs]) -> list[dict[str, object]]:
    """The best idea for each of the first few assets. The list may be empty: that is better than uses for assets that the reader lacks."""
    chosen: dict[str, dict[str, object]] = {}
    for idea in outcome[ideas]:
        chosen.setdefault(idea.asset, idea.choose)
    return list(chosen.values())[:FIRST_IDEAS]


def _assets(outcome: Outcome[Inputs]) -> list[dict[str, str]]:
    """Idle assets that the reader would share, with their obstacles."""
    return [
        {"name": asset.name, "hurdle": "; ".join(hurdles)[:LONGEST_HURDLE]}
        for asset, left, hurdles in zip(outcome.inputs.assets, outcome[figures.idle], outcome[figures.in_the_way], strict=True)
        if left > 0 and asset.willingness != "never"
    ]


_SOURCE = inventory.CALCULATOR

PREFILLS = (
    Prefill(_SOURCE, "leverage-income", "assets", _idle_assets),
    Prefill(_SOURCE, "leverage-income", "pairs", _first_uses),
    Prefill(_SOURCE, "plan", "idle_assets", lambda o: str(o[figures.idle_assets])),
    Prefill(_SOURCE, "plan", "ways", lambda o: str(o[ways])),
    Prefill(_SOURCE, "plan", "ready_cost", lambda o: amount(o[figures.ready_cost_total])),
    Prefill(_SOURCE, "plan", "assets", _assets),
)
