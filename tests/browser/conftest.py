"""What the browser tests share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.calculator_page import PATIENCE, CalculatorPage, follow, swap_pages_in_place

expect.set_options(timeout=30_000)  # two browsers share two cores: slow is not wrong

Opener = Callable[[str], CalculatorPage]

OURS = ("http://127.0.0.1:", "data:", "blob:", "about:")
"""How every address begins that a page of ours may ask."""


@pytest.fixture
def thrown() -> list[str]:
    """What scripts threw. A test that makes the site's theme throw on purpose clears it."""
    return []


@pytest.fixture(autouse=True)
def nothing_goes_wrong_unseen(request: pytest.FixtureRequest, thrown: list[str]) -> Iterator[None]:
    """No test passes while a script on its page throws, or while anything is asked of another host."""
    left: list[str] = []
    if "visitor" in request.fixturenames:
        page: Page = request.getfixturevalue("visitor_page")
    else:
        page = request.getfixturevalue("page")
    page.set_default_timeout(PATIENCE)
    with _watched(page.context, thrown, left):
        yield
    assert not thrown
    assert not left


@contextmanager
def _watched(context: BrowserContext, thrown: list[str], left: list[str]) -> Iterator[None]:
    """Note what scripts throw, and what is asked of another host."""

    def throws(error: Any) -> None:
        thrown.append(str(error.error))

    def asks(asked: Any) -> None:
        if not asked.url.startswith(OURS):
            left.append(asked.url)

    context.on("weberror", throws)
    context.on("request", asks)
    yield
    context.remove_listener("weberror", throws)
    context.remove_listener("request", asks)


@pytest.fixture
def calculator(page: Page, built_site: Any) -> Opener:
    """A calculator by its id, on its own page, not opened yet, in a browser that has never been here."""
    return lambda name: CalculatorPage(page, built_site.url, name)


@pytest.fixture(scope="session")
def visitor_page(browser: Browser, built_site: Any) -> Iterator[Page]:
    """A page of somebody who is on the site already: Python has started, and pages are swapped in place, as on the published site."""
    context = browser.new_context()
    page = context.new_page()
    swap_pages_in_place(page, built_site.url)
    with page.expect_response("**/sitemap.xml"):
        page.goto(f"{built_site.url}calculators/equalizer/")
    CalculatorPage(page, built_site.url, "equalizer").wait_for_outcome(0)
    yield page
    context.close()


@pytest.fixture
def visitor(visitor_page: Page, built_site: Any) -> Opener:
    """A calculator by its id, open and answered, for somebody who has typed nothing yet.

    It saves the start of Python, which takes longer than most tests. One that needs a page of its own from the first byte on, with scripts
    or routes that are laid before it, takes `page` and `calculator`.
    """
    follow(visitor_page, f"{built_site.url}calculators/")  # so that the next page is another one, whichever it is
    visitor_page.set_viewport_size({"width": 1280, "height": 720})
    visitor_page.evaluate("localStorage.clear(); sessionStorage.clear(); dispatchEvent(new StorageEvent('storage', {key: null}))")
    return lambda name: CalculatorPage(visitor_page, built_site.url, name).moved_to()
