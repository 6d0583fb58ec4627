"""The take-home chart outside the United States: a waterfall from the gig's receipts to what is kept."""

from collections.abc import Sequence

from ...engine.calculator import Chart, Outcome
from ...engine.currency import Currency
from ...engine.fields import Money
from ...shared.waterfall import Step, waterfall_chart
from . import closing
from .inputs import Inputs


def _or_zero(outcome: Outcome[Inputs], figure: str) -> float:
    """A figure that not every country has."""
    return outcome.number(figure) if figure in outcome.values else 0.0


def steps(outcome: Outcome[Inputs], contributions: str, costs: Sequence[str]) -> list[Step]:
    """The steps of the waterfall: receipts, costs, each extra tax or contribution, and what is kept.

    `contributions` is the country's name for social contributions, and `costs` are the inputs that are costs of the gig.
    """
    income_tax = _or_zero(outcome, "income_tax") - _or_zero(outcome, "income_tax_without_gig")
    return [
        Step("Taken in", outcome.inputs.gross_receipts, total=True),
        Step("Costs", sum(outcome.number(name) for name in costs)),
        Step("Income tax", income_tax),
        Step(contributions, outcome[closing.extra_tax] - income_tax),
        Step("Student loan", _or_zero(outcome, "extra_loan")),
        *([Step("Lost benefits", lost)] if (lost := outcome[closing.benefits_lost]) else []),
        Step("Kept", outcome[closing.kept_from_gig], total=True),
    ]


def kept_chart(contributions: str, costs: Sequence[str], currency: Currency | None = None) -> Chart[Inputs]:
    """Declare a country's waterfall and its table. Amounts are in the outcome's currency, or in this one."""
    return waterfall_chart(
        "kept",
        "From what the gig takes in to what you keep",
        lambda outcome: steps(outcome, contributions, costs),
        "a year",
        "A year",
        lambda _: Money(currency=currency, dollars=True),
    )
