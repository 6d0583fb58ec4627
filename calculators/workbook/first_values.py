"""Initial form values that depend on the reader's place and day: the country's price series, its tax law, and the plan's first day."""

from dataclasses import dataclass
from datetime import date, timedelta

from ..engine.money import typed_number
from ..engine.place import HOME
from ..shared.place import BY_COUNTRY

ROUND_GUESS = "3"
"""Percent a year, for places without a published series here. It is not any country's rate."""
OWNERS = {"uk": "the United Kingdom’s", "ca": "Canada’s", "au": "Australia’s", "euro": "the euro area’s"}
CHOICE = "your choice of money and country"
ELSEWHERE = "elsewhere"
"""The country of take-home pay for a place whose tax law is not here."""
PLAN = "plan"
STARTED = {"equalizer": ("area", "inflation"), "accelerator": ("inflation",), "take-home": ("country",)}
"""The fields that depend on the reader's place, by calculator."""


@dataclass(frozen=True)
class FirstValue:
    """A field's value as typed, and its origin, worded to follow "From"."""

    field: str
    value: str
    named: str


def first_values(calculator: str, place: str, day: date) -> tuple[FirstValue, ...]:
    """The first values of a calculator.

    They are the place's price series and its latest yearly rate, or a round guess where there is none; its tax law, or that of nowhere;
    and for the plan, the Monday after `day`.
    """
    if calculator == PLAN:
        return (FirstValue("start_day", next_monday(day).isoformat(), "the calendar"),)
    fields = STARTED.get(calculator, ())
    if place == HOME or not fields:
        return ()
    country = BY_COUNTRY.get(place, ELSEWHERE)
    candidates = (FirstValue("area", place, CHOICE), FirstValue("country", country, CHOICE), _inflation(place))
    return tuple(candidate for candidate in candidates if candidate.field in fields)


def next_monday(day: date) -> date:
    """The first Monday after a day."""
    return day + timedelta(days=7 - day.weekday())


def _inflation(place: str) -> FirstValue:
    if place not in OWNERS:
        return FirstValue("inflation", ROUND_GUESS, "our round guess")
    from ..catalogue.equalizer.published import LAST_YEAR, growth  # the series are read only where they are used

    rate = growth(place, "overall", LAST_YEAR - 1, LAST_YEAR) - 1
    return FirstValue("inflation", typed_number(rate * 100, 1), f"{OWNERS[place]} price index for {LAST_YEAR}")
