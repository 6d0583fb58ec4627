"""The inputs of take-home pay in Australia."""

from dataclasses import dataclass
from typing import Annotated

from ....engine.fields import Choice, Money, Number, Option
from ....shared.fields import NO_YES

AU = ("au",)

AU_BENEFITS = ("au_payment", "au_payment_full", "au_senior", "au_hospital_cover", "au_spouse", "au_spouse_income")
"""The inputs that matter only to some: on Centrelink payments, seniors, and people with high incomes."""

PAYMENTS = (
    Option("none", "None of these"),
    Option("jobseeker", "JobSeeker Payment"),
    Option("jobseeker_carer", "JobSeeker Payment, single and principal carer of a child"),
    Option("age_pension", "Age Pension"),
)


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
    au_payment: Annotated[
        str,
        Choice("Do you get a Centrelink payment?", hint="We count what the gig takes off it.", options=PAYMENTS, only=AU),
    ] = "none"
    au_payment_full: Annotated[
        float,
        Money(
            "Your full payment",
            per="fortnight",
            hint="What you would get in a fortnight without any income; your letter says it. A couple on Age Pension: both together.",
            le=10_000,
            only=AU,
        ),
    ] = 0.0
    au_senior: Annotated[
        str,
        Choice(
            "Do you get the seniors and pensioners tax offset?",
            hint="You do if you get the Age Pension, or would if your income or assets were lower.",
            options=NO_YES,
            only=AU,
        ),
    ] = "no"
    au_hospital_cover: Annotated[
        str,
        Choice(
            "Do you have private hospital cover?",
            hint="Without it, high incomes pay the Medicare levy surcharge.",
            options=NO_YES[::-1],
            only=AU,
        ),
    ] = "yes"
    au_spouse: Annotated[
        str,
        Choice(
            "Do you have a spouse or partner?",
            hint="For payments, the offset, and the Medicare levy with its surcharge.",
            options=NO_YES,
            only=AU,
        ),
    ] = "no"
    au_spouse_income: Annotated[float, Money("Your partner's income", per="year", hint="Before tax.", le=10_000_000, only=AU)] = 0.0
