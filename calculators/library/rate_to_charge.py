"""The rate to charge: What must you charge to keep what you want? Written by pipeline/typed_library.py; do not edit."""

from dataclasses import dataclass
from datetime import date
from typing import Unpack, overload

from .answer import Answer, answer
from .rate_to_charge_inputs import (
    RateToChargeAuInputs,
    RateToChargeCaInputs,
    RateToChargeElsewhereInputs,
    RateToChargeUkInputs,
    RateToChargeUsInputs,
)


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


@dataclass(frozen=True, kw_only=True)
class RateToChargeElsewhere(RateToCharge):
    """The figures of `rate_to_charge` where country is 'elsewhere'."""

    profit: float  # Profit before tax, a year
    tax_due: float  # Tax, a year
    gross: float  # Clients must pay, a year


@dataclass(frozen=True, kw_only=True)
class RateToChargeUs(RateToCharge):
    """The figures of `rate_to_charge` where country is 'us'."""

    gross: float | None  # Clients must pay, a year
    profit: float | None  # Profit before tax, a year
    tax_due: float | None  # Tax, a year
    tax_share: float | None  # Tax, as a share of the profit, a fraction


@dataclass(frozen=True, kw_only=True)
class RateToChargeUk(RateToCharge):
    """The figures of `rate_to_charge` where country is 'uk'."""

    gross: float | None  # Clients must pay, a year
    profit: float | None  # Profit before tax, a year
    tax_due: float | None  # Tax, a year
    tax_share: float | None  # Tax, as a share of the profit, a fraction


@dataclass(frozen=True, kw_only=True)
class RateToChargeCa(RateToCharge):
    """The figures of `rate_to_charge` where country is 'ca'."""

    gross: float | None  # Clients must pay, a year
    profit: float | None  # Profit before tax, a year
    tax_due: float | None  # Tax, a year
    tax_share: float | None  # Tax, as a share of the profit, a fraction


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
