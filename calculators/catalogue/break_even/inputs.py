"""The inputs of break-even: something to buy, how it is paid for, and what it would earn."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from ...engine.fields import Count, Estimate, Money, Months, Number, Rate
from ...engine.validation import FieldError
from ...shared.fields import a_month

USED = Estimate(0.25, 0.4, 0.55)
"""A made-up trailer's poor, usual and good months."""
LONGEST = 360
"""The longest useful life that the form accepts, in months: thirty years."""


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """A purchase for a gig."""

    price: Annotated[float, Money("Price", hint="Including delivery, tax and everything that it takes to start.", le=100_000_000)] = 3_200.0
    life: Annotated[int, Count("You would use it for", unit="months", ge=1, le=LONGEST)] = 48
    drop: Annotated[
        float, Rate("Value lost on the first day", hint="How much less a buyer would pay you tomorrow.", le=1, slider=(0, 100, 5))
    ] = 0.15
    resale: Annotated[float, Money("Resale value at the end", hint="What it would still sell for.", le=100_000_000)] = 900.0

    loan: Annotated[float, Money("Amount you borrow", le=100_000_000)] = 1_500.0
    loan_rate: Annotated[float, Rate("Interest", per="year", le=1, usual_from=0.01)] = 0.09
    loan_months: Annotated[int, Count("Repaid over", unit="months", ge=1, le=LONGEST)] = 24

    unit_price: Annotated[float, Money("One unit earns", per="unit", hint="Whatever you sell: a day, an hour, a job.", le=1_000_000)] = 35.0
    units: Annotated[float, Number("Units you could sell", unit="units", per="month", hint="If every unit found a buyer.", le=100_000)] = (
        20.0
    )
    utilization: Annotated[Estimate, Rate("Share sold", hint="A poor, a usual and a good month.")] = USED
    fee: Annotated[float, Rate("Platform fee", le=0.95, slider=(0, 50, 1))] = 0.15
    unit_cost: Annotated[float, Money("Each unit sold costs you", per="unit", hint="Fuel, cleaning, wear, materials.", le=1_000_000)] = 3.0
    fixed: Annotated[float, a_month("Costs whether sold or not", hint="Insurance, storage, a license.")] = 35.0

    stop: Annotated[int, Count("What if you stop after", unit="months", hint="And sell it then.", ge=0, le=LONGEST)] = 3


def purchase_is_sound(inputs: Inputs) -> Iterator[FieldError]:
    """Require a loan and an end value up to the price, and a stop within the useful life."""
    price = Money().write(inputs.price)
    if inputs.loan > inputs.price:
        yield FieldError("loan", "too-large", f"You can't borrow more than it costs, {price}.")
    if inputs.resale > inputs.price:
        message = f"Enter no more than it costs, {price}. This calculator doesn't cover things that gain value."
        yield FieldError("resale", "too-large", message)
    if inputs.stop > inputs.life:
        yield FieldError("stop", "too-large", f"Enter no more than the time that you would use it, {Months().write(inputs.life)}.")
