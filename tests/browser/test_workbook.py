"""The workbook in the browser: shared between pages and tabs, never overwritten if unreadable, and deleted on demand."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import unquote

import pytest
from playwright.sync_api import BrowserType, Page, expect

from calculators.workbook import document as python_workbook
from tests.browser.calculator_page import BOOK, KEY, PATIENCE, CalculatorPage, Opener, answer, follow, store_text, stored


def test_inputs_survive_a_reload(page: Page, calculator: Opener) -> None:
    equalizer = calculator("equalizer").opened()
    equalizer.type("pay", "66,000")
    expect(equalizer.element.locator(".ug-kept")).to_contain_text("kept in this browser")
    page.reload()
    expect(equalizer.field("pay")).to_have_value("66,000")
    equalizer.wait_for_outcome(0)
    assert equalizer.figure("gap") == answer("equalizer", pay="66,000")["figures"]["gap"]


def test_only_what_the_reader_changed_is_kept(visitor: Opener) -> None:
    equalizer = visitor("equalizer")
    equalizer.type("pay", "66,000")
    assert equalizer.kept() == {"pay": "66,000"}


def test_inputs_appear_in_the_chapter_too(visitor: Opener) -> None:
    equalizer = visitor("equalizer")
    equalizer.type("pay", "66,000")
    follow(equalizer.page, f"{equalizer.site}chapters/08-the-equalizer/")
    expect(equalizer.page.locator('gig-calculator [name="pay"]')).to_have_value("66,000")


def test_input_typed_just_before_leaving_is_kept(page: Page, calculator: Opener) -> None:
    equalizer = calculator("equalizer").opened()
    equalizer.field("pay").fill("67,000")
    page.reload()
    expect(equalizer.field("pay")).to_have_value("67,000")


def test_inventory_prefills_leverage_income(visitor: Opener) -> None:
    inventory = visitor("inventory")
    inventory.type("assets.0.name", "My tool shed")
    income = CalculatorPage(inventory.page, inventory.site, "leverage-income")
    follow(income.page, f"{income.site}calculators/leverage-income/")  # no outcome: its gigs name an asset that is gone
    income.element.locator("form").scroll_into_view_if_needed()
    expect(income.field("assets.0.name")).to_have_value("My tool shed", timeout=PATIENCE)
    expect(income.element.locator('[data-linked-for="assets"]')).to_contain_text("asset inventory")
    assert "assets" not in income.kept()


def test_changed_prefill_stays_the_readers_until_reset(visitor: Opener) -> None:
    audit = visitor("time-audit")
    audit.type("rest_floor", "40")
    income = CalculatorPage(audit.page, audit.site, "leverage-income").moved_to()
    linked = income.field("own_hours").input_value()
    assert linked == str(answer("time-audit", rest_floor="40")["figures"]["leverage_hours"]).removesuffix(".0")
    note = income.element.locator('[data-linked-for="own_hours"]')
    note.get_by_role("button", name="Keep this as my own").press("Enter")
    expect(note.get_by_role("button", name="Use what")).to_be_focused()
    assert income.kept()["own_hours"] == linked
    income.type("own_hours", "3")
    assert income.kept()["own_hours"] == "3"
    audit.moved_to().type("rest_floor", "45")
    income.moved_to()
    expect(income.field("own_hours")).to_have_value("3")
    note.get_by_role("button", name="Use what").click()
    expect(income.field("own_hours")).not_to_have_value("3")
    assert "own_hours" not in income.kept()


def test_an_idea_is_carried_over_to_leverage_income(page: Page, calculator: Opener) -> None:
    inventory = calculator("inventory").opened()
    button = inventory.element.locator("[data-choose]").first
    idea = json.loads(button.get_attribute("data-choose") or "{}")
    button.click()
    link = inventory.status.get_by_role("link")
    expect(link).to_be_visible()
    income = calculator(idea["calculator"])
    assert income.kept()[idea["rows"]] == [idea["row"]]
    button.click()
    assert income.kept()[idea["rows"]] == [idea["row"]], "the same idea is not carried over twice"
    link.click()
    page.wait_for_url("**/leverage-income/")
    income.expect_state("ready")
    expect(income.rows(idea["rows"])).to_have_count(1)


def test_other_tab_follows_the_numbers(page: Page, calculator: Opener, built_site: Any) -> None:
    equalizer = calculator("equalizer").opened()
    other = CalculatorPage(page.context.new_page(), built_site.url, "equalizer").opened()
    equalizer.type("pay", "68,000")
    expect(other.field("pay")).to_have_value("68,000")
    other.page.wait_for_function(
        "(gap) => +document.querySelector('[data-figure=gap]').value === gap", arg=answer("equalizer", pay="68,000")["figures"]["gap"]
    )


def test_tabs_that_edit_different_fields_lose_nothing(page: Page, calculator: Opener, built_site: Any) -> None:
    """Not even where a tab is typed into before it hears of the other's change."""
    equalizer = calculator("equalizer").opened()
    other = CalculatorPage(page.context.new_page(), built_site.url, "equalizer").opened()
    other.page.evaluate("addEventListener('storage', (event) => event.stopImmediatePropagation(), { capture: true })")
    equalizer.type("pay", "68,000")
    other.type_only("years", "7")
    both = {"pay": "68,000", "years": "7"}
    for tab in (other, equalizer):
        tab.expect_figure("gap", answer("equalizer", **both)["figures"]["gap"])
        assert tab.kept() == both
    expect(other.field("pay")).to_have_value("68,000")


