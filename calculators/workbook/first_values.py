"""Initial form values that follow from the reader and the day: prices, tax law, region, household, and the plan's start."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from ..engine.calculator import Calculator
from ..engine.fields import Choice
from ..engine.money import typed_number
from ..engine.place import HOME
from ..shared.place import BY_COUNTRY
from .about import About

ROUND_GUESS = "3"
"""Percent a year, for places without a published series here. It is not any country's rate."""
OWNERS = {"uk": "the United Kingdom’s", "ca": "Canada’s", "au": "Australia’s", "euro": "the euro area’s"}
IMPLIED = "your choice of money and country"
ANSWERED = "“About you”"
ELSEWHERE = "elsewhere"
"""The country of take-home pay for a place whose tax law is not here."""
PLAN = "plan"
TAXED = ("take-home", "rate-to-charge")
"""The calculators whose forms ask about the taxpayer."""
REGIONS = {"us": "state", "ca": "province", "uk": "uk_region"}
"""The field that asks for the region, by country."""
PARTNER: Mapping[str, Mapping[str, str]] = {
    "single": {"filing_status": "single", "partner": "no"},
    "parent": {"filing_status": "head", "partner": "no"},
    "married": {"filing_status": "joint", "partner": "yes"},
    "partners": {"filing_status": "single", "partner": "yes"},
}
"""What a kind of household answers. Only a married couple can file together in the United States; elsewhere any couple counts."""
FAMILY = {
    "us": ("filing_status", "filing_status"),
    "uk": ("uk_partner", "partner"),
    "ca": ("ca_spouse", "partner"),
    "au": ("au_spouse", "partner"),
}
"""The field that asks for the household, and its answer in PARTNER, by country."""


class FirstValue(NamedTuple):
    """A field's value as typed, and its origin, worded to follow "From"."""

    field: str
    value: str
    named: str


def first_values(calculator: Calculator, reader: About, day: date) -> Iterator[FirstValue]:
    """Yield the first values of a calculator's fields, without those for which it has no field, or no such choice."""
    fields = {slot.name: slot.field for slot in calculator.slots}
    for first in _candidates(calculator.id, reader, day):
        field = fields.get(first.field)
        if field and (not isinstance(field, Choice) or any(option.value == first.value for option in field.options)):
            yield first


def _candidates(calculator: str, reader: About, day: date) -> Iterator[FirstValue]:
    if calculator == PLAN:
        yield FirstValue("start_day", next_monday(day).isoformat(), "the calendar")
    named = ANSWERED if reader.country else IMPLIED
    if reader.place == HOME and not reader.country:
        return
    if calculator == "equalizer":
        yield FirstValue("area", reader.place, named)
    if calculator in {"equalizer", "accelerator"} and reader.place != HOME:
        yield _inflation(reader.place)
    if calculator == "take-home" or (calculator in TAXED and reader.country):
        country = BY_COUNTRY.get(reader.place, ELSEWHERE)
        yield FirstValue("country", country, named)
        if reader.region and country in REGIONS:
            yield FirstValue(REGIONS[country], reader.region, named)
        if reader.household and country in FAMILY:
            field, answer = FAMILY[country]
            yield FirstValue(field, PARTNER[reader.household][answer], named)


def next_monday(day: date) -> date:
    """The first Monday after a day."""
    return day + timedelta(days=7 - day.weekday())


def _inflation(place: str) -> FirstValue:
    if place not in OWNERS:
        return FirstValue("inflation", ROUND_GUESS, "our round guess")
    from ..catalogue.equalizer.published import LAST_YEAR, growth  # the series are read only where they are used

    rate = growth(place, "overall", LAST_YEAR - 1, LAST_YEAR) - 1
    return FirstValue("inflation", typed_number(rate * 100, 1), f"{OWNERS[place]} price index for {LAST_YEAR}")
