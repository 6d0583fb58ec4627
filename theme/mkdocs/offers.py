"""The examples of a calculator's own page: for each country the household of the book that lives there, and its numbers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from calculators.engine.calculator import Calculator
from calculators.engine.typed import typed_value

from .households import Household

PRICES = ("uk", "ca", "au", "us")
"""The countries whose prices the equalizer knows."""


@dataclass(frozen=True)
class Offers:
    """Whose numbers a page offers, as a possessive by country, and the numbers as JSON: {country: {whose, inputs}}."""

    whose: Mapping[str, str]
    numbers: str


def offers(calculator: Calculator, households: Mapping[str, Household]) -> Offers:
    """Collect the numbers of each household that has what the calculator asks; the others are left out."""
    examples = {}
    for household in households.values():
        country, inputs = str(household.facts["country"]), _inputs(calculator, household)
        if inputs:
            examples[country] = {"whose": household.facts["possessive"], "inputs": inputs}
    return Offers({country: str(each["whose"]) for country, each in examples.items()}, json.dumps(examples, ensure_ascii=False))


def _inputs(calculator: Calculator, household: Household) -> dict[str, object]:
    """The household's inputs as typed; empty where its file lacks what they follow from."""
    if calculator.id == "plan":
        return {}  # it is made of the reader's own workbook
    try:
        given = household.inputs_of(calculator.id)
    except KeyError:
        return {}
    if calculator.id == "equalizer" and household.facts["country"] in PRICES:
        given["area"] = household.facts["country"]
    read, _ = calculator.read(given)
    return {slot.name: typed_value(slot, getattr(read, slot.name)) for slot in calculator.slots if slot.name in given}
