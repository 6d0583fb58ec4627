"""The take-home chart outside the United States: a waterfall from the gig's receipts to what is kept."""

from __future__ import annotations

from collections.abc import Sequence

from ...engine.calculator import Chart, Outcome
from ...engine.fields import Money
from ...engine.money import DOLLAR
from ...shared.waterfall import Step, waterfall_chart


def steps(outcome: Outcome, contributions: str, costs: Sequence[str]) -> list[Step]:
    """The steps of the waterfall: receipts, costs, each extra tax or contribution, and what is kept.

    Args:
        outcome: the outcome of a country's calculator.
        contributions: the country's name for social contributions.
        costs: the inputs that are costs of the gig.
    """
    income_tax = outcome["income_tax"] - outcome.values.get("income_tax_without_gig", 0.0)
    return [
        Step("Taken in", outcome["gross_receipts"], total=True),
        Step("Costs", sum(outcome[name] for name in costs)),
        Step("Income tax", income_tax),
        Step(contributions, outcome["extra_tax"] - income_tax),
        Step("Student loan", outcome.values.get("extra_loan", 0.0)),
        Step("Kept", outcome["kept_from_gig"], total=True),
    ]


def kept_chart(contributions: str, costs: Sequence[str], sign: str = DOLLAR) -> Chart:
    """Declare a country's waterfall and its table, in that country's currency; at the reader's own rates, DOLLAR is their own sign."""
    return waterfall_chart(
        "kept",
        "From what the gig takes in to what you keep",
        lambda outcome: steps(outcome, contributions, costs),
        "a year",
        "A year",
        lambda _: Money(sign=sign, dollars=True),
    )
