"""P10, P50 and P90 of values that stand in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Spread:
    """Out of ten years like this, one ends below p10, five below p50, nine below p90."""

    p10: float
    p50: float
    p90: float


def spread_of(ordered: Sequence[float]) -> Spread:
    """The tenths of values that stand in order."""
    return Spread(quantile(ordered, 0.1), quantile(ordered, 0.5), quantile(ordered, 0.9))


def quantile(ordered: Sequence[float], share: float) -> float:
    """The value below which a share of the ordered values lies, by linear interpolation (Hyndman and Fan's type 7)."""
    at = share * (len(ordered) - 1)
    left = int(at)
    right = min(left + 1, len(ordered) - 1)
    return ordered[left] + (ordered[right] - ordered[left]) * (at - left)
