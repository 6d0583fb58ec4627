"""From receipts to what is left, by the reader's own rates."""

from __future__ import annotations

from ....engine.fields import Money, Rate
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


@figure("Extra tax because of the gig", unit=AMOUNT, tone="loss")
def extra_tax(total_tax: float, tax_without_gig: float) -> float:
    """The difference that the gig makes."""
    return total_tax - tax_without_gig


@figure("What you keep of the gig", unit=AMOUNT, tone="gain")
def kept_from_gig(net_profit: float, extra_tax: float) -> float:
    """Its profit, less all that it makes you pay."""
    return net_profit - extra_tax


@figure("Take-home pay without the gig", unit=AMOUNT)
def take_home_without_gig(wages: float, other_income: float, tax_without_gig: float) -> float:
    """What your job and other income alone would leave you."""
    return wages + other_income - tax_without_gig


@figure("Take-home pay", unit=AMOUNT, tone="gain")
def take_home_pay(take_home_without_gig: float, kept_from_gig: float) -> float:
    """What you keep in a year, job and gig together."""
    return take_home_without_gig + kept_from_gig


@figure("Of the next 100, this share goes", unit=Rate(), tone="loss")
def marginal_rate(total_tax: float, tax_on_more: float) -> float:
    """How much of the next 100 of receipts goes to tax and contributions."""
    return (tax_on_more - total_tax) / 100
