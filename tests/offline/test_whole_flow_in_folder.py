"""The whole way from the inventory to the plan and back from a file, in the folder, with the keyboard alone and with touch alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from benchmarks.browser.reader import PHONE
from tests.browser.whole_flow import HANDS, walk


@pytest.fixture(scope="module", params=list(HANDS))
def hand(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def browser_context_args(browser_context_args: dict[str, Any], hand: str) -> dict[str, Any]:
    return {**browser_context_args, **(PHONE if hand == "touch" else {})}


def test_whole_way_in_the_folder(page: Page, built_folder: Path, hand: str, tmp_path: Path) -> None:
    walk(page, HANDS[hand](page), (built_folder / "calculators" / "inventory.html").as_uri(), tmp_path, keeps_python=False)
