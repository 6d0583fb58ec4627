"""Prefills from take-home pay: tax rates, and the facts about the taxpayer."""

from collections.abc import Callable

from ...catalogue import take_home
from ...catalogue.rate_to_charge.inputs import SITUATION
from ...catalogue.take_home import closing
from ...catalogue.take_home.deadlines import payments
from ...catalogue.take_home.inputs import Inputs
from ...engine.calculator import Outcome
from ...engine.fields import Number
from ...engine.money import typed_number
from ...shared.periods import MONTHS_PER_YEAR
from .prefill import Prefill
from .typed import HIGHEST_SHARE, amount, percent, zero

TAKE_HOME_FIELDS = {slot.name: slot.field for slot in take_home.CALCULATOR.slots}

COUNTRIES_WITH = {
    name: tuple(country for country, names in SITUATION.items() if name in names)
    for name in dict.fromkeys(name for names in SITUATION.values() for name in names)
}
"""The fields that describe the taxpayer, each with the countries whose form has it."""


def _share_taken(outcome: Outcome[Inputs]) -> float:
    """The share of the gig that tax and lost benefits take: on its next dollars or, where that is more, of all of it.

    Beyond a cliff the next dollars tell nothing of the benefit that the gig has taken, and just below one they take more than they bring,
    so that the share of the whole gig counts. Credits that grow with income can make both negative, which counts as 0.
    """
    cash = outcome.number("gig_cash" if "gig_cash" in outcome.values else "net_profit")
    whole = (cash - outcome[closing.kept_from_gig]) / cash if cash > 0 else 0.0
    following = outcome[closing.marginal_rate]
    return min(max(whole, following if following <= HIGHEST_SHARE else 0.0, 0.0), HIGHEST_SHARE)


def _typed_share(outcome: Outcome[Inputs]) -> str:
    """The same as a percentage."""
    return percent(_share_taken(outcome))


def _tax_days(outcome: Outcome[Inputs]) -> list[dict[str, str]] | None:
    """What is due on the gig, by day."""
    return [{"day": due.day.isoformat(), "what": due.what, "amount": typed_number(due.amount, 2)} for due in payments(outcome)] or None


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
    *(Prefill(_SOURCE, target, "tax_rate", _typed_share) for target in ("rate-to-charge", "net-hourly", "accelerator", "plan")),
    Prefill(_SOURCE, "plan", "tax_zero", lambda o: zero(_share_taken(o))),
    Prefill(_SOURCE, "plan", "tax_days", _tax_days),
    Prefill(_SOURCE, "equalizer", "hour_tax", _typed_share),
    Prefill(_SOURCE, "buffer", "steady", lambda o: amount(o[closing.take_home_without_gig] / MONTHS_PER_YEAR)),
    Prefill(_SOURCE, "rate-to-charge", "country", _same("country")),
    *(Prefill(_SOURCE, "rate-to-charge", name, _same(name, *SITUATION)) for name in ("tax_year", "wages")),
    *(Prefill(_SOURCE, "rate-to-charge", name, _same(name, *countries)) for name, countries in COUNTRIES_WITH.items()),
)
