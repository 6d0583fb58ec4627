"""Text that an input method composes, as for Japanese: in a number's box and in the editor of “See the Python”."""

from __future__ import annotations

from playwright.sync_api import CDPSession, expect

from tests.browser.calculator_page import PATIENCE, Opener, answer
from tests.browser.test_source_code import opened


def compose(keys: CDPSession, *states: str) -> None:
    """Show each state of a text as it is composed; the last one is taken."""
    for state in states:
        keys.send("Input.imeSetComposition", {"text": state, "selectionStart": len(state), "selectionEnd": len(state)})
    keys.send("Input.insertText", {"text": states[-1]})


def test_composed_text_reaches_the_box_and_the_editor(visitor: Opener) -> None:
    """Nothing replaces what is being composed, also while outcomes come in, and digits of full width count as digits."""
    form = visitor("equalizer")
    page = form.page
    keys = page.context.new_cdp_session(page)
    before = form.outcomes
    form.field("pay").select_text()
    keys.send("Input.imeSetComposition", {"text": "７２", "selectionStart": 2, "selectionEnd": 2})
    form.wait_for_outcome(before)
    expect(form.field("pay")).to_have_value("７２")
    compose(keys, "７２，", "７２，０００")
    form.expect_figure("pay_needed", answer("equalizer", pay="72,000")["figures"]["pay_needed"])
    expect(form.field("pay")).to_have_value("７２，０００")
    assert form.kept() == {"pay": "７２，０００"}

    fold = opened(page, "gap")
    fold.get_by_role("button", name="Change it: The gap").click()
    editor = fold.locator(".cm-content")
    expect(editor).to_be_focused(timeout=PATIENCE)
    page.keyboard.press("ControlOrMeta+End")
    page.keyboard.type("  # ")
    compose(keys, "か", "かん", "漢字")
    page.keyboard.type(" = kanji")
    expect(editor.locator(".cm-line").last).to_have_text("    return max(0, pay_needed - pay_expected)  # 漢字 = kanji")
    fold.get_by_role("button", name="Run").click()
    expect(fold.locator("[role=status]")).to_have_text("It runs, but with your numbers no figure changes.", timeout=PATIENCE)
    keys.detach()
