"""Fixtures of the browser tests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, expect

from tests.browser.calculator_page import PATIENCE, CalculatorPage, Opener, is_violation

expect.set_options(timeout=30_000)  # two browsers may share two cores

OURS = ("http://127.0.0.1:", "data:", "blob:", "about:")
"""Prefixes of the addresses that the site may request."""


@pytest.fixture
def thrown() -> list[str]:
    """Errors thrown by scripts. A test that causes one on purpose clears the list."""
    return []


@pytest.fixture(autouse=True)
def nothing_goes_wrong_unseen(request: pytest.FixtureRequest, thrown: list[str]) -> Iterator[None]:
    """Fail any test whose page throws an error, does what its policy forbids, or requests another host."""
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
    """Record errors of scripts, violations of the policy, and requests to other hosts."""

    def throws(error: Any) -> None:
        thrown.append(str(error.error))

    def asks(request: Any) -> None:
        if not request.url.startswith(OURS):
            left.append(request.url)

    def says(message: ConsoleMessage) -> None:
        if is_violation(message.text):
            thrown.append(message.text)

    context.on("weberror", throws)
    context.on("console", says)
    context.on("request", asks)
    yield
    context.remove_listener("weberror", throws)
    context.remove_listener("console", says)
    context.remove_listener("request", asks)


@pytest.fixture
def calculator(page: Page, built_site: Any) -> Opener:
    """A calculator by its id, on its own page, not loaded yet, in a browser with empty storage."""
    return lambda name: CalculatorPage(page, built_site.url, name)
