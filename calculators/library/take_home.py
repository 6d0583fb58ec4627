"""Take-home pay: What do you keep when job and gig are taxed together? Written by pipeline/typed_library.py; do not edit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Unpack, overload

from .answer import Answer, answer
from .take_home_inputs import TakeHomeAuInputs, TakeHomeCaInputs, TakeHomeElsewhereInputs, TakeHomeUkInputs, TakeHomeUsInputs

if TYPE_CHECKING:
    from ..catalogue.take_home.deadlines import Payment


@dataclass(frozen=True, kw_only=True)
class TakeHome(Answer):
    """The figures that every case has."""

    net_profit: float  # Net profit, a year
    income_tax: float  # Income tax, a year
    benefits: float  # Benefits, a year
    total_tax: float  # Total tax, a year
    tax_without_gig: float  # Tax without the gig, a year
    extra_tax: float  # What the gig adds to your tax, a year
    benefits_without_gig: float  # Benefits without the gig, a year
    benefits_lost: float  # Benefits that the gig takes, a year
    marginal_rate: float  # Tax on your next dollars, a fraction
    kept_from_gig: float  # What you keep from the gig, a year
    take_home_without_gig: float  # Take-home pay without the gig, a year
    take_home_pay: float  # Take-home pay, a year


@dataclass(frozen=True, kw_only=True)
class TakeHomeUs(TakeHome):
    """The figures of `take_home` where country is 'us'."""

    mileage_deduction: float  # Standard mileage deduction, a year
    vehicle_deduction: float  # Car deduction, a year
    taxed_rent: float  # Rent that is taxed, a year
    let_business_profit: float  # Profit from renting with services, a year
    rental_profit: float  # Rental profit, a year
    profit_before_office: float  # Profit before the home office, a year
    office_deduction: float  # Home office deduction, a year
    children: int  # Children under 17
    older_children: int  # Older children whom you can claim
    household_wages: float  # Wages on this return, a year
    net_earnings: float  # Net earnings from self-employment, a year
    self_employment_income: float  # Self-employment income, a year
    social_security_part: float  # Social Security part, a year
    medicare_part: float  # Medicare part, a year
    self_employment_tax: float  # Self-employment tax, a year
    deductible_half: float  # Deductible half, a year
    additional_medicare_tax: float  # Additional Medicare Tax, a year
    payroll_tax: float  # Taken from wages for Social Security and Medicare, a year
    counted_profit: float  # Profit or loss that counts, a year
    plan_limit: float  # Retirement plan limit, a year
    retirement_deduction: float  # Retirement plan deduction, a year
    health_insurance_deduction: float  # Health insurance deduction, a year
    deferred_pay: float  # Deferred into a 401(k), a year
    taxed_pay: float  # Pay that is taxed, a year
    total_income: float  # Total income, a year
    adjusted_gross_income: float  # Adjusted gross income, a year
    standard_extras: int  # Reasons for a larger standard deduction
    standard_deduction: float  # Standard deduction, a year
    senior_deduction: float  # Senior deduction, a year
    income_before_qbi: float  # Income before the business income deduction, a year
    qualified_business_income: float  # Qualified business income, a year
    qbi_lost: float  # Share of the business income deduction that is lost, a fraction
    qbi_deduction: float  # Business income deduction, a year
    itemized_lost: float  # Itemized deductions lost, a year
    deduction_taken: float  # Deduction taken, a year
    taxable_income: float  # Taxable income, a year
    bracket_tax: float  # Tax from the brackets, a year
    bracket_rate: float  # Rate of your top bracket, a fraction
    earned_income: float  # Earned income, a year
    child_credit_full: float  # Child and dependent credit, before its limits, a year
    child_credit_allowed: float  # Child and dependent credit, after high income, a year
    child_credit_used: float  # Child and dependent credit, a year
    eitc_children: int  # Children for the earned income credit
    eitc_grown: float  # Earned income credit, while it grows, a year
    eitc_lost: float  # Earned income credit lost, a year
    earned_income_credit: float  # Earned income credit, a year
    refundable_child_credit: float  # Refundable child credit, a year
    investment_tax: float  # Net investment income tax, a year
    federal_tax: float  # Federal tax, a year
    tax_family: int  # People on your tax return
    credit_income: float  # Income for the premium tax credit, a year
    income_percent: int  # That income, in percent of the guideline
    own_contribution: float  # What you pay for the benchmark plan yourself, a year
    premium_credit: float  # Premium tax credit, a year
    snap_year: float  # SNAP, a year
    state_start: float  # Income that your state starts from, a year
    state_deductions: float  # Your state's deductions and exemptions, a year
    state_taxable_income: float  # Your state's taxable income, a year
    state_tax_before_credits: float  # Your state's tax before credits, a year
    state_credits: float  # Your state's credits, a year
    state_refundable_credits: float  # Your state's refundable credits, a year
    state_added_tax: float  # Your state's other tax, a year
    state_income_tax: float  # Your state's income tax, a year
    local_tax: float  # Local income tax, a year
    state_tax: float  # Your state's tax on the gig, at your own rate, a year
    computed_tax: float  # Tax that is computed, a year
    state_and_local_tax: float  # State and local tax, a year
    income_tax_without_gig: float  # Income tax without the gig, a year
    federal_tax_without_gig: float  # Federal tax without the gig, a year
    extra_tax_share: float | None  # Set aside from each dollar of profit, a fraction
    extra_state_tax: float  # State and local tax because of the gig, a year
    gig_cash: float  # Cash from the gig, before tax, a year
    withheld_counted: float  # Tax taken from your pay, a year
    still_owed: float  # Still owed at the year's end, a year
    enough_by_last_year: float | None  # Enough, going by last year, a year
    enough_in_time: float  # Enough if paid on time, a year
    estimated_tax: float  # Estimated tax for the year, a year
    estimated_payment: float  # Each of the four payments
    when_to_pay: tuple[Payment, ...]  # When to pay


@dataclass(frozen=True, kw_only=True)
class TakeHomeUk(TakeHome):
    """The figures of `take_home` where country is 'uk'."""

    mileage_allowance: float  # Mileage allowance, a year
    real_costs: float  # Your real costs, a year
    gig_allowance: float  # Tax-free allowance for this gig, a year
    taken_off: float  # Deducted from your receipts, a year
    taxable_profit: float  # Taxable profit, a year
    net_pay_contribution: float  # Pension contributions taken before tax, a year
    contribution_at_source: float  # Pension contributions with relief at source, a year
    total_income: float  # Taxed income before the Personal Allowance, a year
    adjusted_income: float  # Adjusted net income, a year
    personal_allowance: float  # Personal Allowance, a year
    taxable_income: float  # Taxable income, a year
    marriage_credit: float  # Marriage Allowance from your spouse, a year
    class_1: float  # National Insurance on your pay (Class 1), a year
    class_4_band: float  # Profit in the main Class 4 band, a year
    class_4_room: float  # Main-rate room that your job leaves, a year
    class_4: float  # National Insurance on your profit (Class 4), a year
    social_contributions: float  # National Insurance, a year
    loan_income: float  # Income counted for student loans, a year
    student_loan: float  # Student loan repayments, a year
    child_elements: float  # Universal Credit for the children, a year
    credit_maximum: float  # Universal Credit before earnings, a year
    credit_profit: float  # Profit that Universal Credit counts, a year
    partner_net: float  # Your partner's earnings after tax, a year
    full_time_net: float  # Full-time earnings at the minimum wage, after tax, a year
    own_threshold: float  # Your share of it, a year
    income_floor: float  # Minimum income floor, a year
    tax_on_earnings: float  # Tax and National Insurance on your earnings, a year
    credit_earnings: float  # Earnings that Universal Credit counts, a year
    credit_allowance: float  # Earnings that leave Universal Credit as it is, a year
    universal_credit: float  # Universal Credit, a year
    child_benefit: float  # Child Benefit before the charge, a year
    child_benefit_charge: float  # Child Benefit charge, a year
    winter_fuel_kept: float  # Winter fuel payment that you keep, a year
    income_tax_without_gig: float  # Income tax without the gig, a year
    loan_without_gig: float  # Student loan repayments without the gig, a year
    extra_loan: float  # Extra student loan repayment, a year
    gig_cash: float  # Cash from the gig, before tax, a year
    assessment_bill: float  # Self Assessment bill, a year
    payment_on_account: float  # Each payment on account, a year
    when_to_pay: tuple[Payment, ...]  # When to pay


@dataclass(frozen=True, kw_only=True)
class TakeHomeCa(TakeHome):
    """The figures of `take_home` where country is 'ca'."""

    taxed_profit: float  # Profit that is taxed, a year
    pension_wages: float  # Pay for the pension plan, a year
    pension_profits: float  # Profit for the pension plan, a year
    pensionable_pay: float  # Pensionable pay, a year
    second_pay: float  # Pay between the two ceilings, a year
    pensionable_profit: float  # Pensionable profit, a year
    second_profit: float  # Profit between the two ceilings, a year
    pension_on_pay: float  # Pension plan on your pay (CPP or QPP), a year
    pension_on_profit: float  # Pension plan on your profit, both shares, a year
    employment_insurance: float  # Employment Insurance on your pay, a year
    insured_pay: float  # Pay under parental insurance, a year
    insured_profit: float  # Profit under parental insurance, a year
    parental_insurance: float  # Parental insurance (QPIP), a year
    health_fund: float  # Health services fund, a year
    social_contributions: float  # Contributions, a year
    parental_credited: float  # Parental insurance, your employee share, a year
    credited_contributions: float  # Contributions that give a credit, a year
    deducted_contributions: float  # Contributions that are deducted, a year
    plan_deduction: float  # Deducted for an RRSP or pension plan, a year
    income_before_recovery: float  # Income before the repayment of Old Age Security, a year
    security_repaid: float  # Repayment of Old Age Security, a year
    taxable_income: float  # Federal taxable income, a year
    senior_amounts: float  # Amounts for age and pension, a year
    federal_basic: float  # Federal basic personal amount, a year
    employment_credited: float  # Canada employment amount, a year
    federal_bracket_tax: float  # Federal tax before credits, a year
    federal_credits: float  # Federal credits, a year
    federal_tax: float  # Federal income tax, a year
    worker_deduction: float  # Quebec's deduction for workers, a year
    provincial_income: float  # Provincial taxable income, a year
    provincial_bracket_tax: float  # Provincial tax before credits, a year
    provincial_credits: float  # Provincial credits, a year
    provincial_adjustment: float  # Surtax and reduction, a year
    lift_credit: float  # Ontario's credit for low-income workers (LIFT), a year
    health_premium: float  # Ontario Health Premium, a year
    provincial_tax: float  # Provincial or territorial income tax, a year
    refundable_credits: float  # Refundable credits, a year
    family_income: float  # Family net income, a year
    canada_child_benefit: float  # Canada Child Benefit, a year
    gst_credit: float  # GST credit, a year
    workers_income: float  # Income for the Workers Benefit, a year
    workers_benefit: float  # Canada Workers Benefit, a year
    federal_due: float  # Federal tax, with repaid Old Age Security, a year
    income_tax_without_gig: float  # Income tax without the gig, a year
    federal_due_without_gig: float  # Federal tax without the gig, a year
    when_to_pay: tuple[Payment, ...]  # When to pay


@dataclass(frozen=True, kw_only=True)
class TakeHomeAu(TakeHome):
    """The figures of `take_home` where country is 'au'."""

    car_deduction: float  # Car deduction, a year
    taxed_profit: float  # Profit that is taxed, a year
    sacrificed: float  # Salary sacrificed into super, a year
    taxable_income: float  # Taxable income, a year
    repayment_income: float  # Income for study loans, offsets and the surcharge, a year
    bracket_tax: float  # Tax from the brackets, a year
    low_income_offset: float  # Low income tax offset, a year
    small_business_offset: float  # Small business income tax offset, a year
    medicare_levy: float  # Medicare levy, a year
    levy_before_reduction: float  # Medicare levy of a single person, a year
    family_reduction: float  # Medicare levy reduction of your family, a year
    social_contributions: float  # Levy on income, a year
    study_loan: float  # Study loan repayment, a year
    payment_income: float  # Income that your payment counts, a fortnight
    payment_reduction: float  # Lost of each payment, a fortnight
    centrelink_payment: float  # Centrelink payment, a year
    levy_surcharge: float  # Medicare levy surcharge, a year
    senior_offset: float  # Seniors and pensioners tax offset, a year
    income_tax_without_gig: float  # Income tax without the gig, a year
    loan_without_gig: float  # Study loan repayment without the gig, a year
    extra_loan: float  # Extra study loan repayment, a year
    gig_cash: float  # Cash from the gig, before tax, a year
    when_to_pay: tuple[Payment, ...]  # When to pay


@dataclass(frozen=True, kw_only=True)
class TakeHomeElsewhere(TakeHome):
    """The figures of `take_home` where country is 'elsewhere'."""

    taxed_profit: float  # Profit that is taxed, a year
    social_contributions: float  # Social contributions on the gig, a year


@overload
def take_home(*, as_of: date | None = None, **inputs: Unpack[TakeHomeUsInputs]) -> TakeHomeUs: ...
@overload
def take_home(*, as_of: date | None = None, **inputs: Unpack[TakeHomeUkInputs]) -> TakeHomeUk: ...
@overload
def take_home(*, as_of: date | None = None, **inputs: Unpack[TakeHomeCaInputs]) -> TakeHomeCa: ...
@overload
def take_home(*, as_of: date | None = None, **inputs: Unpack[TakeHomeAuInputs]) -> TakeHomeAu: ...
@overload
def take_home(*, as_of: date | None = None, **inputs: Unpack[TakeHomeElsewhereInputs]) -> TakeHomeElsewhere: ...
def take_home(*, as_of: date | None = None, **inputs: object) -> TakeHome:
    """What do you keep when job and gig are taxed together? Raise InputError with one error for each refused input."""
    kinds = {"us": TakeHomeUs, "uk": TakeHomeUk, "ca": TakeHomeCa, "au": TakeHomeAu, "elsewhere": TakeHomeElsewhere}
    return answer("take-home", inputs, as_of, TakeHome, kinds)
