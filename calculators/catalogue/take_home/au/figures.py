"""Income tax with its offsets, the Medicare levy and study loans in Australia, on job and gig together."""

from collections.abc import Mapping

from ....engine.fields import Money
from ....engine.figures import figure
from ..brackets import Bands, in_bands
from ..children import ages_of

DOLLARS = Money(per="year", dollars=True)


@figure("Car deduction", unit=DOLLARS)
def car_deduction(au_km: float, km_rate: float, km_limit: float) -> float:
    """The ATO's rate per kilometer, up to a limit for each car, covers all costs of the car."""
    return min(au_km, km_limit) * km_rate


@figure("Net profit", unit=DOLLARS, tone="gain")
def net_profit(gross_receipts: float, expenses: float, car_deduction: float) -> float:
    """What the gig earns for tax purposes, with the car at its flat rate. Below zero, it loses money."""
    return gross_receipts - expenses - car_deduction


@figure("Profit that is taxed", unit=DOLLARS)
def taxed_profit(net_profit: float) -> float:
    """A profit counts in full. A small business's loss usually carries over to later years, so it counts as 0 here."""
    return max(0, net_profit)


@figure("Salary sacrificed into super", unit=DOLLARS)
def sacrificed(workplace_pension: float, wages: float, super_cap: float, super_rate: float) -> float:
    """Up to what your employer's own part leaves of the yearly cap. What is above it is taxed like pay."""
    return min(workplace_pension, max(0.0, super_cap - super_rate * wages))


@figure("Taxable income", unit=DOLLARS)
def taxable_income(
    wages: float, sacrificed: float, other_income: float, taxed_profit: float, au_payment: str, centrelink_payment: float
) -> float:
    """Job, pension and gig together, minus salary sacrifice, before any deductions. An Age Pension counts as it is with the gig."""
    return wages - sacrificed + other_income + taxed_profit + (centrelink_payment if au_payment == "age_pension" else 0.0)


@figure("Income for study loans, offsets and the surcharge", unit=DOLLARS)
def repayment_income(taxable_income: float, sacrificed: float) -> float:
    """Taxable income and salary sacrifice, which counts as reportable super contributions."""
    return taxable_income + sacrificed


@figure("Tax from the brackets", unit=DOLLARS)
def bracket_tax(taxable_income: float, brackets: Bands) -> float:
    """Each slice of taxable income at its own rate, before offsets."""
    return in_bands(taxable_income, brackets)


@figure("Low income tax offset", unit=DOLLARS, tone="gain")
def low_income_offset(taxable_income: float, low_income_offset_most: float, low_income_offset_fade: Bands) -> float:
    """Reduces the tax on low incomes and phases out as income grows."""
    return max(0.0, low_income_offset_most - in_bands(taxable_income, low_income_offset_fade))


@figure("Small business income tax offset", unit=DOLLARS, tone="gain")
def small_business_offset(
    au_business: str,
    gross_receipts: float,
    taxed_profit: float,
    taxable_income: float,
    bracket_tax: float,
    business_offset_rate: float,
    business_offset_most: float,
    business_offset_turnover: float,
) -> float:
    """A share of the tax that falls on a small business's profit, up to a limit (sections 328-357 and 328-360)."""
    if au_business != "yes" or taxable_income <= 0 or gross_receipts >= business_offset_turnover:
        return 0.0
    return min(business_offset_most, business_offset_rate * bracket_tax * taxed_profit / taxable_income)


@figure("Income tax", unit=DOLLARS, tone="loss")
def income_tax(bracket_tax: float, low_income_offset: float, small_business_offset: float, senior_offset: float) -> float:
    """Tax minus the offsets, but not below zero."""
    return max(0, bracket_tax - low_income_offset - small_business_offset - senior_offset)


@figure("Medicare levy", unit=DOLLARS, tone="loss")
def medicare_levy(levy_before_reduction: float, family_reduction: float) -> float:
    """A share of taxable income, less what a family's threshold takes off."""
    return max(0.0, levy_before_reduction - family_reduction)


def levy_of_one(income: float, rate: float, threshold: float, phase_in: float) -> float:
    """The levy of one person without a family: nothing up to the threshold, and phased in above it (section 7)."""
    return min(rate * income, phase_in * max(0.0, income - threshold))


@figure("Medicare levy of a single person", unit=DOLLARS, tone="loss")
def levy_before_reduction(
    taxable_income: float,
    senior_offset: float,
    levy_rate: float,
    levy_threshold: float,
    levy_senior: float,
    levy_phase_in: float,
) -> float:
    """A share of taxable income: nothing up to the threshold for singles, which is higher with the seniors' offset; phased in above it."""
    return levy_of_one(taxable_income, levy_rate, levy_senior if senior_offset > 0 else levy_threshold, levy_phase_in)


@figure("Medicare levy reduction of your family", unit=DOLLARS, tone="gain")
def family_reduction(
    taxable_income: float,
    senior_offset: float,
    au_spouse: str,
    au_spouse_income: float,
    child_ages: str,
    levy_rate: float,
    levy_threshold: float,
    levy_phase_in: float,
    levy_family: Mapping[str, float],
) -> float:
    """Up to a family's threshold there is no levy: 2% of the threshold comes off, less 8 cents for each dollar of family income above.

    Partners who both owe a levy share it by their incomes, and what one cannot use goes to the other (section 8).
    """
    children = len(ages_of(child_ages))
    if au_spouse == "no" and not children:
        return 0.0
    spouse_income = au_spouse_income if au_spouse == "yes" else 0.0
    family_income = taxable_income + spouse_income
    threshold = levy_family["senior" if senior_offset > 0 else "family"] + children * levy_family["child"]
    reduction = max(0.0, levy_rate * threshold - (levy_phase_in - levy_rate) * max(0.0, family_income - threshold))
    spouse_levy = levy_of_one(spouse_income, levy_rate, levy_threshold, levy_phase_in)
    if spouse_levy <= 0 or reduction <= 0:
        return reduction
    own = reduction * taxable_income / family_income
    return own + max(0.0, reduction - own - spouse_levy)


@figure("Levy on income", unit=DOLLARS, tone="loss")
def social_contributions(medicare_levy: float, levy_surcharge: float) -> float:
    """Australia takes no social insurance contributions from pay. The Medicare levy, with its surcharge, is the closest equivalent."""
    return medicare_levy + levy_surcharge


@figure("Income tax and Medicare levy", unit=DOLLARS, tone="loss")
def total_tax(income_tax: float, social_contributions: float) -> float:
    """On job and gig together, before study loans."""
    return income_tax + social_contributions


@figure("Study loan repayment", unit=DOLLARS, tone="loss")
def study_loan(au_study_loan: str, repayment_income: float, loan_bands: Bands, loan_most: float) -> float:
    """Each slice of income above the threshold at its own rate, and never more than a tenth of all income."""
    return min(in_bands(repayment_income, loan_bands), loan_most * repayment_income) if au_study_loan == "yes" else 0.0
