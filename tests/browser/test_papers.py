"""Papers to print: each prints on one sheet, without the page around it, and the plan's first sheet is the plan; and the slides and
handouts of the teachers' sessions."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from calculators import CATALOGUE, bridge
from tests.accessibility.test_pages import in_each_window, look_through
from tests.browser.calculator_page import PATIENCE, answer, store
from tests.content.book import PAGES

PAPERS = [name.removesuffix(".md") for name in PAGES if name.startswith("papers/") and not name.endswith("/index.md")] + ["teachers/survey"]
SESSIONS = [Path(name).stem for name in PAGES if name.startswith("teachers/session-")]
SIZES = ("A4", "Letter")


def sheets(pdf: bytes) -> int:
    """Count the pages of a PDF as Chromium writes it, with its page objects uncompressed."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_prints_on_one_sheet(page: Page, built_site: Any, name: str) -> None:
    page.goto(f"{built_site.url}{name}/")
    paper = page.locator(".ug-paper")
    expect(paper).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator("h1")).to_be_hidden()
    expect(paper).to_be_visible()
    assert {size: sheets(page.pdf(format=size)) for size in SIZES} == dict.fromkeys(SIZES, 1)


def test_course_in_one_page_prints_on_one_sheet(page: Page, built_site: Any) -> None:
    page.goto(f"{built_site.url}reference/leverage-in-one-page/")
    assert {size: sheets(page.pdf(format=size)) for size in SIZES} == dict.fromkeys(SIZES, 1)


def test_a_longer_page_needs_more_sheets(page: Page, built_site: Any) -> None:
    """What counts the sheets can tell one from several."""
    page.goto(f"{built_site.url}reference/printable-workbook/")
    assert sheets(page.pdf(format="A4")) > 3


def test_the_plan_prints_on_its_first_sheet(page: Page, built_site: Any, calculator: Any) -> None:
    """Answer, picture and all steps of a plan that is worked out; what it rests on follows from the second sheet on."""
    store(page, {other.id: bridge.defaults(other) for other in CATALOGUE if other.id != "plan"})
    calculator("plan").opened()
    expect(page.locator("[data-table=days] tbody tr").nth(18)).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".ug-first-chart svg:visible")).not_to_have_count(0)
    whole = sheets(page.pdf(format="Letter"))
    rests_on = (".ug-form", "[data-table=days] ~ *", ".ug-outcome-rest > details", ".ug-more ~ *", "gig-calculator ~ *", ".md-footer")
    page.evaluate("(rule) => document.styleSheets[0].insertRule(rule)", f":is({', '.join(rests_on)}) {{ display: none !important }}")
    assert {size: sheets(page.pdf(format=size)) for size in SIZES} == dict.fromkeys(SIZES, 1)
    assert whole > 5


@pytest.mark.parametrize("session", SESSIONS)
def test_slides_print_one_a_sheet_and_the_handout_on_one(page: Page, built_site: Any, session: str) -> None:
    """The arrow keys and the links go from slide to slide."""
    page.goto(f"{built_site.url}teachers/files/{session}-slides.html")
    count = page.locator("section").count()
    assert count > 5
    page.keyboard.press("ArrowRight")
    expect(page.locator("#slide-2 h2")).to_be_in_viewport()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("h1")).to_be_in_viewport()
    page.locator("#slide-1").get_by_role("link", name="Next").click()
    expect(page.locator("#slide-2 h2")).to_be_in_viewport()
    assert {size: sheets(page.pdf(format=size, prefer_css_page_size=False, landscape=True)) for size in SIZES} == dict.fromkeys(
        SIZES, count
    )
    page.goto(f"{built_site.url}teachers/files/{session}-handout.html")
    assert {size: sheets(page.pdf(format=size)) for size in SIZES} == dict.fromkeys(SIZES, 1)


def test_everything_prints_in_light_colors(page: Page, built_site: Any) -> None:
    """Each calculator of the workbook begins a sheet, also one whose numbers are refused; the pictures are vectors; axe finds nothing."""
    titles = {each.id: each.title for each in CATALOGUE if each.id in ("equalizer", "inventory", "buffer")}
    page.add_init_script("window.print = () => { window.prints = (window.prints ?? 0) + 1; }")
    store(page, {"equalizer": {"pay": "71,000"}, "inventory": {}, "buffer": {"save": "many"}}, about={"country": "us", "region": "oh"})
    page.emulate_media(color_scheme="dark")
    page.goto(f"{built_site.url}workbook/")
    page.get_by_role("button", name="Print everything").click()
    page.wait_for_function("window.prints === 1", timeout=PATIENCE)
    expect(page.locator(".ug-printed-cover")).to_contain_text("United States, Ohio · Printed on ")
    expect(page.locator('[data-printed="equalizer"] [data-figure="gap"]').first).to_have_attribute(
        "value", repr(answer("equalizer", pay="71,000")["figures"]["gap"])
    )
    expect(page.locator('[data-printed="equalizer"] .ug-chart svg')).to_have_count(2)
    expect(page.locator('[data-printed="buffer"]')).to_contain_text("You wrote “many”.")
    assert look_through(page, part=".ug-printed") == []
    assert in_each_window(page, '.ug-printed-cover, [data-printed="buffer"]') == []
    page.emulate_media(color_scheme="dark")
    color = page.locator('[data-printed="equalizer"] .ug-chart svg text').first.evaluate("(text) => getComputedStyle(text).fill")
    assert max(int(part) for part in re.findall(r"\d+", color)) < 128
    page.emulate_media(media="print")
    expect(page.locator("gig-workbook")).to_be_hidden()
    for size in SIZES:
        pdf = page.pdf(format=size, outline=True, tagged=True)
        assert sheets(pdf) > len(titles)
        assert [title for title in titles.values() if title.encode() not in pdf] == []
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Close the pages").click()
    expect(page.locator(".ug-printed")).to_have_count(0)
    expect(page.get_by_role("button", name="Print everything")).to_be_focused()
