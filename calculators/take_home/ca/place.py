"""What differs from province to province, looked up for one of them and one year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from ...engine import parameters as dated
from ..bands import Bands

QUEBEC = "qc"

OWN: dict[str, tuple[str, ...]] = {
    "bc": ("reduction", "reduction_from", "reduction_fade"),
    "mb": ("basic_fade_from", "basic_fade_to"),
    "on": ("reduction", "surtax", "health_premium"),
}
"""What only one province has."""


@dataclass(frozen=True)
class Place:
    """A province's own rules. Bands are of taxable income; `credit_rate` turns amounts into credits: the lowest rate.

    `reduction` takes tax off small incomes, fading by `reduction_fade` above `reduction_from` (in Ontario by another rule);
    `basic_fade_from` and `basic_fade_to` bound the income over which the basic amount goes down to nothing.
    """

    code: str
    bands: Bands
    basic: float
    reduction: float = 0.0
    reduction_from: float = 0.0
    reduction_fade: float = 0.0
    basic_fade_from: float = float("inf")
    basic_fade_to: float = float("inf")
    surtax: Bands = ()
    health_premium: Bands = ()

    @property
    def credit_rate(self) -> float:
        """The lowest rate: what one dollar of a credited amount takes off the tax."""
        return self.bands[0]["rate"]

    def basic_at(self, income: float) -> float:
        """The basic personal amount at a net income."""
        if income <= self.basic_fade_from:
            return self.basic
        return self.basic * max(0.0, self.basic_fade_to - income) / (self.basic_fade_to - self.basic_fade_from)


def cited(province: str, day: date) -> dict[str, dated.Value]:
    """The province's values on a day, with their sources.

    Raises:
        NotPublished: when the day is not covered.
    """
    names = ("bands", "basic", *OWN.get(province, ()))
    return {name: dated.as_of(f"ca/{province}.{name}", day) for name in names}


def place_of(province: str, day: date) -> Place:
    """The province's rules on a day.

    Raises:
        NotPublished: when the day is not covered.
    """
    return Place(code=province, **{name: value.value for name, value in cited(province, day).items()})


def sources(inputs: Any, _: date) -> Iterable[dated.Value]:
    """What the outcome cites beside the federal values."""
    return cited(inputs.province, date(int(inputs.tax_year), 12, 31)).values()
