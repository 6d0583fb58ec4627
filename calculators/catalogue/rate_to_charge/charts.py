"""The chart of the rate: a waterfall from what a client pays for an hour to what each of your hours leaves."""

from __future__ import annotations

from ...engine.calculator import Chart, Outcome
from ...engine.fields import Field, Money
from ...engine.money import in_money
from ...engine.view.charts import Column, DataTable, Size, Spec
from ...shared.waterfall import Step, waterfall

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


def _sign(outcome: Outcome) -> str:
    unit = outcome.calculator.headline.unit
    return unit.before if isinstance(unit, Money) else ""


def draw_rate(outcome: Outcome, size: Size) -> Spec:
    """Draw what is taken from the rate, step by step."""
    with in_money(_sign(outcome)):
        return waterfall(size, rate_steps(outcome), "an hour")


def rate_table(outcome: Outcome) -> DataTable:
    """The chart's data as a table."""
    rows = [(step.label, step.amount if step.total else -step.amount) for step in rate_steps(outcome)]
    return DataTable((Column("Step", Field()), Column("An hour", Money(sign=_sign(outcome)))), rows)


rate_chart = Chart("rate", "Where the rate goes", draw_rate, rate_table)
