"""The what-if panel on a page: its answers, errors beside their boxes, saved scenarios, and no outdated answers."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.calculator_page import PATIENCE, Opener, answer
from tests.browser.what_if_panel import WhatIfPanel, explored


@pytest.fixture
def equalizer(visitor: Opener) -> WhatIfPanel:
    """Open the equalizer's page with its panel."""
    return WhatIfPanel(visitor("equalizer")).opened()


def sought(goal: str, by: str, **inputs: Any) -> str:
    return str(explored("equalizer", {"kind": "seek", "figure": "gap", "goal": goal, "by": by}, **inputs)["text"])


def test_panel_is_not_fetched_before_it_is_opened(page: Page, calculator: Opener) -> None:
    form = calculator("equalizer").opened()
    assert page.locator('script[src*="/what-if."], script[src*="/charts."]').count() == 0
    panel = WhatIfPanel(form).opened()
    expect(panel.root.locator('[data-chart^="what-if-moves"] svg').first).to_be_visible(timeout=PATIENCE)


def test_longest_bar_is_described_and_drawn_in_page_colors(equalizer: WhatIfPanel) -> None:
    strongest = explored("equalizer", {"kind": "sensitivity"})["swings"][0]
    chart = equalizer.root.locator('[data-chart^="what-if-moves"]')
    expect(chart.locator(".ug-chart-summary")).to_contain_text(f"{strongest['label']} moves it most. At {strongest['low']}")
    drawing = chart.locator("svg:visible")
    expect(drawing).to_contain_text(strongest["label"], timeout=PATIENCE)
    assert "#c000" not in drawing.inner_html()
    chart.locator("summary").click()
    expect(chart.locator("tbody tr").first).to_contain_text(strongest["high"])


def test_sought_value_reaches_the_goal(equalizer: WhatIfPanel) -> None:
    equalizer.seek("gap", "5,000", "pay")
    text = sought("5,000", "pay")
    expect(equalizer.answer("seek")).to_contain_text(f"would have to be {text}")
    equalizer.calculator.type("pay", text.split()[0].lstrip("$"))
    assert equalizer.calculator.figure("gap") == 5_000.0


def test_only_answers_of_the_panel_are_printed(equalizer: WhatIfPanel) -> None:
    equalizer.seek("gap", "5,000", "pay")
    expect(equalizer.answer("seek")).to_contain_text("would have to be")
    equalizer.calculator.page.emulate_media(media="print")
    expect(equalizer.answer("seek")).to_be_visible()
    expect(equalizer.part("range")).to_be_hidden()
    expect(equalizer.part("keep-scenario")).to_be_hidden()
    assert not any(button.is_visible() for button in equalizer.root.locator("button").all())
    equalizer.calculator.page.emulate_media(media="screen")


def test_panel_without_answers_is_not_printed(visitor: Opener) -> None:
    """The theme opens every fold to print it."""
    form = visitor("equalizer")
    panel = form.element.locator(".ug-what-if")
    form.page.emulate_media(media="print")
    panel.evaluate("(fold) => fold.setAttribute('open', '')")
    expect(panel).to_be_hidden()
    form.page.emulate_media(media="screen")


def test_unreachable_goal_says_how_far_the_figure_goes(equalizer: WhatIfPanel) -> None:
    equalizer.seek("gap", "-1", "pay")
    expect(equalizer.answer("seek")).to_contain_text("can’t be reached that way")
    expect(equalizer.answer("seek")).to_contain_text("only goes from $0 a year")


def test_invalid_goal_is_explained_and_keeps_the_typed_text(equalizer: WhatIfPanel) -> None:
    equalizer.seek("gap", "lots", "pay")
    expect(equalizer.error("seek.goal")).to_contain_text("You wrote “lots”.")
    goal = equalizer.control("seek.goal")
    expect(goal).to_have_attribute("aria-invalid", "true")
    expect(goal).to_have_value("lots")
    described = (goal.get_attribute("aria-describedby") or "").split()
    assert equalizer.error("seek.goal").get_attribute("id") in described
    expect(equalizer.control("seek.by")).to_have_value("pay")
    goal.fill("5,000")
    goal.press("Enter")
    expect(equalizer.answer("seek")).to_contain_text("would have to be")
    expect(equalizer.error("seek.goal")).to_be_hidden()
    assert goal.get_attribute("aria-invalid") is None


