"""The inputs of take-home pay in the United Kingdom."""

from dataclasses import dataclass
from typing import Annotated

from ....engine.currency import Currency
from ....engine.fields import Choice, Choices, Money, Number, Option
from ....shared.fields import NO_YES

UK = ("uk",)

REGIONS = (Option("rest", "England, Wales or Northern Ireland"), Option("scotland", "Scotland"))

GIGS = (
    Option("trade", "Work or sales: driving, tasks, freelancing, things sold"),
    Option("room", "A furnished room in the home you live in"),
    Option("letting", "Other letting: a flat, a parking space, storage"),
)

LOANS = (
    Option("plan_1", "Plan 1"),
    Option("plan_2", "Plan 2"),
    Option("plan_4", "Plan 4"),
    Option("plan_5", "Plan 5"),
    Option("postgraduate", "Postgraduate loan"),
)

PENSION_KINDS = (
    Option("net_pay", "Taken before tax (net pay arrangement)"),
    Option("relief_at_source", "Taken after tax; the provider adds 20% relief (relief at source)"),
)

POUND = Currency("£")

UK_BENEFITS = (
    "gets_universal_credit",
    "first_year",
    "uk_under_25",
    "uk_partner",
    "uk_partner_pay",
    "gets_child_benefit",
    "uk_marriage",
    "uk_winter_fuel",
)
"""The inputs that matter only to somebody who gets benefits."""


@dataclass(frozen=True, kw_only=True)
class UkInputs:
    """The inputs that apply only in the United Kingdom. Every field has only=("uk",)."""

    uk_region: Annotated[
        str, Choice("Where you live", hint="Scotland has its own tax bands for pay and profit.", options=REGIONS, only=UK)
    ] = "rest"
    uk_gig: Annotated[
        str, Choice("What your gig is", hint="This determines which tax-free allowance you can use.", options=GIGS, only=UK)
    ] = "trade"
    uk_vehicle: Annotated[
        str, Choice("Vehicle for the gig", options=(Option("car", "Car or van"), Option("motorcycle", "Motorcycle")), only=UK)
    ] = "car"
    uk_miles: Annotated[
        float,
        Number(
            "Business miles",
            unit="miles",
            per="year",
            hint="Deducted at HMRC's flat rate instead of fuel, insurance and repairs. Enter 0 if you include the real costs under costs.",
            le=200_000,
            only=UK,
        ),
    ] = 0.0
    uk_vehicle_costs: Annotated[
        float,
        Money(
            "What those miles cost you",
            per="year",
            hint="Fuel, wear, insurance. It lowers what you keep; for tax, the flat rate is used instead.",
            currency=POUND,
            le=10_000_000,
            only=UK,
        ),
    ] = 0.0
    uk_pension_kind: Annotated[
        str,
        Choice(
            "How your pension plan gives tax relief",
            hint="Your payslip or provider says it. With salary sacrifice, enter the lower pay above, and 0 here: your employer pays it.",
            options=PENSION_KINDS,
            only=UK,
        ),
    ] = "net_pay"
    uk_loans: Annotated[
        tuple[str, ...], Choices("Student loans", hint="Choose all that you are still paying off.", options=LOANS, only=UK)
    ] = ()
    uk_pension_age: Annotated[
        str,
        Choice(
            "Over State Pension age?",
            hint="For the whole tax year. If so, no National Insurance is due.",
            options=NO_YES,
            only=UK,
        ),
    ] = "no"
    gets_universal_credit: Annotated[
        str,
        Choice("Do you get Universal Credit?", hint="Or will you claim it? We count what the gig does to it.", options=NO_YES, only=UK),
    ] = "no"
    first_year: Annotated[
        str,
        Choice(
            "Still in your start-up period?",
            hint="Usually the first 12 months after the DWP accepts that self-employment is your main work. "
            "After that, it may count earnings that you didn't have.",
            options=NO_YES[::-1],
            only=UK,
        ),
    ] = "yes"
    uk_under_25: Annotated[
        str, Choice("Under 25?", hint="For Universal Credit. With a partner, only if you both are.", options=NO_YES, only=UK)
    ] = "no"
    uk_partner: Annotated[
        str, Choice("Do you live with a partner?", hint="Universal Credit and Child Benefit look at both of you.", options=NO_YES, only=UK)
    ] = "no"
    uk_partner_pay: Annotated[
        float, Money("Your partner's pay", per="year", hint="Before tax. Enter 0 for none.", currency=POUND, le=10_000_000, only=UK)
    ] = 0.0
    gets_child_benefit: Annotated[
        str,
        Choice(
            "Do you get Child Benefit?",
            hint="You or your partner. Above £60,000, part of it is charged back.",
            options=NO_YES,
            only=UK,
        ),
    ] = "no"
    uk_marriage: Annotated[
        str,
        Choice(
            "Marriage Allowance",
            hint="One of a married couple gives £1,260 of Personal Allowance to the other.",
            options=(Option("none", "None"), Option("receive", "My spouse gives it to me"), Option("give", "I give it to my spouse")),
            only=UK,
        ),
    ] = "none"
    uk_winter_fuel: Annotated[
        float,
        Money(
            "Winter Fuel Payment you got",
            per="year",
            hint="In Scotland: Pension Age Winter Heating Payment. Your own share. Enter 0 if you get none.",
            currency=POUND,
            le=1_000,
            only=UK,
        ),
    ] = 0.0
