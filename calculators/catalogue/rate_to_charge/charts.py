"""The chart of the rate: a waterfall from what a client pays for an hour to what each of your hours leaves."""

from __future__ import annotations

from ...engine.calculator import Outcome
from ...engine.fields import Money
from ...shared.waterfall import Step, waterfall_chart

LOSSES = (("Platform fee", "fees_year"), ("Costs", "costs"), ("Tax", "tax_due"))


def rate_steps(outcome: Outcome) -> list[Step]:
    """The year's amounts per paid hour; the last one is per hour worked."""
    hours = outcome["billed_hours"]
    if outcome["hourly"] is None:
        return []
    taken = [Step(label, outcome[name] / hours) for label, name in LOSSES]
    yours, every = outcome["kept_billed"], outcome["kept_all"]
    return [
        Step("You charge", outcome["hourly"], total=True),
        *taken,
        Step("Yours, paid hour", yours, total=True),
        Step("Unpaid hours", yours - every),
        Step("Yours, every hour", every, total=True),
    ]


def _unit(outcome: Outcome) -> Money:
    unit = outcome.calculator.headline.unit
    return Money(sign=unit.before if isinstance(unit, Money) else "")


rate_chart = waterfall_chart("rate", "Where the rate goes", rate_steps, "an hour", "An hour", _unit)
