"""Oregon's tax: federal income tax is deducted up to a limit; credits for people and young children (Form OR-40)."""

from __future__ import annotations

from .household import Household
from .values import Values

YOUNG = 3
"""The age below which a child raises the share of the earned income credit."""


def federal_tax_capped(values: Values, household: Household) -> float:
    """Federal income tax after the child credit, up to an amount that falls with income (line 10)."""
    credit = household.child_credit - household.refundable_child_credit
    cap = values.step("federal_tax_cap", household.status, household.agi)
    return min(cap, max(0.0, household.federal_tax - credit))


def person_credit_to_limit(values: Values, household: Household, _: float) -> float:
    """An amount for each person up to a federal adjusted gross income."""
    low = household.agi <= values.by_status("person_credit_limit", household.status)
    return values.number("person_credit") * household.people if low else 0.0


def earned_income_share_under_3(values: Values, household: Household, _: float) -> float:
    """A share of the federal earned income credit, and a larger one with a child under 3."""
    young = household.children_below(YOUNG)
    return values.number("earned_income_share_under_3" if young else "earned_income_share") * household.earned_income_credit


def kids_credit(values: Values, household: Household, _: float) -> float:
    """An amount for each child under 6, up to a number, that falls to nothing over a range of income."""
    over = max(0.0, household.agi - values.number("kids_credit_from"))
    share = max(0.0, 1 - over / values.number("kids_credit_width"))
    return values.number("kids_credit") * min(household.under_6, values.number("kids_credit_most")) * share
