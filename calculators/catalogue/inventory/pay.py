"""What a use may bring in a month: published pay or rent for the idle capacity and the hours at hand, less fee and cost."""

import math
from typing import NamedTuple

from ...engine.currency import DOLLAR, US_DOLLAR, current_currency
from ...engine.fields import Money, Rate, per_phrase
from ...engine.place import HOME, own_place
from ...shared.gigs import Gig, kinds
from ...shared.periods import WEEKS_PER_MONTH
from .inputs import Asset

HOURS_IF_UNKNOWN = 8.0
"""Own hours a week assumed in a suggestion when time is not among the reader's assets."""
NO_FIGURE = "No honest figure: ask three people who do it."


class Pay(NamedTuple):
    """A month's income after fee and cost, before tax; and what is left for each own hour, None where a use takes no counted hours."""

    low: float
    typical: float
    high: float
    hour: float | None
    hours_week: float


def is_at_home() -> bool:
    """Return whether US figures are the reader's own: US readers who write amounts in dollars."""
    return own_place() == HOME and current_currency() in {DOLLAR, US_DOLLAR}


def offered(asset: Asset, idle: float, gig: Gig, own_hours: float) -> tuple[float, bool]:
    """Return how many a month can be offered, and whether a monthly rental takes all that is idle.

    The idle capacity limits it, and `own_hours` a week do where the gig takes own hours.
    """
    taken = gig.capacity_used or 1.0
    units = kinds()[asset.kind].per_month(idle) / taken
    whole = gig.unit == "month" and units < 1 < taken  # nobody rents part of a room: it is rented whole
    units = 1.0 if whole else units
    hours_each = (gig.hours_sold or 0.0) + (gig.hours_offered or 0.0)
    if hours_each > 0:
        units = min(units, own_hours * WEEKS_PER_MONTH / hours_each)
    return float(int(units)) if units >= 1 else round(units, 2), whole


def pay_of(asset: Asset, idle: float, gig: Gig, own_hours: float) -> Pay | None:
    """Return what a use may bring, from its published price; None without one, or for readers whom a US figure would mislead."""
    price, sold = gig.cited.get("price"), gig.cited.get("utilization")
    if price is None or sold is None or not is_at_home():
        return None
    units, _ = offered(asset, idle, gig, own_hours)
    fee, fixed, cost = (gig.cited[name].typical if name in gig.cited else 0.0 for name in ("fee", "fee_fixed", "variable_cost"))

    def month(amount: float, share: float) -> float:
        return units * share * (amount * (1 - fee) - fixed - cost)

    hours = units * ((gig.hours_sold or 0.0) * sold.typical + (gig.hours_offered or 0.0))
    typical = month(price.typical, sold.typical)
    return Pay(
        low=month(price.low, sold.low),
        typical=typical,
        high=month(price.high, sold.high),
        hour=typical / hours if hours > 0 else None,
        hours_week=units * ((gig.hours_sold or 0.0) + (gig.hours_offered or 0.0)) / WEEKS_PER_MONTH,
    )


def about(amount: float) -> float:
    """Round an amount to two digits, since a guess has no more."""
    if amount == 0:
        return 0.0
    size = 10.0 ** (math.floor(math.log10(abs(amount))) - 1)
    return round(amount / size) * size


def monthly_range(pay: Pay) -> tuple[str, ...]:
    """A month's low and high income as texts; one text where they are alike."""
    whole = Money(dollars=True)
    return tuple(dict.fromkeys(whole.write(about(end)) for end in (pay.low, pay.high)))


def in_phrases(gig: Gig, pay: Pay | None) -> tuple[str, ...]:
    """What a use may bring, in words: the range for a month, what it is for, and where the figures come from."""
    price, sold = gig.cited.get("price"), gig.cited.get("utilization")
    if price is None or sold is None:
        return (NO_FIGURE,)
    written = Money(currency=DOLLAR if is_at_home() else US_DOLLAR)
    span = " to ".join(dict.fromkeys(written.write(end) for end in (price.low, price.high)))
    cited = f"{span} {per_phrase(gig.unit)} ({price.publisher}, {price.day})"
    if pay is None:
        return (NO_FIGURE, f"None for your country or currency. For comparison, in the United States: {cited}.")
    for_what = f", for up to {_hours(pay.hours_week)} of yours a week" if pay.hours_week else ""
    after = " and ".join(word for word, name in (("platform fees", "fee"), ("driving costs", "variable_cost")) if _costs(gig, name))
    guess = " to ".join(dict.fromkeys(Rate().write(share) for share in (sold.low, sold.high)))
    return (
        f"{' to '.join(monthly_range(pay))} a month{for_what}",
        f"before tax{f', after {after}' if after else ''}; that {guess} of it sells is our guess",
        f"from US figures: {cited}",
    )


def _costs(gig: Gig, name: str) -> bool:
    return name in gig.cited and gig.cited[name].typical > 0


def _hours(hours: float) -> str:
    count = max(1, round(hours))
    return f"{count} {'hour' if count == 1 else 'hours'}"
