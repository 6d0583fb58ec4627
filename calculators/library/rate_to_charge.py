"""The rate to charge: What must you charge to keep what you want? Written by pipeline/typed_library.py; do not edit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, Required, TypedDict, Unpack, overload

from .answer import Answer, answer


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


@dataclass(frozen=True, kw_only=True)
class RateToCharge(Answer):
    """The figures that every case has."""

    hours_year: float  # All hours, hours a year
    billed_hours: float  # Paid hours, hours a year
    fees_year: float | None  # Platform fees, a year
    hourly: float | None  # Charge, an hour
    daily: float | None  # Per day, a day
    job: float | None  # Per typical job, a job
    kept_billed: float | None  # You keep per paid hour, an hour
    kept_all: float | None  # You keep per hour worked, an hour
    kept_now: float  # You keep at your current rate, a year
    short: float  # Shortfall, a year


class RateToChargeElsewhereInputs(RateToChargeInputs, total=False):
    """The inputs of `rate_to_charge` where country is 'elsewhere'."""

    country: Literal["elsewhere"]
    tax_rate: float  # Tax on the profit, a fraction; 0.25 if left out


@dataclass(frozen=True, kw_only=True)
class RateToChargeElsewhere(RateToCharge):
    """The figures of `rate_to_charge` where country is 'elsewhere'."""

    profit: float  # Profit before tax, a year
    tax_due: float  # Tax, a year
    gross: float  # Clients must pay, a year


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
    state_rate: float  # Your own rate for state tax on the gig, a fraction; 0.0 if left out
    other_dependents: int  # Others you support; 0 if left out
    blind: Literal["no", "you", "spouse", "both"]  # Is one of you blind?
    lived_apart: Literal["yes", "no"]  # If you file separately: did you live apart?
    investment_income: float  # Interest, a year; 0 if left out
    health_insurance: float  # Health insurance you pay yourself, a year; 0 if left out
    retirement: float  # Paid into your own retirement plan, a year; 0 if left out


@dataclass(frozen=True, kw_only=True)
class RateToChargeUs(RateToCharge):
    """The figures of `rate_to_charge` where country is 'us'."""

    gross: float | None  # Clients must pay, a year
    profit: float | None  # Profit before tax, a year
    tax_due: float | None  # Tax, a year
    tax_share: float | None  # Tax, as a share of the profit, a fraction


class RateToChargeUkInputs(RateToChargeInputs, total=False):
    """The inputs of `rate_to_charge` where country is 'uk'."""

    country: Required[Literal["uk"]]
    tax_year: Literal[2025, 2026, 2027]  # Tax year
    wages: float  # Pay from your job, a year; 0 if left out
    other_income: float  # Pensions and other income, a year; 0 if left out
    uk_region: Literal["rest", "scotland"]  # Where you live
    uk_gig: Literal["trade", "room", "letting"]  # What your gig is
    uk_loans: Sequence[Literal["plan_1", "plan_2", "plan_4", "plan_5", "postgraduate"]]  # Student loans
    uk_pension_age: Literal["no", "yes"]  # Over State Pension age?


@dataclass(frozen=True, kw_only=True)
class RateToChargeUk(RateToCharge):
    """The figures of `rate_to_charge` where country is 'uk'."""

    gross: float | None  # Clients must pay, a year
    profit: float | None  # Profit before tax, a year
    tax_due: float | None  # Tax, a year
    tax_share: float | None  # Tax, as a share of the profit, a fraction


class RateToChargeCaInputs(RateToChargeInputs, total=False):
    """The inputs of `rate_to_charge` where country is 'ca'."""

    country: Required[Literal["ca"]]
    tax_year: Literal[2025, 2026, 2027]  # Tax year
    wages: float  # Pay from your job, a year; 0 if left out
    other_income: float  # Pensions and other income, a year; 0 if left out
    province: Literal["ab", "bc", "mb", "nb", "nl", "ns", "nt", "nu", "on", "pe", "qc", "sk", "yt"]  # Province or territory


@dataclass(frozen=True, kw_only=True)
class RateToChargeCa(RateToCharge):
    """The figures of `rate_to_charge` where country is 'ca'."""

    gross: float | None  # Clients must pay, a year
    profit: float | None  # Profit before tax, a year
    tax_due: float | None  # Tax, a year
    tax_share: float | None  # Tax, as a share of the profit, a fraction


class RateToChargeAuInputs(RateToChargeInputs, total=False):
    """The inputs of `rate_to_charge` where country is 'au'."""

    country: Required[Literal["au"]]
    tax_year: Literal[2025, 2026, 2027]  # Tax year
    wages: float  # Pay from your job, a year; 0 if left out
    other_income: float  # Pensions and other income, a year; 0 if left out
    au_business: Literal["yes", "no"]  # Is the gig a business?
    au_study_loan: Literal["no", "yes"]  # Study or training loan?


@dataclass(frozen=True, kw_only=True)
class RateToChargeAu(RateToCharge):
    """The figures of `rate_to_charge` where country is 'au'."""

    gross: float | None  # Clients must pay, a year
    profit: float | None  # Profit before tax, a year
    tax_due: float | None  # Tax, a year
    tax_share: float | None  # Tax, as a share of the profit, a fraction


@overload
def rate_to_charge(*, as_of: date | None = None, **inputs: Unpack[RateToChargeElsewhereInputs]) -> RateToChargeElsewhere: ...
@overload
def rate_to_charge(*, as_of: date | None = None, **inputs: Unpack[RateToChargeUsInputs]) -> RateToChargeUs: ...
@overload
def rate_to_charge(*, as_of: date | None = None, **inputs: Unpack[RateToChargeUkInputs]) -> RateToChargeUk: ...
@overload
def rate_to_charge(*, as_of: date | None = None, **inputs: Unpack[RateToChargeCaInputs]) -> RateToChargeCa: ...
@overload
def rate_to_charge(*, as_of: date | None = None, **inputs: Unpack[RateToChargeAuInputs]) -> RateToChargeAu: ...
def rate_to_charge(*, as_of: date | None = None, **inputs: object) -> RateToCharge:
    """What must you charge to keep what you want? Raise InputError with one error for each refused input."""
    kinds = {"elsewhere": RateToChargeElsewhere, "us": RateToChargeUs, "uk": RateToChargeUk, "ca": RateToChargeCa, "au": RateToChargeAu}
    return answer("rate-to-charge", inputs, as_of, RateToCharge, kinds)
