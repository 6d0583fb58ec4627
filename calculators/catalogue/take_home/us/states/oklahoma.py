"""Oklahoma's credits: the earned income credit by the federal rules of 2020, for children, and for sales tax (Form 511)."""

from __future__ import annotations

from .household import Household
from .values import Values

MOST_CHILDREN = 3
"""Children beyond the third do not raise the earned income credit."""


def _eligible(values: Values, household: Household, children: int) -> bool:
    if household.interest + household.rent > values.number("eitc_investment_limit") or household.status == "separate":
        return False
    ages = (household.age, household.spouse_age) if household.joint else (household.age,)
    youngest, oldest = values.listed("eitc_ages", household.status)
    return children > 0 or any(youngest <= age <= oldest for age in ages)


def frozen_earned_income_share(values: Values, household: Household, _: float) -> float:
    """A share of the earned income credit by the federal amounts of 2020 (68 O.S. 2357.43; Form 511-EIC)."""
    children = min(MOST_CHILDREN, household.children + household.older_children)
    if not _eligible(values, household, children):
        return 0.0
    most, rate, starts, loss = (
        values.listed(name, household.status)[children] for name in ("eitc_maximums", "eitc_rates", "eitc_starts", "eitc_loss_rates")
    )
    earned = household.earned
    start = starts + (values.number("eitc_start_joint_more") if household.joint else 0.0)
    lost = loss * max(0.0, max(earned, household.agi) - start)
    return float(values.number("earned_income_share") * min(rate * earned, max(0.0, most - lost)))


def share_of_child_credit(values: Values, household: Household, _: float) -> float:
    """A share of the federal credit for children and others, up to a federal adjusted gross income (Schedule 511-F)."""
    return values.number("child_credit_share") * household.child_credit if household.agi <= values.number("child_credit_limit") else 0.0


def sales_tax_relief(values: Values, household: Household, _: float) -> float:
    """An amount for each person up to a gross income, which is higher with dependents or from age 65 on (Form 538-S)."""
    gross = household.gross_income + household.earned_income_credit
    helped = household.dependents > 0 or household.seniors > 0
    limit = values.number("sales_tax_relief_limit_higher" if helped else "sales_tax_relief_limit")
    return values.number("sales_tax_relief") * household.people if gross <= limit else 0.0
