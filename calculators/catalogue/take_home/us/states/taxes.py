"""How states tax what is left after deductions, where bands alone do not say it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ...brackets import in_bands
from .arkansas import arkansas
from .connecticut import connecticut
from .deductions import age_deduction
from .delaware import delaware
from .district import dc
from .household import Household
from .iowa import iowa
from .massachusetts import massachusetts
from .missouri import missouri
from .new_jersey import new_jersey
from .new_york import new_york
from .values import Values
from .vermont import child_care_contribution, vermont

Tax = Callable[[Values, Household, float], float]


def by_bands(values: Values, household: Household, taxable: float) -> float:
    """Each slice of taxable income at its own rate."""
    return in_bands(taxable, values.bands("bands", household.status))


def by_bands_unless_below_federal_deduction(values: Values, household: Household, taxable: float) -> float:
    """The same; nothing where federal adjusted gross income is not above the basic federal standard deduction (Utah)."""
    return by_bands(values, household, taxable) if household.agi > household.federal_basic else 0.0


def by_bands_from_income(values: Values, household: Household, taxable: float) -> float:
    """The same; nothing where income after the deduction for age is below an amount (Virginia)."""
    income = household.agi - age_deduction(values, household)
    return by_bands(values, household, taxable) if income >= values.by_status("untaxed_below", household.status) else 0.0


def spouses_apart(values: Values, household: Household, taxable: float) -> float:
    """Joint spouses are taxed together or each with a standard deduction of their own, whichever is less (Kentucky).

    The gig, interest and other income are counted as yours.
    """
    together = by_bands(values, household, taxable)
    if not household.joint:
        return together
    deduction = values.by_status("standard_deduction", household.status)
    incomes = (household.agi - household.spouse_pay, household.spouse_pay)
    return min(together, sum(by_bands(values, household, income - deduction) for income in incomes))


def each_spouse_untaxed_first(values: Values, household: Household, taxable: float) -> float:
    """Joint spouses may divide deductions as they like, and each has an untaxed first slice (Mississippi).

    Dividing them best leaves what both incomes have above that slice, less all deductions. The gig, interest and other income are
    counted as yours.
    """
    most = values.number("untaxed_each")
    incomes = (household.agi - household.spouse_pay, household.spouse_pay) if household.joint else ()
    second = max(0.0, sum(min(most, max(0.0, income)) for income in incomes) - most)
    return by_bands(values, household, taxable - second)


def ohio(values: Values, household: Household, taxable: float) -> float:
    """Business income above its limit at a flat rate; on the rest an amount that is due as soon as a limit is passed, and a rate above it.

    What is left of the business income is at most what is left after exemptions (Schedule IT BUS, line 13).
    """
    business = min(taxable, max(0.0, household.profit - values.by_status("business_limit", household.status)))
    rest = taxable - business
    tax = values.number("business_rate") * business
    for step in reversed(values.listed("brackets", household.status)):
        if rest > step["above"]:
            return float(tax + step["tax"] + step["excess_rate"] * (rest - step["above"]))
    return tax


TAXES: Mapping[str, Tax] = {
    "by_bands": by_bands,
    "by_bands_unless_below_federal_deduction": by_bands_unless_below_federal_deduction,
    "by_bands_from_income": by_bands_from_income,
    "spouses_apart": spouses_apart,
    "each_spouse_untaxed_first": each_spouse_untaxed_first,
    "ohio": ohio,
    "iowa": iowa,
    "delaware": delaware,
    "missouri": missouri,
    "dc": dc,
    "massachusetts": massachusetts,
    "vermont": vermont,
    "new_york": new_york,
    "new_jersey": new_jersey,
    "arkansas": arkansas,
    "connecticut": connecticut,
}


def building_fund_tax(values: Values, household: Household, _: float) -> float:
    """An amount for each return that has to be filed, unless someone is blind (Idaho).

    It has to be filed above the standard deduction with its additions for age (sections 63-3030 and, federal, 6012(a)(1)(B)).
    """
    least = household.federal_basic + household.seniors * household.federal_extra
    return values.number("building_fund_tax") if household.gross_income > least and not household.blind else 0.0


ADDED: Mapping[str, Tax] = {"building_fund_tax": building_fund_tax, "child_care_contribution": child_care_contribution}
