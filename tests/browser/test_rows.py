"""Lists of rows: adding, removing, moving and undoing; numbering, labels and the maximum."""

from __future__ import annotations

import json

from playwright.sync_api import Locator, Page, expect

from tests.browser.calculator_page import PATIENCE, CalculatorPage, Opener, answer, store, store_here, undo


def names(form: CalculatorPage) -> list[str]:
    """Return the names of the assets in order."""
    return [str(field.input_value()) for field in form.element.locator('[name^="assets."][name$=".name"]').all()]


def test_an_added_row_takes_the_focus_and_is_computed(visitor: Opener) -> None:
    inventory = visitor("inventory")
    before = names(inventory)
    inventory.add_button("assets").click()
    expect(inventory.rows("assets")).to_have_count(len(before) + 1)
    first = inventory.rows("assets").last.locator("input, select, textarea").first
    expect(first).to_be_focused()
    expect(inventory.note("assets")).to_contain_text("Added")
    inventory.type(f"assets.{len(before)}.name", "A new thing")
    assert [row["name"] for row in inventory.kept()["assets"]] == [*before, "A new thing"]
    expect(inventory.element.locator('[data-slot="rest"]')).to_contain_text("A new thing")


def test_new_row_shows_no_error_until_it_loses_focus(visitor: Opener) -> None:
    inventory = visitor("inventory")
    count = inventory.rows("assets").count()
    inventory.add_button("assets").click()
    inventory.page.wait_for_timeout(1200)
    expect(inventory.error(f"assets.{count}.name")).to_be_hidden()
    inventory.field("assets.0.name").focus()
    expect(inventory.error(f"assets.{count}.name")).to_be_visible()


def test_names_ids_and_labels_are_renumbered(visitor: Opener) -> None:
    inventory = visitor("inventory")
    inventory.add_button("assets").click()
    inventory.row_button("assets", 0, "remove").click()
    for index in range(inventory.rows("assets").count()):
        row = inventory.rows("assets").nth(index)
        assert row.get_attribute("data-row") == str(index)
        fields: list[str] = row.locator("[name]").evaluate_all("(all) => all.map((e) => e.name)")
        assert all(name.startswith(f"assets.{index}.") for name in fields)
    html = inventory.element.locator('[data-rows="assets"] > ol').inner_html()
    assert "__i__" not in html
    ids = inventory.element.locator("[id]").evaluate_all("(all) => all.map((e) => e.id)")
    assert len(ids) == len(set(ids))
    unlabelled = inventory.element.locator("form [name]").evaluate_all(
        "(all) => all.filter((e) => e.labels.length === 0).map((e) => e.name)"
    )
    assert unlabelled == []


def test_removed_row_is_restored_whole(visitor: Opener) -> None:
    inventory = visitor("inventory")
    inventory.type("assets.0.name", "My very own shed")
    before = names(inventory)
    inventory.row_button("assets", 0, "remove").click()
    expect(inventory.rows("assets")).to_have_count(len(before) - 1)
    assert names(inventory) == before[1:]
    expect(inventory.note("assets")).to_contain_text("Removed My very own shed.")
    expect(inventory.row_button("assets", 0, "remove")).to_be_focused()
    inventory.note("assets").get_by_role("button", name="Undo").click()
    assert names(inventory) == before
    assert [row["name"] for row in inventory.kept()["assets"]] == before
    expect(inventory.rows("assets").first.locator("input, select, textarea").first).to_be_focused()


def test_focus_survives_removal_of_the_last_row(visitor: Opener) -> None:
    inventory = visitor("inventory")
    while inventory.rows("assets").count() > 1:
        inventory.row_button("assets", 0, "remove").click()
    button = inventory.row_button("assets", 0, "remove")
    if button.is_enabled():
        button.click()
        expect(inventory.add_button("assets")).to_be_focused()


