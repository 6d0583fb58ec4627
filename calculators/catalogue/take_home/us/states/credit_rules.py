"""Credits of the states. Each takes the values, the household and the tax that is left, and returns the credit."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from ...brackets import in_bands
from .arkansas import arkansas_additional_credit, arkansas_person_credit
from .california import california_earned_income_credit, california_exemption_credit, california_young_child_credit
from .colorado import (
    earned_income_share_under_25,
    family_affordability_credit,
    sales_tax_refund,
    young_child_credit_by_income,
)
from .connecticut import earned_income_share_and_bonus
from .delaware import delaware_credits, delaware_refundable
from .district import dc_earned_income_credit
from .household import Household
from .iowa import iowa_exemption_credit, low_income_reduction
from .maine import affordability_payment, maine_dependent_credit, sales_tax_fairness
from .maryland import (
    maryland_child_credit,
    maryland_earned_income_credit,
    maryland_earned_income_refund,
    maryland_senior_credit,
    poverty_credit,
)
from .massachusetts import family_credit_under_13, limited_income_credit
from .minnesota import minnesota_family_credits, minnesota_marriage_credit
from .missouri import working_family_credit
from .new_jersey_credits import new_jersey_child_credit, new_jersey_earned_income_credit
from .new_mexico import child_credit_by_income, low_income_rebate
from .new_york import earned_income_share_less_household, empire_state_child_credit, household_credit
from .ohio import exemption_credit, joint_credit, senior_credit
from .oklahoma import frozen_earned_income_share, sales_tax_relief, share_of_child_credit
from .oregon import earned_income_share_under_3, kids_credit, person_credit_to_limit
from .south_carolina import earned_income_share_capped, two_wage_earner_credit
from .values import Values, steps_above
from .vermont import vermont_child_credit
from .virginia import earned_income_share_or_low_income, low_income_person_credit, spouse_adjustment

Credit = Callable[[Values, Household, float], float]

OF_AGE = 18


def earned_income_share(values: Values, household: Household, _: float) -> float:
    """A share of the federal earned income credit."""
    return values.number("earned_income_share") * household.earned_income_credit


def earned_income_share_any_age(values: Values, household: Household, _: float) -> float:
    """The same, also for people of 18 to 24 and of 65 or over without children (Illinois)."""
    federal = household.eitc_at_any_age if household.oldest >= OF_AGE else household.earned_income_credit
    return values.number("earned_income_share") * federal


def earned_income_share_of_pay(values: Values, household: Household, tax: float) -> float:
    """A share of the federal earned income credit, at most the pay from a job (Utah)."""
    return min(household.pay, earned_income_share(values, household, tax))


def earned_income_share_by_family(values: Values, household: Household, _: float) -> float:
    """The same with a share of its own for people without children, or ages of its own, in states that have them."""
    childless = not household.children + household.older_children
    name = "earned_income_share_childless" if childless and "earned_income_share_childless" in values.cited else "earned_income_share"
    ages = values.listed("earned_income_ages", household.status)
    return values.number(name) * (household.earned_income_credit_between(*ages) if ages else household.earned_income_credit)


def earned_income_share_by_children(values: Values, household: Household, _: float) -> float:
    """A share of the federal earned income credit that depends on the number of children (Wisconsin)."""
    shares = values.listed("earned_income_shares", household.status)
    return float(shares[min(household.children + household.older_children, len(shares) - 1)] * household.earned_income_credit)


def young_child_share(values: Values, household: Household, tax: float) -> float:
    """A share of the state's own earned income credit, with at least one child under 12 (Illinois)."""
    return values.number("young_child_share") * earned_income_share_any_age(values, household, tax) if household.under_12 else 0.0


def young_child_credit(values: Values, household: Household, _: float) -> float:
    """An amount for each child under 6."""
    return values.number("young_child_credit") * household.under_6


def young_child_credit_to_poverty(values: Values, household: Household, tax: float) -> float:
    """The same, where federal adjusted gross income is not above the poverty guideline (Nebraska)."""
    guideline = values.number("poverty_guideline") + values.number("poverty_guideline_more") * (household.people - 1)
    return young_child_credit(values, household, tax) if household.agi <= guideline else 0.0


