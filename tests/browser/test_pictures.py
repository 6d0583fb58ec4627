"""Pictures from the build are shown until an input changes, then replaced by live charts in the same boxes."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.calculator_page import CalculatorPage, Opener

WATCH_SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => window.shifts.push(...list.getEntries().filter((e) => e.value > 0).map((e) => e.value)))
  .observe({ type: "layout-shift", buffered: true });
"""


def place(drawing: Locator) -> Any:
    """Return an element's position on the page, independent of scrolling."""
    return drawing.evaluate("(e) => { const box = e.getBoundingClientRect(); return [box.x, box.y + scrollY, box.width, box.height]; }")


def picture(form: CalculatorPage) -> Locator:
    return form.element.locator('[data-slot="chart"]').first


def live(form: CalculatorPage) -> Locator:
    """Return the live picture; those of the build are marked as decoration."""
    return picture(form).locator("svg[data-live]")


def test_chart_library_is_not_loaded_before_a_change(page: Page, calculator: Opener) -> None:
    equalizer = calculator("equalizer").opened()
    equalizer.expect_state("ready")
    page.wait_for_timeout(500)
    assert page.locator('script[src*="/charts."]').count() == 0
    expect(live(equalizer)).to_have_count(0)


def test_live_picture_takes_the_same_box_without_a_shift(page: Page, calculator: Opener) -> None:
    page.add_init_script(WATCH_SHIFTS)
    equalizer = calculator("equalizer").opened()
    before = place(picture(equalizer))
    drawing = place(picture(equalizer).locator("svg:visible"))
    page.evaluate("window.shifts.length = 0")
    equalizer.type("inflation", "3.5")
    expect(live(equalizer)).to_be_visible()
    page.wait_for_timeout(300)
    assert place(picture(equalizer)) == before
    assert place(live(equalizer)) == drawing
    assert page.evaluate("window.shifts") == []


def test_a_stored_workbook_gets_live_pictures_too(page: Page, calculator: Opener) -> None:
    equalizer = calculator("equalizer").opened()
    equalizer.type("inflation", "9")
    equalizer.kept()
    page.reload()
    expect(live(equalizer)).to_be_visible()


def test_the_picture_follows_the_numbers(visitor: Opener) -> None:
    equalizer = visitor("equalizer")
    equalizer.type("years", "6")
    expect(live(equalizer)).to_be_visible()
    before = live(equalizer).inner_html()
    equalizer.type("years", "20")
    equalizer.page.wait_for_function(
        "(before) => document.querySelector('[data-slot=chart] svg[data-live]')?.innerHTML !== before", arg=before
    )


def test_a_live_picture_follows_the_colour_scheme(page: Page, calculator: Opener) -> None:
    equalizer = calculator("equalizer").opened()
    equalizer.type("years", "6")
    expect(live(equalizer)).to_be_visible()
    light = live(equalizer).inner_html()
    assert "#c000" not in light
    page.evaluate("document.body.dataset.mdColorScheme = document.body.dataset.mdColorScheme === 'slate' ? 'default' : 'slate'")
    page.wait_for_function("(light) => document.querySelector('[data-slot=chart] svg[data-live]').innerHTML !== light", arg=light)
    assert "#c000" not in live(equalizer).inner_html()


def test_a_narrow_page_gets_the_narrow_picture(visitor: Opener) -> None:
    equalizer = visitor("equalizer")
    equalizer.page.set_viewport_size({"width": 360, "height": 740})
    equalizer.type("years", "6")
    expect(picture(equalizer).locator(".ug-chart-narrow svg[data-live]")).to_be_visible()
    equalizer.page.set_viewport_size({"width": 900, "height": 800})  # one column, so that the picture is wide
    expect(picture(equalizer).locator(".ug-chart-wide svg[data-live]")).to_be_visible()


def test_empty_picture_takes_no_room(visitor: Opener) -> None:
    plan = visitor("plan")
    expect(picture(plan)).to_be_hidden()
    expect(plan.element.locator(".ug-chart-summary").first).to_contain_text("no goal yet")
    plan.open_folds()
    plan.type("own", "200")
    plan.type("goal", "6,000")
    expect(live(plan)).to_be_visible()
    expect(picture(plan)).to_contain_text("with leverage")
    plan.type("goal", "0")
    expect(picture(plan)).to_be_hidden()
    plan.type("goal", "7,000")
    expect(live(plan)).to_be_visible()
