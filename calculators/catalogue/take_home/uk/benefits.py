"""Child Benefit with the charge on high incomes, and all benefits together, in the United Kingdom."""

import math
from collections.abc import Mapping
from datetime import date, timedelta

from ....engine.figures import figure
from ..children import ages_of
from .figures import POUNDS

MONDAY = 0
PENCE = 100


def weeks_in(tax_year: str) -> int:
    """The weeks of Child Benefit in a tax year: those that begin on one of its Mondays, 52 or 53."""
    start, end = date(int(tax_year), 4, 6), date(int(tax_year) + 1, 4, 5)
    first = start + timedelta(days=(MONDAY - start.weekday()) % 7)
    return (end - first).days // 7 + 1


@figure("Child Benefit before the charge", unit=POUNDS, tone="gain")
def child_benefit(gets_child_benefit: str, child_ages: str, tax_year: str, child_benefit_rates: Mapping[str, float]) -> float:
    """A weekly amount for the oldest child and a smaller one for each other child, for the 52 or 53 Mondays of the tax year."""
    children = len(ages_of(child_ages))
    if gets_child_benefit != "yes" or not children:
        return 0.0
    return weeks_in(tax_year) * (child_benefit_rates["oldest"] + (children - 1) * child_benefit_rates["each"])


@figure("Child Benefit charge", unit=POUNDS, tone="loss")
def child_benefit_charge(
    child_benefit: float,
    adjusted_income: float,
    uk_partner: str,
    uk_partner_pay: float,
    charge_from: float,
    charge_step: float,
) -> float:
    """1% of Child Benefit for each full £200 of income above £60,000, paid by whichever of you has more income; in whole pounds.

    Sections 681B and 681C of the Income Tax (Earnings and Pensions) Act 2003: benefit, percentage and charge are each rounded down.
    """
    income = max(adjusted_income, uk_partner_pay if uk_partner == "yes" else 0.0)
    percent = min(100, math.floor(round(max(0.0, income - charge_from) * PENCE) / (charge_step * PENCE)))
    return float(math.floor(child_benefit) * percent // 100)


@figure("Winter fuel payment that you keep", unit=POUNDS, tone="gain")
def winter_fuel_kept(uk_winter_fuel: float, total_income: float, winter_fuel_limit: float) -> float:
    """All of it, or none once your own income is above £35,000."""
    return uk_winter_fuel if total_income <= winter_fuel_limit else 0.0


@figure("Benefits", unit=POUNDS, tone="gain")
def benefits(universal_credit: float, child_benefit: float, child_benefit_charge: float, winter_fuel_kept: float) -> float:
    """Universal Credit, Child Benefit minus the charge on it, and the winter fuel payment, in a year with the gig."""
    return universal_credit + child_benefit - child_benefit_charge + winter_fuel_kept
