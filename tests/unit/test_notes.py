"""Sentences that an outcome calls for: they say what the numbers say, also where two numbers nearly agree."""

import json
import re
from typing import Any

import pytest

from calculators import CATALOGUE, bridge
from tests.unit.test_page import Page


def page(calculator: str, **inputs: Any) -> dict[str, Any]:
    return dict(json.loads(bridge.page(json.dumps({"calculator": calculator, "inputs": inputs, "as_of": "2026-11-23"}))))


def text(calculator: str, **inputs: Any) -> str:
    return " ".join(Page(page(calculator, **inputs)["outcome"]["html"]).text.split())


def test_hours_that_are_a_hundredth_too_many_are_not_said_to_be_42_of_42() -> None:
    answer = page("time-audit", uses=[{"use": "sleep", "night": "38"}, {"use": "job", "night": "4.01"}])
    message = answer["errors"][0]["message"]
    assert "42.01" in message
    assert "Remove 0.01." in message


def test_a_use_that_had_to_give_a_little_is_not_said_to_get_all_that_it_wanted() -> None:
    pair = {"gig": "short-stay", "asset": "Room", "price": "40", "units": "30.04"}
    sentence = text("leverage-income", assets=[{"name": "Room", "capacity": "30"}], pairs=[pair])
    assert "30 of 30.04 nights" in sentence


def test_whoever_had_to_give_is_named_with_what_ran_out() -> None:
    pair = {"gig": "short-stay", "asset": "Room", "price": "40", "units": "31"}
    sentence = text("leverage-income", assets=[{"name": "Room", "capacity": "30"}], pairs=[pair])
    assert "“Short stays for travelers” gets 30 of 31 nights: that is all that is left of Room." in sentence


def test_a_use_without_a_price_and_one_that_loses_money_are_named() -> None:
    sentence = text("leverage-income", assets=[], pairs=[{"gig": "tool-rental", "units": "3", "fixed_cost": "5"}])
    assert "No price yet: Lend tools by the day." in sentence
    assert "would lose money: Lend tools by the day." in sentence


@pytest.mark.parametrize(("hours", "remarked"), [(48.9, True), (49.0, False), (0.0, False)])
def test_less_sleep_than_adults_are_advised_to_get_is_remarked_on(hours: float, remarked: bool) -> None:
    page_text = text("time-audit", uses=[{"use": "sleep", "evening": hours / 2, "night": hours / 2}])
    assert ("Adults need at least 49" in page_text) == remarked


def test_a_rest_that_takes_every_open_hour_is_remarked_on() -> None:
    assert "takes every open hour" in text("time-audit", uses=[], rest_floor="168")
    assert "takes every open hour" not in text("time-audit", uses=[], rest_floor="167")


def test_an_inventory_without_strengths_asks_for_one() -> None:
    asset = {"kind": "tools", "name": "Drill", "capacity": "30"}
    assert "You checked no strengths" in text("inventory", assets=[asset], strengths=[])
    assert "You checked no strengths" not in text("inventory", assets=[asset], strengths=["patience"])


def test_the_equalizer_says_that_there_is_no_gap_when_there_is_none() -> None:
    assert "Your pay keeps up" in text("equalizer", pay_growth="3", inflation="3")
    assert "Idle hours that bring in nothing will not close it." in text("equalizer", idle_hours="0")
    assert "in 1 year you need" in text("equalizer", years="1")


@pytest.mark.parametrize("calculator", [listed.id for listed in CATALOGUE])
def test_no_rate_is_written_finer_than_a_hundredth_of_a_percent(calculator: str) -> None:
    assert re.findall(r"\d\.\d{3,}%", text(calculator)) == []


@pytest.mark.parametrize("country", ["us", "uk", "ca", "au", "elsewhere"])
def test_no_rate_of_take_home_is_written_finer_than_a_hundredth_of_a_percent(country: str) -> None:
    """A rate on the next dollars that ends in no round number: 27.3013% says no more than 27.3%."""
    own = {"own_income_rate": "27.30134"} if country == "elsewhere" else {}
    sentence = text("take-home", country=country, wages="33,333", gross_receipts="12,345", **own)
    assert "%" in sentence
    assert re.findall(r"\d\.\d{3,}%", sentence) == []


EURO = {"sign": "€", "calculators": {}}


@pytest.mark.parametrize(
    ("country", "limit"), [("ca", "more than $30,000"), ("au", "$75,000 or more"), ("uk", "more than £90,000"), ("us", "more than $72,000")]
)
def test_a_country_s_notes_are_in_its_own_money_whatever_the_reader_s_sign(country: str, limit: str) -> None:
    """Its law is in its money: a threshold of $30,000 in Canada is no threshold of 30,000 euros."""
    typed = {"country": country, "wages": "60,000", "gross_receipts": "200,000"} | ({"retirement": "150,000"} if country == "us" else {})
    request = {"calculator": "take-home", "inputs": typed, "workbook": EURO, "as_of": "2026-11-23"}
    sentence = " ".join(Page(json.loads(bridge.page(json.dumps(request)))["outcome"]["html"]).text.split())
    assert limit in sentence
    assert "€" not in sentence
