"""When the tax on the gig is due, and how much to set aside for each day: a small tax calendar of a take-home outcome."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, cast

from ...engine.calculator import Outcome
from ...engine.fields import Field, Money, Text, columns
from ...engine.figures import figure
from .inputs import Inputs

SATURDAY = 5
NAME = "due_payments"
"""The name of each country's figure with its due payments."""
SMALLEST = 0.005
"""Amounts below half a cent are not due."""


@dataclass(frozen=True)
class Due:
    """A payment: its day, what it is for, and the amount in the country's currency."""

    day: date
    what: str
    amount: float


@dataclass(frozen=True)
class Payment:
    """A row of the table."""

    due: Annotated[str, Text("Due")]
    what: Annotated[str, Text("For")]
    amount: Annotated[float, Money("Set aside", dollars=True)]


def after(day: date, month_and_day: str) -> date:
    """The first day after another one that has this month and day, "01-31"."""
    month, number = map(int, month_and_day.split("-"))
    this_year = date(day.year, month, number)
    return this_year if this_year > day else date(day.year + 1, month, number)


def working_day(day: date) -> date:
    """The day itself, or the Monday after a weekend. Public holidays are not considered."""
    return day + timedelta(days=7 - day.weekday() if day.weekday() >= SATURDAY else 0)


def in_order(payments: Sequence[Due]) -> tuple[Due, ...]:
    """The payments of more than nothing, by day."""
    return tuple(sorted((payment for payment in payments if payment.amount > SMALLEST), key=lambda payment: payment.day))


@figure("When to pay", table=Payment)
def when_to_pay(due_payments: tuple[Due, ...]) -> tuple[Payment, ...]:
    """The days on which tax on the gig is due, and what to have set aside by then."""
    return tuple(Payment(f"{due.day.day} {due.day:%B %Y}", due.what, due.amount) for due in due_payments)


def payments(outcome: Outcome[Inputs]) -> tuple[Due, ...]:
    """The due payments of an outcome, by day, for a plan or a calendar; none at the reader's own rates."""
    return cast("tuple[Due, ...]", outcome.values.get(NAME, ()))


def amount_unit(outcome: Outcome[Inputs]) -> Field:
    """The unit of the payments, in the currency of the country."""
    table = next(figure.table for figure in outcome.calculator.figures if figure.name == when_to_pay.name and figure.table)
    return dict(columns(table))["amount"]
