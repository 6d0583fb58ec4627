"""The switch above a chapter's calculator: a household's numbers, the reader's own, or empty boxes. Nothing hidden becomes the reader's."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.calculator_page import KEY, CalculatorPage, Opener, answer, stored

PHONE = {"width": 360, "height": 740}
DANA = {"idle_hours": "4.2", "hourly_net": "7"}
USUAL = {"idle_hours": "4", "hourly_net": "12"}


def store(page: Page, **calculators: dict[str, Any]) -> None:
    """Put a workbook into the browser before its pages load."""
    pages = {name.replace("_", "-"): {"inputs": inputs} for name, inputs in calculators.items()}
    book = {"app": "ultimate-gig", "schema": 1, "saved": "2026-01-01T00:00:00.000Z", "calculators": pages}
    page.add_init_script(f"localStorage['{KEY}'] ??= {json.dumps(json.dumps(book))}")


def in_chapter(page: Page, site: str, chapter: str, calculator: str) -> CalculatorPage:
    """A chapter's calculator on a phone, answered."""
    page.set_viewport_size(PHONE)
    one = CalculatorPage(page, site, calculator)
    page.goto(f"{site}chapters/{chapter}/")
    one.element.locator("form").scroll_into_view_if_needed()
    one.wait_for_outcome(0)
    return one


@pytest.fixture
def equalizer(page: Page, built_site: Any) -> CalculatorPage:
    return in_chapter(page, built_site.url, "08-the-equalizer", "equalizer")


def choose(one: CalculatorPage, label: str) -> None:
    one.element.get_by_role("radio", name=label).check()


def chosen(one: CalculatorPage) -> str:
    return str(one.element.locator(".ug-whose input:checked").get_attribute("value"))


def undo(one: CalculatorPage) -> Locator:
    return one.status.get_by_role("button", name="Undo")


def test_typing_into_a_household_keeps_only_what_was_typed(equalizer: CalculatorPage) -> None:
    assert chosen(equalizer) == "household"
    equalizer.type("pay", "66,000")
    assert chosen(equalizer) == "mine"
    assert equalizer.kept() == {"pay": "66,000"}
    for name, text in USUAL.items():
        expect(equalizer.field(name)).to_have_value(text)
    assert equalizer.figure("months_to_close") == answer("equalizer", pay="66,000")["figures"]["months_to_close"]
    expect(equalizer.status).to_contain_text("nothing of Dana’s came along")


def test_undo_stays_while_the_reader_types_on(equalizer: CalculatorPage) -> None:
    equalizer.field("pay").press_sequentially("1")
    equalizer.field("pay").press_sequentially("23")
    expect(undo(equalizer)).to_be_visible()
    equalizer.type_only("years", "6")
    expect(undo(equalizer)).to_have_count(0)


def test_undo_of_the_first_change_restores_the_household(equalizer: CalculatorPage) -> None:
    equalizer.type("pay", "66,000")
    undo(equalizer).click()
    assert chosen(equalizer) == "household"
    for name, text in DANA.items():
        expect(equalizer.field(name)).to_have_value(text)
    assert equalizer.kept() == {}
    expect(equalizer.element.locator("[data-slot='answer']")).to_have_text("Example: Dana’s numbers")


def test_readers_numbers_return_under_mine(page: Page, built_site: Any) -> None:
    store(page, equalizer={"pay": "66,000"})
    one = in_chapter(page, built_site.url, "08-the-equalizer", "equalizer")
    assert chosen(one) == "mine"
    before = one.outcomes
    choose(one, "Dana’s numbers")
    one.wait_for_outcome(before)
    expect(one.field("idle_hours")).to_have_value(DANA["idle_hours"])
    expected = answer("equalizer", pay="52000", pay_growth="2", inflation="3.4", years="5", **DANA)["figures"]
    assert one.figure("months_to_close") == expected["months_to_close"]
    assert one.kept() == {"pay": "66,000"}
    before = one.outcomes
    choose(one, "Mine")
    one.wait_for_outcome(before)
    expect(one.field("pay")).to_have_value("66,000")
    assert one.kept() == {"pay": "66,000"}


