"""Page object for a calculator: its fields, rows, figures and states."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Page, expect

from calculators import bridge

PATIENCE = 90_000
"""Timeout in milliseconds for Python to start and answer. It is generous because these tests do not measure speed."""

SETTLED = 400
"""Milliseconds after which typed input is in the workbook: several times the delay after a key."""


KEY = "ultimate-gig.workbook"
BOOK: dict[str, Any] = {
    "app": "ultimate-gig",
    "schema": 2,
    "saved": "2026-01-01T00:00:00.000Z",
    "calculators": {"equalizer": {"inputs": {"pay": "66,000"}}},
}
"""A workbook as local storage holds it."""


RECORDS = "Date,Payer,Amount\n2026-01-31,Lessons,310.50\n2026-02-28,Lessons,290.00\n"
"""A table as a reader pastes it into the records."""

FOLLOW = """(address) => {
  const link = document.createElement("a");
  link.href = address;
  link.className = "followed";
  document.querySelector("article").append(link);
  link.click();
}"""


def follow(page: Page, address: str) -> None:
    """Follow a link and wait until the new page has replaced the old one, which happens after the address changes.

    Until Material's script has run, the browser itself follows the links of a page without a calculator.
    """
    page.wait_for_function("!!window.location$")
    page.evaluate(FOLLOW, address)
    page.locator("article a.followed").wait_for(state="detached")
    page.wait_for_url(address)


def is_violation(said: str) -> bool:
    """Return whether a message in the console is about something that the page's policy forbids, apart from WebAssembly.

    Without WebAssembly no page computes, which tests notice by themselves, and one test forbids it on purpose.
    """
    return "WebAssembly" not in said and ("Content Security Policy" in said or "Content-Security-Policy" in said)


class CalculatorPage:
    """A calculator on a page, found by the attributes that the page contract documents."""

    def __init__(self, page: Page, site: str, calculator: str) -> None:
        self.page = page
        self.site = site
        self.calculator = calculator

    def open(self) -> CalculatorPage:
        """Load the calculator's own page."""
        self.page.goto(f"{self.site}calculators/{self.calculator}/")
        return self

    def opened(self) -> CalculatorPage:
        """Load the page and wait for Python's first outcome."""
        self.open()
        self.wait_for_outcome(0)
        return self

    def moved_to(self, address: str = "") -> CalculatorPage:
        """Navigate in place from another page of the site, on which Python has started: to its own page, unless an address is given."""
        before = self.outcomes
        follow(self.page, f"{self.site}{address or f'calculators/{self.calculator}/'}")
        # Material may keep the scroll position of the previous page, and Python computes only a form that is in view.
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
        """The note below a list of rows."""
        return self.element.locator(f'[data-rows="{name}"] .ug-rows-note')

    def figure(self, name: str) -> float:
        """Return the present machine value of a figure."""
        return float(self.element.locator(f'[data-figure="{name}"]').first.get_attribute("value") or "nan")

    def expect_figure(self, name: str, value: float) -> None:
        """Wait until a figure has a value, where outcomes can't be counted: the page may compute one of its own first."""
        selector = f'gig-calculator[data-calculator="{self.calculator}"] [data-figure="{name}"]'
        script = "([selector, value]) => Number(document.querySelector(selector)?.getAttribute('value') ?? NaN) === value"
        self.page.wait_for_function(script, arg=[selector, value], timeout=PATIENCE)

    @property
    def outcomes(self) -> int:
        """The number of outcomes that Python has painted since the page loaded."""
        return int(self.page.evaluate("performance.getEntriesByName('gig:outcome').length"))

    def wait_for_outcome(self, after: int) -> None:
        """Wait until more than `after` outcomes are painted."""
        self.page.wait_for_function("(after) => performance.getEntriesByName('gig:outcome').length > after", arg=after, timeout=PATIENCE)

    def type(self, name: str, text: str) -> None:
        """Type into a field and wait for the outcome."""
        before = self.outcomes
        self.field(name).fill(text)
        self.wait_for_outcome(before)

    def open_folds(self) -> None:
        """Open the folds of the form, for fields that are closed at first."""
        self.element.locator(".ug-form").evaluate("(form) => { for (const fold of form.querySelectorAll('details')) fold.open = true; }")

    def type_only(self, name: str, text: str) -> None:
        """Type into a field without waiting, for input that gives no outcome."""
        self.field(name).fill(text)

    def expect_state(self, state: str) -> None:
        expect(self.element).to_have_attribute("data-state", state, timeout=PATIENCE)

    def kept(self) -> dict[str, Any]:
        """Return this calculator's inputs in the workbook, after waiting for typed input to be saved."""
        self.page.wait_for_timeout(SETTLED)
        text = self.page.evaluate("localStorage.getItem('ultimate-gig.workbook')")
        book = json.loads(text) if text else {"calculators": {}}
        return dict(book["calculators"].get(self.calculator, {"inputs": {}})["inputs"])


Opener = Callable[[str], CalculatorPage]
"""Opens a calculator by its id."""


def answer(calculator: str, **inputs: Any) -> dict[str, Any]:
    """Compute the same answer outside the browser."""
    return dict(json.loads(bridge.run(json.dumps({"calculator": calculator, "inputs": inputs}))))


def without_python(page: Page) -> Page:
    """Stop Python from loading, for tests that only look at what the build computed."""
    page.route("**/assets/ug/worker.*.js", lambda _: None)
    return page


def stored(page: Page) -> dict[str, str]:
    """Return the site's entries in local storage: the workbook and any that were set aside."""
    return dict(page.evaluate(f"Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('{KEY}')))"))


def store_text(page: Page, text: str) -> None:
    """Store a text in the workbook's place, once, before the first page loads."""
    page.add_init_script(f"if (!sessionStorage.put) {{ sessionStorage.put = 1; localStorage.setItem('{KEY}', {json.dumps(text)}); }}")


def store(page: Page, calculators: dict[str, dict[str, Any]], **more: Any) -> None:
    """Store a workbook with each calculator's inputs before the first page loads."""
    pages = {name: {"inputs": inputs} for name, inputs in calculators.items()}
    store_text(page, json.dumps({**BOOK, "calculators": pages, **more}))


def store_here(page: Page, calculators: dict[str, dict[str, Any]], **more: Any) -> None:
    """Store a workbook in an open page's storage, as another tab does."""
    pages = {name: {"inputs": inputs} for name, inputs in calculators.items()}
    text = json.dumps({**BOOK, "calculators": pages, **more})
    page.evaluate("([key, text]) => { localStorage[key] = text; dispatchEvent(new StorageEvent('storage', {key})); }", [KEY, text])


def forget(page: Page) -> None:
    """Empty an open page's storage, as another tab does."""
    page.evaluate("localStorage.clear(); sessionStorage.clear(); dispatchEvent(new StorageEvent('storage', {key: null}))")


def undo(form: CalculatorPage) -> Locator:
    """The button that undoes the last change of a form."""
    return form.status.get_by_role("button", name="Undo")
