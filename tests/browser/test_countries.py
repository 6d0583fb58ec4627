"""Countries of take-home: each has its own questions and currency, and keeps what was typed for the others."""

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


def switch(form: CalculatorPage, country: str) -> None:
    before = form.outcomes
    form.field("country").select_option(country)
    form.wait_for_outcome(before)


def shown(form: CalculatorPage) -> set[str]:
    """Return the names of the visible inputs, with all folds open."""
    form.open_folds()
    script = "(all) => all.filter((field) => field.checkVisibility()).map((field) => field.dataset.field ?? field.dataset.rows)"
    return set(form.element.locator("form :is([data-field], [data-rows])").evaluate_all(script))


def expected_fields(country: str) -> set[str]:
    return {slot.name for slot in CALCULATOR.slots if not slot.field.only or country in slot.field.only}


@pytest.mark.parametrize("country", [country for country in OWN if country != "us"])
def test_country_has_its_own_questions_and_currency(visitor: Opener, country: str) -> None:
    take_home = visitor("take-home")
    assert shown(take_home) == expected_fields("us")
    switch(take_home, country)
    assert shown(take_home) == expected_fields(country)
    headline = take_home.element.locator(".ug-headline-number").first
    name = CALCULATOR.cases[country].headline.name
    expect(headline.locator(f'[data-figure="{name}"]')).to_have_count(1)
    text = (headline.text_content() or "").strip()
    assert text.startswith(SIGNS[country])
    assert SIGNS[country] or text[0].isdigit() or text[0] == "−"
    assert take_home.figure(name) == answer("take-home", country=country)["figures"][name]


def test_inputs_for_a_country_return_with_that_country(page: Page, calculator: Opener) -> None:
    """What the reader typed for a country is there again when they choose it again."""
    take_home = calculator("take-home").opened()
    take_home.type("spouse_wages", "12,345")
    switch(take_home, "uk")
    expect(take_home.field("spouse_wages")).to_be_hidden()
    page.reload()
    take_home.wait_for_outcome(0)
    assert take_home.kept()["spouse_wages"] == "12,345"
    switch(take_home, "us")
    expect(take_home.field("spouse_wages")).to_be_visible()
    expect(take_home.field("spouse_wages")).to_have_value("12,345")


@pytest.mark.parametrize("calculator_id", ["take-home", "rate-to-charge"])
def test_typed_numbers_survive_a_change_of_country_or_state(visitor: Opener, calculator_id: str) -> None:
    """Each country's and state's answers are still in the boxes after a tour through the others, open or folded."""
    form = visitor(calculator_id)
    typed = {"us": {"state_rate": "4.5", "local_rate": "2.5", "rent": "900"}, "uk": {"uk_partner_pay": "8,000"}}
    if calculator_id == "rate-to-charge":
        switch(form, "us")
    form.open_folds()
    for country, texts in typed.items():
        if country != "us":
            switch(form, country)
        for name, text in texts.items():
            form.type(name, text)
    for country in ("ca", "au", "elsewhere", "us"):
        switch(form, country)
    for state in ("oh", "tx", "none"):
        before = form.outcomes
        form.field("state").select_option(state)
        form.wait_for_outcome(before)
        for name, text in typed["us"].items():
            expect(form.field(name)).to_have_value(text)
    switch(form, "uk")
    expect(form.field("rent")).to_have_value("900")
    expect(form.field("uk_partner_pay")).to_have_value("8,000")


def test_error_in_a_hidden_question_does_not_block(visitor: Opener) -> None:
    take_home = visitor("take-home")
    take_home.type_only("spouse_wages", "lots")
    expect(take_home.error("spouse_wages")).to_be_visible()
    switch(take_home, "uk")
    expect(take_home.summary.locator("a")).to_have_count(0)
    assert take_home.figure("take_home_pay") == answer("take-home", country="uk")["figures"]["take_home_pay"]
    take_home.field("country").select_option("us")
    expect(take_home.error("spouse_wages")).to_be_visible()
    expect(take_home.field("spouse_wages")).to_have_value("lots")


def test_the_country_is_chosen_with_the_keyboard(visitor: Opener) -> None:
    take_home = visitor("take-home")
    take_home.field("country").focus()
    before = take_home.outcomes
    take_home.page.keyboard.press("ArrowDown")
    take_home.wait_for_outcome(before)
    expect(take_home.field("country")).to_have_value("uk")
    expect(take_home.field("country")).to_be_focused()
    assert shown(take_home) == expected_fields("uk")


def test_uncovered_year_is_refused_beside_its_field(visitor: Opener) -> None:
    take_home = visitor("take-home")
    refused = {country: answer("take-home", country=country, tax_year="2027").get("errors") for country in ("us", "uk")}
    take_home.open_folds()
    for country, errors in refused.items():
        take_home.field("country").select_option(country)
        take_home.field("tax_year").select_option("2027")
        if errors:
            expect(take_home.error("tax_year")).to_have_text(errors[0]["message"])


def test_the_accelerator_asks_what_its_goal_needs(visitor: Opener) -> None:
    accelerator = visitor("accelerator")
    assert {"goal", "own", "growth"} <= shown(accelerator)
    assert not {"debts", "extra"} & shown(accelerator)
    before = accelerator.outcomes
    accelerator.field("aim").select_option("debts")
    accelerator.wait_for_outcome(before)
    assert {"debts", "extra", "method"} <= shown(accelerator)
    assert not {"goal", "own", "growth"} & shown(accelerator)
    assert accelerator.figure("months_saved") == answer("accelerator", aim="debts")["figures"]["months_saved"]


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
