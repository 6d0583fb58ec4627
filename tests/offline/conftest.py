"""Fixtures of the tests of the folder."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.offline.readers import LINUX_ONLY, Chromium, Reader, firefox, webkit

ENGINES = ["chromium", "firefox", pytest.param("webkit", marks=LINUX_ONLY)]


@pytest.fixture(scope="module", params=ENGINES)
def reader(request: pytest.FixtureRequest, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    if request.param == "firefox":
        with firefox(tmp_path_factory.mktemp("firefox")) as session:
            yield session
    elif request.param == "webkit":
        with webkit(tmp_path_factory.mktemp("webkit")) as session:
            yield session
    else:
        context = browser.new_context()
        yield Chromium(context.new_page())
        context.close()
