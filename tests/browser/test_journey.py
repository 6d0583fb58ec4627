"""The guided path on a phone, from nothing to a plan: how many taps, keys and screens it takes, and that the plan is the reader's own."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from benchmarks.browser.guided_path import MOST, MOST_SCREENS, walk
from benchmarks.browser.reader import PHONE, Reader
from calculators import PATH


@pytest.fixture(scope="module")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """Make every page a phone's."""
    return {**browser_context_args, **PHONE}


def test_a_plan_takes_few_taps_and_keys(page: Page, built_site: Any) -> None:
    """A first-time reader with numbers of their own gets to a plan, and its goal comes sooner with what their gigs leave."""
    reader = Reader(page)
    walk(reader, built_site.url)
    assert list(reader.efforts) == ["home", *PATH]
    assert all(effort.taps for effort in reader.efforts.values())
    assert sum(effort.taps + effort.keys for effort in reader.efforts.values()) <= MOST
    assert sum(effort.screens for effort in reader.efforts.values()) <= MOST_SCREENS
    plan = page.locator("gig-calculator .ug-outcome-first")
    kept = float(plan.locator('data[data-figure="kept_month"]').first.get_attribute("value") or "nan")
    assert kept > 0
    assert "You reach your goal" in plan.inner_text()
    assert "Still missing: The equalizer, The buffer." in plan.inner_text()
