"""Prefills from take-home pay: tax rates, and the facts about the taxpayer."""

from collections.abc import Callable

from ...catalogue import take_home
from ...catalogue.rate_to_charge.inputs import SITUATION
from ...catalogue.take_home import closing
from ...catalogue.take_home.inputs import Inputs
from ...engine.calculator import Outcome
from ...engine.fields import Number
from ...shared.periods import MONTHS_PER_YEAR
from .prefill import Prefill
from .typed import amount, percent, zero

HIGHEST_TAX = 0.9

TAKE_HOME_FIELDS = {slot.name: slot.field for slot in take_home.CALCULATOR.slots}

COUNTRIES_WITH = {
    name: tuple(country for country, names in SITUATION.items() if name in names)
    for name in dict.fromkeys(name for names in SITUATION.values() for name in names)
}
"""The fields that describe the taxpayer, each with the countries whose form has it."""


def _next_rate(outcome: Outcome[Inputs]) -> str:
    """The marginal tax rate on gig income. Credits that grow with income can make it negative; it then counts as 0."""
    return percent(min(max(outcome[closing.marginal_rate], 0.0), HIGHEST_TAX))


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


_SOURCE = take_home.CALCULATOR

PREFILLS = (
    *(Prefill(_SOURCE, target, "tax_rate", _next_rate) for target in ("rate-to-charge", "net-hourly", "accelerator", "plan")),
    Prefill(_SOURCE, "plan", "tax_zero", lambda o: zero(o[closing.marginal_rate])),
    Prefill(_SOURCE, "buffer", "steady", lambda o: amount(o[closing.take_home_without_gig] / MONTHS_PER_YEAR)),
    Prefill(_SOURCE, "rate-to-charge", "country", _same("country")),
    *(Prefill(_SOURCE, "rate-to-charge", name, _same(name, *SITUATION)) for name in ("tax_year", "wages")),
    *(Prefill(_SOURCE, "rate-to-charge", name, _same(name, *countries)) for name, countries in COUNTRIES_WITH.items()),
)
