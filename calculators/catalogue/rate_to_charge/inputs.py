"""The inputs of the rate to charge: what the reader wants to keep, their time, costs and tax."""

from dataclasses import dataclass, field, make_dataclass, replace
from typing import Annotated

from ...engine.currency import NO_CURRENCY
from ...engine.fields import Choice, Hours, Money, Number, Option, Rate, slots
from ..take_home.au.inputs import AU_BENEFITS
from ..take_home.ca.inputs import CA_FAMILY, CA_SENIOR
from ..take_home.inputs import COUNTRIES, TAX_YEARS, a_year
from ..take_home.inputs import Inputs as TakeHome
from ..take_home.uk.inputs import UK_BENEFITS
from ..take_home.us.inputs import US_BENEFITS

OWN = "elsewhere"
"""The case with one rate of the reader's own. Take-home pay uses the same name for its own-rates case."""

LAWS = tuple(option for option in COUNTRIES if option.value != OWN)

WAYS = (Option(OWN, "At one rate of my own"), *(Option(law.value, f"By tax law: {law.label}") for law in LAWS))

EVERYWHERE = ("other_income", "workplace_pension")

SITUATION = {
    "us": (
        "filing_status",
        "spouse_wages",
        "age",
        "spouse_age",
        "child_ages",
        "itemized_deductions",
        "state",
        "state_rate",
        "local_rate",
        "other_dependents",
        "blind",
        "lived_apart",
        "other_income",
        "investment_income",
        "health_insurance",
        "retirement",
        "workplace_pension",
        *US_BENEFITS,
    ),
    "uk": (*EVERYWHERE, "uk_pension_kind", "uk_region", "uk_gig", "uk_loans", "uk_pension_age", *UK_BENEFITS, "child_ages", "rent"),
    "ca": (*EVERYWHERE, "province", "age", *CA_FAMILY, "child_ages", *CA_SENIOR),
    "au": (*EVERYWHERE, "au_business", "au_study_loan", *AU_BENEFITS, "child_ages"),
}
"""The take-home inputs that describe the taxpayer. Those on cars, rooms and renting out are left out; their costs are costs here."""

_NAMES = [name for names in SITUATION.values() for name in names]
COMMON = tuple(name for name in dict.fromkeys(_NAMES) if _NAMES.count(name) > 1)
"""Those of several countries."""


@dataclass(frozen=True, kw_only=True)
class OwnInputs:
    """A year of self-employment. Amounts are in the reader's own currency, so the boxes show no sign."""

    keep: Annotated[float, a_year("You want to keep", hint="What is left after tax and all costs.")] = 24_000.0

    hours_week: Annotated[
        float, Hours("Hours you would work", per="week", hint="All of it: doing the work, finding it, sending invoices.", slider=(0, 60, 1))
    ] = 28.0
    billable: Annotated[
        float, Rate("Share of them that clients pay for", hint="Two thirds is good; half is typical at the start.", slider=(0, 100, 5))
    ] = 0.6
    weeks_off: Annotated[
        float,
        Number(
            "Weeks without work", unit="weeks", per="year", hint="Vacation, illness, and weeks without clients.", le=52, slider=(0, 52, 1)
        ),
    ] = 8.0

    costs: Annotated[float, a_year("Your costs", hint="Tools, insurance, travel, courses, an accountant.")] = 3_600.0
    fee: Annotated[
        float,
        Rate("Platform fee", hint="The share of the price that it keeps. Enter 0 if clients pay you directly.", le=0.95, slider=(0, 50, 1)),
    ] = 0.1

    country: Annotated[
        str,
        Choice("How tax is worked out", hint="Your country’s law gives the exact tax for this income, including your job.", options=WAYS),
    ] = OWN
    tax_rate: Annotated[
        float,
        Rate(
            "Tax on the profit",
            hint="Including self-employed contributions. Your rate on the next dollar is a safe choice.",
            le=0.9,
            only=(OWN,),
            slider=(0, 60, 1),
        ),
    ] = 0.25
    tax_year: Annotated[str, Choice("Tax year", options=TAX_YEARS, only=tuple(SITUATION))] = "2026"
    wages: Annotated[
        float, a_year("Pay from your job", hint="Before tax. Enter 0 if you have no job; a pension goes below.", only=tuple(SITUATION))
    ] = 0.0
    other_income: Annotated[
        float,
        a_year(
            "Pensions and other income",
            hint="Before tax, and only taxable income, such as pensions or unemployment pay.",
            only=tuple(SITUATION),
        ),
    ] = 0.0

    day_hours: Annotated[float, Hours("Hours billed for a day", hint="Hours that you would bill for a day.", le=24)] = 7.0
    job_hours: Annotated[float, Hours("A typical job takes", hint="Hours that you would bill for it.", le=1_000)] = 3.0
    now: Annotated[float, Money("You charge now", per="hour", currency=NO_CURRENCY, hint="Enter 0 if you haven't started.", le=100_000)] = (
        32.0
    )


def _inputs() -> type[OwnInputs]:
    """Combine the inputs above with the take-home inputs that describe the taxpayer, so that the two forms share their answers."""
    by_name = {slot.name: slot for slot in slots(TakeHome)}
    own = {slot.name for slot in slots(OwnInputs)}
    names = dict.fromkeys(name for name in _NAMES if name not in own)
    shared: list[tuple[str, object, object]] = []
    for name in names:
        slot = by_name[name]
        kind = tuple[str, ...] if isinstance(slot.default, tuple) else type(slot.default)
        countries = tuple(country for country, situation in SITUATION.items() if name in situation)
        shared.append((name, Annotated[kind, replace(slot.field, only=countries)], field(default=slot.default)))
    combined = make_dataclass("Inputs", shared, bases=(OwnInputs,), frozen=True, kw_only=True)
    combined.__module__ = __name__
    combined.__doc__ = "A year of self-employment, and the facts about the taxpayer."
    return combined


Inputs = _inputs()
