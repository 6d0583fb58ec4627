"""The headline stays in view: beside the form on a desktop, and at the foot of a phone while a field is edited."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from calculators import CATALOGUE
from tests.accessibility.test_pages import still_page

CALCULATORS = tuple(calculator.id for calculator in CATALOGUE)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with still_page(browser) as page:
        yield page


@pytest.mark.parametrize("calculator", CALCULATORS)
def test_headline_stays_beside_the_form_on_a_desktop(page: Page, built_site: Any, calculator: str) -> None:
    """On a desktop the headline stays in view beside the form, and covers nothing."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{built_site.url}calculators/{calculator}/")
    fields = page.locator("gig-calculator .ug-form :is(.ug-input, .ug-select):visible")
    for place in (0, fields.count() // 2, fields.count() - 1):
        fields.nth(place).evaluate("(field) => field.scrollIntoView({block: 'center', behavior: 'instant'})")
        box = page.locator(".ug-headline-number").bounding_box()
        assert box is not None
        header = page.locator(".md-header").bounding_box()
        assert header is not None
        assert box["y"] >= header["y"] + header["height"] - 1, f"field {place}: the header covers the headline"
        assert box["y"] + box["height"] <= 900, f"field {place}: the headline is below the window"
    page.locator(".ug-outcome-rest").evaluate("(rest) => rest.scrollIntoView({block: 'start', behavior: 'instant'})")
    first = page.locator(".ug-outcome-first").bounding_box()
    rest = page.locator(".ug-outcome-rest").bounding_box()
    assert first is not None
    assert rest is not None
    apart = first["x"] + first["width"] <= rest["x"] + 1
    assert apart or first["y"] + first["height"] <= rest["y"] + 1, "the first block covers the rest"


@pytest.mark.parametrize("calculator", CALCULATORS)
def test_headline_stays_at_the_foot_of_a_phone_during_editing(page: Page, built_site: Any, calculator: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{built_site.url}calculators/{calculator}/")
    strip = page.locator(".ug-strip")
    assert not strip.is_visible()
    field = page.locator("gig-calculator .ug-form .ug-input:visible").first
    field.focus()
    box = strip.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] == pytest.approx(740, abs=1)
    edited = field.bounding_box()
    assert edited is not None
    assert edited["y"] + edited["height"] <= box["y"], "the strip covers the field that is edited"
    shown = page.locator(".ug-headline-number data").text_content()
    assert shown
    assert shown in (strip.text_content() or "")
