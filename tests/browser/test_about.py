"""“About you”: a proposal from the browser's language, asked once, and what follows from the answers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.calculator_page import KEY, PATIENCE, CalculatorPage, answer, follow, forget, stored

BRITISH = {"country": "uk", "region": "scotland", "household": "single"}


@pytest.fixture(scope="module")
def british_page(browser: Browser, built_site: Any) -> Iterator[Page]:
    """A browser set to British English, on the path's first step."""
    context = browser.new_context(locale="en-GB", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    CalculatorPage(page, built_site.url, "time-audit").open()
    yield page
    context.close()


@pytest.fixture
def audit(british_page: Page, built_site: Any) -> CalculatorPage:
    """The path's first step there, with nothing kept. Python goes on from test to test."""
    follow(british_page, f"{built_site.url}calculators/")
    forget(british_page)
    return arrive(CalculatorPage(british_page, built_site.url, "time-audit"))


@pytest.fixture
def page(british_page: Page) -> Page:
    """The page that is watched for errors."""
    return british_page


def arrive(step: CalculatorPage) -> CalculatorPage:
    follow(step.page, f"{step.site}calculators/{step.calculator}/")
    expect(panel(step.page)).to_be_visible()
    return step


def panel(page: Page) -> Locator:
    return page.locator("gig-about")


def kept(page: Page) -> Any:
    return json.loads(stored(page)[KEY]).get("about")


def say(page: Page, **choices: str) -> None:
    """Answer with these choices, by label."""
    for label, choice in choices.items():
        panel(page).get_by_label(label.replace("_", " ")).locator("visible=true").select_option(label=choice)


def workbook_page(page: Page, site: str) -> Locator:
    follow(page, f"{site}workbook/")
    expect(panel(page).locator("details")).to_have_attribute("open", "")
    return panel(page)


COUNT_NAMED = """
globalThis.named = 0;
Intl.DisplayNames = class extends Intl.DisplayNames {
  constructor(...options) { super(...options); named++; }
};
"""


def test_language_is_named_only_in_the_open_panel(browser: Browser, built_site: Any) -> None:
    """Naming a language for the first time takes a browser long, just when the page is becoming ready."""
    context = browser.new_context(locale="en-GB")
    context.add_init_script(COUNT_NAMED)
    page = context.new_page()
    CalculatorPage(page, built_site.url, "equalizer").opened()
    expect(panel(page).get_by_label("Where you live")).to_have_value("uk")
    assert page.evaluate("named") == 0
    panel(page).locator("summary").click()
    expect(panel(page)).to_contain_text("Your browser is set to English (United Kingdom), so this is a guess.")
    assert page.evaluate("named") > 0
    context.close()


def test_british_reader_accepts_the_proposal(audit: CalculatorPage) -> None:
    page = audit.page
    said = panel(page)
    expect(said.locator("details")).to_have_attribute("open", "")
    expect(said).to_contain_text("Your browser is set to English (United Kingdom), so this is a guess.")
    expect(said.get_by_label("Where you live")).to_have_value("uk")
    expect(said.get_by_label("Your state")).to_be_hidden()
    assert KEY not in stored(page)
    say(page, Your_part_of_the_country="Scotland", Your_household="Without a partner")
    said.get_by_role("button", name="Use these").click()
    expect(said.locator("details")).not_to_have_attribute("open", "")
    expect(said.locator("summary")).to_be_focused()
    expect(said.locator("summary")).to_contain_text("United Kingdom · Scotland · £ · 1,234,567.89")
    assert kept(page) == BRITISH

    take_home = CalculatorPage(page, audit.site, "take-home").moved_to()
    expect(take_home.field("country")).to_have_value("uk", timeout=PATIENCE)
    expect(take_home.field("uk_region")).to_have_value("scotland")
    expect(take_home.element.locator('[data-linked-for="uk_region"]')).to_contain_text("From “About you”.")
    take_home.expect_figure("kept_from_gig", answer("take-home", country="uk", uk_region="scotland")["figures"]["kept_from_gig"])
    rate = CalculatorPage(page, audit.site, "rate-to-charge").moved_to()
    expect(rate.field("country")).to_have_value("uk")
    expect(rate.element.locator(".ug-headline").first).to_contain_text("£")
    equalizer = CalculatorPage(page, audit.site, "equalizer").moved_to()
    expect(equalizer.field("area")).to_have_value("uk")
    expect(equalizer.element.locator(".ug-headline").first).to_contain_text("£")
    assert "US inflation" not in equalizer.element.inner_text()
    expect(panel(page).locator("details")).not_to_have_attribute("open", "")
    audit.open()
    expect(panel(page).locator("details")).not_to_have_attribute("open", "")
    expect(panel(page).locator("summary")).to_contain_text("United Kingdom")


def test_skipping_keeps_the_question_closed_and_says_nothing(audit: CalculatorPage) -> None:
    page = audit.page
    panel(page).get_by_role("button", name="Skip").click()
    assert kept(page) == {}
    follow(page, f"{audit.site}workbook/")
    arrive(audit)
    expect(panel(page).locator("details")).not_to_have_attribute("open", "")
    assert kept(page) == {}


def test_each_country_asks_for_its_own_region(audit: CalculatorPage) -> None:
    page = audit.page
    element = workbook_page(page, audit.site)
    for country, region, choice, about in (
        ("Canada", "Your province or territory", "Ontario", {"country": "ca", "region": "on"}),
        ("United States", "Your state", "Ohio", {"country": "us", "region": "oh"}),
    ):
        element.get_by_label("Where you live").select_option(label=country)
        element.get_by_label(region).select_option(label=choice)
        assert kept(page) == about
    element.get_by_label("Where you live").select_option(label="Somewhere else")
    for hidden in ("Your state", "Your province or territory", "Your part of the country", "Your household"):
        expect(element.get_by_label(hidden)).to_be_hidden()
    assert kept(page) == {"country": "elsewhere"}


def test_ontarian_is_not_offered_us_amounts(audit: CalculatorPage) -> None:
    """Canada writes $ too: the country alone tells that US prices are not the reader's."""
    page = audit.page
    say(page, Where_you_live="Canada", Your_province_or_territory="Ontario")
    income = CalculatorPage(page, audit.site, "leverage-income")
    follow(page, f"{audit.site}calculators/leverage-income/")
    income.element.locator("form").scroll_into_view_if_needed()
    expect(income.error("pairs.0.price")).to_contain_text("We have no price in your currency", timeout=PATIENCE)
    expect(income.field("pairs.0.price")).to_have_value("")
    expect(income.rows("pairs").first.locator("[data-known]:visible").first).to_contain_text("In the US: US$")
    take_home = CalculatorPage(page, audit.site, "take-home").moved_to()
    expect(take_home.field("province")).to_have_value("on")
    expect(take_home.field("country")).to_have_value("ca")


def test_ohioan_changes_the_state_for_one_calculator(audit: CalculatorPage) -> None:
    page = audit.page
    say(page, Where_you_live="United States", Your_state="Ohio", Your_household="Married")
    take_home = CalculatorPage(page, audit.site, "take-home").moved_to()
    expect(take_home.field("state")).to_have_value("oh")
    expect(take_home.field("filing_status")).to_have_value("joint")
    take_home.expect_figure("kept_from_gig", answer("take-home", state="oh", filing_status="joint")["figures"]["kept_from_gig"])
    take_home.field("state").select_option("va")
    take_home.expect_figure("kept_from_gig", answer("take-home", state="va", filing_status="joint")["figures"]["kept_from_gig"])
    assert take_home.kept() == {"state": "va"}
    assert kept(page)["region"] == "oh"
    take_home.element.get_by_role("button", name="Use what “About you” says").click()
    expect(take_home.field("state")).to_have_value("oh")


def test_somewhere_else_has_no_sign_until_one_is_typed(audit: CalculatorPage) -> None:
    page = audit.page
    say(page, Where_you_live="Somewhere else")
    equalizer = CalculatorPage(page, audit.site, "equalizer").moved_to()
    expect(equalizer.field("area")).to_have_value("none")
    headline = equalizer.element.locator(".ug-headline").first
    expect(headline).not_to_contain_text("$")
    panel(page).locator("summary").click()
    panel(page).get_by_label("The sign of your money").fill("KSh")
    expect(headline).to_contain_text("KSh", timeout=PATIENCE)
    take_home = CalculatorPage(page, audit.site, "take-home").moved_to()
    expect(take_home.field("country")).to_have_value("elsewhere")


def test_forgetting_asks_again(audit: CalculatorPage) -> None:
    page = audit.page
    panel(page).get_by_role("button", name="Use these").click()
    assert kept(page) == {"country": "uk"}
    workbook_page(page, audit.site)
    page.get_by_role("button", name="Forget everything").click()
    page.get_by_role("button", name="Yes, forget everything").click()
    expect(page.locator("gig-workbook [data-slot='status']")).to_contain_text("Everything is forgotten")
    expect(panel(page).get_by_role("button", name="Use these")).to_be_visible()
    arrive(audit)
    expect(panel(page).locator("details")).to_have_attribute("open", "")
    expect(panel(page).get_by_label("Where you live")).to_have_value("uk")
