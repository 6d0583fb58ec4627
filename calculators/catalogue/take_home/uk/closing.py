"""What the gig adds to student loans and to the Self Assessment bill in the United Kingdom."""

from ....engine.fields import Rate
from ....engine.figures import figure
from ..counterfactual import NEXT
from .figures import POUNDS


@figure("Extra student loan repayment", unit=POUNDS, tone="loss")
def extra_loan(student_loan: float, loan_without_gig: float) -> float:
    """It pays off your debt sooner, but it is money that you no longer have."""
    return student_loan - loan_without_gig


@figure("Cash from the gig, before tax", unit=POUNDS, tone="gain")
def gig_cash(gross_receipts: float, expenses: float, uk_vehicle_costs: float) -> float:
    """Receipts minus what you actually pay. The flat mileage rate counts only for tax."""
    return gross_receipts - expenses - uk_vehicle_costs


@figure("Share taken from the next £100", unit=Rate(), tone="loss")
def marginal_rate(
    total_tax: float, student_loan: float, benefits: float, tax_on_more: float, loan_on_more: float, benefits_on_more: float
) -> float:
    """The share of the next £100 of receipts that goes to tax, National Insurance and student loans, or off your benefits."""
    return (tax_on_more + loan_on_more - total_tax - student_loan + benefits - benefits_on_more) / NEXT


@figure("Self Assessment bill", unit=POUNDS, tone="loss")
def assessment_bill(extra_tax: float) -> float:
    """What you pay HMRC yourself by 31 January after the tax year. Your employer has taken the rest from your pay."""
    return max(0, extra_tax)


@figure("Each payment on account", unit=POUNDS, tone="loss")
def payment_on_account(assessment_bill: float, total_tax: float, class_1: float, account_minimum: float, account_share: float) -> float:
    """Two payments of half the bill each, toward next year's tax, unless the bill is small or most of the tax was taken from your pay."""
    return assessment_bill / 2 if assessment_bill >= account_minimum and assessment_bill >= (total_tax - class_1) * account_share else 0
