"""The chart of the rate: a waterfall from what a client pays for an hour to what each of your hours leaves."""

from __future__ import annotations

from ...engine.calculator import Chart, Outcome
from ...engine.currency import NO_CURRENCY, Currency, in_currency
from ...engine.fields import Field, Money
from ...engine.view.charts import Column, DataTable, Size, Spec
from ...shared.waterfall import Step, waterfall
from . import figures
from .by_law import tax_due
from .inputs import OwnInputs


def rate_steps(outcome: Outcome[OwnInputs]) -> list[Step]:
    """The year's amounts per paid hour; the last one is per hour worked."""
    hours, hourly, fees, tax = (outcome[entry] for entry in (figures.billed_hours, figures.hourly, figures.fees_year, tax_due))
    yours, every = outcome[figures.kept_billed], outcome[figures.kept_all]
    if hourly is None or fees is None or tax is None or yours is None or every is None or not hours:
        return []
    return [
        Step("You charge", hourly, total=True),
        Step("Platform fee", fees / hours),
        Step("Costs", outcome.inputs.costs / hours),
        Step("Tax", tax / hours),
        Step("Yours, paid hour", yours, total=True),
        Step("Unpaid hours", yours - every),
        Step("Yours, every hour", every, total=True),
    ]


def _currency(outcome: Outcome) -> Currency:
    unit = outcome.calculator.headline.unit
    return unit.written_in if isinstance(unit, Money) else NO_CURRENCY


def draw_rate(outcome: Outcome[OwnInputs], size: Size) -> Spec:
    """Draw what is taken from the rate, step by step."""
    with in_currency(_currency(outcome)):
        return waterfall(size, rate_steps(outcome), "an hour")


def rate_table(outcome: Outcome[OwnInputs]) -> DataTable:
    """The chart's data as a table."""
    rows = [(step.label, step.amount if step.total else -step.amount) for step in rate_steps(outcome)]
    return DataTable((Column("Step", Field()), Column("An hour", Money(currency=_currency(outcome)))), rows)


rate_chart = Chart("rate", "Where the rate goes", draw_rate, rate_table)