def test_two_tabs_do_not_overwrite_each_other(page: Page, calculator: Opener, built_site: Any) -> None:
    equalizer = calculator("equalizer").opened()
    other = CalculatorPage(page.context.new_page(), built_site.url, "time-audit").opened()
    equalizer.type("pay", "68,000")
    other.type("rest_floor", "41")
    assert equalizer.kept() == {"pay": "68,000"}
    assert other.kept() == {"rest_floor": "41"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{damaged", "damaged"),
        ('{"app": "ultimate-gig", "schema": 2, "saved": "", "calculators": {"equalizer": 3}}', "damaged"),
        ('{"app": "something else"}', "damaged"),
        (json.dumps({**BOOK, "numbers": "1.234,56"}), "damaged"),
        (json.dumps(BOOK).replace('"66,000"', "[" * 100_000 + "]" * 100_000), "damaged"),
    ],
)
def test_unusable_workbook_is_set_aside_and_reported(page: Page, calculator: Opener, text: str, words: str) -> None:
    store_text(page, text)
    equalizer = calculator("equalizer").opened()
    expect(equalizer.element.locator(".ug-kept")).to_contain_text(words)
    equalizer.type("pay", "69,000")
    kept = stored(page)
    assert [value for key, value in kept.items() if key.startswith(f"{KEY}.aside.")] == [text]
    assert equalizer.kept() == {"pay": "69,000"}


def test_newer_workbook_is_neither_moved_nor_overwritten(page: Page, calculator: Opener, built_site: Any) -> None:
    newer = json.dumps({**BOOK, "schema": 3})
    equalizer = calculator("equalizer").opened()
    equalizer.type("pay", "61,000")
    other = page.context.new_page()
    other.goto(built_site.url)
    before = json.loads(stored(page)[KEY])
    for year in range(4):  # an open page of that edition goes on writing
        other.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, newer.replace("2026-01", f"203{year}-01")])
    last = newer.replace("2026-01", "2033-01")
    expect(equalizer.element.locator(".ug-kept")).to_contain_text("Reload the page")
    equalizer.type("pay", "69,000")
    page.wait_for_timeout(500)
    assert {key: text for key, text in stored(page).items() if ".undo" not in key} == {KEY: last}
    assert equalizer.figure("gap") == answer("equalizer", pay="69,000")["figures"]["gap"]
    with page.expect_download() as download:
        equalizer.element.locator(".ug-kept").get_by_role("button", name="Save your numbers").click()
    saved = json.loads(download.value.path().read_text("utf-8"))
    assert saved["calculators"] == {**before["calculators"], "equalizer": {"inputs": {"pay": "69,000"}}}


def test_newer_workbook_present_at_the_start_is_left_alone(page: Page, calculator: Opener) -> None:
    newer = json.dumps({**BOOK, "schema": 99})
    store_text(page, newer)
    equalizer = calculator("equalizer").opened()
    expect(equalizer.element.locator(".ug-kept")).to_contain_text("newer edition")
    equalizer.type("pay", "69,000")
    page.reload()
    expect(equalizer.element.locator(".ug-kept")).to_contain_text("newer edition")
    assert stored(page) == {KEY: newer}


