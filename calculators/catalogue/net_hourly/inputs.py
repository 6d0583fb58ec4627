"""The inputs of net hourly pay: a usual week's money, all of its hours and all of its miles."""

from dataclasses import dataclass
from functools import partial
from typing import Annotated

from ...engine.fields import Choice, Estimate, Hours, Money, Number, Option, Rate

DEDUCT = (
    Option("mileage", "The tax office's rate for each mile"),
    Option("actual", "What the car really costs"),
    Option("none", "Nothing"),
)


a_week = partial(Money, per="week", le=1_000_000)
miles = partial(Number, unit="miles", per="week", le=10_000)
a_mile = partial(Money, per="mile", le=100, abroad="We only have this cost in US dollars. Enter yours, or 0 without a car.")

USUAL_WEEK = Estimate(240.0, 310.0, 380.0)
"""A made-up driver's poor, usual and good week."""


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """A week of a gig, with or without a car."""

    gross: Annotated[Estimate, a_week("Paid for the work", hint="Before tips: a poor, a usual and a good week.")] = USUAL_WEEK
    tips: Annotated[float, a_week("Tips")] = 60.0
    fee: Annotated[float, Rate("Platform fee", hint="Only fees that are still taken from that pay.", le=0.95, slider=(0, 50, 1))] = 0.0
    other_costs: Annotated[float, a_week("Other costs", hint="Parking, phone, bags, supplies, a license, for the week.")] = 8.0

    paid_hours: Annotated[
        float, Hours("Paid hours", per="week", hint="On a job, from accepting it to finishing it.", slider=(0, 60, 1))
    ] = 11.0
    waiting_hours: Annotated[float, Hours("Waiting hours", per="week", hint="Ready, without a job.", slider=(0, 60, 1))] = 4.0
    travel_hours: Annotated[float, Hours("Hours traveling to and from", per="week", slider=(0, 60, 1))] = 2.0
    admin_hours: Annotated[
        float, Hours("Hours on everything else", per="week", hint="Messages, cleaning, bookkeeping, the app's forms.", slider=(0, 60, 1))
    ] = 1.0

    paid_miles: Annotated[float, miles("Miles on jobs", hint="Kilometers work too, if you use them in every box.")] = 130.0
    empty_miles: Annotated[float, miles("All other miles", hint="To the first job, between jobs, and home.")] = 70.0
    commute_miles: Annotated[
        float,
        miles(
            "Miles there and home again",
            hint="Of all these miles, those to the first job and from the last one. They can rarely be deducted.",
        ),
    ] = 0.0
    energy_price: Annotated[
        float,
        Money(
            "Price of fuel or charge",
            per="gallon or kWh",
            hint="Per unit that you buy: gallon, liter or kWh.",
            le=1_000,
            reference="vehicles.us_new_car_fuel",
            abroad="We only have this price in US dollars. Enter what you pay, or 0 without a car.",
        ),
    ] = 3.2
    distance: Annotated[
        float, Number("Miles per unit of fuel or charge", unit="miles", hint="Per gallon, liter or kWh.", ge=0.1, le=1_000)
    ] = 32.0
    wear: Annotated[
        float, a_mile("Service, tires and repairs", hint="The lifetime cost, divided by its miles.", reference="vehicles.us_upkeep")
    ] = 0.08
    lost_value: Annotated[
        float,
        a_mile(
            "Value lost",
            hint="Only what one more mile takes off the car's price. Age alone is not a cost of the gig.",
            reference="vehicles.us_new_car_depreciation",
        ),
    ] = 0.1
    insurance: Annotated[float, Money("Extra insurance", per="month", hint="Only the part that the gig adds.", le=100_000)] = 15.0

    tax_rate: Annotated[
        float,
        Rate("Tax rate on the profit", hint="Your own rate: income tax plus what self-employed people pay.", le=0.9, slider=(0, 60, 1)),
    ] = 0.25
    deduct: Annotated[str, Choice("Tax deduction for the car", options=DEDUCT)] = "mileage"
    mileage_rate: Annotated[
        float,
        a_mile(
            "Tax deduction per mile",
            hint="A tax rule, not a cost. 0.76 is 76 cents.",
            reference="vehicles.us_mileage_rate",
            abroad="We only have the US rate. Enter your own tax office's rate, or 0 if it has none.",
        ),
    ] = 0.76
