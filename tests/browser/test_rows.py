"""Lists of rows: added, removed, moved, undone; numbered right, spoken of, and never too many for the page."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.calculator_page import PATIENCE, CalculatorPage, Opener, answer


def names(one: CalculatorPage) -> list[str]:
    """The assets' names, in the order in which they stand."""
    return [str(field.input_value()) for field in one.element.locator('[name^="assets."][name$=".name"]').all()]


def store(page: Page, calculators: dict[str, Any]) -> None:
    """Put a workbook into the browser before its pages load."""
    book = {"app": "ultimate-gig", "schema": 1, "saved": "2026-01-01T00:00:00.000Z", "calculators": calculators}
    text = json.dumps(json.dumps(book))
    page.add_init_script(f"localStorage['ultimate-gig.workbook'] ??= {text}")


def test_an_added_row_takes_the_focus_and_is_computed(visitor: Opener) -> None:
    one = visitor("inventory")
    before = names(one)
    one.add_button("assets").click()
    expect(one.rows("assets")).to_have_count(len(before) + 1)
    first = one.rows("assets").last.locator("input, select, textarea").first
    expect(first).to_be_focused()
    expect(one.note("assets")).to_contain_text("Added")
    one.type(f"assets.{len(before)}.name", "A new thing")
    assert [row["name"] for row in one.kept()["assets"]] == [*before, "A new thing"]
    expect(one.element.locator('[data-slot="outcome"]')).to_contain_text("A new thing")


def test_new_row_shows_no_error_until_it_loses_focus(visitor: Opener) -> None:
    one = visitor("inventory")
    count = one.rows("assets").count()
    one.add_button("assets").click()
    one.page.wait_for_timeout(1200)
    expect(one.error(f"assets.{count}.name")).to_be_hidden()
    one.field("assets.0.name").focus()
    expect(one.error(f"assets.{count}.name")).to_be_visible()


def test_names_ids_and_labels_are_renumbered(visitor: Opener) -> None:
    one = visitor("inventory")
    one.add_button("assets").click()
    one.row_button("assets", 0, "remove").click()
    for index in range(one.rows("assets").count()):
        row = one.rows("assets").nth(index)
        assert row.get_attribute("data-row") == str(index)
        fields: list[str] = row.locator("[name]").evaluate_all("(all) => all.map((e) => e.name)")
        assert all(name.startswith(f"assets.{index}.") for name in fields)
    html = one.element.locator('[data-rows="assets"] > ol').inner_html()
    assert "__i__" not in html
    ids = one.element.locator("[id]").evaluate_all("(all) => all.map((e) => e.id)")
    assert len(ids) == len(set(ids))
    unlabelled = one.element.locator("form [name]").evaluate_all("(all) => all.filter((e) => e.labels.length === 0).map((e) => e.name)")
    assert unlabelled == []


def test_removed_row_is_restored_whole(visitor: Opener) -> None:
    one = visitor("inventory")
    one.type("assets.0.name", "My very own shed")
    before = names(one)
    one.row_button("assets", 0, "remove").click()
    expect(one.rows("assets")).to_have_count(len(before) - 1)
    assert names(one) == before[1:]
    expect(one.note("assets")).to_contain_text("Removed My very own shed.")
    expect(one.row_button("assets", 0, "remove")).to_be_focused()
    one.note("assets").get_by_role("button", name="Undo").click()
    assert names(one) == before
    assert [row["name"] for row in one.kept()["assets"]] == before
    expect(one.rows("assets").first.locator("input, select, textarea").first).to_be_focused()


def test_focus_survives_removal_of_the_last_row(visitor: Opener) -> None:
    one = visitor("inventory")
    while one.rows("assets").count() > 1:
        one.row_button("assets", 0, "remove").click()
    button = one.row_button("assets", 0, "remove")
    if button.is_enabled():
        button.click()
        expect(one.add_button("assets")).to_be_focused()


def test_a_row_moves_with_its_values_and_keeps_the_focus(visitor: Opener) -> None:
    one = visitor("inventory")
    before = names(one)
    one.row_button("assets", 0, "down").click()
    assert names(one) == [before[1], before[0], *before[2:]]
    expect(one.row_button("assets", 1, "down")).to_be_focused()
    expect(one.note("assets")).to_contain_text(f"is now 2 of {len(before)}")
    one.row_button("assets", 1, "up").click()
    assert names(one) == before
    expect(one.row_button("assets", 0, "up")).to_be_disabled()
    expect(one.row_button("assets", 0, "down")).to_be_focused()


