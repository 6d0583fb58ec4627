"""Sharing capacity among uses: nothing is offered twice, and every use that gets less than it wants is named."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .inputs import Pair

OWN_TIME = "your own hours"
ROOM = 1 + 1e-9
"""Tolerance for floating-point error: 3 × 0.1 fits into 0.3."""


@dataclass(frozen=True)
class Share:
    """What a use gets: units a month, the asset capacity and own hours that it claims, and the limiting resource ("" if none)."""

    granted: float
    capacity: float
    own_hours: float
    limited_by: str


def hours_needed(pair: Pair) -> float:
    """Own hours to reserve for each offered unit: enough for a good month, so that no month is oversold."""
    return pair.hours_offered + pair.hours_sold * pair.utilization.high


def share_out(
    pairs: Sequence[Pair], capacities: Mapping[str, float], own_hours: float, order: str, margins: Sequence[float]
) -> tuple[Share, ...]:
    """Allocate capacity to the uses in order, until the asset or the own hours run out.

    Args:
        pairs: the uses in the reader's order.
        capacities: monthly idle capacity by asset name in lower case.
        own_hours: the reader's monthly idle hours.
        order: "listed", or "best" for the highest net per own hour first (with uses that take no hours before all others).
        margins: the net of a sold unit of each use.

    Returns:
        A share for each use, in the reader's order. Offered units claim the asset whether or not they sell, and own hours as in a
        good month, so the claims never exceed the capacity in any draw.
    """
    left = dict(capacities)
    hours_left = own_hours
    turns = list(range(len(pairs)))
    if order == "best":
        turns.sort(key=lambda i: (-_worth(pairs[i], margins[i]), i))
    shares: dict[int, Share] = {}
    for index in turns:
        pair = pairs[index]
        name = pair.asset.casefold()
        units, limited_by = pair.units, ""
        if name and pair.capacity_used > 0 and units * pair.capacity_used > left[name] * ROOM:
            units, limited_by = left[name] / pair.capacity_used, pair.asset
        each = hours_needed(pair)
        if each > 0 and units * each > hours_left * ROOM:
            units, limited_by = hours_left / each, OWN_TIME
        taken = units * pair.capacity_used if name else 0.0
        if name:
            left[name] = _rest(left[name], taken)
        hours_left = _rest(hours_left, units * each)
        shares[index] = Share(units, taken, units * each, limited_by)
    return tuple(shares[index] for index in range(len(pairs)))


def _rest(available: float, taken: float) -> float:
    """What is left of a capacity; a rest within the floating-point error is nothing, or the next use would get 1e-18 of an hour."""
    rest = available - taken
    return rest if rest > available * (ROOM - 1) else 0.0


def _worth(pair: Pair, margin: float) -> float:
    """Expected net per own hour of one offered unit."""
    hours = pair.hours_offered + pair.hours_sold * pair.utilization.typical
    net = margin * pair.utilization.typical
    return net / hours if hours > 0 else float("inf")
