"""Credits: for children and others you support (Schedule 8812), and the earned income credit (Schedule EIC)."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from ....engine.fields import Count, Money
from ....engine.figures import figure
from .gig import DOLLARS

MOST_EITC_CHILDREN = 3
"""The earned income credit grows up to the third child (section 32(b))."""

CHILDREN_FOR_ALTERNATIVE = 3
"""From the third child on, a family may count payroll taxes instead of earnings (section 24(d)(1)(B)(ii))."""


@figure("Earned income", unit=DOLLARS)
def earned_income(taxed_pay: float, counted_profit: float, deductible_half: float) -> float:
    """Pay plus profit, minus the deductible half of self-employment tax; a loss reduces it (section 32(c)(2); Publication 596)."""
    return max(0, taxed_pay + counted_profit - deductible_half)


@figure("Child credit is reduced from", unit=Money(), step=True)
def child_credit_threshold(child_credit_thresholds: Mapping[str, float], filing_status: str) -> float:
    """The higher threshold is for a couple filing jointly (section 24(h)(3))."""
    return child_credit_thresholds[filing_status]


@figure("Child and dependent credit, before its limits", unit=DOLLARS)
def child_credit_full(children: int, child_credit: float, older_children: int, other_claimed: int, dependent_credit: float) -> float:
    """An amount for each child under 17, and a smaller one for every other dependent (Schedule 8812, line 8)."""
    return children * child_credit + (older_children + other_claimed) * dependent_credit


@figure("Child and dependent credit, after high income", unit=DOLLARS)
def child_credit_allowed(
    child_credit_full: float,
    adjusted_gross_income: float,
    child_credit_threshold: float,
    child_credit_step: float,
    child_credit_step_loss: float,
) -> float:
    """Each $1,000 of income above the threshold, or part of it, takes $50 away (section 24(b); Schedule 8812, lines 9 to 12)."""
    over = round(
        max(0.0, adjusted_gross_income - child_credit_threshold), 2
    )  # rounded to the cent, so that floating-point error cannot add a step
    steps = math.ceil(over / child_credit_step)
    return max(0.0, child_credit_full - steps * child_credit_step_loss)


@figure("Child and dependent credit", unit=DOLLARS, tone="gain")
def child_credit_used(child_credit_allowed: float, bracket_tax: float) -> float:
    """This part can only bring your income tax down to zero (Form 1040, line 19)."""
    return min(child_credit_allowed, bracket_tax)


@figure("Children for the earned income credit", unit=Count())
def eitc_children(children: int, older_children: int) -> int:
    """Children under 19, and students under 24; more than three count as three (section 32(c)(3))."""
    return min(children + older_children, MOST_EITC_CHILDREN)


@figure("Earned income credit, while it grows", unit=DOLLARS)
def eitc_grown(earned_income: float, eitc_maximums: Sequence[float], eitc_rates: Sequence[float], eitc_children: int) -> float:
    """A share of what you earn, up to a maximum (section 32(a); Publication 596)."""
    return min(eitc_maximums[eitc_children], eitc_rates[eitc_children] * earned_income)


@figure("Earned income credit lost", unit=DOLLARS)
def eitc_lost(
    earned_income: float,
    adjusted_gross_income: float,
    filing_status: str,
    eitc_maximums: Sequence[float],
    eitc_children: int,
    eitc_reduction_rates: Sequence[float],
    eitc_reduction_starts: Sequence[float],
    eitc_reduction_starts_joint: Sequence[float],
) -> float:
    """Above a threshold, a share of earnings or of adjusted gross income, whichever is larger, reduces the maximum (section 32(a)(2))."""
    starts = eitc_reduction_starts_joint if filing_status == "joint" else eitc_reduction_starts
    over = max(0.0, max(earned_income, adjusted_gross_income) - starts[eitc_children])
    return min(eitc_maximums[eitc_children], eitc_reduction_rates[eitc_children] * over)


@figure("May claim the earned income credit", unit=Count(), step=True)
def eitc_open(
    eitc_children: int,
    age: int,
    spouse_age: int,
    filing_status: str,
    lived_apart: str,
    investment_income: float,
    rental_profit: float,
    eitc_investment_limit: float,
    eitc_ages: Sequence[int],
) -> int:
    """1 or 0. Without children, one of you is 25 to 64. Investment income is limited. Filing separately takes a child and living apart."""
    if investment_income + rental_profit > eitc_investment_limit:
        return 0
    if filing_status == "separate":
        return int(lived_apart == "yes" and eitc_children > 0)
    ages = (age, spouse_age) if filing_status == "joint" else (age,)
    return int(eitc_children > 0 or any(eitc_ages[0] <= years <= eitc_ages[1] for years in ages))


@figure("Earned income credit", unit=DOLLARS, tone="gain")
def earned_income_credit(eitc_open: int, eitc_grown: float, eitc_lost: float, eitc_maximums: Sequence[float], eitc_children: int) -> float:
    """Paid out even if you owe no tax (Form 1040, line 27). We compute it exactly; the IRS table uses $50 steps."""
    return eitc_open * max(0.0, min(eitc_grown, eitc_maximums[eitc_children] - eitc_lost))


@figure("Refundable child credit", unit=DOLLARS, tone="gain")
def refundable_child_credit(
    child_credit_allowed: float,
    child_credit_used: float,
    children: int,
    refundable_child_credit_limit: float,
    earned_income: float,
    refundable_credit_rate: float,
    refundable_credit_earnings: float,
    payroll_tax: float,
    deductible_half: float,
    earned_income_credit: float,
) -> float:
    """The credit beyond your tax is paid out, up to 15% of earnings above $2,500 or what payroll taxes allow (Schedule 8812)."""
    by_earnings = refundable_credit_rate * max(0.0, earned_income - refundable_credit_earnings)
    by_payroll = max(0.0, payroll_tax + deductible_half - earned_income_credit) if children >= CHILDREN_FOR_ALTERNATIVE else 0.0
    return min(child_credit_allowed - child_credit_used, children * refundable_child_credit_limit, max(by_earnings, by_payroll))
