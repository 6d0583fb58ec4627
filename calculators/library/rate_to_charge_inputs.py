"""The inputs of `rate_to_charge`. Written by pipeline/typed_library.py; do not edit."""

from collections.abc import Sequence
from typing import Literal, Required, TypedDict


class RateToChargeInputs(TypedDict, total=False):
    """The inputs that every case has."""

    keep: float  # You want to keep, a year; 24,000 if left out
    hours_week: float  # Hours you would work, hours a week; 28 if left out
    billable: float  # Share of them that clients pay for, a fraction; 0.6 if left out
    weeks_off: float  # Weeks without work, weeks a year; 8 if left out
    costs: float  # Your costs, a year; 3,600 if left out
    fee: float  # Platform fee, a fraction; 0.1 if left out
    day_hours: float  # Hours billed for a day, hours; 7 if left out
    job_hours: float  # A typical job takes, hours; 3 if left out
    now: float  # You charge now, an hour; 32 if left out


class RateToChargeElsewhereInputs(RateToChargeInputs, total=False):
    """The inputs of `rate_to_charge` where country is 'elsewhere'."""

    country: Literal["elsewhere"]
    tax_rate: float  # Tax on the profit, a fraction; 0.25 if left out


class RateToChargeUsInputs(RateToChargeInputs, total=False):
    """The inputs of `rate_to_charge` where country is 'us'."""

    country: Required[Literal["us"]]
    tax_year: Literal[2025, 2026, 2027]  # Tax year
    wages: float  # Pay from your job, a year; 0 if left out
    other_income: float  # Pensions and other income, a year; 0 if left out
    filing_status: Literal["single", "joint", "separate", "head", "widowed"]  # Filing status
    spouse_wages: float  # Your spouse's pay, a year; 0 if left out
    age: int  # Your age, years; 35 if left out
    spouse_age: int  # Your spouse's age, years; 35 if left out
    child_ages: str  # Ages of your children at home
    itemized_deductions: float  # Itemized deductions, a year; 0 if left out
    state: Literal[
        "none",
        "al",
        "ak",
        "az",
        "ar",
        "ca",
        "co",
        "ct",
        "de",
        "dc",
        "fl",
        "ga",
        "hi",
        "id",
        "il",
        "in",
        "ia",
        "ks",
        "ky",
        "la",
        "me",
        "md",
        "ma",
        "mi",
        "mn",
        "ms",
        "mo",
        "mt",
        "ne",
        "nv",
        "nh",
        "nj",
        "nm",
        "ny",
        "nc",
        "nd",
        "oh",
        "ok",
        "or",
        "pa",
        "ri",
        "sc",
        "sd",
        "tn",
        "tx",
        "ut",
        "vt",
        "va",
        "wa",
        "wv",
        "wi",
        "wy",
    ]
    state_rate: float  # Your own rate for state tax on the gig, a fraction; 0.0 if left out
    local_rate: float  # City, county or school tax rate, a fraction; 0.0 if left out
    other_dependents: int  # Others you support; 0 if left out
    blind: Literal["no", "you", "spouse", "both"]  # Is one of you blind?
    lived_apart: Literal["yes", "no"]  # If you file separately: did you live apart?
    investment_income: float  # Interest, a year; 0 if left out
    health_insurance: float  # Health insurance you pay yourself, a year; 0 if left out
    retirement: float  # Paid into your own retirement plan, a year; 0 if left out
    workplace_pension: float  # Paid from your pay into a pension plan, a year; 0 if left out
    benchmark_premium: float  # Marketplace insurance: the benchmark premium, a month; 0 if left out
    gets_snap: Literal["rent", "yes", "no"]  # Do you get SNAP (food stamps)?
    rent: float  # Your rent, a month; 0 if left out
    snap_utilities: Literal["yes", "no"]  # Do you pay for heating or cooling?
    care_costs: float  # Child care or care for an adult, a month; 0 if left out
    untaxed_social_security: float  # Social Security that is not taxed, a year; 0 if left out


