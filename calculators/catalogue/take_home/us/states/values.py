"""A state's values in one year, and how they are read for a household."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ...brackets import Bands


def steps_above(limit: float, income: float, step: float) -> int:
    """The steps by which an income is above a limit, a part of one as a whole; in cents, so that binary fractions do not add a step."""
    return max(0, math.ceil(round(income - limit, 2) / step))


Step = Mapping[str, float]
"""A step: an `amount` for incomes `upto` a limit; the last one has no limit."""


@dataclass(frozen=True)
class Values:
    """Values by name: a number, bands, steps, or a table of these by filing status."""

    cited: Mapping[str, Any] = field(default_factory=dict)

    def number(self, name: str) -> float:
        """A value that is the same for everyone; 0 where the state has none of that name."""
        return float(self.cited.get(name, 0.0))

    def by_status(self, name: str, status: str) -> float:
        """A value for a filing status; 0 where the state has none of that name."""
        return float(self._own(name, status, 0.0))

    def bands(self, name: str, status: str) -> Bands:
        """Tax bands for a filing status."""
        bands: Bands = self._own(name, status, ())
        return bands

    def listed(self, name: str, status: str) -> Any:
        """A list for a filing status."""
        return self._own(name, status, ())

    def step(self, name: str, status: str, income: float) -> float:
        """The amount for an income: of the first step whose limit the income does not exceed."""
        steps: list[Step] = self._own(name, status, [])
        return next((step["amount"] for step in steps if income <= step.get("upto", income)), 0.0)

    def _own(self, name: str, status: str, otherwise: Any) -> Any:
        value = self.cited.get(name, otherwise)
        return value[status] if isinstance(value, Mapping) else value
