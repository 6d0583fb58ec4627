"""What scripts and fonts bring moves nothing that the reader already sees."""

from __future__ import annotations

import time
from typing import Any

import pytest
from playwright.sync_api import Browser, Route

from tests.browser.calculator_page import PATIENCE

MOST = 0.02
"""The cumulative layout shift that a page may have; 0.1 counts as good on the web."""

FONTS_LATE = 0.5
"""Seconds by which the fonts come later than on a fast line, so that the text is painted before."""

WATCH = """
globalThis.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) shifts.push([entry.value, ...entry.sources.map(({ node }) => node?.className || node?.nodeName)]);
}).observe({ type: "layout-shift", buffered: true });
"""


def late(route: Route) -> None:
    """Deliver a file late."""
    time.sleep(FONTS_LATE)
    route.continue_()


@pytest.mark.parametrize("size", [(360, 740), (1280, 900)])
@pytest.mark.parametrize("path", ["", "chapters/03-your-assets/", "calculators/take-home/", "workbook/"])
def test_nothing_moves_while_a_page_starts(browser: Browser, built_site: Any, path: str, size: tuple[int, int]) -> None:
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, service_workers="block")
    try:
        page = context.new_page()
        page.add_init_script(WATCH)
        page.route("**/*.woff2", late)
        page.goto(built_site.url + path)
        page.wait_for_timeout(1500)
        shifts = page.evaluate("shifts")
    finally:
        context.close()
    assert sum(value for value, *_ in shifts) <= MOST, shifts


GUESSED = """([part]) => {
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const {paddingTop, paddingBottom} = getComputedStyle(part);
  return Math.abs(part.clientHeight - 50 * rem - parseFloat(paddingTop) - parseFloat(paddingBottom)) < 2;
}"""
"""Whether a part has the height that it is given until it is laid out."""


def test_jump_below_a_calculator_lands_where_it_stays(browser: Browser, built_site: Any) -> None:
    """A part far below the screen is laid out once, so that it keeps its height until the reader comes near."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block", bypass_csp=True)
    try:
        page = context.new_page()
        page.goto(f"{built_site.url}calculators/equalizer/")
        part = page.locator(".ug-outcome-rest")
        assert part.evaluate_all(GUESSED)
        page.wait_for_function(f"!({GUESSED})([document.querySelector('.ug-outcome-rest')])", timeout=PATIENCE)
        reserved = part.bounding_box()
        part.evaluate("(part) => { part.style.contentVisibility = 'visible'; }")
        assert part.bounding_box() == reserved
    finally:
        context.close()
