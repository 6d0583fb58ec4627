"""Notes on take-home pay in Canada, each shown only when it applies."""

from collections.abc import Iterable
from datetime import date

from ....engine import parameters as dated
from ....engine.calculator import Outcome
from ....engine.money import write_money
from .. import closing
from ..deadlines import payments
from ..inputs import Inputs
from ..years import CA
from . import contributions, figures
from .inputs import PROVINCES
from .left_out import LEFT_OUT, NOTHING
from .place import QUEBEC, sources

NAMES = {option.value: option.label for option in PROVINCES}

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
    return "The gig loses money, so it adds no tax. A loss may reduce other income, but we don't count that."


def aside_note(outcome: Outcome[Inputs]) -> str:
    """Nothing is withheld from the gig's income."""
    if outcome[closing.extra_tax] <= 0:
        return ""
    has_instalments = any("Instalment" in due.what for due in payments(outcome))
    then = (
        " That is above the limit for instalments: expect a reminder for the next year. They are due if you owe as much then."
        if has_instalments
        else " It is below the limit for instalments, so you pay it in one sum by 30 April, although you may file until 15 June."
    )
    return f"Nothing is withheld from what the gig brings in, so set this amount aside.{then}"


def projected_note(outcome: Outcome[Inputs]) -> str:
    """An amount of the province is our own projection."""
    inputs = outcome.inputs
    projected = any(value.status == "projected" for value in sources(inputs.province, inputs.tax_year))
    if not projected or outcome[figures.provincial_adjustment] == 0:
        return ""
    name = NAMES[inputs.province]
    not_published = f"{name}'s low-income reduction for {inputs.tax_year} is not published yet."
    return f"{not_published} We use last year's, raised by the province's indexation."


def refund_note(outcome: Outcome) -> str:
    """The credits exceed the income tax."""
    tax = outcome[figures.income_tax]
    if tax >= 0:
        return ""
    return f"Credits are {write_money(-tax)} more than your income tax. You are paid the difference when you file a return."


def pension_note(outcome: Outcome[Inputs]) -> str:
    """How pensions and other income are taxed."""
    if outcome.inputs.other_income <= 0:
        return ""
    fund = " Quebec's health services fund is counted on all of it, although none is due on Old Age Security."
    return (
        "Pension and other income is taxed, without CPP or Employment Insurance. Give your age: from 65 other rules apply."
        f"{fund if outcome.inputs.province == QUEBEC else ''}"
    )


def plan_note(outcome: Outcome[Inputs]) -> str:
    """What an RRSP or pension plan changes, and how much fits into it."""
    paid = outcome.inputs.workplace_pension
    if paid <= 0:
        return ""
    limit = outcome[figures.plan_deduction]
    share = dated.as_of("ca/retirement_plans.rrsp_share", CA(outcome.inputs)).value
    cut = f" More than {write_money(limit, 0)} is not deducted." if paid > limit else ""
    return (
        "Payments into an RRSP or pension plan lower the tax and raise benefits, but CPP and Employment Insurance are due on them."
        f"{cut} Your own RRSP room is {share:.0%} of last year's earned income, less your pension adjustment, and what is left from "
        "earlier years."
    )


def place_note(outcome: Outcome[Inputs]) -> str:
    """What the province grants or charges that is not counted."""
    return LEFT_OUT.get(outcome.inputs.province, NOTHING).sentences()


def left_out_note(_: Outcome) -> str:
    """For whom the tax is computed, and what is not counted in any province (Schedule 6 of 2025, lines 24 to 27)."""
    return (
        "The tax is that of a resident who claims no spouse or children and is not studying full-time, with the credits on the return that "
        "everyone like that gets. Not counted: deductions other than an RRSP or pension plan, and credits for expenses. Three federal "
        "benefits are counted, as far as you can get them: the Canada Child Benefit, the GST credit and the Canada Workers Benefit, "
        "without the supplement for disability. One job with even pay is assumed."
    )


WARNINGS = (projected_note,)
NOTES = (gst_note, aside_note, loss_note, refund_note, pension_note, plan_note, place_note, left_out_note)
