"""Number notation: detected from the browser's language, clarified when ambiguous, and changed on the workbook page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.calculator_page import KEY, PATIENCE, CalculatorPage, Opener, follow, forget, stored

COMMA = "1.234.567,89"


@pytest.fixture(scope="module")
def german_page(browser: Browser, built_site: Any) -> Iterator[Page]:
    """A phone whose browser speaks German, with Python started."""
    context = browser.new_context(locale="de-DE", viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    CalculatorPage(page, built_site.url, "equalizer").opened()
    yield page
    context.close()


@pytest.fixture
def german(german_page: Page, built_site: Any) -> CalculatorPage:
    """The equalizer there, with nothing kept yet."""
    follow(german_page, f"{built_site.url}calculators/")
    forget(german_page)
    return CalculatorPage(german_page, built_site.url, "equalizer").moved_to()


@pytest.fixture
def page(german_page: Page) -> Page:
    """The page that is watched for errors."""
    return german_page


def kept_book(page: Page) -> dict[str, Any]:
    return dict(json.loads(stored(page)[KEY]))


def test_form_and_outcome_follow_the_browser_s_language(german: CalculatorPage) -> None:
    expect(german.field("pay")).to_have_value("52.000")
    german.type("pay", "52.500,50")
    assert german.figure("pay_needed") == pytest.approx(62053.5, abs=0.5)
    expect(german.element.locator(".ug-headline-number")).to_contain_text(".")
    expect(german.element.locator(".ug-kept")).to_contain_text(COMMA)
    assert german.kept() == {"pay": "52.500,50"}
    assert kept_book(german.page)["numbers"] == COMMA
    assert german.field("pay").get_attribute("inputmode") == "decimal"


def test_keypad_s_other_decimal_sign_is_taken_too(german: CalculatorPage) -> None:
    german.type("inflation", "3.4")
    with_point = german.figure("gap")
    german.type("inflation", "9")
    german.type("inflation", "3,4")
    assert german.figure("gap") == with_point


def test_ambiguous_number_is_settled_by_a_tap(german: CalculatorPage) -> None:
    german.field("pay").fill("52,500")
    error = german.error("pay")
    buttons = error.get_by_role("button")
    expect(buttons).to_have_text(["52,5", "52.500"])
    for button in buttons.all():
        box = button.bounding_box()
        assert box is not None
        assert box["height"] >= 44
    before = german.outcomes
    buttons.nth(1).click()
    german.wait_for_outcome(before)
    expect(german.field("pay")).to_have_value("52.500")
    expect(german.field("pay")).to_be_focused()
    expect(error).to_be_hidden()
    assert german.kept() == {"pay": "52.500"}


def test_workbook_page_rewrites_what_was_typed(german: CalculatorPage, built_site: Any) -> None:
    german.type("pay", "52.500,50")
    german.kept()
    page = german.page
    follow(page, f"{built_site.url}workbook/")
    choice = page.get_by_label("How you write numbers")
    expect(choice).to_have_value(COMMA)
    choice.select_option("1,234,567.89")
    expect(page.locator('gig-about [data-slot="about-status"]')).to_contain_text("written this way now")
    assert kept_book(page)["calculators"]["equalizer"]["inputs"] == {"pay": "52,500.5"}
    german.opened()
    expect(german.field("pay")).to_have_value("52,500.5")
    assert german.figure("pay_needed") == pytest.approx(62053.5, abs=0.5)


def test_open_form_follows_a_change_in_another_tab(german: CalculatorPage) -> None:
    german.type("pay", "52.500,50")
    german.kept()
    other = german.page.context.new_page()
    other.goto(f"{german.site}calculators/equalizer/")
    before = german.outcomes
    book = {**kept_book(german.page), "numbers": "1 234 567,89"}
    book["calculators"]["equalizer"]["inputs"] = {"pay": "52 500,5"}
    other.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps(book)])
    german.wait_for_outcome(before)
    expect(german.field("pay")).to_have_value("52 500,5")
    other.close()


def test_ambiguous_number_survives_a_new_notation(visitor: Opener) -> None:
    """In another tab the reader says that a point groups digits: 66.000 is then read, and stays in its box."""
    equalizer = visitor("equalizer")
    page = equalizer.page
    equalizer.field("pay").fill("66.000")
    equalizer.field("years").focus()
    expect(equalizer.error("pay").get_by_role("button", name="66,000")).to_be_visible()
    book = {**kept_book(page), "numbers": COMMA}
    before = equalizer.outcomes
    page.evaluate(
        """([key, text]) => {
          localStorage.setItem(key, text);
          dispatchEvent(new StorageEvent("storage", { key, newValue: text, storageArea: localStorage }));
        }""",
        [KEY, json.dumps(book)],
    )
    equalizer.wait_for_outcome(before)
    expect(equalizer.field("pay")).to_have_value("66.000")
    expect(equalizer.error("pay")).to_be_hidden()
    assert equalizer.figure("pay_needed") == pytest.approx(78009.34)
