"""From receipts to what is left, by the reader's own rates."""

from __future__ import annotations

from ....engine.fields import Money
from ....engine.figures import figure

AMOUNT = Money(per="year", dollars=True)


@figure("Net profit", unit=AMOUNT, tone="gain")
def net_profit(gross_receipts: float, expenses: float) -> float:
    """What the gig leaves before tax. Below zero it loses money."""
    return gross_receipts - expenses


@figure("Profit that is taxed", unit=AMOUNT)
def taxed_profit(net_profit: float, own_allowance: float) -> float:
    """What is above your allowance. A loss counts as nothing."""
    return max(0, net_profit - own_allowance)


@figure("Income tax on the gig", unit=AMOUNT, tone="loss")
def income_tax(taxed_profit: float, own_income_rate: float) -> float:
    """At the one rate that you put in; if the gig lifts you into a higher bracket, it is more."""
    return taxed_profit * own_income_rate


@figure("Social contributions on the gig", unit=AMOUNT, tone="loss")
def social_contributions(net_profit: float, own_contribution_rate: float) -> float:
    """On the whole profit, at your rate."""
    return max(0, net_profit) * own_contribution_rate


@figure("The same without the gig", unit=AMOUNT)
def tax_without_gig(own_job_tax: float) -> float:
    """What is taken from your pay and other income, as you put it in."""
    return own_job_tax


@figure("Tax and contributions", unit=AMOUNT, tone="loss")
def total_tax(own_job_tax: float, income_tax: float, social_contributions: float) -> float:
    """On pay, other income and profit."""
    return own_job_tax + income_tax + social_contributions
