"""“See the Python”: a figure's source with links to its parameters, and an editor that runs a changed figure in a Python of its own."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.accessibility.test_pages import in_each_window
from tests.browser.calculator_page import PATIENCE, Opener, follow

GAP = "[data-figure-source=gap]"
HEAD = '''@figure("The gap", unit=Money(per="year", dollars=True))
def gap(pay_needed: float, pay_expected: float) -> float:
    """Why."""
'''
SHORTER = """() => {
  window.patient ??= setTimeout;
  window.setTimeout = (act, time, ...more) => patient(act, time === 10_000 ? 1_000 : time, ...more);
}"""
"""Lets a run take a second in place of ten."""


def opened(page: Page, figure: str) -> Locator:
    """Open the code of a calculator, and there that of a figure."""
    page.get_by_role("button", name="See the Python").click()
    fold = page.locator(f'[data-figure-source="{figure}"]')
    expect(fold).to_be_visible(timeout=PATIENCE)
    if not fold.evaluate("(fold) => fold.open"):
        fold.locator("summary").click()
    return fold


def write(fold: Locator, source: str) -> None:
    """Replace what the editor has."""
    fold.locator(".cm-content").focus()
    fold.page.keyboard.press("ControlOrMeta+a")
    fold.page.keyboard.type(source[0])
    fold.page.keyboard.insert_text(source[1:])


def test_a_figure_is_changed_and_run_beside_the_workbook(visitor: Opener) -> None:
    """The form's own numbers are used; errors have a line; the network is out of reach; the reset brings the original back."""
    form = visitor("equalizer")
    form.type("pay", "80,000")
    page, gap = form.page, form.figure("gap")
    fold = opened(page, "gap")
    expect(fold.locator("pre").first).to_contain_text("return max(0, pay_needed - pay_expected)")
    assert in_each_window(page, GAP) == []
    fold.get_by_role("button", name="Change it: The gap").click()
    expect(fold.locator(".cm-content")).to_be_focused(timeout=PATIENCE)
    status, run = fold.locator("[role=status]"), fold.get_by_role("button", name="Run")
    write(fold, HEAD + "    return pay_needed - pay_expected + 1000\n")
    run.click()
    row = page.locator('[data-compared="gap"] td')
    expect(row).to_have_text([f"${round(gap):,} a year", f"${round(gap) + 1000:,} a year", "+$1,000"], timeout=PATIENCE)
    expect(status).to_contain_text("numbers change")
    assert form.figure("gap") == gap
    write(fold, HEAD + "    return max(0, pay_neded)\n")
    page.keyboard.press("ControlOrMeta+Enter")
    expect(status).to_have_text("Line 4: There is nothing called pay_neded here; did you mean pay_needed?", timeout=PATIENCE)
    assert in_each_window(page, GAP) == []
    write(fold, HEAD + "    import js\n    return js.fetch\n")
    run.click()
    expect(status).to_contain_text("No module named 'js'", timeout=PATIENCE)
    fold.get_by_role("button", name="Back to the original").click()
    expect(fold.locator(".cm-content")).to_contain_text("return max(0, pay_needed - pay_expected)")
    expect(page.locator("[data-compared]")).to_have_count(0)


def test_an_endless_loop_is_stopped_by_hand_and_by_the_clock(visitor: Opener) -> None:
    """Python starts anew for the next run; Escape and Tab lead out of the editor."""
    page = visitor("equalizer").page
    fold = opened(page, "gap")
    fold.get_by_role("button", name="Change it: The gap").click()
    expect(fold.locator(".cm-content")).to_be_focused(timeout=PATIENCE)
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(fold.get_by_role("button", name="Run")).to_be_focused()
    write(fold, HEAD + "    while True:\n        pass\n")
    status = fold.locator("[role=status]")
    for stopped in ("Stopped.", "Stopped after 10 seconds, perhaps because a loop in it never ends. Change it and run it again."):
        fold.get_by_role("button", name="Run").click()
        expect(status).to_have_text("Running…", timeout=PATIENCE)
        if stopped == "Stopped.":
            fold.get_by_role("button", name="Stop").click()
        expect(status).to_have_text(stopped, timeout=PATIENCE)
        page.evaluate(SHORTER)
    page.evaluate("() => { window.setTimeout = patient; }")
    write(fold, HEAD + "    return 5.0\n")
    fold.get_by_role("button", name="Run").click()
    expect(page.locator('[data-compared="gap"] td').nth(1)).to_have_text("$5 a year", timeout=PATIENCE)


def test_parameters_are_links_to_where_they_are_listed(visitor: Opener) -> None:
    """Those of the country that the form is about."""
    page = visitor("take-home").page
    fold = opened(page, "mileage_deduction")
    link = fold.locator("pre a[data-parameter]").first
    address = str(link.get_attribute("href"))
    follow(page, address)
    expect(page.locator(f"[id='{address.partition('#')[2]}']")).to_have_count(1)
