"""Notes on take-home pay in the United States, each shown only when it applies."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ....engine import parameters as dated
from ....engine.calculator import Outcome
from ....engine.fields import Money
from ..inputs import Inputs
from ..years import US
from . import benefit_notes, estimated, family, gig, income, self_employment, totals
from .credits import earned_income_credit
from .income import CATCH_UP
from .states import figures as state_figures
from .states import notes as state
from .states.places import NAMES

write = Money(dollars=True).write


def cites(inputs: Inputs, _: date) -> Iterable[dated.Value]:
    """The two limits that the retirement plan note cites, and the state's values."""
    return (*plan_limits(inputs), *state.sources(inputs), *benefit_notes.cites(inputs))


def plan_limits(inputs: Inputs) -> tuple[dated.Value, dated.Value]:
    """The limit of deferrals from all jobs, and the share that a SEP allows."""
    return (dated.as_of("us/retirement.deferral_limit", US(inputs)), dated.as_of("us/retirement.contribution_share", US(inputs)))


def spouse_note(outcome: Outcome[Inputs]) -> str:
    """The spouse's wages are not on this return."""
    ignored = outcome.inputs.spouse_wages > 0 and outcome.inputs.filing_status != "joint"
    return "Your spouse's pay is left out, because with this filing status it is not on your return." if ignored else ""


def floor_note(outcome: Outcome) -> str:
    """The profit is too small for self-employment tax."""
    small = outcome[gig.net_profit] > 0 and outcome[self_employment.self_employment_income] == 0
    return "No self-employment tax is due, because net earnings (92.35% of the profit) are below $400." if small else ""


def loss_note(outcome: Outcome) -> str:
    """The gig makes a loss; says how much of it counts."""
    if outcome[gig.net_profit] >= 0:
        return ""
    waiting = outcome[income.counted_profit] - outcome[gig.net_profit]
    more = f" {write(waiting)} of it carries over to later years." if waiting > 0 else ""
    return f"The gig makes a loss, which lowers the tax on your other income, provided that you run it to make a profit.{more}"


def separate_note(outcome: Outcome[Inputs]) -> str:
    """A separate return gets the earned income credit only if the spouses live apart."""
    counted = outcome.inputs.filing_status == "separate" and outcome[earned_income_credit] > 0
    return (
        "An earned income credit on a separate return is counted here, because you said that you lived apart from your spouse with a child."
        if counted
        else ""
    )


def standard_note(outcome: Outcome[Inputs]) -> str:
    """A separate return gets no standard deduction if the spouse itemizes (section 63(c)(6)(A))."""
    if outcome.inputs.filing_status != "separate" or outcome.inputs.itemized_deductions > outcome[income.standard_deduction]:
        return ""
    return "If your spouse itemizes on a separate return, you get no standard deduction, and your tax is higher than shown."


def status_note(outcome: Outcome[Inputs]) -> str:
    """The filing status requires a child or another dependent."""
    alone = outcome[family.children] + outcome[family.older_children] + outcome[family.other_claimed] == 0
    if outcome.inputs.filing_status == "head" and alone:
        return "Head of household requires a child or another dependent, and you entered none. If there is none, choose single."
    if outcome.inputs.filing_status == "widowed" and outcome[family.children] + outcome[family.older_children] == 0:
        return "A qualifying surviving spouse has a child at home, and you entered none. If there is none, choose single."
    return ""


def rent_note(outcome: Outcome[Inputs]) -> str:
    """The rent is not taxed."""
    free = outcome.inputs.let_receipts > 0 and outcome[gig.taxed_rent] == 0
    rent = write(outcome.inputs.let_receipts)
    return (
        f"The rent of {rent} is not taxed, because you rented out your own home for fewer than 15 days. Its costs are not deducted."
        if free
        else ""
    )


def rent_loss_note(outcome: Outcome[Inputs]) -> str:
    """The costs of renting out exceed the rent."""
    if not outcome.inputs.let_expenses > outcome[gig.taxed_rent] > 0:
        return ""
    if outcome.inputs.let_services == "usual":
        return (
            "Renting out costs more than it brings in. Whether the loss counts this year depends on more than this form asks, so it counts "
            "as zero here."
        )
    if outcome.inputs.let_home == "yes":
        return "Renting out the home you live in costs more than it brings in. Its costs count only up to the rent (section 280A(c)(5))."
    return ""


def business_income_note(outcome: Outcome) -> str:
    """The business income deduction is limited at this income."""
    if outcome[income.qbi_lost] == 0 or outcome[gig.net_profit] <= 0:
        return ""
    fading = "At your income the business income deduction phases out, assuming a business without employees or much equipment."
    return f"{fading} Some professions lose it sooner: see Form 8995-A."


