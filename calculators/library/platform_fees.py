"""Platform fees: How much of your price do you keep on each platform? Written by pipeline/typed_library.py; do not edit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypedDict, Unpack

from .answer import Answer, answer


class OfferInput(TypedDict, total=False):
    """One entry of a list of inputs."""

    platform: Literal[
        "airbnb-host-only",
        "airbnb-split",
        "airbnb-experiences",
        "vrbo",
        "neighbor",
        "peerspace",
        "turo-60",
        "turo-75",
        "turo-90",
        "outdoorsy",
        "rover",
        "outschool",
        "wyzant",
        "preply-new",
        "preply-20",
        "preply-50",
        "preply-200",
        "preply-400",
        "fiverr",
        "upwork",
        "card-invoice",
        "paypal-india",
        "etsy",
        "ebay",
        "mercari",
        "poshmark",
        "own",
    ]
    name: str  # Your own name for it
    fee: float  # Share of the price, a fraction; 0.0 if left out
    fixed: float  # Fixed fee, a sale; 0 if left out
    payout: float  # Fee, a payout; 0 if left out
    buyer_fee: float  # Added for the buyer, a fraction; 0.0 if left out
    buyer_fixed: float  # Fixed fee for the buyer, a sale; 0 if left out
    buyer_most: float  # Most that is added for the buyer; 0 if left out
    small: float  # Small sales are those up to; 0 if left out
    small_fee: float  # Share of a small sale, a fraction; 0.0 if left out
    small_fixed: float  # Fixed fee of a small sale; 0 if left out
    large: float  # A different share applies above; 0 if left out
    large_fee: float  # Share of the part above it, a fraction; 0.0 if left out


class PlatformFeesInputs(TypedDict, total=False):
    """The inputs of `platform_fees`."""

    price: float  # Your price, a sale; 40 if left out
    sales: int  # Sales, sales a month; 12 if left out
    payouts: int  # Payouts, times a month; 2 if left out
    offers: Sequence[OfferInput]  # Platforms to compare


@dataclass(frozen=True, kw_only=True)
class PlatformFees(Answer):
    """The figures of `platform_fees`."""

    offer_name: tuple[str, ...]  # Platform
    sale_fee: tuple[float, ...]  # Fees per sale, a sale
    payout_share: tuple[float, ...]  # Payout fees, a sale
    sale_net: tuple[float, ...]  # You keep per sale, a sale
    take: tuple[float | None, ...]  # Kept by the platform, a fraction
    buyer_pays: tuple[float, ...]  # The buyer pays, a sale
    month_net: tuple[float, ...]  # You keep per month, a month
    same_price: tuple[float, ...]  # Price that would match the best, a sale
    best_net: float | None  # You keep per sale, at best, a sale
    best_name: str  # Best of these
    worst_net: float | None  # You keep per sale, at worst, a sale
    choice_worth: float  # What choosing well is worth, a month


def platform_fees(*, as_of: date | None = None, **inputs: Unpack[PlatformFeesInputs]) -> PlatformFees:
    """How much of your price do you keep on each platform? Raise InputError with one error for each refused input."""
    return answer("platform-fees", inputs, as_of, PlatformFees)
