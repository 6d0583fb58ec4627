"""From profit and wages to taxable income and the tax on it: Form 1040, Schedule 1, Schedule 1-A and Form 8995."""

from __future__ import annotations

from collections.abc import Mapping

from ....engine.fields import Count, Money, Rate
from ....engine.figures import figure
from ..brackets import Bands, in_bands
from .gig import DOLLARS

SENIOR = 65
"""The age from which the larger standard deduction and the senior deduction apply (sections 63(f) and 151(d)(5))."""

CATCH_UP = 50
"""The age from which catch-up contributions to a retirement plan are allowed (section 414(v)(5))."""

CATCH_UP_SIXTIES = range(60, 64)
"""The ages with a higher catch-up limit (section 414(v)(2)(E))."""


@figure("Largest loss that counts this year", unit=Money(), step=True)
def loss_limit(business_loss_limits: Mapping[str, float], filing_status: str) -> float:
    """By filing status (section 461(l))."""
    return business_loss_limits[filing_status]


@figure("Profit or loss that counts", unit=DOLLARS)
def counted_profit(net_profit: float, loss_limit: float) -> float:
    """A profit counts in full. A loss reduces other income up to a limit; the rest carries over to later years (Form 461)."""
    return max(net_profit, -loss_limit)


@figure("Retirement plan limit", unit=DOLLARS)
def plan_limit(age: int, additions_limit: float, catch_up: float, catch_up_sixties: float) -> float:
    """The limit on a year's contributions (section 415(c)(1)(A)), plus catch-up contributions from age 50 (section 414(v))."""
    if age in CATCH_UP_SIXTIES:
        return additions_limit + catch_up_sixties
    return additions_limit + catch_up if age >= CATCH_UP else additions_limit


@figure("Retirement plan deduction", unit=DOLLARS)
def retirement_deduction(retirement: float, net_profit: float, deductible_half: float, plan_limit: float) -> float:
    """Contributions are deducted, up to the plan's limit and up to what the gig earned (sections 415(c), 404(a)(8); Schedule 1)."""
    return min(retirement, plan_limit, max(0, net_profit - deductible_half))


@figure("Health insurance deduction", unit=DOLLARS)
def health_insurance_deduction(health_insurance: float, net_profit: float, deductible_half: float, retirement_deduction: float) -> float:
    """Premiums are deducted, up to what is left of the gig's profit. They do not reduce self-employment tax (section 162(l))."""
    return min(health_insurance, max(0, net_profit - deductible_half - retirement_deduction))


@figure("Deferred into a 401(k)", unit=DOLLARS)
def deferred_pay(workplace_pension: float, deferral_limit: float, age: int, catch_up: float, catch_up_sixties: float) -> float:
    """Up to a limit, and a higher one from age 50 (sections 402(g) and 414(v)). Social Security and Medicare tax are due on it."""
    extra = catch_up_sixties if age in CATCH_UP_SIXTIES else catch_up if age >= CATCH_UP else 0.0
    return min(workplace_pension, deferral_limit + extra)


@figure("Pay that is taxed", unit=DOLLARS)
def taxed_pay(household_wages: float, deferred_pay: float) -> float:
    """Pay on this return, minus what you defer into a 401(k) (Form W-2, box 1)."""
    return household_wages - deferred_pay


@figure("Total income", unit=DOLLARS)
def total_income(taxed_pay: float, other_income: float, investment_income: float, counted_profit: float, rental_profit: float) -> float:
    """Everything that is taxed, before deductions (Form 1040, line 9)."""
    return taxed_pay + other_income + investment_income + counted_profit + rental_profit


@figure("Adjusted gross income", unit=DOLLARS)
def adjusted_gross_income(
    total_income: float, deductible_half: float, retirement_deduction: float, health_insurance_deduction: float
) -> float:
    """Total income minus the deductions that you get whether you itemize or not (Form 1040, line 11)."""
    return total_income - deductible_half - retirement_deduction - health_insurance_deduction


@figure("Reasons for a larger standard deduction", unit=Count())
def standard_extras(age: int, spouse_age: int, blind: str, filing_status: str) -> int:
    """One for being 65 or older and one for being blind. Your spouse's count if you file jointly (Form 1040, line 12)."""
    own = (age >= SENIOR) + (blind in {"you", "both"})
    spouse = (spouse_age >= SENIOR) + (blind in {"spouse", "both"})
    return own + spouse if filing_status == "joint" else own


@figure("Basic standard deduction", unit=Money(), step=True)
def standard_basic(standard_deductions: Mapping[str, float], filing_status: str) -> float:
    """By filing status (section 63(c))."""
    return standard_deductions[filing_status]


@figure("Addition for each reason", unit=Money(), step=True)
def standard_extra(standard_deduction_extras: Mapping[str, float], filing_status: str) -> float:
    """Larger for unmarried people (section 63(f))."""
    return standard_deduction_extras[filing_status]


@figure("Standard deduction", unit=DOLLARS)
def standard_deduction(standard_basic: float, standard_extra: float, standard_extras: int) -> float:
    """The part of income that is not taxed, whoever you are (Form 1040, line 12)."""
    return standard_basic + standard_extra * standard_extras


@figure("People aged 65 or over", unit=Count(), step=True)
def seniors(age: int, spouse_age: int, filing_status: str) -> int:
    """The people who count for the senior deduction: nobody on a married couple's separate returns."""
    return 0 if filing_status == "separate" else (age >= SENIOR) + (filing_status == "joint" and spouse_age >= SENIOR)


