"""The inputs of `take_home`. Written by pipeline/typed_library.py; do not edit."""

from collections.abc import Sequence
from typing import Literal, Required, TypedDict


class TakeHomeInputs(TypedDict, total=False):
    """The inputs that every case has."""

    tax_year: Literal[2025, 2026, 2027]  # Tax year
    wages: float  # Pay from your job, a year; 60,000 if left out
    other_income: float  # Pensions and other income, a year; 0 if left out
    gross_receipts: float  # What your gig takes in, a year; 26,000 if left out
    expenses: float  # What your gig costs, a year; 6,000 if left out
    workplace_pension: float  # Paid from your pay into a pension plan, a year; 0 if left out


class TakeHomeUsInputs(TakeHomeInputs, total=False):
    """The inputs of `take_home` where country is 'us'."""

    country: Literal["us"]
    child_ages: str  # Ages of your children at home
    rent: float  # Your rent, a month; 0 if left out
    filing_status: Literal["single", "joint", "separate", "head", "widowed"]  # Filing status
    spouse_wages: float  # Your spouse's pay, a year; 0 if left out
    age: int  # Your age, years; 35 if left out
    spouse_age: int  # Your spouse's age, years; 35 if left out
    blind: Literal["no", "you", "spouse", "both"]  # Is one of you blind?
    other_dependents: int  # Others you support; 0 if left out
    lived_apart: Literal["yes", "no"]  # If you file separately: did you live apart?
    itemized_deductions: float  # Itemized deductions, a year; 0 if left out
    investment_income: float  # Interest, a year; 0 if left out
    health_insurance: float  # Health insurance you pay yourself, a year; 0 if left out
    retirement: float  # Paid into your own retirement plan, a year; 0 if left out
    vehicle_method: Literal["standard", "actual"]  # How you deduct the car
    miles_before_july: float  # Gig miles, January to June, miles; 0 if left out
    miles_after_june: float  # Gig miles, July to December, miles; 0 if left out
    vehicle_costs: float  # What those miles really cost you, a year; 0 if left out
    office_square_feet: float  # Home office, square feet; 0 if left out
    let_receipts: float  # Rent from a home or room, a year; 0 if left out
    let_expenses: float  # What renting it out costs, a year; 0 if left out
    let_days: int  # Days rented out, days; 0 if left out
    let_home: Literal["yes", "no"]  # Is it a home you live in?
    let_services: Literal["usual", "substantial"]  # Services to your guests
    benchmark_premium: float  # Marketplace insurance: the benchmark premium, a month; 0 if left out
    gets_snap: Literal["rent", "yes", "no"]  # Do you get SNAP (food stamps)?
    snap_utilities: Literal["yes", "no"]  # Do you pay for heating or cooling?
    care_costs: float  # Child care or care for an adult, a month; 0 if left out
    untaxed_social_security: float  # Social Security that is not taxed, a year; 0 if left out
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
    withholding: Literal["usual", "typed"]  # Tax taken from your pay
    withheld: float  # Federal income tax withheld, a year; 0 if left out
    last_year: Literal["unknown", "known"]  # Last year's tax
    last_year_tax: float  # Last year's total federal tax; 0 if left out
    last_year_agi: float  # Last year's adjusted gross income; 0 if left out


class TakeHomeUkInputs(TakeHomeInputs, total=False):
    """The inputs of `take_home` where country is 'uk'."""

    country: Required[Literal["uk"]]
    child_ages: str  # Ages of your children at home
    rent: float  # Your rent, a month; 0 if left out
    uk_region: Literal["rest", "scotland"]  # Where you live
    uk_gig: Literal["trade", "room", "letting"]  # What your gig is
    uk_vehicle: Literal["car", "motorcycle"]  # Vehicle for the gig
    uk_miles: float  # Business miles, miles a year; 0 if left out
    uk_vehicle_costs: float  # What those miles cost you, a year; 0 if left out
    uk_pension_kind: Literal["net_pay", "relief_at_source"]  # How your pension plan gives tax relief
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


class TakeHomeCaInputs(TakeHomeInputs, total=False):
    """The inputs of `take_home` where country is 'ca'."""

    country: Required[Literal["ca"]]
    child_ages: str  # Ages of your children at home
    age: int  # Your age, years; 35 if left out
    province: Literal["ab", "bc", "mb", "nb", "nl", "ns", "nt", "nu", "on", "pe", "qc", "sk", "yt"]  # Province or territory
    ca_rides: Literal["no", "yes"]  # Do you drive passengers?
    ca_spouse: Literal["no", "yes"]  # Do you live with a spouse or partner?
    ca_spouse_income: float  # Your partner's net income, a year; 0 if left out
    ca_spouse_work: float  # Of that, from work, a year; 0 if left out
    ca_old_age_security: float  # Old Age Security, a year; 0 if left out
    ca_pension: float  # Pension from a workplace plan or a RRIF, a year; 0 if left out
    ca_pension_stopped: Literal["no", "yes"]  # Have you chosen to stop paying into CPP?


class TakeHomeAuInputs(TakeHomeInputs, total=False):
    """The inputs of `take_home` where country is 'au'."""

    country: Required[Literal["au"]]
    child_ages: str  # Ages of your children at home
    au_km: float  # Kilometers driven for the gig, km a year; 0 if left out
    au_car_costs: float  # What those kilometers cost you, a year; 0 if left out
    au_business: Literal["yes", "no"]  # Is the gig a business?
    au_study_loan: Literal["no", "yes"]  # Study or training loan?
    au_rides: Literal["no", "yes"]  # Do you drive passengers?
    au_payment: Literal["none", "jobseeker", "jobseeker_carer", "age_pension"]  # Do you get a Centrelink payment?
    au_payment_full: float  # Your full payment, a fortnight; 0 if left out
    au_senior: Literal["no", "yes"]  # Do you get the seniors and pensioners tax offset?
    au_hospital_cover: Literal["yes", "no"]  # Do you have private hospital cover?
    au_spouse: Literal["no", "yes"]  # Do you have a spouse or partner?
    au_spouse_income: float  # Your partner's income, a year; 0 if left out


class TakeHomeElsewhereInputs(TakeHomeInputs, total=False):
    """The inputs of `take_home` where country is 'elsewhere'."""

    country: Required[Literal["elsewhere"]]
    own_job_tax: float  # Tax and contributions on your pay, a year; 0 if left out
    own_allowance: float  # Tax-free profit, a year; 0 if left out
    own_income_rate: float  # Income tax rate on the gig, a fraction; 0.0 if left out
    own_contribution_rate: float  # Social contribution rate on the profit, a fraction; 0.0 if left out
