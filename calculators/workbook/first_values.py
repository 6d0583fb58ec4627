"""What stands first in a form for a reader outside of the United States, whose own series the forms start from."""

from __future__ import annotations

from dataclasses import dataclass

from ..engine.money import typed_number
from ..engine.place import HOME

ROUND_GUESS = "3"
"""Percent a year, for a place whose prices are not in here; no country's rate."""
OWNERS = {"uk": "the United Kingdom’s", "ca": "Canada’s", "au": "Australia’s", "euro": "the euro area’s"}
STARTED = {"equalizer": ("area", "inflation"), "accelerator": ("inflation",)}
"""The fields that follow the reader's place, by calculator."""


@dataclass(frozen=True)
class FirstValue:
    """A field's value as typed, and where it comes from, in words that follow "From"."""

    field: str
    value: str
    named: str


def first_values(calculator: str, place: str) -> tuple[FirstValue, ...]:
    """The place's series and its last yearly rate; a round guess where there is none."""
    fields = STARTED.get(calculator, ())
    if place == HOME or not fields:
        return ()
    found = (FirstValue("area", place, "your choice of money and country"), _inflation(place))
    return tuple(one for one in found if one.field in fields)


def _inflation(place: str) -> FirstValue:
    if place not in OWNERS:
        return FirstValue("inflation", ROUND_GUESS, "our round guess")
    from ..catalogue.equalizer.published import LAST_YEAR, growth  # the series are read only where they are used

    rate = growth(place, "overall", LAST_YEAR - 1, LAST_YEAR) - 1
    return FirstValue("inflation", typed_number(rate * 100, 1), f"{OWNERS[place]} price index for {LAST_YEAR}")
