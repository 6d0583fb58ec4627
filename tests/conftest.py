"""What the tests share: the built site behind a web server, the unzipped download, and the machine's own Chromium."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis.configuration import set_hypothesis_home_dir

from pipeline import browsers, editions, local_server
from pipeline.progress import MADE

TESTS = Path(__file__).parent

set_hypothesis_home_dir(MADE / "hypothesis")

LONGEST_FIRST = ("offline", "browser", "accessibility", "parity", "content", "setup")
"""Parts by how long their files take; what is not here comes after them. Begun last, a long file would keep one core busy alone."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Side by side, a file's tests stay together, since they share what takes long to start; but each browser may go its own way."""

    def rank(item: pytest.Item) -> int:
        part = item.path.relative_to(TESTS).parts[0]
        return LONGEST_FIRST.index(part) if part in LONGEST_FIRST else len(LONGEST_FIRST)

    items.sort(key=rank)
    for item in items:
        engine = getattr(item, "callspec", None) and item.callspec.params.get("reader", "")  # type: ignore[attr-defined]
        item.add_marker(pytest.mark.xdist_group(f"{item.path.relative_to(TESTS)} {engine or ''}"))


@dataclass(frozen=True)
class BuiltSite:
    """The hosted edition: where it is served, its files, and the address of each page below `url` ("" is the first page)."""

    url: str
    folder: Path
    pages: tuple[str, ...]


@pytest.fixture(scope="session")
def built_site() -> Iterator[BuiltSite]:
    """The hosted edition behind a web server on a free port; built first where anything has changed."""
    editions.make_if_changed()
    folder = editions.SITE
    pages = sorted(path.parent.relative_to(folder).as_posix() for path in folder.rglob("index.html"))
    with local_server.serving(folder) as url:
        yield BuiltSite(url, folder, tuple("" if page == "." else f"{page}/" for page in pages))


@pytest.fixture(scope="session")
def built_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The download as a reader has it: unzipped, under a path with spaces and letters that are not ASCII."""
    editions.make_if_changed()
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
    return {**browser_type_launch_args, "executable_path": str(chromium_path), "args": list(browsers.CHROMIUM_FLAGS)}
