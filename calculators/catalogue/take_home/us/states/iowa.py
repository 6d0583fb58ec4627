"""Iowa's tax: a flat rate, no tax on low incomes, and an alternate tax just above them (IA 1040, lines 5 and 10)."""

from __future__ import annotations

from ...brackets import in_bands
from ..income import SENIOR
from .household import Household
from .values import Values


def _older(household: Household) -> str:
    return "65" if household.oldest >= SENIOR else "younger"


def _modified_income(household: Household) -> float:
    """Income before federal deductions. Spouses count together, even where they file separately."""
    return household.agi + (household.spouse_pay if household.status == "separate" else 0.0)


def iowa(values: Values, household: Household, taxable: float) -> float:
    """Nothing up to an income that depends on age; else the flat rate or, unless you are single, the alternate tax if it is less.

    Spouses who file separately share the alternate tax by income.
    """
    income = _modified_income(household)
    alone = "single" if household.status == "single" else "others"
    if income <= values.by_status(f"untaxed_{alone}", _older(household)):
        return 0.0
    regular = in_bands(taxable, values.bands("bands", household.status))
    if household.status == "single":
        return regular
    over = income - values.by_status("untaxed_others", _older(household))
    return min(regular, values.number("alternate_rate") * over * max(0.0, household.agi) / income)


def low_income_reduction(values: Values, household: Household, tax: float) -> float:
    """What the tax of a single person exceeds the income above the untaxed amount by (tax reduction worksheet)."""
    if household.status != "single":
        return 0.0
    return tax - (_modified_income(household) - values.by_status("untaxed_single", _older(household)))


def iowa_exemption_credit(values: Values, household: Household, _: float) -> float:
    """An amount for each person, another for a head of household, and a smaller one for each of you of 65 or over and who is blind."""
    people = household.people + (household.status == "head")
    return values.number("person_credit") * people + values.number("senior_and_blind_credit") * (household.seniors + household.blind)
