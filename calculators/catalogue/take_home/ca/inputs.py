"""The inputs of take-home pay in Canada."""

from dataclasses import dataclass
from typing import Annotated

from ....engine.fields import Choice, Option
from ....shared.fields import NO_YES

CA = ("ca",)

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
