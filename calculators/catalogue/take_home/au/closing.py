"""What the gig adds to study loans in Australia, and the rate on the next hundred."""

from ....engine.fields import Rate
from ....engine.figures import figure
from ..counterfactual import NEXT
from .figures import DOLLARS


@figure("Extra study loan repayment", unit=DOLLARS, tone="loss")
def extra_loan(study_loan: float, loan_without_gig: float) -> float:
    """It pays off your debt sooner, but it is money that you no longer have."""
    return study_loan - loan_without_gig


@figure("Cash from the gig, before tax", unit=DOLLARS, tone="gain")
def gig_cash(gross_receipts: float, expenses: float, au_car_costs: float) -> float:
    """Receipts minus what you actually pay. The flat rate per kilometer counts only for tax."""
    return gross_receipts - expenses - au_car_costs


@figure("Share taken from the next $100", unit=Rate(), tone="loss")
def marginal_rate(
    total_tax: float, study_loan: float, benefits: float, tax_on_more: float, loan_on_more: float, benefits_on_more: float
) -> float:
    """The share of the next $100 of receipts that goes to tax, the Medicare levy and the study loan, or off your benefits."""
    return (tax_on_more + loan_on_more - total_tax - study_loan + benefits - benefits_on_more) / NEXT
