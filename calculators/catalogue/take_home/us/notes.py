"""Sentences that an outcome of take-home in the United States may call for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from ....engine import parameters as dated
from ....engine.calculator import Outcome
from ....engine.fields import Money
from ..years import US
from .income import CATCH_UP

write = Money(dollars=True).write


def cites(inputs: Any, _: date) -> Iterable[dated.Value]:
    """The two limits that a note on retirement plans speaks of."""
    return (dated.as_of("us/retirement.deferral_limit", US(inputs)), dated.as_of("us/retirement.contribution_share", US(inputs)))


def spouse_note(outcome: Outcome) -> str:
    """A spouse's wages that are not on this return."""
    ignored = outcome["spouse_wages"] > 0 and outcome["filing_status"] != "joint"
    return "Your spouse's pay is left out: with this filing status it is not on your return." if ignored else ""


def floor_note(outcome: Outcome) -> str:
    """A profit too small for self-employment tax."""
    small = outcome["net_profit"] > 0 and outcome["self_employment_income"] == 0
    return "There is no self-employment tax: net earnings, 92.35% of the profit, are below $400." if small else ""


def loss_note(outcome: Outcome) -> str:
    """A loss, and how much of it counts."""
    if outcome["net_profit"] >= 0:
        return ""
    waiting = outcome["counted_profit"] - outcome["net_profit"]
    more = f" {write(waiting)} of it has to wait for later years." if waiting > 0 else ""
    return f"The gig makes a loss, which lowers the tax on your other income. That holds for a business run to make a profit.{more}"


def separate_note(outcome: Outcome) -> str:
    """The credit that a separate return gets only while living apart."""
    counted = outcome["filing_status"] == "separate" and outcome["earned_income_credit"] > 0
    return (
        "This counts an earned income credit on a separate return, because you said that you lived apart from your spouse with a child."
        if counted
        else ""
    )


def standard_note(outcome: Outcome) -> str:
    """The standard deduction that a separate return loses when the spouse itemizes (section 63(c)(6)(A))."""
    if outcome["filing_status"] != "separate" or outcome["itemized_deductions"] > outcome["standard_deduction"]:
        return ""
    return "If your spouse itemizes on a return of their own, you get no standard deduction. We count one, so your tax would be higher."


def status_note(outcome: Outcome) -> str:
    """A filing status that needs somebody to care for."""
    alone = outcome["children"] + outcome["older_children"] + outcome["other_dependents"] == 0
    if outcome["filing_status"] == "head" and alone:
        return "Head of household needs a child or another dependent, and you put in none. If there is none, choose single."
    if outcome["filing_status"] == "widowed" and outcome["children"] + outcome["older_children"] == 0:
        return "A qualifying surviving spouse has a child at home, and you put in none. If there is none, choose single."
    return ""


def rent_note(outcome: Outcome) -> str:
    """Rent that the law leaves alone."""
    free = outcome["let_receipts"] > 0 and outcome["taxed_rent"] == 0
    rent = write(outcome["let_receipts"])
    return f"The rent of {rent} is not taxed: your own home, let for fewer than 15 days. Its costs are not deducted." if free else ""


def rent_loss_note(outcome: Outcome) -> str:
    """Letting costs above the rent."""
    if not outcome["let_expenses"] > outcome["taxed_rent"] > 0:
        return ""
    if outcome["let_services"] == "usual":
        return (
            "Letting costs more than it brings. Whether such a loss counts this year depends on more than we ask, so it is counted "
            "as nothing."
        )
    if outcome["let_home"] == "yes":
        return "Letting a home that you live in costs more than it brings. Its costs count up to the rent (section 280A(c)(5))."
    return ""


def business_income_note(outcome: Outcome) -> str:
    """The limit of the business income deduction."""
    if outcome["qbi_lost"] == 0 or outcome["net_profit"] <= 0:
        return ""
    fading = "The business income deduction fades at your income, as for a business without employees or much equipment."
    return f"{fading} Some professions lose it sooner: see Form 8995-A."


def car_note(outcome: Outcome) -> str:
    """Miles deducted, but no cost of them put in; a car's real costs, some of which the law caps."""
    if outcome["vehicle_method"] == "actual" and outcome["vehicle_costs"] > 0:
        return "The law caps what may be deducted each year for a car's depreciation (section 280F). We deduct what you put in."
    if outcome["mileage_deduction"] == 0 or outcome["vehicle_costs"] > 0:
        return ""
    if outcome["vehicle_method"] == "actual":
        return "You chose to deduct what the car really cost, and put in no cost. Put it in, or deduct by the mile."
    return "Your miles are deducted at the standard rate, but you put in no real cost of driving them: what you keep is less than shown."


def insurance_note(outcome: Outcome) -> str:
    """Deductions cut to what the gig earned."""
    earned = max(0.0, outcome["net_profit"] - outcome["deductible_half"])
    cut = outcome["health_insurance"] > outcome["health_insurance_deduction"] or outcome["retirement"] > earned
    return "Health insurance and retirement payments count only up to what the gig earned, so part of yours is left out." if cut else ""


def plan_note(outcome: Outcome) -> str:
    """Retirement payments above a limit of all plans, or of some."""
    limit, counted = outcome["plan_limit"], outcome["retirement_deduction"]
    sentences = []
    if outcome["retirement"] > limit:
        older = ", catch-up payments included" if outcome["age"] >= CATCH_UP else ""
        sentences.append(f"No such plan takes more than {write(limit)} in this year{older} (section 415(c)), so the rest is not deducted.")
    deferral, share = (value.value for value in cites(outcome.inputs, outcome.day))
    as_employer = share * max(0.0, outcome["net_profit"] - outcome["deductible_half"])
    if counted > as_employer:
        sentences.append(
            f"Check your plan's own limit. A SEP takes {share:.0%} of net earnings, here {write(as_employer)}; a 401(k) of your own takes "
            f"that and up to {write(deferral)} of deferrals, all jobs together, and more from age 50 (sections 404(h), 402(g))."
        )
    return " ".join(sentences)


def no_payment_note(outcome: Outcome) -> str:
    """A gig without any payment through the year."""
    if outcome["estimated_payment"] > 0 or (outcome["net_profit"] <= 0 and outcome["rental_profit"] <= 0):
        return ""
    owed = outcome["still_owed"]
    if owed <= 0:
        return "No estimated tax is due through the year: nothing is left to pay beyond what is taken from your pay."
    least = dated.as_of("us/estimated_tax.least_owed", US(outcome.inputs)).value
    if owed < least:
        reason = f"less than {write(least)} is owed at its end"
    elif outcome["enough_by_last_year"] == 0:
        reason = "you owed no tax last year"
    else:
        reason = "what is taken from your pay is enough in time"
    return f"No estimated tax is due through the year: {reason} (section 6654). You pay the {write(owed)} with your return."


def pension_note(outcome: Outcome) -> str:
    """Social Security benefits, whose taxable part depends on all other income."""
    if outcome["other_income"] <= 0:
        return ""
    return (
        "Pensions and other income of everybody on this return are taxed, without Social Security or Medicare tax. Of Social Security "
        "benefits put in only the taxable part (Form 1040, line 6b). A gig may make more of them taxable; that is not worked out here."
    )


NOTES = (
    spouse_note,
    floor_note,
    loss_note,
    separate_note,
    standard_note,
    status_note,
    rent_note,
    rent_loss_note,
    business_income_note,
    car_note,
    insurance_note,
    plan_note,
    no_payment_note,
    pension_note,
)
