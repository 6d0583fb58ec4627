"""The reader's currency sign: chosen on the workbook page, and shown with every amount."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.calculator_page import KEY, PATIENCE, Opener, follow, stored


def kept_sign(page: Page) -> str | None:
    sign = json.loads(stored(page)[KEY]).get("sign")
    return None if sign is None else str(sign)


def before(box: Locator) -> str:
    """Return the text that the style sheet puts before a box."""
    return str(box.evaluate("box => getComputedStyle(box.closest('.ug-control').querySelector('.ug-own'), '::before').content"))


def workbook_page(page: Page, site: Any) -> Locator:
    follow(page, f"{site.url}workbook/")
    element = page.locator("gig-workbook")
    expect(element).to_have_attribute("data-state", "ready", timeout=PATIENCE)
    return element


def test_chosen_sign_precedes_every_amount(visitor: Opener, built_site: Any) -> None:
    income = visitor("leverage-income")
    page = income.page
    assert before(income.field("pairs.0.price")) == '"$"'
    element = workbook_page(page, built_site)
    element.get_by_label("The sign of your money").fill("KSh")
    expect(element.locator('[data-slot="contents"]')).to_contain_text("the sign KSh")
    assert kept_sign(page) == "KSh"

    follow(page, f"{built_site.url}calculators/leverage-income/")
    income.element.locator("form").scroll_into_view_if_needed()
    expect(income.error("pairs.0.price")).to_contain_text("We have no price in your currency", timeout=PATIENCE)
    assert before(income.field("pairs.0.price")) == '"KSh"'
    known = income.rows("pairs").first.locator("[data-known]:visible")
    expect(known).to_have_text("In the US: US$916 a month (SpareRoom, October 2025).")
    income.add_button("pairs").click()
    assert before(income.field("pairs.2.price")) == '"KSh"'
    added = income.rows("pairs").nth(2)
    expect(added.locator('[data-field$=".price"] [data-known]')).to_contain_text("US$19.27 an hour")
    expect(added.locator('[data-field$=".fee"] [data-known]')).to_contain_text("In the US: 25% of the price")
    income.rows("pairs").nth(1).locator("summary").first.click()
    for row in range(3):
        expect(income.field(f"pairs.{row}.price")).to_have_value("")
        income.type_only(f"pairs.{row}.price", "2000")
    shown = income.element.locator('[data-slot="outcome"]')
    expect(shown.locator(".ug-headline").first).to_contain_text("KSh\u00a0")
    expect(income.element.locator('[data-slot="rest"]')).to_contain_text("nothing is converted")
    expect(shown.locator("[data-chart] svg:visible").first).to_contain_text("KSh\u00a0")
    assert "$" not in shown.locator(".ug-outcome-beside").inner_text()

    take_home = visitor("take-home")
    shown = take_home.element.locator('[data-slot="outcome"]')
    expect(take_home.field("country")).to_have_value("elsewhere")
    expect(shown).to_contain_text("KSh")
    take_home.field("country").select_option("us")
    expect(shown).not_to_contain_text("KSh")


def test_invalid_sign_is_reported_at_its_box_and_ignored(visitor: Opener, built_site: Any) -> None:
    page = visitor("equalizer").page
    element = workbook_page(page, built_site)
    box, error = element.get_by_label("The sign of your money"), element.locator("#ug-sign-error")
    box.fill("€")
    assert kept_sign(page) == "€"
    for wrong in ("€5", "euros", "<b>", "a b"):
        box.fill(wrong)
        expect(error).to_be_visible()
        expect(error).to_contain_text("up to four letters")
        expect(box).to_have_value(wrong)
        expect(box).to_have_attribute("aria-invalid", "true")
        assert kept_sign(page) == "€"
    box.blur()
    page.evaluate("dispatchEvent(new StorageEvent('storage', {key: null}))")  # as when another tab keeps something
    expect(box).to_have_value("a b")
    expect(error).to_be_visible()
    for usual in ("", "$"):
        box.fill("£")
        assert kept_sign(page) == "£"
        box.fill(usual)
        expect(error).to_be_hidden()
        assert kept_sign(page) is None


def test_us_prices_are_not_offered_in_other_currencies(visitor: Opener, built_site: Any) -> None:
    equalizer = visitor("equalizer")
    page, note = equalizer.page, equalizer.element.get_by_text("US inflation over the last 12 months")
    expect(note.first).to_be_visible()
    element = workbook_page(page, built_site)
    element.get_by_label("The sign of your money").fill("£")
    expect(element.locator('[data-slot="contents"]')).to_contain_text("the sign £")

    equalizer.moved_to()
    expect(equalizer.element).to_contain_text("From the United Kingdom’s price index for 2025.", timeout=PATIENCE)
    expect(equalizer.field("area")).to_have_value("uk")
    for american in ("US inflation over the last 12 months", "US wages and salaries over the last 12 months"):
        for shown in equalizer.element.get_by_text(american).all():
            expect(shown).to_be_hidden()


def test_us_amounts_leave_the_boxes_while_another_sign_is_set(visitor: Opener, built_site: Any) -> None:
    """Amounts known in US dollars leave the boxes with the dollar, and come back with it."""
    fees = visitor("platform-fees")
    element = workbook_page(fees.page, built_site)
    for sign, fixed, beside in (("£", "0", True), ("$", "0.45", False)):
        element.get_by_label("The sign of your money").fill(sign)
        fees.moved_to()
        expect(fees.field("offers.0.fee")).to_have_value("9.5")
        expect(fees.field("offers.0.fixed")).to_have_value(fixed)
        note = fees.rows("offers").first.locator('[data-field="offers.0.fixed"] [data-known]')
        expect(note).to_be_visible()  # at home it is the source
        if beside:
            expect(note).to_contain_text("In the US: US$0.45")
            expect(fees.element.locator(".ug-warning")).to_contain_text("Etsy US$0.45")
            element = workbook_page(fees.page, built_site)
