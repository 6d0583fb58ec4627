"""SNAP, the Supplemental Nutrition Assistance Program (7 U.S. Code 2014 and 2017; 7 CFR 273.9 to 273.11)."""

from __future__ import annotations

import functools
import itertools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
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

LISTED = 8
"""The largest household in the tables of limits; each further person adds an amount rounded up by itself (7 CFR 273.9(a)(3))."""

OCTOBER = 10
"""The month in which the federal fiscal year begins, and with it the guideline of the same calendar year (7 CFR 273.9(a)(3))."""

OWN_SMALLEST = {"dc": "smallest_dc", "md": "smallest_md", "nj": "smallest_nj"}
"""States that add to a small benefit, and the parameter that says up to which amount."""

NEVER = math.inf
"""An age that nobody reaches."""


def cited(tax_year: str, state: str) -> tuple[tuple[dated.Value, ...], ...]:
    """The values of each month of a tax year, with their sources."""
    others = {name for code, name in OWN_SMALLEST.items() if code != state}
    names = [name for name, entry in dated.load("us/snap").items() if isinstance(entry, Mapping) and name not in others]
    days = [date(int(tax_year), month, 1) for month in range(1, MONTHS + 1)]
    return tuple(tuple(dated.as_of(f"us/snap.{name}", day) for name in names) for day in days)


def _of_size(amounts: list[float], people: int) -> float:
    return amounts[min(people, len(amounts)) - 1]


@dataclass(frozen=True, kw_only=True)
class Month:
    """A household's average month: dollars, and the ages of the oldest and the youngest."""

    pay: float
    receipts: float
    costs: float
    other: float
    care: float
    rent: float
    pays_utilities: bool
    oldest: int
    youngest: int


@dataclass(frozen=True)
class Rules:
    """The rules for a state and a number of people in so many months of a tax year; amounts a month."""

    months: int
    largest: float
    smallest: float
    own_smallest: Mapping[str, float]
    standard: float
    shelter_cap: float
    utilities: float
    gross_limit: float
    net_limit: float
    broad_guideline: float
    broad_limit: float
    broad_limit_for: Mapping[str, float]
    broad_net_test_age: float
    shares: Mapping[str, float]
    self_employed_share: float
    self_employed_flat: float
    heat_and_eat_age: float

    def benefit(self, month: Month) -> float:
        """A month's benefit in dollars."""
        share = self.self_employed_share * month.receipts
        business = max(0.0, month.receipts - (share if self.self_employed_flat else max(month.costs, share)))
        earned, elderly = month.pay + business, month.oldest >= ELDERLY
        gross = earned + month.other
        before_shelter = max(0.0, gross - self.shares["earned_deduction"] * earned - self.standard - month.care)
        pays = month.pays_utilities or month.oldest >= self.heat_and_eat_age
        shelter = month.rent + (self.utilities if pays else 0.0)
        excess = max(0.0, shelter - self.shares["shelter_income_share"] * before_shelter)
        net = _whole(max(0.0, before_shelter - (excess if elderly else min(excess, self.shelter_cap))))
        usual = (elderly or gross <= self.gross_limit) and net <= self.net_limit
        broad = gross <= self._broad(month, earned) and (month.oldest < self.broad_net_test_age or net <= self.net_limit)
        if not (broad or usual):
            return 0.0
        federal = max(self.smallest, self.largest - math.ceil(round(self.shares["benefit_reduction"] * net, 2)))
        adds = federal > 0 and month.oldest >= self.own_smallest["age"]
        return max(federal, self.own_smallest["amount"]) if adds else federal

    def _broad(self, month: Month, earned: float) -> float:
        """The state's own limit of gross income, the highest that the household meets the conditions for."""
        holds = {
            "elderly": month.oldest >= ELDERLY,
            "all_elderly": month.youngest >= ELDERLY,
            "care": month.care > 0,
            "earnings": earned > 0,
        }
        limits = [limit for condition, limit in self.broad_limit_for.items() if holds[condition]]
        return max([self.broad_limit, *limits]) * self.broad_guideline


def _whole(amount: float) -> float:
    """Net income in whole dollars, 50 cents up (7 CFR 273.10(e)(1)(ii)(A))."""
    return math.floor(round(amount, 2) + 0.5)


def _limit(share: float, year: int, state: str, people: int) -> float:
    """A share of the poverty guideline a month, in whole dollars, rounded up (7 CFR 273.9(a)(3))."""
    more = max(0, people - LISTED)
    listed = guideline_of(year, state, people - more)
    each = guideline_of(year, state, 2) - guideline_of(year, state, 1)
    return math.ceil(round(share * listed / MONTHS, 2)) + more * math.ceil(round(share * each / MONTHS, 2))


