"""Comfort around a calculator: the page's title, the result as text, going back to usual numbers, and sliders."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from calculators import find
from tests.accessibility.test_pages import in_each_window, look_through
from tests.browser.calculator_page import PATIENCE, CalculatorPage, Opener, answer, follow, store_here, undo

REFUSE = "() => { navigator.clipboard.writeText = async () => { throw new DOMException('refused', 'NotAllowedError'); }; }"
TAKE = "() => { navigator.clipboard.writeText = async (text) => { window.copied = text; }; }"


def reset_of(form: CalculatorPage, label: str) -> Locator:
    return form.element.get_by_role("button", name=f"Back to the usual number: {label}")


def test_title_says_the_headline_of_own_numbers_only(visitor: Opener) -> None:
    form = visitor("equalizer")
    page = form.page
    plain = page.title()
    form.type("pay", "71,000")
    headline = " ".join(form.element.locator(".ug-headline-number").inner_text().split())
    expect(page).to_have_title(f"{headline} · {plain}")
    reset_of(form, "Pay today").press("Enter")
    expect(form.field("pay")).to_be_focused()
    expect(page).to_have_title(plain)
    undo(form).click()
    expect(form.field("pay")).to_have_value("71,000")
    expect(page).to_have_title(f"{headline} · {plain}")
    follow(page, f"{form.site}reference/glossary/")
    expect(page).to_have_title("Glossary - Ultimate Gig")


def test_title_on_a_page_with_several_follows_the_one_in_use(visitor: Opener) -> None:
    form = visitor("equalizer")
    page = form.page
    form.type("pay", "71,000")
    follow(page, f"{form.site}chapters/06-what-you-keep/")
    forms = page.locator("gig-calculator:not([data-play])")
    assert forms.count() > 1
    plain = page.title()
    used = CalculatorPage(page, form.site, forms.nth(1).get_attribute("data-calculator") or "")
    used.element.locator("form").scroll_into_view_if_needed()
    box = used.element.locator("[data-kind=number] input[name]:visible").first
    box.fill("7")
    expect(page).not_to_have_title(plain)
    headline = " ".join(used.element.locator(".ug-headline-number").inner_text().split())
    expect(page).to_have_title(f"{headline} · {plain}")


def test_result_is_copied_as_text(visitor: Opener) -> None:
    form = visitor("equalizer")
    page = form.page
    form.type("pay", "71,000")
    page.evaluate(TAKE)
    form.element.get_by_role("button", name="Copy result").click()
    expect(form.element.get_by_text("The result is copied as text.")).to_be_visible()
    text = str(page.evaluate("window.copied"))
    outcome = form.element.locator(".ug-outcome")
    for part in (".ug-sentence", ".ug-headline-label", ".ug-headline-number", ".ug-part:first-child dt"):
        assert " ".join(outcome.locator(part).first.inner_text().split()) in text, part
    assert "- Pay today: $71,000 a year\n- the usual numbers for everything else\n" in text
    assert f"\n{form.site}calculators/equalizer/\n" in text
    assert "#" not in text

    page.evaluate(REFUSE)
    form.element.get_by_role("button", name="Copy result").click()
    field = page.get_by_role("textbox", name="Copy the result")
    expect(field).to_have_value(text)
    assert page.evaluate("getSelection().toString()") == text
    assert in_each_window(page, ".ug-dialog") == []
    page.keyboard.press("Escape")
    expect(field).to_have_count(0)


def test_starting_over_can_be_undone(visitor: Opener) -> None:
    form = visitor("equalizer")
    again = form.element.get_by_role("button", name="Start over")
    form.type("pay", "71,000")
    form.type("years", "9")
    again.press("Enter")
    form.expect_figure("gap", answer("equalizer")["figures"]["gap"])
    assert form.kept() == {}
    undo(form).press("Enter")
    expect(form.field("years")).to_have_value("9")
    form.expect_figure("gap", answer("equalizer", pay="71,000", years="9")["figures"]["gap"])
    assert form.kept() == {"pay": "71,000", "years": "9"}


def slider_of(form: CalculatorPage, name: str) -> Locator:
    return form.element.locator(f'[data-field="{name}"] [data-slide]')


def drag(slider: Locator, value: str) -> None:
    slider.evaluate("(slider, value) => { slider.value = value; slider.dispatchEvent(new Event('input', {bubbles: true})); }", value)


def test_slider_and_box_move_together(visitor: Opener) -> None:
    form = visitor("equalizer")
    slider = slider_of(form, "years")
    expect(slider).to_be_enabled()
    drag(slider, "12")
    expect(form.field("years")).to_have_value("12")
    form.expect_figure("gap", answer("equalizer", years="12")["figures"]["gap"])
    assert form.kept() == {"years": "12"}
    form.type("years", "20")
    expect(slider).to_have_value("20")
    expect(slider).to_have_attribute("aria-valuetext", "20 years")
    form.field("years").press("Tab")
    expect(reset_of(form, "Years ahead")).to_be_focused()  # the slider is no stop of its own
    form.page.keyboard.press("Tab")
    assert form.page.evaluate("document.activeElement.name") == following("equalizer", "years")


def following(calculator: str, name: str) -> str:
    """The name of the field after a field of a calculator's form."""
    declared = find(calculator)
    assert declared is not None
    names = [name for group in declared.groups for name in group.names]
    return names[names.index(name) + 1]


def test_comfort_is_accessible(visitor: Opener, visitor_page: Page) -> None:
    form = visitor("leverage-income")
    form.open_folds()
    form.type("together", "40")
    store_here(visitor_page, {"time-audit": {"rest_floor": "40"}, "leverage-income": {"together": "40"}})
    expect(form.element.get_by_role("button", name="Keep this as my own")).to_be_visible(timeout=PATIENCE)
    expect(reset_of(form, "How closely good and bad years coincide")).to_be_visible()
    assert look_through(visitor_page, part=".ug-form") == []
