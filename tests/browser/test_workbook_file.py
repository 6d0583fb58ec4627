"""The workbook as a file: export, deletion, import, and refusal of other files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.accessibility.test_pages import in_each_window
from tests.browser.calculator_page import BOOK, KEY, PATIENCE, Opener, follow, stored


def open_workbook(page: Page, site: Any) -> Any:
    """Load the workbook page."""
    page.goto(f"{site.url}workbook/")
    return ready(page)


def follow_to_workbook(page: Page, site: Any) -> Any:
    """Go to the workbook page by a link."""
    follow(page, f"{site.url}workbook/")
    return ready(page)


def ready(page: Page) -> Any:
    element = page.locator("gig-workbook")
    expect(element).to_have_attribute("data-state", "ready", timeout=PATIENCE)
    return element


def test_export_then_forget_then_import(visitor: Opener, built_site: Any, tmp_path: Path) -> None:
    equalizer = visitor("equalizer")
    equalizer.type("pay", "71,000")
    page = equalizer.page
    element = follow_to_workbook(page, built_site)
    expect(element).to_contain_text("equalizer")
    with page.expect_download() as download:
        element.get_by_role("button", name="Export as a file").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    assert json.loads(file.read_text("utf-8"))["calculators"] == {"equalizer": {"inputs": {"pay": "71,000"}}}

    element.get_by_role("button", name="Forget everything").click()
    element.get_by_role("button", name="Cancel").click()
    assert stored(page) != {}
    element.get_by_role("button", name="Forget everything", exact=True).click()
    element.get_by_role("button", name="Yes, forget everything").click()
    expect(element).to_contain_text("Nothing is kept yet")
    assert stored(page) == {}

    element.locator("input[type=file]").set_input_files(file)
    expect(element).to_contain_text("The file is now your workbook")
    expect(equalizer.moved_to().field("pay")).to_have_value("71,000")


def test_the_file_is_named_after_the_readers_own_day(browser: Browser, built_site: Any) -> None:
    context = browser.new_context(timezone_id="Pacific/Kiritimati")  # fourteen hours ahead of UTC
    page = context.new_page()
    page.clock.install(time="2026-12-31T12:00:00Z")
    element = open_workbook(page, built_site)
    with page.expect_download() as download:
        element.get_by_role("button", name="Export as a file").click()
    assert download.value.suggested_filename == "ultimate-gig-workbook-2027-01-01.json"
    context.close()


def test_irreversible_buttons_are_not_green(visitor: Opener, built_site: Any) -> None:
    element = follow_to_workbook(visitor("equalizer").page, built_site)
    element.get_by_role("button", name="Forget everything").click()
    color = "(button) => getComputedStyle(button).backgroundColor"
    agreed = element.get_by_role("button", name="Yes, forget everything")
    brick = element.locator(".ug-confirm").evaluate("(box) => getComputedStyle(box).borderTopColor")
    assert agreed.evaluate(color) == brick
    assert agreed.evaluate(color) != element.get_by_role("button", name="Export as a file").evaluate(color)


def test_an_import_asks_before_it_replaces(visitor: Opener, built_site: Any, tmp_path: Path) -> None:
    audit = visitor("time-audit")
    audit.type("rest_floor", "42")
    page = audit.page
    file = tmp_path / "workbook.json"
    file.write_text(json.dumps(BOOK), "utf-8")
    element = follow_to_workbook(page, built_site)
    element.locator("input[type=file]").set_input_files(file)
    expect(element.locator('[data-slot="confirm"]')).to_contain_text("replaces everything in your open workbook", timeout=PATIENCE)
    assert "time-audit" in stored(page)[KEY]
    assert in_each_window(page, "gig-workbook") == []
    element.get_by_role("button", name="Use the file").click()
    assert "time-audit" not in stored(page)[KEY]
    assert "66,000" in stored(page)[KEY]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("this is not JSON", "its name ends in .json"),
        ("[1, 2]", "not a workbook from this site"),
        (json.dumps({**BOOK, "schema": 99}), "newer"),
        (json.dumps({**BOOK, "calculators": {"equalizer": "x"}}), "this site didn’t write"),
        ("\ud7ff" * 10, "its name ends in .json"),
        ("[" * 100_000, "so nothing was changed"),
    ],
)
def test_import_of_a_foreign_file_changes_nothing(visitor: Opener, built_site: Any, tmp_path: Path, content: str, words: str) -> None:
    equalizer = visitor("equalizer")
    equalizer.type("pay", "72,000")
    assert equalizer.kept() == {"pay": "72,000"}
    page = equalizer.page
    file = tmp_path / "workbook.json"
    file.write_text(content, "utf-8")
    element = follow_to_workbook(page, built_site)
    element.locator("input[type=file]").set_input_files(file)
    expect(element.locator('[data-slot="status"]')).to_contain_text(words, timeout=PATIENCE)
    assert "72,000" in stored(page)[KEY]


def test_a_huge_import_is_refused_before_it_is_read(page: Page, built_site: Any, tmp_path: Path) -> None:
    file = tmp_path / "huge.json"
    with file.open("wb") as out:
        out.truncate(50_000_000)
    page.add_init_script("File.prototype.text = () => { window.wasRead = true; return Promise.resolve('') }")
    element = open_workbook(page, built_site)
    element.locator("input[type=file]").set_input_files(file)
    expect(element.locator('[data-slot="status"]')).to_contain_text("larger than 5 MB")
    assert page.evaluate("window.wasRead") is None


def test_a_script_in_an_imported_name_runs_nowhere(page: Page, built_site: Any, calculator: Opener, tmp_path: Path) -> None:
    hostile = '<img src=x onerror="window.hacked=1">'
    book = {**BOOK, "calculators": {hostile: {"inputs": {}}, "inventory": {"inputs": {"assets": [{"name": hostile}]}}}}
    file = tmp_path / "workbook.json"
    file.write_text(json.dumps(book), "utf-8")
    element = open_workbook(page, built_site)
    element.locator("input[type=file]").set_input_files(file)
    expect(element).to_contain_text("The file is now your workbook", timeout=PATIENCE)
    expect(element).to_contain_text(hostile)
    assert page.evaluate("window.hacked") is None
    inventory = calculator("inventory").opened()
    expect(inventory.field("assets.0.name")).to_have_value(hostile)
    assert page.evaluate("window.hacked") is None


def test_an_import_without_python_says_so(page: Page, built_site: Any, tmp_path: Path) -> None:
    page.route("**/assets/ug/worker.*.js", lambda route: route.abort())
    file = tmp_path / "workbook.json"
    file.write_text(json.dumps(BOOK), "utf-8")
    element = open_workbook(page, built_site)
    element.locator("input[type=file]").set_input_files(file)
    expect(element.locator('[data-slot="status"]')).to_contain_text("could not be loaded", timeout=PATIENCE)
    assert stored(page) == {}
