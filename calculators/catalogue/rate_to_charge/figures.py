"""What holds whichever way the tax is worked out: hours, fees, and the price of an hour, a day and a job."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...engine.fields import Hours, Money
from ...engine.figures import Figure, figure
from ...shared.periods import WEEKS_PER_YEAR


@figure("You want to keep", unit=Money(per="year", dollars=True), step=True)
def wanted(keep: float) -> float:
    """What you put in."""
    return keep


@figure("All hours", unit=Hours(per="year"))
def hours_year(hours_week: float, weeks_off: float) -> float:
    """Every hour that you work in a year, paid or not."""
    return hours_week * (WEEKS_PER_YEAR - weeks_off)


@figure("Hours that are paid", unit=Hours(per="year"))
def billed_hours(hours_year: float, billable: float) -> float:
    """The part that a client pays for. The price has to carry all the others."""
    return hours_year * billable


@figure("Platform fees", unit=Money(per="year", dollars=True), tone="loss")
def fees_year(gross: float | None, fee: float) -> float | None:
    """The platform's share of that."""
    return None if gross is None else gross * fee


@figure("Charge", unit=Money(per="hour"))
def hourly(gross: float | None, billed_hours: float) -> float | None:
    """What every paid hour has to bring. A dash: no price would do."""
    return gross / billed_hours if gross is not None and billed_hours > 0 else None


@figure("For a day", unit=Money(per="day", dollars=True))
def daily(hourly: float | None, day_hours: float) -> float | None:
    """The hourly rate, for as many hours as you bill for a day."""
    return None if hourly is None else hourly * day_hours


@figure("For a usual job", unit=Money(per="job"))
def job(hourly: float | None, job_hours: float) -> float | None:
    """The hourly rate, for as many hours as it takes."""
    return None if hourly is None else hourly * job_hours


@figure("Of a paid hour you keep", unit=Money(per="hour"), tone="gain")
def kept_billed(wanted: float, billed_hours: float) -> float | None:
    """What is yours, over the hours that are paid."""
    return wanted / billed_hours if billed_hours > 0 else None


@figure("Of every hour you keep", unit=Money(per="hour"), tone="gain")
def kept_all(wanted: float, hours_year: float) -> float | None:
    """What is yours, over all hours that you work. Hold this beside an employee's pay after tax."""
    return wanted / hours_year if hours_year > 0 else None


@figure("That is short by", unit=Money(per="year", dollars=True), tone="loss")
def short(wanted: float, kept_now: float) -> float:
    """What you want to keep, less what you would keep at what you charge now."""
    return max(0, wanted - kept_now)


SHARED = (wanted, hours_year, billed_hours, fees_year, hourly, daily, job, kept_billed, kept_all, short)


UP = ("profit", "tax_due", "gross", "fees_year")
DOWN = ("gross", "fees_year", "profit", "tax_due", "tax_share")
"""By one rate the stairs are climbed from what is wanted; by the law they are found from above."""


def in_order(figures: Sequence[Figure], stairs: Sequence[str]) -> tuple[Figure, ...]:
    """As a reader follows them: the hours, the stairs, the price, and what the present price leaves."""
    order = ["wanted", "hours_year", "billed_hours", *stairs, "hourly", "daily", "job", "kept_billed", "kept_all", "kept_now", "short"]
    return tuple(sorted(figures, key=lambda entry: order.index(entry.name)))


def in_money_of(sign: str, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The same figures with their amounts in another currency."""
    return tuple(replace(entry, unit=replace(entry.unit, sign=sign)) if isinstance(entry.unit, Money) else entry for entry in figures)
