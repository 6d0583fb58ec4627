"""What states subtract before they tax: standard deductions, exemptions, and deductions for children."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ...brackets import in_bands
from ..income import SENIOR
from .alabama import alabama_deduction, dependent_exemption_by_income, federal_tax_after_credits
from .connecticut import connecticut_exemption
from .household import Household
from .maine import maine_exemptions, maine_standard
from .massachusetts import payroll_tax_deduction
from .minnesota import minnesota_exemptions, minnesota_standard
from .missouri import business_share, federal_tax_share
from .new_jersey import new_jersey_retirement_exclusion
from .new_mexico import age_exemption, dependents_after_first, low_income_exemption
from .oregon import federal_tax_capped
from .south_carolina import income_adjusted_deduction, young_child_deduction
from .values import Values, steps_above

Deduction = Callable[[Values, Household], float]


def standard(values: Values, household: Household) -> float:
    """The state's own standard deduction by filing status, with what it adds for age and blindness."""
    extra = values.by_status("standard_deduction_extra", household.status) * (household.seniors + household.blind)
    return values.by_status("standard_deduction", household.status) + extra


def standard_fading(values: Values, household: Household) -> float:
    """A standard deduction that falls with federal adjusted gross income by a share of each slice of it (Wisconsin)."""
    lost = in_bands(household.agi, values.bands("deduction_fade", household.status))
    return max(0.0, values.by_status("standard_deduction", household.status) - lost)


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


def senior_exemption_upto(values: Values, household: Household) -> float:
    """The same up to and including an income (Oklahoma)."""
    low = household.agi <= values.by_status("senior_exemption_limit", household.status)
    return values.number("senior_exemption_upto") * household.seniors if low else 0.0


def child_deduction(values: Values, household: Household) -> float:
    """An amount for each child under 17, in steps of federal adjusted gross income."""
    return values.step("child_deduction", household.status, household.agi) * household.children


def exemptions_by_income(values: Values, household: Household) -> float:
    """An amount for each person, in steps of modified income: federal adjusted gross income, in Ohio with all business income."""
    return values.step("exemption_by_income", household.status, household.agi) * household.people


def standard_and_exemptions_fading(values: Values, household: Household) -> float:
    """Both, less a fifth for each step of income above a threshold, or part of it (Rhode Island)."""
    share = max(0.0, 1 - 0.2 * steps_above(values.number("fades_from"), household.agi, values.number("fades_step")))
    return share * (standard(values, household) + values.number("person_exemption") * household.people)


def senior_subtraction(values: Values, household: Household) -> float:
    """Income of each of you aged 65 or over, up to an amount (West Virginia). The gig and other income are counted as yours."""
    spouse = household.spouse_pay if household.joint else 0.0
    incomes = [household.agi - spouse] if household.age >= SENIOR else []
    if household.joint and household.spouse_age >= SENIOR:
        incomes.append(spouse)
    return sum(min(values.number("senior_subtraction"), max(0.0, income)) for income in incomes)


def age_deduction(values: Values, household: Household) -> float:
    """An amount for each of you aged 65 or over, less each dollar of income above a threshold (Virginia)."""
    income = household.agi + (household.spouse_pay if household.status == "separate" else 0.0)
    over = max(0.0, income - values.by_status("age_deduction_from", household.status))
    return max(0.0, values.number("age_deduction") * household.seniors - over)


def low_income_exclusion(values: Values, household: Household) -> float:
    """Pay and profit, where federal adjusted gross income is not above an amount (West Virginia)."""
    limit = values.by_status("low_income_exclusion", household.status)
    return max(0.0, min(household.agi, household.pay + household.profit, limit)) if household.agi <= limit else 0.0


def federal_senior_deduction(_: Values, household: Household) -> float:
    """The federal deduction for people aged 65 or over."""
    return household.senior_deduction


def federal_deduction(_: Values, household: Household) -> float:
    """The federal standard or itemized deduction, whichever is taken."""
    return household.federal_deduction


def retirement_exclusion(values: Values, household: Household) -> float:
    """Interest, rent and pensions, and a little of pay and profit, of each of you from an age on, up to a limit (Georgia).

    The gig, interest, rent and other income are counted as yours.
    """
    own_pay = household.pay - household.spouse_pay if household.joint else household.pay
    others = household.interest + household.rent + household.other_income
    people = [(household.age, own_pay + household.profit, others)]
    if household.joint:
        people.append((household.spouse_age, household.spouse_pay, 0.0))
    return sum(_excluded(values, age, earned, unearned) for age, earned, unearned in people)


def _excluded(values: Values, age: int, earned: float, unearned: float) -> float:
    limit = next((step["amount"] for step in values.listed("retirement_exclusion_most", "") if age >= step["from_age"]), 0.0)
    return float(min(limit, min(values.number("retirement_exclusion_earned"), max(0.0, earned)) + unearned))


def michigan_standard(values: Values, household: Household) -> float:
    """From an age of the older of you on, an amount that takes the place of exemptions; for the older of these, it is added to them.

    The ages are those of three years of birth: after 1952, from 1946 to 1952, and before 1946, where there is none.
    """
    instead, added, none = values.listed("michigan_standard_ages", "")
    amount = values.by_status("michigan_standard", household.status)
    if added <= household.oldest < none:
        return amount
    return max(0.0, amount - exemptions(values, household)) if instead <= household.oldest < added else 0.0


DEDUCTIONS: Mapping[str, Deduction] = {
    "standard": standard,
    "standard_fading": standard_fading,
    "status_exemption": status_exemption,
    "exemptions": exemptions,
    "capped_exemptions": capped_exemptions,
    "senior_low_exemption": senior_low_exemption,
    "senior_exemption_upto": senior_exemption_upto,
    "child_deduction": child_deduction,
    "exemptions_by_income": exemptions_by_income,
    "standard_and_exemptions_fading": standard_and_exemptions_fading,
    "senior_subtraction": senior_subtraction,
    "age_deduction": age_deduction,
    "low_income_exclusion": low_income_exclusion,
    "federal_senior_deduction": federal_senior_deduction,
    "federal_deduction": federal_deduction,
    "retirement_exclusion": retirement_exclusion,
    "michigan_standard": michigan_standard,
    "federal_tax_share": federal_tax_share,
    "business_share": business_share,
    "minnesota_standard": minnesota_standard,
    "minnesota_exemptions": minnesota_exemptions,
    "dependents_after_first": dependents_after_first,
    "low_income_exemption": low_income_exemption,
    "age_exemption": age_exemption,
    "maine_standard": maine_standard,
    "maine_exemptions": maine_exemptions,
    "payroll_tax_deduction": payroll_tax_deduction,
    "new_jersey_retirement_exclusion": new_jersey_retirement_exclusion,
    "federal_tax_capped": federal_tax_capped,
    "income_adjusted_deduction": income_adjusted_deduction,
    "young_child_deduction": young_child_deduction,
    "federal_tax_after_credits": federal_tax_after_credits,
    "alabama_deduction": alabama_deduction,
    "dependent_exemption_by_income": dependent_exemption_by_income,
    "connecticut_exemption": connecticut_exemption,
}
