"""A calculator on a page, as the tests speak of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Page, expect

from calculators import bridge

PATIENCE = 90_000
"""Milliseconds for Python to start and answer: a busy machine is slow, and speed is not what these tests measure."""

SETTLED = 400
"""Milliseconds after which what was typed has been kept: several times the pause after a key."""


KEY = "ultimate-gig.workbook"
BOOK: dict[str, Any] = {
    "app": "ultimate-gig",
    "schema": 1,
    "saved": "2026-01-01T00:00:00.000Z",
    "calculators": {"equalizer": {"inputs": {"pay": "66,000"}}},
}
"""A workbook as the browser keeps it."""


FOLLOW = """(address) => {
  const link = document.createElement("a");
  link.href = address;
  link.className = "followed";
  document.querySelector("article").append(link);
  link.click();
}"""


def follow(page: Page, address: str) -> None:
    """Follow a link in the page, and wait until what it leads to has taken the page's place, which is later than the address changes."""
    page.evaluate(FOLLOW, address)
    page.locator("article a.followed").wait_for(state="detached")
    page.wait_for_url(address)


class CalculatorPage:
    """One calculator, addressed by what the page contract promises."""

    def __init__(self, page: Page, site: str, calculator: str) -> None:
        self.page = page
        self.site = site
        self.calculator = calculator

    def open(self) -> CalculatorPage:
        """Go to the calculator's own page."""
        self.page.goto(f"{self.site}calculators/{self.calculator}/")
        return self

    def opened(self) -> CalculatorPage:
        """Go there and wait for Python's first outcome."""
        self.open()
        self.wait_for_outcome(0)
        return self

    def moved_to(self) -> CalculatorPage:
        """Come there from another page of the site, as by a link in it: one that swaps its pages in place, with Python started."""
        before = self.outcomes
        follow(self.page, f"{self.site}calculators/{self.calculator}/")
        # Where the page before was scrolled a moment ago, Material opens this one scrolled as far; Python answers what is in view.
        self.element.locator("form").scroll_into_view_if_needed()
        self.wait_for_outcome(before)
        self.expect_state("ready")
        return self

    @property
    def element(self) -> Locator:
        return self.page.locator(f'gig-calculator[data-calculator="{self.calculator}"]')

    def field(self, name: str) -> Locator:
        return self.element.locator(f'[name="{name}"]').first

    def error(self, name: str) -> Locator:
        return self.element.locator(f'[data-error-for="{name}"]')

    @property
    def summary(self) -> Locator:
        return self.element.locator('[data-slot="errors"]')

    @property
    def status(self) -> Locator:
        return self.element.locator('[data-slot="status"]')

    def rows(self, name: str) -> Locator:
        return self.element.locator(f'[data-rows="{name}"] > ol > li')

    def row_button(self, name: str, row: int, action: str) -> Locator:
        return self.rows(name).nth(row).locator(f'[data-row-action="{action}"]')

    def add_button(self, name: str) -> Locator:
        return self.element.locator(f'[data-rows="{name}"] > [data-row-action="add"]')

    def note(self, name: str) -> Locator:
        """What a list of rows says about itself."""
        return self.element.locator(f'[data-rows="{name}"] .ug-rows-note')

    def figure(self, name: str) -> float:
        """A figure's machine value as the page shows it now."""
        return float(self.element.locator(f'[data-figure="{name}"]').first.get_attribute("value") or "nan")

    @property
    def outcomes(self) -> int:
        """How many outcomes Python has painted on this page."""
        return int(self.page.evaluate("performance.getEntriesByName('gig:outcome').length"))

    def wait_for_outcome(self, after: int) -> None:
        """Wait until more than `after` outcomes are painted."""
        self.page.wait_for_function("(after) => performance.getEntriesByName('gig:outcome').length > after", arg=after, timeout=PATIENCE)

    def type(self, name: str, text: str) -> None:
        """Type into a field and wait for the outcome."""
        before = self.outcomes
        self.field(name).fill(text)
        self.wait_for_outcome(before)

    def type_only(self, name: str, text: str) -> None:
        """Type into a field where no outcome is to come."""
        self.field(name).fill(text)

    def expect_state(self, state: str) -> None:
        expect(self.element).to_have_attribute("data-state", state, timeout=PATIENCE)

    def kept(self) -> dict[str, Any]:
        """What the workbook keeps of this calculator, once what was typed is in it."""
        self.page.wait_for_timeout(SETTLED)
        text = self.page.evaluate("localStorage.getItem('ultimate-gig.workbook')")
        book = json.loads(text) if text else {"calculators": {}}
        return dict(book["calculators"].get(self.calculator, {"inputs": {}})["inputs"])


Opener = Callable[[str], CalculatorPage]
"""A calculator's id to its page."""


def answer(calculator: str, **inputs: Any) -> dict[str, Any]:
    """What the same Python says outside of the browser."""
    return dict(json.loads(bridge.run(json.dumps({"calculator": calculator, "inputs": inputs}))))


def without_python(page: Page) -> Page:
    """The page with what was computed at build alone: a Python that never arrives costs no time, where its answers are not looked at."""
    page.route("**/assets/ug/worker.*.js", lambda _: None)
    return page


def stored(page: Page) -> dict[str, str]:
    """What lies in the browser's storage for us: the workbook, and what was put aside."""
    return dict(page.evaluate(f"Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('{KEY}')))"))
