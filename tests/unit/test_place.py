"""Whose published prices the equalizer starts from: those of the reader's own money and country, and nobody else's."""

import json
from typing import Any

import pytest

from calculators import bridge
from calculators.engine.currency import currency_of
from calculators.shared.place import place_of

DAY = "2026-11-23"


def book(sign: str | None = None, country: str | None = None, **more: Any) -> dict[str, Any]:
    pages = {} if country is None else {"take-home": {"inputs": {"country": country}}}
    workbook = {"app": "ultimate-gig", "schema": 1, "saved": "", "calculators": {**pages, **more}}
    return workbook if sign is None else {**workbook, "sign": sign}


def sent(way: Any, calculator: str, workbook: dict[str, Any], **request: Any) -> dict[str, Any]:
    return dict(json.loads(way(json.dumps({"calculator": calculator, "inputs": {}, "workbook": workbook, "as_of": DAY, **request}))))


@pytest.mark.parametrize(
    ("sign", "country", "place"),
    [
        (None, None, "us"),
        ("$", "us", "us"),
        ("US$", None, "us"),
        ("£", None, "uk"),
        ("gbp", None, "uk"),
        ("€", None, "euro"),
        ("C$", None, "ca"),
        ("CA$", "us", "ca"),
        ("A$", None, "au"),
        ("£", "us", "uk"),
        ("€", "uk", "euro"),
        ("KSh", None, "none"),
        ("kr", "us", "none"),
        ("NZ$", None, "none"),
        (None, "uk", "uk"),
        (None, "ca", "ca"),
        (None, "au", "au"),
        (None, "elsewhere", "none"),
    ],
)
def test_sign_and_country_say_whose_prices_count(sign: str | None, country: str | None, place: str) -> None:
    workbook = book(sign, country)
    assert place_of(currency_of(sign), country) == place
    answer = sent(bridge.run, "equalizer", workbook)
    assert answer["inputs"]["area"] == place
    names = {parameter["name"] for parameter in answer["parameters"]}
    assert any("us_" in name for name in names) == (place == "us")
    assert (f"prices/{place}_consumer_prices.overall" in names) == (place != "none")


@pytest.mark.parametrize("workbook", [None, 5, [], {}, {"calculators": {"take-home": {"inputs": {"country": ["uk"]}}}}, {"sign": 5}])
def test_what_says_nothing_leaves_the_first_place(workbook: Any) -> None:
    answer = json.loads(bridge.run(json.dumps({"calculator": "equalizer", "inputs": {}, "workbook": workbook, "as_of": DAY})))
    assert answer["inputs"]["area"] == "us"


@pytest.mark.parametrize(
    ("sign", "inflation", "named"),
    [
        # the Office for National Statistics prints 3.4% for 2025 (series D7G7)
        ("£", "3.4", "the United Kingdom’s price index for 2025"),
        # Eurostat's printed yearly rate of the euro area for 2025 is 2.1%
        ("€", "2.1", "the euro area’s price index for 2025"),
        ("KSh", "3", "our round guess"),
    ],
)
def test_the_rate_that_stands_first_is_of_that_place_and_says_so(sign: str, inflation: str, named: str) -> None:
    linked = sent(bridge.page, "equalizer", book(sign))["linked"]
    assert (linked["inflation"]["value"], linked["inflation"]["named"]) == (inflation, named)
    assert linked["area"]["named"] == "your choice of money and country"


def test_what_the_reader_chose_in_the_equalizer_stays() -> None:
    workbook = book("£", equalizer={"inputs": {"area": "ca", "inflation": "5"}})
    answer = sent(bridge.run, "equalizer", workbook)
    assert (answer["inputs"]["area"], answer["inputs"]["inflation"]) == ("ca", 0.05)


def test_a_household_of_the_book_keeps_its_own_prices() -> None:
    answer = sent(bridge.page, "equalizer", book("£"), example={"pay": "41000", "inflation": "3.4", "area": "us"})
    assert "inflation" not in answer["linked"]
    assert "area" not in answer["linked"]


def test_the_plan_is_lent_the_gap_at_the_same_rate() -> None:
    workbook = book("KSh", equalizer={"inputs": {"pay": "52000"}})
    gap = sent(bridge.run, "equalizer", workbook)["figures"]["gap_month"]
    assert sent(bridge.run, "plan", workbook)["inputs"]["gap_month"] == gap
    assert sent(bridge.run, "plan", {**workbook, "sign": "$"})["inputs"]["gap_month"] != gap


def test_elsewhere_the_published_places_are_named() -> None:
    html = sent(bridge.page, "equalizer", book("KSh"))["outcome"]["html"]
    assert "for the United States, the United Kingdom, Canada, Australia and the euro area" in html
    assert "Bureau of Labor Statistics" not in html
    assert "Bureau of Labor Statistics" in sent(bridge.page, "equalizer", book())["outcome"]["html"]


@pytest.mark.parametrize("sign", ["£", "€", "KSh"])
def test_the_accelerator_cites_no_american_inflation_to_others(sign: str) -> None:
    assert sent(bridge.run, "accelerator", book())["parameters"]
    assert sent(bridge.run, "accelerator", book(sign))["parameters"] == []
    first = sent(bridge.page, "accelerator", book(sign))["linked"]
    assert first == {"inflation": sent(bridge.page, "equalizer", book(sign))["linked"]["inflation"]}
