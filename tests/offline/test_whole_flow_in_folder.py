"""The whole way from the inventory to the plan and back from a file, in the folder, with the keyboard alone and with touch alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from benchmarks.browser.reader import PHONE
from tests.browser.whole_flow import HANDS, walk
from tests.offline import whole_way
from tests.offline.readers import LINUX_ONLY, Operated, firefox, webkit


@pytest.fixture(scope="module", params=list(HANDS))
def hand(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def browser_context_args(browser_context_args: dict[str, Any], hand: str) -> dict[str, Any]:
    return {**browser_context_args, **(PHONE if hand == "touch" else {})}


def test_whole_way_in_the_folder(page: Page, built_folder: Path, hand: str, tmp_path: Path) -> None:
    walk(page, HANDS[hand](page), (built_folder / "calculators" / "inventory.html").as_uri(), tmp_path, keeps_python=False)


@pytest.fixture
def reader(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Operated]:
    with (firefox if request.param == "firefox" else webkit)(tmp_path) as session:
        yield session


@pytest.mark.parametrize(
    ("reader", "part"),
    [
        ("firefox", "keyboard"),
        pytest.param("firefox", "touch", marks=pytest.mark.long),
        pytest.param("webkit", "keyboard", marks=LINUX_ONLY),
    ],
    indirect=["reader"],
)
def test_whole_way_in_other_engines(reader: Operated, built_folder: Path, part: str, tmp_path: Path) -> None:
    """WebKitGTK’s driver makes a mouse of every finger. It alone reports how it lays the plan out for paper."""
    plan = whole_way.walk(reader, whole_way.HANDS[part](reader), built_folder, tmp_path)
    assert whole_way.sheets(plan) > 1
