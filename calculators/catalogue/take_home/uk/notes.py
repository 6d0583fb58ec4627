"""Notes on take-home pay in the United Kingdom, each shown only when it applies."""

from datetime import date

from ....engine import parameters as dated
from ....engine.calculator import Outcome
from ....engine.money import write_money
from ..inputs import Inputs
from ..years import UK
from . import closing, figures
from .inputs import POUND


def pounds(amount: float, places: int = 0) -> str:
    """Write an amount in pounds."""
    return write_money(amount, places, POUND)


CITED = ("national_insurance.small_profits_threshold", "national_insurance.class_2_weekly", "allowances.vat_threshold")


def cites(inputs: Inputs, _: date) -> tuple[dated.Value, ...]:
    """The values that the notes cite, in the tax year: the small profits threshold, weekly voluntary Class 2, and the VAT threshold."""
    return tuple(dated.as_of(f"uk/{name}", UK(inputs)) for name in CITED)


NAMES = {"trade": "trading allowance", "room": "Rent a Room allowance", "letting": "property allowance"}


def allowance_note(outcome: Outcome[Inputs]) -> str:
    """Whether real costs or the allowance were deducted, and why."""
    costs, allowance, receipts = outcome[figures.real_costs], outcome[figures.gig_allowance], outcome.inputs.gross_receipts
    name = NAMES[outcome.inputs.uk_gig]
    if receipts <= 0:
        return ""
    if costs > allowance:
        return f"Your real costs of {pounds(costs)} save you more than the {name} of {pounds(allowance)}. You can use only one of them."
    if receipts <= allowance:
        return f"Receipts of up to {pounds(allowance)} are covered by the {name}. No tax is due, and usually there is nothing to report."
    return f"The {name} of {pounds(allowance)} saves you more than your real costs of {pounds(costs)}. You can use only one of them."


def loss_note(outcome: Outcome) -> str:
    """The gig loses money; no relief is counted."""
    if outcome[figures.net_profit] >= 0:
        return ""
    return "After its real costs the gig loses money, so it adds no tax. There are reliefs for a trade's losses, which we don't count."


def class_2_note(outcome: Outcome[Inputs]) -> str:
    """Voluntary Class 2 below the small profits threshold."""
    if outcome.inputs.uk_gig != "trade" or outcome.inputs.uk_pension_age == "yes":
        return ""
    threshold, weekly, _ = cites(outcome.inputs, outcome.day)
    if outcome[figures.taxable_profit] >= threshold.value:
        return ""
    return (
        f"Profit below {pounds(threshold.value)} doesn't count toward your State Pension. You can pay voluntary Class 2, "
        f"{pounds(weekly.value, 2)} a week. If your job pays enough, the year counts already and you don't have to."
    )


def vat_note(outcome: Outcome[Inputs]) -> str:
    """The gig must register for VAT. Renting out a home to live in is exempt."""
    threshold = cites(outcome.inputs, outcome.day)[-1].value
    if outcome.inputs.uk_gig != "trade" or outcome.inputs.gross_receipts <= threshold:
        return ""
    return (
        f"With more than {pounds(threshold)} of receipts within twelve months you must register for VAT. "
        "Enter your receipts without the VAT that you pass on."
    )


def interest_note(outcome: Outcome[Inputs]) -> str:
    """Mortgage interest on a rented-out home is not deductible."""
    if outcome.inputs.uk_gig == "trade" or outcome.inputs.expenses <= 0:
        return ""
    return (
        "If you rent out a home, leave its mortgage interest out of the costs: it is not deducted, but lowers the tax by a fifth "
        "of it (ITTOIA 2005, sections 272A and 274A). That is not counted."
    )


def maximum_note(outcome: Outcome[Inputs]) -> str:
    """The reader should check that HMRC applies the annual maximum."""
    if outcome[figures.class_4_band] <= outcome[figures.class_4_room] or outcome.inputs.uk_pension_age == "yes":
        return ""
    return (
        "Because your job already pays National Insurance, part of your Class 4 is charged at the lower rate only (the annual maximum). "
        "Check that HMRC's calculation does the same, and ask for it if not."
    )


def account_note(outcome: Outcome[Inputs]) -> str:
    """The first January's payment is one and a half bills, or why it is not."""
    bill = outcome[closing.assessment_bill]
    if bill <= 0:
        return ""
    if outcome[closing.payment_on_account] <= 0:
        least = dated.as_of("uk/payments.account_minimum", UK(outcome.inputs)).value
        reason = f"the bill is below {pounds(least)}" if bill < least else "more than 80% of your tax is taken from your pay"
        return f"No payments on account are due, because {reason}. You pay the bill by 31 January after the tax year."
    first = outcome[closing.assessment_bill] + outcome[closing.payment_on_account] + outcome[closing.extra_loan]
    loan = ", including the student loan" if outcome[closing.extra_loan] > 0 else ""
    return (
        f"In your first January you pay the bill together with the first payment on account: {pounds(first)}{loan}. "
        f"The second, {pounds(outcome[closing.payment_on_account])}, is due by 31 July."
    )


def loan_note(outcome: Outcome[Inputs]) -> str:
    """Plan 5 repayments had not started yet."""
    if outcome.inputs.tax_year != "2025" or "plan_5" not in outcome.inputs.uk_loans or outcome[figures.student_loan] <= 0:
        return ""
    return "Plan 5 repayments start in April 2026. We count a repayment for 2025-26 anyway, as HMRC's own calculator does."


def pension_note(outcome: Outcome[Inputs]) -> str:
    """How pensions and other income are taxed."""
    if outcome.inputs.other_income <= 0:
        return ""
    return (
        "Pensions, including the State Pension, and other income are taxed like pay, but without National Insurance. "
        "Leave out savings interest and dividends, which have their own allowances."
    )


def contribution_note(outcome: Outcome[Inputs]) -> str:
    """What pension contributions change, and what they don't."""
    paid = outcome.inputs.workplace_pension
    if paid <= 0:
        return ""
    relief = outcome[figures.contribution_at_source]
    added = f" Your provider adds {pounds(relief - paid)} of relief." if relief > paid else ""
    allowance = dated.as_of("uk/pensions.annual_allowance", UK(outcome.inputs)).value
    above = (
        f" Above {pounds(allowance)} a year, your employer's part included, a charge is due that is not counted."
        if (max(paid, relief) > allowance / 2)
        else ""
    )
    return (
        f"Your pension contributions lower Income Tax and what Universal Credit counts, but not National Insurance.{added} Student loan "
        f"repayments are counted on pay before them, as your employer does.{above}"
    )


def left_out_note(_: Outcome) -> str:
    """What is not counted."""
    return (
        "Not counted: savings and dividends, VAT, and benefits other than those that you can switch on in the form: Universal Credit, "
        "Child Benefit, the Marriage Allowance and the winter fuel payment. We assume one job with the same pay all year. Your P60 gives "
        "pay after pension contributions that are taken before tax: add them to it, or leave them out in both places."
    )


NOTES = (
    allowance_note,
    loss_note,
    vat_note,
    interest_note,
    class_2_note,
    maximum_note,
    account_note,
    loan_note,
    pension_note,
    contribution_note,
    left_out_note,
)
