"""Bracketed tax: each slice of an amount at its own rate."""

from collections.abc import Mapping, Sequence

Bands = Sequence[Mapping[str, float]]
"""Brackets in ascending order. Each has a `rate`; all but the last have an upper limit, `upto`."""


def in_bands(amount: float, bands: Bands) -> float:
    """The tax on an amount of money, or what a number of miles comes to, bracket by bracket; a negative amount counts as 0."""
    total = start = 0.0
    for band in bands:
        end = min(amount, band.get("upto", amount))
        total += max(0.0, end - start) * band["rate"]
        start = max(start, end)
    return total
