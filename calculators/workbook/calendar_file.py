"""The dates of a workbook as a calendar file: the plan's ninety days, and the days on which tax on the gig is due."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from ..engine.currency import in_currency
from ..engine.notation import POINT, in_notation, notation_of
from ..engine.place import in_place
from .about import about, currency
from .document import outcome_of, pages
from .icalendar import Event, write_calendar

NAME = "My LEVERAGE plan"
NOTICE = 7
"""Days before a payment on which the calendar reminds of it."""
LONGEST_TITLE = 80
"""Characters; calendars show little more of a title."""

_SENTENCE_END = re.compile(r"(?<=[.!?])\s")


@dataclass(frozen=True)
class CalendarFile:
    """A calendar file: its text, and how many of the plan's steps and of the tax payments are in it, from the day of making on."""

    text: str
    steps: int
    payments: int


def calendar_file(book: Mapping[str, object], day: date, now: datetime) -> CalendarFile:
    """Make the calendar file of a workbook, in its notation and currency.

    Args:
        book: a workbook of the current schema. Tax days need its take-home pay; what it leaves out of the plan is prefilled.
        day: today; earlier dates are left out.
        now: the time in UTC.
    """
    reader = about(book)
    with in_notation(notation_of(str(book.get("numbers", POINT.example)))), in_currency(currency(book)), in_place(reader.place):
        steps = [event for event in _steps(book, day) if event.day >= day]
        payments = [event for event in _payments(book, day) if event.day >= day]
    events = sorted([*steps, *payments], key=lambda event: event.day)
    return CalendarFile(write_calendar(NAME, events, now), len(steps), len(payments))


def _steps(book: Mapping[str, object], day: date) -> Iterator[Event]:
    """The plan's steps; none while one of its numbers needs another look."""
    from ..catalogue.plan import CALCULATOR
    from ..catalogue.plan.days import numbered_steps
    from ..catalogue.plan.inputs import day_of

    outcome = outcome_of(CALCULATOR, pages(book), day, about(book))
    first = day_of(outcome.inputs.start_day) if outcome else None
    if outcome is None or first is None:
        return
    for number, step, page in outcome[numbered_steps]:
        more = f"\n\nMore on it: {page}, in Ultimate Gig." if page else ""
        yield Event(first + timedelta(days=number - 1), _title(step), f"Day {number} of 90. {step}{more}")


def _payments(book: Mapping[str, object], day: date) -> Iterator[Event]:
    """What to pay, if the workbook has take-home pay; without it, the amounts would be of an example."""
    from ..catalogue.take_home import CALCULATOR
    from ..catalogue.take_home.deadlines import amount_unit, payments

    kept = pages(book)
    outcome = outcome_of(CALCULATOR, kept, day, about(book)) if CALCULATOR.id in kept else None
    if outcome is None or not payments(outcome):
        return
    with in_currency(CALCULATOR.currency({CALCULATOR.case: outcome.inputs.country}, currency(book))):
        for due in payments(outcome):
            amount = amount_unit(outcome).write(due.amount)
            text = (
                f"Have {amount} set aside for this: {due.what}. From your take-home pay in Ultimate Gig; check the day with the tax office."
            )
            yield Event(due.day, f"{due.what}: {amount}", text, NOTICE)


def _title(step: str) -> str:
    """The first sentence of a step, cut at the end of a word if it is long."""
    sentence = _SENTENCE_END.split(step, maxsplit=1)[0].rstrip(".")
    return sentence if len(sentence) <= LONGEST_TITLE else f"{sentence[:LONGEST_TITLE].rsplit(' ', 1)[0]}…"
