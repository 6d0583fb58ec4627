"""The header's switch between light and dark colors, and the system's where the reader has not chosen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.calculator_page import PATIENCE

SHOWN = ".md-header__option label:visible"
MATERIAL_HAS_RUN = "'location$' in globalThis"


@pytest.fixture
def page(browser: Browser, built_site: Any) -> Iterator[Page]:
    """A chapter in a browser of its own, where nothing is stored, by day."""
    context = browser.new_context(color_scheme="light", reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{built_site.url}chapters/08-the-equalizer/")
    expect(page.locator(SHOWN)).to_have_count(1, timeout=PATIENCE)
    yield page
    context.close()


def expect_look(page: Page, scheme: str, title: str) -> None:
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
    expect(page.locator(SHOWN)).to_have_attribute("title", title)
    dark = page.evaluate("getComputedStyle(document.body).colorScheme")
    assert dark == ("dark" if scheme == "slate" else "light")


SYSTEM = "Colors follow your system. Switch to light"
LIGHT = "Light colors. Switch to dark"
DARK = "Dark colors. Follow your system"


def test_each_click_goes_on_and_is_remembered(page: Page) -> None:
    expect_look(page, "default", SYSTEM)
    for scheme, title in (("default", LIGHT), ("slate", DARK)):
        page.locator(SHOWN).click()
        expect_look(page, scheme, title)
        page.reload()
        expect_look(page, scheme, title)
    page.emulate_media(color_scheme="light")
    page.locator(SHOWN).click()
    expect_look(page, "default", SYSTEM)
    page.reload()
    expect_look(page, "default", SYSTEM)


def test_the_choice_is_there_before_the_first_paint(page: Page) -> None:
    """The page's own script comes late on a slow connection."""
    for _ in range(2):
        page.locator(SHOWN).click()
    page.route("**/assets/ug/page.*.js", lambda route: route.abort())
    page.reload()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_system_decides_until_the_reader_does(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    expect_look(page, "slate", SYSTEM)
    page.emulate_media(color_scheme="light")
    expect_look(page, "default", SYSTEM)
    page.locator(SHOWN).click()
    page.emulate_media(color_scheme="dark")
    expect_look(page, "default", LIGHT)


def test_enter_and_arrow_keys_choose(page: Page) -> None:
    page.locator(".md-header__option input:checked").focus()
    page.keyboard.press("Enter")
    expect_look(page, "default", LIGHT)
    page.keyboard.press("ArrowDown")
    expect_look(page, "slate", DARK)
    page.keyboard.press("Enter")
    expect_look(page, "default", SYSTEM)


def test_choice_stays_on_the_next_page(page: Page) -> None:
    for _ in range(2):
        page.locator(SHOWN).click()
    page.wait_for_function(MATERIAL_HAS_RUN)
    page.evaluate("globalThis.isSamePage = true")
    page.locator("article a[href*='calculators/equalizer']").first.click()
    page.wait_for_url("**/calculators/equalizer/**")
    assert page.evaluate("isSamePage")
    expect_look(page, "slate", DARK)


def test_nothing_is_stored_before_a_choice(page: Page) -> None:
    page.wait_for_function(MATERIAL_HAS_RUN)
    names = "Object.keys(localStorage).filter((name) => name.endsWith('.__palette'))"
    assert page.evaluate(names) == []
    page.locator(SHOWN).click()
    assert len(page.evaluate(names)) == 1


@pytest.mark.parametrize("index", [-1, 9])
def test_unknown_choice_shows_one_of_the_options(page: Page, index: int) -> None:
    page.evaluate("(index) => __md_set('__palette', { index })", index)
    page.reload()
    expect(page.locator(SHOWN)).to_have_count(1)
    assert page.locator("body").get_attribute("data-md-color-scheme") in ("default", "slate")


def test_blocked_storage_leaves_the_switch_working(browser: Browser, built_site: Any) -> None:
    context = browser.new_context(color_scheme="dark")
    context.add_init_script(
        "Object.defineProperty(globalThis, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"
    )
    page = context.new_page()
    page.goto(f"{built_site.url}chapters/08-the-equalizer/")
    expect_look(page, "slate", SYSTEM)
    page.locator(SHOWN).click()
    expect_look(page, "default", LIGHT)
    context.close()


def test_material_does_not_compute_all_styles_again(page: Page) -> None:
    """Its switch would add this element, and change it."""
    page.wait_for_function(MATERIAL_HAS_RUN)
    assert page.locator("meta[name=color-scheme]").count() == 0
