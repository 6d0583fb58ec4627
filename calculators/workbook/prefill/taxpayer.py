"""What take-home pay lends to the rate to charge: who it is that pays the tax."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ...catalogue import rate_to_charge, take_home
from ...catalogue.rate_to_charge.inputs import SITUATION
from ...engine.calculator import Outcome
from ...engine.fields import Number
from .prefill import Link

ASKED = {slot.name: slot.field for slot in take_home.CALCULATOR.slots}

ASKING = {
    name: tuple(country for country, names in SITUATION.items() if name in names)
    for name in dict.fromkeys(name for names in SITUATION.values() for name in names)
}
"""The questions about the taxpayer, each with the countries that ask it."""


def _same(name: str, *countries: str) -> Callable[[Outcome], Any]:
    """An answer as it was typed there; None where it was not asked."""
    field = ASKED[name]

    def lends(outcome: Outcome) -> Any:
        if countries and outcome["country"] not in countries:
            return None
        value = outcome[name]
        return field.typed(value) if isinstance(field, Number) else list(value) if isinstance(value, tuple) else value

    return lends


LINKS = tuple(
    Link(take_home.CALCULATOR, rate_to_charge.CALCULATOR, name, lends)
    for name, lends in (
        ("country", _same("country")),
        ("tax_year", _same("tax_year", *SITUATION)),
        ("wages", _same("wages", *SITUATION)),
        *((name, _same(name, *countries)) for name, countries in ASKING.items()),
    )
)