def young_child_credit_fading(values: Values, household: Household, tax: float) -> float:
    """The same, less a share of the income above a threshold (Utah)."""
    over = max(0.0, household.agi - values.by_status("young_child_credit_from", household.status))
    return young_child_credit(values, household, tax) - values.number("young_child_credit_fade") * over


def taxpayer_credit(values: Values, household: Household, _: float) -> float:
    """A share of the federal deduction and of exemptions for dependents, less a share of the income above a threshold (Utah)."""
    base = household.federal_deduction + values.number("dependent_exemption") * household.dependents
    over = max(0.0, household.agi - values.by_status("taxpayer_credit_from", household.status))
    return values.number("taxpayer_credit_rate") * base - values.number("taxpayer_credit_fade") * over


def dependent_credit(values: Values, household: Household, _: float) -> float:
    """An amount for each child under 17 and each other dependent, less 5% for each $1,000 of income above a threshold (Arizona)."""
    amount = values.number("dependent_credit") * household.children
    amount += values.number("dependent_credit_older") * (household.older_children + household.other_dependents)
    steps = steps_above(values.by_status("dependent_credit_from", household.status), household.agi, 1_000)
    return amount * max(0.0, 1 - 0.05 * steps)


def family_credit(values: Values, household: Household, _: float) -> float:
    """An amount for each person up to a limit, where income does not exceed one that depends on the number of dependents (Arizona)."""
    limits = values.listed("family_credit_limit", household.status)
    if household.agi > limits[min(household.dependents, len(limits) - 1)]:
        return 0.0
    return min(values.by_status("family_credit_most", household.status), values.number("family_credit_each") * household.people)


def excise_credit(values: Values, household: Household, _: float) -> float:
    """An amount for each person up to a limit, where federal adjusted gross income does not exceed another (Arizona)."""
    if household.agi > values.by_status("excise_credit_limit", household.status):
        return 0.0
    return min(values.number("excise_credit_most"), values.number("excise_credit_each") * household.people)


def low_income_credit(values: Values, household: Household, _: float) -> float:
    """An amount for each person, and again for each of you aged 65 or over, in steps of federal adjusted gross income (Georgia)."""
    return values.step("low_income_credit", household.status, household.agi) * (household.people + household.seniors)


def senior_and_blind_credit(values: Values, household: Household, _: float) -> float:
    """An amount for each of you aged 65 or over, and for each who is blind."""
    return values.number("senior_and_blind_credit") * (household.seniors + household.blind)


def family_size_credit(values: Values, household: Household, tax: float) -> float:
    """A share of the tax by income as a multiple of the poverty guideline, with limits in whole dollars (Kentucky, KRS 141.066)."""
    family = min(household.people, 4)
    guideline = values.number("poverty_guideline") + values.number("poverty_guideline_more") * (family - 1)
    for step in values.listed("family_size_share", household.status):
        if household.agi <= math.floor(step["upto"] * guideline + 0.5):
            return tax * float(step["amount"])
    return 0.0


def low_income_family_credit(values: Values, household: Household, tax: float) -> float:
    """A share of the tax by income above the poverty guideline, or above half of it on separate returns (West Virginia)."""
    more = values.number("poverty_guideline_more") * (min(household.people, 8) - 1)
    guideline = (values.number("poverty_guideline") + more) * (0.5 if household.status == "separate" else 1.0)
    for step in values.listed("low_income_family_share", household.status):
        if household.agi <= guideline + step["upto"]:
            return tax * float(step["amount"])
    return 0.0


def child_credit(values: Values, household: Household, _: float) -> float:
    """An amount for each child under 17."""
    return values.number("child_credit") * household.children


def person_credit(values: Values, household: Household, _: float) -> float:
    """An amount for each person that can only reduce the tax."""
    return values.number("person_credit") * household.people


def above_federal_tax(_: Values, household: Household, tax: float) -> float:
    """What the tax exceeds federal income tax before credits by (Nebraska, Form 1040N, line 35)."""
    return tax - household.federal_tax


