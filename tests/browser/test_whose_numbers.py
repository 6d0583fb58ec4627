"""The switch above a chapter's calculator: the household's inputs, the reader's own, or empty boxes. Inputs of the household never
become the reader's unseen."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.calculator_page import CalculatorPage, Opener, answer, forget, store, store_here, stored, undo
from tests.browser.danas_numbers import ALL_OF_DANAS, DANA
from theme.mkdocs.households import households

PHONE = {"width": 360, "height": 740}
COUNTED_DOWN = """(before) => {
  const look = document.querySelector("gig-calculator .ug-look");
  return !look.checkVisibility() || look.textContent !== before;
}"""
USUAL = {"idle_hours": "4", "hourly_net": "12"}


Chapters = Callable[[str, str], CalculatorPage]
"""Opens a calculator by its chapter and its id."""


@pytest.fixture
def in_chapter(visitor: Opener, visitor_page: Page, built_site: Any) -> Chapters:
    """Open a chapter's calculator on a phone, computed."""
    visitor_page.set_viewport_size(PHONE)

    def opened(chapter: str, calculator: str) -> CalculatorPage:
        return CalculatorPage(visitor_page, built_site.url, calculator).moved_to(f"chapters/{chapter}/")

    return opened


@pytest.fixture
def equalizer(in_chapter: Chapters) -> CalculatorPage:
    return in_chapter("08-the-equalizer", "equalizer")


def choose(form: CalculatorPage, label: str) -> None:
    form.element.get_by_role("radio", name=label).check()


def chosen(form: CalculatorPage) -> str:
    return str(form.element.locator(".ug-whose input:checked").get_attribute("value"))


def test_typing_into_a_household_keeps_only_what_was_typed(equalizer: CalculatorPage) -> None:
    assert chosen(equalizer) == "household"
    equalizer.type("pay", "66,000")
    assert chosen(equalizer) == "mine"
    assert equalizer.kept() == {"pay": "66,000"}
    for name, text in USUAL.items():
        expect(equalizer.field(name)).to_have_value(text)
    assert equalizer.figure("months_to_close") == answer("equalizer", pay="66,000")["figures"]["months_to_close"]
    expect(equalizer.status).to_contain_text("none of Dana’s were copied")


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


def test_readers_numbers_return_under_mine(visitor_page: Page, in_chapter: Chapters) -> None:
    store_here(visitor_page, {"equalizer": {"pay": "66,000"}})
    form = in_chapter("08-the-equalizer", "equalizer")
    assert chosen(form) == "mine"
    before = form.outcomes
    choose(form, "Dana’s numbers")
    form.wait_for_outcome(before)
    expect(form.field("idle_hours")).to_have_value(DANA["idle_hours"])
    expected = answer("equalizer", **ALL_OF_DANAS)["figures"]
    assert form.figure("months_to_close") == expected["months_to_close"]
    assert form.kept() == {"pay": "66,000"}
    before = form.outcomes
    choose(form, "Mine")
    form.wait_for_outcome(before)
    expect(form.field("pay")).to_have_value("66,000")
    assert form.kept() == {"pay": "66,000"}


def test_household_ignores_prefills_from_the_workbook(visitor_page: Page, in_chapter: Chapters) -> None:
    store_here(visitor_page, {"time-audit": {"rest_floor": "40"}})
    form = in_chapter("08-the-equalizer", "equalizer")
    assert chosen(form) == "household"
    expect(form.field("idle_hours")).to_have_value(DANA["idle_hours"])
    form.type("pay", "66,000")
    prefill = str(answer("time-audit", rest_floor="40")["figures"]["leverage_hours"]).removesuffix(".0")
    expect(form.field("idle_hours")).to_have_value(prefill)
    assert form.kept() == {"pay": "66,000"}


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
        equalizer.page.wait_for_function(COUNTED_DOWN, arg=count)
        count = (look.text_content() or "") if look.is_visible() else ""
    assert equalizer.figure("gap") == answer("equalizer", **mine)["figures"]["gap"]
    assert equalizer.kept().items() >= mine.items()


def test_start_with_empty_boxes_can_be_undone(visitor_page: Page, in_chapter: Chapters) -> None:
    store_here(visitor_page, {"equalizer": {"pay": "66,000"}})
    form = in_chapter("08-the-equalizer", "equalizer")
    choose(form, "Empty")
    assert form.kept() == {"pay": "66,000"}
    form.type_only("years", "3")
    assert "66,000" not in json.dumps(form.kept())
    undo(form).click()
    assert form.kept() == {"pay": "66,000"}


def test_only_the_edited_day_of_a_household_is_taken_over(in_chapter: Chapters) -> None:
    """A household's Saturday takes the place of the reader's own second kind of day, so that the week keeps its seven days."""
    time_audit = in_chapter("03-your-assets", "time-audit")
    expect(time_audit.rows("days")).to_have_count(3)
    time_audit.open_folds()
    work = time_audit.rows("days").nth(1).get_by_label("Work, hours a day")
    expect(work).to_have_value("")
    work.fill("1")
    work.press("Tab")
    time_audit.expect_figure("hours_used", answer("time-audit", **time_audit.kept())["figures"]["hours_used"])
    usual = answer("time-audit")["inputs"]["days"]
    kept = time_audit.kept()["days"]
    assert [(day["name"], day["times"]) for day in kept] == [(day["name"], str(day["times"])) for day in usual]
    assert "work" in kept[1]["hours"]
    assert "sleep 1:30-8" in kept[1]["hours"]


