"""What all the others lend to the plan."""

from __future__ import annotations

from typing import Any

from ...catalogue import accelerator, buffer, equalizer, gig_mix, inventory, leverage_income, net_hourly, plan, take_home, time_audit
from ...engine.calculator import Outcome
from ...engine.money import typed_number
from ...engine.typed import typed_value
from ...shared.gigs import gigs
from ...shared.periods import MONTHS_PER_YEAR, WEEKS_PER_MONTH, WEEKS_PER_YEAR
from .money import next_rate
from .prefill import Link
from .typed import amount, percent, something, zero

LONGEST_NAME, LONGEST_HURDLE = 100, 240


def _assets(outcome: Outcome) -> list[dict[str, str]]:
    """Idle ones that the reader would share, with what stands in their way."""
    return [
        {"name": asset.name, "hurdle": "; ".join(hurdles)[:LONGEST_HURDLE]}
        for asset, left, hurdles in zip(outcome["assets"], outcome["idle"], outcome["in_the_way"], strict=True)
        if left > 0 and asset.willingness != "never"
    ]


def _uses(outcome: Outcome) -> list[dict[str, str]] | None:
    """Uses that have room, with what their gig asks to be settled."""
    names = ("pairs", "pair_name", "pair_net", "pair_hours", "granted")
    found = [
        {
            "name": name[:LONGEST_NAME],
            "asset": pair.asset,
            "net": typed_number(net, 2),
            "hours": typed_number(hours / WEEKS_PER_YEAR, 2),
            "hurdle": "; ".join(gigs()[pair.gig].obstacles)[:LONGEST_HURDLE],
        }
        for pair, name, net, hours, room in zip(*(outcome[each] for each in names), strict=True)
        if room > 0
    ]
    return found or None


def _mix(outcome: Outcome) -> list[dict[str, str]] | None:
    found = [
        {"name": name, "net": typed_number(week * WEEKS_PER_YEAR, 2), "hours": typed_number(hours, 2)}
        for name, week, hours in zip(outcome["gig_name"], outcome["income"], outcome["hours"], strict=True)
        if hours > 0
    ]
    return found or None


def _tax_zero(outcome: Outcome) -> str | None:
    return zero(outcome["marginal_rate"])


def _own(outcome: Outcome) -> str | None:
    """What goes towards the goal now: savings, or what is paid beyond the debts' payments."""
    return amount(outcome["extra" if outcome["aim"] == "debts" else "own"])


def _growth(outcome: Outcome) -> str:
    """A year's growth as the accelerator counts it, with inflation taken out for a goal in today's prices."""
    return percent((1 + outcome["growth_month"]) ** MONTHS_PER_YEAR - 1)


def _debts(outcome: Outcome) -> Any:
    slot = next(slot for slot in accelerator.CALCULATOR.slots if slot.name == "debts")
    return typed_value(slot, outcome["debts"]) if outcome["aim"] == "debts" else None


LINKS = (
    Link(time_audit.CALCULATOR, plan.CALCULATOR, "own_hours", lambda found: amount(found["leverage_hours"])),
    Link(inventory.CALCULATOR, plan.CALCULATOR, "idle_assets", lambda found: str(found["idle_assets"])),
    Link(inventory.CALCULATOR, plan.CALCULATOR, "ways", lambda found: str(found["ways"])),
    Link(inventory.CALCULATOR, plan.CALCULATOR, "ready_cost", lambda found: amount(found["ready_cost_total"])),
    Link(inventory.CALCULATOR, plan.CALCULATOR, "assets", _assets),
    Link(net_hourly.CALCULATOR, plan.CALCULATOR, "net_month", lambda found: something(found["net_week"] * WEEKS_PER_MONTH)),
    Link(gig_mix.CALCULATOR, plan.CALCULATOR, "net_month", lambda found: something(found["total_month"])),
    Link(gig_mix.CALCULATOR, plan.CALCULATOR, "uses", _mix),
    Link(leverage_income.CALCULATOR, plan.CALCULATOR, "net_month", lambda found: something(found["net_month"])),
    Link(leverage_income.CALCULATOR, plan.CALCULATOR, "uses", _uses),
    Link(take_home.CALCULATOR, plan.CALCULATOR, "tax_rate", next_rate),
    Link(take_home.CALCULATOR, plan.CALCULATOR, "tax_zero", _tax_zero),
    Link(accelerator.CALCULATOR, plan.CALCULATOR, "aim", lambda found: found["aim"]),
    Link(accelerator.CALCULATOR, plan.CALCULATOR, "goal", lambda found: amount(found["goal"])),
    Link(accelerator.CALCULATOR, plan.CALCULATOR, "start", lambda found: amount(found["start"])),
    Link(accelerator.CALCULATOR, plan.CALCULATOR, "own", _own),
    Link(accelerator.CALCULATOR, plan.CALCULATOR, "growth", _growth),
    Link(accelerator.CALCULATOR, plan.CALCULATOR, "method", lambda found: found["method"]),
    Link(accelerator.CALCULATOR, plan.CALCULATOR, "debts", _debts),
    Link(equalizer.CALCULATOR, plan.CALCULATOR, "gap_month", lambda found: amount(found["gap_month"])),
    Link(equalizer.CALCULATOR, plan.CALCULATOR, "gap_zero", lambda found: zero(found["gap_month"])),
    Link(buffer.CALCULATOR, plan.CALCULATOR, "buffer_missing", lambda found: amount(found["missing"])),
    Link(buffer.CALCULATOR, plan.CALCULATOR, "buffer_zero", lambda found: zero(found["missing"])),
)
