"""What the tests share: the built site behind a web server, the unzipped download, and the machine's own Chromium
with somebody who is on the site already."""

from __future__ import annotations

import contextlib
import re
import sqlite3
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis.configuration import set_hypothesis_home_dir
from playwright.sync_api import Browser, Page
from xdist.scheduler.loadscope import LoadScopeScheduling

from pipeline import browsers, editions, local_server
from pipeline.progress import MADE
from tests.browser.calculator_page import CalculatorPage, Opener, follow

TESTS = Path(__file__).parent

set_hypothesis_home_dir(MADE / "hypothesis")

LONGEST_FIRST = ("accessibility", "offline", "browser", "parity", "content", "setup")
"""Parts by how long their files take; what is not here comes after them. Begun last, a long file would keep one core busy alone."""

ONE_TIER = "--js-flags=--liftoff-only"
"""Spares Chromium the second and slower compilation of Python. It pays for what runs long: no test does, and none measures speed."""

ENGINE = re.compile(r"\b(firefox|webkit)\b")
"""In the id of a test whose browser is not the one of all others."""


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadScopeScheduling:
    """Side by side, a file's tests stay together, since they share what takes long to start; but each browser may go its own way."""

    class ByFileAndBrowser(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            engine = ENGINE.search(nodeid)
            return f"{nodeid.partition('::')[0]} {engine[0] if engine else ''}"

    return ByFileAndBrowser(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the parts that take longest."""

    def rank(item: pytest.Item) -> int:
        part = item.path.relative_to(TESTS).parts[0]
        return LONGEST_FIRST.index(part) if part in LONGEST_FIRST else len(LONGEST_FIRST)

    items.sort(key=rank)


@dataclass(frozen=True)
class BuiltSite:
    """The hosted edition: where it is served, its files, and the address of each page below `url` ("" is the first page)."""

    url: str
    folder: Path
    pages: tuple[str, ...]


def _make_editions() -> None:
    """Make the site and the download if anything has changed: in one worker, while the others wait. SQLite's lock ends with its process."""
    MADE.mkdir(exist_ok=True)
    with contextlib.closing(sqlite3.connect(MADE / "editions.lock", timeout=600, isolation_level=None)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        editions.make_if_changed()


@pytest.fixture(scope="session")
def built_site() -> Iterator[BuiltSite]:
    """The hosted edition behind a web server on a free port; built first where anything has changed."""
    _make_editions()
    folder = editions.SITE
    pages = sorted(path.parent.relative_to(folder).as_posix() for path in folder.rglob("index.html"))
    with local_server.serving(folder) as url:
        yield BuiltSite(url, folder, tuple("" if page == "." else f"{page}/" for page in pages))


@pytest.fixture(scope="session")
def built_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The download as a reader has it: unzipped, under a path with spaces and letters that are not ASCII."""
    _make_editions()
    target = tmp_path_factory.mktemp("a reader") / "Téléchargements à moi – 下载"
    with zipfile.ZipFile(editions.archive()) as archive:
        archive.extractall(target)
    return target / editions.archive().stem


@pytest.fixture(scope="session")
def chromium_path() -> Path:
    """Chromium's program file."""
    return browsers.chromium()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any], chromium_path: Path) -> dict[str, Any]:
    """Have Playwright drive the machine's own Chromium."""
    return {**browser_type_launch_args, "executable_path": str(chromium_path), "args": [*browsers.CHROMIUM_FLAGS, ONE_TIER]}


@pytest.fixture(scope="session")
def visitor_page(browser: Browser, built_site: BuiltSite) -> Iterator[Page]:
    """A page of somebody who is on the site already: Python has started, and pages are swapped in place."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{built_site.url}calculators/equalizer/")
    CalculatorPage(page, built_site.url, "equalizer").wait_for_outcome(0)
    yield page
    context.close()


@pytest.fixture
def visitor(visitor_page: Page, built_site: BuiltSite) -> Opener:
    """A calculator by its id, open and answered, for somebody who has typed nothing yet.

    It saves the start of Python, which takes longer than most tests. One that needs a page of its own from the first byte on, with scripts
    or routes that are laid before it, takes `page` and `calculator`.
    """
    follow(visitor_page, f"{built_site.url}calculators/")  # so that the next page is another one, whichever it is
    visitor_page.set_viewport_size({"width": 1280, "height": 720})
    visitor_page.evaluate("localStorage.clear(); sessionStorage.clear(); dispatchEvent(new StorageEvent('storage', {key: null}))")
    return lambda name: CalculatorPage(visitor_page, built_site.url, name).moved_to()
