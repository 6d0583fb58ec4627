"""The whole way from the inventory to the plan and back from a file, as in tests/browser/whole_flow.py, for engines that Playwright does
not drive."""

from __future__ import annotations

import json
import re
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from calculators import bridge
from tests.browser.whole_flow import FURTHEST, LEAST, STUBBED_PRINT, WATCH_FOCUS
from tests.offline.readers import Operated, Touched, until

SHOWN = 0.3
"""Seconds until the link that skips to the content is shown."""

COMPUTED = "performance.getEntriesByName('gig:outcome').length && document.querySelector('gig-calculator').dataset.state === 'ready'"
ARRIVED = "document.querySelector('gig-calculator') && document.querySelector('gig-calculator').dataset.state !== 'static'"
KEPT_MONTH = "Number(document.querySelector('[data-figure=kept_month]').value)"

KEEP_FILE = """
const { createObjectURL } = URL;
URL.createObjectURL = (file) => {
  if (!file.type.includes("json")) return createObjectURL(file);
  window.exported = file;
  return "#";
};
HTMLAnchorElement.prototype.click = () => {};
"""
"""Keeps the exported file in the page, where the engine would ask where to save it."""

WATCH_PRINT = """
window.printed = [];
matchMedia("print").addEventListener("change", ({ matches }) => {
  if (!matches) return;
  const shown = (selector) => [...document.querySelectorAll(selector)].filter((part) => part.checkVisibility()).length;
  window.printed.push([shown(".ug-lead, .ug-path, .md-header, .ug-strip"), getComputedStyle(document.body).backgroundColor,
    getComputedStyle(document.querySelector(".ug-headline")).display, shown("[data-table=days] tr") > 9]);
});
"""
"""Notes how the plan is laid out on paper: parts that belong on the screen alone, the paper's color, the headline's line, the steps."""
AS_DESIGNED = [0, "rgba(0, 0, 0, 0)", "flex", True]


SCROLLED = """(async () => {{
  {target}.scrollIntoView({{block: "center", behavior: "instant"}});
  const before = {target}.getBoundingClientRect().y;
  await new Promise((resolve) => setTimeout(resolve, 150));
  return {target}.getBoundingClientRect().y === before;
}})()"""
"""Scrolls to a target; true once it stays there, for what is above it may be laid out only when it is near the screen."""


class Hand(Protocol):
    """What a reader works a page with. A target is an expression in the page."""

    def press(self, target: str) -> None:
        """Press a button or follow a link."""

    def write(self, target: str, text: str) -> None:
        """Replace what a box holds."""

    def choose(self, target: str, file: Path) -> None:
        """Go to a box for files. Only the driver can work the window in which the file is chosen."""


class Keyboard:
    """The keyboard alone. Whatever gets the focus on the way must be in sight."""

    def __init__(self, reader: Operated) -> None:
        self._reader = reader

    def press(self, target: str) -> None:
        self._go_to(target)
        self._reader.press("Enter")

    def write(self, target: str, text: str) -> None:
        self._go_to(target)  # which selects all that is in the box
        self._reader.write(text)

    def choose(self, target: str, file: Path) -> None:
        self._go_to(target)
        self._reader.choose("[data-action=import]", file)

    def _go_to(self, target: str) -> None:
        """Press Tab, or Shift and Tab, until a target has the focus. In a page that has just been loaded, a link skips to the content."""
        until(self._reader, f"Boolean({target}?.checkVisibility())")
        if self._where(target)["isLost"]:
            self._reader.press("Tab")
            until(self._reader, "document.activeElement.matches('.md-skip')")
            time.sleep(SHOWN)
            self._reader.press("Enter")
            until(self._reader, "document.querySelector(':target') !== null")
        presses = 0
        while away := self._where(target)["away"]:
            presses += abs(away)
            assert presses <= FURTHEST, f"{FURTHEST} presses of Tab do not reach {target}"
            for _ in range(abs(away)):
                self._reader.press("Tab" if away > 0 else "Shift+Tab")
                until(self._reader, "ugFocus.covered() === ''")

    def _where(self, target: str) -> dict[str, Any]:
        return dict(self._reader.do(f"{WATCH_FOCUS} return ugFocus.seenFrom({target})"))


class Finger:
    """A finger, and the keys of the screen."""

    def __init__(self, reader: Touched) -> None:
        self._reader = reader

    def press(self, target: str) -> None:
        self._reader.tap(*self._place(target))

    def write(self, target: str, text: str) -> None:
        self.press(target)
        count = int(self._reader.do(f"return {target}.value.length"))
        self._reader.press("End", *["Backspace"] * count)
        self._reader.write(text)

    def choose(self, target: str, file: Path) -> None:
        self._place(target)
        self._reader.choose("[data-action=import]", file)

    def _place(self, target: str) -> tuple[float, float]:
        """Scroll to a target, which is large enough, and return its middle."""
        until(self._reader, f"Boolean({target}?.checkVisibility())")
        until(self._reader, f"await {SCROLLED.format(target=target)}")
        box = self._reader.do(f"return {target}.getBoundingClientRect().toJSON()")
        assert min(box["width"], box["height"]) >= LEAST, f"{target} is too small for a finger: {box}"
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


