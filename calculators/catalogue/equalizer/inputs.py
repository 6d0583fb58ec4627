"""The inputs of the equalizer: pay and prices ahead, idle hours, a year to look back to, and what the reader buys."""

from dataclasses import dataclass
from typing import Annotated

from ...engine.fields import Choice, Count, Hours, Money, Option, Rate
from ...shared.fields import INFLATION, an_expectation
from .published import FIRST_YEAR, LAST_YEAR

LONGEST = 40
"""The most years ahead that the form accepts; beyond a working life, a projection at one rate is meaningless."""
MOST_SPENT = 1_000_000
"""The most that the form accepts for a month's spending on one group."""

AREAS = (
    Option("us", "United States"),
    Option("uk", "United Kingdom"),
    Option("ca", "Canada"),
    Option("au", "Australia"),
    Option("euro", "Euro area"),
    Option("none", "Somewhere else"),
)
AHEAD = (
    Option("typed", "As fast as I entered above"),
    Option("own_year", "As fast as my own basket in its last published year"),
    Option("own_average", "As fast as my own basket on average since the year I look back to"),
)


class Year(Count):
    """A calendar year, written without a comma between the thousands."""

    def write(self, value: float) -> str:
        """As 2015."""
        return f"{value:.0f}"

    def typed(self, value: float) -> str:
        """As 2015."""
        return f"{value:.0f}"


def spending(label: str, hint: str = "") -> Money:
    """The input for what one group costs the reader in a usual month."""
    return Money(label, per="month", hint=hint, le=MOST_SPENT)


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """A job's pay and expected raises, what idle hours could bring in, and the reader's own past and basket."""

    pay: Annotated[float, Money("Pay today", per="year", hint="Before tax.", le=100_000_000)] = 52_000.0
    pay_growth: Annotated[
        float,
        an_expectation(
            "Expected raise", hint="Enter a pay cut as a negative number.", ge=-0.5, le=0.5, reference="prices.us_wage_growth_12_months"
        ),
    ] = 0.02
    inflation: Annotated[float, INFLATION] = 0.034
    years: Annotated[int, Count("Years ahead", unit="years", ge=1, le=LONGEST, slider=(1, 40, 1))] = 5
    idle_hours: Annotated[
        float, Hours("Idle hours you would use", per="week", hint="From your time audit, if you made one.", le=168, slider=(0, 60, 1))
    ] = 4.0
    hourly_net: Annotated[
        float, Money("What one of those hours leaves you", per="hour", hint="After fees and costs. Enter your own.", le=10_000)
    ] = 12.0
    hour_tax: Annotated[
        float,
        Rate(
            "Tax and lost benefits on it",
            hint="The share of it that you lose. Enter 0 if the amount above is after tax.",
            le=0.9,
            slider=(0, 60, 1),
        ),
    ] = 0.0

    area: Annotated[str, Choice("Whose prices", hint="That place's official consumer price index.", options=AREAS)] = "us"
    from_year: Annotated[
        int, Year("Look back to", hint=f"A year from {FIRST_YEAR} to {LAST_YEAR - 1}.", ge=FIRST_YEAR, le=LAST_YEAR - 1)
    ] = 2016
    pay_then: Annotated[float, Money("Your pay in that year", per="year", hint="Before tax. Enter 0 to leave it out.", le=100_000_000)] = (
        0.0
    )

    spend_food: Annotated[float, spending("Food", "Groceries, and meals out if your country counts them here.")] = 0.0
    spend_housing: Annotated[float, spending("Home", "Rent, water, power and heat.")] = 0.0
    spend_household: Annotated[float, spending("Household goods", "Furniture, appliances, cleaning.")] = 0.0
    spend_clothing: Annotated[float, spending("Clothes and shoes")] = 0.0
    spend_transport: Annotated[float, spending("Getting around", "Car, fuel, insurance, fares.")] = 0.0
    spend_health: Annotated[float, spending("Health")] = 0.0
    spend_recreation: Annotated[float, spending("Free time")] = 0.0
    spend_other: Annotated[float, spending("Everything else", "Counted with the overall index.")] = 0.0
    ahead: Annotated[str, Choice("Assume that prices rise", options=AHEAD)] = "typed"
