"""Alabama's deductions: federal income tax, a standard deduction that falls with income, and social taxes in its place (Form 40)."""

from __future__ import annotations

import math

from .household import Household
from .values import Values


def _income(household: Household) -> float:
    return household.agi + household.deductible_half


def federal_tax_after_credits(_: Values, household: Household) -> float:
    """Federal income tax, with the tax on investments, after the credits for children and low pay (federal income tax worksheet)."""
    tax = household.federal_tax + household.investment_tax - household.child_credit - household.earned_income_credit
    return max(0.0, tax)


def alabama_deduction(values: Values, household: Household) -> float:
    """An amount that falls by full steps of income, or what is paid to Social Security and Medicare if that is more (Schedule A)."""
    status = household.status
    over = max(0.0, _income(household) - values.by_status("standard_falls_from", status))
    lost = values.by_status("standard_step_loss", status) * math.floor(round(over, 2) / values.by_status("standard_step", status))
    standard = max(values.by_status("standard_least", status), values.by_status("standard_most", status) - lost)
    return max(standard, household.social_taxes)


def dependent_exemption_by_income(values: Values, household: Household) -> float:
    """An amount for each dependent, in steps of income."""
    return values.step("dependent_exemption", household.status, _income(household)) * household.dependents
