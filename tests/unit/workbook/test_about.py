"""What the reader says about themselves, and what follows from it in the calculators."""

import json
from typing import Any

import pytest

from calculators import CATALOGUE, bridge
from calculators.catalogue.take_home import CALCULATOR as TAKE_HOME
from calculators.engine.currency import DOLLAR, NO_CURRENCY
from calculators.engine.fields import Choice
from calculators.workbook.about import COUNTRIES, HOUSEHOLDS, currency
from calculators.workbook.document import read
from calculators.workbook.first_values import FAMILY, PARTNER, REGIONS

DAY = "2026-11-23"
UNITED_STATES = ("BLS", "Bureau of Labor Statistics", "IRS", "US$")
"""Marks of a figure that holds in the United States only."""


def book(about: Any = None, *, schema: int = 2, **more: Any) -> dict[str, Any]:
    given = {} if about is None else {"about": about}
    return {"app": "ultimate-gig", "schema": schema, "saved": "", "calculators": {}, **given, **more}


def page(calculator: str, workbook: dict[str, Any], **inputs: Any) -> dict[str, Any]:
    return dict(json.loads(bridge.page(json.dumps({"calculator": calculator, "inputs": inputs, "workbook": workbook, "as_of": DAY}))))


def run(calculator: str, workbook: dict[str, Any], **inputs: Any) -> dict[str, Any]:
    return dict(json.loads(bridge.run(json.dumps({"calculator": calculator, "inputs": inputs, "workbook": workbook, "as_of": DAY}))))


def prefilled(calculator: str, workbook: dict[str, Any]) -> dict[str, tuple[str, str]]:
    return {name: (link["value"], link["named"]) for name, link in page(calculator, workbook)["linked"].items()}


@pytest.mark.parametrize(
    ("about", "taxpayer"),
    [
        ({"country": "uk", "region": "scotland", "household": "single"}, {"uk_region": "scotland", "uk_partner": "no"}),
        ({"country": "ca", "region": "on", "household": "partners"}, {"province": "on", "ca_spouse": "yes"}),
        ({"country": "au", "household": "married"}, {"au_spouse": "yes"}),
        ({"country": "us", "region": "oh", "household": "parent"}, {"filing_status": "head"}),
        ({"country": "us", "household": "married"}, {"filing_status": "joint"}),
        ({"country": "us", "household": "partners"}, {"filing_status": "single"}),
    ],
)
@pytest.mark.parametrize("calculator", ["take-home", "rate-to-charge"])
def test_answers_fill_the_tax_forms_and_say_so(calculator: str, about: dict[str, str], taxpayer: dict[str, str]) -> None:
    expected = {"country": about["country"], **taxpayer}
    shown = prefilled(calculator, book(about))
    assert {name: shown[name][0] for name in expected} == expected
    assert {named for _, named in shown.values()} == {"“About you”"}
    echoed = run(calculator, book(about))["inputs"]
    assert {name: echoed[name] for name in expected} == expected


def test_state_is_that_of_the_reader() -> None:
    ohio = book({"country": "us", "region": "oh"})
    assert prefilled("take-home", ohio)["state"] == ("oh", "“About you”")
    assert any("states/oh." in p["name"] for p in run("take-home", ohio)["parameters"])


@pytest.mark.parametrize(
    ("country", "sign", "area"),
    [("us", "$", "us"), ("uk", "£", "uk"), ("ca", "$", "ca"), ("au", "$", "au"), ("euro", "€", "euro"), ("elsewhere", "", "none")],
)
def test_country_selects_sign_and_prices(country: str, sign: str, area: str) -> None:
    workbook = book({"country": country})
    assert currency(workbook).sign == sign
    assert currency({**workbook, "sign": "KSh"}).sign == "KSh"
    assert currency({**workbook, "sign": "$"}).sign == "$"
    assert run("equalizer", workbook)["inputs"]["area"] == area
    assert prefilled("equalizer", workbook)["area"] == (area, "“About you”")
    assert run("equalizer", {**workbook, "sign": "KSh"})["inputs"]["area"] == area


def test_own_rates_are_in_no_dollars_unless_chosen() -> None:
    """Nothing says that the amounts of a reader in no listed country are dollars."""
    for sign, shown in (("", ""), ("KSh", "KSh")):
        assert TAKE_HOME.currency({"country": "elsewhere"}, currency({**book({"country": "elsewhere"}), "sign": sign})).sign == shown
    assert TAKE_HOME.currency({"country": "elsewhere"}, DOLLAR).sign == ""
    assert TAKE_HOME.currency({"country": "us"}, NO_CURRENCY) == DOLLAR


def test_countries_without_a_law_compute_at_own_rates() -> None:
    for country in ("euro", "elsewhere"):
        for calculator in ("take-home", "rate-to-charge"):
            assert run(calculator, book({"country": country, "household": "married"}))["inputs"]["country"] == "elsewhere"


