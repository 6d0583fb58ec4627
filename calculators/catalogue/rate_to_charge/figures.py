"""The figures that do not depend on how tax is computed: hours, fees, and the price of an hour, a day and a job."""

from collections.abc import Sequence
from dataclasses import replace

from ...engine.currency import Currency
from ...engine.fields import Hours, Money
from ...engine.figures import Figure, figure
from ...shared.periods import WEEKS_PER_YEAR


@figure("You want to keep", unit=Money(per="year", dollars=True), step=True)
def wanted(keep: float) -> float:
    """The amount that you entered."""
    return keep


@figure("All hours", unit=Hours(per="year"))
def hours_year(hours_week: float, weeks_off: float) -> float:
    """Every hour that you work in a year, paid or not."""
    return hours_week * (WEEKS_PER_YEAR - weeks_off)


@figure("Paid hours", unit=Hours(per="year"))
def billed_hours(hours_year: float, billable: float) -> float:
    """The hours that clients pay for. Their price has to cover all the other hours too."""
    return hours_year * billable


@figure("Platform fees", unit=Money(per="year", dollars=True), tone="loss")
def fees_year(gross: float | None, fee: float) -> float | None:
    """The platform fee on what clients pay."""
    return None if gross is None else gross * fee


@figure("Charge", unit=Money(per="hour"))
def hourly(gross: float | None, billed_hours: float) -> float | None:
    """What every paid hour has to bring in. A dash means that no price is enough."""
    return gross / billed_hours if gross is not None and billed_hours > 0 else None


@figure("Per day", unit=Money(per="day", dollars=True))
def daily(hourly: float | None, day_hours: float) -> float | None:
    """The hourly rate times the hours that you bill for a day."""
    return None if hourly is None else hourly * day_hours


@figure("Per typical job", unit=Money(per="job"))
def job(hourly: float | None, job_hours: float) -> float | None:
    """The hourly rate times the hours that a job takes."""
    return None if hourly is None else hourly * job_hours


@figure("You keep per paid hour", unit=Money(per="hour"), tone="gain")
def kept_billed(wanted: float, billed_hours: float) -> float | None:
    """What you keep, divided by paid hours."""
    return wanted / billed_hours if billed_hours > 0 else None


@figure("You keep per hour worked", unit=Money(per="hour"), tone="gain")
def kept_all(wanted: float, hours_year: float) -> float | None:
    """What you keep, divided by all hours that you work. Compare this with an employee's pay after tax."""
    return wanted / hours_year if hours_year > 0 else None


@figure("Shortfall", unit=Money(per="year", dollars=True), tone="loss")
def short(wanted: float, kept_now: float) -> float:
    """What you want to keep, minus what you would keep at your present rate."""
    return max(0, wanted - kept_now)


SHARED = (wanted, hours_year, billed_hours, fees_year, hourly, daily, job, kept_billed, kept_all, short)


UP = ("profit", "tax_due", "gross", "fees_year")
DOWN = ("gross", "fees_year", "profit", "tax_due", "tax_share")
"""The order of the steps: upward from what is wanted with one rate, downward from the receipts with a country's law."""


def in_order(figures: Sequence[Figure], stairs: Sequence[str]) -> tuple[Figure, ...]:
    """Sort figures into reading order: the hours, the steps, the price, and what the present price leaves."""
    order = ["wanted", "hours_year", "billed_hours", *stairs, "hourly", "daily", "job", "kept_billed", "kept_all", "kept_now", "short"]
    return tuple(sorted(figures, key=lambda entry: order.index(entry.name)))


def in_currency_of(currency: Currency | None, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Copy figures with their amounts in another currency."""
    return tuple(
        replace(entry, unit=replace(entry.unit, currency=currency)) if isinstance(entry.unit, Money) else entry for entry in figures
    )
