"""The inputs of take-home pay in Canada."""

from dataclasses import dataclass
from typing import Annotated

from ....engine.fields import Choice, Money, Option
from ....shared.fields import NO_YES

CA = ("ca",)

CA_FAMILY = ("ca_spouse", "ca_spouse_income", "ca_spouse_work")
CA_SENIOR = ("ca_old_age_security", "ca_pension", "ca_pension_stopped")
"""The inputs that matter only to families, and from age 65."""

PROVINCES = (
    Option("ab", "Alberta"),
    Option("bc", "British Columbia"),
    Option("mb", "Manitoba"),
    Option("nb", "New Brunswick"),
    Option("nl", "Newfoundland and Labrador"),
    Option("ns", "Nova Scotia"),
    Option("nt", "Northwest Territories"),
    Option("nu", "Nunavut"),
    Option("on", "Ontario"),
    Option("pe", "Prince Edward Island"),
    Option("qc", "Quebec"),
    Option("sk", "Saskatchewan"),
    Option("yt", "Yukon"),
)


@dataclass(frozen=True, kw_only=True)
class CaInputs:
    """The inputs that apply only in Canada. Every field has only=("ca",)."""

    province: Annotated[
        str, Choice("Province or territory", hint="Where you live on the last day of the year.", options=PROVINCES, only=CA)
    ] = "on"
    ca_rides: Annotated[
        str, Choice("Do you drive passengers?", hint="If so, GST/HST applies from the first dollar.", options=NO_YES, only=CA)
    ] = "no"
    ca_spouse: Annotated[
        str,
        Choice("Do you live with a spouse or partner?", hint="Benefits look at the income of both of you.", options=NO_YES, only=CA),
    ] = "no"
    ca_spouse_income: Annotated[
        float, Money("Your partner's net income", per="year", hint="Line 23600 of their return.", le=10_000_000, only=CA)
    ] = 0.0
    ca_spouse_work: Annotated[float, Money("Of that, from work", per="year", hint="Pay and profit.", le=10_000_000, only=CA)] = 0.0
    ca_old_age_security: Annotated[
        float,
        Money(
            "Old Age Security",
            per="year",
            hint="Enter it here and under pensions as well. At high incomes it is paid back.",
            le=100_000,
            only=CA,
        ),
    ] = 0.0
    ca_pension: Annotated[
        float,
        Money(
            "Pension from a workplace plan or a RRIF",
            per="year",
            hint="Enter it here and under pensions as well. From 65 it gives a credit; CPP and Old Age Security do not.",
            le=10_000_000,
            only=CA,
        ),
    ] = 0.0
    ca_pension_stopped: Annotated[
        str,
        Choice(
            "Have you chosen to stop paying into CPP?",
            hint="From 65 you can, on form CPT30 or Schedule 8 (in Quebec, from 65 for the QPP). From 70 nobody pays, in Quebec from 73.",
            options=NO_YES,
            only=CA,
        ),
    ] = "no"
