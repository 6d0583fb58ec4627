"""Glossary terms: their definition opens by mouse, keyboard and touch, can be closed, and links to the glossary."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

CHAPTER = "chapters/03-your-assets/"
ADDRESS = "**/reference/glossary/#term-capacity"
DEFINITION = "What an asset could do at most in a week or a month: nights, days, hours."


def capacity(page: Page) -> Locator:
    return page.locator('a.ug-term[href$="#term-capacity"]')


def card(page: Page) -> Locator:
    return page.locator(".ug-term-card")


@pytest.fixture
def chapter(page: Page, built_site: Any) -> Page:
    page.goto(f"{built_site.url}{CHAPTER}")
    page.wait_for_function("!!globalThis.ugReading")
    capacity(page).evaluate("(word) => word.scrollIntoView({block: 'center', behavior: 'instant'})")
    return page


@pytest.fixture
def phone(browser: Browser, built_site: Any) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{built_site.url}{CHAPTER}")
    page.wait_for_function("!!globalThis.ugReading")
    yield page
    context.close()


def test_card_opens_under_the_mouse_and_closes(chapter: Page) -> None:
    capacity(chapter).hover()
    expect(card(chapter)).to_contain_text(DEFINITION)
    card(chapter).hover()
    chapter.wait_for_timeout(600)
    expect(card(chapter)).to_be_visible()
    chapter.mouse.move(5, 5)
    expect(card(chapter)).to_have_count(0)


def test_escape_closes_the_card_under_the_mouse(chapter: Page) -> None:
    capacity(chapter).hover()
    expect(card(chapter)).to_be_visible()
    chapter.keyboard.press("Escape")
    expect(card(chapter)).to_have_count(0)
    chapter.wait_for_timeout(400)
    expect(card(chapter)).to_have_count(0)


def test_card_opens_at_keyboard_focus_and_is_announced(chapter: Page) -> None:
    capacity(chapter).focus()
    expect(card(chapter)).to_be_visible()
    expect(capacity(chapter)).to_have_accessible_description(DEFINITION)
    chapter.keyboard.press("Tab")
    expect(card(chapter).get_by_role("link", name="In the glossary")).to_be_focused()
    chapter.keyboard.press("Escape")
    expect(card(chapter)).to_have_count(0)
    expect(capacity(chapter)).to_be_focused()
    chapter.keyboard.press("Tab")
    chapter.keyboard.press("Shift+Tab")
    expect(card(chapter)).to_be_visible()
    chapter.keyboard.press("Tab")
    chapter.keyboard.press("Tab")
    expect(card(chapter).filter(has_text=DEFINITION)).to_have_count(0)


def test_enter_and_click_go_to_the_glossary(chapter: Page) -> None:
    capacity(chapter).focus()
    chapter.keyboard.press("Enter")
    chapter.wait_for_url(ADDRESS)
    chapter.go_back()
    capacity(chapter).click()
    chapter.wait_for_url(ADDRESS)


def test_tap_opens_the_card_and_another_closes_it(phone: Page) -> None:
    capacity(phone).tap()
    expect(card(phone)).to_contain_text(DEFINITION)
    assert phone.url.endswith(CHAPTER)
    capacity(phone).tap()
    expect(card(phone)).to_have_count(0)
    capacity(phone).tap()
    phone.locator("#underutilized-assets").tap(position={"x": 2, "y": 2})
    expect(card(phone)).to_have_count(0)
    capacity(phone).tap()
    card(phone).get_by_role("link", name="In the glossary").tap()
    phone.wait_for_url(ADDRESS)


def test_a_card_never_leaves_the_window(phone: Page) -> None:
    phone.add_init_script("IntersectionObserver.prototype.observe = () => {}")  # no calculator starts, so nothing moves meanwhile
    phone.reload()
    phone.wait_for_function("!!globalThis.ugReading && !!window.location$")  # nor does Material
    words = phone.locator("a.ug-term")
    for number in range(words.count()):
        # the first scroll lays out what lies between, the second one finds the word where it stays
        for _ in range(2):
            words.nth(number).evaluate("(word) => word.scrollIntoView({block: 'center', behavior: 'instant'})")
            phone.wait_for_timeout(50)
        words.nth(number).tap()
        box = card(phone).bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360
        assert box["y"] >= 40, "the header covers it"
        assert box["y"] + box["height"] <= 740
        assert phone.evaluate("document.documentElement.scrollWidth") <= 360
        phone.keyboard.press("Escape")  # or it would lie over the next word


def test_term_is_a_link_without_scripts(browser: Browser, built_site: Any) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{built_site.url}{CHAPTER}")
    capacity(page).click()
    page.wait_for_url(ADDRESS)
    context.close()


def test_term_is_plain_text_on_paper(chapter: Page) -> None:
    chapter.emulate_media(media="print")
    style = (
        "(word) => [getComputedStyle(word).textDecorationLine, getComputedStyle(word).color, getComputedStyle(word.parentElement).color]"
    )
    line, color, around = capacity(chapter).evaluate(style)
    assert line == "none"
    assert color == around
