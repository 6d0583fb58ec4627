"""When the balance of the return and the next year's instalments are due in Canada."""

from collections.abc import Mapping, Sequence
from datetime import date

from ....engine.fields import Text
from ....engine.figures import figure
from ..deadlines import Due, after, in_order, working_day
from ..years import year_end
from .contributions import DOLLARS
from .place import QUEBEC

QUARTERS = 4


@figure("Federal tax, with repaid Old Age Security", unit=DOLLARS, tone="loss")
def federal_due(federal_tax: float, security_repaid: float) -> float:
    """What a resident of Quebec pays to the Canada Revenue Agency; the rest goes to Revenu Québec."""
    return federal_tax + security_repaid


def instalments(who: str, owed: float, limit: float, days: Sequence[date]) -> list[Due]:
    """A quarter of last year's amount on each day, if it is above the limit."""
    what = f"Instalment for the next year{who}, if you earn the same again"
    return [Due(day, what, owed / QUARTERS) for day in days] if owed > limit else []


@figure("Payments and their days", unit=Text(), step=True)
def due_payments(
    province: str,
    tax_year: str,
    extra_tax: float,
    federal_due: float,
    federal_due_without_gig: float,
    instalment_limit: Mapping[str, float],
    payment_days: Mapping[str, Sequence[str]],
) -> tuple[Due, ...]:
    """The balance by 30 April. Above a limit, quarterly instalments follow in the next year, of a quarter each.

    The limit is $3,000 of tax that is not withheld, and in Quebec $1,800 for each of the two governments.
    """
    end = year_end(tax_year)
    balance = working_day(after(end, payment_days["balance"][0]))
    days = [working_day(after(end, day)) for day in payment_days["instalments"]]
    if province != QUEBEC:
        return in_order([Due(balance, "Balance of your return", extra_tax), *instalments("", extra_tax, instalment_limit["usual"], days)])
    federal = federal_due - federal_due_without_gig
    own, limit = extra_tax - federal, instalment_limit["quebec"]
    return in_order(
        [
            Due(balance, "Balance of your federal return", federal),
            Due(balance, "Balance of your Quebec return", own),
            *instalments(" to Canada", federal, limit, days),
            *instalments(" to Quebec", own, limit, days),
        ]
    )
