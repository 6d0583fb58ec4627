"""Federal and provincial income tax in Canada, on job and gig together."""

from ....engine.fields import Text
from ....engine.figures import figure
from ..brackets import Bands, in_bands
from ..years import year_end
from .contributions import CHOICE_FROM, DOLLARS
from .place import QUEBEC, Place, place_of

YUKON = "yt"


@figure("Province", unit=Text(), step=True)
def place(province: str, tax_year: str) -> Place:
    """The rules of the province in the tax year."""
    return place_of(province, year_end(tax_year))


@figure("Parental insurance, your employee share", unit=DOLLARS)
def parental_credited(parental_insurance: float, insured_pay: float, insured_profit: float, parental_rate: float) -> float:
    """The share at the employee's rate gives a credit; the rest of the premium on profit is deducted (Schedule 10)."""
    return parental_rate * (insured_pay + insured_profit) if parental_insurance > 0 else 0


@figure("Contributions that give a credit", unit=DOLLARS)
def credited_contributions(
    pension_base_rate: float, pensionable_pay: float, pensionable_profit: float, employment_insurance: float, parental_credited: float
) -> float:
    """The employee's base share of the pension plan, Employment Insurance, and the employee's share of parental insurance."""
    return pension_base_rate * (pensionable_pay + pensionable_profit) + employment_insurance + parental_credited


@figure("Contributions that are deducted", unit=DOLLARS)
def deducted_contributions(
    pension_on_pay: float,
    pension_on_profit: float,
    pension_base_rate: float,
    pensionable_pay: float,
    pensionable_profit: float,
    parental_insurance: float,
    parental_credited: float,
) -> float:
    """Pension contributions beyond the employee's base share, and the rest of parental insurance on profit (lines 22200, 22215, 22300)."""
    base_share = pension_base_rate * (pensionable_pay + pensionable_profit)
    return pension_on_pay + pension_on_profit - base_share + parental_insurance - parental_credited


@figure("Deducted for an RRSP or pension plan", unit=DOLLARS)
def plan_deduction(workplace_pension: float, plan_limit: float) -> float:
    """What you pay in, up to the year's limit (lines 20700 and 20800). CPP and Employment Insurance are due on it."""
    return min(workplace_pension, plan_limit)


@figure("Income before the repayment of Old Age Security", unit=DOLLARS)
def income_before_recovery(
    wages: float, other_income: float, taxed_profit: float, deducted_contributions: float, plan_deduction: float
) -> float:
    """Job, pension and gig together, minus the deducted contributions and payments into a plan (line 23400)."""
    return max(0, wages + other_income + taxed_profit - deducted_contributions - plan_deduction)


@figure("Repayment of Old Age Security", unit=DOLLARS, tone="loss")
def security_repaid(ca_old_age_security: float, income_before_recovery: float, recovery_from: float, recovery_rate: float) -> float:
    """15% of the income above a threshold, up to all of the Old Age Security of the year (line 42200)."""
    return min(ca_old_age_security, recovery_rate * max(0.0, income_before_recovery - recovery_from))


@figure("Federal taxable income", unit=DOLLARS)
def taxable_income(income_before_recovery: float, security_repaid: float) -> float:
    """That income, minus any Old Age Security that is paid back. It is your net income, too (line 23600)."""
    return income_before_recovery - security_repaid


@figure("Amounts for age and pension", unit=DOLLARS)
def senior_amounts(
    age: int,
    taxable_income: float,
    ca_pension: float,
    age_amount: float,
    age_amount_from: float,
    age_amount_fade: float,
    pension_amount: float,
) -> float:
    """From age 65, an amount that fades with income, and up to $2,000 of a pension that gives the credit (lines 30100 and 31400)."""
    if age < CHOICE_FROM:
        return 0.0
    return max(0.0, age_amount - age_amount_fade * max(0.0, taxable_income - age_amount_from)) + min(pension_amount, ca_pension)


@figure("Federal basic personal amount", unit=DOLLARS)
def federal_basic(taxable_income: float, basic_most: float, basic_least: float, basic_fade_from: float, basic_fade_to: float) -> float:
    """Income on which the lowest rate is credited back. Its enhanced part phases out between the fourth and the fifth bracket."""
    return basic_most - (basic_most - basic_least) * min(1, max(0, taxable_income - basic_fade_from) / (basic_fade_to - basic_fade_from))


@figure("Canada employment amount", unit=DOLLARS)
def employment_credited(wages: float, employment_amount: float) -> float:
    """Everyone with a job gets it, up to the amount of pay."""
    return min(wages, employment_amount)


@figure("Federal tax before credits", unit=DOLLARS)
def federal_bracket_tax(taxable_income: float, federal_bands: Bands) -> float:
    """Each slice of taxable income at its own rate."""
    return in_bands(taxable_income, federal_bands)


@figure("Federal credits", unit=DOLLARS, tone="gain")
def federal_credits(
    federal_basic: float, employment_credited: float, credited_contributions: float, senior_amounts: float, federal_bands: Bands
) -> float:
    """The basic amount, the employment amount, the credited contributions and the amounts from age 65, at the lowest rate."""
    return federal_bands[0]["rate"] * (federal_basic + employment_credited + credited_contributions + senior_amounts)


