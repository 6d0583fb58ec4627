"""South Carolina's tax: the federal deductions of 2025 by older law, and from 2026 a deduction that falls with income (SC1040)."""

from __future__ import annotations

import math

from .household import Household
from .values import Values


def south_carolina_income(values: Values, household: Household) -> float:
    """Federal adjusted gross income or, in 2025, taxable income with the deductions added back that South Carolina does not have.

    These are what the standard deduction rose by in July 2025, the one for business income, and the one for people of 65 or over.
    """
    kept = values.by_status("standard_kept", household.status)
    if not kept:
        return household.agi
    business = max(0.0, household.agi - household.federal_deduction - household.senior_deduction - household.taxable_income)
    standard = 0.0 if household.itemizes else max(0.0, household.federal_basic - kept)
    return household.taxable_income + business + household.senior_deduction + standard


def income_adjusted_deduction(values: Values, household: Household) -> float:
    """An amount that falls to nothing over a range of income, by a loss in whole tens of dollars."""
    amount = values.by_status("income_adjusted_deduction", household.status)
    over = max(0.0, household.agi - values.by_status("income_adjusted_from", household.status))
    lost = amount * min(1.0, over / values.by_status("income_adjusted_width", household.status))
    return amount - 10 * math.floor(round(lost / 10, 9))


def young_child_deduction(values: Values, household: Household) -> float:
    """An amount for each child under 6."""
    return values.number("young_child_deduction") * household.under_6


def two_wage_earner_credit(values: Values, household: Household, _: float) -> float:
    """A rate on the earnings of the lower earner on a joint return, up to an amount. The gig is counted as yours."""
    own = household.pay - household.spouse_pay + household.profit - household.deductible_half
    lower = max(0.0, min(own, household.spouse_pay)) if household.joint else 0.0
    return values.number("two_wage_rate") * min(lower, values.number("two_wage_most"))


def earned_income_share_capped(values: Values, household: Household, _: float) -> float:
    """A share of the federal earned income credit, up to an amount."""
    return min(values.number("earned_income_most"), values.number("earned_income_share") * household.earned_income_credit)