def test_a_row_moves_with_its_values_and_keeps_the_focus(visitor: Opener) -> None:
    inventory = visitor("inventory")
    before = names(inventory)
    inventory.row_button("assets", 0, "down").click()
    assert names(inventory) == [before[1], before[0], *before[2:]]
    expect(inventory.row_button("assets", 1, "down")).to_be_focused()
    expect(inventory.note("assets")).to_contain_text(f"is now 2 of {len(before)}")
    inventory.row_button("assets", 1, "up").click()
    assert names(inventory) == before
    expect(inventory.row_button("assets", 0, "up")).to_be_disabled()
    expect(inventory.row_button("assets", 0, "down")).to_be_focused()


def test_row_is_labeled_by_its_name(visitor: Opener) -> None:
    inventory = visitor("inventory")
    inventory.type("assets.0.name", "Blue van")
    expect(inventory.rows("assets").first.locator("[data-row-title]")).to_have_text("Blue van")
    expect(inventory.rows("assets").first.get_by_role("button", name="Remove Blue van")).to_be_visible()


def fills_of(gig: Locator) -> dict[str, dict[str, str]]:
    options: list[list[str]] = gig.evaluate("(select) => [...select.options].map((o) => [o.value, o.dataset.fills])")
    return {value: json.loads(fills) for value, fills in options}


def test_another_gig_replaces_all_values_of_the_last(visitor: Opener) -> None:
    leverage_income = visitor("leverage-income")
    gig = leverage_income.field("pairs.0.gig")
    fills = fills_of(gig)
    expect(leverage_income.field("pairs.0.price")).to_have_value("916")
    for chosen in ("car-share", "tutoring", "tool-rental"):
        gig.select_option(chosen)
        for name, text in fills[chosen].items():
            expect(leverage_income.field(f"pairs.0.{name}")).to_have_value(text)
    expect(leverage_income.field("pairs.0.asset")).to_have_value("Back room")
    expect(leverage_income.field("pairs.0.start_cost")).to_have_value("150")
    expect(leverage_income.rows("pairs").first.locator("[data-field$='.units'] [data-counts='many']")).to_have_text("days")


def test_another_gig_replaces_typed_values_until_undone(visitor: Opener) -> None:
    """A price by the hour is not left beside a gig by the night, and undo brings it back."""
    leverage_income = visitor("leverage-income")
    leverage_income.rows("pairs").nth(1).locator("summary").first.click()
    leverage_income.type("pairs.1.price", "77")
    leverage_income.field("pairs.1.gig").focus()
    leverage_income.field("pairs.1.gig").select_option("dog-boarding")
    expect(leverage_income.field("pairs.1.price")).to_have_value("0")
    undo(leverage_income).click()
    expect(leverage_income.field("pairs.1.gig")).to_have_value("tutoring")
    expect(leverage_income.field("pairs.1.price")).to_have_value("77")


def test_ambiguous_number_of_a_row_stays_as_typed(visitor: Opener) -> None:
    """The buttons of its readings are no fields: the text stays what was typed, and can still be chosen after another change."""
    income_mix = visitor("income-mix")
    income_mix.field("streams.0.amount").fill("1.200")
    income_mix.field("streams.0.name").focus()
    choice = income_mix.error("streams.0.amount").get_by_role("button", name="1,200")
    expect(choice).to_be_visible()
    income_mix.field("streams.0.name").fill("Bakery")
    assert income_mix.kept()["streams"][0]["amount"] == "1.200"
    choice.click()
    income_mix.expect_state("ready")
    assert income_mix.kept()["streams"][0]["amount"] == "1,200"


def test_new_use_starts_with_the_known_values_of_its_gig(visitor: Opener) -> None:
    leverage_income = visitor("leverage-income")
    leverage_income.add_button("pairs").click()
    known = fills_of(leverage_income.field("pairs.2.gig"))[leverage_income.field("pairs.2.gig").input_value()]
    for name in ("price", "fee", "hours_sold"):
        expect(leverage_income.field(f"pairs.2.{name}")).to_have_value(known[name])


