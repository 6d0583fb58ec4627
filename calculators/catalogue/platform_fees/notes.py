"""Notes on a fee comparison, each shown only when it applies."""

from ...engine.calculator import Outcome
from ...engine.currency import US_DOLLAR
from ...engine.fields import Money
from ...engine.place import takes_us_amounts
from . import figures
from .inputs import Inputs, Offer
from .schedules import AMOUNTS, DUST, SHARES, last_checked, platforms

FIXED = ("fixed", "small_fixed", "payout", "buyer_fixed")
"""Amounts that are charged; the others are limits."""


def checked_note(outcome: Outcome) -> str:
    """When the published fees were last checked, with a warning after a year."""
    day = last_checked()
    if (outcome.day - day).days > 365:
        return f"We last checked the published fees on {day.day} {day:%B %Y}, more than a year ago. Look them up before you rely on them."
    return f"Published fees were last checked on {day.day} {day:%B %Y}. Platforms change them, so your own account has the final word."


def dollars_warning(outcome: Outcome[Inputs]) -> str:
    """In a currency other than the dollar, the published amounts that are not counted."""
    if takes_us_amounts():
        return ""
    uncounted = []
    for offer in {offer.platform: offer for offer in outcome.inputs.offers if offer.platform in platforms()}.values():
        numbers = platforms()[offer.platform].latest.numbers
        fees = [Money(currency=US_DOLLAR).write(numbers[name]) for name in FIXED if numbers.get(name) and getattr(offer, name) == 0]
        if fees:
            uncounted.append(f"{platforms()[offer.platform].label} {' and '.join(fees)}")
    if not uncounted:
        return ""
    return f"Fixed fees that we have only in US dollars are not counted: {'; '.join(uncounted)}. Enter what is charged where you are."


def dollars_note(outcome: Outcome[Inputs]) -> str:
    """The published fees are US fees, whatever currency sign the reader uses."""
    if takes_us_amounts() or not any(offer.platform in platforms() for offer in outcome.inputs.offers):
        return ""
    return "Only the sign changes; nothing is converted. The published shares are US ones and may differ where you are."


def no_price_note(outcome: Outcome[Inputs]) -> str:
    """The price is 0."""
    return "Your price is 0, so only fees are left." if outcome.inputs.price == 0 and outcome.inputs.offers else ""


def below_zero_note(outcome: Outcome[Inputs]) -> str:
    """The fees exceed the price."""
    names = [name for name, net in zip(outcome[figures.offer_name], outcome[figures.sale_net], strict=True) if net < 0]
    return f"The fees exceed this price on: {', '.join(names)}." if names and outcome.inputs.price > 0 else ""


def no_sales_note(outcome: Outcome[Inputs]) -> str:
    """Payout fees cannot be divided without sales."""
    if outcome.inputs.sales == 0 and any(o.payout for o in outcome.inputs.offers):
        return "Without sales, payout fees are not counted in what is left of a sale."
    return ""


def overwritten_note(outcome: Outcome[Inputs]) -> str:
    """The rows that differ from the published fees."""
    names = [
        name
        for name, offer in zip(outcome[figures.offer_name], outcome.inputs.offers, strict=True)
        if offer.platform in platforms() and not _as_published(offer)
    ]
    return f"These differ from the published fees because you changed them: {', '.join(names)}." if names else ""


def _as_published(offer: Offer) -> bool:
    """Whether every share is as published, and every amount too if the reader's currency is the dollar."""
    numbers = platforms()[offer.platform].latest.numbers
    counted = (*SHARES, *AMOUNTS) if takes_us_amounts() else SHARES
    return all(abs(numbers.get(name, 0.0) - getattr(offer, name)) < DUST for name in counted)
