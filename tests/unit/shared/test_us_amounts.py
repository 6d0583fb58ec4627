"""Amounts known in US dollars only: empty for other currencies, with the cited amount beside the box."""

import json
import re
from dataclasses import asdict, replace
from datetime import date
from typing import Any

import pytest

from calculators import bridge, find
from calculators.catalogue.inventory.ideas import starting_row
from calculators.catalogue.inventory.inputs import Asset
from calculators.catalogue.leverage_income.inputs import EXAMPLE
from calculators.catalogue.platform_fees.schedules import platforms
from calculators.engine.currency import Currency, in_currency
from calculators.engine.fields import Choice, Rows, slots
from calculators.engine.notation import NOTATIONS, Notation, in_notation
from calculators.engine.typed import default_abroad, us_amounts
from calculators.engine.view.form import form_view
from calculators.shared.gigs import gigs
from tests.unit.outcome_html import Page, warnings

DAY = date(2026, 11, 23)
ROOM = {"kind": "spare-room", "name": "Back room", "capacity": "30", "used": "4", "ready_cost": "150"}


def ask(door: Any, calculator: str, sign: str, pages: dict[str, Any] | None = None, **inputs: Any) -> dict[str, Any]:
    saved = {name: {"inputs": typed} for name, typed in (pages or {}).items()}
    book = {"app": "ultimate-gig", "schema": 1, "saved": "", "calculators": saved, "sign": sign}
    request = {"calculator": calculator, "inputs": inputs, "workbook": book, "as_of": DAY.isoformat()}
    return dict(json.loads(door(json.dumps(request))))


def errors(answer: dict[str, Any]) -> dict[str, str]:
    return {error["field"]: error["message"] for error in answer.get("errors", [])}


def test_example_prices_are_asked_for_in_other_currencies() -> None:
    messages = errors(ask(bridge.run, "leverage-income", "£"))
    assert set(messages) == {"pairs.0.price", "pairs.1.price"}
    assert all(message.startswith("We have no price in your currency. Ask what people near you pay") for message in messages.values())
    assert "errors" not in ask(bridge.run, "leverage-income", "$")


def test_an_empty_price_has_the_usual_sentence_in_dollars() -> None:
    pair = {"gig": "lodger", "price": "", "units": "1"}
    assert errors(ask(bridge.run, "leverage-income", "$", pairs=[pair]))["pairs.0.price"].startswith("Write a number from")


def test_a_price_that_the_reader_typed_counts_as_it_is() -> None:
    answer = ask(bridge.run, "leverage-income", "£", assets=[], pairs=[{"gig": "tutoring", "price": "20", "units": "10"}])
    assert answer["inputs"]["pairs"][0]["price"] == 20


def test_driving_costs_are_asked_for_in_other_currencies() -> None:
    assert set(errors(ask(bridge.run, "net-hourly", "£"))) == {"energy_price", "wear", "lost_value", "mileage_rate"}


def test_us_price_left_in_a_row_has_a_warning() -> None:
    pair = {"gig": "lodger", "price": "916", "units": "1", "fixed_cost": "25"}
    html = ask(bridge.page, "leverage-income", "£", assets=[], pairs=[pair])["outcome"]["html"]
    assert "Still the US figure" in warnings(html)
    assert "Price (What you would do with it, 1)" in warnings(html)
    pair["price"] = "700"
    assert "Still the US figure" not in ask(bridge.page, "leverage-income", "£", assets=[], pairs=[pair])["outcome"]["html"]


def test_fixed_us_fees_do_not_count_in_other_currencies() -> None:
    """Etsy keeps 9.5% of a sale and, in the US, $0.45: of £40 it takes £3.80."""
    answer = ask(bridge.run, "platform-fees", "£")
    assert answer["rows"]["offers"][0]["sale_fee"] == 3.8
    assert ask(bridge.run, "platform-fees", "$")["rows"]["offers"][0]["sale_fee"] == 4.25
    html = ask(bridge.page, "platform-fees", "£")["outcome"]["html"]
    assert "Etsy US$0.45" in warnings(html)
    assert "These differ from the published fees" not in html


def test_limit_of_a_large_sale_is_in_the_readers_currency() -> None:
    offer = {"platform": "own", "fee": "10", "small": "10", "large": "5"}
    message = errors(ask(bridge.run, "platform-fees", "£", offers=[offer]))["offers.0.large"]
    assert "£10" in message
    assert "$" not in message


