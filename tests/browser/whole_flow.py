"""From the inventory to a plan on paper, to a file, to nothing, and back, with the keyboard alone or with touch alone."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from playwright.sync_api import Locator, Page, expect

from benchmarks.browser.reader import Reader
from calculators import bridge
from tests.browser.calculator_page import PATIENCE, CalculatorPage

FURTHEST = 170
"""Presses of Tab within which a page's every control is reached."""

LEAST = 24
"""Pixels that a target for a finger measures each way (WCAG 2.5.8)."""

STUBBED_PRINT = "window.print = () => { window.timesPrinted = (window.timesPrinted ?? 0) + 1; }"
"""Counts, where a browser with a window would open its own dialog."""

WATCH_FOCUS = """
globalThis.ugFocus ??= (() => {
  const isHidden = (at) => {
    if (at === document.body || at.localName === "iframe") return false;
    const boxes = [...(at.checkVisibility() && at.offsetWidth ? at : at.labels?.[0] ?? at).getClientRects()];
    const isOnTop = ([x, y]) => {
      const top = document.elementFromPoint(x, y);
      return Boolean(top) && (at.contains(top) || [...(at.labels ?? [])].some((label) => label.contains(top)));
    };
    return !boxes.flatMap(({left, right, top, bottom}) => [
      [(left + right) / 2, (top + bottom) / 2], [left + 3, top + 3], [right - 3, top + 3], [left + 3, bottom - 3], [right - 3, bottom - 3],
    ]).some(isOnTop);
  };
  const nameOf = (at) => `${at.localName} ${at.name ?? ""} ${(at.getAttribute("aria-label") || at.textContent).trim().slice(0, 40)}`;
  const covered = () => (isHidden(document.activeElement) ? nameOf(document.activeElement) : "");
  const coveredForLong = async () => {
    for (let wait = 0; covered() && wait < 5000; wait += 20) await new Promise((done) => setTimeout(done, 20));
    return covered();
  };
  const isStop = (each) => each.checkVisibility({visibilityProperty: true}) && !each.matches("[tabindex='-1'], :disabled, [type=radio]");
  const away = (target) => {
    const active = document.activeElement;
    if (active === target) return 0;
    const at = active === document.body ? document.querySelector(":target") ?? active : active;
    const isBehind = Boolean(target.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING);
    const [first, last] = isBehind ? [target, at] : [at, target];
    const follows = (before, after) => Boolean(before.compareDocumentPosition(after) & Node.DOCUMENT_POSITION_FOLLOWING);
    const stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")].filter(isStop);
    const between = stops.filter((each) => each !== first && each !== last && follows(first, each) && follows(each, last));
    return (between.length + 1) * (isBehind ? -1 : 1);
  };
  const seenFrom = (target) => ({ isLost: document.activeElement === document.body, away: away(target) });
  return { seenFrom, covered, coveredForLong };
})();
"""
"""Says where the focus is, seen from a target: how many presses of Tab away, as far as the elements tell. `covered` names what has the
focus while other parts of the page cover all of it; `coveredForLong` first waits until it is in sight, at most five seconds."""


WHERE = f"(target) => {{ {WATCH_FOCUS} return ugFocus.seenFrom(target); }}"


class Hand(Protocol):
    """What a reader works a page with."""

    def press(self, target: Locator) -> None:
        """Press a button or follow a link."""

    def write(self, target: Locator, text: str) -> None:
        """Replace what a box holds."""


