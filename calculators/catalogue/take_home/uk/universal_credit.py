"""Universal Credit with the gig, for twelve months that are all alike.

The Universal Credit Regulations 2013: elements (regulations 24, 24A and 36), taper and work allowance (22), self-employed earnings (57 to
59), minimum income floor (62 to 64, 88, 90).
"""

from collections.abc import Mapping

from ....engine.figures import figure
from ..brackets import Bands, in_bands
from ..children import ages_of
from .figures import POUNDS, allowance_at, bands_in

MONTHS = 12
WEEKS = 52
LIMIT_STARTED = 2017
"""Children born before 6 April of this year are outside of the two-child limit."""
TODDLER = 3
CHILD_UNDER_13 = range(TODDLER, 13)


def claims(gets_universal_credit: str, uk_pension_age: str) -> bool:
    """Whether the household can get Universal Credit at all."""
    return gets_universal_credit == "yes" and uk_pension_age == "no"


def born_before_limit(age: int, tax_year: str) -> bool:
    """Whether a child of this age on the tax year's last day, a 5 April, was born before 6 April 2017."""
    return int(tax_year) + 1 - age <= LIMIT_STARTED


@figure("Universal Credit for the children", unit=POUNDS, tone="gain")
def child_elements(child_ages: str, tax_year: str, child_element: Mapping[str, float], child_limit: float) -> float:
    """An amount for each child, more for the oldest if born before 6 April 2017. Until April 2026, usually for two children only."""
    total = 0.0
    for index, age in enumerate(ages_of(child_ages)):
        early = born_before_limit(age, tax_year)
        if early or index < child_limit:
            total += child_element["oldest" if early and index == 0 else "each"]
    return MONTHS * total


@figure("Universal Credit before earnings", unit=POUNDS, tone="gain")
def credit_maximum(
    gets_universal_credit: str,
    uk_pension_age: str,
    uk_under_25: str,
    uk_partner: str,
    rent: float,
    child_elements: float,
    standard_allowance: Mapping[str, float],
) -> float:
    """The standard allowance, the children's amounts and the rent that is covered."""
    if not claims(gets_universal_credit, uk_pension_age):
        return 0.0
    kind = ("couple" if uk_partner == "yes" else "single") + ("_young" if uk_under_25 == "yes" else "")
    return MONTHS * (standard_allowance[kind] + rent) + child_elements


@figure("Profit that Universal Credit counts", unit=POUNDS)
def credit_profit(
    uk_gig: str, gross_receipts: float, expenses: float, uk_miles: float, uk_vehicle: str, credit_mileage: Mapping[str, Bands]
) -> float:
    """Receipts minus costs, with the vehicle at a flat rate per mile. The £1,000 allowances do not apply, and rent is not earnings."""
    return max(0.0, gross_receipts - expenses - in_bands(uk_miles, credit_mileage[uk_vehicle])) if uk_gig == "trade" else 0.0


def tax_on(income: float, allowance: tuple[float, float, float], bands: Bands, contributions: Bands) -> float:
    """Income Tax and National Insurance of somebody who has only this income from work."""
    return in_bands(income - allowance_at(income, *allowance), bands) + in_bands(income, contributions)


@figure("Your partner's earnings after tax", unit=POUNDS)
def partner_net(
    uk_partner: str,
    uk_partner_pay: float,
    uk_region: str,
    personal_allowance_full: float,
    personal_allowance_limit: float,
    personal_allowance_taper: float,
    bands: Bands,
    scottish_bands: Bands,
    class_1_bands: Bands,
) -> float:
    """Pay minus Income Tax and National Insurance."""
    if uk_partner == "no":
        return 0.0
    allowance = (personal_allowance_full, personal_allowance_limit, personal_allowance_taper)
    return uk_partner_pay - tax_on(uk_partner_pay, allowance, bands_in(uk_region, bands, scottish_bands), class_1_bands)


@figure("Full-time earnings at the minimum wage, after tax", unit=POUNDS)
def full_time_net(
    minimum_wage: float,
    expected_hours: Mapping[str, float],
    uk_region: str,
    personal_allowance_full: float,
    personal_allowance_limit: float,
    personal_allowance_taper: float,
    bands: Bands,
    scottish_bands: Bands,
    class_4_bands: Bands,
) -> float:
    """35 hours a week at the National Living Wage, less the Income Tax and Class 4 that would be due on it."""
    earned = minimum_wage * expected_hours["usual"] * WEEKS
    allowance = (personal_allowance_full, personal_allowance_limit, personal_allowance_taper)
    return earned - tax_on(earned, allowance, bands_in(uk_region, bands, scottish_bands), class_4_bands)