def test_idea_from_the_inventory_carries_no_us_amount() -> None:
    asset = Asset(kind="spare-room", name="Back room", capacity=30.0, used=4.0)
    with in_currency(Currency("£")):
        assert starting_row(asset, 26.0, gigs()["lodger"], 8.0)["price"] == ""
    assert starting_row(asset, 26.0, gigs()["lodger"], 8.0)["price"] == "916"


def test_uses_prefilled_by_the_inventory_ask_for_a_price() -> None:
    answer = ask(bridge.page, "leverage-income", "£", {"inventory": {"assets": [ROOM], "strengths": ["patience"]}})
    assert [(row["gig"], row["price"]) for row in answer["linked"]["pairs"]["value"]] == [("lodger", "")]
    assert errors(answer) == {"pairs.0.price": "We have no price in your currency. Ask what people near you pay."}


def test_hurdles_in_the_plan_are_in_the_readers_currency() -> None:
    answer = ask(bridge.run, "plan", "£", {"inventory": {"assets": [ROOM]}})
    assert "£150 to get it ready" in json.dumps(answer["inputs"], ensure_ascii=False)
    assert "$150" not in json.dumps(answer["inputs"])


@pytest.mark.parametrize("name", ["leverage-income", "platform-fees"])
def test_every_us_amount_of_a_choice_has_its_citation(name: str) -> None:
    calculator = find(name)
    assert calculator is not None
    rows = next(slot.field for slot in calculator.slots if isinstance(slot.field, Rows) and slot.name in {"pairs", "offers"})
    choice = next(slot.field for slot in slots(rows.of) if isinstance(slot.field, Choice))
    assert any(option.abroad for option in choice.options)
    for option in choice.options:
        fills = dict(option.fills)
        for field, typed, words in option.abroad:
            if field == "fee" and name == "leverage-income":  # a share in no money, which stays as a guess
                assert typed == fills[field]
                assert f"In the US: {typed}% of the price (" in words
            else:
                assert fills[field] not in {typed, "", "0"}
                assert typed in {"", "0"}
                assert "US$" in words
            assert re.search(r"20\d\d\)\.$", words)


def test_only_unchanged_us_amounts_are_replaced() -> None:
    assert us_amounts(EXAMPLE[0]) == {"price": ""}
    assert us_amounts(replace(EXAMPLE[0], price=700.0)) == {}


def test_a_us_platforms_share_stays_as_a_guess() -> None:
    """It is no amount of money, so that no warning says that it counts as the reader's."""
    pair = replace(EXAMPLE[1], price=700.0)
    assert pair.fee == 0.25
    assert us_amounts(pair) == {}


@pytest.mark.parametrize("notation", NOTATIONS, ids=lambda notation: notation.example)
def test_us_amounts_are_replaced_in_any_notation(notation: Notation) -> None:
    calculator = find("platform-fees")
    assert calculator is not None
    with in_notation(notation), in_currency(Currency("€")):
        inputs, messages = calculator.read({})
    assert messages == []
    assert [(offer.fee, offer.fixed) for offer in inputs.offers] == [(offer.fee, 0.0) for offer in calculator.inputs().offers]


def test_cited_rent_is_in_its_currency_with_day_and_source() -> None:
    words = {name: amount for name, _, amount in gigs()["lodger"].abroad()}["price"]
    assert words == "In the US: US$916 a month (SpareRoom, October 2025)."


def test_default_rows_have_no_us_amount_in_other_currencies() -> None:
    calculator = find("platform-fees")
    assert calculator is not None
    offers = next(slot for slot in calculator.slots if slot.name == "offers")
    rows = default_abroad(offers)
    assert [row["fixed"] for row in rows] == ["0"] * len(rows)
    assert [row["fee"] for row in rows] == [platforms()[row["platform"]].typed()["fee"] for row in rows]
    assert any(asdict(offer)["fixed"] > 0 for offer in offers.default)


def test_new_row_starts_with_the_known_values_of_its_gig() -> None:
    calculator = find("leverage-income")
    assert calculator is not None
    view = next(item for group in form_view(calculator, calculator.inputs(), DAY).groups for item in group.items if item.name == "pairs")
    blank = {field.name.rpartition(".")[2]: field.value for field in (*view.blank.fields, *view.blank.more)}
    assert (blank["price"], blank["fee"], blank["hours_sold"]) == ("19.27", "25", "1")


def test_take_home_elsewhere_keeps_the_readers_sign() -> None:
    numbers = {"country": "elsewhere", "wages": "600,000", "gross_receipts": "240,000", "expenses": "40,000", "own_income_rate": "10"}
    html = ask(bridge.page, "take-home", "₹", **numbers)["outcome"]["html"]
    assert "₹180,000" in Page(html).text
    assert "$" not in html
