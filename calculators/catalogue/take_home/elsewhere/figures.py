"""Tax on the gig at the reader's own rates."""

from ....engine.fields import Money
from ....engine.figures import figure

AMOUNT = Money(per="year", dollars=True)


@figure("Net profit", unit=AMOUNT, tone="gain")
def net_profit(gross_receipts: float, expenses: float) -> float:
    """Receipts minus costs, before tax. Below zero, the gig loses money."""
    return gross_receipts - expenses


@figure("Profit that is taxed", unit=AMOUNT)
def taxed_profit(net_profit: float, own_allowance: float) -> float:
    """The profit above your allowance. A loss counts as 0."""
    return max(0, net_profit - own_allowance)


@figure("Income tax on the gig", unit=AMOUNT, tone="loss")
def income_tax(taxed_profit: float, own_income_rate: float) -> float:
    """At the single rate that you entered. If the gig moves you into a higher bracket, it is more."""
    return taxed_profit * own_income_rate


@figure("Social contributions on the gig", unit=AMOUNT, tone="loss")
def social_contributions(net_profit: float, own_contribution_rate: float) -> float:
    """On the whole profit, at your rate."""
    return max(0, net_profit) * own_contribution_rate


@figure("Tax and contributions", unit=AMOUNT, tone="loss")
def total_tax(own_job_tax: float, income_tax: float, social_contributions: float) -> float:
    """On pay, other income and profit."""
    return own_job_tax + income_tax + social_contributions


@figure("Total tax without the gig", unit=AMOUNT)
def tax_without_gig(own_job_tax: float) -> float:
    """What is taken from your pay and other income, as you entered it."""
    return own_job_tax
