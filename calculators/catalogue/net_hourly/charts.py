"""The chart of an hour: a waterfall from what comes in to what is left."""

from ...engine.calculator import Chart, Outcome
from ...engine.fields import Field, Money
from ...engine.view.charts import DataTable
from ...shared.waterfall import Step, waterfall
from . import figures
from .inputs import Inputs


def hour_steps(outcome: Outcome[Inputs]) -> list[Step]:
    """The week's amounts, divided by all of its hours."""
    hours, kept = outcome[figures.hours_all], outcome[figures.kept_hour]
    if not hours or kept is None:
        return []
    top = Step("Pay and tips", outcome[figures.takings] / hours, total=True)
    fees, car, tax = (outcome[figure] for figure in (figures.fees, figures.car_cost, figures.tax))
    losses = (("Platform fees", fees), ("The car", car), ("Other costs", outcome.inputs.other_costs), ("Tax", tax))
    return [top, *(Step(label, loss / hours) for label, loss in losses), Step("Left for you", kept, total=True)]


def hour_table(outcome: Outcome[Inputs]) -> DataTable:
    """The chart's data as a table, per hour and per week."""
    hours = outcome[figures.hours_all] or 1
    rows = [(step.label, step.change, step.change * hours) for step in hour_steps(outcome)]
    return DataTable({"Step": Field(), "An hour": Money(), "The week": Money()}, rows)


hour_chart = Chart(
    "hour",
    "Where an hour's pay goes",
    lambda outcome, size: waterfall(size, hour_steps(outcome), "for each of all hours"),
    hour_table,
    published="vehicles.",
)
