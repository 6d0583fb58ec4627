"""The inputs of take-home pay: the common ones, and those of each country.

Each country's inputs are in its own folder, in a class whose fields all have `only=("…",)`. The `__init__.py` of a country's package
holds only a docstring, because this module imports from all of them.
"""

from dataclasses import dataclass
from functools import partial
from typing import Annotated

from ...engine.currency import NO_CURRENCY
from ...engine.fields import Choice, Money, Option, Text
from .au.inputs import AuInputs
from .ca.inputs import CaInputs
from .elsewhere.inputs import ElsewhereInputs
from .uk.inputs import UkInputs
from .us.inputs import UsInputs

COUNTRIES = (
    Option("us", "United States"),
    Option("uk", "United Kingdom"),
    Option("ca", "Canada"),
    Option("au", "Australia"),
    Option("elsewhere", "Somewhere else"),
)

TAX_YEARS = (
    Option("2025", "2025 (UK and Australia: 2025-26)"),
    Option("2026", "2026 (UK and Australia: 2026-27)"),
    Option("2027", "2027 (UK and Australia: 2027-28)"),
)
"""A tax year is named by the calendar year in which it starts."""


a_year = partial(Money, per="year", currency=NO_CURRENCY, le=100_000_000)
"""An amount a year, in the country's currency."""


@dataclass(frozen=True, kw_only=True)
class Common:
    """The inputs of every country. Amounts are for one whole tax year, in the country's currency."""

    country: Annotated[str, Choice("Country", options=COUNTRIES)] = "us"
    tax_year: Annotated[str, Choice("Tax year", options=TAX_YEARS)] = "2026"
    wages: Annotated[
        float,
        a_year(
            "Pay from your job",
            hint="Before tax, and before what goes from it into a pension plan, which has its own box below. Enter 0 if you have no job.",
        ),
    ] = 60_000.0
    other_income: Annotated[
        float,
        a_year(
            "Pensions and other income",
            hint="Before tax, and only taxable income: pensions, unemployment pay. No social contributions are due on it.",
        ),
    ] = 0.0
    gross_receipts: Annotated[float, a_year("What your gig takes in", hint="Before the platform's fees and before any costs.")] = 26_000.0
    expenses: Annotated[
        float,
        a_year(
            "What your gig costs",
            hint="Platform fees, supplies, phone, insurance. Leave out car and home costs that have their own boxes below.",
        ),
    ] = 6_000.0
    workplace_pension: Annotated[
        float,
        a_year(
            "Paid from your pay into a pension plan",
            hint="What is taken off in a year and is included in the pay above: a workplace pension, a traditional 401(k), an RRSP, "
            "salary sacrifice into super. Not your employer's own part.",
        ),
    ] = 0.0
    child_ages: Annotated[
        str,
        Text(
            "Ages of your children at home",
            hint="In whole years on the last day of the tax year, with spaces: 3 7 15. Leave it empty if you have none.",
            only=("us", "uk", "ca", "au"),
        ),
    ] = ""
    rent: Annotated[
        float,
        Money(
            "Your rent",
            per="month",
            hint="United States: rent or mortgage payment, which SNAP takes into account. United Kingdom: the part that Universal Credit "
            "counts, listed on your statement as housing.",
            currency=NO_CURRENCY,
            le=100_000,
            only=("us", "uk"),
        ),
    ] = 0.0


@dataclass(frozen=True, kw_only=True)
class Inputs(ElsewhereInputs, AuInputs, CaInputs, UkInputs, UsInputs, Common):
    """All inputs. The form shows the common ones and those of the chosen country."""
