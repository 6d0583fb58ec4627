"""The examples of calculators' own pages: the household of each country, with its own numbers."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from calculators import CATALOGUE, IDS, PATH, find
from theme.mkdocs.households import households
from theme.mkdocs.offers import offers

DAY = date(2026, 11, 29)
HOUSEHOLDS = households(DAY)
COUNTRIES = {"us", "uk", "ca", "au", "elsewhere"}


def offered(name: str) -> dict[str, Any]:
    calculator = find(name)
    assert calculator is not None
    numbers: dict[str, Any] = json.loads(offers(calculator, HOUSEHOLDS).numbers)
    return numbers


@pytest.mark.parametrize("name", [name for name in PATH if name in IDS and name != "plan"])
def test_each_step_has_an_example_for_each_country(name: str) -> None:
    assert set(offered(name)) == COUNTRIES


@pytest.mark.parametrize("calculator", CATALOGUE, ids=lambda calculator: str(calculator.id))
def test_offered_numbers_are_the_households_own(calculator: Any) -> None:
    """What is offered reads back as the household's inputs, and gives the same headline."""
    by_country = {household.facts["country"]: household for household in HOUSEHOLDS.values()}
    for country, offer in offered(calculator.id).items():
        own, errors = calculator.read(by_country[country].inputs_of(calculator.id))
        typed, refused = calculator.read(offer["inputs"])
        assert errors == refused == []
        headline = calculator.at(own).headline.name
        texts = [calculator.outcome(inputs, DAY, ranges=False).value(headline) for inputs in (own, typed)]
        assert texts[1] == pytest.approx(texts[0], abs=0.01)


def test_prices_of_the_offer_are_its_countrys() -> None:
    """The equalizer would else look back at the United States' prices."""
    assert {country: offer["inputs"]["area"] for country, offer in offered("equalizer").items()} == {"us": "us", "uk": "uk", "au": "au"}