class RateToChargeUkInputs(RateToChargeInputs, total=False):
    """The inputs of `rate_to_charge` where country is 'uk'."""

    country: Required[Literal["uk"]]
    tax_year: Literal[2025, 2026, 2027]  # Tax year
    wages: float  # Pay from your job, a year; 0 if left out
    other_income: float  # Pensions and other income, a year; 0 if left out
    child_ages: str  # Ages of your children at home
    workplace_pension: float  # Paid from your pay into a pension plan, a year; 0 if left out
    rent: float  # Your rent, a month; 0 if left out
    uk_pension_kind: Literal["net_pay", "relief_at_source"]  # How your pension plan gives tax relief
    uk_region: Literal["rest", "scotland"]  # Where you live
    uk_gig: Literal["trade", "room", "letting"]  # What your gig is
    uk_loans: Sequence[Literal["plan_1", "plan_2", "plan_4", "plan_5", "postgraduate"]]  # Student loans
    uk_pension_age: Literal["no", "yes"]  # Over State Pension age?
    gets_universal_credit: Literal["no", "yes"]  # Do you get Universal Credit?
    first_year: Literal["yes", "no"]  # Still in your start-up period?
    uk_under_25: Literal["no", "yes"]  # Under 25?
    uk_partner: Literal["no", "yes"]  # Do you live with a partner?
    uk_partner_pay: float  # Your partner's pay, a year; 0 if left out
    gets_child_benefit: Literal["no", "yes"]  # Do you get Child Benefit?
    uk_marriage: Literal["none", "receive", "give"]  # Marriage Allowance
    uk_winter_fuel: float  # Winter Fuel Payment you got, a year; 0 if left out


class RateToChargeCaInputs(RateToChargeInputs, total=False):
    """The inputs of `rate_to_charge` where country is 'ca'."""

    country: Required[Literal["ca"]]
    tax_year: Literal[2025, 2026, 2027]  # Tax year
    wages: float  # Pay from your job, a year; 0 if left out
    other_income: float  # Pensions and other income, a year; 0 if left out
    age: int  # Your age, years; 35 if left out
    child_ages: str  # Ages of your children at home
    workplace_pension: float  # Paid from your pay into a pension plan, a year; 0 if left out
    province: Literal["ab", "bc", "mb", "nb", "nl", "ns", "nt", "nu", "on", "pe", "qc", "sk", "yt"]  # Province or territory
    ca_spouse: Literal["no", "yes"]  # Do you live with a spouse or partner?
    ca_spouse_income: float  # Your partner's net income, a year; 0 if left out
    ca_spouse_work: float  # Of that, from work, a year; 0 if left out
    ca_old_age_security: float  # Old Age Security, a year; 0 if left out
    ca_pension: float  # Pension from a workplace plan or a RRIF, a year; 0 if left out
    ca_pension_stopped: Literal["no", "yes"]  # Have you chosen to stop paying into CPP?


class RateToChargeAuInputs(RateToChargeInputs, total=False):
    """The inputs of `rate_to_charge` where country is 'au'."""

    country: Required[Literal["au"]]
    tax_year: Literal[2025, 2026, 2027]  # Tax year
    wages: float  # Pay from your job, a year; 0 if left out
    other_income: float  # Pensions and other income, a year; 0 if left out
    child_ages: str  # Ages of your children at home
    workplace_pension: float  # Paid from your pay into a pension plan, a year; 0 if left out
    au_business: Literal["yes", "no"]  # Is the gig a business?
    au_study_loan: Literal["no", "yes"]  # Study or training loan?
    au_payment: Literal["none", "jobseeker", "jobseeker_carer", "age_pension"]  # Do you get a Centrelink payment?
    au_payment_full: float  # Your full payment, a fortnight; 0 if left out
    au_senior: Literal["no", "yes"]  # Do you get the seniors and pensioners tax offset?
    au_hospital_cover: Literal["yes", "no"]  # Do you have private hospital cover?
    au_spouse: Literal["no", "yes"]  # Do you have a spouse or partner?
    au_spouse_income: float  # Your partner's income, a year; 0 if left out
