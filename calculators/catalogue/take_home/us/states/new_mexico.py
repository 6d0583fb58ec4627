"""New Mexico's exemptions, and its credits for children and for little income (PIT-1, PIT-ADJ and PIT-RC)."""

from __future__ import annotations

from .household import Household
from .values import Values

MOST_EXEMPTIONS = 6


def dependents_after_first(values: Values, household: Household) -> float:
    """An amount for each dependent but one."""
    return values.by_status("dependents_after_first", household.status) * max(0, household.dependents - 1)


def low_income_exemption(values: Values, household: Household) -> float:
    """An amount for each person, less a share of the income above a limit, up to another limit."""
    if household.agi > values.by_status("low_income_exemption_upto", household.status):
        return 0.0
    over = max(0.0, household.agi - values.by_status("low_income_exemption_from", household.status))
    each = values.number("low_income_exemption") - values.by_status("low_income_exemption_fade", household.status) * over
    return max(0.0, each) * household.people


def age_exemption(values: Values, household: Household) -> float:
    """An amount in steps of income for each of you aged 65 or over or blind."""
    return values.step("age_exemption", household.status, household.agi) * household.senior_or_blind


def _halved(household: Household, amount: float) -> float:
    return amount / 2 if household.status == "separate" else amount


def child_credit_by_income(values: Values, household: Household, _: float) -> float:
    """An amount in steps of income for each child under 19 or studying, half of it on a separate return."""
    each = values.step("child_credit_by_income", household.status, household.agi)
    return _halved(household, each * (household.children + household.older_children))


def low_income_rebate(values: Values, household: Household, _: float) -> float:
    """A table by gross income and number of exemptions, of which people of 65 or over add two and blind ones one (PIT-RC, section II)."""
    exemptions = min(MOST_EXEMPTIONS, household.people + 2 * household.seniors + household.blind)
    return _halved(household, values.step("low_income_rebate", str(exemptions), household.gross_income))
