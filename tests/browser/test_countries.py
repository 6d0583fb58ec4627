"""Take-home's countries: each shows its own questions, keeps what was typed for another, and answers in its own money."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from calculators.catalogue.take_home import CALCULATOR
from calculators.catalogue.take_home.inputs import COUNTRIES
from tests.browser.calculator_page import CalculatorPage, Opener, answer

OWN = {country.value: [slot.name for slot in CALCULATOR.slots if country.value in slot.field.only] for country in COUNTRIES}
"""Country -> the inputs that not every country asks for and this one does."""
SIGNS = {"us": "$", "uk": "£", "ca": "$", "au": "$", "elsewhere": ""}


def switch(one: CalculatorPage, country: str) -> None:
    before = one.outcomes
    one.field("country").select_option(country)
    one.wait_for_outcome(before)


def shown(one: CalculatorPage) -> set[str]:
    """The inputs that can be seen, folds open."""
    one.element.evaluate("(all) => all.querySelectorAll('form details').forEach((fold) => { fold.open = true })")
    script = "(all) => all.filter((one) => one.checkVisibility()).map((one) => one.dataset.field ?? one.dataset.rows)"
    return set(one.element.locator("form :is([data-field], [data-rows])").evaluate_all(script))


def asked(country: str) -> set[str]:
    return {slot.name for slot in CALCULATOR.slots if not slot.field.only or country in slot.field.only}


@pytest.mark.parametrize("country", [country for country in OWN if country != "us"])
def test_country_has_its_own_questions_and_currency(visitor: Opener, country: str) -> None:
    one = visitor("take-home")
    assert shown(one) == asked("us")
    switch(one, country)
    assert shown(one) == asked(country)
    headline = one.element.locator(".ug-headline-number").first
    name = CALCULATOR.cases[country].headline.name
    expect(headline.locator(f'[data-figure="{name}"]')).to_have_count(1)
    text = (headline.text_content() or "").strip()
    assert text.startswith(SIGNS[country])
    assert SIGNS[country] or text[0].isdigit() or text[0] == "−"
    assert one.figure(name) == answer("take-home", country=country)["figures"][name]


def test_inputs_for_a_country_return_with_that_country(page: Page, calculator: Opener) -> None:
    """What the reader typed for a country is there again when they choose it again."""
    one = calculator("take-home").opened()
    one.type("spouse_wages", "12,345")
    switch(one, "uk")
    expect(one.field("spouse_wages")).to_be_hidden()
    page.reload()
    one.wait_for_outcome(0)
    assert one.kept()["spouse_wages"] == "12,345"
    switch(one, "us")
    expect(one.field("spouse_wages")).to_be_visible()
    expect(one.field("spouse_wages")).to_have_value("12,345")


def test_error_in_a_hidden_question_does_not_block(visitor: Opener) -> None:
    one = visitor("take-home")
    one.type_only("spouse_wages", "lots")
    expect(one.error("spouse_wages")).to_be_visible()
    switch(one, "uk")
    expect(one.summary.locator("a")).to_have_count(0)
    assert one.figure("take_home_pay") == answer("take-home", country="uk")["figures"]["take_home_pay"]
    one.field("country").select_option("us")
    expect(one.error("spouse_wages")).to_be_visible()
    expect(one.field("spouse_wages")).to_have_value("lots")


def test_the_country_is_chosen_with_the_keyboard(visitor: Opener) -> None:
    one = visitor("take-home")
    one.field("country").focus()
    before = one.outcomes
    one.page.keyboard.press("ArrowDown")
    one.wait_for_outcome(before)
    expect(one.field("country")).to_have_value("uk")
    expect(one.field("country")).to_be_focused()
    assert shown(one) == asked("uk")


def test_uncovered_year_is_refused_beside_its_field(visitor: Opener) -> None:
    one = visitor("take-home")
    refused = {country: answer("take-home", country=country, tax_year="2027").get("errors") for country in ("us", "uk")}
    for country, errors in refused.items():
        one.field("country").select_option(country)
        one.field("tax_year").select_option("2027")
        if errors:
            expect(one.error("tax_year")).to_have_text(errors[0]["message"])


def test_the_accelerator_asks_what_its_goal_needs(visitor: Opener) -> None:
    one = visitor("accelerator")
    assert {"goal", "own", "growth"} <= shown(one)
    assert not {"debts", "extra"} & shown(one)
    before = one.outcomes
    one.field("aim").select_option("debts")
    one.wait_for_outcome(before)
    assert {"debts", "extra", "method"} <= shown(one)
    assert not {"goal", "own", "growth"} & shown(one)
    assert one.figure("months_saved") == answer("accelerator", aim="debts")["figures"]["months_saved"]


def test_form_for_the_first_country_is_whole_without_scripts(browser: Browser, built_site: Any) -> None:
    context = browser.new_context(java_script_enabled=False)
    try:
        page = context.new_page()
        page.goto(f"{built_site.url}calculators/take-home/")
        form = page.locator('gig-calculator[data-calculator="take-home"] form')
        for slot in CALCULATOR.slots:
            field = form.locator(f'[data-field="{slot.name}"]')
            expect(field).to_have_count(1)
            aside = bool(slot.field.only) and "us" not in slot.field.only
            assert (field.get_attribute("hidden") is not None or field.locator("xpath=ancestor::*[@hidden]").count() > 0) == aside, (
                slot.name
            )
        assert form.locator('select[name="country"] option').count() == len(COUNTRIES)
        expect(page.locator(".ug-headline-number").first).to_contain_text("$")
        expect(page.locator(".ug-without-scripts")).to_be_visible()
    finally:
        context.close()
