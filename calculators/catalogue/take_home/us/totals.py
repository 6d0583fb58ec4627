"""Total tax and take-home pay, with the gig and without it."""

from __future__ import annotations

from collections.abc import Mapping

from ....engine.fields import Money, Rate
from ....engine.figures import figure, figures_in
from ..counterfactual import NEXT, counterfactual, without
from . import benefits as benefit
from . import credits as credit
from . import income, self_employment, snap
from .benefits import benefits
from .gig import DOLLARS
from .states import figures as state


@figure("Income tax", unit=DOLLARS, tone="loss")
def income_tax(bracket_tax: float, child_credit_used: float, refundable_child_credit: float, earned_income_credit: float) -> float:
    """Federal income tax after credits. Below zero, more is paid out to you than you owe."""
    return bracket_tax - child_credit_used - refundable_child_credit - earned_income_credit


@figure("Tax on investment income starts at", unit=Money(), step=True)
def investment_tax_threshold(investment_tax_thresholds: Mapping[str, float], filing_status: str) -> float:
    """By filing status (section 1411(b))."""
    return investment_tax_thresholds[filing_status]


@figure("Net investment income tax", unit=DOLLARS, tone="loss")
def investment_tax(
    investment_tax_rate: float,
    investment_income: float,
    rental_profit: float,
    adjusted_gross_income: float,
    investment_tax_threshold: float,
) -> float:
    """On interest and on renting without services, as far as adjusted gross income exceeds a threshold (section 1411; Form 8960)."""
    return investment_tax_rate * min(investment_income + rental_profit, max(0, adjusted_gross_income - investment_tax_threshold))


@figure("Federal tax", unit=DOLLARS, tone="loss")
def federal_tax(income_tax: float, self_employment_tax: float, additional_medicare_tax: float, investment_tax: float) -> float:
    """Income tax after credits, plus the other taxes on the same return (Form 1040, line 24, minus refundable credits)."""
    return income_tax + self_employment_tax + additional_medicare_tax + investment_tax


@figure("Your state's tax on the gig, at your own rate", unit=DOLLARS, tone="loss")
def state_tax(typed_rate: float, net_profit: float, rental_profit: float) -> float:
    """Your rate on the profit. State tax on your wages is then not included."""
    return typed_rate * max(0, net_profit + rental_profit)


@figure("Tax that is computed", unit=DOLLARS, tone="loss")
def computed_tax(federal_tax: float, state_income_tax: float, local_tax: float) -> float:
    """Federal, state and local tax on everything, without what comes from a rate that you typed for your state."""
    return federal_tax + state_income_tax + local_tax


@figure("State and local tax", unit=DOLLARS, tone="loss")
def state_and_local_tax(state_income_tax: float, local_tax: float, state_tax: float) -> float:
    """Your state's income tax on job and gig and local income tax, or your own rate on the gig."""
    return state_income_tax + local_tax + state_tax


@figure("Total tax", unit=DOLLARS, tone="loss")
def total_tax(federal_tax: float, state_and_local_tax: float) -> float:
    """Federal tax on everything, plus state and local tax."""
    return federal_tax + state_and_local_tax


RETURN = (*figures_in(self_employment, income, credit), income_tax, investment_tax_threshold, investment_tax, federal_tax)
"""The whole federal return, from profit to tax."""

RETURNS = (*RETURN, *figures_in(state), computed_tax)
"""The federal and the state return."""

WITH_BENEFITS = (*RETURN, *figures_in(benefit, snap))
"""The federal return and the benefits that depend on it."""

NO_GIG = without("net_profit", "rental_profit")
NO_RECEIPTS = {**NO_GIG, **without("gross_receipts", "cash_costs")}
MORE_PROFIT = {"net_profit": lambda profit: profit + NEXT, "gross_receipts": lambda receipts: receipts + NEXT}

income_tax_without_gig = counterfactual(
    "income_tax_without_gig",
    "Income tax without the gig",
    "The same return, computed the same way, without the gig and without rent.",
    DOLLARS,
    RETURN,
    income_tax,
    NO_GIG,
    tone="loss",
)

federal_tax_without_gig = counterfactual(
    "federal_tax_without_gig",
    "Federal tax without the gig",
    "All taxes on the same federal return, without the gig and without rent.",
    DOLLARS,
    RETURN,
    federal_tax,
    NO_GIG,
    tone="loss",
)

