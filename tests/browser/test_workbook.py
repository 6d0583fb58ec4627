"""The workbook: kept in this browser, shared between pages and tabs, never overwritten when it cannot be read, and forgotten on demand."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from calculators.workbook import document as python_workbook
from tests.browser.calculator_page import BOOK, KEY, CalculatorPage, Opener, answer, stored


def put(page: Page, text: str) -> None:
    """Lay a text where the workbook is kept, once, before any page of ours loads."""
    page.add_init_script(f"if (!sessionStorage.put) {{ sessionStorage.put = 1; localStorage.setItem('{KEY}', {json.dumps(text)}); }}")


def test_what_was_typed_is_there_after_a_reload(page: Page, calculator: Opener) -> None:
    one = calculator("equalizer").opened()
    one.type("pay", "66,000")
    expect(one.element.locator(".ug-kept")).to_contain_text("kept in this browser")
    page.reload()
    expect(one.field("pay")).to_have_value("66,000")
    one.wait_for_outcome(0)
    assert one.figure("gap") == answer("equalizer", pay="66,000")["figures"]["gap"]


def test_only_what_the_reader_changed_is_kept(visitor: Opener) -> None:
    one = visitor("equalizer")
    one.type("pay", "66,000")
    assert one.kept() == {"pay": "66,000"}


def test_what_was_typed_is_there_in_the_chapter_too(page: Page, built_site: Any, calculator: Opener) -> None:
    calculator("equalizer").opened().type("pay", "66,000")
    page.goto(f"{built_site.url}chapters/08-the-equalizer/")
    expect(page.locator('gig-calculator [name="pay"]')).to_have_value("66,000")


def test_what_was_typed_just_before_leaving_is_kept(page: Page, calculator: Opener) -> None:
    one = calculator("equalizer").opened()
    one.field("pay").fill("67,000")
    page.reload()
    expect(one.field("pay")).to_have_value("67,000")


def test_the_inventory_is_there_in_leverage_income(calculator: Opener) -> None:
    inventory = calculator("inventory").opened()
    inventory.type("assets.0.name", "My tool shed")
    income = calculator("leverage-income").opened()
    expect(income.field("assets.0.name")).to_have_value("My tool shed")
    expect(income.element.locator('[data-linked-for="assets"]')).to_contain_text("asset inventory")
    assert "assets" not in income.kept()


def test_a_linked_field_that_the_reader_changes_is_the_readers_own_until_given_back(calculator: Opener) -> None:
    calculator("time-audit").opened().type("rest_floor", "40")
    income = calculator("leverage-income").opened()
    linked = income.field("own_hours").input_value()
    assert linked == str(answer("time-audit", rest_floor="40")["figures"]["leverage_hours"]).removesuffix(".0")
    income.type("own_hours", "3")
    assert income.kept()["own_hours"] == "3"
    calculator("time-audit").opened().type("rest_floor", "45")
    income.opened()
    expect(income.field("own_hours")).to_have_value("3")
    income.element.locator('[data-linked-for="own_hours"]').get_by_role("button").click()
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


def test_another_tab_follows(page: Page, calculator: Opener, built_site: Any) -> None:
    one = calculator("equalizer").opened()
    other = CalculatorPage(page.context.new_page(), built_site.url, "equalizer").opened()
    one.type("pay", "68,000")
    expect(other.field("pay")).to_have_value("68,000")
    other.page.wait_for_function(
        "(gap) => +document.querySelector('[data-figure=gap]').value === gap", arg=answer("equalizer", pay="68,000")["figures"]["gap"]
    )


def test_two_tabs_do_not_take_each_others_numbers_away(page: Page, calculator: Opener, built_site: Any) -> None:
    one = calculator("equalizer").opened()
    other = CalculatorPage(page.context.new_page(), built_site.url, "time-audit").opened()
    one.type("pay", "68,000")
    other.type("rest_floor", "41")
    assert one.kept() == {"pay": "68,000"}
    assert other.kept() == {"rest_floor": "41"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{damaged", "damaged"),
        ('{"app": "ultimate-gig", "schema": 1, "saved": "", "calculators": {"equalizer": 3}}', "damaged"),
        ('{"app": "something else"}', "damaged"),
        (json.dumps({**BOOK, "numbers": "1.234,56"}), "damaged"),
        (json.dumps(BOOK).replace('"66,000"', "[" * 100_000 + "]" * 100_000), "damaged"),
    ],
)
def test_what_cannot_be_used_is_put_aside_and_the_reader_told(page: Page, calculator: Opener, text: str, words: str) -> None:
    put(page, text)
    one = calculator("equalizer").opened()
    expect(one.element.locator(".ug-kept")).to_contain_text(words)
    one.type("pay", "69,000")
    kept = stored(page)
    assert [value for key, value in kept.items() if key.startswith(f"{KEY}.aside.")] == [text]
    assert one.kept() == {"pay": "69,000"}


def test_what_a_newer_edition_wrote_is_neither_moved_nor_written_over(page: Page, calculator: Opener, built_site: Any) -> None:
    newer = json.dumps({**BOOK, "schema": 2})
    one = calculator("equalizer").opened()
    one.type("pay", "61,000")
    other = page.context.new_page()
    other.goto(built_site.url)
    before = json.loads(stored(page)[KEY])
    for year in range(4):  # an open page of that edition goes on writing
        other.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, newer.replace("2026-01", f"203{year}-01")])
    last = newer.replace("2026-01", "2033-01")
    expect(one.element.locator(".ug-kept")).to_contain_text("Reload the page")
    one.type("pay", "69,000")
    page.wait_for_timeout(500)
    assert stored(page) == {KEY: last}
    assert one.figure("gap") == answer("equalizer", pay="69,000")["figures"]["gap"]
    with page.expect_download() as download:
        one.element.locator(".ug-kept").get_by_role("button", name="Save your numbers").click()
    saved = json.loads(download.value.path().read_text("utf-8"))
    assert saved["calculators"] == {**before["calculators"], "equalizer": {"inputs": {"pay": "69,000"}}}


def test_a_newer_workbook_that_is_there_from_the_start_is_left_alone(page: Page, calculator: Opener) -> None:
    newer = json.dumps({**BOOK, "schema": 99})
    put(page, newer)
    one = calculator("equalizer").opened()
    expect(one.element.locator(".ug-kept")).to_contain_text("newer edition")
    one.type("pay", "69,000")
    page.reload()
    expect(one.element.locator(".ug-kept")).to_contain_text("newer edition")
    assert stored(page) == {KEY: newer}


def test_a_page_that_comes_back_from_memory_reads_the_workbook_again(page: Page, calculator: Opener) -> None:
    one = calculator("equalizer").opened()
    one.type("pay", "61,000")
    assert one.kept() == {"pay": "61,000"}
    changed = json.dumps({**BOOK, "calculators": {"equalizer": {"inputs": {"pay": "64,000", "years": "9"}}}})
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, changed])  # by a page that came after this one
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    expect(one.field("pay")).to_have_value("64,000")
    one.type("inflation", "4")
    assert one.kept() == {"pay": "64,000", "years": "9", "inflation": "4"}


def test_what_cannot_even_be_put_aside_is_left_alone(page: Page, calculator: Opener) -> None:
    put(page, "{damaged")
    page.add_init_script("""
      const set = Storage.prototype.setItem;
      Storage.prototype.setItem = function (key, value) {
        if (key.startsWith("ultimate-gig.workbook.aside")) throw new DOMException("full", "QuotaExceededError");
        set.call(this, key, value);
      };
    """)
    one = calculator("equalizer").opened()
    one.type("pay", "69,000")
    expect(one.element.locator(".ug-kept")).to_contain_text("no room to put it aside")
    assert stored(page) == {KEY: "{damaged"}


def test_a_browser_that_keeps_nothing_still_computes(page: Page, calculator: Opener, thrown: list[str]) -> None:
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })")
    one = calculator("equalizer").opened()
    one.type("pay", "70,000")
    assert one.figure("gap") == answer("equalizer", pay="70,000")["figures"]["gap"]
    expect(one.element.locator(".ug-kept")).to_contain_text("keeps nothing")
    thrown.clear()  # Material does not reckon with such a browser; ours does, as the lines above show


def test_a_full_storage_is_said(page: Page, calculator: Opener) -> None:
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }")
    one = calculator("equalizer").opened()
    one.type("pay", "70,000")
    kept = one.element.locator(".ug-kept")
    expect(kept).to_contain_text("no room left")
    expect(kept.get_by_role("link")).to_have_count(0)
    expect(one.field("pay")).to_have_value("70,000")
    one.type_only("years", "7")
    with page.expect_download() as download:
        kept.get_by_role("button", name="Save your numbers as a file").click()
    saved = json.loads(download.value.path().read_text("utf-8"))
    assert saved["calculators"] == {"equalizer": {"inputs": {"pay": "70,000", "years": "7"}}}


def test_a_workbook_of_an_older_schema_is_brought_up_to_date_by_python(page: Page, calculator: Opener, built_site: Any) -> None:
    """The page is told that there is a second schema, so that the first is an older one."""
    put(page, json.dumps(BOOK))

    def newer(route: Any) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=response.text().replace('{"page":', '{"schema": 2, "page":', 1))

    page.route(f"{built_site.url}calculators/**", newer)
    one = calculator("equalizer").opened()
    expect(one.field("pay")).to_have_value("66,000")


def test_the_page_and_python_know_the_same_schema(visitor: Opener) -> None:
    one = visitor("equalizer")
    one.type("pay", "66,000")
    one.kept()
    book, migrated = python_workbook.read(stored(one.page)[KEY])
    assert book["schema"] == python_workbook.SCHEMA
    assert not migrated


def test_nothing_typed_is_ever_in_an_address(page: Page, built_site: Any, calculator: Opener) -> None:
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    calculator("equalizer").opened().type("pay", "73,219.58")
    page.goto(f"{built_site.url}workbook/")
    calculator("leverage-income").opened()
    assert len(asked) > 3
    typed = re.compile(r"73,?219")  # no port is so large a number
    assert [url for url in asked if typed.search(unquote(url))] == []
