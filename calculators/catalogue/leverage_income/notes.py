"""Notes on leverage income, each shown only when it applies."""

from ...engine.calculator import Outcome
from ...shared.gigs import gigs, part_of
from . import uses
from .inputs import Inputs, Pair
from .sharing import OWN_TIME


def gave_note(outcome: Outcome[Inputs]) -> str:
    """Which uses get less than they want, and why."""
    counted = {asset.name.casefold(): asset.counted for asset in outcome.inputs.assets}
    sentences = [
        f"“{gigs()[pair.gig].label}” gets {_of(pair, room, counted.get(pair.asset.casefold(), '') if why != OWN_TIME else '')}: "
        f"that is all that is left of {why}."
        for pair, room, why in zip(outcome.inputs.pairs, outcome[uses.granted], outcome[uses.limited_by], strict=True)
        if why
    ]
    return " ".join(sentences)


def _of(pair: Pair, room: float, counted: str) -> str:
    """What a use gets out of what it wants: "30 of 31 nights".

    When only part of a monthly rental fits, it is counted in the asset's own nights rather than in fractions of a room.
    """
    gig = gigs()[pair.gig]
    by_asset = gig.unit == "month" and counted and pair.capacity_used > 1
    many, takes = (counted, pair.capacity_used) if by_asset else (gig.many, 1.0)
    return part_of(room * takes, pair.units * takes, many)


def no_price_note(outcome: Outcome[Inputs]) -> str:
    """A use has no price, so it earns nothing."""
    free = [gigs()[pair.gig].label for pair in outcome.inputs.pairs if pair.price == 0]
    return f"No price yet: {', '.join(free)}. We have no reliable price to suggest, so enter your own." if free else ""


def loss_note(outcome: Outcome[Inputs]) -> str:
    """A use costs more than it brings in."""
    losing = [gigs()[pair.gig].label for pair, net in zip(outcome.inputs.pairs, outcome[uses.pair_net], strict=True) if net < 0]
    return f"In a usual first year this would lose money: {', '.join(losing)}." if losing else ""


def car_warning(outcome: Outcome[Inputs]) -> str:
    """A gig uses a car, but no cost is entered for it."""
    free = [gigs()[pair.gig].label for pair in outcome.inputs.pairs if gigs()[pair.gig].drives and pair.price > 0 == pair.variable_cost]
    if not free:
        return ""
    return f"No car cost is counted for: {', '.join(free)}. Every mile costs fuel, service, tires and lost value."


def nothing_taken_warning(outcome: Outcome[Inputs]) -> str:
    """A gig has neither a fee nor a cost, although a platform usually keeps a share."""
    free = []
    for pair in outcome.inputs.pairs:
        gig = gigs()[pair.gig]
        taken = pair.fee or pair.fee_fixed or pair.variable_cost or pair.fixed_cost
        if pair.price > 0 and not taken and gig.keeps_a_share and not gig.drives:
            free.append(gig.label)
    if not free:
        return ""
    return f"Neither a fee nor a cost is counted for: {', '.join(free)}. Platforms keep a share, and most work has some costs."
