"""The equalizer: the extra income that keeps pay level with prices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from .engine.calculator import Calculator, Group, Lever, Outcome
from .engine.charts import BAND, LOSS, MAIN, Chart, Column, DataTable, Size, Spec, dollars_axis, drawing
from .engine.fields import Count, Hours, Money, Months, Rate
from .engine.figures import figure
from .periods import MONTHS_PER_YEAR, WEEKS_PER_YEAR

LONGEST = 40
"""Years ahead that the form takes; past a working life a projection at one rate says nothing."""


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """One job's pay and what is expected of it, and what the reader's idle hours could bring."""

    pay: Annotated[float, Money("Pay today", per="year", hint="Before tax.", le=100_000_000)] = 52_000.0
    pay_growth: Annotated[
        float,
        Rate("Expected raise", per="year", hint="A pay cut is a minus.", ge=-0.5, le=0.5, reference="prices.us_wage_growth_12_months"),
    ] = 0.02
    inflation: Annotated[
        float,
        Rate("Expected inflation", per="year", hint="How fast your prices rise.", ge=-0.2, le=1, reference="prices.us_inflation_12_months"),
    ] = 0.034
    years: Annotated[int, Count("Years ahead", unit="years", ge=1, le=LONGEST)] = 5
    idle_hours: Annotated[float, Hours("Idle hours you would use", per="week", hint="From your time audit, if you made one.", le=168)] = 4.0
    hourly_net: Annotated[
        float, Money("What such an hour leaves you", per="hour", hint="After fees, costs and tax. Put in your own.", le=10_000)
    ] = 12.0


@figure("Pay that keeps up", unit=Money(per="year", dollars=True))
def pay_needed(pay: float, inflation: float, years: int) -> float:
    """The same basket costs more each year, so level pay has to grow as prices do."""
    return pay * (1 + inflation) ** years


@figure("Pay you expect", unit=Money(per="year", dollars=True))
def pay_expected(pay: float, pay_growth: float, years: int) -> float:
    """Your pay today, grown by the raises that you expect."""
    return pay * (1 + pay_growth) ** years


@figure("The gap", unit=Money(per="year", dollars=True), tone="loss")
def gap(pay_needed: float, pay_expected: float) -> float:
    """What leverage would have to add in that year for you to stand still."""
    return max(0, pay_needed - pay_expected)


@figure("The gap by month", unit=Money(per="month", dollars=True), tone="loss")
def gap_month(gap: float) -> float:
    """The same gap, a month at a time."""
    return gap / MONTHS_PER_YEAR


@figure("What that pay buys, at today's prices", unit=Money(per="year", dollars=True))
def buying_power(pay_expected: float, inflation: float, years: int) -> float:
    """The pay you expect, with the rise in prices taken out of it."""
    return pay_expected / (1 + inflation) ** years


@figure("Buying power lost", unit=Money(per="year", dollars=True), tone="loss")
def lost_power(pay: float, buying_power: float) -> float:
    """How much less your pay buys than it does today."""
    return max(0, pay - buying_power)


@figure("What your idle hours bring", unit=Money(per="month", dollars=True), tone="gain")
def leverage_month(idle_hours: float, hourly_net: float) -> float:
    """The hours that you would use, at what such an hour leaves you, in an average month."""
    return idle_hours * hourly_net * WEEKS_PER_YEAR / MONTHS_PER_YEAR


@figure("The same, over a year", unit=Money(per="year", dollars=True), tone="gain")
def leverage_year(leverage_month: float) -> float:
    """Twelve such months."""
    return leverage_month * MONTHS_PER_YEAR


@figure("Months of that to close the gap", unit=Months())
def months_to_close(gap: float, leverage_month: float) -> float | None:
    """How many months of idle-hour income pay for that year's gap. Above 12, those hours alone do not close it."""
    return gap / leverage_month if leverage_month > 0 else None


@dataclass(frozen=True)
class Year:
    """One year ahead: what pay would have to be, and what it is expected to be."""

    year: Annotated[int, Count("Years from now")]
    needed: Annotated[float, Money("Pay that keeps up")]
    expected: Annotated[float, Money("Pay you expect")]
    gap: Annotated[float, Money("The gap")]


