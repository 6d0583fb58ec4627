"""The chart of the rate: a waterfall from what a client pays for an hour to what each of your hours leaves."""

from ...engine.calculator import Outcome
from ...engine.currency import NO_CURRENCY
from ...engine.fields import Money
from ...shared.waterfall import Step, waterfall_chart
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


def _unit(outcome: Outcome) -> Money:
    unit = outcome.calculator.headline.unit
    return Money(currency=unit.written_in if isinstance(unit, Money) else NO_CURRENCY)


rate_chart = waterfall_chart("rate", "Where the rate goes", rate_steps, "an hour", "An hour", _unit)
