"""A phone of 360 by 740 pixels: links to errors, undo, prefilled values that fit their boxes, and no overlapping parts."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from calculators import CATALOGUE
from tests.browser.calculator_page import CalculatorPage, Opener, follow, store_here, undo

PHONE = {"width": 360, "height": 740}


@pytest.fixture
def phone(visitor: Opener, visitor_page: Page) -> Opener:
    """Open a calculator by its id on a phone, computed."""
    visitor_page.set_viewport_size(PHONE)
    return visitor


def on_top(target: Locator) -> bool:
    """Return whether a tap in the middle of an element reaches it."""
    return bool(
        target.evaluate("""(target) => {
          const box = target.getBoundingClientRect();
          const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
          return Boolean(top) && (target.contains(top) || top.contains(target));
        }""")
    )


def test_foot_bar_reports_an_error_and_links_to_it(phone: Opener) -> None:
    equalizer = phone("equalizer")
    look = equalizer.element.locator(".ug-look")
    expect(look).to_be_hidden()
    equalizer.field("pay").fill("much")
    equalizer.field("hourly_net").focus()
    expect(look).to_have_text("One answer needs another look. Show it")
    expect(look).to_be_in_viewport(ratio=1)
    expect(equalizer.element.locator(".ug-strip")).to_be_hidden()
    box = look.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    assert box["y"] + box["height"] == pytest.approx(740, abs=1)
    equalizer.element.locator(".ug-headline").scroll_into_view_if_needed()
    expect(look).to_be_in_viewport(ratio=1)
    look.click()
    expect(equalizer.field("pay")).to_be_focused()
    expect(equalizer.error("pay")).to_be_in_viewport()
    equalizer.type("pay", "60,000")
    expect(look).to_be_hidden()


def test_foot_bar_links_into_a_fold(phone: Opener) -> None:
    inventory = phone("inventory")
    fold = inventory.rows("assets").first.locator("details")
    inner = fold.locator("input[inputmode]").first
    name = inner.get_attribute("name") or ""
    fold.locator("summary").click()
    inner.fill("much")
    inner.blur()
    expect(inventory.error(name)).to_be_visible()
    fold.evaluate("(fold) => { fold.open = false }")
    inventory.element.locator(".ug-look").click()
    expect(inventory.field(name)).to_be_focused()


def test_foot_bar_leaves_with_the_calculator(phone: Opener) -> None:
    equalizer = phone("equalizer")
    equalizer.field("pay").fill("much")
    equalizer.field("years").focus()
    expect(equalizer.element.locator(".ug-look")).to_be_in_viewport()
    equalizer.page.locator("footer").last.scroll_into_view_if_needed()
    expect(equalizer.element.locator(".ug-look")).not_to_be_in_viewport()


def test_nothing_moves_away_under_a_press(phone: Opener) -> None:
    """An error that waits for the focus to leave waits for a press to end too."""
    form = phone("leverage-income")
    add = form.add_button("pairs")
    add.click()
    price = f"pairs.{form.rows('pairs').count() - 1}.price"
    form.type_only(price, "much")
    expect(form.element.locator(".ug-look")).to_be_visible()  # Python's answer is there
    add.hover()
    form.page.mouse.down()
    expect(form.error(price)).to_be_hidden()
    rows = form.rows("pairs").count()
    form.page.mouse.up()
    expect(form.rows("pairs")).to_have_count(rows + 1)
    expect(form.error(price)).to_be_visible()


@pytest.mark.usefixtures("phone")
def test_reset_of_a_list_to_its_prefill_can_be_undone(visitor_page: Page, built_site: Any) -> None:
    mine = [{"name": "My shed", "capacity": "12"}, {"name": "My van", "capacity": "9"}]
    inventory = {"assets": [{"kind": "tools", "name": "A drill", "control": "owned", "capacity": "10", "used": "1"}]}
    store_here(visitor_page, {"inventory": inventory, "leverage-income": {"assets": mine}})
    leverage_income = CalculatorPage(visitor_page, built_site.url, "leverage-income")
    follow(visitor_page, f"{built_site.url}calculators/leverage-income/")
    relink = leverage_income.element.locator('[data-linked-for="assets"]').get_by_role("button")
    relink.click()
    expect(leverage_income.field("assets.0.name")).to_have_value("A drill")
    assert "assets" not in leverage_income.kept()
    expect(undo(leverage_income)).to_be_in_viewport()
    undo(leverage_income).click()
    expect(leverage_income.field("assets.1.name")).to_have_value("My van")
    assert [row["name"] for row in leverage_income.kept()["assets"]] == ["My shed", "My van"]
    expect(undo(leverage_income)).to_have_count(0)


def test_values_replaced_by_another_gig_can_be_restored(phone: Opener) -> None:
    leverage_income = phone("leverage-income")
    before = {name: leverage_income.field(f"pairs.0.{name}").input_value() for name in ("gig", "price", "fee", "units")}
    gig = leverage_income.field("pairs.0.gig")
    options: list[list[str]] = gig.evaluate("(select) => [...select.options].map((o) => [o.value, o.dataset.fills ?? '{}'])")
    other = next(
        value for value, fills in options if value != before["gig"] and json.loads(fills).get("price", before["price"]) != before["price"]
    )
    gig.select_option(other)
    expect(leverage_income.field("pairs.0.price")).not_to_have_value(before["price"])
    expect(leverage_income.status).to_contain_text("The usual numbers for")
    undo(leverage_income).click()
    for name, text in before.items():
        expect(leverage_income.field(f"pairs.0.{name}")).to_have_value(text)
    assert leverage_income.kept() == {}


def test_undo_is_offered_until_the_next_change(phone: Opener) -> None:
    leverage_income = phone("leverage-income")
    gig = leverage_income.field("pairs.0.gig")
    values: list[str] = gig.evaluate("(select) => [...select.options].map((o) => o.value)")
    gig.select_option(next(value for value in values if value != gig.input_value()))
    expect(undo(leverage_income)).to_be_visible()
    leverage_income.type_only("own_hours", "5")
    expect(undo(leverage_income)).to_have_count(0)


def test_accepted_idea_is_marked(phone: Opener) -> None:
    inventory = phone("inventory")
    idea = inventory.element.locator("[data-choose]").first
    other = inventory.element.locator("[data-choose]").nth(1)
    label = other.text_content()
    idea.click()
    expect(idea).to_have_text("In leverage income ✓")
    expect(other).to_have_text(label or "")
    inventory.type("assets.0.name", "My own")
    inventory.page.reload()
    inventory.wait_for_outcome(0)
    expect(inventory.element.locator("[data-choose][data-taken]").first).to_have_text("In leverage income ✓")


def test_no_floating_part_covers_the_links_onward(phone: Opener) -> None:
    inventory = phone("inventory")
    idea = inventory.element.locator("[data-choose]").first
    idea.scroll_into_view_if_needed()
    inventory.page.mouse.wheel(0, 900)
    inventory.page.wait_for_timeout(300)
    inventory.page.mouse.wheel(0, -200)  # upwards is what brings "Back to top"
    inventory.element.locator("[data-choose]:visible").nth(1).click()
    inventory.page.mouse.wheel(0, -100)
    inventory.page.wait_for_timeout(400)
    link = inventory.status.get_by_role("link")
    expect(link).to_be_in_viewport(ratio=1)
    assert on_top(link)
    expect(inventory.page.locator(".md-top")).to_be_hidden()


LENDERS: dict[str, dict[str, Any]] = {
    "time-audit": {"rest_floor": "41.37"},
    "take-home": {"wages": "61,234", "gross_receipts": "27,345", "expenses": "6,123"},
    "leverage-income": {"own_hours": "7.3"},
    "equalizer": {"pay": "52,345"},
    "buffer": {"have": "123"},
    "accelerator": {"goal": "23,456"},
    "net-hourly": {"tips": "63"},
    "gig-mix": {"most": "11"},
    "income-mix": {"spending": "2,712"},
    "rate-to-charge": {"costs": "3,712"},
    "break-even": {"price": "3,333"},
}


@pytest.mark.parametrize("name", [calculator.id for calculator in CATALOGUE])
def test_prefilled_value_fits_its_box(visitor_page: Page, phone: Opener, name: str) -> None:
    """Numbers and texts are whole; a row's name is whole in the row's heading, at least."""
    store_here(visitor_page, {lender: inputs for lender, inputs in LENDERS.items() if lender != name})
    form = phone(name)
    clipped: list[str] = form.element.locator("[data-linked-for]:not([hidden])").evaluate_all("""(notes) => notes.flatMap((note) => {
      const field = note.closest("[data-field], [data-rows]");
      const isHeading = (box) => box.closest(".ug-row")?.querySelector("[data-row-title]")?.textContent === box.value;
      return [...field.querySelectorAll(".ug-input")]
        .filter((box) => box.checkVisibility() && !isHeading(box))
        .filter((box) => box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight + 1)
        .map((box) => `${box.name}: ${box.value}`);
    })""")
    assert clipped == []


def test_prefilled_rate_is_shown_rounded_and_counted_exactly(visitor_page: Page, phone: Opener) -> None:
    store_here(visitor_page, {"take-home": LENDERS["take-home"]})
    take_home = phone("take-home")
    rate = take_home.figure("marginal_rate")
    net_hourly = phone("net-hourly")
    shown = net_hourly.field("tax_rate").input_value()
    assert len(shown) <= 4
    assert float(shown) == pytest.approx(rate * 100, abs=0.05)
    assert "tax_rate" not in net_hourly.kept()


def test_open_panel_about_the_reader_takes_half_a_screen(phone: Opener) -> None:
    panel = phone("time-audit").page.locator("gig-about")
    expect(panel.locator("details")).to_have_attribute("open", "")
    box = panel.bounding_box()
    assert box is not None
    assert box["height"] <= PHONE["height"] / 2 + 10


def test_steps_of_the_plan_are_compact_rows(phone: Opener) -> None:
    """Each has its day beside what to do, and no step needs a quarter of the screen."""
    steps = phone("plan").element.locator('[data-table="days"] tbody tr')
    steps.first.scroll_into_view_if_needed()
    assert steps.count() > 5
    heights = steps.evaluate_all("(rows) => rows.map((row) => row.getBoundingClientRect().height)")
    assert max(heights) < PHONE["height"] / 4
    day, text = (steps.first.locator(part).bounding_box() for part in ("th", "td:nth-of-type(2)"))
    assert day is not None
    assert text is not None
    assert day["x"] + day["width"] <= text["x"]


def test_sliders_card_on_the_home_page_is_as_tall_as_its_form(page: Page, built_site: Any) -> None:
    """No room is reserved for it before it is laid out, as there is for a long form."""
    page.set_viewport_size(PHONE)
    page.goto(built_site.url)
    form = page.locator(".ug-play form")
    assert form.evaluate("(form) => getComputedStyle(form).contentVisibility") == "visible"
