"""Arkansas's tax: spouses together or apart, tables for low incomes, and other bands above an income (Form AR1000F)."""

from __future__ import annotations

import math
from collections.abc import Iterator

from ...brackets import in_bands
from ..income import SENIOR
from .household import Household
from .values import Values, steps_above

Way = tuple[float, float]
"""One way to file: the tax, and the additional credit that goes with it."""


def _income(household: Household) -> float:
    return household.agi + household.deductible_half


def _regular(values: Values, taxable: float) -> float:
    """The bands or, above an income, other bands less an amount that falls in steps of 100 (section 26-51-201)."""
    if taxable <= values.number("high_from"):
        return in_bands(taxable, values.bands("bands", ""))
    return in_bands(taxable, values.bands("high_bands", "")) - values.step("high_less", "", taxable)


def _low_income_tax(values: Values, household: Household, income: float) -> float:
    """The tax of the table for the filing status and dependents, in which a deduction is counted; infinite beyond its end."""
    few = "1" if household.dependents <= 1 else "2"
    tables = {"single": "single", "joint": f"joint_{few}", "head": f"head_{few}", "widowed": f"head_{few}"}
    if household.status not in tables:
        return math.inf
    table = values.listed("low_income", tables[household.status])
    if income <= table["above"]:
        return 0.0
    row = steps_above(table["first_upto"], income, 100)
    return float(table["amounts"][row]) if row < len(table["amounts"]) else math.inf


def _additional(values: Values, income: float) -> float:
    steps = steps_above(values.number("additional_credit_from"), income, 100)
    return max(0.0, values.number("additional_credit") - values.number("additional_credit_step_loss") * steps)


def _ways(values: Values, household: Household) -> Iterator[Way]:
    """Everyone together and, for spouses without a loss, each by itself. The gig and other income are counted as yours."""
    income = _income(household)
    taxable = income - values.by_status("standard_deduction", household.status)
    regular, low = _regular(values, taxable), _low_income_tax(values, household, income)
    yield min(regular, low), household.adults * _additional(values, income if low < regular else taxable)
    incomes = (income - household.spouse_pay, household.spouse_pay)
    if household.joint and min(incomes) >= 0:
        deduction = values.by_status("standard_deduction", "separate")
        each = [own - deduction for own in incomes]
        yield sum(_regular(values, own) for own in each), sum(_additional(values, own) for own in each)


def _best(values: Values, household: Household) -> Way:
    return min(_ways(values, household), key=lambda way: way[0] - way[1])


def arkansas(values: Values, household: Household, _: float) -> float:
    """The tax before credits, filed in the way that leaves the least after the additional credit."""
    return _best(values, household)[0]


def arkansas_additional_credit(values: Values, household: Household, _: float) -> float:
    """An amount for each of you that falls with net taxable income (additional tax credit for qualified individuals)."""
    return _best(values, household)[1]


def arkansas_person_credit(values: Values, household: Household, _: float) -> float:
    """An amount for each person, another for a head of household or surviving spouse and for blindness, and two from 65 on.

    With a pension, which is partly exempt, you get only one of these two.
    """
    pensioned = household.age >= SENIOR and household.other_income > 0
    times = household.people + (household.status in {"head", "widowed"}) + household.blind + 2 * household.seniors - pensioned
    return values.number("person_credit") * times
