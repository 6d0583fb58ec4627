"""What each platform leaves of a price, and the price that leaves the same amount on the others."""

from dataclasses import fields

from ...engine.fields import Money, Rate, Text
from ...engine.figures import figure
from .inputs import Offer
from .schedules import Schedule, platforms


def schedule(offer: Offer) -> Schedule:
    """The fee schedule of a row."""
    return Schedule(**{entry.name: getattr(offer, entry.name) for entry in fields(Schedule)})


@figure("Platform", unit=Text(), each="offers")
def offer_name(name: str, platform: str) -> str:
    """Your name for the platform, or its own."""
    return name or (platforms()[platform].label if platform in platforms() else "Another platform")


@figure("Fees per sale", unit=Money(per="sale"), column="offers", tone="loss")
def sale_fee(offers: tuple[Offer, ...], price: float) -> tuple[float, ...]:
    """What the platform keeps of a sale, without payout fees."""
    return tuple(schedule(offer).taken(price) for offer in offers)


@figure("Payout fees", unit=Money(per="sale"), each="offers", tone="loss")
def payout_share(payout: float, payouts: int, sales: int) -> float:
    """The month's payout fees, divided among its sales."""
    return payout * payouts / sales if sales > 0 else 0.0


@figure("You keep per sale", unit=Money(per="sale"), each="offers", tone="gain")
def sale_net(price: float, sale_fee: float, payout_share: float) -> float:
    """What you receive from a sale. Below zero, you would pay to sell."""
    return price - sale_fee - payout_share


@figure("Kept by the platform", unit=Rate(), each="offers")
def take(price: float, sale_net: float) -> float | None:
    """All fees as a share of your price."""
    return (price - sale_net) / price if price > 0 else None


@figure("The buyer pays", unit=Money(per="sale"), column="offers")
def buyer_pays(offers: tuple[Offer, ...], price: float) -> tuple[float, ...]:
    """Your price plus what the platform adds, without tax and shipping."""
    return tuple(price + added(offer, price) for offer in offers)


def added(offer: Offer, price: float) -> float:
    """What the platform charges the buyer on top, up to its limit."""
    whole = price * offer.buyer_fee + offer.buyer_fixed
    return min(whole, offer.buyer_most) if offer.buyer_most > 0 else whole


@figure("You keep per month", unit=Money(per="month", dollars=True), each="offers", tone="gain")
def month_net(price: float, sale_fee: float, sales: int, payout: float, payouts: int) -> float:
    """All sales of the month, after all fees."""
    return (price - sale_fee) * sales - payout * payouts


@figure("Price that would match the best", unit=Money(per="sale"), column="offers")
def same_price(offers: tuple[Offer, ...], sale_net: tuple[float, ...], payout_share: tuple[float, ...]) -> tuple[float, ...]:
    """The price at which this platform leaves you as much as the best one does."""
    best = max(sale_net, default=0.0)
    return tuple(schedule(offer).price_for(best + payouts) for offer, payouts in zip(offers, payout_share, strict=True))


@figure("You keep per sale, at best", unit=Money(per="sale"), tone="gain")
def best_net(sale_net: tuple[float, ...]) -> float | None:
    """What the best of these platforms leaves you of a sale."""
    return max(sale_net, default=None)


@figure("Best of these", unit=Text())
def best_name(offer_name: tuple[str, ...], sale_net: tuple[float, ...]) -> str:
    """The platform that leaves you the most of a sale at this price."""
    return offer_name[sale_net.index(max(sale_net))] if sale_net else "none yet"


@figure("You keep per sale, at worst", unit=Money(per="sale"))
def worst_net(sale_net: tuple[float, ...]) -> float | None:
    """What the most expensive of these platforms leaves you of a sale."""
    return min(sale_net, default=None)


@figure("What choosing well is worth", unit=Money(per="month", dollars=True), tone="gain")
def choice_worth(month_net: tuple[float, ...]) -> float:
    """The month's difference between the best and the worst of these, if you sold the same on each."""
    return max(month_net, default=0.0) - min(month_net, default=0.0)
