"""The working, the sources and the numbers of charts in their folds: filled in after a pause, or as soon as a reader opens one."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.calculator_page import CalculatorPage, Opener

NO_PAUSE = "const wait = setTimeout; window.setTimeout = (call, after, ...more) => after === 500 ? 0 : wait(call, after, ...more);"
"""The pause never ends, as if the reader had changed a number just now."""


def working(calculator: CalculatorPage) -> Locator:
    return calculator.element.locator("[data-fold=working]")


@pytest.fixture
def paused(page: Page, calculator: Opener) -> CalculatorPage:
    """The equalizer after a change of the pay to 61,000, with its closed folds as they were before it."""
    page.add_init_script(NO_PAUSE)
    equalizer = calculator("equalizer").opened()
    equalizer.type("pay", "61,000")
    expect(working(equalizer)).not_to_contain_text("61,000")
    return equalizer


def test_closed_folds_are_filled_in_after_a_pause(visitor: Opener) -> None:
    equalizer = visitor("equalizer")
    equalizer.type("pay", "61,000")
    expect(equalizer.element).not_to_have_attribute("data-stale-folds", "")
    for fold in ("working", "lines"):
        expect(equalizer.element.locator(f"[data-fold={fold}]")).to_contain_text("61,000")


def test_opened_fold_is_filled_in_at_once(paused: CalculatorPage) -> None:
    fold = working(paused)
    fold.locator("summary").click()
    expect(fold).to_contain_text("61,000")
    expect(paused.element).not_to_have_attribute("data-stale-folds", "")


def test_open_fold_follows_each_change(paused: CalculatorPage) -> None:
    fold = working(paused)
    fold.locator("summary").click()
    expect(fold).to_contain_text("61,000")
    paused.type("pay", "62,500")
    expect(fold).to_contain_text("62,500")
    expect(paused.element).not_to_have_attribute("data-stale-folds", "")


def test_earlier_numbers_are_not_printed(paused: CalculatorPage) -> None:
    paused.page.emulate_media(media="print")
    for fold in paused.element.locator("[data-fold]").all():
        expect(fold).to_be_hidden()
    paused.page.emulate_media(media="screen")
    working(paused).locator("summary").click()
    expect(working(paused)).to_contain_text("61,000")
    paused.page.emulate_media(media="print")
    for fold in paused.element.locator("[data-fold]").all():
        expect(fold).to_be_visible()


def test_folds_belong_to_the_outcome_that_is_shown(paused: CalculatorPage) -> None:
    """Not to the form, which has an error by now."""
    paused.field("pay").fill("abc")
    expect(paused.error("pay")).to_be_visible()
    fold = working(paused)
    fold.locator("summary").click()
    expect(fold).to_contain_text("61,000")
    expect(paused.element).not_to_have_attribute("data-stale-folds", "")
