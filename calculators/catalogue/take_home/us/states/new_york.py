"""New York's tax: high incomes pay the lower rates back, and two credits depend on each other (Form IT-201, IT-213, IT-215)."""

from __future__ import annotations

import math

from ...brackets import in_bands
from .household import Household
from .values import Values

CHILD_OF_FOUR, OVER_CHILD_AGE = 4, 17


def _share(values: Values, over: float) -> float:
    return min(1.0, max(0.0, over) / values.number("recapture_width"))


def new_york(values: Values, household: Household, taxable: float) -> float:
    """The bands, and what a rising share of income above a threshold pays back of the lower rates (tax computation worksheets).

    Above the highest income the top rate applies to all taxable income.
    """
    bands = values.bands("bands", household.status)
    tax = in_bands(taxable, bands)
    if household.agi > values.number("top_income"):
        return taxable * bands[-1]["rate"]
    start = values.number("recapture_from")
    if household.agi <= start:
        return tax
    for step in reversed(values.listed("recapture", household.status)):
        if taxable > step["above"]:
            return float(tax + step["base"] + _share(values, household.agi - step["above"]) * step["benefit"])
    rate = values.by_status("recapture_rate", household.status)
    return tax + _share(values, household.agi - start) * (rate * taxable - tax)


def household_credit(values: Values, household: Household, _: float) -> float:
    """An amount in steps of income and, unless you are single, more for each further person; spouses who file separately share it."""
    apart = household.status == "separate"
    income = household.agi + (household.spouse_pay if apart else 0.0)
    further = household.people if apart else household.people - 1
    amount = values.step("household_credit", household.status, income)
    amount += values.step("household_credit_more", household.status, income) * further
    return float(math.ceil(amount / 2)) if apart else amount


def earned_income_share_less_household(values: Values, household: Household, tax: float) -> float:
    """A share of the federal earned income credit, less the household credit that reduces the tax (IT-215, line 16)."""
    used = min(tax, household_credit(values, household, tax))
    return max(0.0, values.number("earned_income_share") * household.earned_income_credit - used)


def empire_state_child_credit(values: Values, household: Household, _: float) -> float:
    """An amount for each child by age, less one for each full 1,000 of income above a threshold (IT-213)."""
    young = household.children_below(CHILD_OF_FOUR)
    older = household.children_below(OVER_CHILD_AGE) - young
    credit = values.number("child_credit_under_4") * young + values.number("child_credit_older") * older
    over = max(0.0, household.agi - values.by_status("child_credit_from", household.status))
    return max(0.0, credit - values.number("child_credit_step_loss") * math.floor(over / 1_000))
