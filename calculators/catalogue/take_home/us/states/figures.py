"""State income tax and local income tax, on job and gig together."""

from __future__ import annotations

from collections.abc import Sequence

from .....engine.fields import Rate, Text
from .....engine.figures import figure
from ...children import ages_of
from ..gig import DOLLARS
from ..income import SENIOR
from .household import Household, Income, People
from .places import OWN_RATE
from .rules import Rules, rules_of


@figure("Rate that you typed for your state", unit=Rate(), step=True)
def typed_rate(state: str, state_rate: float) -> float:
    """Your own rate, or nothing where your state's tax is computed."""
    return state_rate if state == OWN_RATE else 0.0


@figure("Rules of your state", unit=Text(), step=True)
def state_rules(state: str, tax_year: str) -> Rules:
    """What your state taxes in the tax year, and how."""
    return rules_of(state, tax_year)


@figure("Earned income credit at any age", unit=DOLLARS, step=True)
def eitc_at_any_age(
    filing_status: str,
    eitc_open: int,
    investment_income: float,
    rental_profit: float,
    eitc_investment_limit: float,
    eitc_grown: float,
    eitc_lost: float,
    eitc_maximums: Sequence[float],
    eitc_children: int,
) -> float:
    """The federal credit without its age limits, which some states do not have."""
    if investment_income + rental_profit > eitc_investment_limit or (filing_status == "separate" and not eitc_open):
        return 0.0
    return max(0.0, min(eitc_grown, eitc_maximums[eitc_children] - eitc_lost))


@figure("Who is on your state's return", unit=Text(), step=True)
def people(
    filing_status: str,
    children: int,
    children_under_12: int,
    children_under_6: int,
    older_children: int,
    other_claimed: int,
    age: int,
    spouse_age: int,
    blind: str,
    child_ages: str,
) -> People:
    """The same people as on the federal return."""
    joint = filing_status == "joint"
    return People(
        status=filing_status,
        children=children,
        under_12=children_under_12,
        under_6=children_under_6,
        older_children=older_children,
        other_dependents=other_claimed,
        age=age,
        spouse_age=spouse_age,
        seniors=(age >= SENIOR) + (joint and spouse_age >= SENIOR),
        blind=(blind in {"you", "both"}) + (joint and blind in {"spouse", "both"}),
        spouse_blind=int(joint and blind in {"spouse", "both"}),
        senior_or_blind=(age >= SENIOR or blind in {"you", "both"}) + (joint and (spouse_age >= SENIOR or blind in {"spouse", "both"})),
        child_ages=ages_of(child_ages),
    )


@figure("What the people on the return take in", unit=Text(), step=True)
def return_income(
    taxed_pay: float,
    deferred_pay: float,
    spouse_wages: float,
    counted_profit: float,
    self_employment_income: float,
    rental_profit: float,
    investment_income: float,
    other_income: float,
) -> Income:
    """Pay, profit and other income as on the federal return."""
    return Income(
        pay=taxed_pay,
        deferred_pay=deferred_pay,
        spouse_pay=spouse_wages,
        profit=counted_profit,
        self_employment_income=self_employment_income,
        rent=rental_profit,
        interest=investment_income,
        other_income=other_income,
    )


@figure("What your state's return takes over", unit=Text(), step=True)
def household(
    people: People,
    return_income: Income,
    adjusted_gross_income: float,
    taxable_income: float,
    bracket_tax: float,
    deductible_half: float,
    standard_extra: float,
    standard_basic: float,
    standard_deduction: float,
    deduction_taken: float,
    senior_deduction: float,
    earned_income_credit: float,
    eitc_at_any_age: float,
    child_credit_used: float,
    refundable_child_credit: float,
    eitc_investment_limit: float,
    eitc_open: int,
    eitc_grown: float,
    investment_tax: float,
    payroll_tax: float,
    self_employment_tax: float,
    additional_medicare_tax: float,
) -> Household:
    """The facts and federal amounts from which states start."""
    return Household(
        **vars(people),
        **vars(return_income),
        agi=adjusted_gross_income,
        taxable_income=taxable_income,
        federal_tax=bracket_tax,
        deductible_half=deductible_half,
        federal_extra=standard_extra,
        federal_basic=standard_basic,
        federal_deduction=deduction_taken,
        itemizes=deduction_taken > standard_deduction,
        senior_deduction=senior_deduction,
        earned_income_credit=earned_income_credit,
        eitc_at_any_age=eitc_at_any_age,
        child_credit=child_credit_used + refundable_child_credit,
        refundable_child_credit=refundable_child_credit,
        over_investment_limit=return_income.interest + return_income.rent > eitc_investment_limit,
        eitc_before_loss=eitc_open * eitc_grown,
        investment_tax=investment_tax,
        social_taxes=payroll_tax + self_employment_tax + additional_medicare_tax,
    )


@figure("Income that your state starts from", unit=DOLLARS)
def state_start(state_rules: Rules, household: Household) -> float:
    """Federal adjusted gross income, or what the state's own form asks for."""
    return state_rules.income(household)


@figure("Your state's deductions and exemptions", unit=DOLLARS)
def state_deductions(state_rules: Rules, household: Household) -> float:
    """What your state does not tax: its standard deduction, and amounts for people."""
    return state_rules.deducted(household)


@figure("Your state's taxable income", unit=DOLLARS)
def state_taxable_income(state_start: float, state_deductions: float) -> float:
    """The income to which your state's rates apply."""
    return max(0, state_start - state_deductions)


@figure("Your state's tax before credits", unit=DOLLARS, tone="loss")
def state_tax_before_credits(state_rules: Rules, household: Household, state_taxable_income: float) -> float:
    """The state's rates on its taxable income."""
    return state_rules.tax(household, state_taxable_income)


@figure("Your state's credits", unit=DOLLARS, tone="gain")
def state_credits(state_rules: Rules, household: Household, state_tax_before_credits: float) -> float:
    """These can only bring the state's tax down to zero."""
    return state_rules.credited(household, state_tax_before_credits)


@figure("Your state's refundable credits", unit=DOLLARS, tone="gain")
def state_refundable_credits(state_rules: Rules, household: Household, state_tax_before_credits: float) -> float:
    """These are paid out even if you owe the state no tax."""
    return state_rules.refunded(household, state_tax_before_credits)


@figure("Your state's other tax", unit=DOLLARS, tone="loss")
def state_added_tax(state_rules: Rules, household: Household, state_tax_before_credits: float) -> float:
    """What the same return adds after credits, in the few states that add something."""
    return state_rules.added(household, state_tax_before_credits)


@figure("Your state's income tax", unit=DOLLARS, tone="loss")
def state_income_tax(
    state_tax_before_credits: float, state_credits: float, state_added_tax: float, state_refundable_credits: float
) -> float:
    """State income tax after credits. Below zero, the state pays out more than you owe it."""
    return state_tax_before_credits - state_credits + state_added_tax - state_refundable_credits


@figure("Local income tax", unit=DOLLARS, tone="loss")
def local_tax(
    local_rate: float,
    state_rules: Rules,
    household: Household,
    state_taxable_income: float,
    state_tax_before_credits: float,
    state_credits: float,
) -> float:
    """Your city's, county's or school district's rate on what it taxes in your state."""
    return local_rate * state_rules.local(household, state_taxable_income, state_tax_before_credits - state_credits)
