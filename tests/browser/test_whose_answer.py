"""An outcome that was not computed from the form's present inputs is marked as such: before Python has started, without it,
after an error, and in print."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.calculator_page import CalculatorPage, Opener, answer, store, without_python

PHONE = {"width": 360, "height": 740}
CHAPTER = "chapters/08-the-equalizer/"
OWN_PAGE = "calculators/equalizer/"


@pytest.fixture
def equalizer(page: Page, built_site: Any) -> CalculatorPage:
    page.set_viewport_size(PHONE)
    return CalculatorPage(page, built_site.url, "equalizer")


def expect_no_answer(form: CalculatorPage, kind: str, words: str) -> None:
    """Expect an outcome that is dimmed, labeled, and left out of print."""
    expect(form.element).to_have_attribute("data-answer", kind)
    label = form.element.locator("[data-slot='answer']")
    expect(label).to_be_visible()
    expect(label).to_contain_text(words)
    form.page.emulate_media(media="print")
    expect(form.element.locator(".ug-headline-number")).to_be_hidden()
    expect(form.element.locator(".ug-sentence")).to_be_hidden()
    expect(form.element.locator(".ug-outcome-rest")).to_be_hidden()
    expect(label).to_be_visible()
    form.page.emulate_media(media="screen")


def expect_answer(form: CalculatorPage, **inputs: str) -> None:
    expect(form.element).not_to_have_attribute("data-answer", "example")
    assert form.element.get_attribute("data-answer") is None
    assert form.figure("gap") == answer("equalizer", **inputs)["figures"]["gap"]
    form.page.emulate_media(media="print")
    expect(form.element.locator(".ug-headline-number")).to_be_visible()
    form.page.emulate_media(media="screen")


@pytest.mark.parametrize(("address", "words"), [(CHAPTER, "Example: Dana’s numbers"), (OWN_PAGE, "Example: the usual numbers")])
def test_answer_is_an_example_until_python_has_run(equalizer: CalculatorPage, address: str, words: str) -> None:
    store(equalizer.page, {"equalizer": {"pay": "66,000"}})
    without_python(equalizer.page).goto(equalizer.site + address)
    expect(equalizer.field("pay")).to_have_value("66,000")
    expect_no_answer(equalizer, "example", words)


@pytest.mark.parametrize("address", [CHAPTER, OWN_PAGE])
def test_answer_stays_an_example_when_python_cannot_load(equalizer: CalculatorPage, address: str) -> None:
    store(equalizer.page, {"equalizer": {"pay": "66,000"}})
    equalizer.page.route("**/assets/ug/worker.*.js", lambda route: route.abort())
    equalizer.page.goto(equalizer.site + address)
    equalizer.expect_state("failed")
    expect_no_answer(equalizer, "example", "Your own answer could not be worked out")


def test_typing_before_python_marks_the_answer_an_example(equalizer: CalculatorPage) -> None:
    without_python(equalizer.page).goto(equalizer.site + OWN_PAGE)
    assert equalizer.element.get_attribute("data-answer") is None
    equalizer.field("pay").press_sequentially("1")
    expect_no_answer(equalizer, "example", "Example: the usual numbers")
    equalizer.field("pay").focus()
    expect(equalizer.element.locator(".ug-strip")).to_be_visible()
    expect(equalizer.element.locator(".ug-strip-number")).to_be_hidden()


def test_answer_in_dollars_is_an_example_under_another_sign(equalizer: CalculatorPage) -> None:
    store(equalizer.page, {}, sign="£")
    without_python(equalizer.page).goto(equalizer.site + OWN_PAGE)
    expect_no_answer(equalizer, "example", "Example")


@pytest.mark.parametrize("address", [f"{CHAPTER}#check-yourself", OWN_PAGE])
def test_kept_numbers_are_computed_without_scrolling(equalizer: CalculatorPage, address: str) -> None:
    store(equalizer.page, {"equalizer": {"pay": "66,000"}})
    equalizer.page.set_viewport_size({"width": 360, "height": 300})
    equalizer.page.goto(equalizer.site + address)
    equalizer.wait_for_outcome(0)
    expect_answer(equalizer, pay="66,000")


def test_prefills_are_computed_at_once(page: Page, calculator: Opener, built_site: Any) -> None:
    calculator("time-audit").opened().type("rest_floor", "40")
    prefill = answer("time-audit", rest_floor="40")["figures"]["leverage_hours"]
    page.set_viewport_size({"width": 360, "height": 300})
    page.goto(f"{built_site.url}{OWN_PAGE}#what-you-get")
    form = CalculatorPage(page, built_site.url, "equalizer")
    form.wait_for_outcome(0)
    expect_answer(form, idle_hours=str(prefill))


def test_outcome_after_an_error_is_labeled_the_last_valid(visitor: Opener) -> None:
    form = visitor("equalizer")
    form.type("pay", "60,000")
    assert form.element.get_attribute("data-answer") is None
    form.field("pay").fill("much")
    form.field("years").focus()
    expect_no_answer(form, "earlier", "the last numbers that could be worked out")
    assert form.figure("gap") == answer("equalizer", pay="60,000")["figures"]["gap"]
    form.type("pay", "61,000")
    expect_answer(form, pay="61,000")


def test_an_error_before_the_first_answer_leaves_an_example(equalizer: CalculatorPage) -> None:
    store(equalizer.page, {"equalizer": {"pay": "much"}})
    equalizer.page.goto(equalizer.site + OWN_PAGE)
    expect(equalizer.error("pay")).to_be_visible()
    expect_no_answer(equalizer, "example", "Example: the usual numbers")


def test_slider_answers_the_reader_without_python(page: Page, built_site: Any) -> None:
    """Its answers come from the build, so that the label of an example would be wrong."""
    without_python(page).goto(built_site.url)
    page.wait_for_function("!!customElements.get('gig-calculator')")
    home = CalculatorPage(page, built_site.url, "equalizer")
    example = home.figure("gap")
    home.field("inflation").fill("6")
    home.expect_figure("gap", answer("equalizer", inflation="6")["figures"]["gap"])
    assert home.figure("gap") > example
    expect(home.element).not_to_have_attribute("data-answer", "example")


@pytest.mark.parametrize("body", ["", "const = broken"])
@pytest.mark.parametrize("script", ["page", "calculator"])
def test_form_without_its_script_says_that_it_is_inactive(equalizer: CalculatorPage, thrown: list[str], script: str, body: str) -> None:
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


def test_notice_of_the_missing_script_goes_once_it_runs(equalizer: CalculatorPage) -> None:
    without_python(equalizer.page).goto(equalizer.site + CHAPTER)
    expect(equalizer.element.locator(".ug-not-started")).to_have_count(0)
