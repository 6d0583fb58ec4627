"""The place whose published prices the equalizer starts from, by the reader's currency and country."""

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
def test_sign_and_country_select_the_place(sign: str | None, country: str | None, place: str) -> None:
    workbook = book(sign, country)
    assert place_of(currency_of(sign), country) == place
    answer = sent(bridge.run, "equalizer", workbook)
    assert answer["inputs"]["area"] == place
    names = {parameter["name"] for parameter in answer["parameters"]}
    assert any("us_" in name for name in names) == (place == "us")
    assert (f"prices/{place}_consumer_prices.overall" in names) == (place != "none")


@pytest.mark.parametrize("workbook", [None, 5, [], {}, {"calculators": {"take-home": {"inputs": {"country": ["uk"]}}}}, {"sign": 5}])
def test_invalid_sign_or_country_leaves_the_default_place(workbook: Any) -> None:
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
def test_first_rate_is_that_of_the_place_and_says_so(sign: str, inflation: str, named: str) -> None:
    linked = sent(bridge.page, "equalizer", book(sign))["linked"]
    assert (linked["inflation"]["value"], linked["inflation"]["named"]) == (inflation, named)
    assert linked["area"]["named"] == "your choice of money and country"


@pytest.mark.parametrize(
    ("sign", "country"), [(None, "us"), ("US$", "us"), ("£", "uk"), ("C$", "ca"), ("A$", "au"), ("€", "elsewhere"), ("KSh", "elsewhere")]
)
def test_take_home_starts_in_the_country_of_the_money(sign: str | None, country: str) -> None:
    """A reader who chose another country's money is not shown US tax as if it were theirs."""
    answer = sent(bridge.run, "take-home", book(sign))
    assert answer["inputs"]["country"] == country
    assert any("us/" in parameter["name"] for parameter in answer["parameters"]) == (country == "us")


def test_tax_in_the_plan_is_that_of_the_money() -> None:
    """The rate that take-home pay hands on follows the country too, and a country that the reader chose stays."""
    pages = {"take-home": {"inputs": {"wages": "30000"}}}
    rate = sent(bridge.run, "plan", {**book("£"), "calculators": pages})["inputs"]["tax_rate"]
    own = {"take-home": {"inputs": {"wages": "30000", "country": "uk"}}}
    assert sent(bridge.run, "plan", {**book("£"), "calculators": own})["inputs"]["tax_rate"] == rate
    us = {"take-home": {"inputs": {"wages": "30000", "country": "us"}}}
    assert sent(bridge.run, "plan", {**book("£"), "calculators": us})["inputs"]["tax_rate"] != rate


def test_place_chosen_in_the_equalizer_stays() -> None:
    workbook = book("£", equalizer={"inputs": {"area": "ca", "inflation": "5"}})
    answer = sent(bridge.run, "equalizer", workbook)
    assert (answer["inputs"]["area"], answer["inputs"]["inflation"]) == ("ca", 0.05)


def test_household_of_the_book_keeps_its_place() -> None:
    answer = sent(bridge.page, "equalizer", book("£"), example={"pay": "41000", "inflation": "3.4", "area": "us"})
    assert "inflation" not in answer["linked"]
    assert "area" not in answer["linked"]


def test_plan_is_prefilled_with_the_gap_at_the_same_rate() -> None:
    workbook = book("KSh", equalizer={"inputs": {"pay": "52000"}})
    gap = sent(bridge.run, "equalizer", workbook)["figures"]["gap_month"]
    assert sent(bridge.run, "plan", workbook)["inputs"]["gap_month"] == gap
    assert sent(bridge.run, "plan", {**workbook, "sign": "$"})["inputs"]["gap_month"] != gap


def test_published_places_are_named_elsewhere() -> None:
    html = sent(bridge.page, "equalizer", book("KSh"))["outcome"]["html"]
    assert "for the United States, the United Kingdom, Canada, Australia and the euro area" in html
    assert "Bureau of Labor Statistics" not in html
    assert "Bureau of Labor Statistics" in sent(bridge.page, "equalizer", book())["outcome"]["html"]


@pytest.mark.parametrize("sign", ["£", "€", "KSh"])
def test_accelerator_cites_us_inflation_only_in_the_us(sign: str) -> None:
    assert sent(bridge.run, "accelerator", book())["parameters"]
    assert sent(bridge.run, "accelerator", book(sign))["parameters"] == []
    first = sent(bridge.page, "accelerator", book(sign))["linked"]
    assert first == {"inflation": sent(bridge.page, "equalizer", book(sign))["linked"]["inflation"]}
