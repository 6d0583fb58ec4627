"""The answer sheet of a phone has an entry in the history: Back closes it and stays on the page."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.calculator_page import CalculatorPage, Opener, follow, without_python

PHONE = {"width": 360, "height": 740}
MARK = "window.stayed = (window.stayed ?? 0) + 1"
"""A mark that only a full page load removes."""
COUNT_POPS = "addEventListener('popstate', () => { window.popped = (window.popped ?? 0) + 1 })"


@pytest.fixture
def audited(page: Page, built_site: Any) -> CalculatorPage:
    """Net hourly pay on a phone, reached from the home page, with one field in focus."""
    page.set_viewport_size(PHONE)
    page.add_init_script(COUNT_POPS)
    without_python(page).goto(built_site.url)
    follow(page, f"{built_site.url}calculators/net-hourly/")
    net = CalculatorPage(page, built_site.url, "net-hourly")
    expect(net.element.locator(".ug-not-started")).to_have_count(0)
    page.evaluate(MARK)
    return net


def open_sheet(net: CalculatorPage) -> Locator:
    net.field("tips").focus()
    net.element.locator(".ug-strip").click()
    dialog = net.page.get_by_role("dialog", name="Net hourly pay: outcome")
    expect(dialog).to_be_visible()
    return dialog


def test_back_closes_the_sheet_and_stays_on_the_page(audited: CalculatorPage) -> None:
    page, address = audited.page, audited.page.url
    audited.field("tips").focus()
    offset = page.evaluate("scrollY")
    assert offset > 0
    for _ in range(2):  # and again, when it is opened a second time
        dialog = open_sheet(audited)
        page.evaluate("history.back()")
        expect(dialog).to_have_count(0)
        expect(audited.field("tips")).to_be_focused()
        assert page.url == address
        page.wait_for_function("(offset) => scrollY === offset", arg=offset)
        assert page.evaluate("window.stayed") == 1


@pytest.mark.parametrize("way", ["Escape", "button"])
def test_back_after_closing_the_sheet_leaves_the_page(audited: CalculatorPage, way: str) -> None:
    page = audited.page
    dialog = open_sheet(audited)
    if way == "Escape":
        page.keyboard.press("Escape")
    else:
        dialog.get_by_role("button", name="Back to the questions").click()
    expect(dialog).to_have_count(0)
    page.wait_for_function("window.popped === 1")  # its entry is left
    page.evaluate("history.back()")
    page.wait_for_url(audited.site)
    expect(page.locator("gig-calculator[data-calculator='net-hourly']")).to_have_count(0)
    assert page.evaluate("window.stayed") == 1, "the page was replaced in place"


def test_link_in_the_sheet_leaves_no_entry_of_the_sheet(audited: CalculatorPage) -> None:
    """Following a link closes the sheet first: one Back returns to the form, and one more to the page before it."""
    page, address = audited.page, audited.page.url
    dialog = open_sheet(audited)
    target = f"{audited.site}calculators/equalizer/"
    dialog.locator(".ug-sentence").evaluate("(sentence, to) => { sentence.innerHTML = `<a href='${to}'>On</a>` }", target)
    dialog.get_by_role("link", name="On").click()
    page.wait_for_url(target)
    expect(page.locator("gig-calculator[data-calculator='equalizer']")).to_have_count(1)
    page.evaluate("history.back()")
    page.wait_for_url(address)
    expect(audited.element.locator(".ug-not-started")).to_have_count(0)
    expect(page.locator(".ug-sheet")).to_have_count(0)
    page.evaluate("history.back()")
    page.wait_for_url(audited.site)
    assert page.evaluate("window.stayed") == 1


def test_restored_page_still_closes_its_sheet_with_back(page: Page, calculator: Opener) -> None:
    """A page that leaves for another document and comes back whole still closes its sheet with Back."""
    page.set_viewport_size(PHONE)
    net = CalculatorPage(without_python(page), calculator("net-hourly").site, "net-hourly").open()
    expect(net.element.locator(".ug-not-started")).to_have_count(0)
    dialog = open_sheet(net)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    expect(dialog).to_be_visible()
    page.evaluate("history.back()")
    expect(dialog).to_have_count(0)
