"""The what-if panel of a calculator, as the tests speak of it."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Locator, expect

from calculators import bridge
from tests.browser.calculator_page import CalculatorPage


class WhatIfPanel:
    """The four questions below an outcome."""

    def __init__(self, calculator: CalculatorPage) -> None:
        self.calculator = calculator
        self.root = calculator.element.locator("details[data-what-if-panel]")

    def opened(self) -> WhatIfPanel:
        """Open it and wait for what it says."""
        self.root.locator("summary").first.click()
        expect(self.control("seek.goal")).to_be_visible()
        return self

    def control(self, name: str) -> Locator:
        return self.root.locator(f'[data-what-if="{name}"]')

    def error(self, name: str) -> Locator:
        """What is said beside a box."""
        return self.control(name).locator("xpath=ancestor::div[@class='ug-field']").locator(".ug-error")

    def button(self, action: str) -> Locator:
        return self.root.locator(f'[data-action="{action}"]')

    def part(self, action: str) -> Locator:
        """The part of the panel that an action belongs to."""
        return self.button(action).locator("xpath=ancestor::section")

    def answer(self, action: str) -> Locator:
        return self.part(action).locator(".ug-what-if-answer")

    @property
    def columns(self) -> Locator:
        """The heads of the scenarios that stand side by side."""
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
        """Keep the form's numbers under a name, and wait until they stand beside the present ones."""
        self.control("scenario.name").fill(name)
        self.button("keep-scenario").click()
        expect(self.columns.filter(has_text=name)).to_have_count(1)

    @property
    def beyond(self) -> int:
        """Pixels by which the page is wider than the window."""
        return int(self.calculator.page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))


def explored(calculator: str, question: dict[str, Any], **inputs: Any) -> dict[str, Any]:
    """What the same Python says outside of the browser."""
    return dict(json.loads(bridge.explore(json.dumps({"calculator": calculator, "inputs": inputs, "explore": question})))["explore"])