@figure("Senior deduction is reduced from", unit=Money(), step=True)
def senior_threshold(senior_thresholds: Mapping[str, float], filing_status: str) -> float:
    """By filing status; married people must file jointly to get the deduction (section 151(d)(5)(C))."""
    return senior_thresholds[filing_status]


@figure("Senior deduction", unit=DOLLARS)
def senior_deduction(
    seniors: int, senior_amount: float, senior_reduction_rate: float, adjusted_gross_income: float, senior_threshold: float
) -> float:
    """From 2025 to 2028, an amount for each person aged 65 or over, minus a share of income above a threshold (Schedule 1-A, Part V)."""
    return seniors * max(0, senior_amount - senior_reduction_rate * max(0, adjusted_gross_income - senior_threshold))


@figure("Income before the business income deduction", unit=DOLLARS)
def income_before_qbi(
    adjusted_gross_income: float, standard_deduction: float, itemized_deductions: float, senior_deduction: float
) -> float:
    """Taxable income before that deduction, which limits the deduction (Form 8995, line 11)."""
    return max(0, adjusted_gross_income - max(standard_deduction, itemized_deductions) - senior_deduction)


@figure("Qualified business income", unit=DOLLARS)
def qualified_business_income(
    net_profit: float, deductible_half: float, retirement_deduction: float, health_insurance_deduction: float
) -> float:
    """The gig's profit minus its deductions (section 199A(c); Form 8995, line 1). Renting without services is left out."""
    return max(0, net_profit - deductible_half - retirement_deduction - health_insurance_deduction)


@figure("Business income limits start at", unit=Money(), step=True)
def qbi_threshold(qbi_thresholds: Mapping[str, float], filing_status: str) -> float:
    """By filing status (section 199A(e)(2))."""
    return qbi_thresholds[filing_status]


@figure("Range over which they set in", unit=Money(), step=True)
def qbi_range(qbi_ranges: Mapping[str, float], filing_status: str) -> float:
    """Twice as wide for a couple filing jointly (section 199A(b)(3)(B))."""
    return qbi_ranges[filing_status]


@figure("Share of the business income deduction that is lost", unit=Rate())
def qbi_lost(income_before_qbi: float, qbi_threshold: float, qbi_range: float) -> float:
    """Above the threshold, the deduction is limited by the wages that you pay. Without employees, it phases out to zero (Form 8995-A)."""
    return min(1, max(0, income_before_qbi - qbi_threshold) / qbi_range)


@figure("Business income deduction", unit=DOLLARS)
def qbi_deduction(
    qualified_business_income: float,
    qbi_rate: float,
    qbi_lost: float,
    income_before_qbi: float,
    qbi_minimum: float,
    qbi_minimum_from: float,
) -> float:
    """A fifth of business income, at most a fifth of taxable income; from 2026 a small minimum (section 199A(a), (i); Form 8995)."""
    usual = min(qbi_rate * qualified_business_income * (1 - qbi_lost), qbi_rate * income_before_qbi)
    return max(usual, qbi_minimum) if qualified_business_income >= qbi_minimum_from else usual


@figure("Top rate starts at", unit=Money(), step=True)
def top_bracket_start(brackets: Mapping[str, Bands], filing_status: str) -> float:
    """Where the last bracket begins."""
    return brackets[filing_status][-2]["upto"]


@figure("Itemized deductions lost", unit=DOLLARS)
def itemized_lost(
    itemized_limit_rate: float,
    itemized_deductions: float,
    adjusted_gross_income: float,
    senior_deduction: float,
    qbi_deduction: float,
    top_bracket_start: float,
) -> float:
    """From 2026, itemized deductions save at most 35 cents per dollar, so part of them is lost in the top bracket (section 68)."""
    return itemized_limit_rate * min(
        itemized_deductions, max(0, adjusted_gross_income - senior_deduction - qbi_deduction - top_bracket_start)
    )


@figure("Deduction taken", unit=DOLLARS)
def deduction_taken(standard_deduction: float, itemized_deductions: float, itemized_lost: float) -> float:
    """The standard deduction or your itemized ones, whichever is larger (Form 1040, line 12)."""
    return max(standard_deduction, itemized_deductions - itemized_lost)


@figure("Taxable income", unit=DOLLARS)
def taxable_income(adjusted_gross_income: float, deduction_taken: float, senior_deduction: float, qbi_deduction: float) -> float:
    """The income to which the brackets apply (Form 1040, line 15)."""
    return max(0, adjusted_gross_income - deduction_taken - senior_deduction - qbi_deduction)


@figure("Tax from the brackets", unit=DOLLARS, tone="loss")
def bracket_tax(taxable_income: float, brackets: Mapping[str, Bands], filing_status: str) -> float:
    """Each slice of taxable income at its own rate, before credits (section 1; Form 1040, line 16)."""
    return in_bands(taxable_income, brackets[filing_status])


@figure("Rate of your top bracket", unit=Rate())
def bracket_rate(taxable_income: float, brackets: Mapping[str, Bands], filing_status: str) -> float:
    """The income tax rate on your last dollar, before self-employment tax, credits, and deductions that phase out."""
    return next(b["rate"] for b in brackets[filing_status] if taxable_income <= b.get("upto", taxable_income))
