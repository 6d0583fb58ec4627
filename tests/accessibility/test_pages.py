"""axe-core on every page, in both color schemes and sizes, with all folds open, and in the error state."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from calculators import CATALOGUE
from calculators.engine.analysis.perturbation import numeric_inputs
from tests.browser.calculator_page import Opener, without_python

ROOT = Path(__file__).absolute().parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"

SIZES = {"phone": {"width": 360, "height": 740}, "desktop": {"width": 1280, "height": 900}}
SCHEMES = {"light": "default", "dark": "slate"}
"""The reader's preferred scheme -> Material's name of it."""

CALCULATORS = {
    calculator.id: next(
        knob.name for knob in numeric_inputs(calculator, calculator.inputs()) if not knob.slot.estimate and not knob.slot.field.more
    )
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


@contextmanager
def still_page(browser: Browser) -> Iterator[Page]:
    """A page without Python and with nothing kept, at whatever address it goes to."""
    context = browser.new_context(reduced_motion="reduce")
    page = without_python(context.new_page())
    page.add_init_script("localStorage.clear()")
    try:
        yield page
    finally:
        context.close()


ONE_OF_EACH = (
    "",
    "calculators/",
    "calculators/take-home/",
    "chapters/06-what-you-keep/",
    "guides/drive-passengers/",
    "reference/parameters/",
    "workbook/",
)
"""A page of each kind, to begin with: most of what other pages have is in these."""

ALIKE = ("guides/", "papers/", "teachers/")
"""Folders of pages that are built alike."""

OPEN_FOLDS = "document.querySelectorAll('details').forEach((fold) => { fold.open = true })"

KINDS = """() => {
  const described = (element) => {
    const names = element.getAttributeNames().filter((name) => !/^(data-|id$|href$|style$|for$|name$|value$|title$)/.test(name));
    return `${element.localName}.${[...element.classList].sort().join(".")}[${names.sort()}]`;
  };
  const all = [...document.querySelectorAll("body *:not(svg *)")];
  const shown = all.filter((element) => element.checkVisibility({visibilityProperty: true}));
  return [...new Set(shown.map((element) => `${described(element.parentElement)} > ${described(element)}`))];
}"""
"""Kinds of the elements that are shown: tag, classes and attributes, of an element and of the one around it."""

THIN_OUT = """() => {
  const seen = new Set();
  for (const body of document.querySelectorAll("tbody")) {
    const groups = [];
    for (const row of body.rows) {
      if (!groups.length || row.querySelector("th[rowspan]")) groups.push([]);
      groups.at(-1).push(row);
    }
    for (const [index, rows] of groups.entries()) {
      const kind = rows.map((row) => row.outerHTML.replace(/>[^<]*</g, "><").replace(/ (href|id)="[^"]*"/g, "")).join("");
      if (index && seen.has(kind)) for (const row of rows) row.remove();
      seen.add(kind);
    }
  }
}"""
"""Removes the rows of tables that are built as those before them: the table of all parameters alone has 1,900."""

LOOKS = ["color-contrast", "link-in-text-block"]
"""Rules that depend on colors, the only difference between the schemes."""


def look_through(page: Page, rules: list[str] | None = None, part: str = "html") -> list[str]:
    """Run axe on a part of the page, with all its folds open, and return a line for each finding, of all rules unless some are named.

    Axe notes once where everything is, so the parts that are laid out only near the screen are laid out at once.
    """
    page.locator(part).locator("details").evaluate_all("(folds) => folds.forEach((fold) => { fold.open = true })")
    page.evaluate("document.querySelectorAll('.ug-form, .ug-outcome-rest').forEach((part) => { part.style.contentVisibility = 'visible' })")
    page.evaluate("document.fonts.ready.then(() => true)")
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(AXE.read_text("utf-8"))
    options = {"resultTypes": ["violations"], **({"runOnly": rules} if rules else {})}
    report: dict[str, Any] = page.evaluate("([part, options]) => axe.run(part, options)", [part, options])
    return [
        f"{violation['id']}: {violation['help']}: {node['target']} {node['failureSummary']}"
        for violation in report["violations"]
        for node in violation["nodes"]
    ]


def by_day_and_by_night(page: Page, schemes: Iterable[str] = SCHEMES, part: str = "html") -> list[str]:
    """Run axe in these color schemes: all rules in the light one, those about colors in the dark one."""
    findings = []
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        page.locator(f'body[data-md-color-scheme="{SCHEMES[scheme]}"]').wait_for(state="attached")
        findings += [f"{scheme}: {finding}" for finding in look_through(page, LOOKS if scheme == "dark" else None, part)]
    return findings


ALONE = """(part) => {
  const parts = [...document.querySelectorAll(part)];
  const around = new Set();
  for (let each of parts) while ((each = each.parentElement)) around.add(each);
  const others = [...around].flatMap(({ children }) => [...children]).filter((each) => !around.has(each) && !parts.includes(each));
  for (const { style } of others) style.contentVisibility = "hidden";
  window.showOthers = () => others.forEach(({ style }) => { style.contentVisibility = ""; });
}"""
"""Leaves out what is around a part: axe notes first where everything is that is drawn, which takes longer than all else."""


def in_each_window(page: Page, part: str) -> list[str]:
    """Run axe on a part of the page, narrow by day and wide by night. Leave the page as wide as it was, by day."""
    before = page.viewport_size
    page.evaluate(ALONE, part)
    findings = []
    for size, scheme in (("phone", "light"), ("desktop", "dark")):
        page.set_viewport_size(SIZES[size])
        findings += [f"{size}, {finding}" for finding in by_day_and_by_night(page, [scheme], part)]
    page.emulate_media(color_scheme="light", reduced_motion="no-preference")
    page.locator(f'body[data-md-color-scheme="{SCHEMES["light"]}"]').wait_for(state="attached")
    page.evaluate("showOthers()")
    if before:
        page.set_viewport_size(before)
    return findings


TOO_SMALL = """(all) => all.filter((element) => element.checkVisibility({visibilityProperty: true}))
    .map((element) => (element.closest('.ug-choice, .ug-control') ?? element))
    .map((element) => [element, element.getBoundingClientRect()])
    .filter(([, box]) => box.height < 43.5 || box.width < 43.5)
    .map(([element, box]) => `${element.outerHTML.slice(0, 90)} is ${box.width} by ${box.height}`)"""


@dataclass(frozen=True)
class Seen:
    """Findings about a page in a window of a given size."""

    address: str
    beyond: int
    """Pixels that it is wider than the window."""
    levels: list[int]
    """Of its headings, in their order."""
    small: list[str]
    """Controls of its calculators that are hard to hit, with all folds open."""
    findings: list[str]
    """Axe's."""


Seer = Callable[[str], list[Seen]]


@pytest.fixture(scope="module")
def seen(browser: Browser, built_site: Any) -> Seer:
    """Size -> every page, opened once for all tests and without Python.

    Axe looks at every page on a phone by day, but of pages that are built alike at those with something new. By night and on a desktop,
    it looks at a page that has an element of a kind that no page before it had, and on a desktop at one page of each kind anyway. Of
    other pages it sees the article alone: what is around that is alike.
    """
    kinds: set[str] = set()

    @cache
    def look(size: str) -> list[Seen]:
        if size == "desktop":
            look("phone")  # whose kinds need no second look
        pages = []
        with reader(browser, size, "light") as page:
            without_python(page)
            for address in sorted(built_site.pages, key=lambda address: address not in ONE_OF_EACH):
                page.goto(f"{built_site.url}{address}")
                beyond = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
                levels = page.locator("article :is(h1, h2, h3, h4, h5, h6)").evaluate_all(
                    "(all) => all.map((heading) => Number(heading.tagName[1]))"
                )
                page.evaluate(OPEN_FOLDS)
                page.evaluate(THIN_OUT)
                here = set(page.evaluate(KINDS))
                is_new = bool(here - kinds) or (size == "desktop" and address in ONE_OF_EACH)
                kinds.update(here)
                by_day = is_new or (size == "phone" and not address.startswith(ALIKE))
                schemes, part = (SCHEMES, "html") if is_new else (["light"], "article")
                findings = by_day_and_by_night(page, schemes, part) if by_day else []
                small = page.locator("gig-calculator :is(input, select, button, summary)").evaluate_all(TOO_SMALL)
                pages.append(Seen(address or "home", beyond, levels, small, findings))
        return pages

    return look


@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing_on_any_page(seen: Seer, size: str) -> None:
    findings = [f"{page.address}: {finding}" for page in seen(size) for finding in page.findings]
    assert not findings, "\n".join(findings)


def test_headings_never_skip_a_level(seen: Seer) -> None:
    skipped = []
    for page in seen("desktop"):
        if page.levels[:1] != [1] or page.levels.count(1) != 1:
            skipped.append(f"{page.address}: the page must begin with its only h1, and has {page.levels}")
        skipped += [f"{page.address}: h{after} follows h{before}" for before, after in pairwise(page.levels) if after > before + 1]
    assert not skipped, "\n".join(skipped)


def test_touch_targets_are_large_enough_on_a_phone(seen: Seer) -> None:
    """44 px each way for the controls of a calculator; a checkbox counts with the label around it."""
    small = [f"{page.address}: {control}" for page in seen("phone") for control in page.small]
    assert not small, "\n".join(small)


@pytest.mark.parametrize("size", SIZES)
def test_no_page_scrolls_sideways(seen: Seer, size: str) -> None:
    wide = [f"{page.address}: {page.beyond} px too wide" for page in seen(size) if page.beyond > 0]
    assert not wide, "\n".join(wide)


@pytest.mark.parametrize("calculator", CALCULATORS)
def test_axe_finds_nothing_in_the_error_state(visitor: Opener, calculator: str) -> None:
    name = CALCULATORS[calculator]
    form = visitor(calculator)
    page = form.page
    form.field(name).fill("twelve")
    form.error(name).wait_for(timeout=60_000)
    page.locator(".ug-error-summary").wait_for()
    assert form.field(name).get_attribute("aria-invalid") == "true"
    findings = in_each_window(page, "gig-calculator")
    assert not findings, "\n".join(findings)


@pytest.mark.parametrize("calculator", ["leverage-income", "take-home"])
def test_axe_finds_nothing_in_the_what_if_panel(browser: Browser, built_site: Any, calculator: str) -> None:
    """The panel is the same for all: these two have estimates, lists and countries. An answer, an error and a scenario are in it."""
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
        findings = in_each_window(page, "[data-what-if-panel]")
    assert not findings, "\n".join(findings)
