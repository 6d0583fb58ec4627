"""Several workbooks, undo and redo, and the workbook at a glance, on the workbook's page and beside another tab."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.accessibility.test_pages import in_each_window
from tests.browser.calculator_page import BOOK, KEY, PATIENCE, CalculatorPage, Opener, follow, store_here, stored
from tests.browser.test_workbook_file import follow_to_workbook, ready

PAUSE = 1100
"""Milliseconds after which a change is a step of its own."""


@pytest.fixture(autouse=True)
def one_workbook_again(visitor_page: Page) -> Iterator[None]:
    """Leave the page without several workbooks: it would reload when the next test empties its storage."""
    yield
    visitor_page.evaluate("ugServices.workbook.forget()")


@pytest.fixture
def workbook(visitor: Opener, built_site: Any) -> Locator:
    """The workbook's page, with numbers of the equalizer."""
    equalizer = visitor("equalizer")
    store_here(equalizer.page, {"equalizer": {"pay": "61,000", "years": "5"}})
    element: Locator = follow_to_workbook(equalizer.page, built_site)
    element.locator("summary", has_text="Several workbooks").click()
    return element


def book(page: Page) -> dict[str, Any]:
    return dict(json.loads(stored(page)[KEY]))


def pay(page: Page) -> str | None:
    inputs: dict[str, str] = book(page)["calculators"].get("equalizer", {"inputs": {}})["inputs"]
    return inputs.get("pay")


def start(element: Locator, button: str, name: str) -> None:
    """Give a workbook a name, by keyboard alone."""
    box = element.locator("#ug-book-name")
    box.fill(name)
    element.get_by_role("button", name=button).press("Enter")
    expect(element.locator('[data-slot="book-name"]')).to_have_text(name)


def status(element: Locator) -> Locator:
    return element.locator('[data-slot="book-status"]')


def test_undo_takes_back_what_was_typed_in_a_calculator(visitor: Opener, built_site: Any) -> None:
    equalizer = visitor("equalizer")
    equalizer.type("pay", "71,000")
    equalizer.page.wait_for_timeout(PAUSE)
    equalizer.type("pay", "72,000")
    page = equalizer.page
    element = follow_to_workbook(page, built_site)
    page.keyboard.press("Control+z")
    expect(status(element)).to_have_text("Undone: the change to The equalizer.")
    assert pay(page) == "71,000"
    page.reload()
    element = ready(page)
    element.get_by_role("button", name="Undo").press("Enter")
    expect(element).to_contain_text("Nothing is kept yet")
    page.keyboard.press("Control+Shift+Z")
    expect(status(element)).to_contain_text("Redone")
    assert pay(page) == "71,000"
    element.get_by_role("button", name="Redo").click()
    expect(element.get_by_role("button", name="Redo")).to_have_attribute("aria-disabled", "true")
    assert in_each_window(page, "gig-workbook") == []
    assert pay(page) == "72,000"
    element.locator("#ug-sign").press("Control+z")  # the box's own undo
    assert pay(page) == "72,000"
    follow(page, f"{built_site.url}calculators/equalizer/")
    expect(equalizer.field("pay")).to_have_value("72,000")


