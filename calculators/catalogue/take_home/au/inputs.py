"""The inputs of take-home pay in Australia."""

from dataclasses import dataclass
from typing import Annotated

from ....engine.fields import Choice, Money, Number
from ....shared.fields import NO_YES

AU = ("au",)


@dataclass(frozen=True, kw_only=True)
class AuInputs:
    """The inputs that apply only in Australia. Every field has only=("au",)."""

    au_km: Annotated[
        float,
        Number(
            "Kilometers driven for the gig",
            unit="km",
            per="year",
            hint="Deducted at the ATO's flat rate instead of car costs. Enter 0 if you keep a logbook and enter real costs under costs.",
            le=200_000,
            only=AU,
        ),
    ] = 0.0
    au_car_costs: Annotated[
        float,
        Money(
            "What those kilometers cost you",
            per="year",
            hint="Fuel, wear, insurance. It lowers what you keep; for tax, the flat rate is used instead.",
            le=10_000_000,
            only=AU,
        ),
    ] = 0.0
    au_business: Annotated[
        str,
        Choice(
            "Is the gig a business?",
            hint="With an ABN, in your own name. Just renting something out does not count. A business may get the small business offset.",
            options=NO_YES[::-1],
            only=AU,
        ),
    ] = "yes"
    au_study_loan: Annotated[
        str,
        Choice(
            "Study or training loan?",
            hint="A HELP or VET Student Loan, or a similar one, that you are still paying off.",
            options=NO_YES,
            only=AU,
        ),
    ] = "no"
    au_rides: Annotated[
        str, Choice("Do you drive passengers?", hint="If so, GST applies from the first dollar.", options=NO_YES, only=AU)
    ] = "no"
