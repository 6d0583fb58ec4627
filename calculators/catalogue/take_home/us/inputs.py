"""The inputs of take-home pay in the United States."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Annotated

from ....engine.fields import Choice, Count, Money, Number, Option, Rate
from .states.places import OPTIONS, OWN_RATE

US = ("us",)

FILING_STATUSES = (
    Option("single", "Single"),
    Option("joint", "Married, filing together"),
    Option("separate", "Married, filing separately"),
    Option("head", "Head of household"),
    Option("widowed", "Qualifying surviving spouse"),
)

YES_NO = (Option("yes", "Yes"), Option("no", "No"))

US_BENEFITS = ("benchmark_premium", "gets_snap", "rent", "snap_utilities", "care_costs", "untaxed_social_security")
"""The inputs that matter only to somebody who gets help: with insurance, or with food."""

MOST = 100_000_000

a_year = partial(Money, per="year", le=MOST, only=US)
"""An amount a year."""


@dataclass(frozen=True, kw_only=True)
class UsInputs:
    """The inputs that apply only in the United States."""

    filing_status: Annotated[str, Choice("Filing status", options=FILING_STATUSES, only=US)] = "single"
    spouse_wages: Annotated[float, a_year("Your spouse's pay", hint="Before tax. It counts only if you file together.")] = 0.0
    age: Annotated[int, Count("Your age", unit="years", hint="On the last day of the tax year.", ge=16, le=115, only=("us", "ca"))] = 35
    spouse_age: Annotated[
        int,
        Count(
            "Your spouse's age", unit="years", hint="It counts only if you file together. Enter 0 if you have no spouse.", le=115, only=US
        ),
    ] = 35
    blind: Annotated[
        str,
        Choice(
            "Is one of you blind?",
            hint="Legally blind at the end of the year. The standard deduction is then higher.",
            options=(Option("no", "No"), Option("you", "I am"), Option("spouse", "My spouse is"), Option("both", "We both are")),
            only=US,
        ),
    ] = "no"
    other_dependents: Annotated[
        int, Count("Others you support", hint="For example, a parent whom you can claim as a dependent.", le=20, only=US)
    ] = 0
    lived_apart: Annotated[
        str,
        Choice(
            "If you file separately: did you live apart?",
            hint="Apart from your spouse for the last six months of the year, with a child. If not, you get no earned income credit.",
            options=YES_NO,
            only=US,
        ),
    ] = "yes"
    itemized_deductions: Annotated[
        float,
        a_year(
            "Itemized deductions",
            hint="Schedule A's total: mortgage interest, gifts, state and local taxes up to their limit. Enter 0 if you don't know it: "
            "you then get the standard deduction.",
        ),
    ] = 0.0
    investment_income: Annotated[float, a_year("Interest", hint="And other investment income taxed at ordinary rates.")] = 0.0
    health_insurance: Annotated[
        float,
        a_year("Health insurance you pay yourself", hint="Only for months in which neither your job nor your spouse's offered coverage."),
    ] = 0.0
    retirement: Annotated[
        float, a_year("Paid into your own retirement plan", hint="A SEP, a SIMPLE or a solo 401(k), paid from the gig.")
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
            "Gig miles, January to June", unit="miles", hint="With your own car. In 2026, the rate changes on July 1.", le=200_000, only=US
        ),
    ] = 0.0
    miles_after_june: Annotated[float, Number("Gig miles, July to December", unit="miles", le=200_000, only=US)] = 0.0
    vehicle_costs: Annotated[
        float,
        a_year(
            "What those miles really cost you",
            hint="The gig's share of fuel, wear, repairs and insurance. You pay it whichever way you deduct it.",
        ),
    ] = 0.0
    office_square_feet: Annotated[
        float,
        Number(
            "Home office", unit="square feet", hint="Used only for the gig, and regularly. Enter 0 if there is none.", le=100_000, only=US
        ),
    ] = 0.0
    let_receipts: Annotated[float, a_year("Rent from a home or room", hint="Don't include it in the gig's receipts above.")] = 0.0
    let_expenses: Annotated[float, a_year("What renting it out costs", hint="The rented share only.")] = 0.0
    let_days: Annotated[int, Count("Days rented out", unit="days", hint="In the whole year.", le=365, only=US)] = 0
    let_home: Annotated[
        str,
        Choice(
            "Is it a home you live in?",
            hint="That is, you use it yourself for more than 14 days and more than a tenth of the days rented.",
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
    benchmark_premium: Annotated[
        float,
        Money(
            "Marketplace insurance: the benchmark premium",
            per="month",
            hint="If you buy insurance at HealthCare.gov or your state's marketplace: the second-lowest Silver plan for everyone covered, "
            "in column B of Form 1095-A. Enter 0 if you don't.",
            le=20_000,
            only=US,
        ),
    ] = 0.0
    gets_snap: Annotated[
        str,
        Choice(
            "Do you get SNAP (food stamps)?",
            hint="Or will you apply? We count what the gig does to it.",
            options=(Option("rent", "Count it once I enter my rent"), Option("yes", "Yes"), Option("no", "No")),
            only=US,
        ),
    ] = "rent"
    snap_utilities: Annotated[
        str,
        Choice(
            "Do you pay for heating or cooling?", hint="For SNAP, your state then adds an allowance to the rent.", options=YES_NO, only=US
        ),
    ] = "yes"
    care_costs: Annotated[
        float,
        Money(
            "Child care or care for an adult", per="month", hint="What you pay so that you can work. For SNAP only.", le=100_000, only=US
        ),
    ] = 0.0
    untaxed_social_security: Annotated[
        float, a_year("Social Security that is not taxed", hint="Form 1040, line 6a minus line 6b. It counts for insurance and SNAP.")
    ] = 0.0
    state: Annotated[
        str,
        Choice("Your state", hint="Where you live all year. It decides what your state takes from job and gig.", options=OPTIONS, only=US),
    ] = OWN_RATE
    state_rate: Annotated[
        float,
        Rate(
            "Your own rate for state tax on the gig",
            hint="Only if your state is not computed: your state and city rate on the last dollar. We don't fill it in for you.",
            le=0.2,
            only=US,
        ),
    ] = 0.0
    local_rate: Annotated[
        float,
        Rate(
            "City, county or school tax rate",
            hint="Where your city, county or school district takes one. A note beside the answer says what your state charges it on.",
            le=0.2,
            only=US,
            pages="us/local_taxes",
        ),
    ] = 0.0
    withholding: Annotated[
        str,
        Choice(
            "Tax taken from your pay",
            options=(Option("usual", "About what the job alone would owe"), Option("typed", "The amount below")),
            only=US,
        ),
    ] = "usual"
    withheld: Annotated[float, a_year("Federal income tax withheld", hint="For the whole year, from all pay on this return.")] = 0.0
    last_year: Annotated[
        str, Choice("Last year's tax", options=(Option("unknown", "I don't know it"), Option("known", "The amounts below")), only=US)
    ] = "unknown"
    last_year_tax: Annotated[
        float, Money("Last year's total federal tax", hint="Form 1040, line 24, less refundable credits.", le=MOST, only=US)
    ] = 0.0
    last_year_agi: Annotated[float, Money("Last year's adjusted gross income", hint="Form 1040, line 11.", le=MOST, only=US)] = 0.0
