"""Income tax, National Insurance and student loans in the United Kingdom, on job and gig together."""

from collections.abc import Mapping

from ....engine.fields import Money
from ....engine.figures import figure
from ..brackets import Bands, in_bands
from .inputs import POUND

POUNDS = Money(per="year", currency=POUND, dollars=True)

BASIC_RATE = 0.20
"""The rate at which a provider claims relief at source, in Scotland, too (Finance Act 2004, section 192)."""


def bands_in(region: str, bands: Bands, scottish_bands: Bands, extension: float = 0.0) -> Bands:
    """The bands of Income Tax in a region of the United Kingdom.

    An `extension`, the gross contribution with relief at source, raises the limits of the basic rate and of all above it.
    """
    regional = scottish_bands if region == "scotland" else bands
    if not extension:
        return regional
    return [{**band, "upto": band["upto"] + extension} if "upto" in band and band["rate"] >= BASIC_RATE else band for band in regional]


def allowance_at(income: float, full: float, limit: float, taper: float) -> float:
    """The Personal Allowance at an income."""
    return max(0.0, full - max(0.0, income - limit) * taper)


def top_of_basic(region: str, bands: Bands, scottish_bands: Bands, extension: float) -> float:
    """The taxable income up to which a couple can share an allowance: the end of the basic or, in Scotland, the intermediate rate."""
    return bands_in(region, bands, scottish_bands, extension)[2 if region == "scotland" else 0]["upto"]


@figure("Mileage allowance", unit=POUNDS)
def mileage_allowance(uk_gig: str, uk_miles: float, uk_vehicle: str, mileage_rates: Mapping[str, Bands]) -> float:
    """HMRC's flat rate for each business mile of a trade covers all costs of the vehicle: fuel, insurance, repairs, wear."""
    return in_bands(uk_miles, mileage_rates[uk_vehicle]) if uk_gig == "trade" else 0.0


@figure("Your real costs", unit=POUNDS)
def real_costs(expenses: float, mileage_allowance: float) -> float:
    """What you spend on the gig, including the vehicle's flat rate."""
    return expenses + mileage_allowance


@figure("Net profit", unit=POUNDS, tone="gain")
def net_profit(gross_receipts: float, real_costs: float) -> float:
    """Receipts minus real costs, with the vehicle at its flat rate. Below zero, the gig loses money."""
    return gross_receipts - real_costs


@figure("Tax-free allowance for this gig", unit=POUNDS)
def gig_allowance(uk_gig: str, trading_allowance: float, property_allowance: float, rent_a_room: float) -> float:
    """The trading allowance for a trade, Rent a Room for a room in your home, and the property allowance for other letting."""
    return {"trade": trading_allowance, "room": rent_a_room, "letting": property_allowance}[uk_gig]


@figure("Deducted from your receipts", unit=POUNDS)
def taken_off(real_costs: float, gig_allowance: float, gross_receipts: float) -> float:
    """Real costs or the allowance, whichever is larger, but never both. The allowance cannot create a loss."""
    return max(real_costs, min(gig_allowance, gross_receipts))


@figure("Taxable profit", unit=POUNDS)
def taxable_profit(gross_receipts: float, taken_off: float) -> float:
    """What the gig adds to your taxable income. A loss counts as 0 here."""
    return max(0, gross_receipts - taken_off)


@figure("Pension contributions taken before tax", unit=POUNDS)
def net_pay_contribution(uk_pension_kind: str, workplace_pension: float) -> float:
    """With a net pay arrangement they lower your taxable pay, but not National Insurance (Finance Act 2004, section 193)."""
    return workplace_pension if uk_pension_kind == "net_pay" else 0.0


@figure("Pension contributions with relief at source", unit=POUNDS)
def contribution_at_source(
    uk_pension_kind: str, uk_gig: str, workplace_pension: float, wages: float, taxable_profit: float, relief_floor: float
) -> float:
    """What you pay and the 20% that the provider claims for you, up to your earnings or £3,600 (Finance Act 2004, sections 190 and 192)."""
    if uk_pension_kind == "net_pay":
        return 0.0
    return min(workplace_pension / (1 - BASIC_RATE), max(relief_floor, wages + (taxable_profit if uk_gig == "trade" else 0.0)))


@figure("Taxed income before the Personal Allowance", unit=POUNDS)
def total_income(wages: float, other_income: float, taxable_profit: float, net_pay_contribution: float) -> float:
    """Job, pension and gig together, minus the pension contributions that are taken before tax."""
    return wages + other_income + taxable_profit - net_pay_contribution


@figure("Adjusted net income", unit=POUNDS)
def adjusted_income(total_income: float, contribution_at_source: float) -> float:
    """That income, minus the contributions with relief at source (Income Tax Act 2007, section 58)."""
    return max(0.0, total_income - contribution_at_source)


@figure("Personal Allowance", unit=POUNDS)
def personal_allowance(
    adjusted_income: float,
    personal_allowance_full: float,
    personal_allowance_limit: float,
    personal_allowance_taper: float,
    uk_marriage: str,
    marriage_transfer: float,
) -> float:
    """Tax-free income for everyone. Above the limit it shrinks by £1 for every £2, down to zero. A part can be given to a spouse."""
    whole = allowance_at(adjusted_income, personal_allowance_full, personal_allowance_limit, personal_allowance_taper)
    return max(0.0, whole - (marriage_transfer if uk_marriage == "give" else 0.0))


