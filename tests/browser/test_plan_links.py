"""The plan links to the page of each missing part, on its own page and in the chapter."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.calculator_page import CalculatorPage, Opener, answer


def test_missing_part_links_to_the_page_that_computes_it(visitor: Opener) -> None:
    plan = visitor("plan")
    page = plan.page
    first = plan.element.locator(".ug-sentence a")
    expect(first).to_have_text("time audit")
    first.click()
    expect(page).to_have_url(f"{plan.site}calculators/time-audit/")
    audit = CalculatorPage(page, plan.site, "time-audit")
    audit.type_only("rest_floor", "10")
    audit.expect_figure("leverage_hours", answer("time-audit", rest_floor="10")["figures"]["leverage_hours"])
    plan.moved_to()
    missing = plan.element.locator(".ug-sentence a")
    expect(missing.first).to_have_text("Asset inventory")
    assert "Time audit" not in missing.all_text_contents()


@pytest.mark.parametrize("address", ["calculators/plan/", "chapters/11-your-leverage-plan/"])
@pytest.mark.usefixtures("visitor")
def test_every_part_and_step_links_to_its_page(visitor_page: Page, built_site: Any, address: str) -> None:
    plan = CalculatorPage(visitor_page, built_site.url, "plan").moved_to(address)
    links = plan.element.locator("a[data-page]")
    expect(links.first).to_have_attribute("href", f"{plan.site}calculators/time-audit/")
    plan.type("to_goal", "40")
    for link in links.all():
        name = link.get_attribute("data-page")
        target = f"{plan.site}workbook/" if name == "workbook" else f"{plan.site}calculators/{name}/"
        assert link.get_attribute("href") == target
        assert visitor_page.request.get(target).ok
