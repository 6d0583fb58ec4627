"""Prefills from take-home pay to the rate to charge: the facts about the taxpayer."""

from collections.abc import Callable

from ...catalogue import rate_to_charge, take_home
from ...catalogue.rate_to_charge.inputs import SITUATION
from ...catalogue.take_home.inputs import Inputs
from ...engine.calculator import Outcome
from ...engine.fields import Number
from .prefill import Prefill

TAKE_HOME_FIELDS = {slot.name: slot.field for slot in take_home.CALCULATOR.slots}

COUNTRIES_WITH = {
    name: tuple(country for country, names in SITUATION.items() if name in names)
    for name in dict.fromkeys(name for names in SITUATION.values() for name in names)
}
"""The fields that describe the taxpayer, each with the countries whose form has it."""


def _same(name: str, *countries: str) -> Callable[[Outcome[Inputs]], object]:
    """The field of the same name as it was typed; None in a country whose form does not have it."""
    field = TAKE_HOME_FIELDS[name]

    def value(outcome: Outcome[Inputs]) -> object:
        if countries and outcome.inputs.country not in countries:
            return None
        if isinstance(field, Number):
            return field.typed(outcome.number(name))
        answer = outcome.value(name)
        return list(answer) if isinstance(answer, tuple) else answer

    return value


PREFILLS = tuple(
    Prefill(take_home.CALCULATOR, rate_to_charge.CALCULATOR, name, value)
    for name, value in (
        ("country", _same("country")),
        ("tax_year", _same("tax_year", *SITUATION)),
        ("wages", _same("wages", *SITUATION)),
        *((name, _same(name, *countries)) for name, countries in COUNTRIES_WITH.items()),
    )
)
