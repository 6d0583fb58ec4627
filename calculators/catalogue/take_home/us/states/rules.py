"""The rules of one state in one year: read from its parameter file, with a few named rules for what a table cannot say.

A state's file names where its tax starts (`starts_from`), what it subtracts (`deductions`), how it taxes the rest (`taxed`), and its
credits (`credits`, `refundable`), and what it adds after them (`adds`). All are names of the functions in STARTS, DEDUCTIONS, TAXES,
CREDITS and ADDED.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import cast

from .....engine import parameters as dated
from ...years import year_end
from . import credit_rules, deductions, starts, taxes
from .household import Household
from .places import OWN_RATE, UNTAXED
from .values import Values


@dataclass(frozen=True)
class Rules:
    """A state's rules in one year. Without `values`, nothing is taxed."""

    code: str
    values: Values = field(default_factory=Values)
    starts_from: str = "nothing"
    deductions: Sequence[str] = ()
    taxed: str = "by_bands"
    credits: Sequence[str] = ()
    refundable: Sequence[str] = ()
    adds: Sequence[str] = ()
    local_base: str = "nothing"

    @property
    def estimated_days(self) -> Sequence[str]:
        """The days of the payments of estimated tax, as "06-15"; none where only the return has a day."""
        return cast("Sequence[str]", self.values.cited.get("estimated_days", ()))

    @property
    def estimated_shares(self) -> Sequence[float]:
        """What each of the payments is of the year's tax."""
        days = self.estimated_days
        return cast("Sequence[float]", self.values.cited.get("estimated_shares", [1 / len(days) for _ in days]))

    @property
    def return_day(self) -> str:
        """The day of the state's return; "" where it is the federal one."""
        return cast("str", self.values.cited.get("return_day", ""))

    def income(self, household: Household) -> float:
        """The income from which the state's tax starts."""
        return starts.STARTS[self.starts_from](self.values, household)

    def deducted(self, household: Household) -> float:
        """Deductions and exemptions."""
        return sum(deductions.DEDUCTIONS[name](self.values, household) for name in self.deductions)

    def tax(self, household: Household, taxable: float) -> float:
        """The tax before credits."""
        return taxes.TAXES[self.taxed](self.values, household, taxable) if self.values.cited else 0.0

    def credited(self, household: Household, tax: float) -> float:
        """The credits that can only bring the tax down to zero, each taken from what the one before it leaves."""
        left = tax
        for name in self.credits:
            left -= min(left, max(0.0, credit_rules.CREDITS[name](self.values, household, left)))
        return tax - left

    def refunded(self, household: Household, tax: float) -> float:
        """The credits that are paid out beyond the tax."""
        return sum(credit_rules.CREDITS[name](self.values, household, tax) for name in self.refundable)

    def added(self, household: Household, tax: float) -> float:
        """What is due after credits on top of the tax."""
        return sum(taxes.ADDED[name](self.values, household, tax) for name in self.adds)

    def local(self, household: Household, taxable: float, tax: float) -> float:
        """The amount that a city, county or school district taxes."""
        return starts.LOCAL[self.local_base](household, taxable, tax)


def file_of(state: str) -> str:
    """The name of a state's parameter file."""
    return f"us/states/{state}"


def is_taxed(state: str) -> bool:
    """Whether the state's tax is computed from a file."""
    return state not in (OWN_RATE, *UNTAXED)


def cited(state: str, day: date) -> dict[str, dated.Value]:
    """The state's values on a day, with their sources; empty for a state without a tax or with the reader's own rate.

    Raises:
        NotPublished: when the day is not covered.
    """
    if not is_taxed(state):
        return {}
    file = file_of(state)
    names = [name for name, entry in dated.load(file).items() if isinstance(entry, Mapping) and "values" in entry]
    return {name: dated.as_of(f"{file}.{name}", day) for name in names}


@functools.lru_cache(maxsize=64)
def rules_of(state: str, tax_year: str) -> Rules:
    """The state's rules in a tax year.

    Raises:
        NotPublished: when the year is not covered.
    """
    values = cited(state, year_end(tax_year))
    if not values:
        return Rules(state)
    named = {key: value for key, value in dated.load(file_of(state)).items() if isinstance(value, str | list)}
    return Rules(
        state,
        Values({name: value.value for name, value in values.items()}),
        starts_from=cast("str", named["starts_from"]),
        deductions=named.get("deductions", ()),
        taxed=cast("str", named.get("taxed", "by_bands")),
        credits=named.get("credits", ()),
        refundable=named.get("refundable", ()),
        adds=named.get("adds", ()),
        local_base=cast("str", named.get("local_base", "nothing")),
    )
