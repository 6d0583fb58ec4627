"""What leverage income, the gig mix and net hourly pay lend."""

from __future__ import annotations

from ...catalogue import accelerator, equalizer, gig_mix, income_mix, leverage_income, net_hourly
from ...engine.calculator import Outcome
from ...engine.fields import Rows, slots
from ...engine.money import typed_number
from ...shared.periods import WEEKS_PER_MONTH, WEEKS_PER_YEAR
from .prefill import Link
from .typed import amount

DEAREST_HOUR = 10_000
LONGEST_WEEK = 168
NAME = 40
"""Characters of a name in the lists that borrow one."""


def _net_per_hour(outcome: Outcome) -> str | None:
    return amount(outcome["net_per_hour"])


def _kept_hour(outcome: Outcome) -> str | None:
    return amount(outcome["kept_hour"])


def _most_rows(inputs: type, name: str) -> int:
    field = next(slot.field for slot in slots(inputs) if slot.name == name)
    return field.maximum if isinstance(field, Rows) else 0


def _gigs(outcome: Outcome) -> list[dict[str, str]] | None:
    """Uses that take own hours and leave something for them, at that pay for as many hours as are planned."""
    found = []
    for name, pay, hours in zip(outcome["pair_name"], outcome["pair_net_per_hour"], outcome["pair_hours"], strict=True):
        week = hours / WEEKS_PER_YEAR
        if pay is not None and 0 <= pay <= DEAREST_HOUR and week <= LONGEST_WEEK:
            each, most = typed_number(pay, 2), typed_number(week, 2)
            found.append({"name": name[:NAME], "pay": each, "good": most, "later": each, "most": most})
    return found[: _most_rows(gig_mix.CALCULATOR.inputs, "gigs")] or None


def _month(outcome: Outcome) -> dict[str, str] | None:
    """A month at full business in which every use has its poor, its usual or its good month; no draws are made for that."""
    if outcome["net_month"] < 0:
        return None

    def at(part: str) -> float:
        uses = zip(outcome["unit_margin"], outcome["granted"], outcome["pairs"], strict=True)
        return float(
            sum(margin * room * getattr(pair.utilization, part) - (pair.fixed_cost if room > 0 else 0.0) for margin, room, pair in uses)
        )

    usual = outcome["net_month"]
    low, high = sorted((at("low"), at("high")))  # a unit that is sold at a loss turns them round
    parts = {"low": min(max(0.0, low), usual), "typical": usual, "high": max(high, usual)}
    return {part: typed_number(value, 2) for part, value in parts.items()}


def _streams(outcome: Outcome) -> list[dict[str, str]] | None:
    found = [
        {"name": name, "kind": "gig", "amount": typed_number(week * WEEKS_PER_MONTH, 2)}
        for name, week in zip(outcome["gig_name"], outcome["income"], strict=True)
        if week > 0
    ]
    return found or None


LINKS = (
    Link(leverage_income.CALCULATOR, equalizer.CALCULATOR, "hourly_net", _net_per_hour),
    Link(net_hourly.CALCULATOR, equalizer.CALCULATOR, "hourly_net", _kept_hour),
    Link(leverage_income.CALCULATOR, gig_mix.CALCULATOR, "gigs", _gigs),
    Link(leverage_income.CALCULATOR, accelerator.CALCULATOR, "leverage", _month),
    Link(gig_mix.CALCULATOR, income_mix.CALCULATOR, "streams", _streams),
)