def test_row_is_labeled_by_its_name(visitor: Opener) -> None:
    one = visitor("inventory")
    one.type("assets.0.name", "Blue van")
    expect(one.rows("assets").first.locator("[data-row-title]")).to_have_text("Blue van")
    expect(one.rows("assets").first.get_by_role("button", name="Remove Blue van")).to_be_visible()


def fills_of(gig: Locator) -> dict[str, dict[str, str]]:
    options: list[list[str]] = gig.evaluate("(select) => [...select.options].map((o) => [o.value, o.dataset.fills])")
    return {value: json.loads(fills) for value, fills in options}


def test_another_gig_replaces_all_values_of_the_last(visitor: Opener) -> None:
    one = visitor("leverage-income")
    gig = one.field("pairs.0.gig")
    fills = fills_of(gig)
    expect(one.field("pairs.0.price")).to_have_value("916")
    for chosen in ("car-share", "tutoring", "tool-rental"):
        gig.select_option(chosen)
        for name, text in fills[chosen].items():
            expect(one.field(f"pairs.0.{name}")).to_have_value(text)
    expect(one.field("pairs.0.asset")).to_have_value("Back room")
    expect(one.field("pairs.0.start_cost")).to_have_value("150")
    expect(one.rows("pairs").first.locator("[data-counts='many']")).to_have_text("days")


def test_typed_value_stays_and_the_gigs_value_is_offered(visitor: Opener) -> None:
    one = visitor("leverage-income")
    one.type("pairs.1.price", "77")
    one.field("pairs.1.gig").select_option("passenger-driving")
    expect(one.field("pairs.1.price")).to_have_value("77")
    expect(one.field("pairs.1.variable_cost")).to_have_value("4.7")
    offer = one.rows("pairs").nth(1).get_by_role("button", name="Use $23.33")
    offer.click()
    expect(one.field("pairs.1.price")).to_have_value("23.33")
    expect(offer).to_be_hidden()
    one.field("pairs.1.gig").select_option("pet-care")
    expect(one.field("pairs.1.price")).to_have_value("16.09")


def test_new_use_starts_with_the_known_values_of_its_gig(visitor: Opener) -> None:
    one = visitor("leverage-income")
    one.add_button("pairs").click()
    known = fills_of(one.field("pairs.2.gig"))[one.field("pairs.2.gig").input_value()]
    for name in ("price", "fee", "hours_sold"):
        expect(one.field(f"pairs.2.{name}")).to_have_value(known[name])


def test_rows_end_at_their_maximum(page: Page, calculator: Opener) -> None:
    one = calculator("inventory")
    rows = [{"name": f"Thing {i}"} for i in range(60)]
    store(page, {"inventory": {"inputs": {"assets": rows}}})
    one.opened()
    expect(one.rows("assets")).to_have_count(60)
    expect(one.add_button("assets")).to_be_disabled()
    one.row_button("assets", 59, "remove").click()
    expect(one.add_button("assets")).to_be_enabled()


def test_ten_thousand_rows_are_refused_and_none_is_lost(page: Page, calculator: Opener) -> None:
    one = calculator("inventory")
    rows = [{"name": f"Thing {i}"} for i in range(10_000)]
    store(page, {"inventory": {"inputs": {"assets": rows}}})
    one.open()
    expect(one.error("assets").first).to_have_text(answer("inventory", assets=rows)["errors"][0]["message"], timeout=PATIENCE)
    expect(one.rows("assets")).to_have_count(60)
    expect(one.note("assets")).to_contain_text("9,940 more are kept")
    one.type_only("assets.0.name", "First")
    assert len(one.kept()["assets"]) == 10_000
    before = one.outcomes
    one.note("assets").get_by_role("button", name="Take out").click()
    one.wait_for_outcome(before)
    assert [row["name"] for row in one.kept()["assets"]][:2] == ["First", "Thing 1"]
    assert len(one.kept()["assets"]) == 60
    one.note("assets").get_by_role("button", name="Undo").click()
    assert len(one.kept()["assets"]) == 10_000