def test_workbooks_are_named_copied_switched_and_deleted(workbook: Locator) -> None:
    page = workbook.page
    start(workbook, "Copy this one", "If we moved")
    expect(workbook.locator("[data-slot=books] li").first).to_be_focused()
    workbook.locator("#ug-glance-pay").fill("64,000", timeout=PATIENCE)
    expect(workbook.locator("#ug-glance-pay")).to_be_focused()
    assert pay(page) == "64,000"
    with page.expect_download() as download:
        workbook.get_by_role("button", name="Export as a file").click()
    assert download.value.suggested_filename.startswith("ultimate-gig-workbook-if-we-moved-2")
    workbook.get_by_role("button", name="Open “My workbook”").press("Enter")
    expect(status(workbook)).to_contain_text("“My workbook” is open now")
    assert pay(page) == "61,000"
    workbook.locator("#ug-book-name").fill("if WE moved")
    workbook.get_by_role("button", name="Start a new one").click()
    expect(workbook.locator('[data-slot="book-error"]')).to_contain_text("already")
    workbook.get_by_role("button", name="Delete “If we moved”").click()
    workbook.get_by_role("button", name="Yes, delete").click()
    expect(status(workbook)).to_contain_text("deleted")
    assert in_each_window(page, "gig-workbook") == []
    assert not [key for key in stored(page) if ".book." in key]
    page.keyboard.press("Control+z")
    expect(workbook.get_by_role("button", name="Open “If we moved”")).to_be_visible()
    workbook.get_by_role("button", name="Forget everything").click()
    workbook.get_by_role("button", name="Yes, forget everything").click()
    expect(workbook).to_contain_text("Nothing is kept yet")
    assert stored(page) == {}


def test_two_workbooks_are_compared_by_python(workbook: Locator) -> None:
    start(workbook, "Copy this one", "If we moved")
    workbook.locator("#ug-glance-pay").fill("64,000", timeout=PATIENCE)
    workbook.get_by_role("button", name="Compare").press("Enter")
    table = workbook.locator(".ug-comparison table")
    row = table.get_by_role("row", name="Pay from your job")
    expect(row.locator("td")).to_have_text(["$64,000 a year", "$61,000 a year", "−$3,000 a year"], timeout=PATIENCE)
    expect(row.get_by_role("link")).to_have_attribute("href", f"{workbook.page.url.removesuffix('workbook/')}calculators/equalizer/")
    expect(workbook.locator(".ug-comparison")).to_be_focused()
    assert in_each_window(workbook.page, "gig-workbook") == []


def test_a_refused_number_is_named_beside_its_box(workbook: Locator) -> None:
    box = workbook.locator("#ug-glance-pay")
    box.fill("much", timeout=PATIENCE)
    expect(workbook.locator("#ug-glance-pay-error")).to_contain_text("much", timeout=PATIENCE)
    expect(box).to_have_attribute("aria-invalid", "true")
    expect(box).to_have_value("much")
    box.fill("64,000")
    expect(workbook.locator("#ug-glance-pay-error")).to_be_hidden(timeout=PATIENCE)


def test_a_switch_elsewhere_reloads_the_other_tab(workbook: Locator, built_site: Any) -> None:
    tab = workbook.page.context.new_page()
    try:
        tab.goto(f"{built_site.url}calculators/equalizer/")
        equalizer = CalculatorPage(tab, built_site.url, "equalizer")
        expect(equalizer.field("pay")).to_have_value("61,000", timeout=PATIENCE)
        equalizer.field("pay").focus()
        start(workbook, "Start a new one", "Anna")
        expect(equalizer.field("pay")).not_to_have_value("61,000", timeout=PATIENCE)
        equalizer.wait_for_outcome(0)
        equalizer.type("years", "7")
        assert equalizer.kept() == {"years": "7"}
        expect(equalizer.element.locator(".ug-kept")).to_contain_text("in the workbook “Anna”")
        (other,) = [text for key, text in stored(tab).items() if ".book." in key]
        assert json.loads(other)["calculators"] == {"equalizer": {"inputs": {"pay": "61,000", "years": "5"}}}
    finally:
        tab.close()


def test_a_file_can_be_opened_as_another_workbook(workbook: Locator, tmp_path: Any) -> None:
    file = tmp_path / "workbook.json"
    file.write_text(json.dumps({**BOOK, "name": "Bob", "id": "x1"}), "utf-8")
    workbook.locator("input[type=file]").set_input_files(file)
    workbook.get_by_role("button", name="Open it as another workbook").click(timeout=PATIENCE)
    expect(workbook.locator('[data-slot="book-name"]')).to_have_text("Bob")
    assert pay(workbook.page) == "66,000"
    assert book(workbook.page)["id"] != "x1"
    expect(workbook.get_by_role("button", name="Open “My workbook”")).to_be_visible()
