"""Days of the time audit are painted with a mouse, a finger or keys, or typed, and always say the same."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.calculator_page import CalculatorPage, Opener, answer

WEEKDAY = "days.0.hours"
USUAL = answer("time-audit")["inputs"]["days"]


@pytest.fixture
def audit(visitor: Opener) -> CalculatorPage:
    audit = visitor("time-audit")
    expect(half(audit, 16)).to_have_attribute("data-does", "work")
    return audit


def strip(audit: CalculatorPage, day: int = 0) -> Locator:
    return audit.element.locator("[data-day]").nth(day)


def half(audit: CalculatorPage, at: int, day: int = 0) -> Locator:
    return strip(audit, day).locator(f'[data-half="{at}"]')


def choose(audit: CalculatorPage, name: str) -> None:
    strip(audit).get_by_role("button", name=name, exact=True).click()


def expect_day(audit: CalculatorPage, text: str) -> None:
    expect(audit.field(WEEKDAY)).to_have_value(text)
    weekend = {"name": "Weekend day", "times": 2, "hours": USUAL[1]["hours"]}
    days = [{"name": "Weekday", "times": 5, "hours": text}, weekend]
    audit.expect_figure("leverage_hours", answer("time-audit", days=days)["figures"]["leverage_hours"])


def middle(cell: Locator) -> tuple[float, float]:
    cell.scroll_into_view_if_needed()
    box = cell.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def clear(audit: CalculatorPage) -> None:
    strip(audit).get_by_role("button", name="Clear", exact=True).click()
    expect_day(audit, "")


def test_mouse_paints_over_lines(audit: CalculatorPage) -> None:
    clear(audit)
    choose(audit, "Work")
    half(audit, 18).scroll_into_view_if_needed()
    mouse = audit.page.mouse
    mouse.move(*middle(half(audit, 18)))
    mouse.down()
    mouse.move(*middle(half(audit, 33)), steps=4)
    expect(strip(audit).get_by_label("Work, hours a day")).to_have_value("8")  # while the button is down
    mouse.up()
    expect_day(audit, "work 9-17")
    strip(audit).get_by_role("button", name="Undo", exact=True).click()
    expect_day(audit, "")


def test_keys_move_and_paint(audit: CalculatorPage) -> None:
    clear(audit)
    choose(audit, "Care")
    half(audit, 12).focus()
    for key in ("ArrowDown", "ArrowRight", "Space", "Shift+ArrowRight", "Shift+ArrowRight", "End", "Enter"):
        audit.page.keyboard.press(key)
    expect(half(audit, 35)).to_be_focused()
    expect_day(audit, "care 12:30-14, care 17:30-18")


def test_typed_hours_and_typed_times_repaint(audit: CalculatorPage) -> None:
    clear(audit)
    strip(audit).get_by_role("button", name="Type times").click()
    audit.field(WEEKDAY).fill("sleep 11pm-7, work 9-5")
    expect(half(audit, 46)).to_have_attribute("data-does", "sleep")
    work = strip(audit).get_by_label("Work, hours a day")
    expect(work).to_have_value("8")
    work.fill("9,5")
    work.press("Enter")
    expect_day(audit, "work 9-18:30, sleep 23-7")
    work.fill("20")
    work.press("Tab")
    expect(strip(audit).locator("[data-day-note]")).to_contain_text("Work: 16 hours is all that fits")
    expect(work).to_have_value("16")


def test_unreadable_times_are_named_and_not_painted(audit: CalculatorPage) -> None:
    strip(audit).get_by_role("button", name="Type times").click()
    audit.field(WEEKDAY).fill("work 9-25")
    expect(audit.error(WEEKDAY)).to_contain_text("“25” in “work 9-25” is not a time of the day")
    expect(half(audit, 16)).to_have_attribute("data-does", "work")


def test_finger_paints_an_hour_and_scrolling_paints_none(audit: CalculatorPage) -> None:
    clear(audit)
    choose(audit, "Meals")
    target = half(audit, 25)
    target.scroll_into_view_if_needed()
    finger(target, "pointerdown")
    finger(target, "pointerup")
    expect_day(audit, "meals 12-13")
    finger(half(audit, 30), "pointerdown")
    finger(half(audit, 30), "pointercancel")
    expect_day(audit, "meals 12-13")


def finger(cell: Locator, event: str) -> None:
    cell.evaluate(
        """(cell, type) => {
            cell.closest("[data-day]").setPointerCapture = () => {};
            cell.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerType: "touch", pointerId: 7, button: 0 }));
        }""",
        event,
    )


def test_shift_worker_adds_a_kind_of_day(audit: CalculatorPage) -> None:
    audit.element.get_by_role("button", name="Add a kind of day").click()
    audit.type_only("days.2.name", "Late shift")
    audit.field("days.0.times").focus()
    expect(audit.error("days.2.times")).to_contain_text("add up to 8 days")
    audit.type("days.0.times", "4")
    expect(audit.error("days.2.times")).to_be_hidden()
    strip(audit, 2).get_by_label("Work, hours a day").fill("8")
    strip(audit, 2).get_by_label("Work, hours a day").press("Tab")
    expect(audit.field("days.2.hours")).to_have_value("work 6-14")
    expect(strip(audit, 2).locator('[data-does="work"]')).to_have_count(16)


def test_week_starts_from_the_averages_of_the_country(audit: CalculatorPage) -> None:
    """A reader in the UK is offered its averages and no others; undo brings the reader's own days back."""
    audit.page.locator("gig-about details").evaluate("(panel) => { panel.open = true }")
    audit.page.get_by_label("Where you live").select_option(label="United Kingdom")
    starts = audit.element.locator(".ug-starts")
    expect(starts.get_by_role("button", name="Average week in the US")).to_be_hidden()
    starts.get_by_role("button", name="Average week in the UK").click()
    expect(audit.field(WEEKDAY)).to_have_value("meals 7-7:30, work 9-13, chores 15:30-18, meals 18-18:30, screens 19:30-22, sleep 22-7")
    expect(half(audit, 16)).to_have_attribute("data-does", "")
    audit.element.get_by_role("button", name="Undo", exact=True).first.click()
    expect(half(audit, 16)).to_have_attribute("data-does", "work")
    starts.get_by_role("button", name="Start empty").click()
    expect(audit.field(WEEKDAY)).to_have_value("")


def test_weekly_hours_take_the_place_of_days(audit: CalculatorPage) -> None:
    audit.element.get_by_text("Type hours a week instead").first.click()
    audit.element.get_by_role("button", name="Add an activity").click()
    expect(strip(audit)).to_be_hidden()
    expect(audit.element.locator(".ug-days-off")).to_be_visible()
    audit.type("uses.0.morning", "42")
    audit.expect_figure("hours_used", 42)


@pytest.mark.parametrize("width", [360, 320])
def test_strip_fits_a_narrow_screen(audit: CalculatorPage, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    heights = strip(audit).locator("[data-half], button, input").evaluate_all("(all) => all.map((each) => each.offsetHeight)")
    assert min(heights) >= 44
    page.set_viewport_size({"width": 1280, "height": 900})
