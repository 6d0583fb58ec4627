"""What take-home asks in Australia."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from ....engine.fields import Choice, Money, Number, Option

AU = ("au",)

NO_YES = (Option("no", "No"), Option("yes", "Yes"))


@dataclass(frozen=True, kw_only=True)
class AuInputs:
    """Asked only where the ATO collects the tax. Every field here carries only=("au",)."""

    au_km: Annotated[
        float,
        Number(
            "Kilometres driven for the gig",
            unit="km",
            per="year",
            hint="At the ATO's flat rate, in place of all car costs. Zero if you keep a logbook and put the real costs under costs.",
            le=200_000,
            only=AU,
        ),
    ] = 0.0
    au_car_costs: Annotated[
        float,
        Money(
            "What those kilometres cost you",
            per="year",
            hint="Fuel, wear, insurance. It lowers what you keep; for tax the flat rate stands in its place.",
            le=10_000_000,
            only=AU,
        ),
    ] = 0.0
    au_business: Annotated[
        str,
        Choice(
            "Is the gig a business of yours?",
            hint="With an ABN, in your own name. Plain renting out is not. A business may get the small business offset.",
            options=(Option("yes", "Yes"), Option("no", "No")),
            only=AU,
        ),
    ] = "yes"
    au_study_loan: Annotated[
        str, Choice("Study or training loan?", hint="HELP, VET Student Loan and the like, still to be paid off.", options=NO_YES, only=AU)
    ] = "no"
    au_rides: Annotated[str, Choice("Do you drive passengers?", hint="Then GST counts from the first dollar.", options=NO_YES, only=AU)] = (
        "no"
    )
