"""The workbook as a spreadsheet, and a table as CSV: made in the page, in the hosted site and in the folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from tests.accessibility.test_pages import in_each_window
from tests.browser.calculator_page import PATIENCE, Opener, answer, store
from tests.parity.sheets import read


def test_a_workbook_becomes_a_spreadsheet(page: Page, built_site: Any, tmp_path: Path) -> None:
    """An empty workbook gets a sentence, one with numbers a file with live formulas; axe finds nothing on the page after it."""
    page.goto(f"{built_site.url}workbook/")
    button = page.get_by_role("button", name="Save as a spreadsheet")
    status = page.locator('gig-workbook > [data-slot="status"]')
    button.click()
    expect(status).to_contain_text("a spreadsheet would be empty")

    store(page, {"equalizer": {"pay": "71,000"}, "buffer": {"save": "many"}})
    page.reload()
    expect(page.locator("gig-workbook")).to_have_attribute("data-state", "ready", timeout=PATIENCE)
    with page.expect_download(timeout=PATIENCE) as download:
        button.click()
    expect(status).to_contain_text("Left out, because one of its numbers needs another look: The buffer.")
    assert download.value.suggested_filename.startswith("ultimate-gig-workbook-")
    file = tmp_path / "workbook.xlsx"
    download.value.save_as(file)
    cells = read(file)
    row = next(address[1:] for (sheet, address), cell in cells.items() if sheet == "The equalizer" and cell.value == "The gap")
    gap = cells["The equalizer", f"B{row}"]
    assert gap.formula.startswith("MAX(0,")
    assert round(float(str(gap.value)), 2) == answer("equalizer", pay="71,000")["figures"]["gap"]
    assert in_each_window(page, "gig-workbook") == []


def test_a_table_is_saved_as_csv(page: Page, calculator: Opener, tmp_path: Path) -> None:
    """A number that is refused gets a sentence beside the button, and no file."""
    form = calculator("leverage-income").opened()
    with page.expect_download(timeout=PATIENCE) as download:
        form.element.locator('[data-csv="pairs"]').click()
    assert download.value.suggested_filename.startswith("ultimate-gig-leverage-income-pairs-")
    file = tmp_path / "table.csv"
    download.value.save_as(file)
    text = file.read_bytes().decode("utf-8")
    assert text.startswith("\ufeffGig,Fits,")
    assert len(text.splitlines()) == form.element.locator('[data-table="pairs"] tbody tr').count() + 1
    form.type_only("own_hours", "many")
    form.element.locator('[data-csv="pairs"]').click()
    expect(form.element.locator('.ug-csv [role="status"]')).to_contain_text("needs another look")
