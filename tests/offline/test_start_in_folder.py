"""How Python starts in the folder: from a snapshot that a second worker decompresses."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.calculator_page import PATIENCE

CALCULATOR = "gig-calculator"
RESTORED = "performance.getEntriesByName('gig:ready')[0]?.detail.restored"


@pytest.fixture
def folder(built_folder: Path, tmp_path: Path) -> Path:
    """A folder whose files may be replaced, though not written into."""
    return Path(shutil.copytree(built_folder, tmp_path / "folder", copy_function=os.link))


def carrier(folder: Path, name: str) -> Path:
    """Return the script that carries a file."""
    return next((folder / "assets" / "ug").glob(f"{name}.js"))


def replace(path: Path, content: str) -> None:
    path.unlink()
    path.write_text(content, "utf-8")


def test_python_is_restored_from_the_snapshot(page: Page, built_folder: Path) -> None:
    page.goto((built_folder / "calculators" / "equalizer.html").as_uri())
    expect(page.locator(CALCULATOR)).to_have_attribute("data-state", "ready", timeout=PATIENCE)
    assert page.evaluate(RESTORED) is True


def test_only_calculators_pages_start_python_at_once(page: Page, built_folder: Path) -> None:
    """In a chapter, it starts when the reader comes near a form."""
    page.goto((built_folder / "calculators" / "take-home.html").as_uri())
    page.locator(CALCULATOR).evaluate("(form) => form.remove()")
    page.wait_for_function(RESTORED, timeout=PATIENCE)
    page.goto((built_folder / "chapters" / "01-a-new-way-to-work.html").as_uri())
    page.wait_for_function("'location$' in globalThis")
    assert page.evaluate("ugServices.pyodide.state") == "idle"


@pytest.mark.parametrize("name", ["python.*.zip", "pyodide.*.wasm", "python.*.snapshot"])
def test_damaged_file_is_noticed(page: Page, folder: Path, name: str) -> None:
    script = carrier(folder, name)
    text = script.read_text("utf-8")
    damaged = re.sub(r'="(.{1000}).*"', r'="\1"', text)
    assert len(damaged) < len(text)
    replace(script, damaged)
    page.goto((folder / "calculators" / "equalizer.html").as_uri())
    expect(page.locator(CALCULATOR)).to_have_attribute("data-state", "failed", timeout=PATIENCE)


@pytest.mark.parametrize("name", ["unpacker.*.js", "python.*.snapshot"])
def test_missing_file_is_noticed(page: Page, folder: Path, name: str) -> None:
    carrier(folder, name).unlink()
    page.goto((folder / "calculators" / "equalizer.html").as_uri())
    expect(page.locator(CALCULATOR)).to_have_attribute("data-state", "failed", timeout=PATIENCE)
    expect(page.locator(CALCULATOR)).to_contain_text("Try again")