def car_note(outcome: Outcome[Inputs]) -> str:
    """Miles are deducted but have no cost, or a cost is deducted that the law caps."""
    if outcome.inputs.vehicle_method == "actual" and outcome.inputs.vehicle_costs > 0:
        return "The law caps the yearly deduction for the car's depreciation (section 280F). We deduct the full amount that you entered."
    if outcome[gig.mileage_deduction] == 0 or outcome.inputs.vehicle_costs > 0:
        return ""
    if outcome.inputs.vehicle_method == "actual":
        return "You chose to deduct the car's real costs but entered none. Enter them, or deduct by the mile."
    return "Your miles are deducted at the standard rate, but you entered no real cost of driving them, so you keep less than shown."


def insurance_note(outcome: Outcome[Inputs]) -> str:
    """Deductions are limited to what the gig earned."""
    earned = max(0.0, outcome[gig.net_profit] - outcome[self_employment.deductible_half])
    cut = outcome.inputs.health_insurance > outcome[income.health_insurance_deduction] or outcome.inputs.retirement > earned
    return (
        "Health insurance and retirement contributions count only up to what the gig earned, so part of yours is left out." if cut else ""
    )


def plan_note(outcome: Outcome[Inputs]) -> str:
    """Retirement contributions exceed the limit of all plans, or may exceed the limit of some."""
    limit, counted = outcome[income.plan_limit], outcome[income.retirement_deduction]
    sentences = []
    if outcome.inputs.retirement > limit:
        older = ", catch-up contributions included" if outcome.inputs.age >= CATCH_UP else ""
        sentences.append(f"No such plan allows more than {write(limit)} this year{older} (section 415(c)), so the rest is not deducted.")
    deferral, share = (value.value for value in plan_limits(outcome.inputs))
    as_employer = share * max(0.0, outcome[gig.net_profit] - outcome[self_employment.deductible_half])
    if counted > as_employer:
        sentences.append(
            f"Check your plan's own limit. A SEP allows {share:.0%} of net earnings, here {write(as_employer)}. A solo 401(k) allows "
            f"that plus up to {write(deferral)} of deferrals from all jobs together, and more from age 50 (sections 404(h), 402(g))."
        )
    return " ".join(sentences)


def no_payment_note(outcome: Outcome[Inputs]) -> str:
    """No estimated tax is due."""
    if outcome[estimated.estimated_payment] > 0 or (outcome[gig.net_profit] <= 0 and outcome[gig.rental_profit] <= 0):
        return ""
    owed = outcome[estimated.still_owed]
    if owed <= 0:
        return "No estimated tax is due during the year, because the tax withheld from your pay covers everything."
    least = dated.as_of("us/estimated_tax.least_owed", US(outcome.inputs)).value
    if owed < least:
        reason = f"you owe less than {write(least)} at the end of it"
    elif outcome[estimated.enough_by_last_year] == 0:
        reason = "you owed no tax last year"
    else:
        reason = "enough is withheld from your pay"
    return f"No estimated tax is due during the year, because {reason} (section 6654). You pay the {write(owed)} with your return."


def state_payment_note(outcome: Outcome[Inputs]) -> str:
    """States have limits of their own for estimated tax."""
    extra, rules = outcome[totals.extra_state_tax], outcome[state_figures.state_rules]
    if outcome[estimated.estimated_payment] <= 0 or extra <= 0:
        return ""
    if rules.code in NAMES and not rules.estimated_days:
        return f"{NAMES[rules.code]} asks for no estimated tax during the year: you pay its tax with its return."
    return (
        "State and local tax is also listed in parts. Each state has its own limit above which it asks for them. Below that, you pay "
        "it with the state's return. A city can have due dates of its own."
    )


def pension_note(outcome: Outcome[Inputs]) -> str:
    """The taxable part of Social Security benefits depends on all other income."""
    if outcome.inputs.other_income <= 0:
        return ""
    return (
        "Pensions and other income on this return are taxed, without Social Security or Medicare tax. Enter only the taxable part "
        "of Social Security benefits (Form 1040, line 6b). A gig may make more of them taxable; that is not computed here."
    )


def deferral_note(outcome: Outcome[Inputs]) -> str:
    """What a 401(k) at the job changes, and how much fits into it."""
    paid, counted = outcome.inputs.workplace_pension, outcome[income.deferred_pay]
    if paid <= 0:
        return ""
    cut = f" Only {write(counted)} may be deferred this year; the rest is taxed." if paid > counted else ""
    return (
        "A traditional 401(k) lowers federal income tax and most states' tax, but Social Security and Medicare tax are due on what goes "
        f"into it, and so are Pennsylvania's tax and local tax. A Roth 401(k) lowers none: leave it out.{cut}"
    )


NOTES = (
    *state.NOTES,
    *benefit_notes.NOTES,
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
    deferral_note,
    no_payment_note,
    state_payment_note,
    pension_note,
)