@figure("Taxable income", unit=POUNDS)
def taxable_income(total_income: float, personal_allowance: float) -> float:
    """That income minus your Personal Allowance. The bands apply to this amount."""
    return max(0, total_income - personal_allowance)


@figure("Marriage Allowance from your spouse", unit=POUNDS, tone="gain")
def marriage_credit(
    uk_marriage: str,
    uk_region: str,
    taxable_income: float,
    contribution_at_source: float,
    marriage_transfer: float,
    marriage_rate: float,
    bands: Bands,
    scottish_bands: Bands,
) -> float:
    """20% of £1,260 off your tax, as long as you pay no higher rate (Income Tax Act 2007, section 55B)."""
    can = uk_marriage == "receive" and taxable_income <= top_of_basic(uk_region, bands, scottish_bands, contribution_at_source)
    return marriage_rate * marriage_transfer if can else 0.0


@figure("Income Tax", unit=POUNDS, tone="loss")
def income_tax(
    uk_region: str,
    taxable_income: float,
    bands: Bands,
    scottish_bands: Bands,
    marriage_credit: float = 0.0,
    contribution_at_source: float = 0.0,
) -> float:
    """Each slice of taxable income at the rate of its band; in Scotland by the Scottish bands. Less what a spouse gives up for you.

    Contributions with relief at source raise the limits of the bands from the basic rate on.
    """
    return max(0.0, in_bands(taxable_income, bands_in(uk_region, bands, scottish_bands, contribution_at_source)) - marriage_credit)


@figure("National Insurance on your pay (Class 1)", unit=POUNDS, tone="loss")
def class_1(uk_pension_age: str, wages: float, class_1_bands: Bands) -> float:
    """Your employer takes it from your pay. We assume one job with the same pay all year."""
    return 0.0 if uk_pension_age == "yes" else in_bands(wages, class_1_bands)


@figure("Profit in the main Class 4 band", unit=POUNDS)
def class_4_band(taxable_profit: float, uk_gig: str, class_4_bands: Bands) -> float:
    """Profit between the lower and the upper limit. Letting pays no Class 4."""
    lower, upper = class_4_bands[0]["upto"], class_4_bands[1]["upto"]
    return max(0.0, min(taxable_profit, upper) - lower) if uk_gig == "trade" else 0.0


@figure("Main-rate room that your job leaves", unit=POUNDS)
def class_4_room(wages: float, class_1_bands: Bands, class_4_bands: Bands) -> float:
    """The annual maximum: contributions at the main rate on your job's pay reduce the profit that is charged the main Class 4 rate.

    Regulation 100 of the Social Security (Contributions) Regulations 2001, steps one to five.
    """
    main = class_4_bands[1]["rate"]
    band = class_4_bands[1]["upto"] - class_4_bands[0]["upto"]
    paid = in_bands(min(wages, class_1_bands[1]["upto"]), class_1_bands)
    return max(0.0, band * main - paid) / main


@figure("National Insurance on your profit (Class 4)", unit=POUNDS, tone="loss")
def class_4(
    uk_pension_age: str, uk_gig: str, taxable_profit: float, class_4_band: float, class_4_room: float, class_4_bands: Bands
) -> float:
    """The main rate on profit in the band, as far as your job leaves room, and the lower rate on all other profit above the lower limit."""
    if uk_pension_age == "yes" or uk_gig != "trade":
        return 0.0
    at_main = min(class_4_band, class_4_room)
    above = max(0.0, taxable_profit - class_4_bands[0]["upto"]) - at_main
    return at_main * class_4_bands[1]["rate"] + above * class_4_bands[2]["rate"]


@figure("National Insurance", unit=POUNDS, tone="loss")
def social_contributions(class_1: float, class_4: float) -> float:
    """On pay and on profit."""
    return class_1 + class_4


@figure("Income Tax and National Insurance", unit=POUNDS, tone="loss")
def total_tax(income_tax: float, social_contributions: float) -> float:
    """On job and gig together, before student loans."""
    return income_tax + social_contributions


@figure("Income counted for student loans", unit=POUNDS)
def loan_income(wages: float, other_income: float, taxable_profit: float, uk_gig: str, unearned_limit: float) -> float:
    """Pay and trading profit count. Pensions and letting profit count in full once they exceed the limit, and not at all below it."""
    earned, unearned = (taxable_profit, other_income) if uk_gig == "trade" else (0.0, other_income + taxable_profit)
    return wages + earned + (unearned if unearned > unearned_limit else 0.0)


@figure("Student loan repayments", unit=POUNDS, tone="loss")
def student_loan(
    uk_loans: tuple[str, ...], loan_income: float, loan_thresholds: Mapping[str, float], loan_rate: float, postgraduate_rate: float
) -> float:
    """A share of income above your plan's threshold, or above the lowest threshold of several plans. A postgraduate loan is added."""
    plans = [loan_thresholds[plan] for plan in uk_loans if plan != "postgraduate"]
    undergraduate = loan_rate * max(0.0, loan_income - min(plans)) if plans else 0.0
    postgraduate = postgraduate_rate * max(0.0, loan_income - loan_thresholds["postgraduate"]) if "postgraduate" in uk_loans else 0.0
    return undergraduate + postgraduate