@figure("Federal income tax", unit=DOLLARS, tone="loss")
def federal_tax(province: str, federal_bracket_tax: float, federal_credits: float, quebec_abatement: float) -> float:
    """Tax minus credits. Quebec runs programs that are federal elsewhere, so its residents get part of the federal tax back."""
    return max(0, federal_bracket_tax - federal_credits) * (1 - quebec_abatement if province == QUEBEC else 1)


@figure("Quebec's deduction for workers", unit=DOLLARS)
def worker_deduction(province: str, wages: float, taxed_profit: float, worker_deduction_rate: float, worker_deduction_most: float) -> float:
    """A share of pay and profit, up to a limit, in Quebec only."""
    return min(worker_deduction_most, worker_deduction_rate * (wages + taxed_profit)) if province == QUEBEC else 0


@figure("Provincial taxable income", unit=DOLLARS)
def provincial_income(taxable_income: float, worker_deduction: float) -> float:
    """Federal taxable income; in Quebec, minus the deduction for workers."""
    return max(0, taxable_income - worker_deduction)


@figure("Provincial tax before credits", unit=DOLLARS)
def provincial_bracket_tax(provincial_income: float, place: Place) -> float:
    """Each slice at the province's own rates."""
    return in_bands(provincial_income, place.bands)


@figure("Provincial credits", unit=DOLLARS, tone="gain")
def provincial_credits(
    place: Place, taxable_income: float, federal_basic: float, employment_credited: float, credited_contributions: float
) -> float:
    """The province's basic amount and the credited contributions, at its lowest rate.

    Yukon uses the federal amounts. Quebec's basic amount already includes workers' contributions. Manitoba adds its
    family tax benefit.
    """
    if place.code == YUKON:
        return place.credit_rate * (federal_basic + employment_credited + credited_contributions)
    amounts = place.basic_at(taxable_income) + place.family_benefit_at(taxable_income)
    return place.credit_rate * (amounts + (0.0 if place.code == QUEBEC else credited_contributions))


@figure("Surtax and reduction", unit=DOLLARS)
def provincial_adjustment(provincial_bracket_tax: float, provincial_credits: float, provincial_income: float, place: Place) -> float:
    """Ontario adds a surtax to higher taxes. Ontario, British Columbia and the Atlantic provinces reduce the tax on low incomes."""
    tax = max(0.0, provincial_bracket_tax - provincial_credits)
    if place.code == "on":
        surtaxed = tax + in_bands(tax, place.surtax)
        return surtaxed - tax - min(surtaxed, max(0.0, 2 * place.reduction - surtaxed))
    return -min(tax, place.reduction_at(provincial_income))


@figure("Ontario's credit for low-income workers (LIFT)", unit=DOLLARS, tone="gain")
def lift_credit(
    wages: float,
    provincial_income: float,
    provincial_bracket_tax: float,
    provincial_credits: float,
    provincial_adjustment: float,
    place: Place,
) -> float:
    """A share of pay, minus a share of income above a threshold. It is applied after the tax reduction, and not to the Health Premium."""
    tax = max(0.0, provincial_bracket_tax - provincial_credits) + provincial_adjustment
    return min(tax, place.lift_at(wages, provincial_income))


@figure("Ontario Health Premium", unit=DOLLARS, tone="loss")
def health_premium(provincial_income: float, place: Place) -> float:
    """Rises in steps with taxable income, in Ontario only."""
    return in_bands(provincial_income, place.health_premium)


@figure("Provincial or territorial income tax", unit=DOLLARS, tone="loss")
def provincial_tax(
    provincial_bracket_tax: float, provincial_credits: float, provincial_adjustment: float, lift_credit: float, health_premium: float
) -> float:
    """Tax minus credits, with any surtax, reduction and premium (line 42800)."""
    return max(0, provincial_bracket_tax - provincial_credits) + provincial_adjustment - lift_credit + health_premium


@figure("Refundable credits", unit=DOLLARS, tone="gain")
def refundable_credits(wages: float, taxed_profit: float, provincial_income: float, place: Place) -> float:
    """Quebec's work premium, Manitoba's personal tax credit, British Columbia's sales tax credit, and two territories' credits for the cost
    of living. Any part above your tax is paid out.
    """
    return place.refundable_at(wages + taxed_profit, provincial_income)


@figure("Income tax", unit=DOLLARS, tone="loss")
def income_tax(federal_tax: float, provincial_tax: float, refundable_credits: float) -> float:
    """Federal and provincial tax together, minus refundable credits. Below zero, more is paid out to you than you owe."""
    return federal_tax + provincial_tax - refundable_credits


@figure("Income tax and contributions", unit=DOLLARS, tone="loss")
def total_tax(income_tax: float, social_contributions: float, security_repaid: float) -> float:
    """On job and gig together, with any Old Age Security that is paid back."""
    return income_tax + social_contributions + security_repaid
