"""What the browser tests share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.calculator_page import PATIENCE, CalculatorPage

expect.set_options(timeout=30_000)  # two browsers share two cores: slow is not wrong

Opener = Callable[[str], CalculatorPage]


@pytest.fixture
def thrown() -> list[str]:
    """What scripts threw. A test that makes the site's theme throw on purpose clears it."""
    return []


@pytest.fixture(autouse=True)
def nothing_goes_wrong_unseen(page: Page, thrown: list[str]) -> Iterator[None]:
    """No test passes while a script on its page throws, or while anything is asked of another host."""
    left: list[str] = []
    page.context.on("weberror", lambda error: thrown.append(str(error.error)))
    page.context.on("request", lambda request: left.append(request.url) if not _ours(request.url) else None)
    page.set_default_timeout(PATIENCE)
    yield
    assert not thrown
    assert not left


def _ours(url: str) -> bool:
    return url.startswith(("http://127.0.0.1:", "data:", "blob:", "about:"))


@pytest.fixture
def calculator(page: Page, built_site: Any) -> Opener:
    """A calculator by its id, on its own page, not opened yet."""
    return lambda name: CalculatorPage(page, built_site.url, name)
