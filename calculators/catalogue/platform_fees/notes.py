"""Sentences that a fee comparison may call for."""

from __future__ import annotations

from ...engine.calculator import Outcome
from ...engine.fields import Money
from ...engine.money import DOLLAR, own_sign
from .inputs import Offer
from .schedules import AMOUNTS, DUST, SHARES, last_checked, platforms

FIXED = ("fixed", "small_fixed", "payout", "buyer_fixed")
"""Amounts that are taken; the others are limits."""


def checked_note(outcome: Outcome) -> str:
    """When the published fees were read; past a year they are called old."""
    day = last_checked()
    if (outcome.day - day).days > 365:
        return f"We last read published fees on {day.day} {day:%B %Y}, more than a year ago. Look yours up before you rely on them."
    return f"Published fees were read up to {day.day} {day:%B %Y}. Platforms change them: your own account has the last word."


def dollars_warning(outcome: Outcome) -> str:
    """Under another sign than the dollar's, the published amounts that do not count."""
    if own_sign() == DOLLAR:
        return ""
    uncounted = []
    for offer in {offer.platform: offer for offer in outcome["offers"] if offer.platform in platforms()}.values():
        numbers = platforms()[offer.platform].latest.numbers
        fees = [Money(sign="US$").write(numbers[name]) for name in FIXED if numbers.get(name) and getattr(offer, name) == 0]
        if fees:
            uncounted.append(f"{platforms()[offer.platform].label} {' and '.join(fees)}")
    if not uncounted:
        return ""
    return f"Fixed fees that we know in US dollars only do not count: {'; '.join(uncounted)}. Put in what is charged where you are."


def dollars_note(outcome: Outcome) -> str:
    """The published fees are those of the United States, whatever sign the reader uses."""
    if own_sign() == DOLLAR or not any(offer.platform in platforms() for offer in outcome["offers"]):
        return ""
    return "Only the sign is yours, and nothing is converted: published shares are those of the United States and may differ."


def no_price_note(outcome: Outcome) -> str:
    """A price of nothing nets nothing."""
    return "Your price is 0, so all that is left are fees." if outcome["price"] == 0 and outcome["offers"] else ""


def below_zero_note(outcome: Outcome) -> str:
    """Fees above the price."""
    names = [name for name, net in zip(outcome["offer_name"], outcome["sale_net"], strict=True) if net < 0]
    return f"At this price the fees are more than the price: {', '.join(names)}." if names and outcome["price"] > 0 else ""


def no_sales_note(outcome: Outcome) -> str:
    """Payout fees need sales to be dealt out to."""
    return (
        "With no sales in a month, payout fees are not counted in what is left of a sale."
        if outcome["sales"] == 0 and any(o.payout for o in outcome["offers"])
        else ""
    )


def overwritten_note(outcome: Outcome) -> str:
    """Which rows are not as published."""
    names = [
        name
        for name, offer in zip(outcome["offer_name"], outcome["offers"], strict=True)
        if offer.platform in platforms() and not _as_published(offer)
    ]
    return f"Not as published, because you changed a fee: {', '.join(names)}." if names else ""


def _as_published(offer: Offer) -> bool:
    """Whether every share is the published one, and every amount too where the reader's money is dollars."""
    numbers = platforms()[offer.platform].latest.numbers
    counted = SHARES if own_sign() != DOLLAR else (*SHARES, *AMOUNTS)
    return all(abs(numbers.get(name, 0.0) - getattr(offer, name)) < DUST for name in counted)
