"""The take-home chart outside the United States: a waterfall from the gig's receipts to what is kept."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext

from ...engine.calculator import Chart, Outcome
from ...engine.currency import DOLLAR, Currency, in_currency
from ...engine.fields import Field, Money
from ...engine.view.charts import Column, DataTable, Size, Spec
from ...shared.waterfall import Step, waterfall
from . import closing
from .inputs import Inputs


def _or_zero(outcome: Outcome[Inputs], figure: str) -> float:
    """A figure that not every country has."""
    return outcome.number(figure) if figure in outcome.values else 0.0


def steps(outcome: Outcome[Inputs], contributions: str, costs: Sequence[str]) -> list[Step]:
    """The steps of the waterfall: receipts, costs, each extra tax or contribution, and what is kept.

    Args:
        outcome: the outcome of a country's calculator.
        contributions: the country's name for social contributions.
        costs: the inputs that are costs of the gig.
    """
    income_tax = _or_zero(outcome, "income_tax") - _or_zero(outcome, "income_tax_without_gig")
    return [
        Step("Taken in", outcome.inputs.gross_receipts, total=True),
        Step("Costs", sum(outcome.number(name) for name in costs)),
        Step("Income tax", income_tax),
        Step(contributions, outcome[closing.extra_tax] - income_tax),
        Step("Student loan", _or_zero(outcome, "extra_loan")),
        Step("Kept", outcome[closing.kept_from_gig], total=True),
    ]


def kept_chart(contributions: str, costs: Sequence[str], currency: Currency | None = DOLLAR) -> Chart[Inputs]:
    """Declare a country's waterfall and its table, in that country's currency; None means the reader's own."""

    def draw(outcome: Outcome[Inputs], size: Size) -> Spec:
        with in_currency(currency) if currency else nullcontext():
            return waterfall(size, steps(outcome, contributions, costs), "a year")

    def table(outcome: Outcome[Inputs]) -> DataTable:
        rows = [(step.label, step.amount if step.total else -step.amount) for step in steps(outcome, contributions, costs)]
        return DataTable((Column("Step", Field()), Column("A year", Money(currency=currency, dollars=True))), rows)

    return Chart("kept", "From what the gig takes in to what you keep", draw, table)
