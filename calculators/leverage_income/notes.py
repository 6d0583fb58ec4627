"""Sentences that an outcome of leverage income may call for."""

from __future__ import annotations

from ..assets import gigs
from ..engine.calculator import Outcome
from ..engine.money import write_trimmed


def gave_note(outcome: Outcome) -> str:
    """Which use had to give, and to what."""
    found = [
        f"“{gigs()[pair.gig].label}” gets {write_trimmed(room, 2)} of the {write_trimmed(pair.units, 2)} units you wanted: "
        f"there is no more of {why}."
        for pair, room, why in zip(outcome["pairs"], outcome["granted"], outcome["limited_by"], strict=True)
        if why
    ]
    return " ".join(found)


def no_price_note(outcome: Outcome) -> str:
    """A use without a price earns nothing, and says so."""
    free = [gigs()[pair.gig].label for pair in outcome["pairs"] if pair.price == 0]
    return f"No price yet: {', '.join(free)}. We know of no figure good enough to suggest; put in your own." if free else ""


def loss_note(outcome: Outcome) -> str:
    """A use that costs more than it brings."""
    losing = [gigs()[pair.gig].label for pair, net in zip(outcome["pairs"], outcome["pair_net"], strict=True) if net < 0]
    return f"In a usual first year this would lose money: {', '.join(losing)}." if losing else ""