tax_without_gig = counterfactual(
    "tax_without_gig",
    "Tax without the gig",
    "All taxes on the same returns, without the gig and without rent.",
    DOLLARS,
    RETURNS,
    computed_tax,
    NO_GIG,
    tone="loss",
)

tax_on_more = counterfactual(
    "tax_on_more",
    "Tax with $100 more profit",
    "The same returns with $100 more profit.",
    DOLLARS,
    RETURNS,
    computed_tax,
    MORE_PROFIT,
    step=True,
    tone="loss",
)

benefits_without_gig = counterfactual(
    "benefits_without_gig",
    "Benefits without the gig",
    "The same benefits in a year without the gig and without rent.",
    DOLLARS,
    WITH_BENEFITS,
    benefits,
    NO_RECEIPTS,
    tone="gain",
)

benefits_on_more = counterfactual(
    "benefits_on_more",
    "Benefits with $100 more profit",
    "The same benefits with $100 more profit.",
    DOLLARS,
    WITH_BENEFITS,
    benefits,
    MORE_PROFIT,
    step=True,
    tone="gain",
)


@figure("Benefits that the gig takes", unit=DOLLARS, tone="loss")
def benefits_lost(benefits_without_gig: float, benefits: float) -> float:
    """All benefits counted here, without the gig minus with it. Below zero, the gig brings you more of them."""
    return benefits_without_gig - benefits


@figure("What the gig adds to your tax", unit=DOLLARS, tone="loss")
def extra_tax(total_tax: float, tax_without_gig: float) -> float:
    """All tax with the gig, minus all tax without it. Set this amount aside."""
    return total_tax - tax_without_gig


@figure("Set aside from each dollar of profit", unit=Rate())
def extra_tax_share(extra_tax: float, net_profit: float, rental_profit: float) -> float | None:
    """The extra tax as a share of the profit; a dash when there is no profit."""
    return extra_tax / (net_profit + rental_profit) if net_profit + rental_profit > 0 else None


@figure("State and local tax because of the gig", unit=DOLLARS, tone="loss")
def extra_state_tax(state_and_local_tax: float, tax_without_gig: float, federal_tax_without_gig: float) -> float:
    """State and local tax with the gig, minus the same without it."""
    return state_and_local_tax - (tax_without_gig - federal_tax_without_gig)


@figure("Tax on your next dollars", unit=Rate())
def marginal_rate(tax_on_more: float, computed_tax: float, typed_rate: float, benefits: float, benefits_on_more: float) -> float:
    """The share of the next $100 of profit that goes to tax, with credits that phase out and a rate that you typed, or off benefits."""
    return (tax_on_more - computed_tax + benefits - benefits_on_more) / NEXT + typed_rate


@figure("Cash from the gig, before tax", unit=DOLLARS, tone="gain")
def gig_cash(gross_receipts: float, expenses: float, vehicle_costs: float, let_receipts: float, let_expenses: float) -> float:
    """Money in minus money out. Deductions that cost no money, such as the home office or the mileage rate, are not subtracted."""
    return gross_receipts - expenses - vehicle_costs + let_receipts - let_expenses


@figure("What you keep from the gig", unit=DOLLARS, tone="gain")
def kept_from_gig(gig_cash: float, extra_tax: float, benefits_lost: float) -> float:
    """The gig's cash, minus the tax that it adds and the benefits that it takes."""
    return gig_cash - extra_tax - benefits_lost


@figure("Take-home pay without the gig", unit=DOLLARS, tone="gain")
def take_home_without_gig(
    household_wages: float,
    workplace_pension: float,
    other_income: float,
    investment_income: float,
    payroll_tax: float,
    tax_without_gig: float,
    benefits_without_gig: float,
) -> float:
    """Income and benefits, minus what goes into a 401(k), payroll tax and the tax without the gig.

    At your own rate, state tax on wages is not subtracted.
    """
    return household_wages - workplace_pension + other_income + investment_income - payroll_tax - tax_without_gig + benefits_without_gig


@figure("Take-home pay", unit=DOLLARS, tone="gain")
def take_home_pay(take_home_without_gig: float, kept_from_gig: float) -> float:
    """What your household keeps in a year, job and gig together, after all taxes counted here."""
    return take_home_without_gig + kept_from_gig
