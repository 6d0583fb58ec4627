"""Colorado's tax: deductions that high incomes add back, and credits for children that fall in steps (DR 0104)."""

from __future__ import annotations

from .household import Household
from .values import Values, steps_above


def colorado_income(values: Values, household: Household) -> float:
    """Federal taxable income with part of the federal deduction and all of the one for business income added back at high incomes."""
    added = 0.0
    if household.agi >= values.number("deduction_added_from"):
        added += household.federal_deduction - values.by_status("deduction_kept", household.status)
    if household.agi > values.by_status("business_added_above", household.status):
        added += household.agi - household.federal_deduction - household.senior_deduction - household.taxable_income
    return household.taxable_income + added


def earned_income_share_under_25(values: Values, household: Household, _: float) -> float:
    """A share of the federal earned income credit, also without children below the federal age (section 39-22-123.5)."""
    youngest, oldest = values.listed("young_ages", household.status)
    ages = (household.age, household.spouse_age) if household.joint else (household.age,)
    young = any(youngest <= age <= oldest for age in ages)
    federal = household.eitc_at_any_age if young else household.earned_income_credit
    return values.number("earned_income_share") * max(federal, household.earned_income_credit)


def young_child_credit_by_income(values: Values, household: Household, _: float) -> float:
    """An amount for each child under 6, in steps of federal adjusted gross income (DR 0104CN, section B)."""
    return values.step("young_child_credit_steps", household.status, household.agi) * household.under_6


def family_affordability_credit(values: Values, household: Household, _: float) -> float:
    """An amount for each child under 6 and three quarters of it up to 16, less a share for each step of income (DR 0104CN, section C)."""
    steps = steps_above(values.by_status("family_credit_from", household.status), household.agi, values.number("family_credit_step"))
    share = max(0.0, 1 - values.number("family_credit_step_loss") * steps)
    older = household.children - household.under_6
    return values.number("family_credit") * share * (household.under_6 + values.number("family_credit_older_share") * older)


def sales_tax_refund(values: Values, household: Household, _: float) -> float:
    """An amount for each of you, in steps of federal adjusted gross income."""
    return values.step("sales_tax_refund", household.status, household.agi) * household.adults