def test_typed_answer_takes_precedence() -> None:
    british = book({"country": "uk", "household": "married"})
    assert run("take-home", british, country="us", filing_status="single")["inputs"]["country"] == "us"
    typed = {**british, "calculators": {"take-home": {"inputs": {"uk_partner": "no"}}}}
    assert run("take-home", typed)["inputs"]["uk_partner"] == "no"
    assert run("rate-to-charge", typed)["inputs"]["uk_partner"] == "no"  # take-home pay is asked about later, and in more detail


@pytest.mark.parametrize("about", [{"country": "us", "region": "on"}, {"country": "ca", "region": "oh"}, {"country": "uk", "region": "zz"}])
def test_region_of_another_country_is_ignored(about: dict[str, str]) -> None:
    answer = page("take-home", book(about))
    assert answer["errors"] == []
    assert REGIONS[about["country"]] not in answer["linked"]


@pytest.mark.parametrize("calculator", [c.id for c in CATALOGUE])
@pytest.mark.parametrize("country", ["ca", "au"])
def test_us_amounts_leave_the_boxes_of_other_dollars(calculator: str, country: str) -> None:
    """Canada and Australia write $, so the sign alone does not tell."""
    pounds, dollars = (page(calculator, book({"country": place})) for place in ("uk", country))
    assert {e["field"] for e in dollars["errors"]} == {e["field"] for e in pounds["errors"]}
    html = [answer.get("outcome", {}).get("html", "") for answer in (pounds, dollars)]
    assert [[mark in text for mark in UNITED_STATES] for text in html[1:]] == [
        [mark in text for mark in UNITED_STATES] for text in html[:1]
    ]


@pytest.mark.parametrize("calculator", ["leverage-income", "net-hourly"])
def test_unanswered_and_us_readers_keep_the_us_amounts(calculator: str) -> None:
    for about in (None, {}, {"country": "us"}):
        assert page(calculator, book(about))["errors"] == []
    assert page(calculator, book({"country": "ca"}))["errors"]


def test_example_of_the_book_takes_nothing_from_the_reader() -> None:
    request = {
        "calculator": "equalizer",
        "workbook": book({"country": "uk"}),
        "example": {"pay": "41000", "inflation": "3.4"},
        "as_of": DAY,
    }
    assert json.loads(bridge.page(json.dumps(request)))["linked"] == {}


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ({"country": "uk", "region": "scotland", "household": "married"}, {"country": "uk", "region": "scotland", "household": "married"}),
        ({"country": "uk", "region": "<b>", "household": "harem", "more": 1}, {"country": "uk"}),
        ({"country": "xx", "region": "oh"}, {}),
        ({}, {}),
        ({"country": ["uk"], "household": ["single"]}, {}),
    ],
)
def test_workbook_keeps_valid_answers_only(given: dict[str, Any], kept: dict[str, str]) -> None:
    assert read(json.dumps(book(given)))[0]["about"] == kept


@pytest.mark.parametrize("given", [5, "uk", ["uk"], True])
def test_answers_that_are_no_object_are_dropped(given: Any) -> None:
    assert "about" not in read(json.dumps(book(given)))[0]
    assert run("equalizer", book(given))["inputs"]["area"] == "us"


def test_sign_is_kept_where_it_is_not_the_countrys() -> None:
    assert "sign" not in read(json.dumps(book({"country": "uk"}, sign="£")))[0]
    assert read(json.dumps(book({"country": "uk"}, sign="$")))[0]["sign"] == "$"
    assert read(json.dumps(book({"country": "us"}, sign="€")))[0]["sign"] == "€"


@pytest.mark.parametrize("sign", [None, "$", "US$", "£", "€", "C$", "A$", "KSh"])
@pytest.mark.parametrize("country", [None, "us", "uk", "ca", "au", "elsewhere"])
def test_migration_from_schema_1_changes_no_answer(sign: str | None, country: str | None) -> None:
    pages = {} if country is None else {"take-home": {"inputs": {"country": country, "wages": "30,000"}}}
    old = book(schema=1, calculators={**pages, "equalizer": {"inputs": {"pay": "40,000"}}}, **({} if sign is None else {"sign": sign}))
    new, migrated = read(json.dumps(old))
    assert migrated
    assert new["schema"] == 2
    assert currency(new) == currency(old)
    assert new["calculators"] == old["calculators"]
    for calculator in ("equalizer", "take-home", "plan"):
        before, after = run(calculator, old), run(calculator, new)
        assert (after["inputs"], after["figures"]) == (before["inputs"], before["figures"])
    implied = country == "us" if sign == "US$" else country is not None or sign not in {None, "$"}
    assert ("about" in new) == implied


def test_every_household_and_region_has_an_answer_in_the_form() -> None:
    take_home = next(c for c in CATALOGUE if c.id == "take-home")
    options = {slot.name: {o.value for o in slot.field.options} for slot in take_home.slots if isinstance(slot.field, Choice)}
    assert set(PARTNER) == set(HOUSEHOLDS)
    for field, answer in FAMILY.values():
        assert {given[answer] for given in PARTNER.values()} <= options[field]
    assert set(REGIONS.values()) <= set(options)
    assert set(COUNTRIES) - {"euro"} == options["country"]
