"""Shared fixtures: the built site behind a web server, the unzipped download, the installed Chromium, and a page on which Python
has already started."""

from __future__ import annotations

import contextlib
import functools
import re
import sqlite3
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, settings
from hypothesis.configuration import set_hypothesis_home_dir
from playwright.sync_api import Browser, Page
from xdist.scheduler.loadscope import LoadScopeScheduling

from pipeline import browsers, editions, local_server, waiting
from pipeline.progress import MADE
from tests.browser.calculator_page import CalculatorPage, Opener, follow, forget

TESTS = Path(__file__).parent

set_hypothesis_home_dir(MADE / "hypothesis")
settings.register_profile(  # the same examples on every machine, and no database of examples
    "repeatable", derandomize=True, database=None, deadline=None, phases=[Phase.explicit, Phase.generate, Phase.shrink]
)
settings.load_profile("repeatable")

LONGEST_FIRST = ("accessibility", "offline", "browser", "parity", "content", "setup")
"""Folders of tests, slowest first; all others follow. A slow file that starts last would leave the other cores idle."""

ONE_TIER = "--js-flags=--liftoff-only"
"""Turns off Chromium's optimizing WebAssembly compiler, which only pays for code that runs longer than any test does."""

Page.wait_for_function = waiting.wait_for_function  # type: ignore[method-assign, assignment]

IN_BROWSERS = ("accessibility", "browser", "offline")
"""Folders of tests in which a browser may not answer in time while the machine is busy with other work."""

ENGINE = re.compile(r"\b(firefox|webkit)\b")
"""Matches the id of a test that runs in another browser than Chromium."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add an option for what takes minutes."""
    parser.addoption(
        "--long",
        action="store_true",
        help="also run what takes minutes: 1,000 outcomes, 100 tabs that end in a write, the whole way by touch everywhere",
    )


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadScopeScheduling:
    """Keep the tests of a file and browser in one worker, because they share fixtures that are slow to start."""

    class ByFileAndBrowser(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            engine = ENGINE.search(nodeid)
            return f"{nodeid.partition('::')[0]} {engine[0] if engine else ''}"

    return ByFileAndBrowser(config, log)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Run the slowest folders first, and leave out what takes minutes unless it is wanted.

    A browser's timeout is tried once more, and the report names each such test. A wrong answer is a failure at once.
    """
    if not config.getoption("--long"):
        items[:] = [item for item in items if item.get_closest_marker("long") is None]

    def part(item: pytest.Item) -> str:
        return item.path.relative_to(TESTS).parts[0]

    for item in items:
        if part(item) in IN_BROWSERS:
            item.add_marker(pytest.mark.flaky(reruns=1, only_rerun=["TimeoutError"]))
    items.sort(key=lambda item: LONGEST_FIRST.index(part(item)) if part(item) in LONGEST_FIRST else len(LONGEST_FIRST))


@dataclass(frozen=True)
class BuiltSite:
    """The hosted edition: its URL, its folder, and each page's address relative to `url` ("" is the home page)."""

    url: str
    folder: Path
    pages: tuple[str, ...]


def _make_editions() -> None:
    """Build the site and the download if their sources have changed. One worker builds while the others wait; SQLite releases the lock
    even if that worker dies."""
    MADE.mkdir(exist_ok=True)
    with contextlib.closing(sqlite3.connect(MADE / "editions.lock", timeout=600, isolation_level=None)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        editions.make_if_changed()


@pytest.fixture(scope="session")
def built_site() -> Iterator[BuiltSite]:
    """Serve the hosted edition on a free port, and build it first if its sources have changed."""
    _make_editions()
    folder = editions.SITE
    paths = sorted(path.parent.relative_to(folder).as_posix() for path in folder.rglob("index.html"))
    pages = [path for path in paths if not path.startswith("embed/")]  # frames for other sites, which nothing here links to
    with local_server.serving(folder) as url:
        yield BuiltSite(url, folder, tuple("" if page == "." else f"{page}/" for page in pages))


@pytest.fixture(scope="session")
def built_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Unzip the download as a reader would, into a path with spaces and non-ASCII letters."""
    _make_editions()
    target = tmp_path_factory.mktemp("a reader") / "Téléchargements à moi – 下载"
    with zipfile.ZipFile(editions.archive()) as archive:
        archive.extractall(target)
    return target / editions.archive().stem


@pytest.fixture(scope="session")
def chromium_path() -> Path:
    """Return the path of the installed Chromium."""
    return browsers.chromium()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any], chromium_path: Path) -> dict[str, Any]:
    """Make Playwright use the installed Chromium."""
    return {**browser_type_launch_args, "executable_path": str(chromium_path), "args": [*browsers.CHROMIUM_FLAGS, ONE_TIER]}


@pytest.fixture(scope="session")
def browser(browser: Browser) -> Browser:
    """Chromium without service workers: a request that one answers reaches no route of a test. A context can allow them."""
    browser.new_context = functools.partial(browser.new_context, service_workers="block")  # type: ignore[method-assign]
    return browser


@pytest.fixture(scope="session")
def base_url() -> None:
    """No address to complete others with. Playwright's own fixture of this name is a method, which pytest deprecates."""


@pytest.fixture(scope="session")
def visitor_page(browser: Browser, built_site: BuiltSite) -> Iterator[Page]:
    """A page of a reader who is already on the site: Python has started, and links replace pages in place."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{built_site.url}calculators/equalizer/")
    CalculatorPage(page, built_site.url, "equalizer").wait_for_outcome(0)
    yield page
    context.close()


@pytest.fixture
def visitor(visitor_page: Page, built_site: BuiltSite) -> Opener:
    """Open a calculator by its id, computed, with an empty workbook.

    It reuses a running Python, whose start takes longer than most tests. A test that has to install scripts or routes before the page
    loads uses `page` and `calculator` instead.
    """
    follow(visitor_page, f"{built_site.url}calculators/")  # so that the next page is a different one
    visitor_page.set_viewport_size({"width": 1280, "height": 720})
    visitor_page.emulate_media(media="screen")
    forget(visitor_page)
    return lambda name: CalculatorPage(visitor_page, built_site.url, name).moved_to()