def test_range_is_shown_in_percentiles_and_drawn(equalizer: WhatIfPanel) -> None:
    equalizer.range("inflation", "2", "", "6")
    low = {"low": "2", "typical": "3.4", "high": "6"}
    percentiles = explored("equalizer", {"kind": "range", "estimates": {"inflation": low}}, inflation="3.4")
    equalizer.calculator.type("inflation", "3.4")
    expect(equalizer.answer("range")).to_contain_text(f"ends below ${percentiles['p10']:,.0f} a year one time in ten")
    expect(equalizer.root.locator('[data-chart="what-if-range"] svg:visible')).to_contain_text("half below", timeout=PATIENCE)
    for part, text in (("low", "2"), ("typical", ""), ("high", "6")):
        expect(equalizer.control(f"range.{part}")).to_have_value(text)


def test_invalid_part_of_a_range_is_explained_at_its_box(equalizer: WhatIfPanel) -> None:
    equalizer.range("inflation", "2", "3", "1")
    expect(equalizer.error("range.high")).to_contain_text("High must not be below typical")
    expect(equalizer.error("range.low")).to_be_hidden()
    expect(equalizer.control("range.high")).to_have_value("1")
    expect(equalizer.root.locator('[data-chart="what-if-range"]')).to_have_count(0)


def test_every_answer_follows_the_form(equalizer: WhatIfPanel) -> None:
    equalizer.seek("gap", "5,000", "pay_growth")
    expect(equalizer.answer("seek")).to_contain_text(sought("5,000", "pay_growth"))
    equalizer.calculator.type("pay", "90,000")
    then = sought("5,000", "pay_growth", pay="90,000")
    assert then != sought("5,000", "pay_growth")
    expect(equalizer.answer("seek")).to_contain_text(then)
    gap = f"{answer('equalizer', pay='90,000')['figures']['gap']:,.0f}"
    expect(equalizer.control("seek.figure").locator("option:checked")).to_contain_text(gap)
    expect(equalizer.control("seek.goal")).to_have_value("5,000")
    expect(equalizer.control("seek.by")).to_have_value("pay_growth")


def test_answers_are_marked_outdated_while_the_form_has_an_error(equalizer: WhatIfPanel) -> None:
    stale = equalizer.root.locator(".ug-what-if-stale")
    expect(stale).to_be_hidden()
    equalizer.calculator.type_only("pay", "much")
    expect(stale).to_be_visible()
    equalizer.seek("gap", "5,000", "pay")
    equalizer.calculator.page.wait_for_timeout(500)
    expect(equalizer.answer("seek")).to_be_empty()
    equalizer.calculator.type("pay", "52,000")
    expect(stale).to_be_hidden()
    expect(equalizer.answer("seek")).to_contain_text(sought("5,000", "pay", pay="52,000"))


def test_scenarios_survive_a_reload_and_can_be_dropped(equalizer: WhatIfPanel) -> None:
    """Scenarios are named, kept, compared after a reload, and dropped."""
    equalizer.keep("As now")
    equalizer.calculator.type("pay", "80,000")
    equalizer.keep("With a raise")
    equalizer.calculator.type("years", "9")
    expect(equalizer.columns).to_have_count(3)
    row = equalizer.root.get_by_role("row").filter(has_text="Pay today").first
    expect(row).to_contain_text("$80,000")
    expect(row.locator("strong")).to_have_count(1)  # only “As now” differs from the present pay
    expect(row.locator("strong")).to_contain_text("≠ ")
    equalizer.calculator.page.reload()
    again = WhatIfPanel(equalizer.calculator)
    again.calculator.wait_for_outcome(0)
    again.opened()
    assert [text.split("×")[0].strip() for text in again.columns.all_text_contents()] == ["Now", "As now", "With a raise"]
    again.root.get_by_role("button", name="Drop As now").click()
    expect(again.columns).to_have_count(2)
    expect(again.root.locator("summary").first).to_be_focused()


