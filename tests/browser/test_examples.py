"""Prefilled calculators: the slider on the home page, and the household of a chapter."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.calculator_page import PATIENCE, CalculatorPage, Opener, answer, stored, without_python
from tests.browser.danas_numbers import ALL_OF_DANAS, DANA

USUAL = {"idle_hours": "4", "hourly_net": "12"}


@pytest.fixture
def home(page: Page, built_site: Any) -> CalculatorPage:
    page.goto(built_site.url)
    page.wait_for_function("!!customElements.get('gig-calculator')")
    return CalculatorPage(page, built_site.url, "equalizer")


@pytest.fixture
def chapter(visitor: Opener, visitor_page: Page, built_site: Any) -> CalculatorPage:
    """The equalizer in its chapter, not opened yet."""
    return CalculatorPage(visitor_page, built_site.url, "equalizer")


def test_home_page_starts_python_only_at_the_slider(home: CalculatorPage) -> None:
    urls: list[str] = []
    home.page.on("request", lambda request: urls.append(request.url))
    home.element.scroll_into_view_if_needed()
    home.page.wait_for_timeout(1000)
    home.expect_state("static")
    assert not [url for url in urls if "/assets/ug/" in url and "/search." not in url]  # Material starts its search when it likes
    assert home.figure("gap") == answer("equalizer")["figures"]["gap"]
    home.field("inflation").focus()
    home.expect_state("ready")


def test_slider_answers_at_once_before_python_has_started(page: Page, built_site: Any) -> None:
    """The answers at each step are in the page, and belong to the slider's value at every moment."""
    home = CalculatorPage(without_python(page), built_site.url, "equalizer")
    page.goto(built_site.url)
    expect(home.element.locator(".ug-not-started")).to_have_count(0)
    for value in ("8", "0", "4.7"):
        home.field("inflation").fill(value)
        assert home.figure("gap") == answer("equalizer", inflation=value)["figures"]["gap"]
        expect(home.element.locator("[data-slot='answer']")).to_be_hidden()
    expect(home.element.locator(".ug-sentence")).to_contain_text("prices by 4.7%")
    assert home.outcomes == 0


def test_moving_the_slider_moves_the_answer(home: CalculatorPage) -> None:
    slider = home.field("inflation")
    slider.focus()
    for _ in range(16):
        home.page.keyboard.press("ArrowRight")
    expect(home.element.locator("output")).to_have_text("5")
    gap = answer("equalizer", inflation="5")["figures"]["gap"]
    home.page.wait_for_function("(gap) => +document.querySelector('[data-figure=gap]').value === gap", arg=gap, timeout=PATIENCE)
    expect(home.element.locator(".ug-sentence")).to_contain_text("prices by 5%")


def test_home_page_neither_saves_nor_shows_the_readers_numbers(home: CalculatorPage, calculator: Opener) -> None:
    own = calculator("equalizer").opened()
    own.type("inflation", "7")
    own.kept()
    home.page.goto(home.site)
    expect(home.field("inflation")).to_have_value("3.4")
    home.field("inflation").fill("4")
    home.wait_for_outcome(0)
    assert home.figure("gap") == answer("equalizer", inflation="4")["figures"]["gap"]
    assert home.kept() == {"inflation": "7"}


def test_slider_fetches_no_chart_and_links_to_its_calculator(home: CalculatorPage) -> None:
    urls: list[str] = []
    home.page.on("request", lambda request: urls.append(request.url))
    home.field("inflation").fill("4")
    home.wait_for_outcome(0)
    home.page.wait_for_timeout(500)
    assert not [url for url in urls if "/charts." in url]
    home.element.get_by_role("link", name="Put in your own numbers").click()
    home.page.wait_for_url("**/calculators/equalizer/")


def test_chapter_calculator_agrees_with_the_chapters_text(chapter: CalculatorPage) -> None:
    """A chapter's calculator shows the household of the chapter, and the same answer as the text."""
    chapter.moved_to("chapters/08-the-equalizer/")
    for name, text in DANA.items():
        expect(chapter.field(name)).to_have_value(text)
    expect(chapter.element.get_by_role("radio", name="Dana’s numbers")).to_be_checked()
    expect(chapter.element.locator("[data-slot='answer']")).to_have_text("Example: Dana’s numbers")
    expected = answer("equalizer", **ALL_OF_DANAS)["figures"]
    assert chapter.figure("months_to_close") == expected["months_to_close"] != answer("equalizer")["figures"]["months_to_close"]
    assert stored(chapter.page) == {} or chapter.kept() == {}, "a household's numbers are not the reader's"


def test_readers_own_numbers_appear_beside_the_example(chapter: CalculatorPage, visitor: Opener) -> None:
    visitor("equalizer").type("pay", "66,000")
    chapter.moved_to("chapters/08-the-equalizer/")
    expect(chapter.field("pay")).to_have_value("66,000")
    for name, text in USUAL.items():
        expect(chapter.field(name)).to_have_value(text)
    expect(chapter.element.get_by_role("radio", name="Mine")).to_be_checked()
    assert chapter.figure("months_to_close") == answer("equalizer", pay="66,000")["figures"]["months_to_close"]


def test_rows_come_from_the_household_too(page: Page, built_site: Any) -> None:
    time_audit = CalculatorPage(page, built_site.url, "time-audit")
    page.goto(f"{built_site.url}chapters/03-your-assets/")
    time_audit.element.locator("form").scroll_into_view_if_needed()
    time_audit.wait_for_outcome(0)
    assert time_audit.figure("leverage_hours") == 4.2
    expect(time_audit.rows("days")).to_have_count(3)
