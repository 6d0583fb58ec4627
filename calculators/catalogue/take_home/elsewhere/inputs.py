"""What take-home asks in any other country, with the reader's own rates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from ....engine.fields import Money, Rate

ELSEWHERE = ("elsewhere",)


@dataclass(frozen=True, kw_only=True)
class ElsewhereInputs:
    """Asked wherever we know no rates. Every field here carries only=("elsewhere",)."""

    own_job_tax: Annotated[
        float,
        Money(
            "Tax and contributions on your pay",
            per="year",
            hint="And on a pension. As your payslips say: they are there with the gig or without.",
            sign="",
            le=100_000_000,
            only=ELSEWHERE,
        ),
    ] = 0.0
    own_allowance: Annotated[
        float,
        Money(
            "Profit that stays free of tax",
            per="year",
            hint="An allowance for small or extra income. Zero if there is none.",
            sign="",
            le=100_000_000,
            only=ELSEWHERE,
        ),
    ] = 0.0
    own_income_rate: Annotated[
        float, Rate("Income tax on the extra", hint="The rate of the bracket that your pay has reached, not your average.", only=ELSEWHERE)
    ] = 0.0
    own_contribution_rate: Annotated[
        float, Rate("Social contributions on the profit", hint="What the self-employed pay. Zero if your job covers it.", only=ELSEWHERE)
    ] = 0.0
