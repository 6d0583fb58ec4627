"""Each calculator opens with its answer and asks little at first; on a phone the bar with the headline opens the answer as a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from calculators import CATALOGUE
from calculators.engine.calculator import MOST_SUPPORT
from tests.accessibility.test_pages import SCHEMES, look_through, reader, still_page
from tests.browser.calculator_page import without_python

CALCULATORS = tuple(calculator.id for calculator in CATALOGUE)

COUNTRIES = {"uk": "uk_region", "ca": "province", "au": "wages", "elsewhere": "", "us": "state"}
"""Country -> a field that is open there, to wait for."""
MOST_OPEN = 10

SHOWN = "(all) => all.filter((each) => each.checkVisibility({ contentVisibilityAuto: false })).length"
"""The number of elements that no fold hides."""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with still_page(browser) as page:
        yield page


def open_fields(page: Page) -> int:
    return int(page.locator("gig-calculator .ug-form [data-field]").evaluate_all(SHOWN))


@pytest.mark.parametrize("calculator", CALCULATORS)
def test_answer_comes_first_with_few_numbers_and_questions(page: Page, built_site: Any, calculator: str) -> None:
    """The headline and at most three figures come before the fold and the form, which opens with at most ten fields."""
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{built_site.url}calculators/{calculator}/")
    first = page.locator("gig-calculator .ug-outcome-first")
    numbers = first.locator("data[data-figure]").evaluate_all(SHOWN)
    assert 1 < numbers <= 1 + MOST_SUPPORT
    answer, form = first.bounding_box(), page.locator("gig-calculator .ug-form").bounding_box()
    assert answer is not None
    assert form is not None
    assert answer["y"] + answer["height"] <= form["y"]
    assert 0 < open_fields(page) <= MOST_OPEN


@pytest.mark.parametrize("calculator", ["take-home", "rate-to-charge"])
def test_each_country_asks_little_at_first(page: Page, built_site: Any, calculator: str) -> None:
    """Country by country, at most ten fields are open; the others wait under plain questions."""
    page.set_viewport_size({"width": 1280, "height": 720})
    page.goto(f"{built_site.url}calculators/{calculator}/")
    expect(page.locator("gig-calculator .ug-not-started")).to_have_count(0)
    own = {"take-home": "own_income_rate", "rate-to-charge": "tax_rate"}[calculator]
    for country, shown in COUNTRIES.items():
        page.locator('gig-calculator [name="country"]').select_option(country)
        expect(page.locator(f'gig-calculator [name="{shown or own}"]')).to_be_visible()
        assert 0 < open_fields(page) <= MOST_OPEN, country
        expect(page.get_by_text("Do any of these apply to you?")).to_be_visible()
        benefits = page.locator("summary", has_text="Do you get any of these?")
        expect(benefits).to_be_hidden() if country == "elsewhere" else expect(benefits).to_be_visible()


@pytest.fixture
def sheet(page: Page, built_site: Any) -> Locator:
    """The answer of a calculator as a sheet over a field that is edited on a phone."""
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{built_site.url}calculators/net-hourly/")
    expect(page.locator("gig-calculator .ug-not-started")).to_have_count(0)
    page.locator('gig-calculator [name="tips"]').focus()
    page.locator("gig-calculator .ug-strip").click()
    dialog = page.get_by_role("dialog", name="Net hourly pay: outcome")
    expect(dialog).to_be_visible()
    expect(dialog.locator(".ug-headline-number")).to_be_visible()
    return dialog


@pytest.mark.parametrize("way", ["Escape", "button", "beside"])
def test_sheet_closes_and_returns_the_focus(page: Page, sheet: Locator, way: str) -> None:
    """Escape, its button and a tap beside it close the sheet, and the field has the focus again."""
    address = page.url
    if way == "Escape":
        page.keyboard.press("Escape")
    elif way == "button":
        sheet.get_by_role("button", name="Back to the questions").click()
    else:
        page.mouse.click(180, 20)
    expect(sheet).to_have_count(0)
    expect(page.locator('gig-calculator [name="tips"]')).to_be_focused()
    assert page.url == address
    first = page.locator("gig-calculator > .ug-outcome .ug-outcome-first")
    expect(first).to_be_attached()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_in_the_sheet_and_open_folds(browser: Browser, built_site: Any, scheme: str) -> None:
    with reader(browser, "phone", scheme) as page:
        without_python(page).goto(f"{built_site.url}calculators/gig-mix/")
        page.locator("gig-calculator details").evaluate_all("(folds) => folds.forEach((fold) => { fold.open = true })")
        findings = look_through(page)
        expect(page.locator("gig-calculator .ug-not-started")).to_have_count(0)
        page.locator('gig-calculator [name="morning"]').focus()
        page.locator("gig-calculator .ug-strip").click()
        expect(page.locator(".ug-sheet")).to_be_visible()
        findings += look_through(page)
    assert not findings, "\n".join(findings)