def test_fifth_scenario_is_refused_until_another_is_dropped(equalizer: WhatIfPanel) -> None:
    for name in ("One", "Two", "Three"):
        equalizer.keep(name)
    expect(equalizer.button("keep-scenario")).to_have_count(0)
    expect(equalizer.root).to_contain_text("You can compare at most four sets of numbers.")
    equalizer.root.get_by_role("button", name="Drop Two").click()
    expect(equalizer.button("keep-scenario")).to_be_visible()


def test_scenarios_with_lists_and_estimates_are_kept(page: Page, calculator: Opener) -> None:
    panel = WhatIfPanel(calculator("leverage-income").opened()).opened()
    panel.keep("First")
    panel.calculator.type("pairs.0.price", "77")
    page.reload()
    panel.calculator.wait_for_outcome(0)
    panel.opened()
    expect(panel.root.get_by_role("row").filter(has_text=": Price").first).to_contain_text("$77")


IN_PANEL = """(() => {
  const { activeElement: control } = document;
  return control.closest(".ug-what-if") ? (control.dataset.whatIf ?? control.dataset.action ?? "") : "";
})()"""
"""The name of the control that has the focus, if it belongs to the panel."""


def test_whole_panel_works_with_the_keyboard(visitor: Opener) -> None:
    panel = WhatIfPanel(visitor("equalizer"))
    panel.root.locator("summary").first.focus()
    page = panel.calculator.page
    page.keyboard.press("Enter")
    expect(panel.control("seek.goal")).to_be_visible()
    reached = []
    for _ in range(16):
        page.keyboard.press("Tab")
        name = page.evaluate(IN_PANEL)
        reached += [name] if name else []
        if name == "seek.goal":
            page.keyboard.type("5,000")
        if name == "seek":
            page.keyboard.press("Space")
    assert reached[:4] == ["seek.figure", "seek.goal", "seek.by", "seek"]
    assert reached[4:] == ["range.input", "range.low", "range.typical", "range.high", "range", "scenario.name", "keep-scenario"]
    expect(panel.answer("seek")).not_to_be_empty()


def test_choice_survives_a_country_that_shares_the_question(visitor: Opener) -> None:
    take_home = visitor("take-home")
    panel = WhatIfPanel(take_home).opened()
    panel.control("seek.by").select_option("expenses")
    panel.control("range.input").select_option("spouse_age")
    before = take_home.outcomes
    take_home.field("country").select_option("uk")
    take_home.wait_for_outcome(before)
    expect(panel.control("seek.figure").locator("option:checked")).to_contain_text("£")
    expect(panel.control("seek.by")).to_have_value("expenses")
    expect(panel.control("range.input")).to_have_value("wages")  # the United Kingdom asks for no spouse: back to the first


@pytest.mark.parametrize("name", ["leverage-income", "take-home", "accelerator", "equalizer", "time-audit"])
def test_panel_does_not_scroll_sideways_on_a_phone(visitor: Opener, name: str) -> None:
    form = visitor(name)
    form.page.set_viewport_size({"width": 360, "height": 740})
    panel = WhatIfPanel(form).opened()
    expect(panel.root.locator("svg:visible").first).to_be_visible(timeout=PATIENCE)
    assert panel.beyond <= 0
    panel.control("seek.goal").fill("1,000,000")
    panel.button("seek").click()
    expect(panel.answer("seek")).not_to_be_empty()
    assert panel.beyond <= 0
    panel.control("range.low").fill("much")
    panel.button("range").click()
    expect(panel.error("range.low")).to_be_visible()
    assert panel.beyond <= 0
    for scenario in ("A rather long name for a set of numbers", "Two", "Three"):
        panel.keep(scenario[:40])
    panel.root.locator("summary").last.click()
    assert panel.beyond <= 0
