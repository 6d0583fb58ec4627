"""The inputs of the buffer: past months of income that varies, steady income, and what a month costs."""

from dataclasses import dataclass
from typing import Annotated

from ...engine.fields import Money, NumberList, Rate
from ...shared.fields import a_month


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """Income that varies, steady income, and expenses."""

    past: Annotated[
        tuple[float, ...],
        NumberList(
            "Past months of the income that varies, oldest first",
            hint="Separate them with spaces, or paste a column: 820 1040 560. Enter 0 for a month without income.",
            item="month",
            fewest=3,
            money=True,
            le=10_000_000,
        ),
    ] = (820.0, 1040.0, 560.0, 910.0, 0.0, 430.0, 1260.0, 1180.0, 700.0, 880.0, 310.0, 990.0)
    steady: Annotated[float, a_month("Steady income", hint="Pay, pension, benefits: whatever comes every month.")] = 1_900.0
    spending: Annotated[float, a_month("You need", hint="Rent, food and bills in an ordinary month.")] = 2_600.0
    have: Annotated[float, Money("You have saved", le=100_000_000)] = 600.0
    save: Annotated[float, a_month("You could save", hint="Toward the buffer, until it is full.")] = 120.0
    cover: Annotated[
        float,
        Rate(
            "Years the buffer should carry you through",
            hint="90% means that nine out of ten simulated years don't run out of money.",
            ge=0.5,
            le=0.99,
            slider=(50, 99, 1),
        ),
    ] = 0.9
