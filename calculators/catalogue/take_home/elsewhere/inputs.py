"""The inputs of take-home pay in any other country: the reader's own rates."""

from dataclasses import dataclass
from functools import partial
from typing import Annotated

from ....engine.currency import NO_CURRENCY
from ....engine.fields import Money, Rate

ELSEWHERE = ("elsewhere",)


a_year = partial(Money, per="year", currency=NO_CURRENCY, le=100_000_000, only=ELSEWHERE)
"""An amount a year, in the reader's own currency."""


@dataclass(frozen=True, kw_only=True)
class ElsewhereInputs:
    """The inputs that apply only in countries without parameters here. Every field has only=("elsewhere",)."""

    own_job_tax: Annotated[
        float,
        a_year(
            "Tax and contributions on your pay", hint="Also on a pension, as shown on your payslips. It is due with or without the gig."
        ),
    ] = 0.0
    own_allowance: Annotated[float, a_year("Tax-free profit", hint="An allowance for small or extra income. Enter 0 if there is none.")] = (
        0.0
    )
    own_income_rate: Annotated[
        float, Rate("Income tax rate on the gig", hint="The rate of your top bracket, not your average rate.", only=ELSEWHERE)
    ] = 0.0
    own_contribution_rate: Annotated[
        float,
        Rate(
            "Social contribution rate on the profit", hint="What self-employed people pay. Enter 0 if your job covers it.", only=ELSEWHERE
        ),
    ] = 0.0
