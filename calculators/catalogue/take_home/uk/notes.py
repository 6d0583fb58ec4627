"""Sentences that an outcome in the United Kingdom may call for."""

from __future__ import annotations

from datetime import date
from typing import Any

from ....engine import parameters as dated
from ....engine.calculator import Outcome
from ....engine.money import write_money
from ..years import UK


def pounds(amount: float, places: int = 0) -> str:
    """An amount in pounds, for a sentence."""
    return write_money(amount, places, "£")


CITED = ("national_insurance.small_profits_threshold", "national_insurance.class_2_weekly", "allowances.vat_threshold")


def cites(inputs: Any, _: date) -> tuple[dated.Value, ...]:
    """What the notes speak of, in the inputs' tax year: the small profits threshold, voluntary Class 2 a week, and where VAT sets in."""
    return tuple(dated.as_of(f"uk/{name}", UK(inputs)) for name in CITED)


NAMES = {"trade": "trading allowance", "room": "Rent a Room allowance", "letting": "property allowance"}


def allowance_note(outcome: Outcome) -> str:
    """Which of the two was taken off the receipts, and why."""
    costs, allowance, receipts = outcome["real_costs"], outcome["gig_allowance"], outcome["gross_receipts"]
    name = NAMES[outcome["uk_gig"]]
    if receipts <= 0:
        return ""
    if costs > allowance:
        return f"Your real costs of {pounds(costs)} save you more than the {name} of {pounds(allowance)}. You may use only one of them."
    if receipts <= allowance:
        return f"Receipts of up to {pounds(allowance)} are covered by the {name}: no tax on them, and usually nothing to report."
    return f"The {name} of {pounds(allowance)} saves you more than your real costs of {pounds(costs)}. You may use only one of them."


def loss_note(outcome: Outcome) -> str:
    """A loss is no income, and no relief is counted for it."""
    if outcome["net_profit"] >= 0:
        return ""
    return "By its real costs the gig loses money, so it adds no tax. There are reliefs for a trade's loss; we count none."


def class_2_note(outcome: Outcome) -> str:
    """Voluntary Class 2 below the small profits threshold."""
    if outcome["uk_gig"] != "trade" or outcome["uk_pension_age"] == "yes":
        return ""
    threshold, weekly, _ = cites(outcome.inputs, outcome.day)
    if outcome["taxable_profit"] >= threshold.value:
        return ""
    return (
        f"Profit below {pounds(threshold.value)} does not count towards your State Pension. You may pay Class 2 of your own accord, "
        f"{pounds(weekly.value, 2)} a week. With a job that pays enough you need not: it counts already."
    )


def vat_note(outcome: Outcome) -> str:
    """When the gig has to register for VAT. Letting a home to live in is exempt."""
    threshold = cites(outcome.inputs, outcome.day)[-1].value
    if outcome["uk_gig"] != "trade" or outcome["gross_receipts"] <= threshold:
        return ""
    return (
        f"With more than {pounds(threshold)} of receipts within twelve months you have to register for VAT. "
        "Put in your receipts without the VAT that you pass on."
    )


def interest_note(outcome: Outcome) -> str:
    """Interest on a let home does not come off the rent."""
    if outcome["uk_gig"] == "trade" or outcome["expenses"] <= 0:
        return ""
    return (
        "Leave mortgage interest on a home that you let out of the costs: it does not come off the rent, but lowers the tax by a fifth "
        "of it (ITTOIA 2005, sections 272A and 274A). That is not counted."
    )


def maximum_note(outcome: Outcome) -> str:
    """The annual maximum has to be looked after."""
    if outcome["class_4_band"] <= outcome["class_4_room"] or outcome["uk_pension_age"] == "yes":
        return ""
    return (
        "Because your job already pays National Insurance, part of your Class 4 is charged at the lower rate only (the annual maximum). "
        "Check that HMRC's calculation does so too; if not, ask for it."
    )


def account_note(outcome: Outcome) -> str:
    """The first January costs one and a half bills."""
    if outcome["payment_on_account"] <= 0:
        return ""
    first = outcome["assessment_bill"] + outcome["payment_on_account"] + outcome["extra_loan"]
    loan = ", the student loan included" if outcome["extra_loan"] > 0 else ""
    return (
        f"In your first January you pay the bill and the first payment on account together: {pounds(first)}{loan}. "
        f"The second, {pounds(outcome['payment_on_account'])}, follows by 31 July."
    )


def loan_note(outcome: Outcome) -> str:
    """The plan whose repayments had not started yet."""
    if outcome["tax_year"] != "2025" or "plan_5" not in outcome["uk_loans"] or outcome["student_loan"] <= 0:
        return ""
    return "Plan 5 loans are repaid from April 2026 on. We count a repayment for 2025-26 all the same, as HMRC's own calculator does."


def pension_note(outcome: Outcome) -> str:
    """How pensions and other income are taxed."""
    if outcome["other_income"] <= 0:
        return ""
    return (
        "Pensions, the State Pension included, and other income are taxed like pay, but bear no National Insurance. "
        "Savings interest and dividends have allowances of their own: leave them out."
    )


def left_out_note(_: Outcome) -> str:
    """What the sums leave out."""
    return (
        "Not counted: pension contributions, the Marriage Allowance, savings and dividends, Child Benefit and the charge on it, "
        "the winter fuel charge, benefits, VAT. One job with even pay is assumed."
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
    left_out_note,
)