def test_empty_days_have_names_and_no_hours(in_chapter: Chapters) -> None:
    time_audit = in_chapter("03-your-assets", "time-audit")
    choose(time_audit, "Empty")
    expect(time_audit.element.locator('[data-half]:not([data-does=""])')).to_have_count(0)
    expect(time_audit.field("days.0.name")).to_have_value("Weekday")


def test_row_taken_over_keeps_its_kind(in_chapter: Chapters) -> None:
    """Nights of the household's spare room do not become hours of a skill, and nothing else of that row comes along."""
    inventory = in_chapter("03-your-assets", "inventory")
    expect(inventory.field("assets.0.ready_cost")).to_have_value("850")
    inventory.type("assets.0.capacity", "7")
    kept = inventory.kept()["assets"][-1]
    assert (kept["kind"], kept["name"], kept["capacity"]) == ("spare-room", "Back bedroom", "7")
    assert (kept["used"], kept["condition"], kept["ready_cost"]) == ("0", "ready", "0")


def test_only_changed_estimates_and_marks_are_taken_over(visitor_page: Page, in_chapter: Chapters) -> None:
    net_hourly = in_chapter("06-what-you-keep", "net-hourly")
    usual = answer("net-hourly")["inputs"]["gross"]
    net_hourly.type("gross.high", "400")
    gross = {name: float(text) for name, text in net_hourly.kept()["gross"].items()}
    assert gross == {**usual, "high": 400}
    assert list(net_hourly.kept()) == ["gross"]
    forget(visitor_page)
    inventory = in_chapter("03-your-assets", "inventory")
    strengths = answer("inventory")["inputs"]["strengths"]
    mark = inventory.element.locator('[data-field="strengths"] input:checked').first
    value = mark.get_attribute("value")
    mark.uncheck()
    assert inventory.kept() == {"strengths": [strength for strength in strengths if strength != value]}


def test_row_added_to_a_household_joins_the_readers_list(in_chapter: Chapters) -> None:
    leverage_income = in_chapter("04-leverage", "leverage-income")
    household = leverage_income.rows("pairs").count()
    usual = len(answer("leverage-income")["inputs"]["pairs"])
    assert household
    expect(leverage_income.row_button("pairs", 0, "remove")).to_be_hidden()
    leverage_income.add_button("pairs").click()
    expect(leverage_income.rows("pairs")).to_have_count(usual + 1)
    assert list(leverage_income.kept()) == ["pairs"]
    assert "850" not in json.dumps(leverage_income.kept())


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


def test_chosen_household_stays_when_another_page_saves(visitor_page: Page, in_chapter: Chapters, built_site: Any) -> None:
    store_here(visitor_page, {"equalizer": {"pay": "66,000"}})
    form = in_chapter("08-the-equalizer", "equalizer")
    choose(form, "Dana’s numbers")
    other = CalculatorPage(visitor_page.context.new_page(), built_site.url, "equalizer").open()
    other.field("pay").fill("67,000")
    assert other.kept() == {"pay": "67,000"}
    other.page.close()
    visitor_page.wait_for_function("ugServices.workbook.book.calculators.equalizer.inputs.pay === '67,000'")
    assert chosen(form) == "household"
    expect(form.field("idle_hours")).to_have_value(DANA["idle_hours"])


def test_early_input_into_a_household_is_taken_over_alone(page: Page, built_site: Any) -> None:
    """What was typed into a household before the script ran is kept without the household's other numbers."""
    routes: list[Route] = []

    def hold(route: Route) -> None:
        routes.append(route)

    page.route("**/assets/ug/page.*.js", hold)
    form = CalculatorPage(page, built_site.url, "equalizer")
    page.goto(f"{built_site.url}chapters/08-the-equalizer/", wait_until="commit")
    form.field("pay").fill("62,000")
    page.wait_for_timeout(200)
    routes[0].continue_()
    form.wait_for_outcome(0)
    assert form.kept() == {"pay": "62,000"}
    expect(form.field("idle_hours")).to_have_value(USUAL["idle_hours"])


@pytest.mark.parametrize("visitors", ["calculators/equalizer/", ""])
def test_only_chapters_have_the_switch(visitor: Opener, visitor_page: Page, built_site: Any, visitors: str) -> None:
    visitor("equalizer")
    visitor_page.goto(f"{built_site.url}{visitors}")
    expect(visitor_page.locator("gig-calculator").first).to_be_attached()
    expect(visitor_page.locator(".ug-whose")).to_have_count(0)


def test_own_page_offers_the_household_of_the_readers_country(page: Page, built_site: Any) -> None:
    """Nia's numbers in pounds for a British reader, as an example of which nothing is kept; nobody is offered before a country is named."""
    mix = CalculatorPage(page, built_site.url, "income-mix").opened()
    switch = mix.element.locator(".ug-offer")
    expect(switch).to_be_hidden()
    store(page, {}, about={"country": "uk"})
    mix.opened()
    usual = mix.field("spending").input_value()
    expect(switch.get_by_role("radio")).to_have_count(3)
    choose(mix, "Nia’s numbers")
    nia = households(date.today())["nia"].inputs_of("income-mix")  # noqa: DTZ011 - the day of the build
    mix.expect_figure("total", sum(row["amount"] for row in nia["streams"]))
    expect(mix.field("spending")).to_have_value(f"{nia['spending']:,}")
    expect(mix.element.locator(".ug-answer")).to_have_text("Example: Nia’s numbers")
    expect(mix.element.locator("[data-figure='total']").first).to_contain_text("£")
    assert mix.kept() == {}
    choose(mix, "Mine")
    expect(mix.field("spending")).to_have_value(usual)
    expect(mix.element.locator(".ug-answer")).to_be_hidden()