@figure("Your share of it", unit=POUNDS)
def own_threshold(
    child_ages: str,
    full_time_net: float,
    minimum_wage: float,
    expected_hours: Mapping[str, float],
    uk_region: str,
    personal_allowance_full: float,
    bands: Bands,
    scottish_bands: Bands,
    class_4_bands: Bands,
) -> float:
    """The same for the hours expected of you: 30 a week if your youngest child is 3 to 12, and no floor with a child under 3."""
    ages = ages_of(child_ages)
    if not ages or ages[-1] not in CHILD_UNDER_13:
        return 0.0 if ages and ages[-1] < TODDLER else full_time_net
    earned = minimum_wage * expected_hours["child_under_13"] * WEEKS
    whole = (personal_allowance_full, float("inf"), 0.0)
    return earned - tax_on(earned, whole, bands_in(uk_region, bands, scottish_bands), class_4_bands)


@figure("Minimum income floor", unit=POUNDS)
def income_floor(
    first_year: str,
    uk_gig: str,
    gross_receipts: float,
    credit_profit: float,
    wages: float,
    uk_partner: str,
    partner_net: float,
    own_threshold: float,
    full_time_net: float,
) -> float:
    """What you are treated as earning, at least, once the start-up period has ended and the gig is your main work (regulation 62)."""
    is_main_work = uk_gig == "trade" and gross_receipts > 0 and credit_profit >= wages
    if first_year == "yes" or not is_main_work:
        return 0.0
    couple = own_threshold + full_time_net
    return max(0.0, own_threshold - (max(0.0, own_threshold + partner_net - couple) if uk_partner == "yes" else 0.0))


@figure("Tax and National Insurance on your earnings", unit=POUNDS, tone="loss")
def tax_on_earnings(
    uk_gig: str,
    wages: float,
    net_pay_contribution: float,
    contribution_at_source: float,
    taxable_profit: float,
    social_contributions: float,
    uk_region: str,
    personal_allowance_full: float,
    personal_allowance_limit: float,
    personal_allowance_taper: float,
    bands: Bands,
    scottish_bands: Bands,
) -> float:
    """What would be due on pay and trading profit alone. The tax that a pension or rent adds is not subtracted from earnings."""
    earned = wages - net_pay_contribution + (taxable_profit if uk_gig == "trade" else 0.0)
    adjusted = max(0.0, earned - contribution_at_source)
    allowance = allowance_at(adjusted, personal_allowance_full, personal_allowance_limit, personal_allowance_taper)
    return in_bands(earned - allowance, bands_in(uk_region, bands, scottish_bands, contribution_at_source)) + social_contributions


@figure("Earnings that Universal Credit counts", unit=POUNDS)
def credit_earnings(
    wages: float, workplace_pension: float, credit_profit: float, tax_on_earnings: float, income_floor: float, partner_net: float
) -> float:
    """Pay and profit minus pension contributions, tax and National Insurance, or the floor if it is higher, plus your partner's earnings
    after tax (regulations 55 and 57).
    """
    return max(0.0, wages + credit_profit - workplace_pension - tax_on_earnings, income_floor) + partner_net


@figure("Earnings that leave Universal Credit as it is", unit=POUNDS)
def credit_allowance(child_ages: str, rent: float, work_allowance: Mapping[str, float]) -> float:
    """The work allowance of a household with children, lower where Universal Credit pays rent. Others have none."""
    return MONTHS * work_allowance["rent" if rent > 0 else "no_rent"] if ages_of(child_ages) else 0.0


@figure("Universal Credit", unit=POUNDS, tone="gain")
def universal_credit(
    credit_maximum: float, credit_earnings: float, credit_allowance: float, credit_taper: float, other_income: float
) -> float:
    """The maximum, less 55p for each pound earned above the work allowance and all of a pension or other income; never below zero."""
    return max(0.0, credit_maximum - credit_taper * max(0.0, credit_earnings - credit_allowance) - other_income)
