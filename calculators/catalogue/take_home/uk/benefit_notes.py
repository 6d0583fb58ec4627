"""Notes on what the gig does to benefits in the United Kingdom, each shown only when it applies."""

from ....engine.calculator import Outcome
from ....engine.fields import Money
from .. import closing
from ..children import ages_of
from ..inputs import Inputs
from . import benefits, figures, universal_credit
from .inputs import POUND

ASK = "You can check this free of charge with the calculators at gov.uk/benefits-calculators, or ask Citizens Advice."


pounds = Money(currency=POUND, dollars=True).write


def gets_credit(outcome: Outcome[Inputs]) -> bool:
    """Whether Universal Credit is counted."""
    return universal_credit.claims(outcome.inputs.gets_universal_credit, outcome.inputs.uk_pension_age)


def refused_note(outcome: Outcome[Inputs]) -> str:
    """Somebody over State Pension age is counted without Universal Credit."""
    if outcome.inputs.gets_universal_credit != "yes" or gets_credit(outcome):
        return ""
    return (
        "Universal Credit is for people below State Pension age, so we count none. If your partner is younger, you may still get it "
        f"together. Pension Credit, which is not counted either, shrinks when you earn. {ASK}"
    )


def floor_note(outcome: Outcome[Inputs]) -> str:
    """The minimum income floor is above what is earned."""
    floor = outcome[universal_credit.income_floor]
    earned = outcome[universal_credit.credit_earnings] - outcome[universal_credit.partner_net]
    if not gets_credit(outcome) or floor <= 0 or floor < earned:
        return ""
    return (
        f"After the start-up period, Universal Credit treats you as earning at least {pounds(floor / universal_credit.MONTHS)} a month "
        "after tax (the minimum income floor), even in months in which you earn less. This answer counts that. Tell your work "
        "coach if you can work fewer hours, because of children, care or health: the floor is then lower, or there is none."
    )


def no_floor_note(outcome: Outcome[Inputs]) -> str:
    """The start-up period is over, but no minimum income floor is counted."""
    inputs = outcome.inputs
    if not gets_credit(outcome) or inputs.first_year == "yes" or outcome[universal_credit.income_floor] > 0:
        return ""
    ages = ages_of(inputs.child_ages)
    if ages and ages[-1] < universal_credit.TODDLER:
        return "With a child under 3, no minimum income floor is counted. That is right if you mainly look after the child yourself."
    if inputs.uk_gig == "trade" and inputs.gross_receipts > 0:
        return (
            "No minimum income floor is counted, because your job brings in more than the gig. It applies only to somebody whose main work "
            "is self-employment, and the DWP decides that."
        )
    return ""


def none_left_note(outcome: Outcome[Inputs]) -> str:
    """With the gig there is no Universal Credit."""
    if not gets_credit(outcome) or outcome[universal_credit.universal_credit] > 0:
        return ""
    return f"With these earnings no Universal Credit is left. Other help can end with it, such as free school meals. {ASK}"


def credit_note(outcome: Outcome[Inputs]) -> str:
    """How earnings lower Universal Credit."""
    if not gets_credit(outcome):
        return ""
    allowance = outcome[universal_credit.credit_allowance]
    start = (
        f"The first {pounds(allowance / universal_credit.MONTHS)} a month that you earn, after tax, doesn't lower Universal Credit. "
        "Above that, it falls by 55p for each pound."
        if allowance > 0
        else "Universal Credit falls by 55p for each pound that you earn, after tax. If your health limits your work, part of your "
        "earnings is left out, and you lose less than shown."
    )
    rent = " Rent that you receive doesn't count as earnings." if outcome.inputs.uk_gig != "trade" else ""
    return (
        f"{start}{rent} You report receipts and costs every month, and each month counts on its own, so uneven months come out a little "
        "differently."
    )


def limits_note(outcome: Outcome[Inputs]) -> str:
    """What is left out of Universal Credit."""
    if not gets_credit(outcome):
        return ""
    return (
        "Not counted in Universal Credit: extra amounts for disability, care and childcare, which are added and shrink in the same way; "
        "savings, which lower it above £6,000 and end it above £16,000; the benefit cap; and deductions for debts. Your "
        f"council's help with council tax often falls too, under its own rules. {ASK}"
    )


def charge_note(outcome: Outcome[Inputs]) -> str:
    """Child Benefit is charged back in part or whole."""
    charge = outcome[benefits.child_benefit_charge]
    if charge <= 0:
        return ""
    inputs = outcome.inputs
    own = outcome[figures.adjusted_income]
    yours = "your partner, who has more income" if inputs.uk_partner == "yes" and inputs.uk_partner_pay > own else "you"
    return (
        f"{pounds(charge)} of {pounds(outcome[benefits.child_benefit])} of Child Benefit is charged back, because "
        f"your income or your partner's is above £60,000. It falls on {yours}. It is paid through Self Assessment, or through your tax "
        "code. Paying into a pension lowers the income that counts."
    )


def scotland_note(outcome: Outcome[Inputs]) -> str:
    """Scotland's payment for children depends on Universal Credit."""
    inputs = outcome.inputs
    if inputs.uk_region != "scotland" or not gets_credit(outcome) or not inputs.child_ages.strip():
        return ""
    if outcome[universal_credit.universal_credit] > 0:
        return "The Scottish Child Payment is not counted. You keep it in full as long as some Universal Credit is left."
    return "The Scottish Child Payment is not counted. It ends with Universal Credit, so you would lose that too."


def gain_note(outcome: Outcome[Inputs]) -> str:
    """The gig does not change the benefits."""
    if not gets_credit(outcome) or outcome.inputs.gross_receipts <= 0 or abs(outcome[closing.benefits_lost]) >= 1:
        return ""
    return "The gig doesn't change your Universal Credit."


def marriage_note(outcome: Outcome[Inputs]) -> str:
    """The Marriage Allowance is lost, or may cost the spouse nothing."""
    inputs = outcome.inputs
    if inputs.uk_marriage == "receive" and outcome[figures.marriage_credit] == 0:
        return "With this income you pay a higher rate, so your spouse’s Marriage Allowance no longer lowers your tax. Cancel it with HMRC."
    if inputs.uk_marriage == "give" and outcome[figures.taxable_income] > 0:
        return (
            "You now pay tax on income that the Marriage Allowance made taxable. Your spouse still gets £252. Check that the two of you "
            "still come out ahead."
        )
    return ""


def winter_note(outcome: Outcome[Inputs]) -> str:
    """The winter fuel payment is taken back."""
    if outcome.inputs.uk_winter_fuel <= 0 or outcome[benefits.winter_fuel_kept] > 0:
        return ""
    return "Because your income is above £35,000, all of your winter fuel payment is taken back with your tax."


WARNINGS = (refused_note, floor_note, none_left_note)
NOTES = (credit_note, gain_note, no_floor_note, limits_note, scotland_note, charge_note, marriage_note, winter_note)
