"""The drawer with the list of pages, in a window as narrow as a phone's, with the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

BUTTON = ".md-header .ug-menu"
LABEL = ".md-header [for=__drawer]"
LINKS = ".md-nav--primary a.md-nav__link"
FOCUSED = "document.activeElement.closest('.md-sidebar--primary') !== null"


@pytest.fixture
def page(browser: Browser, built_site: Any) -> Iterator[Page]:
    """A calculator's page, with Material's script."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{built_site.url}calculators/equalizer/")
    page.wait_for_function("'location$' in globalThis")
    yield page
    context.close()


def expect_open(page: Page, is_open: bool) -> None:
    expect(page.locator(BUTTON)).to_have_attribute("aria-expanded", str(is_open).lower())
    if is_open:
        expect(page.locator(LINKS).first).to_be_visible()
    else:
        expect(page.locator(f"{LINKS}:visible")).to_have_count(0)


def test_closed_drawer_is_out_of_the_way(page: Page) -> None:
    expect_open(page, False)
    page.locator("body").focus()
    for _ in range(12):
        page.keyboard.press("Tab")
        assert not page.evaluate(FOCUSED)


def test_keys_open_and_close_the_drawer(page: Page) -> None:
    button = page.get_by_role("button", name="Menu", exact=True)
    for key in ("Enter", " "):
        button.focus()
        page.keyboard.press(key)
        expect_open(page, True)
        expect(page.locator(".md-nav__title:focus", has_text="Calculators")).to_be_in_viewport()
        page.keyboard.press("Escape")
        expect_open(page, False)
        expect(button).to_be_focused()


def test_first_entry_that_is_shown_gets_the_focus(page: Page, built_site: Any) -> None:
    """On the home page, the link to itself is hidden, and so is its table of contents."""
    page.goto(built_site.url)
    page.locator(BUTTON).focus()
    page.keyboard.press("Enter")
    expect(page.locator(".md-nav__link:focus", has_text="The course")).to_be_in_viewport()


def test_drawer_closes_when_the_keyboard_leaves_it(page: Page) -> None:
    page.locator(BUTTON).focus()
    page.keyboard.press("Enter")
    expect_open(page, True)
    for _ in range(60):
        page.keyboard.press("Tab")
        if not page.evaluate(FOCUSED):
            break
    expect_open(page, False)


def test_heading_of_a_list_leads_back(page: Page) -> None:
    page.locator(BUTTON).focus()
    page.keyboard.press("Enter")
    title = page.locator(".md-nav__title[for=__nav_5]")
    title.focus()
    page.keyboard.press("Enter")
    expect(title).to_be_hidden()
    expect(page.locator(LINKS, has_text="Time audit")).to_be_hidden()
    expect_open(page, True)


def test_tap_opens_the_drawer_and_a_link_closes_it(page: Page) -> None:
    page.locator(BUTTON).click()
    expect_open(page, True)
    page.locator(LINKS, has_text="Time audit").click()
    page.wait_for_url("**/calculators/time-audit/")
    expect_open(page, False)


def test_wide_window_shows_the_list(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(page.locator(LINKS, has_text="Time audit")).to_be_visible()
    expect(page.locator(BUTTON)).to_be_hidden()


def test_drawer_opens_without_scripts(browser: Browser, built_site: Any) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{built_site.url}calculators/equalizer/")
    page.locator(LABEL).click()
    expect(page.locator(LINKS, has_text="Time audit")).to_be_in_viewport()
    context.close()
