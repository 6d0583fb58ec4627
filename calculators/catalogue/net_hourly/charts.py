"""The chart of an hour: a waterfall from what comes in to what is left."""

from __future__ import annotations

from ...engine.calculator import Chart, Outcome
from ...engine.fields import Field, Money
from ...engine.view.charts import Column, DataTable, Size, Spec
from ...shared.waterfall import Step, waterfall

LOSSES = (("Platform fees", "fees"), ("The car", "car_cost"), ("Other costs", "other_costs"), ("Tax", "tax"))


def hour_steps(outcome: Outcome) -> list[Step]:
    """The week's amounts, divided by all of its hours."""
    hours = outcome["hours_all"]
    if not hours:
        return []
    top = Step("Pay and tips", outcome["takings"] / hours, total=True)
    taken = [Step(label, outcome[name] / hours) for label, name in LOSSES]
    return [top, *taken, Step("Left for you", outcome["kept_hour"], total=True)]


def draw_hour(outcome: Outcome, size: Size) -> Spec:
    """Draw what an hour brings in, loses and leaves."""
    return waterfall(size, hour_steps(outcome), "for each of all hours")


def hour_table(outcome: Outcome) -> DataTable:
    """The chart's data as a table, per hour and per week."""
    hours = outcome["hours_all"] or 1
    rows = [(step.label, step.change, step.change * hours) for step in hour_steps(outcome)]
    return DataTable((Column("Step", Field()), Column("An hour", Money()), Column("The week", Money())), rows)


hour_chart = Chart("hour", "Where an hour's pay goes", draw_hour, hour_table)
