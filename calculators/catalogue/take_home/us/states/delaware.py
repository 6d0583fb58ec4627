"""Delaware's tax: joint spouses may each fill a column of their own, and the earned income credit is one of two (Form PIT-RES)."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...brackets import in_bands
from ..income import SENIOR
from .household import Household
from .values import Values

OLDER = 60
"""The age from which the second personal credit and the exclusion are given."""


@dataclass(frozen=True)
class Return:
    """One way to file: the tax and its credits, of which only `refundable` is paid out beyond the tax."""

    tax: float
    credit: float
    refundable: float

    @property
    def due(self) -> float:
        """The tax after all credits."""
        return self.tax - self.credit - self.refundable


@dataclass(frozen=True)
class Column:
    """The tax of one column before credits, and the personal credits that belong to it."""

    taxable: float
    tax: float
    own_credit: float


def _column(values: Values, status: str, income: float, ages: Sequence[int], blind: int, earned: float) -> Column:
    excluded = 0.0
    limits = (values.by_status("exclusion_earned_below", status), values.by_status("exclusion_income_upto", status))
    if all(age >= OLDER for age in ages) and earned < limits[0] and income <= limits[1]:
        excluded = values.number("exclusion") * len(ages)
    extra = values.number("standard_deduction_extra") * (sum(age >= SENIOR for age in ages) + blind)
    taxable = income - excluded - values.by_status("standard_deduction", status) - extra
    counted = len(ages) + sum(age >= OLDER for age in ages)
    return Column(taxable, in_bands(taxable, values.bands("bands", status)), values.number("person_credit") * counted)


def delaware_income(values: Values, household: Household) -> float:
    """Federal adjusted gross income less interest and rent from age 60 on, up to an amount (line 6). Both are counted as yours."""
    excluded = min(values.number("retirement_exclusion_most"), household.interest + household.rent)
    return household.agi - (excluded if household.age >= OLDER else 0.0)


def _ways(values: Values, household: Household) -> Iterator[tuple[Column, ...]]:
    """One column for everyone and, for joint spouses, one for each. The gig and other income are counted as yours."""
    ages = (household.age, household.spouse_age) if household.joint else (household.age,)
    earned = household.pay + household.profit
    income = delaware_income(values, household)
    yield (_column(values, household.status, income, ages, household.blind, earned),)
    if not household.joint:
        return
    spouse = household.spouse_pay
    first = (income - spouse, ages[:1], household.blind - household.spouse_blind, earned - spouse)
    second = (spouse, ages[1:], household.spouse_blind, spouse)
    yield (_column(values, "separate", *first), _column(values, "separate", *second))


def _after_personal(values: Values, columns: Sequence[Column], dependents: int) -> list[float]:
    """What personal credits leave of the tax in each column, with the credits for dependents divided in the best way."""
    each = values.number("person_credit")

    def left(first: int) -> list[float]:
        given = (first, dependents - first)
        return [max(0.0, column.tax - column.own_credit - each * count) for column, count in zip(columns, given, strict=False)]

    ways = range(dependents + 1) if len(columns) > 1 else (dependents,)
    return min((left(first) for first in ways), key=math.fsum)


def _best(values: Values, household: Household) -> Return:
    """The way to file, and the earned income credit, that leave the least due."""
    federal = household.earned_income_credit
    returns = []
    for columns, refundable in itertools.product(_ways(values, household), (False, True)):
        left = _after_personal(values, columns, household.dependents)
        higher = max(range(len(columns)), key=lambda index: columns[index].taxable)
        share = 0.0 if refundable else min(left[higher], values.number("earned_income_share_not_refunded") * federal)
        tax = sum(column.tax for column in columns)
        paid = values.number("earned_income_share") * federal if refundable else 0.0
        returns.append(Return(tax, tax - sum(left) + share, paid))
    return min(returns, key=lambda way: way.due)


def delaware(values: Values, household: Household, _: float) -> float:
    """The tax before credits, filed in the way that leaves the least due."""
    return _best(values, household).tax


def delaware_credits(values: Values, household: Household, _: float) -> float:
    """Personal credits and, where it is not the refundable one, the share of the federal earned income credit."""
    return _best(values, household).credit


def delaware_refundable(values: Values, household: Household, _: float) -> float:
    """The smaller share of the federal earned income credit, where being paid it leaves less due than the larger one."""
    return _best(values, household).refundable
