"""axe-core on the reading marks: on the home page of a returning reader, and in a chapter with a definition open."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.accessibility.test_pages import OPEN_FOLDS, SIZES, by_day_and_by_night, reader

BOOK = {
    "app": "ultimate-gig",
    "schema": 2,
    "saved": "2026-01-01T00:00:00.000Z",
    "calculators": {},
    "reading": {
        "at": {"page": "03-your-assets", "anchor": "readiness", "title": "Four gates to open"},
        "done": ["01-a-new-way-to-work", "02-the-micro-entrepreneur"],
    },
}


@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing_in_the_reading_marks(browser: Browser, built_site: Any, size: str) -> None:
    with reader(browser, size, "light") as page:
        page.add_init_script(f"localStorage['ultimate-gig.workbook'] ??= {json.dumps(json.dumps(BOOK))}")
        page.goto(built_site.url)
        page.locator(".ug-finished").first.wait_for()
        assert page.locator(".ug-start-note a").is_visible()
        findings = by_day_and_by_night(page)
        page.goto(f"{built_site.url}chapters/03-your-assets/")
        page.wait_for_function("!!globalThis.ugReading")
        page.locator("a.ug-term").first.focus()
        page.locator(".ug-term-card").wait_for()
        findings += by_day_and_by_night(page, part=".ug-term-card")
        assert page.locator(".ug-term-card").is_visible()
        page.get_by_role("checkbox", name="I have finished this chapter").check()
        page.evaluate(OPEN_FOLDS)
        calculators = page.locator("gig-calculator").count()
        page.wait_for_function(
            "(count) => document.querySelectorAll('[data-what-if=\"seek.goal\"]').length === count", arg=calculators, timeout=60_000
        )
        findings += by_day_and_by_night(page)
    assert calculators > 1, "two calculators on a page must not take each other's names"
    assert not findings, "\n".join(findings)


@pytest.mark.parametrize("size", SIZES)
def test_reading_controls_are_large_enough_on_a_phone(browser: Browser, built_site: Any, size: str) -> None:
    with reader(browser, size, "light") as page:
        page.goto(f"{built_site.url}chapters/03-your-assets/")
        for part in (page.locator(".ug-chapter-end label"), page.locator(".ug-chapter-end a")):
            part.wait_for()
            box = part.bounding_box()
            assert box is not None
            assert box["height"] >= 43.5
        page.goto(built_site.url)
        box = page.locator(".ug-play input[type=range]").bounding_box()
        assert box is not None
        assert box["height"] >= 43.5
