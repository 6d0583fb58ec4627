"""Maine's deduction and exemption that fade, and its credits (Form 1040ME)."""

from __future__ import annotations

from .household import Household
from .values import Values, steps_above

YOUNG = 6


def _left(over: float, within: float) -> float:
    """What a deduction keeps: all of it where income is not above its limit, nothing from the end of a range above it on."""
    return 1 - min(1.0, max(0.0, over) / within)


def maine_standard(values: Values, household: Household) -> float:
    """The standard deduction with what it adds for age and blindness, fading with income."""
    extra = values.by_status("standard_deduction_extra", household.status) * (household.seniors + household.blind)
    over = household.agi - values.by_status("deduction_fades_from", household.status)
    left = _left(over, values.by_status("deduction_fades_within", household.status))
    return left * (values.by_status("standard_deduction", household.status) + extra)


def maine_exemptions(values: Values, household: Household) -> float:
    """An amount for each of you, fading with income."""
    over = household.agi - values.by_status("exemption_fades_from", household.status)
    left = _left(over, values.by_status("exemption_fades_within", household.status))
    return left * values.number("filer_exemption") * household.adults


def maine_dependent_credit(values: Values, household: Household, _: float) -> float:
    """An amount for each dependent and again for each child under 6, less an amount for each $500 above an income (Schedule A)."""
    amount = values.number("dependent_credit") * (household.dependents + household.children_below(YOUNG))
    steps = steps_above(values.by_status("dependent_credit_from", household.status), household.agi, 500)
    return max(0.0, amount - values.number("dependent_credit_step_loss") * steps)


def sales_tax_fairness(values: Values, household: Household, _: float) -> float:
    """An amount by filing status and children, less an amount for each step of gross income; none on a separate return."""
    added = values.listed("sales_tax_credit_children", household.status)
    amount = values.by_status("sales_tax_credit", household.status) + added[min(household.children, len(added) - 1)]
    fades_from, step = (values.by_status(name, household.status) for name in ("sales_tax_credit_from", "sales_tax_credit_step"))
    steps = steps_above(fades_from, household.gross_income, step)
    return float(max(0.0, amount - values.by_status("sales_tax_credit_step_loss", household.status) * steps))


def affordability_payment(values: Values, household: Household, _: float) -> float:
    """An amount for each of you below an income, on the return of 2025."""
    low = household.agi < values.by_status("affordability_below", household.status)
    return values.number("affordability_payment") * household.adults if low else 0.0
