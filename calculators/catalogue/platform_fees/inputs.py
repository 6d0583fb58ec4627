"""The inputs of the fee comparison: a price, and the platforms to compare."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from ...engine.fields import Choice, Count, Money, Rate, Rows, Text
from ...engine.validation import FieldError
from .schedules import platform_options, platforms

PLATFORMS = platform_options()
HIGHEST = 0.95
"""The largest share that a fee field accepts: if a platform kept the whole price, no price would net anything."""


@dataclass(frozen=True, kw_only=True)
class Offer:
    """A platform with its fees, as published or as overwritten by the reader."""

    platform: Annotated[str, Choice("Platform", options=PLATFORMS)] = "etsy"
    name: Annotated[str, Text("Your own name for it", hint="Leave it empty to use the platform's name.", longest=30)] = ""
    fee: Annotated[float, Rate("Share of the price", le=HIGHEST)] = 0.0
    fixed: Annotated[float, Money("Fixed fee", per="sale", le=10_000)] = 0.0
    payout: Annotated[float, Money("Fee", per="payout", hint="Taken whenever money is sent to you.", le=10_000)] = 0.0
    buyer_fee: Annotated[float, Rate("Added for the buyer", hint="A share of your price that the buyer pays on top.", le=HIGHEST)] = 0.0
    buyer_fixed: Annotated[float, Money("Fixed fee for the buyer", per="sale", le=10_000, more=True)] = 0.0
    buyer_most: Annotated[float, Money("Most that is added for the buyer", hint="Enter 0 if there is no limit.", le=100_000, more=True)] = (
        0.0
    )
    small: Annotated[
        float, Money("Small sales are those up to", hint="Enter 0 if small sales are charged like all others.", le=100_000, more=True)
    ] = 0.0
    small_fee: Annotated[float, Rate("Share of a small sale", le=HIGHEST, more=True)] = 0.0
    small_fixed: Annotated[float, Money("Fixed fee of a small sale", le=10_000, more=True)] = 0.0
    large: Annotated[
        float, Money("A different share applies above", hint="Enter 0 if there is no such limit.", le=10_000_000, more=True)
    ] = 0.0
    large_fee: Annotated[float, Rate("Share of the part above it", le=HIGHEST, more=True)] = 0.0


def published(name: str) -> Offer:
    """A platform with its latest published fees."""
    return Offer(platform=name, **platforms()[name].latest.numbers)  # type: ignore[arg-type]  # only float fields are among the numbers


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """An item for sale, at one price."""

    price: Annotated[float, Money("Your price", per="sale", hint="What you charge, before any fee.", le=1_000_000)] = 40.0
    sales: Annotated[int, Count("Sales", unit="sales", per="month", le=100_000)] = 12
    payouts: Annotated[int, Count("Payouts", unit="times", per="month", le=100)] = 2
    offers: Annotated[
        tuple[Offer, ...],
        Rows(
            "Platforms to compare",
            of=Offer,
            item="platform",
            title="platform",
            maximum=12,
            hint="Published fees are filled in. Overwrite any that differ for you.",
        ),
    ] = (published("etsy"), published("ebay"), published("poshmark"), published("mercari"))


def limits_in_order(inputs: Inputs) -> Iterator[FieldError]:
    """Require that the limit of large sales is above the limit of small ones."""
    for index, offer in enumerate(inputs.offers):
        if 0 < offer.large <= offer.small:
            message = f"This must be above the limit for small sales, {Money().write(offer.small)}, or 0."
            yield FieldError(f"offers.{index}.large", "order", message)