def test_page_restored_from_memory_rereads_the_workbook(
    browser_type: BrowserType, browser_type_launch_args: Any, browser_context_args: Any, built_site: Any
) -> None:
    """Playwright turns the back-forward cache off, unless told otherwise."""
    with browser_type.launch(**browser_type_launch_args, ignore_default_args=["--disable-back-forward-cache"]) as browser:
        page = browser.new_context(**browser_context_args).new_page()
        page.add_init_script("addEventListener('pageshow', ({persisted}) => { window.isRestored = persisted; })")
        equalizer = CalculatorPage(page, built_site.url, "equalizer").opened()
        equalizer.type("pay", "61,000")
        assert equalizer.kept() == {"pay": "61,000"}
        page.goto(f"{built_site.url}reference/method/")
        changed = json.dumps({**BOOK, "calculators": {"equalizer": {"inputs": {"pay": "64,000", "years": "9"}}}})
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, changed])
        page.evaluate("history.back()")
        expect(equalizer.field("pay")).to_have_value("64,000")
        assert page.evaluate("window.isRestored")
        equalizer.type("inflation", "4")
        assert equalizer.kept() == {"pay": "64,000", "years": "9", "inflation": "4"}
        assert equalizer.figure("gap") == answer("equalizer", pay="64,000", years="9", inflation="4")["figures"]["gap"]


def test_workbook_that_cannot_be_set_aside_is_left_alone(page: Page, calculator: Opener) -> None:
    store_text(page, "{damaged")
    page.add_init_script("""
      const set = Storage.prototype.setItem;
      Storage.prototype.setItem = function (key, value) {
        if (key.startsWith("ultimate-gig.workbook.aside")) throw new DOMException("full", "QuotaExceededError");
        set.call(this, key, value);
      };
    """)
    equalizer = calculator("equalizer").opened()
    equalizer.type("pay", "69,000")
    expect(equalizer.element.locator(".ug-kept")).to_contain_text("no room to put it aside")
    assert stored(page) == {KEY: "{damaged"}


def test_browser_without_storage_still_computes(page: Page, calculator: Opener, thrown: list[str]) -> None:
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })")
    equalizer = calculator("equalizer").opened()
    equalizer.type("pay", "70,000")
    assert equalizer.figure("gap") == answer("equalizer", pay="70,000")["figures"]["gap"]
    expect(equalizer.element.locator(".ug-kept")).to_contain_text("keeps nothing")
    thrown.clear()  # Material does not reckon with such a browser; ours does, as the lines above show


def test_full_storage_is_reported(page: Page, calculator: Opener) -> None:
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }")
    equalizer = calculator("equalizer").opened()
    equalizer.type("pay", "70,000")
    kept = equalizer.element.locator(".ug-kept")
    expect(kept).to_contain_text("no room left")
    expect(kept.get_by_role("link")).to_have_count(0)
    expect(equalizer.field("pay")).to_have_value("70,000")
    equalizer.type_only("years", "7")
    with page.expect_download() as download:
        kept.get_by_role("button", name="Save your numbers as a file").click()
    saved = json.loads(download.value.path().read_text("utf-8"))
    assert saved["calculators"] == {"equalizer": {"inputs": {"pay": "70,000", "years": "7"}}}


def test_older_workbook_is_migrated_by_python(page: Page, calculator: Opener, built_site: Any) -> None:
    """The page is served with a third schema, so that the present one counts as older."""
    store_text(page, json.dumps(BOOK))

    def newer(route: Any) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=response.text().replace('{"page":', '{"schema": 3, "page":', 1))

    page.route(f"{built_site.url}calculators/**", newer)
    equalizer = calculator("equalizer").opened()
    expect(equalizer.field("pay")).to_have_value("66,000")


def test_the_page_and_python_know_the_same_schema(visitor: Opener) -> None:
    equalizer = visitor("equalizer")
    equalizer.type("pay", "66,000")
    equalizer.kept()
    book, migrated = python_workbook.read(stored(equalizer.page)[KEY])
    assert book["schema"] == python_workbook.SCHEMA
    assert not migrated


def test_nothing_typed_is_ever_in_an_address(page: Page, built_site: Any, calculator: Opener) -> None:
    urls: list[str] = []
    page.context.on("request", lambda request: urls.append(request.url))
    calculator("equalizer").opened().type("pay", "73,219.58")
    page.goto(f"{built_site.url}workbook/")
    calculator("leverage-income").opened()
    assert len(urls) > 3
    typed = re.compile(r"73,?219")  # no port is so large a number
    assert [url for url in urls if typed.search(unquote(url))] == []
