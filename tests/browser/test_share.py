"""A link with numbers: what it changes is shown, and nothing is replaced before the reader agrees. And the calendar file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from calculators.workbook.link import make_link
from tests.accessibility.test_pages import in_each_window
from tests.browser.calculator_page import BOOK, PATIENCE, Opener, answer, follow
from tests.unit.workbook.icalendar_reader import read_calendar

HOSTILE = '<img src=x onerror="window.hacked=1">'


def opened_link(page: Page, fragment: str, title: str = "Use the numbers in this link?") -> Locator:
    """Open a link on this page, as by pasting it into the address bar."""
    page.evaluate("(fragment) => { location.hash = fragment; }", fragment)
    dialog = page.get_by_role("dialog", name=title)
    expect(dialog.locator("table, button").first).to_be_visible(timeout=PATIENCE)
    return dialog


def expect_no_fragment(page: Page) -> None:
    page.wait_for_function("!location.href.includes('#')")


def test_link_made_on_a_page_is_opened_asked_about_and_used(visitor: Opener) -> None:
    form = visitor("equalizer")
    page = form.page
    form.type("pay", "71,000")
    page.get_by_role("button", name="Share as a link").click()
    made = page.get_by_role("textbox", name="The link")
    made.wait_for(timeout=PATIENCE)
    address, _, fragment = made.input_value().partition("#")
    assert address == page.url
    assert in_each_window(page, ".ug-dialog") == []
    page.get_by_role("button", name="Show a QR code").click()
    expect(page.get_by_role("img", name="QR code of a link to: The equalizer")).to_be_visible()
    page.get_by_role("button", name="Enlarge the code").press("Enter")
    expect(made).to_be_hidden()
    assert in_each_window(page, ".ug-dialog") == []
    page.keyboard.press("Escape")
    expect(made).to_have_count(0)

    form.type("pay", "50,000")
    dialog = opened_link(page, fragment)
    expect(dialog.get_by_role("row", name="Pay today 50,000 a year 71,000 a year")).to_be_visible()
    assert in_each_window(page, ".ug-dialog") == []
    dialog.get_by_role("button", name="No, change nothing").press("Enter")
    expect_no_fragment(page)
    expect(form.field("pay")).to_have_value("50,000")
    assert form.kept() == {"pay": "50,000"}

    opened_link(page, fragment).get_by_role("button", name="Use these numbers").press("Enter")
    expect_no_fragment(page)
    expect(form.field("pay")).to_have_value("71,000")
    form.expect_figure("gap", answer("equalizer", pay="71,000")["figures"]["gap"])
    page.go_back()  # to before the page: no step in its history holds the numbers
    page.wait_for_function("!location.href.includes('plan=')")


def test_link_followed_within_the_site_is_asked_about(visitor: Opener, built_site: Any) -> None:
    """Such a link replaces the page in place, so no page load announces it, and no hashchange event."""
    form = visitor("equalizer")
    form.type("pay", "50,000")
    fragment = make_link({"calculators": {"equalizer": {"inputs": {"pay": "71,000"}}}}, ["equalizer"])
    follow(form.page, f"{built_site.url}calculators/time-audit/#{fragment}")
    dialog = form.page.get_by_role("dialog", name="Use the numbers in this link?")
    expect(dialog.get_by_role("row", name="Pay today 50,000 a year 71,000 a year")).to_be_visible(timeout=PATIENCE)
    dialog.get_by_role("button", name="Use these numbers").click()
    expect_no_fragment(form.page)
    assert form.kept() == {"pay": "71,000"}


def test_link_longer_than_any_changes_nothing(visitor: Opener) -> None:
    form = visitor("equalizer")
    form.type("pay", "72,000")
    dialog = opened_link(form.page, "plan=" + "A" * 200_000, "This link can’t be opened")
    expect(dialog).to_contain_text("Nothing of yours was changed.")
    form.page.keyboard.press("Escape")
    expect_no_fragment(form.page)
    assert form.kept() == {"pay": "72,000"}


def test_pasted_link_shows_a_script_as_text(visitor: Opener, built_site: Any) -> None:
    page = visitor("inventory").page
    follow(page, f"{built_site.url}workbook/")
    book = {**BOOK, "about": {"country": "uk"}, "calculators": {"inventory": {"inputs": {"assets": [{"name": HOSTILE}]}}}}
    page.get_by_label("Open a link that somebody shared").fill(f"<{built_site.url}#{make_link(book, ['inventory', 'about'])}>")
    page.get_by_role("button", name="Open", exact=True).click()
    dialog = page.get_by_role("dialog", name="Use the numbers in this link?")
    expect(dialog.locator("table").first).to_be_visible(timeout=PATIENCE)
    expect(dialog).to_contain_text(HOSTILE)
    dialog.get_by_role("button", name="Use these numbers").click()
    expect(page.locator('[data-slot="share-status"]')).to_contain_text("are now in your workbook")
    kept = json.loads(page.evaluate("localStorage.getItem('ultimate-gig.workbook')"))
    assert kept["about"] == {"country": "uk"}
    assert kept["calculators"]["inventory"]["inputs"] == {"assets": [{"name": HOSTILE}]}
    assert page.evaluate("window.hacked") is None


def test_dates_of_the_plan_are_saved_as_a_calendar(visitor: Opener, tmp_path: Path) -> None:
    form = visitor("plan")
    with form.page.expect_download() as download:
        form.page.get_by_role("button", name="Save the dates for your calendar").click()
    expect(form.page.locator('[data-slot="share-status"]')).to_contain_text("steps of your plan")
    assert download.value.suggested_filename == "ultimate-gig.ics"
    download.value.save_as(tmp_path / "dates.ics")
    events = read_calendar((tmp_path / "dates.ics").read_bytes().decode()).inside
    assert len(events) > 5
    assert "Day 1 of 90" in events[0].text("DESCRIPTION")
