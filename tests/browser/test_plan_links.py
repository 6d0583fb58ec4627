"""The plan links to the page of each missing part, on its own page and in the chapter."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.calculator_page import CalculatorPage, Opener


def test_missing_part_links_to_the_page_that_computes_it(page: Page, calculator: Opener) -> None:
    plan = calculator("plan").opened()
    first = plan.element.locator(".ug-sentence a")
    expect(first).to_have_text("time audit")
    first.click()
    expect(page).to_have_url(f"{plan.site}calculators/time-audit/")
    CalculatorPage(page, plan.site, "time-audit").type("rest_floor", "10")
    plan.opened()
    missing = plan.element.locator(".ug-sentence a")
    expect(missing.first).to_have_text("Asset inventory")
    assert "Time audit" not in missing.all_text_contents()


@pytest.mark.parametrize("address", ["calculators/plan/", "chapters/11-your-leverage-plan/"])
def test_every_part_and_step_links_to_its_page(page: Page, calculator: Opener, address: str) -> None:
    plan = calculator("plan")
    page.goto(f"{plan.site}{address}")
    links = plan.element.locator("a[data-page]")
    expect(links.first).to_have_attribute("href", f"{plan.site}calculators/time-audit/")
    before = plan.outcomes
    plan.field("to_goal").fill("40")
    plan.wait_for_outcome(before)
    for link in links.all():
        name = link.get_attribute("data-page")
        target = f"{plan.site}workbook/" if name == "workbook" else f"{plan.site}calculators/{name}/"
        assert link.get_attribute("href") == target
        assert page.request.get(target).ok
