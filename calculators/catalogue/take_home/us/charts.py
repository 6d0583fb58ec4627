"""The take-home chart: a waterfall from the gig's receipts to what is kept."""

from __future__ import annotations

from ....engine.calculator import Outcome
from ....engine.fields import Money
from ....shared.waterfall import Step, waterfall_chart
from ..inputs import Inputs
from ..next_dollars import NextDollars, Taker, adds, takes
from . import self_employment, totals


def gig_steps(outcome: Outcome[Inputs]) -> list[Step]:
    """The steps of the waterfall: receipts, costs, each tax that the gig adds, and what is kept."""
    income_tax = outcome[totals.income_tax] - outcome[totals.income_tax_without_gig]
    others = outcome[totals.extra_tax] - income_tax - outcome[self_employment.self_employment_tax] - outcome[totals.extra_state_tax]
    return [
        Step("Taken in", outcome.inputs.gross_receipts + outcome.inputs.let_receipts, total=True),
        Step("Costs", outcome.inputs.expenses + outcome.inputs.vehicle_costs + outcome.inputs.let_expenses),
        Step("Self-employment tax", outcome[self_employment.self_employment_tax]),
        Step("Income tax", income_tax),
        Step("Other federal tax", others if abs(others) >= 0.005 else 0.0),
        Step("State tax", outcome[totals.extra_state_tax]),
        *([Step("Lost benefits", lost)] if (lost := outcome[totals.benefits_lost]) else []),
        Step("Kept", outcome[totals.kept_from_gig], total=True),
    ]


gig_chart = waterfall_chart(
    "kept", "From what the gig takes in to what you keep", gig_steps, "a year", "A year", lambda _: Money(dollars=True)
)

NEXT_DOLLARS = NextDollars(
    scaled=("gross_receipts", "expenses", "vehicle_costs", "miles_before_july", "miles_after_june"),
    cash="gig_cash",
    takers=(
        Taker("Federal income tax", (("federal_tax", 1), ("self_employment_tax", -1))),
        takes("Self-employment tax", "self_employment_tax"),
        takes("State and local tax", "state_and_local_tax"),
        adds("Premium tax credit", "premium_credit"),
        adds("SNAP", "snap_year"),
    ),
)
"""A larger gig takes in more, costs more and drives more; rent stays as it is."""