def test_household_ignores_prefills_from_the_workbook(page: Page, built_site: Any) -> None:
    store(page, time_audit={"rest_floor": "40"})
    one = in_chapter(page, built_site.url, "08-the-equalizer", "equalizer")
    assert chosen(one) == "household"
    expect(one.field("idle_hours")).to_have_value(DANA["idle_hours"])
    one.type("pay", "66,000")
    lent = str(answer("time-audit", rest_floor="40")["figures"]["leverage_hours"]).removesuffix(".0")
    expect(one.field("idle_hours")).to_have_value(lent)
    assert one.kept() == {"pay": "66,000"}


def test_empty_form_has_empty_boxes_and_no_answer(equalizer: CalculatorPage) -> None:
    choose(equalizer, "Empty")
    boxes = equalizer.element.locator(".ug-input")
    assert set(boxes.evaluate_all("(all) => all.map((box) => box.value)")) == {""}
    expect(equalizer.element).to_have_attribute("data-answer", "none")
    expect(equalizer.element.locator(".ug-headline-number")).to_be_hidden()
    assert stored(equalizer.page) == {} or equalizer.kept() == {}


def test_empty_form_shows_no_error_while_it_is_filled_in(equalizer: CalculatorPage) -> None:
    choose(equalizer, "Empty")
    mine = {"pay": "48,000", "pay_growth": "1", "inflation": "3", "years": "4", "idle_hours": "6"}
    for name, text in mine.items():
        equalizer.type_only(name, text)
    assert chosen(equalizer) == "mine"
    look = equalizer.element.locator(".ug-look")
    expect(look).to_contain_text("still empty")
    expect(equalizer.element.locator("[data-error-for]:visible")).to_have_count(0)
    expect(equalizer.element.locator(".ug-headline-number")).to_be_hidden()
    count = look.text_content() or ""
    while "empty" in count:
        look.click()
        box = equalizer.page.locator("input:focus")
        name = str(box.get_attribute("name"))
        expect(box).to_have_value("")
        mine[name] = {"hourly_net": "9", "from_year": "2016"}[name]
        box.fill(mine[name])
        equalizer.page.wait_for_timeout(1_000)
        count = (look.text_content() or "") if look.is_visible() else ""
    assert equalizer.figure("gap") == answer("equalizer", **mine)["figures"]["gap"]
    assert equalizer.kept().items() >= mine.items()


def test_start_with_empty_boxes_can_be_undone(page: Page, built_site: Any) -> None:
    store(page, equalizer={"pay": "66,000"})
    one = in_chapter(page, built_site.url, "08-the-equalizer", "equalizer")
    choose(one, "Empty")
    assert one.kept() == {"pay": "66,000"}
    one.type_only("years", "3")
    assert "66,000" not in json.dumps(one.kept())
    undo(one).click()
    assert one.kept() == {"pay": "66,000"}


def test_only_the_edited_row_of_a_household_is_taken_over(page: Page, built_site: Any) -> None:
    one = in_chapter(page, built_site.url, "03-your-assets", "time-audit")
    expect(one.rows("uses")).to_have_count(8)
    uses: list[str] = one.element.locator('select[name$=".use"]').evaluate_all("(all) => all.map((one) => one.value)")
    care = uses.index("care")
    one.field(f"uses.{care}.evening").press("End")
    one.field(f"uses.{care}.evening").press_sequentially("5")
    typed = page.evaluate("document.activeElement.value")
    one.page.wait_for_timeout(500)
    usual = [row["use"] for row in answer("time-audit")["inputs"]["uses"]]
    assert "care" not in usual
    kept = one.kept()["uses"]
    assert [row["use"] for row in kept] == [*usual, "care"]
    assert {name: text for name, text in kept[-1].items() if name not in {"use", "evening"}} == {
        "morning": "0",
        "afternoon": "0",
        "night": "0",
        "give": "0",
    }
    assert kept[-1]["evening"] == typed
    assert page.evaluate("document.activeElement.name") == f"uses.{len(usual)}.evening"


