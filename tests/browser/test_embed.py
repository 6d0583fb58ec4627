"""A calculator in a frame on another site: what the script adds, what the frame is told, and what neither reads nor writes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Frame, Page, expect

from calculators import bridge
from pipeline.local_server import serving
from pipeline.waiting import wait_for_function
from tests.accessibility.test_pages import AXE, SIZES, in_each_window
from tests.browser.calculator_page import BOOK, PATIENCE, answer, store
from tests.browser.test_comfort import REFUSE

AXE_RUN = "axe.run().then((report) => report.violations.map(({id, nodes}) => `${id}: ${nodes.map((node) => node.target)}`))"
HOST = """<!doctype html><html lang="en"><title>Another site</title><h1>Another site</h1>
<script src="{site}embed.js" data-calculator="equalizer" data-country="uk" data-scheme="dark" data-accent="7a1f4b"
  data-inputs="pay=40,000&amp;years=9&amp;unknown=1" title="What prices take" async></script>
<p>The rest of the page.</p></html>"""

AS_HIGH = "(height) => Math.abs(document.querySelector('iframe').offsetHeight - height) <= 1"


def in_britain(**inputs: str) -> float:
    """The gap of a reader in the United Kingdom, computed outside the browser."""
    book = {**BOOK, "calculators": {}, "about": {"country": "uk"}}
    done = json.loads(bridge.run(json.dumps({"calculator": "equalizer", "inputs": inputs, "workbook": book})))
    return float(done["figures"]["gap"])


@pytest.fixture
def other_site(tmp_path: Path, built_site: Any) -> Iterator[str]:
    """A page of another origin with the line for a calculator."""
    (tmp_path / "index.html").write_text(HOST.format(site=built_site.url), "utf-8")
    with serving(tmp_path) as url:
        yield url


def framed(page: Page, address: str) -> Frame:
    """Open a page, and wait for the outcome in its frame."""
    page.goto(address)
    frame = page.locator("iframe").element_handle().content_frame()
    assert frame is not None
    wait_for_function(frame, "performance.getEntriesByName('gig:outcome').length > 0", timeout=PATIENCE)
    return frame


def findings(page: Page, frame: Frame) -> list[str]:
    """What axe finds in the frame, in its own colors, narrow and wide."""
    frame.evaluate(AXE.read_text("utf-8"))
    lines = []
    for viewport in SIZES.values():
        page.set_viewport_size(viewport)
        lines += frame.evaluate(AXE_RUN)
    return lines


def figure(frame: Frame, name: str, value: float) -> None:
    script = "([name, value]) => Number(document.querySelector(`[data-figure=\"${name}\"]`)?.getAttribute('value')) === value"
    wait_for_function(frame, script, arg=[name, value], timeout=PATIENCE)


def test_calculator_in_a_frame_of_another_site(page: Page, other_site: str) -> None:
    store(page, {"equalizer": {"pay": "66,000"}})  # in each origin, so in that of the site too
    frame = framed(page, other_site)
    element = page.locator("iframe")
    expect(element).to_have_attribute("title", "What prices take")
    expect(element).to_have_attribute("loading", "lazy")
    expect(frame.locator("[name=pay]")).to_have_value("40,000")
    figure(frame, "gap", in_britain(pay="40,000", years="9"))
    frame.locator("[name=pay]").fill("41,000")
    figure(frame, "gap", in_britain(pay="41,000", years="9"))
    assert frame.locator(".ug-headline-number").inner_text().startswith("£")
    assert frame.evaluate("Object.entries(localStorage).flat().join()").count("66,000") == 1
    assert "41,000" not in frame.evaluate("Object.entries(localStorage).flat().join()")
    wait_for_function(frame, "document.querySelector('[data-site-page]').href.includes('#plan=')", timeout=PATIENCE)

    height = "(frame, height) => { frame.ownerDocument.defaultView.postMessage({type: 'ultimate-gig:height', height}, '*'); }"
    element.evaluate(height, 150)  # from another window than the frame's, which is not believed
    page.wait_for_function(AS_HIGH, arg=frame.evaluate("Math.ceil(document.querySelector('main').getBoundingClientRect().height)"))

    assert frame.evaluate("getComputedStyle(document.body).colorScheme") == "dark"
    assert findings(page, frame) == []
    assert frame.locator("meta[name=robots]").get_attribute("content") == "noindex"


def test_line_for_another_site_is_chosen_and_previewed(page: Page, built_site: Any) -> None:
    store(page, {"equalizer": {"pay": "71,000"}})
    page.goto(f"{built_site.url}reference/embed/")
    line = page.get_by_role("textbox", name="The line for your page")
    page.get_by_role("combobox", name="Calculator").select_option("equalizer")
    page.get_by_role("combobox", name="Light or dark").select_option("light")
    expect(line).to_have_value(f'<script src="{built_site.url}embed.js" data-calculator="equalizer" data-scheme="light" async></script>')
    page.get_by_role("checkbox", name="Start with my numbers").check()
    expect(page.get_by_text("Your numbers for this calculator are in the line now.")).to_be_visible(timeout=PATIENCE)
    assert 'data-link="plan=' in line.input_value()
    frame = page.locator("iframe[title='Preview: The equalizer']").element_handle().content_frame()
    assert frame is not None
    figure(frame, "gap", answer("equalizer", pay="71,000")["figures"]["gap"])
    page.evaluate(REFUSE)
    page.get_by_role("button", name="Copy the line").click()
    expect(page.get_by_text("It is selected now")).to_be_visible()
    assert findings(page, frame) == []
    page.locator("iframe").evaluate("(frame) => frame.remove()")
    assert in_each_window(page, "gig-embed-chooser") == []