@figure("Year by year", table=Year)
def path(pay: float, pay_growth: float, inflation: float, years: int) -> tuple[Year, ...]:
    """The same two sums for each year from today on."""
    found = []
    for year in range(years + 1):
        needed, expected = pay_needed(pay, inflation, year), pay_expected(pay, pay_growth, year)
        found.append(Year(year, needed, expected, gap(needed, expected)))
    return tuple(found)


def two_lines(outcome: Outcome, size: Size) -> Spec:
    """Prices and pay drift apart: the two lines, and the gap shaded between them."""
    values = [{"year": row.year, "needed": row.needed, "expected": row.expected} for row in outcome["path"]]
    last = [values[-1]]
    apart = outcome["gap"] > 0.04 * outcome["pay_needed"]
    x: Spec = {"field": "year", "type": "quantitative", "axis": {"title": "Years from now", "tickMinStep": 1, "format": "d"}}
    y: Spec = {"type": "quantitative", "scale": {"zero": False, "nice": True}, "axis": dollars_axis("a year")}

    amounts = [row[field] for row in values for field in ("needed", "expected")]
    top, bottom = max(amounts), min(amounts)

    def line(field: str, colour: str, words: str, dash: list[int], above: bool) -> list[Spec]:
        at = {"x": x, "y": {**y, "field": field}}
        # the label ends where the line does, so it has to clear the line over its whole length
        rise = (values[-1][field] - values[0][field]) / (top - bottom or 1) * size.height / size.width
        clear = max(0, -rise if above else rise) * len(words) * size.font * 0.62 + 7
        label = {
            "type": "text",
            "align": "right",
            "baseline": "bottom" if above else "top",
            "dy": -clear if above else clear,
            "color": colour,
        }
        return [
            {"mark": {"type": "line", "color": colour, "strokeWidth": 3, "strokeDash": dash}, "encoding": at},
            {"data": {"values": last}, "mark": {**label, "text": words, "fontWeight": 600}, "encoding": at},
        ]

    band: Spec = {
        "mark": {"type": "area", "color": BAND, "opacity": 0.35},
        "encoding": {"x": x, "y": {**y, "field": "expected"}, "y2": {"field": "needed"}},
    }
    tips: Spec = {
        "mark": {"type": "rule", "opacity": 0.001, "strokeWidth": 24},
        "encoding": {
            "x": x,
            "tooltip": [
                {"field": "year", "title": "Years from now"},
                {"field": "needed", "title": "Pay that keeps up", "format": "$,.0f"},
                {"field": "expected", "title": "Pay you expect", "format": "$,.0f"},
            ],
        },
    }
    needed_above = outcome["pay_needed"] >= outcome["pay_expected"]
    return drawing(
        size,
        [
            *([band] if apart else []),
            *line("needed", LOSS, "Pay that keeps up", [6, 4], needed_above),
            *line("expected", MAIN, "Pay you expect", [1, 0], not needed_above),
            tips,
        ],
        data={"values": values},
    )


def year_table(outcome: Outcome) -> DataTable:
    """The same, as numbers."""
    rows = [(row.year, row.needed, row.expected, row.gap) for row in outcome["path"]]
    dollars = Money(dollars=True)
    units = (("Years from now", Count()), ("Pay that keeps up", dollars), ("Pay you expect", dollars), ("The gap", dollars))
    return DataTable(tuple(Column(label, unit) for label, unit in units), rows)


CALCULATOR = Calculator(
    id="equalizer",
    title="The equalizer",
    purpose="How much must you add for your pay to keep level with prices?",
    inputs=Inputs,
    figures=(pay_needed, pay_expected, gap, gap_month, buying_power, lost_power, leverage_month, leverage_year, months_to_close, path),
    headline=gap,
    groups=(
        Group("Your pay and prices", ("pay", "pay_growth", "inflation", "years")),
        Group("Your lever", ("idle_hours", "hourly_net"), hint="An hour that now earns nothing, and what it could leave you."),
    ),
    charts=(Chart("lines", "Two lines that drift apart", two_lines, year_table),),
    lever=Lever("pay_expected", "leverage_year", "Pay you expect:", "your idle hours add:"),
)