def test_only_changed_estimates_and_marks_are_taken_over(page: Page, built_site: Any) -> None:
    one = in_chapter(page, built_site.url, "06-what-you-keep", "net-hourly")
    usual = answer("net-hourly")["inputs"]["gross"]
    one.type("gross.high", "400")
    gross = {name: float(text) for name, text in one.kept()["gross"].items()}
    assert gross == {**usual, "high": 400}
    assert list(one.kept()) == ["gross"]
    page.evaluate("localStorage.clear()")
    inventory = in_chapter(page, built_site.url, "03-your-assets", "inventory")
    strengths = answer("inventory")["inputs"]["strengths"]
    mark = inventory.element.locator('[data-field="strengths"] input:checked').first
    value = mark.get_attribute("value")
    mark.uncheck()
    assert inventory.kept() == {"strengths": [one for one in strengths if one != value]}


def test_row_added_to_a_household_joins_the_readers_list(page: Page, built_site: Any) -> None:
    one = in_chapter(page, built_site.url, "04-leverage", "leverage-income")
    household = one.rows("pairs").count()
    usual = len(answer("leverage-income")["inputs"]["pairs"])
    assert household
    expect(one.row_button("pairs", 0, "remove")).to_be_hidden()
    one.add_button("pairs").click()
    expect(one.rows("pairs")).to_have_count(usual + 1)
    assert list(one.kept()) == ["pairs"]
    assert "850" not in json.dumps(one.kept())


def test_switch_works_by_touch_and_keyboard(equalizer: CalculatorPage) -> None:
    for choice in equalizer.element.locator(".ug-whose .ug-choice").all():
        box = choice.bounding_box()
        assert box is not None
        assert box["height"] >= 44
    group = equalizer.element.get_by_role("group", name="Whose numbers")
    expect(group.get_by_role("radio")).to_have_count(3)
    group.get_by_role("radio", name="Dana’s numbers").focus()
    equalizer.page.keyboard.press("ArrowRight")
    expect(group.get_by_role("radio", name="Mine")).to_be_focused()
    assert chosen(equalizer) == "mine"


def test_chosen_household_stays_when_another_page_saves(page: Page, built_site: Any) -> None:
    store(page, equalizer={"pay": "66,000"})
    one = in_chapter(page, built_site.url, "08-the-equalizer", "equalizer")
    choose(one, "Dana’s numbers")
    other = CalculatorPage(page.context.new_page(), built_site.url, "equalizer").open()
    other.field("pay").fill("67,000")
    assert other.kept() == {"pay": "67,000"}
    page.wait_for_timeout(500)
    assert chosen(one) == "household"
    expect(one.field("idle_hours")).to_have_value(DANA["idle_hours"])


def test_early_input_into_a_household_is_taken_over_alone(page: Page, built_site: Any) -> None:
    """What was typed into a household before the script ran is kept without the household's other numbers."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/assets/ug/page.*.js", hold)
    one = CalculatorPage(page, built_site.url, "equalizer")
    page.goto(f"{built_site.url}chapters/08-the-equalizer/", wait_until="commit")
    one.field("pay").fill("62,000")
    page.wait_for_timeout(200)
    held[0].continue_()
    one.wait_for_outcome(0)
    assert one.kept() == {"pay": "62,000"}
    expect(one.field("idle_hours")).to_have_value(USUAL["idle_hours"])


@pytest.mark.parametrize("visitors", ["calculators/equalizer/", ""])
def test_only_chapters_have_the_switch(visitor: Opener, visitor_page: Page, built_site: Any, visitors: str) -> None:
    visitor("equalizer")
    visitor_page.goto(f"{built_site.url}{visitors}")
    expect(visitor_page.locator("gig-calculator").first).to_be_attached()
    expect(visitor_page.locator(".ug-whose")).to_have_count(0)
