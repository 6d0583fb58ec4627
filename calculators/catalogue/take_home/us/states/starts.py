"""Where a state's tax starts, and what its cities, counties and school districts tax."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from .colorado import colorado_income
from .delaware import delaware_income
from .district import dc_income
from .household import Household
from .maryland import maryland_income
from .new_jersey import new_jersey_income
from .south_carolina import south_carolina_income
from .values import Values

Start = Callable[[Values, Household], float]


def adjusted_gross_income(_: Values, household: Household) -> float:
    """Federal adjusted gross income."""
    return household.agi


def federal_taxable_income(_: Values, household: Household) -> float:
    """Federal taxable income."""
    return household.taxable_income


def agi_and_half_of_self_employment_tax(_: Values, household: Household) -> float:
    """The same with the deducted half of self-employment tax added back."""
    return household.agi + household.deductible_half


def agi_without_business_income(values: Values, household: Household) -> float:
    """The same without the profit, up to a limit (Ohio)."""
    return household.agi - min(max(0.0, household.profit), values.by_status("business_limit", household.status))


def income_by_class(_: Values, household: Household) -> float:
    """Pay with what goes into a pension plan, profit, rent and interest: a loss does not reduce the others."""
    return household.gross_income + household.deferred_pay - household.other_income


STARTS: Mapping[str, Start] = {
    "nothing": lambda _, __: 0.0,
    "agi": adjusted_gross_income,
    "federal_taxable_income": federal_taxable_income,
    "agi_and_half_of_self_employment_tax": agi_and_half_of_self_employment_tax,
    "agi_without_business_income": agi_without_business_income,
    "income_by_class": income_by_class,
    "delaware_income": delaware_income,
    "colorado_income": colorado_income,
    "dc_income": dc_income,
    "maryland_income": maryland_income,
    "new_jersey_income": new_jersey_income,
    "south_carolina_income": south_carolina_income,
}

LOCAL: Mapping[str, Callable[[Household, float, float], float]] = {
    "nothing": lambda *_: 0.0,
    "pay_and_profit": lambda household, *_: household.gross_pay + max(0.0, household.profit),
    "state_taxable_income": lambda _, taxable, __: taxable,
    "state_tax": lambda _, __, tax: tax,
}
"""What local income tax is charged on, from the household, the state's taxable income, and its tax after credits that are not paid out."""
