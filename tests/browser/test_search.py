"""Search loads when something is searched for, and not with every page."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

INDEX = "**/search/pages.json"
RESULTS = ".md-search-result__item a"


def search(page: Page, text: str) -> None:
    page.locator(".md-search__input").click()
    page.keyboard.type(text)


def wait_for_script(page: Page) -> None:
    """Wait for the page's own script and for Material's, which binds the search before it sets this global."""
    page.wait_for_function("!!customElements.get('gig-calculator') && !!window.location$")


@pytest.mark.parametrize("path", ["", "reference/glossary/"])
def test_index_is_loaded_with_the_first_letter(page: Page, built_site: Any, path: str) -> None:
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    page.goto(f"{built_site.url}{path}")
    wait_for_script(page)
    page.locator(".md-search__input").click()
    expect(page.locator(".md-search-result__meta")).to_contain_text("Type to start searching")
    assert not [url for url in requested if url.endswith("pages.json") or "/workers/" in url]
    with page.expect_response(INDEX):
        page.keyboard.type("leverage")
    expect(page.locator(RESULTS).first).to_be_visible()
    assert sum(url.endswith("pages.json") for url in requested) == 1


def test_a_result_leads_to_its_page(page: Page, built_site: Any) -> None:
    page.goto(f"{built_site.url}calculators/")
    wait_for_script(page)
    search(page, "equalizer")
    link = page.locator(f'{RESULTS}[href*="equalizer"]').first
    expect(link).to_be_visible()
    link.click()
    page.wait_for_url("**equalizer**")
    expect(page.locator("h1").first).to_contain_text("equalizer")


def test_the_label_of_a_field_leads_to_its_calculator(page: Page, built_site: Any) -> None:
    page.goto(f"{built_site.url}reference/glossary/")
    wait_for_script(page)
    search(page, "clothes and shoes")
    expect(page.locator(f'{RESULTS}[href*="calculators/equalizer"]').first).to_be_visible()


def test_an_index_that_did_not_come_is_fetched_again(page: Page, built_site: Any) -> None:
    page.route(INDEX, lambda route: route.abort())
    page.goto(built_site.url)
    wait_for_script(page)
    with page.expect_event("requestfailed"):
        search(page, "lever")
    page.unroute(INDEX)
    page.keyboard.type("age")
    expect(page.locator(RESULTS).first).to_be_visible()
