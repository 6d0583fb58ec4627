"""No outcome passes for the answer to numbers that it was not worked out from: while Python is on its way, without it, after an error,
and on paper."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.calculator_page import KEY, CalculatorPage, Opener, answer, without_python

PHONE = {"width": 360, "height": 740}
CHAPTER = "chapters/08-the-equalizer/"
OWN_PAGE = "calculators/equalizer/"


def store(page: Page, **more: Any) -> None:
    """The reader's own pay, kept before the page loads."""
    book = {
        "app": "ultimate-gig",
        "schema": 1,
        "saved": "2026-01-01T00:00:00.000Z",
        "calculators": {"equalizer": {"inputs": {"pay": "66,000"}}},
    }
    page.add_init_script(f"localStorage['{KEY}'] ??= {json.dumps(json.dumps({**book, **more}))}")


@pytest.fixture
def equalizer(page: Page, built_site: Any) -> CalculatorPage:
    page.set_viewport_size(PHONE)
    return CalculatorPage(page, built_site.url, "equalizer")


def expect_no_answer(one: CalculatorPage, kind: str, words: str) -> None:
    """The outcome stands back, says what it is, and is not printed."""
    expect(one.element).to_have_attribute("data-answer", kind)
    label = one.element.locator("[data-slot='answer']")
    expect(label).to_be_visible()
    expect(label).to_contain_text(words)
    one.page.emulate_media(media="print")
    expect(one.element.locator(".ug-headline-number")).to_be_hidden()
    expect(one.element.locator(".ug-sentence")).to_be_hidden()
    expect(one.element.locator(".ug-outcome-rest")).to_be_hidden()
    expect(label).to_be_visible()
    one.page.emulate_media(media="screen")


def expect_answer(one: CalculatorPage, **inputs: str) -> None:
    expect(one.element).not_to_have_attribute("data-answer", "example")
    assert one.element.get_attribute("data-answer") is None
    assert one.figure("gap") == answer("equalizer", **inputs)["figures"]["gap"]
    one.page.emulate_media(media="print")
    expect(one.element.locator(".ug-headline-number")).to_be_visible()
    one.page.emulate_media(media="screen")


@pytest.mark.parametrize(("address", "words"), [(CHAPTER, "Example: Dana’s numbers"), (OWN_PAGE, "Example: the usual numbers")])
def test_until_python_has_run_the_pages_answer_is_an_example(equalizer: CalculatorPage, address: str, words: str) -> None:
    store(equalizer.page)
    without_python(equalizer.page).goto(equalizer.site + address)
    expect(equalizer.field("pay")).to_have_value("66,000")
    expect_no_answer(equalizer, "example", words)


@pytest.mark.parametrize("address", [CHAPTER, OWN_PAGE])
def test_where_python_cannot_be_fetched_the_example_never_becomes_the_readers(equalizer: CalculatorPage, address: str) -> None:
    store(equalizer.page)
    equalizer.page.route("**/assets/ug/worker.*.js", lambda route: route.abort())
    equalizer.page.goto(equalizer.site + address)
    equalizer.expect_state("failed")
    expect_no_answer(equalizer, "example", "Your own answer could not be worked out")


def test_a_key_before_python_is_there_makes_the_answer_an_example(equalizer: CalculatorPage) -> None:
    without_python(equalizer.page).goto(equalizer.site + OWN_PAGE)
    assert equalizer.element.get_attribute("data-answer") is None
    equalizer.field("pay").press_sequentially("1")
    expect_no_answer(equalizer, "example", "Example: the usual numbers")
    equalizer.field("pay").focus()
    expect(equalizer.element.locator(".ug-strip")).to_be_visible()
    expect(equalizer.element.locator(".ug-strip-number")).to_be_hidden()


def test_the_readers_sign_beside_an_answer_in_dollars_is_an_example_too(equalizer: CalculatorPage) -> None:
    store(equalizer.page, calculators={}, sign="£")
    without_python(equalizer.page).goto(equalizer.site + OWN_PAGE)
    expect_no_answer(equalizer, "example", "Example")


@pytest.mark.parametrize("address", [f"{CHAPTER}#check-yourself", OWN_PAGE])
def test_kept_numbers_are_worked_out_at_once_though_nobody_has_scrolled(equalizer: CalculatorPage, address: str) -> None:
    store(equalizer.page)
    equalizer.page.set_viewport_size({"width": 360, "height": 300})
    equalizer.page.goto(equalizer.site + address)
    equalizer.wait_for_outcome(0)
    expect_answer(equalizer, pay="66,000")


def test_what_another_page_lends_is_worked_out_at_once(page: Page, calculator: Opener, built_site: Any) -> None:
    calculator("time-audit").opened().type("rest_floor", "40")
    lent = answer("time-audit", rest_floor="40")["figures"]["leverage_hours"]
    page.set_viewport_size({"width": 360, "height": 300})
    page.goto(f"{built_site.url}{OWN_PAGE}#what-you-get")
    one = CalculatorPage(page, built_site.url, "equalizer")
    one.wait_for_outcome(0)
    expect_answer(one, idle_hours=str(lent))


def test_after_an_error_the_last_good_outcome_is_called_that(calculator: Opener) -> None:
    one = calculator("equalizer").opened()
    one.type("pay", "60,000")
    assert one.element.get_attribute("data-answer") is None
    one.field("pay").fill("much")
    one.field("years").focus()
    expect_no_answer(one, "earlier", "the last numbers that could be worked out")
    assert one.figure("gap") == answer("equalizer", pay="60,000")["figures"]["gap"]
    one.type("pay", "61,000")
    expect_answer(one, pay="61,000")


def test_an_error_before_the_first_answer_leaves_an_example(equalizer: CalculatorPage) -> None:
    store(equalizer.page, calculators={"equalizer": {"inputs": {"pay": "much"}}})
    equalizer.page.goto(equalizer.site + OWN_PAGE)
    expect(equalizer.error("pay")).to_be_visible()
    expect_no_answer(equalizer, "example", "Example: the usual numbers")


def test_the_slider_too_says_whose_answer_it_shows(page: Page, built_site: Any) -> None:
    without_python(page).goto(built_site.url)
    page.wait_for_function("!!customElements.get('gig-calculator')")
    home = CalculatorPage(page, built_site.url, "equalizer")
    home.field("inflation").fill("6")
    expect_no_answer(home, "example", "Example: the usual numbers")


@pytest.mark.parametrize("body", ["", "const = broken"])
@pytest.mark.parametrize("script", ["page", "calculator"])
def test_a_form_without_its_script_says_that_it_does_nothing(equalizer: CalculatorPage, thrown: list[str], script: str, body: str) -> None:
    page = equalizer.page
    page.route(
        f"**/assets/ug/{script}.*.js", lambda route: route.fulfill(status=200 if body else 404, body=body, content_type="text/javascript")
    )
    page.goto(equalizer.site + CHAPTER)
    line = equalizer.element.locator(".ug-not-started")
    assert not line.is_visible()
    expect(line).to_be_visible()
    expect(line).to_contain_text("has not started")
    box = line.bounding_box()
    assert box is not None
    assert box["height"] > 44
    thrown.clear()  # the torn script itself


def test_the_line_about_the_missing_script_is_gone_once_it_runs(equalizer: CalculatorPage) -> None:
    without_python(equalizer.page).goto(equalizer.site + CHAPTER)
    expect(equalizer.element.locator(".ug-not-started")).to_have_count(0)
