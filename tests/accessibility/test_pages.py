"""axe-core finds nothing: on every page, by day and by night, on a phone and on a desktop, all folds open, and in the error state."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from calculators import CATALOGUE
from calculators.engine.explore.vary import knobs

ROOT = Path(__file__).absolute().parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"

SIZES = {"phone": {"width": 360, "height": 740}, "desktop": {"width": 1280, "height": 900}}
SCHEMES = {"light": "default", "dark": "slate"}
"""What the reader prefers -> what Material calls it."""

CALCULATORS = {
    calculator.id: next(knob.name for knob in knobs(calculator, calculator.inputs()) if not knob.slot.estimate and not knob.slot.field.more)
    for calculator in CATALOGUE
}
"""Calculator -> a field of its own page that does not take letters."""


@contextmanager
def reader(browser: Browser, size: str, scheme: str) -> Iterator[Page]:
    context = browser.new_context(viewport=SIZES[size], color_scheme=scheme, reduced_motion="reduce")
    try:
        yield context.new_page()
    finally:
        context.close()


def look_through(page: Page) -> list[str]:
    """What axe has to say about the page as it stands, with all folds open: one line a finding."""
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true })")
    page.evaluate("document.fonts.ready.then(() => true)")
    page.evaluate(AXE.read_text("utf-8"))
    found: dict[str, Any] = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{violation['id']}: {violation['help']}: {node['target']} {node['failureSummary']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing_on_any_page(browser: Browser, built_site: Any, size: str, scheme: str) -> None:
    findings = []
    with reader(browser, size, scheme) as page:
        # Each page as it comes: a Python that never arrives costs no time, and what it would answer is looked at below.
        page.route("**/assets/ug/worker.*.js", lambda _: None)
        for address in built_site.pages:
            page.goto(f"{built_site.url}{address}")
            findings += [f"{address or 'home'}: {finding}" for finding in look_through(page)]
    assert not findings, "\n".join(findings)


@pytest.mark.parametrize("calculator", CALCULATORS)
def test_axe_finds_nothing_in_the_error_state(browser: Browser, built_site: Any, calculator: str) -> None:
    """Python starts once; then the same page is looked at by day and by night, narrow and wide."""
    name = CALCULATORS[calculator]
    findings = []
    with reader(browser, "phone", "light") as page:
        page.goto(f"{built_site.url}calculators/{calculator}/")
        page.locator(f'[name="{name}"]').fill("twelve")
        page.locator(f'[data-error-for="{name}"]:not([hidden])').wait_for(timeout=60_000)
        page.locator(".ug-error-summary").wait_for()
        assert page.locator(f'[name="{name}"]').get_attribute("aria-invalid") == "true"
        for size, viewport in SIZES.items():
            page.set_viewport_size(viewport)
            for scheme, name_in_material in SCHEMES.items():
                page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
                page.locator(f'body[data-md-color-scheme="{name_in_material}"]').wait_for(state="attached")
                findings += [f"{size}, {scheme}: {finding}" for finding in look_through(page)]
    assert not findings, "\n".join(findings)


@pytest.mark.parametrize("calculator", ["leverage-income", "take-home"])
def test_axe_finds_nothing_in_the_what_if_panel(browser: Browser, built_site: Any, calculator: str) -> None:
    """The panel is the same for all: these two have estimates, lists and countries. An answer, an error and a scenario are in it."""
    findings = []
    with reader(browser, "phone", "light") as page:
        page.goto(f"{built_site.url}calculators/{calculator}/")
        panel = page.locator("details[data-what-if-panel]")
        panel.locator("summary").click()
        panel.locator('[data-what-if="seek.goal"]').fill("1,000")
        panel.locator('[data-action="seek"]').click()
        panel.locator('[data-what-if="range.low"]').fill("much")
        panel.locator('[data-action="range"]').click()
        panel.locator('[data-what-if="range.low"][aria-invalid]').wait_for(timeout=60_000)
        panel.locator('[data-action="keep-scenario"]').click()
        panel.locator('[data-action="drop-scenario"]').wait_for(timeout=60_000)
        for size, viewport in SIZES.items():
            page.set_viewport_size(viewport)
            for scheme, name_in_material in SCHEMES.items():
                page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
                page.locator(f'body[data-md-color-scheme="{name_in_material}"]').wait_for(state="attached")
                findings += [f"{size}, {scheme}: {finding}" for finding in look_through(page)]
    assert not findings, "\n".join(findings)


def test_headings_never_skip_a_level(browser: Browser, built_site: Any) -> None:
    skipped = []
    with reader(browser, "desktop", "light") as page:
        for address in built_site.pages:
            page.goto(f"{built_site.url}{address}")
            levels = page.locator("article :is(h1, h2, h3, h4, h5, h6)").evaluate_all("(all) => all.map((one) => Number(one.tagName[1]))")
            if levels[:1] != [1] or levels.count(1) != 1:
                skipped.append(f"{address}: the page must begin with its only h1, and has {levels}")
            skipped += [f"{address}: h{after} follows h{before}" for before, after in pairwise(levels) if after > before + 1]
    assert not skipped, "\n".join(skipped)


def test_everything_to_touch_is_large_enough_on_a_phone(browser: Browser, built_site: Any) -> None:
    """44 px each way for the controls of a calculator; a checkbox counts with the label around it."""
    script = """(all) => all.filter((one) => one.checkVisibility({visibilityProperty: true}))
        .map((one) => (one.closest('.ug-choice, .ug-control') ?? one))
        .map((one) => [one, one.getBoundingClientRect()])
        .filter(([, box]) => box.height < 43.5 || box.width < 43.5)
        .map(([one, box]) => `${one.outerHTML.slice(0, 90)} is ${box.width} by ${box.height}`)"""
    small = []
    with reader(browser, "phone", "light") as page:
        for calculator in CALCULATORS:
            page.goto(f"{built_site.url}calculators/{calculator}/")
            page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true })")
            small += page.locator("gig-calculator :is(input, select, button, summary)").evaluate_all(script)
    assert not small, "\n".join(small)


def test_no_page_scrolls_sideways(browser: Browser, built_site: Any) -> None:
    wide = []
    for size in SIZES:
        with reader(browser, size, "light") as page:
            for address in built_site.pages:
                page.goto(f"{built_site.url}{address}")
                beyond = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
                if beyond > 0:
                    wide.append(f"{address} on a {size}: {beyond} px too wide")
    assert not wide, "\n".join(wide)
