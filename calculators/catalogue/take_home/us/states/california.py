"""California's credits: for exemptions, which fall at high incomes, for low pay, and for young children (Form 540, FTB 3514)."""

from __future__ import annotations

from .household import Household
from .values import Values, steps_above

MOST_CHILDREN = 3
"""Children beyond the third do not raise the earned income credit."""

OF_AGE = 18


def california_exemption_credit(values: Values, household: Household, _: float) -> float:
    """An amount for each of you, again for age and blindness, and one for each dependent, each less a little for steps of income."""
    fades_from, step = (values.by_status(name, household.status) for name in ("exemption_fades_from", "exemption_step"))
    lost = values.number("exemption_step_loss") * steps_above(fades_from, household.agi, step)
    own = (2 if household.status in {"joint", "widowed"} else 1) + household.seniors + household.blind
    return own * max(0.0, values.number("person_credit") - lost) + household.dependents * max(0.0, values.number("dependent_credit") - lost)


def _children(household: Household) -> int:
    return min(MOST_CHILDREN, household.children + household.older_children)


def _eligible(values: Values, household: Household) -> bool:
    """Whether the earned income credit is open: without children from 18 on; on a separate return, if the federal one is."""
    if household.status == "separate" and household.eitc_at_any_age <= 0:
        return False
    investment = household.interest + household.rent
    of_age = _children(household) > 0 or household.oldest >= OF_AGE
    return of_age and investment <= values.number("eitc_investment_limit") and household.agi < values.number("eitc_ends")


def _credit_for(values: Values, household: Household, income: float) -> float:
    children = _children(household)
    rate, amount, second = (values.listed(name, household.status)[children] for name in ("eitc_rates", "eitc_amounts", "eitc_second"))
    most = rate * amount
    second_from = amount + (most - second) / rate
    if income <= second_from:
        return float(rate * min(income, 2 * amount - income))
    ends = values.number("eitc_ends")
    return float(second * max(0.0, ends - income) / (ends - second_from))


def california_earned_income_credit(values: Values, household: Household, _: float) -> float:
    """It grows and falls at one rate, then falls slowly; the smaller of that on earnings and that on income (section 17052)."""
    if not _eligible(values, household):
        return 0.0
    earned = household.earned
    return min(_credit_for(values, household, income) for income in (earned, max(earned, household.agi)))


def california_young_child_credit(values: Values, household: Household, tax: float) -> float:
    """One amount with a child under 6, for those who get the earned income credit or have no earnings (FTB 3514, step 8)."""
    limit = values.number("young_child_loss_limit")
    without = _eligible(values, household) and household.earned <= 0 and household.pay <= limit and household.agi >= -limit
    if not household.under_6 or not (without or california_earned_income_credit(values, household, tax) > 0):
        return 0.0
    over = max(0.0, household.earned - values.number("young_child_credit_from"))
    return max(0.0, values.number("young_child_credit") - values.number("young_child_credit_fade") * over)