def test_rows_end_at_their_maximum(visitor: Opener, visitor_page: Page) -> None:
    store_here(visitor_page, {"inventory": {"assets": [{"name": f"Thing {i}"} for i in range(60)]}})
    inventory = visitor("inventory")
    expect(inventory.rows("assets")).to_have_count(60)
    expect(inventory.add_button("assets")).to_be_disabled()
    inventory.row_button("assets", 59, "remove").click()
    expect(inventory.add_button("assets")).to_be_enabled()


def test_ten_thousand_rows_are_refused_and_none_is_lost(page: Page, calculator: Opener) -> None:
    inventory = calculator("inventory")
    rows = [{"name": f"Thing {i}"} for i in range(10_000)]
    store(page, {"inventory": {"assets": rows}})
    inventory.open()
    expect(inventory.error("assets").first).to_have_text(answer("inventory", assets=rows)["errors"][0]["message"], timeout=PATIENCE)
    expect(inventory.rows("assets")).to_have_count(60)
    expect(inventory.note("assets")).to_contain_text("The other 9,940 are kept")
    inventory.type_only("assets.0.name", "First")
    assert len(inventory.kept()["assets"]) == 10_000
    before = inventory.outcomes
    inventory.note("assets").get_by_role("button", name="Remove those").click()
    inventory.wait_for_outcome(before)
    assert [row["name"] for row in inventory.kept()["assets"]][:2] == ["First", "Thing 1"]
    assert len(inventory.kept()["assets"]) == 60
    inventory.note("assets").get_by_role("button", name="Undo").click()
    assert len(inventory.kept()["assets"]) == 10_000


def test_a_picture_adds_a_named_row_and_replaces_the_example(visitor: Opener) -> None:
    """The first picture starts the reader's own list; a second tap adds another row, named apart; Undo leaves none of the example."""
    inventory = visitor("inventory")
    picked = inventory.element.locator(".ug-pick", has_text="Car").first
    picked.click()
    expect(inventory.rows("assets")).to_have_count(1)
    expect(inventory.note("assets")).to_contain_text("the example is gone")
    expect(inventory.element.locator('[data-slot="outcome"]')).to_contain_text("1 of your 1 asset has")
    expect(picked).to_contain_text("✓")
    expect(picked).to_be_focused()
    expect(inventory.field("assets.0.capacity")).to_be_visible()
    picked.press("Enter")
    assert names(inventory) == ["Car", "Car 2"]
    expect(inventory.field("assets.1.capacity")).to_be_hidden()  # its usual amounts are filled in
    inventory.rows("assets").nth(1).get_by_text("Change", exact=False).first.click()
    expect(inventory.field("assets.1.capacity")).to_be_visible()
    inventory.note("assets").get_by_role("button", name="Undo").click()
    assert names(inventory) == ["Car"]
    assert [row["name"] for row in inventory.kept()["assets"]] == ["Car"]


def test_an_amount_in_words_fills_the_boxes(visitor: Opener) -> None:
    """The words follow the kind, the pressed one is the one in the boxes, and typing another number unpresses it."""
    inventory = visitor("inventory")
    inventory.field("assets.0.kind").select_option("spare-room")
    row = inventory.rows("assets").first
    weekends = row.get_by_role("button", name="Weekends 8 nights a month")
    weekends.click()
    expect(weekends).to_have_attribute("aria-pressed", "true")
    expect(inventory.field("assets.0.capacity")).to_have_value("30")
    expect(inventory.field("assets.0.used")).to_have_value("22")
    expect(inventory.element.locator('[data-slot="rest"]')).to_contain_text("8 nights a month")
    inventory.type("assets.0.used", "20")
    expect(weekends).to_have_attribute("aria-pressed", "false")
    inventory.field("assets.0.kind").select_option("skills")
    expect(row.get_by_role("button", name="Most evenings 10 hours a week")).to_be_visible()
