"""A reader on a phone who taps, types and scrolls through pages, and what that takes."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, Locator, Page

from pipeline.waiting import wait_for_function

HEIGHT = 740
"""Of the phone's window, in CSS pixels."""
PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": HEIGHT}, "has_touch": True, "is_mobile": True}
"""The settings of a browser context on a phone."""
LONGEST = 120_000
"""Milliseconds after which a wait has failed."""
OUTCOMES = "() => performance.getEntriesByName('gig:outcome').length"
IN_VIEW = """(element) => {
  const before = scrollY;
  const { top, bottom } = element.getBoundingClientRect();
  if (top < 0.15 * innerHeight || bottom > 0.85 * innerHeight) element.scrollIntoView({ block: "center", behavior: "instant" });
  return Math.abs(scrollY - before);
}"""


@dataclass
class Effort:
    """What the reader does on a page: taps, keys, pixels scrolled, and the seconds waited for Python."""

    taps: int = 0
    keys: int = 0
    pixels: float = 0
    seconds: float = 0

    @property
    def screens(self) -> float:
        """The height of the window, so many times."""
        return self.pixels / HEIGHT


@dataclass
class Reader:
    """A hand on a page. Each action brings its target into view, is made as on a phone, and is counted on the present page."""

    page: Page
    efforts: dict[str, Effort] = field(default_factory=dict)
    effort: Effort = field(default_factory=Effort)

    def arrive(self, name: str) -> None:
        """Count what follows for the page of this name."""
        self.effort = self.efforts.setdefault(name, Effort())

    def tap(self, target: Locator) -> None:
        """Tap an element."""
        self._bring(target)
        target.tap()
        self.effort.taps += 1

    def write(self, target: Locator, text: str) -> None:
        """Tap a box, delete what it holds, and type."""
        self.tap(target)
        if not target.evaluate("(box) => box.value !== '' && box.selectionStart === 0 && box.selectionEnd === box.value.length"):
            self.page.keyboard.press("End")  # where a tap behind the text puts the caret
            for _ in target.input_value():
                self._key("Backspace")
        for letter in text:
            self._key(letter)

    def choose(self, target: Locator, value: str) -> None:
        """Open a list and tap an option of it; the system draws the list."""
        self._bring(target)
        target.select_option(value)
        self.effort.taps += 2

    def look_at(self, target: Locator) -> None:
        """Scroll until an element is in view."""
        self._bring(target)

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """Count the seconds from the end of the block until Python's next outcome is in the page."""
        before = int(self.page.evaluate(OUTCOMES))
        yield
        began = time.monotonic()
        wait_for_function(self.page, f"(before) => ({OUTCOMES})() > before", arg=before)
        self.effort.seconds += time.monotonic() - began

    def _bring(self, target: Locator) -> None:
        target.wait_for()
        self.effort.pixels += float(target.evaluate(IN_VIEW))

    def _key(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.effort.keys += 1


@contextmanager
def on_a_phone(browser: Browser) -> Iterator[Reader]:
    """Open a page on a phone with empty storage."""
    context = browser.new_context(**PHONE)
    page = context.new_page()
    page.set_default_timeout(LONGEST)
    try:
        yield Reader(page)
    finally:
        context.close()