def marriage_penalty_credit(values: Values, household: Household, tax: float) -> float:
    """What two high earners save if each is taxed as single, up to an amount (North Dakota, Schedule ND-1, line 22).

    The gig, less half of its self-employment tax, is counted as yours.
    """
    income = household.taxable_income
    own = household.pay - household.spouse_pay + household.profit - household.deductible_half
    lower = min(own, household.spouse_pay)
    if not household.joint or income <= values.number("marriage_penalty_taxable_above"):
        return 0.0
    if lower <= values.number("marriage_penalty_each_above"):
        return 0.0
    first = lower - values.number("marriage_penalty_less")
    bands = values.bands("bands", "single")
    apart = in_bands(first, bands) + in_bands(income - first, bands)
    return min(values.number("marriage_penalty_most"), tax - apart)


def two_earner_credit(values: Values, household: Household, _: float) -> float:
    """A share of the lower of two spouses' earnings, up to an amount. The gig's whole profit is counted as yours (Wisconsin)."""
    own = household.pay - household.spouse_pay + max(0.0, household.profit)
    lower = min(own, household.spouse_pay)
    return min(values.number("two_earner_most"), values.number("two_earner_rate") * lower) if household.joint else 0.0


def food_credit(values: Values, household: Household, _: float) -> float:
    """An amount for each person."""
    return values.number("food_credit") * household.people


def food_credit_by_income(values: Values, household: Household, _: float) -> float:
    """The same in steps of federal adjusted gross income (Hawaii)."""
    return values.step("food_credit_by_income", household.status, household.agi) * household.people


def forgiveness(values: Values, household: Household, tax: float) -> float:
    """Pennsylvania's tax forgiveness: all of the tax up to an eligibility income, then a tenth less for each step above it (Schedule SP).

    Spouses count together, even where they file separately. Only children raise the limit.
    """
    couple = household.status in {"joint", "separate"}
    income = household.gross_income - household.other_income
    if household.status == "separate":
        income += household.spouse_pay
    limit = values.number("forgiven_upto") * (2 if couple else 1)
    limit += values.number("forgiven_more_each_child") * (household.children + household.older_children)
    steps = steps_above(limit, income, values.number("forgiven_step"))
    return tax * max(0.0, 1 - values.number("forgiven_step_loss") * steps)


CREDITS: Mapping[str, Credit] = {
    rule.__name__: rule
    for rule in (
        earned_income_share,
        earned_income_share_any_age,
        earned_income_share_of_pay,
        earned_income_share_by_children,
        two_earner_credit,
        young_child_share,
        young_child_credit,
        young_child_credit_to_poverty,
        young_child_credit_fading,
        taxpayer_credit,
        dependent_credit,
        family_credit,
        excise_credit,
        low_income_credit,
        senior_and_blind_credit,
        family_size_credit,
        low_income_family_credit,
        child_credit,
        person_credit,
        above_federal_tax,
        marriage_penalty_credit,
        food_credit,
        forgiveness,
        exemption_credit,
        senior_credit,
        joint_credit,
        spouse_adjustment,
        low_income_person_credit,
        earned_income_share_or_low_income,
        iowa_exemption_credit,
        low_income_reduction,
        delaware_credits,
        delaware_refundable,
        frozen_earned_income_share,
        share_of_child_credit,
        sales_tax_relief,
        working_family_credit,
        earned_income_share_under_25,
        young_child_credit_by_income,
        family_affordability_credit,
        sales_tax_refund,
        minnesota_marriage_credit,
        minnesota_family_credits,
        dc_earned_income_credit,
        child_credit_by_income,
        low_income_rebate,
        earned_income_share_by_family,
        maine_dependent_credit,
        sales_tax_fairness,
        affordability_payment,
        maryland_earned_income_credit,
        maryland_earned_income_refund,
        poverty_credit,
        maryland_senior_credit,
        maryland_child_credit,
        vermont_child_credit,
        food_credit_by_income,
        limited_income_credit,
        family_credit_under_13,
        california_exemption_credit,
        california_earned_income_credit,
        california_young_child_credit,
        household_credit,
        earned_income_share_less_household,
        empire_state_child_credit,
        new_jersey_earned_income_credit,
        new_jersey_child_credit,
        person_credit_to_limit,
        earned_income_share_under_3,
        kids_credit,
        two_wage_earner_credit,
        earned_income_share_capped,
        arkansas_person_credit,
        arkansas_additional_credit,
        earned_income_share_and_bonus,
    )
}
