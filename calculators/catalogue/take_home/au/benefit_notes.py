"""Notes on what the gig does to payments in Australia, and on the surcharge, each shown only when it applies."""

from ....engine.calculator import Outcome
from ....engine.fields import Money
from .. import closing
from ..children import ages_of
from ..inputs import Inputs
from . import benefits

ASK = (
    "Services Australia’s Financial Information Service (132 300) and the Welfare Rights Centres explain your own case free of charge. "
    "Report the gig’s income when they ask for it, to avoid a debt."
)


dollars = Money(dollars=True).write


def no_payment_left_note(outcome: Outcome[Inputs]) -> str:
    """With the gig there is no payment."""
    if outcome.inputs.au_payment == "none" or outcome[benefits.centrelink_payment] > 0:
        return ""
    return f"With this income no payment is left. The concession card and Rent Assistance can end with it. {ASK}"


def surcharge_note(outcome: Outcome[Inputs]) -> str:
    """The surcharge is due on all income."""
    if outcome[benefits.levy_surcharge] <= 0:
        return ""
    return (
        f"The Medicare levy surcharge of {dollars(outcome[benefits.levy_surcharge])} is due on your whole taxable income, not just on what "
        "is above the limit. A basic hospital policy may cost less."
    )


def payment_note(outcome: Outcome[Inputs]) -> str:
    """How a payment falls."""
    payment = outcome.inputs.au_payment
    if payment == "none":
        return ""
    if payment == "age_pension":
        return (
            "With the Work Bonus, $300 a fortnight of what you earn from work doesn't count, including a gig that is a business. What "
            "you haven't used is saved, up to $11,800, and protects more of your income in the first year; that is not counted here. "
            "Above the free area the pension falls by 50 cents for each dollar. If the assets test sets your pension, the gig may take "
            f"nothing. {ASK}"
        )
    return (
        "JobSeeker Payment is counted as if every fortnight were alike. Working Credits that you have saved up reduce the loss. "
        f"The payment is itself taxable; an offset usually cancels that tax, and both are left out. {ASK}"
    )


def family_benefit_note(outcome: Outcome[Inputs]) -> str:
    """Family Tax Benefit is not counted."""
    if not ages_of(outcome.inputs.child_ages) or outcome.inputs.gross_receipts <= 0:
        return ""
    return (
        "Family Tax Benefit is not counted. Part A falls by 20 and later 30 cents for each dollar of family income above its limits, and "
        f"Part B by 20 cents for each dollar that the second earner makes. Tell Services Australia a new estimate of your income. {ASK}"
    )


def kept_note(outcome: Outcome[Inputs]) -> str:
    """The gig does not change the payment."""
    if outcome.inputs.au_payment == "none" or outcome.inputs.gross_receipts <= 0 or abs(outcome[closing.benefits_lost]) >= 1:
        return ""
    return "The gig doesn't change your payment."


WARNINGS = (no_payment_left_note, surcharge_note)
NOTES = (kept_note, payment_note, family_benefit_note)
