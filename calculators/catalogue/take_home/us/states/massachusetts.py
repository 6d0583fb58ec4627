"""Massachusetts: Social Security and Medicare tax deducted, low incomes untaxed, and a limit on the tax just above them (Form 1)."""

from __future__ import annotations

from ...brackets import in_bands
from .household import Household
from .values import Values

CHILD = 13


def payroll_tax_deduction(values: Values, household: Household) -> float:
    """Social Security, Medicare and self-employment tax of each of you, up to an amount (line 11). The gig is counted as yours."""
    spouse = household.spouse_pay if household.joint else 0.0
    rate, most = values.number("payroll_rate"), values.number("payroll_most")
    own = rate * (household.gross_pay - spouse) + 2 * household.deductible_half
    return min(most, own) + min(most, rate * spouse)


def _income(household: Household) -> float:
    """Massachusetts adjusted gross income: without the federal deduction of half of self-employment tax."""
    return household.agi + household.deductible_half


def _untaxed(values: Values, household: Household) -> float:
    """The income up to which nothing is taken (no tax status)."""
    more = values.by_status("untaxed_more", household.status) * household.dependents
    return values.by_status("untaxed_upto", household.status) + more


def massachusetts(values: Values, household: Household, taxable: float) -> float:
    """The rate and the surtax; nothing up to an income, except on a separate return."""
    return in_bands(taxable, values.bands("bands", household.status)) if _income(household) > _untaxed(values, household) else 0.0


def limited_income_credit(values: Values, household: Household, tax: float) -> float:
    """What the tax exceeds a share of the income above the untaxed one by, up to a multiple of that (line 29)."""
    income, untaxed = _income(household), _untaxed(values, household)
    limit = values.number("limited_share") * (income - untaxed)
    return tax - limit if income <= values.number("limited_upto") * untaxed else 0.0


def family_credit_under_13(values: Values, household: Household, _: float) -> float:
    """An amount for each child under 13, not on a separate return."""
    return values.number("family_credit") * household.children_below(CHILD) if household.status != "separate" else 0.0
