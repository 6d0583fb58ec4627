"""What take-home asks in the United States."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from ....engine.fields import Choice, Count, Money, Number, Option, Rate

US = ("us",)

FILING_STATUSES = (
    Option("single", "Single"),
    Option("joint", "Married, filing together"),
    Option("separate", "Married, filing separately"),
    Option("head", "Head of household"),
    Option("widowed", "Qualifying surviving spouse"),
)

YES_NO = (Option("yes", "Yes"), Option("no", "No"))

MOST = 100_000_000


@dataclass(frozen=True, kw_only=True)
class UsInputs:
    """Asked only where the federal income tax is the reader's own."""

    filing_status: Annotated[str, Choice("Filing status", options=FILING_STATUSES, only=US)] = "single"
    spouse_wages: Annotated[
        float, Money("Your spouse's pay", per="year", hint="Before tax. Counts only when you file together.", le=MOST, only=US)
    ] = 0.0
    age: Annotated[int, Count("Your age", unit="years", hint="On the last day of the tax year.", ge=16, le=115, only=US)] = 35
    spouse_age: Annotated[
        int, Count("Your spouse's age", unit="years", hint="Counts only when you file together. 0 if you have none.", le=115, only=US)
    ] = 35
    blind: Annotated[
        str,
        Choice(
            "Is one of you blind?",
            hint="Legally blind at the year's end: the standard deduction is then higher.",
            options=(Option("no", "No"), Option("you", "I am"), Option("spouse", "My spouse is"), Option("both", "We both are")),
            only=US,
        ),
    ] = "no"
    children: Annotated[int, Count("Children under 17", hint="Living with you, with Social Security numbers.", le=20, only=US)] = 0
    older_children: Annotated[
        int,
        Count(
            "Older children",
            hint="Living with you and yours to claim: aged 17 or 18, or up to 23 and studying full time.",
            le=20,
            only=US,
        ),
    ] = 0
    other_dependents: Annotated[
        int, Count("Others you support", hint="A parent, for example, whom you may claim as a dependent.", le=20, only=US)
    ] = 0
    lived_apart: Annotated[
        str,
        Choice(
            "If you file separately: did you live apart?",
            hint="From your spouse, for the last six months of the year, with a child. If not, there is no earned income credit.",
            options=YES_NO,
            only=US,
        ),
    ] = "yes"
    itemized_deductions: Annotated[
        float,
        Money(
            "Itemized deductions",
            per="year",
            hint="Schedule A's total: mortgage interest, gifts, state and local taxes up to their limit. Zero if you don't know: "
            "you then get the standard deduction.",
            le=MOST,
            only=US,
        ),
    ] = 0.0
    investment_income: Annotated[
        float, Money("Interest", per="year", hint="And other investment income taxed at the usual rates.", le=MOST, only=US)
    ] = 0.0
    health_insurance: Annotated[
        float,
        Money(
            "Health insurance you pay yourself",
            per="year",
            hint="Only for months in which no job, yours or your spouse's, would insure you.",
            le=MOST,
            only=US,
        ),
    ] = 0.0
    retirement: Annotated[
        float,
        Money(
            "Paid into your own retirement plan", per="year", hint="A SEP, a SIMPLE or a solo 401(k), paid from the gig.", le=MOST, only=US
        ),
    ] = 0.0
    vehicle_method: Annotated[
        str,
        Choice(
            "How you deduct the car",
            options=(Option("standard", "By the mile, at the standard rate"), Option("actual", "What it really cost")),
            only=US,
        ),
    ] = "standard"
    miles_before_july: Annotated[
        float,
        Number(
            "Gig miles, January to June", unit="miles", hint="With your own car. In 2026 the rate changes on 1 July.", le=200_000, only=US
        ),
    ] = 0.0
    miles_after_june: Annotated[float, Number("Gig miles, July to December", unit="miles", le=200_000, only=US)] = 0.0
    vehicle_costs: Annotated[
        float,
        Money(
            "What those miles really cost you",
            per="year",
            hint="Fuel, wear, repairs, insurance: the gig's share. It leaves your pocket whichever way you deduct it.",
            le=MOST,
            only=US,
        ),
    ] = 0.0
    office_square_feet: Annotated[
        float, Number("Home office", unit="square feet", hint="Used for the gig only, and regularly. Zero for none.", le=100_000, only=US)
    ] = 0.0
    let_receipts: Annotated[
        float, Money("Rent from letting a home or room", per="year", hint="Keep it out of the gig's receipts above.", le=MOST, only=US)
    ] = 0.0
    let_expenses: Annotated[float, Money("What the letting costs", per="year", hint="The rented share only.", le=MOST, only=US)] = 0.0
    let_days: Annotated[int, Count("Days let", unit="days", hint="In the whole year.", le=366, only=US)] = 0
    let_home: Annotated[
        str,
        Choice(
            "Is it a home you live in?",
            hint="You use it yourself for more than 14 days and more than a tenth of the days let.",
            options=YES_NO,
            only=US,
        ),
    ] = "yes"
    let_services: Annotated[
        str,
        Choice(
            "Services to your guests",
            options=(
                Option("usual", "Only what goes with the rooms: heat, trash, cleaning between guests"),
                Option("substantial", "More, as a hotel does: daily cleaning, meals, tours"),
            ),
            only=US,
        ),
    ] = "usual"
    state_rate: Annotated[
        float,
        Rate("Your state's tax on the gig", hint="Your own state and city rate on the last dollar. We fill in nothing.", le=0.2, only=US),
    ] = 0.0
    withholding: Annotated[
        str,
        Choice(
            "Tax taken from your pay",
            options=(Option("usual", "About what the job alone owes"), Option("typed", "The amount below")),
            only=US,
        ),
    ] = "usual"
    withheld: Annotated[
        float, Money("Federal income tax withheld", per="year", hint="For the whole year, from all pay on this return.", le=MOST, only=US)
    ] = 0.0
    last_year: Annotated[
        str,
        Choice("Last year's tax", options=(Option("unknown", "I don't know it"), Option("known", "The amounts below")), only=US),
    ] = "unknown"
    last_year_tax: Annotated[
        float, Money("Last year's total federal tax", hint="Form 1040, line 24, less refundable credits.", le=MOST, only=US)
    ] = 0.0
    last_year_agi: Annotated[float, Money("Last year's adjusted gross income", hint="Form 1040, line 11.", le=MOST, only=US)] = 0.0
