"""The take-home chart: a waterfall from the gig's receipts to what is kept."""

from __future__ import annotations

from ....engine.calculator import Chart, Outcome
from ....engine.fields import Field, Money
from ....engine.view.charts import Column, DataTable, Size, Spec
from ....shared.waterfall import Step, waterfall


def gig_steps(outcome: Outcome) -> list[Step]:
    """The steps of the waterfall: receipts, costs, each tax that the gig adds, and what is kept."""
    income_tax = outcome["income_tax"] - outcome["income_tax_without_gig"]
    others = outcome["extra_tax"] - income_tax - outcome["self_employment_tax"] - outcome["state_tax"]
    return [
        Step("Taken in", outcome["gross_receipts"] + outcome["let_receipts"], total=True),
        Step("Costs", outcome["expenses"] + outcome["vehicle_costs"] + outcome["let_expenses"]),
        Step("Self-employment tax", outcome["self_employment_tax"]),
        Step("Income tax", income_tax),
        Step("Other federal tax", others if abs(others) >= 0.005 else 0.0),
        Step("State tax", outcome["state_tax"]),
        Step("Kept", outcome["kept_from_gig"], total=True),
    ]


def draw_gig(outcome: Outcome, size: Size) -> Spec:
    """Draw one bar for each step."""
    return waterfall(size, gig_steps(outcome), "a year")


def gig_table(outcome: Outcome) -> DataTable:
    """The chart's data as a table."""
    rows = [(step.label, step.amount if step.total else -step.amount) for step in gig_steps(outcome)]
    return DataTable((Column("Step", Field()), Column("A year", Money(dollars=True))), rows)


gig_chart = Chart("kept", "From what the gig takes in to what you keep", draw_gig, gig_table)
