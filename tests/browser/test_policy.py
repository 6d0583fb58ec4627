"""Every kind of page under the site's Content-Security-Policy, in Chromium and Firefox: nothing that it does is forbidden."""

from __future__ import annotations

import time
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from pipeline import policy
from tests.browser.calculator_page import PATIENCE, CalculatorPage, answer, is_violation
from tests.offline.readers import firefox, until

PAGES = (
    "",
    "chapters/08-the-equalizer/",
    "guides/pets/",
    "start/united-states/",
    "papers/invoice/",
    "teachers/session-1/",
    "teachers/files/session-1-slides.html",
    "teachers/files/session-1-handout.html",
    "reference/parameters/",
    "workbook/",
    "download/",
    "there/is/no/such/page/",
)
CALCULATORS = tuple(f"calculators/{name}/" for name in ("time-audit", "inventory", "leverage-income", "take-home", "plan"))
"""Those with parts of their own; the others have parts of these."""
LONGEST_LINE, MOST_RULES = 2_000, 100
"""Of a _headers file on Cloudflare Pages."""
STYLED = "document.body.setAttribute('style', 'color: red')"
"""What the policy forbids, in the page and in the header."""
TYPE = "const pay = document.querySelector('[name=pay]'); pay.value = '64,000'; pay.dispatchEvent(new Event('input', {bubbles: true}))"
LIVE = "document.querySelector('[data-slot=chart] svg[data-live]')"


def test_headers_keep_to_the_limits_of_hosts(built_site: Any) -> None:
    lines = (built_site.folder / policy.HEADERS_FILE).read_text("utf-8").splitlines()
    assert max(map(len, lines)) < LONGEST_LINE
    assert sum(not line.startswith(" ") for line in lines) < MOST_RULES


def test_policy_forbids_nothing_in_chromium(browser: Browser, built_site: Any, thrown: list[str]) -> None:
    """With the service worker, an outcome with its chart and tooltip, a search, a printed page, and a spreadsheet."""
    context = browser.new_context(service_workers="allow")
    said: list[str] = []
    context.on("console", lambda message: said.append(message.text) if is_violation(message.text) else None)
    context.on("weberror", lambda error: thrown.append(str(error.error)))
    page = context.new_page()
    for path in (*PAGES, *CALCULATORS):
        page.goto(f"{built_site.url}{path}", wait_until="domcontentloaded")
    equalizer = CalculatorPage(page, built_site.url, "equalizer").opened()
    equalizer.type("pay", "64,000")
    assert equalizer.figure("gap") == answer("equalizer", pay="64,000")["figures"]["gap"]
    picture = equalizer.element.locator("[data-slot=chart] svg[data-live]:visible").first
    expect(picture).to_be_attached(timeout=PATIENCE)
    picture.hover()
    page.locator(".md-search__input").click()
    page.keyboard.type("leverage")
    expect(page.locator(".md-search-result__item a").first).to_be_visible(timeout=PATIENCE)
    page.pdf()
    page.goto(f"{built_site.url}workbook/")
    with page.expect_download(timeout=PATIENCE):
        page.get_by_role("button", name="Save as a spreadsheet").click(timeout=PATIENCE)
    page.goto(f"{built_site.url}download/")
    page.evaluate("navigator.serviceWorker.ready.then(() => null)")
    assert said == []
    page.evaluate(STYLED)
    assert len(said) == 2
    context.close()


def test_policy_forbids_nothing_in_firefox(built_site: Any, tmp_path_factory: pytest.TempPathFactory) -> None:
    with firefox(tmp_path_factory.mktemp("policy")) as reader:
        for path in PAGES:
            reader.go_to(f"{built_site.url}{path}")
        reader.go_to(f"{built_site.url}calculators/equalizer/")
        until(reader, "performance.getEntriesByName('gig:outcome').length")
        reader.do(TYPE)
        until(reader, f"{LIVE} !== null")
        reader.do("dispatchEvent(new Event('beforeprint'))")
        assert reader.violations() == []
        reader.do(STYLED)
        end = time.monotonic() + PATIENCE / 1000
        while len(reader.violations()) < 2 and time.monotonic() < end:
            time.sleep(0.1)
        assert len(reader.violations()) == 2
