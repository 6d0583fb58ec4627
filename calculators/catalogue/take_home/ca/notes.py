"""Notes on take-home pay in Canada, each shown only when it applies."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ....engine import parameters as dated
from ....engine.calculator import Outcome
from ....engine.money import write_money
from .. import closing
from ..inputs import Inputs
from ..years import CA
from . import contributions, figures
from .place import QUEBEC, sources

PROJECTED = {"nb": "New Brunswick", "nl": "Newfoundland and Labrador"}
"""Provinces whose low-income reduction for 2026 is not published yet."""

NORTH = "Not counted: the northern residents deduction, up to $22 a day if nobody else in your home claims it, which lowers your tax"

WORK_PREMIUM = 1_185.52

LEFT_OUT = {
    "bc": "Not counted: the renter's tax credit of up to $400, which depends on your home. It phases out as income grows.",
    "mb": "Not counted: Manitoba's renters and homeowners credits, which depend on your home.",
    "nt": f"{NORTH}; and the territory's payroll tax on wages.",
    "nu": f"{NORTH}; and the territory's payroll tax on wages.",
    "qc": "Not counted: Quebec's work premium, up to {work_premium} in 2025, which phases out as income grows; the solidarity credit; the "
    "amount for a person living alone, worth up to about $300 of tax; and the premium for the public drug plan, which you may owe if no "
    "private plan covers you.",
    "sk": "Not counted: Saskatchewan's low-income tax credit, which is paid separately from the tax and shrinks as income grows.",
    "yt": f"{NORTH}.",
}
"""What a province grants or charges that is not counted here, because it needs further inputs or is not published for both years.

Amounts: line 25500 on canada.ca; the Budget of British Columbia of 2023; Quebec's work premium of 2025 and 14% of $2,172 as taxtips.ca
gives them. All were read in stored copies in November 2026.
"""


WITHOUT_TAX = "Enter your receipts without the tax that you pass on."


def gst(inputs: Inputs) -> dated.Value:
    """The small supplier limit for GST/HST in the tax year."""
    return dated.as_of("ca/notices.small_supplier", CA(inputs))


def cites(inputs: Inputs, _: date) -> Iterable[dated.Value]:
    """The province's own values, and the GST/HST limit that a note cites."""
    return (*sources(inputs.province, inputs.tax_year), gst(inputs))


def gst_note(outcome: Outcome[Inputs]) -> str:
    """The gig must register for GST/HST."""
    limit = gst(outcome.inputs).value
    also = " The same goes for Quebec's sales tax." if outcome.inputs.province == QUEBEC else ""
    if outcome.inputs.ca_rides == "yes" and outcome.inputs.gross_receipts > 0:
        return f"If you drive passengers, you must register for GST/HST from the first dollar.{also} {WITHOUT_TAX}"
    if outcome.inputs.gross_receipts > limit:
        return (
            f"With more than {write_money(limit, 0)} of receipts within a year you are no longer a small supplier and must register "
            f"for GST/HST.{also} {WITHOUT_TAX}"
        )
    return ""


def loss_note(outcome: Outcome) -> str:
    """The gig loses money; no relief is counted."""
    if outcome[contributions.net_profit] >= 0:
        return ""
    return "The gig loses money, so it adds no tax. A loss may reduce other income, but we do not count that."


def aside_note(outcome: Outcome) -> str:
    """Nothing is withheld from the gig's income."""
    if outcome[closing.extra_tax] <= 0:
        return ""
    return "Nothing is withheld from what the gig brings in, so set this amount aside."


def reduction_note(outcome: Outcome[Inputs]) -> str:
    """The province's reduction is our own projection."""
    name = PROJECTED.get(outcome.inputs.province)
    if name is None or outcome.inputs.tax_year != "2026" or outcome[figures.provincial_adjustment] == 0:
        return ""
    return f"{name}'s low-income reduction for 2026 is not published yet. We use last year's, raised by the province's indexation."


def refund_note(outcome: Outcome) -> str:
    """The credits exceed the income tax."""
    tax = outcome[figures.income_tax]
    if tax >= 0:
        return ""
    return f"Credits are {write_money(-tax)} more than your income tax. You are paid the difference when you file a return."


def pension_note(outcome: Outcome[Inputs]) -> str:
    """What pensioners get and pay that is not counted."""
    if outcome.inputs.other_income <= 0:
        return ""
    fund = " Quebec's health services fund is counted on all of it, although none is due on Old Age Security."
    return (
        "Pension and other income is taxed, without CPP or Employment Insurance. Not counted: the pension income amount and, from age 65, "
        "the age amount, which lower your tax; and the repayment of Old Age Security at higher incomes. From 65 you can choose to pay no "
        f"more CPP on the gig, and from 70 none is due; we count it.{fund if outcome.inputs.province == QUEBEC else ''}"
    )


def place_note(outcome: Outcome[Inputs]) -> str:
    """What the province grants or charges that is not counted."""
    return LEFT_OUT.get(outcome.inputs.province, "").format(work_premium=write_money(WORK_PREMIUM, 0))


def left_out_note(_: Outcome) -> str:
    """What is not counted."""
    return (
        "Computed for a resident aged 19 to 64 without a spouse or children to claim, with the credits that everyone like that gets. "
        "Not counted: RRSP and other deductions, other credits, and benefits that shrink as income grows, such as the Canada Workers "
        "Benefit, the GST/HST credit and those of the provinces. One job with even pay is assumed."
    )


NOTES = (gst_note, aside_note, loss_note, reduction_note, refund_note, pension_note, place_note, left_out_note)
