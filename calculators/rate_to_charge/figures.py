"""From what you want to keep up to the price, and from a price down to what you keep."""

from __future__ import annotations

from ..engine.fields import Hours, Money
from ..engine.figures import figure
from ..periods import WEEKS_PER_YEAR


@figure("All hours", unit=Hours(per="year"))
def hours_year(hours_week: float, weeks_off: float) -> float:
    """Every hour that you work in a year, paid or not."""
    return hours_week * (WEEKS_PER_YEAR - weeks_off)


@figure("Hours that are paid", unit=Hours(per="year"))
def billed_hours(hours_year: float, billable: float) -> float:
    """The part that a client pays for. The price has to carry all the others."""
    return hours_year * billable


@figure("Profit before tax", unit=Money(per="year", dollars=True))
def profit(keep: float, tax_rate: float) -> float:
    """What has to be left before tax, so that what you want to keep is left after it."""
    return keep / (1 - tax_rate)


@figure("Tax", unit=Money(per="year", dollars=True), tone="loss")
def tax_year(profit: float, tax_rate: float) -> float:
    """Put this aside as it comes in."""
    return profit * tax_rate


@figure("Clients have to pay", unit=Money(per="year", dollars=True))
def gross(profit: float, costs: float, fee: float) -> float:
    """Profit and costs, and on top of them what the platform keeps of the price."""
    return (profit + costs) / (1 - fee)


@figure("Platform fees", unit=Money(per="year", dollars=True), tone="loss")
def fees_year(gross: float, fee: float) -> float:
    """The platform's share of that."""
    return gross * fee


@figure("Charge", unit=Money(per="hour"))
def hourly(gross: float, billed_hours: float) -> float | None:
    """What every paid hour has to bring. A dash: no hour is paid."""
    return gross / billed_hours if billed_hours > 0 else None


@figure("For a day", unit=Money(per="day", dollars=True))
def daily(hourly: float | None, day_hours: float) -> float | None:
    """The hourly rate, for as many hours as you bill for a day."""
    return None if hourly is None else hourly * day_hours


@figure("For a usual job", unit=Money(per="job"))
def job(hourly: float | None, job_hours: float) -> float | None:
    """The hourly rate, for as many hours as it takes."""
    return None if hourly is None else hourly * job_hours


@figure("Of a paid hour you keep", unit=Money(per="hour"), tone="gain")
def kept_billed(keep: float, billed_hours: float) -> float | None:
    """What is yours, over the hours that are paid."""
    return keep / billed_hours if billed_hours > 0 else None


@figure("Of every hour you keep", unit=Money(per="hour"), tone="gain")
def kept_all(keep: float, hours_year: float) -> float | None:
    """What is yours, over all hours that you work. Hold this beside an employee's pay after tax."""
    return keep / hours_year if hours_year > 0 else None


@figure("At what you charge now you keep", unit=Money(per="year", dollars=True))
def kept_now(now: float, billed_hours: float, fee: float, costs: float, tax_rate: float) -> float:
    """The way back: price times paid hours, less fees, costs and tax. A loss is not taxed."""
    left = now * billed_hours * (1 - fee) - costs
    return left * (1 - tax_rate) if left > 0 else left


@figure("That is short by", unit=Money(per="year", dollars=True), tone="loss")
def short(keep: float, kept_now: float) -> float:
    """What you want to keep, less what you would keep at what you charge now."""
    return max(0, keep - kept_now)
