"""Notes of outcomes: they agree with the figures, also for nearly equal numbers."""

import json
import re
from typing import Any

import pytest

from calculators import CATALOGUE, bridge
from tests.unit.outcome_html import Page


def page(calculator: str, **inputs: Any) -> dict[str, Any]:
    return dict(json.loads(bridge.page(json.dumps({"calculator": calculator, "inputs": inputs, "as_of": "2026-11-23"}))))


def text(calculator: str, **inputs: Any) -> str:
    return " ".join(Page(page(calculator, **inputs)["outcome"]["html"]).text.split())


def test_slightly_too_many_hours_are_not_shown_as_42_of_42() -> None:
    answer = page("time-audit", uses=[{"use": "sleep", "night": "38"}, {"use": "job", "night": "4.01"}])
    message = answer["errors"][0]["message"]
    assert "42.01" in message
    assert "Remove 0.01." in message


def test_slightly_limited_use_is_not_shown_as_fully_granted() -> None:
    pair = {"gig": "short-stay", "asset": "Room", "price": "40", "units": "30.04"}
    sentence = text("leverage-income", assets=[{"name": "Room", "capacity": "30"}], pairs=[pair])
    assert "30 of 30.04 nights" in sentence


def test_limited_use_is_named_with_what_ran_out() -> None:
    pair = {"gig": "short-stay", "asset": "Room", "price": "40", "units": "31"}
    sentence = text("leverage-income", assets=[{"name": "Room", "capacity": "30"}], pairs=[pair])
    assert "“Short stays for travelers” gets 30 of 31 nights: that is all that is left of Room." in sentence


def test_unpriced_and_loss_making_uses_are_named() -> None:
    sentence = text("leverage-income", assets=[], pairs=[{"gig": "tool-rental", "units": "3", "fixed_cost": "5"}])
    assert "No price yet: Lend tools by the day." in sentence
    assert "would lose money: Lend tools by the day." in sentence


@pytest.mark.parametrize(("hours", "remarked"), [(48.9, True), (49.0, False), (0.0, False)])
def test_sleep_below_the_advice_for_adults_is_noted(hours: float, remarked: bool) -> None:
    page_text = text("time-audit", uses=[{"use": "sleep", "evening": hours / 2, "night": hours / 2}])
    assert ("Adults need at least 49" in page_text) == remarked


def test_rest_that_takes_every_open_hour_is_noted() -> None:
    assert "takes every open hour" in text("time-audit", days=[], rest_floor="168")
    assert "takes every open hour" not in text("time-audit", days=[], rest_floor="167")


def test_an_inventory_without_strengths_asks_for_one() -> None:
    asset = {"kind": "tools", "name": "Drill", "capacity": "30"}
    assert "You checked no strengths" in text("inventory", assets=[asset], strengths=[])
    assert "You checked no strengths" not in text("inventory", assets=[asset], strengths=["patience"])


def test_equalizer_says_when_there_is_no_gap() -> None:
    assert "Your pay keeps up" in text("equalizer", pay_growth="3", inflation="3")
    assert "Idle hours that bring in nothing will not close it." in text("equalizer", idle_hours="0")
    assert "in 1 year you need" in text("equalizer", years="1")


@pytest.mark.parametrize("calculator", [listed.id for listed in CATALOGUE])
def test_rates_have_at_most_two_decimals(calculator: str) -> None:
    assert re.findall(r"\d\.\d{3,}%", text(calculator)) == []


@pytest.mark.parametrize("country", ["us", "uk", "ca", "au", "elsewhere"])
def test_take_home_rates_have_at_most_two_decimals(country: str) -> None:
    """A marginal rate of 27.3013% is written as 27.3%."""
    own = {"own_income_rate": "27.30134"} if country == "elsewhere" else {}
    sentence = text("take-home", country=country, wages="33,333", gross_receipts="12,345", **own)
    assert "%" in sentence
    assert re.findall(r"\d\.\d{3,}%", sentence) == []


EURO = {"sign": "€", "calculators": {}}


@pytest.mark.parametrize(
    ("country", "limit"), [("ca", "more than $30,000"), ("au", "$75,000 or more"), ("uk", "more than £90,000"), ("us", "more than $72,000")]
)
def test_notes_of_a_country_keep_its_currency(country: str, limit: str) -> None:
    """A Canadian threshold of $30,000 is not one of 30,000 euros."""
    typed = {"country": country, "wages": "60,000", "gross_receipts": "200,000"} | ({"retirement": "150,000"} if country == "us" else {})
    request = {"calculator": "take-home", "inputs": typed, "workbook": EURO, "as_of": "2026-11-23"}
    sentence = " ".join(Page(json.loads(bridge.page(json.dumps(request)))["outcome"]["html"]).text.split())
    assert limit in sentence
    assert "€" not in sentence