HANDS: dict[str, Callable[[Any], Hand]] = {"keyboard": Keyboard, "touch": Finger}


def named(selector: str, name: str) -> str:
    """Return an expression for the first shown element of a selector that has a name."""
    return (
        f"[...document.querySelectorAll({json.dumps(selector)})].find((part) => part.checkVisibility() "
        f"&& (part.getAttribute('aria-label') ?? part.textContent).trim().startsWith({json.dumps(name)}))"
    )


def walk(reader: Operated, hand: Hand, folder: Path, scratch: Path) -> bytes:
    """Work out a plan, print it, export the workbook, forget it, and import it again.

    Args:
        scratch: a folder for the exported file.

    Returns:
        The plan as a PDF.
    """
    reader.open(folder / "calculators" / "inventory.html")
    until(reader, COMPUTED)
    hand.press(named("gig-calculator button", "Teach music"))
    hand.press("document.querySelector('.ug-choose[data-choose*=\"music-lessons\"]')")
    hand.press("document.querySelector('gig-calculator [data-slot=status] a')")
    for name, field, text in (("leverage-income", "pairs.0.price", "35"), ("take-home", "wages", "48000"), ("accelerator", "goal", "6000")):
        until(reader, f"document.querySelector('gig-calculator')?.dataset.calculator === '{name}' && {ARRIVED}")
        hand.write(f"document.querySelector('[name=\"{field}\"]')", text)
        hand.press("[...document.querySelectorAll(':is(.ug-next, .ug-onward) a')].find((link) => link.checkVisibility())")
    until(reader, f"document.querySelector('gig-calculator')?.dataset.calculator === 'plan' && {COMPUTED}")
    reader.do(STUBBED_PRINT)
    hand.press(named("gig-calculator button", "Print the plan"))
    until(reader, "window.timesPrinted === 1")
    kept_month = reader.do(f"return {KEPT_MONTH}")
    assert kept_month > 0
    hand.press(named("a", "Next: Your workbook"))
    exported = export_forget_and_import(reader, hand, scratch)
    request = {"calculator": "plan", "inputs": {}, "workbook": exported}
    assert kept_month == json.loads(bridge.run(json.dumps(request)))["figures"]["kept_month"]
    hand.press(named("a", "Previous: My LEVERAGE plan"))
    until(reader, f"document.querySelector('gig-calculator') && {KEPT_MONTH} === {kept_month}")
    reader.do(WATCH_PRINT)
    plan = reader.print()
    assert reader.do("return window.printed") == [AS_DESIGNED]
    return plan


def export_forget_and_import(reader: Operated, hand: Hand, scratch: Path) -> dict[str, Any]:
    """Return the exported workbook, which is the imported one too."""
    button = "gig-workbook button"
    until(reader, "document.querySelector('gig-workbook')?.dataset.state === 'ready'")
    until(reader, "document.querySelectorAll('gig-workbook [data-slot=contents] li').length > 0")
    reader.do(KEEP_FILE)
    hand.press(named(button, "Export as a file"))
    until(reader, "Boolean(window.exported)")
    exported: dict[str, Any] = json.loads(reader.do("return window.exported.text()"))
    assert set(exported["calculators"]) == {"inventory", "leverage-income", "take-home", "accelerator"}
    file = scratch / "workbook.json"
    file.write_text(json.dumps(exported), "utf-8")
    hand.press(named(button, "Forget everything"))
    hand.press(named(button, "Yes, forget everything"))
    until(
        reader, "/Everything is forgotten.[^]*Nothing is kept|Nothing is kept[^]*Everything is forgotten./.test(document.body.textContent)"
    )
    hand.choose("document.querySelector('[data-action=import]')", file)
    until(reader, "/The file is now your workbook/.test(document.querySelector('gig-workbook').textContent)")
    book = reader.do("return ugServices.workbook.book")
    differing = {key: (book.get(key), exported.get(key)) for key in book.keys() | exported.keys() if book.get(key) != exported.get(key)}
    assert differing.keys() <= {"saved"}, f"imported and exported: {differing}"
    return exported


def sheets(pdf: bytes) -> int:
    """Count the pages of a PDF, whose objects may be compressed."""
    count = 0
    for part in [pdf, *map(inflated, re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL))]:
        count += len(re.findall(rb"/Type\s*/Page\b(?!s)", part))
    return count


def inflated(stream: bytes) -> bytes:
    """Return what a stream of a PDF holds; nothing for one that is not compressed."""
    try:
        return zlib.decompressobj().decompress(stream)
    except zlib.error:
        return b""
