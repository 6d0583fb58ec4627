"""What the site stores is what the page on privacy says; forgetting leaves nothing; and no engine asks another host for anything."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Page, expect

from pipeline import browsers
from tests.browser.calculator_page import PATIENCE, CalculatorPage
from tests.conftest import ONE_TIER
from tests.offline.readers import asked_elsewhere, counting, expect_asked, until, webkit
from theme.mkdocs.stored import table

SCRIPTS = Path(__file__).parents[2] / "theme"
STORED = """async () => ({
  "local storage": Object.keys(localStorage),
  "session storage": Object.keys(sessionStorage),
  "cache storage": await caches.keys(),
  "private file system": await Array.fromAsync((await navigator.storage.getDirectory()).keys()),
  "IndexedDB": (await indexedDB.databases()).map(({ name }) => name),
})"""
SNAPSHOT_MADE = "performance.getEntriesByName('gig:snapshot').length > 0"


def stored(page: Page) -> dict[str, list[str]]:
    there: dict[str, list[str]] = page.evaluate(STORED)
    return {place: sorted(names) for place, names in there.items() if names}


def unexplained(there: dict[str, list[str]]) -> list[str]:
    """Return what is in no row of the table."""
    return [
        f"{place}: {name}"
        for place, names in there.items()
        for name in names
        if not any(row.place == place and row.has(name) for row in table())
    ]


def test_browser_has_only_what_the_privacy_page_names(browser: Browser, built_site: Any) -> None:
    """After a session with a chapter, a calculator, the workbook, another look, the kept site and a copy of Python; and then nothing."""
    context = browser.new_context(service_workers="allow")
    page = context.new_page()
    page.goto(f"{built_site.url}chapters/08-the-equalizer/")
    page.locator(".ug-chapter-end input").check(timeout=PATIENCE)
    equalizer = CalculatorPage(page, built_site.url, "equalizer").opened()
    equalizer.type("pay", "64,000")
    page.wait_for_function("!!window.location$")
    page.locator(".md-header__option label:visible").first.click()
    page.wait_for_function(SNAPSHOT_MADE)
    page.goto(f"{built_site.url}workbook/")
    expect(page.locator("gig-workbook")).to_contain_text("equalizer", timeout=PATIENCE)
    page.goto(f"{built_site.url}download/")
    page.wait_for_function("navigator.serviceWorker.ready.then(() => true)")
    there = stored(page)
    assert unexplained(there) == []
    assert {row.place for row in table()} == set(there)
    assert any(name.endswith(".__palette") for name in there["local storage"])
    assert unexplained({"local storage": ["another.key"], "IndexedDB": ["python"]}) == ["local storage: another.key", "IndexedDB: python"]
    page.goto(f"{built_site.url}workbook/")
    page.get_by_role("button", name="Forget everything", exact=True).click(timeout=PATIENCE)
    page.get_by_role("button", name="Yes, forget everything").click()
    expect(page.locator("gig-workbook")).to_contain_text("Everything is forgotten.", timeout=PATIENCE)
    assert stored(page) == {}
    assert context.cookies() == []
    context.close()


def test_no_script_uses_another_storage() -> None:
    """Cookies, IndexedDB and the session's storage stay unused; isolate.ts names them to take them away."""
    sources = [path for path in SCRIPTS.rglob("*.ts") if path.name != "isolate.ts"]
    assert len(sources) > 50
    other = re.compile(r"document\.cookie|cookieStore|\bindexedDB\b|\bsessionStorage\b")
    assert [path.name for path in sources if other.search(path.read_text("utf-8"))] == []


OUTCOME = "performance.getEntriesByName('gig:outcome').length"


def test_nothing_is_asked_of_another_host_in_chromium(browser: Browser, built_site: Any) -> None:
    with counting() as proxy:
        address = f"http://127.0.0.1:{proxy.server_address[1]}"
        flags = [*browsers.CHROMIUM_FLAGS, ONE_TIER]
        other = browser.browser_type.launch(
            executable_path=str(browsers.chromium()), args=flags, proxy={"server": address, "bypass": "127.0.0.1"}
        )
        page = other.new_page()
        for path in ("", "download/"):
            page.goto(f"{built_site.url}{path}")
        CalculatorPage(page, built_site.url, "equalizer").opened()
        assert asked_elsewhere(proxy) == []
        with pytest.raises(Error, match="EMPTY_RESPONSE"):
            page.goto("http://elsewhere.invalid/")
        assert "http://elsewhere.invalid/" in asked_elsewhere(proxy)
        other.close()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="WebKitGTK exists for Linux alone")
def test_nothing_is_asked_of_another_host_in_webkit(built_site: Any, tmp_path: Path) -> None:
    """In Firefox, tests/browser/test_policy.py counts as well."""
    with webkit(tmp_path) as reader:
        for path in ("", "download/", "calculators/equalizer/"):
            reader.go_to(f"{built_site.url}{path}")
        until(reader, OUTCOME)
        assert asked_elsewhere(reader.proxy) == []
        reader.do("setTimeout(() => { location.href = 'http://elsewhere.invalid/' })")
        expect_asked(reader.proxy, "elsewhere.invalid")
