"""Payments by Centrelink that shrink as income grows, for a year of 26 fortnights that are all alike, and the Medicare levy surcharge."""

from collections.abc import Mapping

from ....engine.fields import Money
from ....engine.figures import figure
from ..brackets import Bands, in_bands
from ..children import ages_of
from .figures import DOLLARS

FORTNIGHTS = 26
A_FORTNIGHT = Money(per="fortnight", dollars=True)


@figure("Income that your payment counts", unit=A_FORTNIGHT)
def payment_income(
    au_payment: str,
    au_business: str,
    wages: float,
    other_income: float,
    taxed_profit: float,
    au_spouse: str,
    au_spouse_income: float,
    work_bonus: float,
) -> float:
    """Pay, profit and other income before tax. For the Age Pension without the Work Bonus, and together with a partner's income."""
    if au_payment != "age_pension":
        return (wages + other_income + taxed_profit) / FORTNIGHTS
    gig_work, gig_other = (taxed_profit, 0.0) if au_business == "yes" else (0.0, taxed_profit)
    work = max(0.0, wages + gig_work - FORTNIGHTS * work_bonus)
    return (work + gig_other + other_income + (au_spouse_income if au_spouse == "yes" else 0.0)) / FORTNIGHTS


@figure("Lost of each payment", unit=A_FORTNIGHT, tone="loss")
def payment_reduction(
    au_payment: str,
    payment_income: float,
    au_spouse: str,
    jobseeker_taper: Bands,
    jobseeker_taper_carer: Bands,
    pension_free: Mapping[str, float],
    pension_taper: float,
) -> float:
    """JobSeeker: 50 cents of each dollar above $150 and 60 above $256. Age Pension: 50 cents above a free area."""
    if au_payment == "none":
        return 0.0
    if au_payment == "age_pension":
        return pension_taper * max(0.0, payment_income - pension_free["couple" if au_spouse == "yes" else "single"])
    return in_bands(payment_income, jobseeker_taper_carer if au_payment == "jobseeker_carer" else jobseeker_taper)


@figure("Centrelink payment", unit=DOLLARS, tone="gain")
def centrelink_payment(au_payment: str, au_payment_full: float, payment_reduction: float) -> float:
    """Your full payment less the reduction, for 26 fortnights; never below zero."""
    return 0.0 if au_payment == "none" else FORTNIGHTS * max(0.0, au_payment_full - payment_reduction)


@figure("Benefits", unit=DOLLARS, tone="gain")
def benefits(centrelink_payment: float) -> float:
    """JobSeeker Payment or Age Pension in a year with the gig."""
    return centrelink_payment


@figure("Medicare levy surcharge", unit=DOLLARS, tone="loss")
def levy_surcharge(
    au_hospital_cover: str,
    taxable_income: float,
    repayment_income: float,
    au_spouse: str,
    au_spouse_income: float,
    child_ages: str,
    levy_threshold: float,
    surcharge_bands: Bands,
    surcharge_child: float,
) -> float:
    """1% to 1.5% of the whole taxable income, without hospital cover, if the income with salary sacrifice is above a limit.

    Families have twice the limit, for both incomes.
    """
    children = len(ages_of(child_ages))
    is_family = au_spouse == "yes" or children > 0
    if au_hospital_cover == "yes" or taxable_income <= levy_threshold:
        return 0.0
    extra = surcharge_child * max(0, children - 1)
    income = repayment_income + (au_spouse_income if au_spouse == "yes" else 0.0)
    tested = (income - extra) / 2 if is_family else income
    rate = next(band["rate"] for band in surcharge_bands if tested <= band.get("upto", tested))
    return rate * taxable_income


@figure("Seniors and pensioners tax offset", unit=DOLLARS, tone="gain")
def senior_offset(
    au_senior: str,
    au_spouse: str,
    repayment_income: float,
    senior_offset_most: Mapping[str, float],
    senior_offset_from: Mapping[str, float],
    senior_offset_fade: float,
) -> float:
    """An amount that lowers the tax, less 12.5 cents for each dollar above a limit. What a spouse leaves unused is not counted."""
    kind = "couple" if au_spouse == "yes" else "single"
    if au_senior == "no":
        return 0.0
    return max(0.0, senior_offset_most[kind] - senior_offset_fade * max(0.0, repayment_income - senior_offset_from[kind]))
