"""A picture's tooltips without a mouse: a tap shows one, also in a picture that the build drew, and arrow keys go through them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.calculator_page import CalculatorPage


@pytest.fixture
def phone(browser: Browser, built_site: Any) -> Iterator[CalculatorPage]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    yield CalculatorPage(context.new_page(), built_site.url, "net-hourly").opened()
    context.close()


def tooltip(page: Page) -> Locator:
    return page.locator("#vg-tooltip-element.visible")


def test_tap_shows_a_tooltip_and_a_tap_elsewhere_hides_it(phone: CalculatorPage) -> None:
    """The first tap is on the picture that the build drew: it is drawn once more, with its tooltips."""
    picture = phone.element.locator('[data-slot="chart"]').first
    picture.scroll_into_view_if_needed()
    expect(picture.locator("svg[data-live]")).to_have_count(0)
    bar = picture.locator(".ug-chart-narrow svg .mark-rect path, .ug-chart-narrow svg .mark-rect rect").first
    bar.tap(force=True)
    expect(tooltip(phone.page)).to_be_visible()
    expect(tooltip(phone.page)).to_contain_text("$")
    phone.element.locator(".ug-chart-summary").first.tap()
    expect(tooltip(phone.page)).to_have_count(0)


def test_arrow_keys_lead_from_tooltip_to_tooltip(page: Page, built_site: Any) -> None:
    net = CalculatorPage(page, built_site.url, "net-hourly").opened()
    net.type("tips", "85")
    picture = net.element.locator('[data-slot="chart"][tabindex="0"]').first
    picture.focus()
    page.keyboard.press("ArrowRight")
    expect(tooltip(page)).to_be_visible()
    first = tooltip(page).inner_text()
    page.keyboard.press("ArrowRight")
    expect(tooltip(page)).not_to_have_text(first)
    page.keyboard.press("ArrowLeft")
    expect(tooltip(page)).to_contain_text(first.split()[-1])
    page.keyboard.press("Escape")
    expect(tooltip(page)).to_have_count(0)
