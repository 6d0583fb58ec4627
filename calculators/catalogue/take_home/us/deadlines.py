"""When estimated tax and the balance of the return are due in the United States."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from ....engine.fields import Text
from ....engine.figures import figure
from ..deadlines import Due, after, in_order, working_day

EQUAL = (0.25, 0.25, 0.25, 0.25)


def state_days(state: str, year: int, federal: Sequence[date], days: Mapping[str, Sequence[str]]) -> list[date]:
    """The four days of a state in a tax year: its own, or the federal ones."""
    own = days.get(state)
    if own is None:
        return list(federal)
    dates = [after(date(year - 1, 12, 31), own[0])]
    for _, day in pairwise(own):
        dates.append(after(dates[-1], day))
    return [working_day(day) for day in dates]


@figure("Payments and their days", unit=Text(), step=True)
def due_payments(
    tax_year: str,
    state: str,
    estimated_tax: float,
    estimated_payment: float,
    still_owed: float,
    extra_state_tax: float,
    due_dates: Sequence[str],
    return_day: str,
    state_payment_days: Mapping[str, Sequence[str]],
    state_payment_shares: Mapping[str, Sequence[float]],
) -> tuple[Due, ...]:
    """Federal estimated tax in four payments, the rest with the return, and state and local tax on the state's own days.

    Where no federal estimated tax is due, state tax is taken to be due with the state's return.
    """
    year = int(tax_year)
    federal = [date.fromisoformat(day) for day in due_dates]
    due = working_day(after(date(year, 12, 31), return_day))
    payments = [Due(day, "Federal estimated tax", estimated_payment) for day in federal]
    payments.append(Due(due, "With your federal return", still_owed - estimated_tax))
    if estimated_payment > 0:
        days = state_days(state, year, federal, state_payment_days)
        shares = state_payment_shares.get(state, EQUAL)
        payments += [Due(day, "State and local tax", share * extra_state_tax) for day, share in zip(days, shares, strict=True)]
    else:
        own = state_payment_days.get(state)
        day = due if own is None else working_day(after(date(year, 12, 31), own[0]))
        payments.append(Due(day, "With your state and local return", extra_state_tax))
    return in_order(payments)