class Keyboard:
    """The keyboard alone. Whatever gets the focus on the way must be in sight."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def press(self, target: Locator) -> None:
        self._go_to(target)
        self._page.keyboard.press("Enter")

    def write(self, target: Locator, text: str) -> None:
        self._go_to(target)
        self._page.keyboard.press("Control+A")
        self._page.keyboard.type(text)

    def _go_to(self, target: Locator) -> None:
        """Press Tab, or Shift and Tab, until a target has the focus. In a page that has just been loaded, a link skips to the content."""
        target.wait_for()
        if target.evaluate(WHERE)["isLost"]:
            self._page.keyboard.press("Tab")
            expect(self._page.get_by_role("link", name="Skip to content")).to_be_focused()
            self._page.keyboard.press("Enter")
            self._page.locator(":target").wait_for()
        presses = 0
        while away := target.evaluate(WHERE)["away"]:
            presses += abs(away)
            assert presses <= FURTHEST, f"{FURTHEST} presses of Tab do not reach {target}"
            for _ in range(abs(away)):
                self._page.keyboard.press("Tab" if away > 0 else "Shift+Tab")
                covered = self._page.evaluate("ugFocus.coveredForLong()")
                assert not covered, f"the focus is on what other parts of the page cover: {covered}"


class Finger:
    """A finger on a phone, and the keys of its screen."""

    def __init__(self, page: Page) -> None:
        self._reader = Reader(page)

    def press(self, target: Locator) -> None:
        self._measure(target)
        self._reader.tap(target)

    def write(self, target: Locator, text: str) -> None:
        self._measure(target)
        self._reader.write(target, text)

    def _measure(self, target: Locator) -> None:
        box = target.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= LEAST, f"{target} is too small for a finger: {box}"


HANDS: dict[str, Callable[[Page], Hand]] = {"keyboard": Keyboard, "touch": Finger}


def walk(page: Page, hand: Hand, start: str, scratch: Path, keeps_python: bool) -> None:
    """Work out a plan, print it, export the workbook, forget it, and import it again.

    Args:
        start: the address of the inventory's page.
        scratch: a folder for the exported file.
        keeps_python: whether Python stays started from page to page. If not, only outcomes that the way on needs are waited for.
    """
    page.set_default_timeout(PATIENCE)
    page.add_init_script(STUBBED_PRINT)
    page.goto(start)
    inventory = _computed(page, "inventory")
    hand.press(inventory.element.get_by_role("button", name="Teach music"))
    hand.press(inventory.element.locator('.ug-choose[data-choose*="music-lessons"]').first)
    hand.press(inventory.status.get_by_role("link"))
    for name, field, text in (("leverage-income", "pairs.0.price", "35"), ("take-home", "wages", "48000"), ("accelerator", "goal", "6000")):
        form = _computed(page, name) if keeps_python else _arrived(page, name)
        hand.write(form.field(field), text)
        if keeps_python:
            _computed(page, name)
        hand.press(form.element.locator(".ug-next, .ug-onward").get_by_role("link").locator("visible=true").first)
    plan = _computed(page, "plan")
    hand.press(plan.element.get_by_role("button", name="Print the plan"))
    page.wait_for_function("window.timesPrinted === 1")
    kept_month = plan.figure("kept_month")
    assert kept_month > 0
    hand.press(page.get_by_role("link", name="Next: Your workbook"))
    exported = _export_forget_and_import(page, hand, scratch)
    request = {"calculator": "plan", "inputs": {}, "workbook": exported}
    assert kept_month == json.loads(bridge.run(json.dumps(request)))["figures"]["kept_month"]
    hand.press(page.get_by_role("link", name="Previous: My LEVERAGE plan"))
    _computed(page, "plan").expect_figure("kept_month", kept_month)


def _arrived(page: Page, name: str) -> CalculatorPage:
    """Wait for a calculator's page and its script."""
    form = CalculatorPage(page, "", name)
    expect(form.element).to_have_attribute("data-state", re.compile("starting|ready|computing"), timeout=PATIENCE)
    return form


def _computed(page: Page, name: str) -> CalculatorPage:
    """Wait for a calculator's page and for an outcome since the last wait."""
    form = CalculatorPage(page, "", name)
    form.expect_state("ready")
    form.wait_for_outcome(0)
    form.expect_state("ready")
    page.evaluate("performance.clearMarks('gig:outcome')")
    return form


def _export_forget_and_import(page: Page, hand: Hand, scratch: Path) -> dict[str, Any]:
    """Return the exported workbook, which is the imported one too."""
    workbook = page.locator("gig-workbook")
    with page.expect_download() as download:
        hand.press(workbook.get_by_role("button", name="Export as a file"))
    file = scratch / download.value.suggested_filename
    download.value.save_as(file)
    exported: dict[str, Any] = json.loads(file.read_text("utf-8"))
    assert set(exported["calculators"]) == {"inventory", "leverage-income", "take-home", "accelerator"}
    hand.press(workbook.get_by_role("button", name="Forget everything", exact=True))
    hand.press(workbook.get_by_role("button", name="Yes, forget everything"))
    expect(workbook).to_contain_text("Everything is forgotten.")
    expect(workbook).to_contain_text("Nothing is kept")
    with page.expect_file_chooser() as chooser:
        hand.press(workbook.get_by_label("Import a file that was exported here"))
    chooser.value.set_files(file)
    expect(workbook).to_contain_text("The file is now your workbook", timeout=PATIENCE)
    book = page.evaluate("ugServices.workbook.book")
    differing = {key: (book.get(key), exported.get(key)) for key in book.keys() | exported.keys() if book.get(key) != exported.get(key)}
    assert differing.keys() <= {"saved"}, f"imported and exported: {differing}"
    return exported
