"""Minnesota's deductions that fade, its marriage credit, and its credits for work and children, which fall together (Form M1)."""

from __future__ import annotations

from ...brackets import in_bands
from .household import Household
from .values import Values, steps_above

OF_AGE = 18


def minnesota_standard(values: Values, household: Household) -> float:
    """The standard deduction, less 3% and then 10% of the income above two limits, but at most 80% of it (worksheet for line 4)."""
    extra = values.by_status("standard_deduction_extra", household.status) * (household.seniors + household.blind)
    deduction = values.by_status("standard_deduction", household.status) + extra
    first = values.by_status("deduction_fades_from", household.status)
    second = values.by_status("deduction_fades_faster_from", household.status)
    slow, fast = values.listed("deduction_fade", household.status)
    most = values.number("deduction_lost_most") * deduction
    if household.agi > values.number("deduction_fades_fully_from"):
        return deduction - most
    lost = slow * max(0.0, min(household.agi, second) - first) + fast * max(0.0, household.agi - second)
    return float(deduction - min(most, lost))


def minnesota_exemptions(values: Values, household: Household) -> float:
    """An amount for each dependent, less 2% for each step of income above a limit, or part of it (worksheet for line 5)."""
    fades_from, step = (values.by_status(name, household.status) for name in ("exemption_fades_from", "exemption_fades_step"))
    steps = steps_above(fades_from, household.agi, step)
    share = max(0.0, 1 - values.number("exemption_step_loss") * steps)
    return share * values.number("dependent_exemption") * household.dependents


def minnesota_marriage_credit(values: Values, household: Household, tax: float) -> float:
    """What two earners save if each is taxed as single, up to an amount (Schedule M1MA).

    The lower income counts less half of the joint standard deduction. The gig, less half of its self-employment tax, is counted as yours.
    """
    if not household.joint:
        return 0.0
    income = household.agi - minnesota_standard(values, household) - minnesota_exemptions(values, household)
    own = household.pay - household.spouse_pay + household.profit - household.deductible_half
    lower = min(own, household.spouse_pay)
    if income < values.number("marriage_credit_taxable") or lower < values.number("marriage_credit_each"):
        return 0.0
    first = lower - values.by_status("standard_deduction", "joint") / 2
    bands = values.bands("bands", "single")
    apart = in_bands(first, bands) + in_bands(income - first, bands)
    return min(values.number("marriage_credit_most"), tax - apart)


def minnesota_family_credits(values: Values, household: Household, _: float) -> float:
    """A share of earnings, and amounts for children, less a share of the income above a limit (Schedule M1CWFC)."""
    youngest, oldest = values.listed("working_ages", household.status)
    ages = (household.age, household.spouse_age) if household.joint else (household.age,)
    children = household.children + household.older_children
    helped = children > 0 or any(youngest <= age <= oldest for age in ages)
    if not helped or household.status == "separate" or household.over_investment_limit:
        return 0.0
    minors = household.children_below(OF_AGE)
    older = children - minors
    credit = values.number("working_credit_rate") * min(household.earned, values.number("working_credit_earnings"))
    credit += values.number("child_credit") * minors
    if older > 0:
        amounts = values.listed("older_child_credit", household.status)
        credit += amounts[min(older, len(amounts)) - 1]
    over = max(0.0, max(household.earned, household.agi) - values.by_status("family_credits_from", household.status))
    fade = values.number("family_credits_fade_older" if older > 0 and not minors else "family_credits_fade")
    return float(max(0.0, credit - fade * over))