def _rules_of(year: int, month: int, state: str, people: int, values: Sequence[dated.Value]) -> Rules:
    """One month's rules."""
    known: dict[str, Any] = {value.name.rpartition(".")[2]: value.value for value in values}
    region, guideline_year = REGIONS.get(state, "contiguous"), year - (month < OCTOBER)
    first = known["max_allotment"][region]
    utilities = known["utility_allowance"] | known["own_utility_allowance"]
    higher = {condition: by_state[state] for condition, by_state in known["broad_limit_for"].items() if state in by_state}
    broad_year = year - (month < known["broad_guideline_month"].get(state, OCTOBER))
    shares = {name: value for name, value in known.items() if isinstance(value, int | float)}
    return Rules(
        months=1,
        largest=_of_size(first, people) + known["max_allotment_more"][region] * max(0, people - len(first)),
        smallest=known["smallest"][region] if people <= SMALL else 0.0,
        own_smallest=known.get(OWN_SMALLEST.get(state, ""), {"amount": 0.0, "age": NEVER}),
        standard=_of_size(known["standard_deduction"][region], people),
        shelter_cap=known["shelter_cap"][region],
        utilities=_of_size(utilities.get(state, [0.0]), people),
        gross_limit=_limit(shares["gross_limit"], guideline_year, state, people),
        net_limit=_limit(1.0, guideline_year, state, people),
        broad_guideline=guideline_of(broad_year, state, people) / MONTHS,
        broad_limit=known["broad_limit"].get(state, 0.0),
        broad_limit_for=higher,
        broad_net_test_age=known["broad_net_test_age"].get(state, NEVER),
        shares=shares,
        self_employed_share=known["self_employed_share"].get(state, 0.0),
        self_employed_flat=known["self_employed_flat"].get(state, 0),
        heat_and_eat_age=known["heat_and_eat_age"].get(state, NEVER),
    )


@functools.lru_cache(maxsize=256)
def rules_of(tax_year: str, state: str, people: int) -> tuple[Rules, ...]:
    """The rules of a tax year, each with the months in which it holds."""
    year = int(tax_year)
    months = [_rules_of(year, month, state, people, values) for month, values in enumerate(cited(tax_year, state), 1)]
    return tuple(replace(rules, months=len([*same])) for rules, same in itertools.groupby(months))


def is_counted(gets_snap: str, rent: float) -> bool:
    """Whether the household gets SNAP, as far as the answers say."""
    return gets_snap == "yes" or (gets_snap == "rent" and rent > 0)


@figure("SNAP is counted", unit=Count(), step=True)
def snap_counted(gets_snap: str, rent: float) -> int:
    """1 if you said that you get it, or entered rent and did not say no."""
    return int(is_counted(gets_snap, rent))


@figure("Your state's rules for SNAP", unit=Text(), step=True)
def snap_rules(tax_year: str, state: str, tax_family: int) -> tuple[Rules, ...]:
    """They change in October, with the federal fiscal year, and in some states in other months as well."""
    return rules_of(tax_year, state, tax_family)


@figure("Costs of the gig in money", unit=DOLLARS, step=True)
def cash_costs(expenses: float, vehicle_costs: float) -> float:
    """SNAP takes off what you pay, or your state's share of the receipts if that is more (7 CFR 273.11(b)); in a few states, that share."""
    return expenses + vehicle_costs


@figure("SNAP", unit=DOLLARS, tone="gain")
def snap_year(
    snap_counted: int,
    snap_rules: tuple[Rules, ...],
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
    tax_family: int,
) -> float:
    """Twelve months with a twelfth of the year's income in each: the largest benefit, minus 30% of income after deductions."""
    if not snap_counted:
        return 0.0
    adults = [age, spouse_age] if filing_status == "joint" else [age]
    month = Month(
        pay=household_wages / MONTHS,
        receipts=gross_receipts / MONTHS,
        costs=cash_costs / MONTHS,
        other=(other_income + investment_income + rental_profit + untaxed_social_security) / MONTHS,
        care=care_costs,
        rent=rent,
        pays_utilities=snap_utilities == "yes",
        oldest=max(adults),
        youngest=min(adults) if tax_family == len(adults) else 0,
    )
    return sum(rules.months * rules.benefit(month) for rules in snap_rules)
