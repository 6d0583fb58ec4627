"""Page object for the what-if panel of a calculator."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Locator, expect

from calculators import bridge
from tests.browser.calculator_page import CalculatorPage


class WhatIfPanel:
    """The panel with its four questions: sensitivity, goal seek, range and scenarios."""

    def __init__(self, calculator: CalculatorPage) -> None:
        self.calculator = calculator
        self.root = calculator.element.locator("details[data-what-if-panel]")

    def opened(self) -> WhatIfPanel:
        """Open the panel and wait for its content."""
        self.root.locator("summary").first.click()
        expect(self.control("seek.goal")).to_be_visible()
        return self

    def control(self, name: str) -> Locator:
        return self.root.locator(f'[data-what-if="{name}"]')

    def error(self, name: str) -> Locator:
        """The error beside a control."""
        return self.control(name).locator("xpath=ancestor::div[@class='ug-field']").locator(".ug-error")

    def button(self, action: str) -> Locator:
        return self.root.locator(f'[data-action="{action}"]')

    def part(self, action: str) -> Locator:
        """The section of the panel with an action's button."""
        return self.button(action).locator("xpath=ancestor::section")

    def answer(self, action: str) -> Locator:
        return self.part(action).locator(".ug-what-if-answer")

    @property
    def columns(self) -> Locator:
        """The headings of the compared scenarios."""
        return self.root.locator("table").filter(has_text="Side by side").locator("thead th:not(:first-child)")

    def seek(self, figure: str, goal: str, by: str) -> None:
        self.control("seek.figure").select_option(figure)
        self.control("seek.goal").fill(goal)
        self.control("seek.by").select_option(by)
        self.button("seek").click()

    def range(self, name: str, low: str, typical: str, high: str) -> None:
        self.control("range.input").select_option(name)
        for part, text in (("low", low), ("typical", typical), ("high", high)):
            self.control(f"range.{part}").fill(text)
        self.button("range").click()

    def keep(self, name: str) -> None:
        """Save the form's inputs as a named scenario and wait until it is compared."""
        self.control("scenario.name").fill(name)
        self.button("keep-scenario").click()
        expect(self.columns.filter(has_text=name)).to_have_count(1)

    @property
    def beyond(self) -> int:
        """The number of pixels by which the page is wider than the window."""
        return int(self.calculator.page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))


def explored(calculator: str, question: dict[str, Any], **inputs: Any) -> dict[str, Any]:
    """Answer the same question outside the browser."""
    return dict(json.loads(bridge.explore(json.dumps({"calculator": calculator, "inputs": inputs, "explore": question})))["explore"])
