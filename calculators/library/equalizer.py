"""The equalizer: How much more do you need for your pay to keep up with prices? Written by pipeline/typed_library.py; do not edit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal, TypedDict, Unpack

from .answer import Answer, answer

if TYPE_CHECKING:
    from ..catalogue.equalizer.back import YearBack
    from ..catalogue.equalizer.figures import YearAhead


class EqualizerInputs(TypedDict, total=False):
    """The inputs of `equalizer`."""

    pay: float  # Pay today, a year; 52,000 if left out
    pay_growth: float  # Expected raise, a fraction, a year; 0.02 if left out
    inflation: float  # Expected inflation, a fraction, a year; 0.034 if left out
    years: int  # Years ahead, years; 5 if left out
    idle_hours: float  # Idle hours you would use, hours a week; 4 if left out
    hourly_net: float  # What one of those hours leaves you, an hour; 12 if left out
    hour_tax: float  # Tax and lost benefits on it, a fraction; 0.0 if left out
    area: Literal["us", "uk", "ca", "au", "euro", "none"]  # Whose prices
    from_year: int  # Look back to; 2016 if left out
    pay_then: float  # Your pay in that year, a year; 0 if left out
    spend_food: float  # Food, a month; 0 if left out
    spend_housing: float  # Home, a month; 0 if left out
    spend_household: float  # Household goods, a month; 0 if left out
    spend_clothing: float  # Clothes and shoes, a month; 0 if left out
    spend_transport: float  # Getting around, a month; 0 if left out
    spend_health: float  # Health, a month; 0 if left out
    spend_recreation: float  # Free time, a month; 0 if left out
    spend_other: float  # Everything else, a month; 0 if left out
    ahead: Literal["typed", "own_year", "own_average"]  # Assume that prices rise


@dataclass(frozen=True, kw_only=True)
class Equalizer(Answer):
    """The figures of `equalizer`."""

    pay_needed: float  # Pay that keeps up, a year
    pay_expected: float  # Pay you expect, a year
    gap: float  # The gap, a year
    gap_month: float  # The gap per month, a month
    buying_power: float  # What that pay buys, at today's prices, a year
    lost_power: float  # Buying power lost, a year
    hour_kept: float  # An hour leaves you, after tax and lost benefits, an hour
    leverage_month: float  # What your idle hours bring, a month
    leverage_year: float  # Idle hours bring in a year, a year
    months_to_close: float | None  # Months of that to close the gap
    hours_to_close: float | None  # Gig hours that would close it, hours a week
    path: tuple[YearAhead, ...]  # Year by year
    years_back: int | None  # Years looked back, years
    published_rise: float | None  # Rise in prices since that year, a fraction
    published_average: float | None  # Average rise in prices, a fraction, a year
    pay_match: float | None  # Pay today that matches your pay then, a year
    back_gap: float | None  # Your pay is behind by, a year
    back_surplus: float | None  # Your pay is ahead by, a year
    back_power: float | None  # What today's pay would have bought then, a year
    levels: tuple[YearBack, ...]  # Since then
    spent: tuple[float, ...]  # You spend, a month
    basket_month: float  # Your basket costs, a month
    share: tuple[float, ...]  # Share, a fraction
    group_year: tuple[float | None, ...]  # In the last year, a fraction
    group_rise: tuple[float | None, ...]  # Since then, a fraction
    published_year: float | None  # Rise in prices in the last year, a fraction
    own_year: float | None  # Rise of your own basket in the last year, a fraction
    own_rise: float | None  # Rise of your own basket since that year, a fraction
    own_average: float | None  # Average rise of your own basket, a fraction, a year
    dearer_month: float | None  # Added to the cost of your basket in a year, a month


def equalizer(*, as_of: date | None = None, **inputs: Unpack[EqualizerInputs]) -> Equalizer:
    """How much more do you need for your pay to keep up with prices? Raise InputError with one error for each refused input."""
    return answer("equalizer", inputs, as_of, Equalizer)
