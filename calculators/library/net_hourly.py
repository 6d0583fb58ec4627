"""Net hourly pay: What does an hour of this gig really pay? Written by pipeline/typed_library.py; do not edit."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypedDict, Unpack

from .answer import Answer, Uncertain, answer


class NetHourlyInputs(TypedDict, total=False):
    """The inputs of `net_hourly`."""

    gross: Uncertain  # Paid for the work, a week
    tips: float  # Tips, a week; 60 if left out
    fee: float  # Platform fee, a fraction; 0.0 if left out
    other_costs: float  # Other costs, a week; 8 if left out
    paid_hours: float  # Paid hours, hours a week; 11 if left out
    waiting_hours: float  # Waiting hours, hours a week; 4 if left out
    travel_hours: float  # Hours traveling to and from, hours a week; 2 if left out
    admin_hours: float  # Hours on everything else, hours a week; 1 if left out
    paid_miles: float  # Miles on jobs, miles a week; 130 if left out
    empty_miles: float  # All other miles, miles a week; 70 if left out
    commute_miles: float  # Miles there and home again, miles a week; 0 if left out
    energy_price: float  # Price of fuel or charge, a gallon or kWh; 3.2 if left out
    distance: float  # Miles per unit of fuel or charge, miles; 32 if left out
    wear: float  # Service, tires and repairs, a mile; 0.08 if left out
    lost_value: float  # Value lost, a mile; 0.1 if left out
    insurance: float  # Extra insurance, a month; 15 if left out
    tax_rate: float  # Tax rate on the profit, a fraction; 0.25 if left out
    deduct: Literal["mileage", "actual", "none"]  # Tax deduction for the car
    mileage_rate: float  # Tax deduction per mile, a mile; 0.76 if left out


@dataclass(frozen=True, kw_only=True)
class NetHourly(Answer):
    """The figures of `net_hourly`."""

    hours_all: float  # All hours, hours a week
    miles_all: float  # All miles, miles a week
    takings: float  # Pay and tips, a week
    fees: float  # Platform fees, a week
    fuel_mile: float  # Fuel or charge, a mile
    cost_mile: float  # Real cost of a mile, a mile
    car_cost: float  # The car, a week
    net_week: float  # The week leaves, before tax, a week
    deduction: float  # Deducted for tax, a week
    taxed: float  # Profit that is taxed, a week
    tax: float  # Tax, a week
    kept_week: float  # The week leaves, after tax, a week
    seems: float | None  # What the paid hours seem to pay, an hour
    net_hour: float | None  # Before tax, an hour
    kept_hour: float | None  # An hour really pays, an hour
    kept_hour_no_tips: float | None  # Without the tips, an hour
    unpaid_share: float | None  # Unpaid hours, a fraction
    paper_cost: float  # Deducted beyond what the car costs, a week


def net_hourly(*, as_of: date | None = None, **inputs: Unpack[NetHourlyInputs]) -> NetHourly:
    """What does an hour of this gig really pay? Raise InputError with one error for each refused input."""
    return answer("net-hourly", inputs, as_of, NetHourly)
