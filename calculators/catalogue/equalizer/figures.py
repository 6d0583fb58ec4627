"""Needed and expected pay in the years ahead, the gap between them, and how much of it idle hours could close."""

from dataclasses import dataclass
from typing import Annotated

from ...engine.fields import Count, Hours, Money, Months, Rate
from ...engine.figures import figure
from ...shared.periods import MONTHS_PER_YEAR, WEEKS_PER_YEAR


@figure("Expected inflation", unit=Rate(per="year"), step=True)
def rate_ahead(inflation: float, ahead: str, own_year: float | None, own_average: float | None) -> float:
    """The rate that you entered or, if you chose so and there is a basket, your own basket's rate."""
    chosen = {"own_year": own_year, "own_average": own_average}.get(ahead)
    return inflation if chosen is None else chosen


@figure("Pay that keeps up", unit=Money(per="year", dollars=True))
def pay_needed(pay: float, rate_ahead: float, years: int) -> float:
    """The same basket costs more each year, so your pay has to grow as fast as prices do."""
    return pay * (1 + rate_ahead) ** years


@figure("Pay you expect", unit=Money(per="year", dollars=True))
def pay_expected(pay: float, pay_growth: float, years: int) -> float:
    """Today's pay, grown by the raises that you expect."""
    return pay * (1 + pay_growth) ** years


@figure("The gap", unit=Money(per="year", dollars=True), tone="loss")
def gap(pay_needed: float, pay_expected: float) -> float:
    """What leverage would have to add in that year for you to keep up."""
    return max(0, pay_needed - pay_expected)


@figure("The gap per month", unit=Money(per="month", dollars=True), tone="loss")
def gap_month(gap: float) -> float:
    """The gap per month."""
    return gap / MONTHS_PER_YEAR


@figure("What that pay buys, at today's prices", unit=Money(per="year", dollars=True))
def buying_power(pay_expected: float, rate_ahead: float, years: int) -> float:
    """The pay that you expect, adjusted for the rise in prices."""
    return pay_expected / (1 + rate_ahead) ** years


@figure("Buying power lost", unit=Money(per="year", dollars=True), tone="loss")
def lost_power(pay: float, buying_power: float) -> float:
    """How much less your pay buys than it does today."""
    return max(0, pay - buying_power)


@figure("An hour leaves you, after tax and lost benefits", unit=Money(per="hour"))
def hour_kept(hourly_net: float, hour_tax: float) -> float:
    """What you keep of an hour's pay."""
    return hourly_net * (1 - hour_tax)


@figure("What your idle hours bring", unit=Money(per="month", dollars=True), tone="gain")
def leverage_month(idle_hours: float, hour_kept: float) -> float:
    """The hours that you would use, times what you keep of such an hour, in an average month."""
    return idle_hours * hour_kept * WEEKS_PER_YEAR / MONTHS_PER_YEAR


@figure("Idle hours bring in a year", unit=Money(per="year", dollars=True), tone="gain")
def leverage_year(leverage_month: float) -> float:
    """Twelve months like this one."""
    return leverage_month * MONTHS_PER_YEAR


@figure("Months of that to close the gap", unit=Months())
def months_to_close(gap: float, leverage_month: float) -> float | None:
    """How many months of income from idle hours cover that year's gap. Above 12, those hours alone do not close it."""
    return gap / leverage_month if leverage_month > 0 else None


@figure("Gig hours that would close it", unit=Hours(per="week"))
def hours_to_close(gap: float, hour_kept: float) -> float | None:
    """That year's gap per week, divided by what you keep of an hour. A dash means an hour leaves nothing."""
    return gap / WEEKS_PER_YEAR / hour_kept if hour_kept > 0 else None


@dataclass(frozen=True)
class YearAhead:
    """A year ahead: the pay that keeps up, and the pay that is expected."""

    year: Annotated[int, Count("Years from now")]
    needed: Annotated[float, Money("Pay that keeps up")]
    expected: Annotated[float, Money("Pay you expect")]
    gap: Annotated[float, Money("The gap")]


@figure("Year by year", table=YearAhead)
def path(pay: float, pay_growth: float, rate_ahead: float, years: int) -> tuple[YearAhead, ...]:
    """Needed and expected pay for each year from today on."""
    rows = []
    for year in range(years + 1):
        needed, expected = pay_needed(pay, rate_ahead, year), pay_expected(pay, pay_growth, year)
        rows.append(YearAhead(year, needed, expected, gap(needed, expected)))
    return tuple(rows)
