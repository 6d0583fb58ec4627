"""Tax in slices: each part of an amount at its own rate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Bands = Sequence[Mapping[str, float]]
"""Slices in order, each with its `rate` and, but for the last, the amount up to which it reaches (`upto`)."""


def in_bands(amount: float, bands: Bands) -> float:
    """What the slices of an amount come to.

    Args:
        amount: in money, or miles; what is below zero counts as nothing.
        bands: as read from a parameter file.
    """
    total = start = 0.0
    for band in bands:
        end = min(amount, band.get("upto", amount))
        total += max(0.0, end - start) * band["rate"]
        start = max(start, end)
    return total
