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

POUND = Currency("£")


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
        str, Choice("Vehicle for the gig", options=(Option("car", "Car or van"), Option("motorcycle", "Motorcycle")), more=True, only=UK)
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
    uk_loans: Annotated[
        tuple[str, ...], Choices("Student loans", hint="Choose all that you are still paying off.", options=LOANS, only=UK)
    ] = ()
    uk_pension_age: Annotated[
        str,
        Choice(
            "Over State Pension age?",
            hint="For the whole tax year. If so, no National Insurance is due.",
            options=NO_YES,
            more=True,
            only=UK,
        ),
    ] = "no"
