"""What states subtract before they tax: standard deductions, exemptions, and deductions for children."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from .household import Household
from .values import Values

Deduction = Callable[[Values, Household], float]


def standard(values: Values, household: Household) -> float:
    """The state's own standard deduction by filing status."""
    return values.by_status("standard_deduction", household.status)


def status_exemption(values: Values, household: Household) -> float:
    """One exemption by filing status."""
    return values.by_status("status_exemption", household.status)


def exemptions(values: Values, household: Household) -> float:
    """An amount for each of you, for each dependent and child, and for age and blindness."""
    return (
        values.number("filer_exemption") * household.adults
        + values.number("dependent_exemption") * household.dependents
        + values.number("child_exemption") * (household.children + household.older_children)
        + values.number("senior_exemption") * household.seniors
        + values.number("blind_exemption") * household.blind
    )


def capped_exemptions(values: Values, household: Household) -> float:
    """The same, but nothing at all above a federal adjusted gross income."""
    return exemptions(values, household) if household.agi <= values.by_status("exemption_ends_above", household.status) else 0.0


def senior_low_exemption(values: Values, household: Household) -> float:
    """An amount for each of you aged 65 or over below a federal adjusted gross income."""
    low = household.agi < values.by_status("senior_low_limit", household.status)
    return values.number("senior_low_exemption") * household.seniors if low else 0.0


def child_deduction(values: Values, household: Household) -> float:
    """An amount for each child under 17, in steps of federal adjusted gross income."""
    return values.step("child_deduction", household.status, household.agi) * household.children


def exemptions_by_income(values: Values, household: Household) -> float:
    """An amount for each person, in steps of modified income: federal adjusted gross income, in Ohio with all business income."""
    return values.step("exemption_by_income", household.status, household.agi) * household.people


DEDUCTIONS: Mapping[str, Deduction] = {
    "standard": standard,
    "status_exemption": status_exemption,
    "exemptions": exemptions,
    "capped_exemptions": capped_exemptions,
    "senior_low_exemption": senior_low_exemption,
    "child_deduction": child_deduction,
    "exemptions_by_income": exemptions_by_income,
}
