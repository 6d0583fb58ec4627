"""A page that stays open: each outcome frees what the one before took. Measured over 1,000 outcomes with `build.py test --long`."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import CDPSession, Page

from tests.browser.calculator_page import PATIENCE, CalculatorPage, Opener
from tests.browser.test_failures import EXPOSE_PYTHON, before_worker

CHANGES = """async ([from, to]) => {
  const input = document.querySelector("gig-calculator [name=pay]");
  const outcomes = () => performance.getEntriesByName("gig:outcome").length;
  const live = () => document.querySelector("svg[data-live]");
  const until = async (seen) => { while (!seen()) await new Promise((resolve) => setTimeout(resolve, 4)); };
  for (let i = from; i < to; i++) {
    const [before, drawn] = [outcomes(), live()];
    input.value = 40_000 + 37 * (i % 200);
    input.dispatchEvent(new Event("input", { bubbles: true }));
    await until(() => outcomes() > before && live() !== drawn);
  }
}"""
"""Change the pay so many times, each until the outcome is painted and its chart drawn."""

WARM, LAST = 100, 1_100
MOST = 1.05


class Meter:
    """What a page and its worker take, in bytes, and what the page has of elements and listeners."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.session: CDPSession = page.context.new_cdp_session(page)

    def counts(self) -> dict[str, Any]:
        for _ in range(3):
            self.session.send("HeapProfiler.collectGarbage")
            self.page.wait_for_timeout(200)
        return dict(self.session.send("Memory.getDOMCounters"))

    def memory(self) -> int:
        self.counts()
        heap = self.session.send("Runtime.getHeapUsage")
        of_page = ("usedSize", "embedderHeapUsedSize", "backingStorageSize")
        python = self.page.workers[0].evaluate("python.memory.buffer.byteLength")
        return int(sum(heap[part] for part in of_page) + python)


def test_charts_and_listeners_of_earlier_outcomes_are_freed(visitor: Opener) -> None:
    page = visitor("equalizer").page
    meter = Meter(page)
    page.evaluate(CHANGES, [0, 10])
    before = meter.counts()
    page.evaluate(CHANGES, [10, 40])
    after = meter.counts()
    assert after["jsEventListeners"] <= before["jsEventListeners"]
    assert after["nodes"] <= before["nodes"] + 30


@pytest.mark.long
def test_memory_stays_over_a_thousand_outcomes(page: Page, calculator: Opener) -> None:
    """From outcome 100 to 1,100: the JavaScript heap of the page after garbage collection, its elements, and Python's memory."""
    before_worker(page, EXPOSE_PYTHON)
    page.set_default_timeout(20 * PATIENCE)
    equalizer: CalculatorPage = calculator("equalizer").opened()
    equalizer.expect_state("ready")
    meter = Meter(page)
    page.evaluate(CHANGES, [0, WARM])
    before = meter.memory()
    page.evaluate(CHANGES, [WARM, LAST])
    after = meter.memory()
    print(f"{before:,} bytes, then {after:,}: {after / before - 1:+.1%}")
    assert after <= MOST * before
