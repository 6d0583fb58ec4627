"""SNAP, the Supplemental Nutrition Assistance Program (7 U.S. Code 2014 and 2017; 7 CFR 273.9 to 273.11)."""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ....engine import parameters as dated
from ....engine.fields import Count, Text
from ....engine.figures import figure
from .benefits import MONTHS, REGIONS, guideline_of
from .gig import DOLLARS

ELDERLY = 60
"""From this age of anyone, the limit of gross income and the limit of the shelter deduction do not hold (7 CFR 271.2)."""

SMALL = 2
"""The largest household with a smallest benefit (7 CFR 273.10(e)(2)(ii)(C))."""

PARTS = (("09-30", 0, 9), ("12-31", 1, 3))
"""A tax year's two parts: a day in each, how many years later its fiscal year begins, and its months."""


def cited(tax_year: str) -> tuple[tuple[dated.Value, ...], ...]:
    """The values of both fiscal years in a tax year, with their sources."""
    names = [name for name, entry in dated.load("us/snap").items() if isinstance(entry, Mapping)]
    days = [date.fromisoformat(f"{tax_year}-{day}") for day, _, _ in PARTS]
    return tuple(tuple(dated.as_of(f"us/snap.{name}", day) for name in names) for day in days)


def _of_size(amounts: list[float], people: int) -> float:
    return amounts[min(people, len(amounts)) - 1]


@dataclass(frozen=True)
class FiscalYear:
    """The rules for a state and a number of people in one federal fiscal year; amounts a month, and how many months of the tax year."""

    months: int
    largest: float
    smallest: float
    standard: float
    shelter_cap: float
    utilities: float
    guideline: float
    shares: Mapping[str, float]
    broad_limit: float
    self_employed_share: float

    def benefit(self, pay: float, receipts: float, costs: float, other: float, care: float, shelter: float, *, elderly: bool) -> float:
        """A month's benefit; all arguments are dollars a month."""
        business = max(0.0, receipts - max(costs, self.self_employed_share * receipts))
        earned, limit = pay + business, math.ceil(self.guideline)
        gross = earned + other
        before_shelter = max(0.0, gross - self.shares["earned_deduction"] * earned - self.standard - care)
        excess = max(0.0, shelter - self.shares["shelter_income_share"] * before_shelter)
        net = max(0.0, before_shelter - (excess if elderly else min(excess, self.shelter_cap)))
        broad = gross <= self.broad_limit * self.guideline
        usual = (elderly or gross <= math.ceil(self.shares["gross_limit"] * self.guideline)) and net <= limit
        if not (broad or usual):
            return 0.0
        return max(self.smallest, self.largest - math.ceil(round(self.shares["benefit_reduction"] * net, 2)), 0.0)


@functools.lru_cache(maxsize=256)
def fiscal_years(tax_year: str, state: str, people: int) -> tuple[FiscalYear, ...]:
    """The rules of both fiscal years in a tax year."""
    region, years = REGIONS.get(state, "contiguous"), []
    for (_, later, months), values in zip(PARTS, cited(tax_year), strict=True):
        known: dict[str, Any] = {value.name.rpartition(".")[2]: value.value for value in values}
        first = known["max_allotment"][region]
        largest = _of_size(first, people) + known["max_allotment_more"][region] * max(0, people - len(first))
        years.append(
            FiscalYear(
                months=months,
                largest=largest,
                smallest=known["smallest"][region] if people <= SMALL else 0.0,
                standard=_of_size(known["standard_deduction"][region], people),
                shelter_cap=known["shelter_cap"][region],
                utilities=_of_size(known["utility_allowance"].get(state, [0.0]), people),
                guideline=guideline_of(int(tax_year) - 1 + later, state, people) / MONTHS,
                shares={name: value for name, value in known.items() if isinstance(value, int | float)},
                broad_limit=known["broad_limit"].get(state, 0.0),
                self_employed_share=known["self_employed_share"].get(state, 0.0),
            )
        )
    return tuple(years)


def is_counted(gets_snap: str, rent: float) -> bool:
    """Whether the household gets SNAP, as far as the answers say."""
    return gets_snap == "yes" or (gets_snap == "rent" and rent > 0)


@figure("SNAP is counted", unit=Count(), step=True)
def snap_counted(gets_snap: str, rent: float) -> int:
    """1 if you said that you get it, or entered rent and did not say no."""
    return int(is_counted(gets_snap, rent))


@figure("Your state's rules for SNAP", unit=Text(), step=True)
def snap_rules(tax_year: str, state: str, tax_family: int) -> tuple[FiscalYear, ...]:
    """Those of two federal fiscal years: from January to September, and from October on."""
    return fiscal_years(tax_year, state, tax_family)


@figure("Costs of the gig in money", unit=DOLLARS, step=True)
def cash_costs(expenses: float, vehicle_costs: float) -> float:
    """SNAP takes off what you pay, or your state's share of the receipts if that is more (7 CFR 273.11(b))."""
    return expenses + vehicle_costs


@figure("SNAP", unit=DOLLARS, tone="gain")
def snap_year(
    snap_counted: int,
    snap_rules: tuple[FiscalYear, ...],
    household_wages: float,
    gross_receipts: float,
    cash_costs: float,
    other_income: float,
    investment_income: float,
    rental_profit: float,
    untaxed_social_security: float,
    care_costs: float,
    rent: float,
    snap_utilities: str,
    age: int,
    spouse_age: int,
    filing_status: str,
) -> float:
    """Twelve months with a twelfth of the year's income in each: the largest benefit, minus 30% of income after deductions."""
    if not snap_counted:
        return 0.0
    other = other_income + investment_income + rental_profit + untaxed_social_security
    elderly = age >= ELDERLY or (filing_status == "joint" and spouse_age >= ELDERLY)
    total = 0.0
    for year in snap_rules:
        shelter = rent + (year.utilities if snap_utilities == "yes" else 0.0)
        total += year.months * year.benefit(
            household_wages / MONTHS,
            gross_receipts / MONTHS,
            cash_costs / MONTHS,
            other / MONTHS,
            care_costs,
            shelter,
            elderly=elderly,
        )
    return total
