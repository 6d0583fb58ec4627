"""What the rate to charge asks: what you want to keep, and all that stands between it and the price."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from ..engine.fields import Hours, Money, Number, Rate


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """A year of working for yourself."""

    keep: Annotated[float, Money("You want to keep", per="year", hint="In your hands, after tax and all costs.", le=100_000_000)] = 24_000.0

    hours_week: Annotated[float, Hours("You would work", per="week", hint="All of it: the work itself, finding it, writing bills.")] = 28.0
    billable: Annotated[float, Rate("Of those, a client pays for", hint="Two thirds is good, half is usual at the start.")] = 0.6
    weeks_off: Annotated[
        float, Number("Weeks without work", unit="weeks", per="year", hint="Holidays, illness, and weeks without orders.", le=52)
    ] = 8.0

    costs: Annotated[float, Money("It costs you", per="year", hint="Tools, insurance, travel, courses, an accountant.", le=100_000_000)] = (
        3_600.0
    )
    fee: Annotated[float, Rate("Platform fee", hint="The share of the price that it keeps. 0 if clients pay you directly.", le=0.95)] = 0.1
    tax_rate: Annotated[
        float,
        Rate(
            "Tax on the profit",
            hint="All of it, the self-employed's contributions too. Your rate on the next dollar is on the safe side.",
            le=0.9,
        ),
    ] = 0.25

    day_hours: Annotated[float, Hours("A day is", hint="Hours that you would bill for a day.", le=24)] = 7.0
    job_hours: Annotated[float, Hours("A usual job takes", hint="Hours that you would bill for it.", le=1_000)] = 3.0
    now: Annotated[float, Money("You charge now", per="hour", hint="0 if you have not begun.", le=100_000)] = 32.0
