"""Fixtures of the browser tests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.calculator_page import PATIENCE, CalculatorPage, Opener

expect.set_options(timeout=30_000)  # two browsers may share two cores

OURS = ("http://127.0.0.1:", "data:", "blob:", "about:")
"""Prefixes of the addresses that the site may request."""


@pytest.fixture
def thrown() -> list[str]:
    """Errors thrown by scripts. A test that causes one on purpose clears the list."""
    return []


@pytest.fixture(autouse=True)
def nothing_goes_wrong_unseen(request: pytest.FixtureRequest, thrown: list[str]) -> Iterator[None]:
    """Fail any test whose page throws an error or requests another host."""
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
    """Record errors of scripts and requests to other hosts."""

    def throws(error: Any) -> None:
        thrown.append(str(error.error))

    def asks(request: Any) -> None:
        if not request.url.startswith(OURS):
            left.append(request.url)

    context.on("weberror", throws)
    context.on("request", asks)
    yield
    context.remove_listener("weberror", throws)
    context.remove_listener("request", asks)


@pytest.fixture
def calculator(page: Page, built_site: Any) -> Opener:
    """A calculator by its id, on its own page, not loaded yet, in a browser with empty storage."""
    return lambda name: CalculatorPage(page, built_site.url, name)
