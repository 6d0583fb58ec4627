"""Connecticut's tax: an exemption that falls, lower rates that high incomes pay back, and a credit by a table (Form CT-1040)."""

from __future__ import annotations

from ...brackets import in_bands
from .household import Household
from .values import Values, steps_above


def connecticut_exemption(values: Values, household: Household) -> float:
    """An amount less 1,000 for each 1,000 of income above a limit (table A)."""
    steps = steps_above(values.by_status("exemption_falls_from", household.status), household.agi, 1_000)
    return max(0.0, values.by_status("exemption", household.status) - 1_000 * steps)


def connecticut(values: Values, household: Household, taxable: float) -> float:
    """The bands and, from limits of income on, what is taken back in steps (tables B to D); less a share by income (table E)."""
    tax = in_bands(taxable, values.bands("bands", household.status))
    for rule in values.listed("taken_back", household.status):
        tax += min(rule["most"], rule["each"] * steps_above(rule["above"], household.agi, rule["step"]))
    return tax * (1 - values.step("credit_share", household.status, household.agi))


def earned_income_share_and_bonus(values: Values, household: Household, _: float) -> float:
    """A share of the federal earned income credit, and an amount more with a child."""
    federal = household.earned_income_credit
    bonus = values.number("earned_income_bonus") if federal > 0 and household.children + household.older_children else 0.0
    return values.number("earned_income_share") * federal + bonus
