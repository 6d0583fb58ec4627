"""The 10th, 50th and 90th percentiles of sorted values."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Percentiles:
    """The 10th, 50th and 90th percentiles of a figure over all its samples."""

    p10: float
    p50: float
    p90: float


def percentiles_of(ordered: Sequence[float]) -> Percentiles:
    """Return the percentiles of values that are sorted in ascending order."""
    return Percentiles(quantile(ordered, 0.1), quantile(ordered, 0.5), quantile(ordered, 0.9))


def quantile(ordered: Sequence[float], share: float) -> float:
    """Return the value below which a share of the sorted values lies, by linear interpolation (Hyndman and Fan's type 7)."""
    position = share * (len(ordered) - 1)
    left = int(position)
    right = min(left + 1, len(ordered) - 1)
    return ordered[left] + (ordered[right] - ordered[left]) * (position - left)
