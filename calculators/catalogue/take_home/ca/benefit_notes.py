"""Notes on what the gig does to benefits in Canada, and on people from age 65, each shown only when it applies."""

from ....engine.calculator import Outcome
from ....engine.fields import Money
from .. import closing
from ..children import ages_of
from ..inputs import Inputs
from . import benefits, figures
from .contributions import CHOICE_FROM, has_stopped
from .place import QUEBEC

dollars = Money(dollars=True).write


def supplement_note(outcome: Outcome[Inputs]) -> str:
    """The Guaranteed Income Supplement is not counted."""
    inputs = outcome.inputs
    if inputs.age < CHOICE_FROM or inputs.gross_receipts <= 0 or outcome[figures.taxable_income] > 45_000:
        return ""
    return (
        "If you get the Guaranteed Income Supplement: the gig can lower it by 50 cents for each dollar, and that is not counted. The first "
        "$5,000 a year from work, and half of the next $10,000, do not count. Ask Service Canada before you start, free of charge: "
        "1-800-277-9914."
    )


def when_note(outcome: Outcome[Inputs]) -> str:
    """The benefits follow a year later."""
    if outcome[benefits.canada_child_benefit] + outcome[benefits.gst_credit] <= 0 and outcome[closing.benefits_lost] <= 0:
        return ""
    names = "The Canada Child Benefit and the GST credit (the Canada Groceries and Essentials Benefit) are"
    if not ages_of(outcome.inputs.child_ages):
        names = "The GST credit (the Canada Groceries and Essentials Benefit) is"
    first = int(outcome.inputs.tax_year) + 1
    return (
        f"{names} based on what you earn now and paid from July {first} to June {first + 1}, so the change comes later. "
        "The amounts are those from July 2026, the latest published."
    )


def lost_note(outcome: Outcome[Inputs]) -> str:
    """What the gig takes of the benefits."""
    lost = outcome[closing.benefits_lost]
    if lost < 1:
        return ""
    return f"The gig takes {dollars(lost)} a year off your federal benefits. You have to file a return to get them at all."


def family_note(outcome: Outcome[Inputs]) -> str:
    """What is not counted for families."""
    inputs = outcome.inputs
    if inputs.ca_spouse == "no" and not ages_of(inputs.child_ages):
        return ""
    return (
        "Counted for your family: the federal benefits. Not counted: a spouse's or a lone parent's amount on the return, child care costs, "
        "supplements for disability, shared custody and your province's own child benefits, most of which shrink as income grows."
    )


def contribution_note(outcome: Outcome[Inputs]) -> str:
    """Whether pension contributions are due from age 65."""
    inputs = outcome.inputs
    if inputs.age < CHOICE_FROM:
        return ""
    plan, last = ("QPP", "73") if inputs.province == QUEBEC else ("CPP", "70")
    if has_stopped(inputs.province, inputs.age, inputs.ca_pension_stopped):
        return f"No {plan} contributions are counted."
    return (
        f"{plan} contributions are counted on pay and gig. If you get the pension already, you can choose to stop them; from {last} none "
        "are due."
    )


def senior_note(outcome: Outcome[Inputs]) -> str:
    """What is counted from age 65."""
    if outcome.inputs.age < CHOICE_FROM:
        return ""
    repaid = outcome[figures.security_repaid]
    taken = f"{dollars(repaid)} of Old Age Security is paid back, because your income is high. " if repaid > 0 else ""
    return (
        f"{taken}Counted from age 65: the federal age amount, the pension income amount and the repayment of Old Age Security. Not "
        "counted: your province's amounts for age and pension, and splitting a pension with your spouse. They would leave you more."
    )


WARNINGS = (supplement_note,)
NOTES = (lost_note, when_note, family_note, contribution_note, senior_note)
