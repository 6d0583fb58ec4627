"""The take-home chart: a waterfall from the gig's receipts to what is kept."""

from __future__ import annotations

from ....engine.calculator import Chart, Outcome
from ....engine.fields import Field, Money
from ....engine.view.charts import Column, DataTable, Size, Spec
from ....shared.waterfall import Step, waterfall
from ..inputs import Inputs
from . import self_employment, totals


def gig_steps(outcome: Outcome[Inputs]) -> list[Step]:
    """The steps of the waterfall: receipts, costs, each tax that the gig adds, and what is kept."""
    income_tax = outcome[totals.income_tax] - outcome[totals.income_tax_without_gig]
    others = outcome[totals.extra_tax] - income_tax - outcome[self_employment.self_employment_tax] - outcome[totals.state_tax]
    return [
        Step("Taken in", outcome.inputs.gross_receipts + outcome.inputs.let_receipts, total=True),
        Step("Costs", outcome.inputs.expenses + outcome.inputs.vehicle_costs + outcome.inputs.let_expenses),
        Step("Self-employment tax", outcome[self_employment.self_employment_tax]),
        Step("Income tax", income_tax),
        Step("Other federal tax", others if abs(others) >= 0.005 else 0.0),
        Step("State tax", outcome[totals.state_tax]),
        Step("Kept", outcome[totals.kept_from_gig], total=True),
    ]


def draw_gig(outcome: Outcome[Inputs], size: Size) -> Spec:
    """Draw one bar for each step."""
    return waterfall(size, gig_steps(outcome), "a year")


def gig_table(outcome: Outcome[Inputs]) -> DataTable:
    """The chart's data as a table."""
    rows = [(step.label, step.amount if step.total else -step.amount) for step in gig_steps(outcome)]
    return DataTable((Column("Step", Field()), Column("A year", Money(dollars=True))), rows)


gig_chart = Chart("kept", "From what the gig takes in to what you keep", draw_gig, gig_table)
