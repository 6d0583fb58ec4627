"""When estimated tax and the balance of the return are due in the United States."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ....engine.fields import Text
from ....engine.figures import figure
from ..deadlines import Due, after, in_order, working_day
from ..years import year_end
from .estimated import PAYMENTS
from .states.places import OWN_RATE
from .states.rules import Rules


def state_days(year: int, days: Sequence[str]) -> list[date]:
    """A state's days in a tax year, each the first after the one before it."""
    dates: list[date] = []
    for day in days:
        dates.append(after(dates[-1] if dates else year_end(year - 1), day))
    return [working_day(day) for day in dates]


def state_dues(rules: Rules, year: int, federal: Sequence[date], return_day: str, extra: float, *, is_estimated: bool) -> Iterator[Due]:
    """State and local tax on the state's days: in parts, or with its return where no estimated tax is due or the state wants none.

    At the reader's own rate these are the federal days.
    """
    if rules.code == OWN_RATE:
        days, shares = list(federal), [1 / PAYMENTS] * PAYMENTS
    else:
        days, shares = state_days(year, rules.estimated_days), list(rules.estimated_shares)
    if is_estimated and days:
        yield from (Due(day, "State and local tax", share * extra) for day, share in zip(days, shares, strict=True))
    else:
        day = working_day(after(year_end(year), rules.return_day or return_day))
        yield Due(day, "With your state and local return", extra)


@figure("Payments and their days", unit=Text(), step=True)
def due_payments(
    tax_year: str,
    state_rules: Rules,
    estimated_tax: float,
    estimated_payment: float,
    still_owed: float,
    extra_state_tax: float,
    due_dates: Sequence[str],
    return_day: str,
) -> tuple[Due, ...]:
    """Federal estimated tax in four payments, the rest with the return, and state and local tax on the state's own days.

    Where no federal estimated tax is due, state tax is taken to be due with the state's return.
    """
    year = int(tax_year)
    federal = [date.fromisoformat(day) for day in due_dates]
    payments = [Due(day, "Federal estimated tax", estimated_payment) for day in federal]
    payments.append(Due(working_day(after(year_end(year), return_day)), "With your federal return", still_owed - estimated_tax))
    payments += state_dues(state_rules, year, federal, return_day, extra_state_tax, is_estimated=estimated_payment > 0)
    return in_order(payments)
