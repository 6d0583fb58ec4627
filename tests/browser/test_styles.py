"""After a change the browser recomputes the styles of few elements. With one careless selector it would be those of the whole page."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.calculator_page import CalculatorPage

MOST = 120
"""Elements in one computation. The equalizer's page has about 1,000, and its outcome, of which a change replaces a part, about 150."""


@pytest.mark.parametrize("width", [360, 1280], ids=["phone", "desktop"])
def test_a_change_restyles_few_elements(page: Page, built_site: Any, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    form = CalculatorPage(page, built_site.url, "equalizer").opened()
    form.type("pay", "61,000")  # the first change also removes what the page had before Python
    page.wait_for_function("!!window.location$")
    page.wait_for_timeout(1000)
    browser = page.context.new_cdp_session(page)
    events: list[dict[str, Any]] = []
    ended: list[bool] = []
    browser.on("Tracing.dataCollected", lambda data: events.extend(data["value"]))
    browser.on("Tracing.tracingComplete", lambda _: ended.append(True))
    browser.send("Tracing.start", {"transferMode": "ReportEvents", "traceConfig": {"includedCategories": ["devtools.timeline"]}})
    form.type("pay", "62,500")
    page.wait_for_timeout(500)
    browser.send("Tracing.end")
    while not ended:
        page.wait_for_timeout(50)
    computed = [event["args"] for event in events if event["name"] == "UpdateLayoutTree"]
    restyled = [arguments["elementCount"] for arguments in computed if "elementCount" in arguments]
    assert len(restyled) > 1
    assert max(restyled) <= MOST
