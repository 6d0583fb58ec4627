"""Each change of an input is computed, the last of several wins, and errors are reported without losing input or outcome."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.calculator_page import Opener, answer

BAD_INPUT = ["", "abc", "12 apples", "1e309", "NaN", "-5", "1.234,56", "$1,200", "٥٢٠٠٠", "1,2,3", "9" * 400, "<script>x</script>", "0x10"]
"""For the equalizer's pay. Some of these are accepted: what counts is that the page says what Python says."""

SLOW_WORKER = """
let last = Promise.resolve();
self.onmessage = ({ data: { type, id, text } }) => {
  if (type === "init") self.postMessage({ type: "ready", restored: false });
  else {
    const figure = `<data data-figure="gap" value="${JSON.parse(text).inputs.pay ?? 0}"></data>`;
    const html = `<div class="ug-outcome-beside">${figure}</div>`;
    const answer = JSON.stringify({ outcome: { html, charts: [] }, errors: [] });
    setTimeout(() => self.postMessage({ type: "answer", id, text: answer }), 400);
  }
};
if (self.name) self.postMessage({ type: "ready", restored: false });
"""


def test_the_worked_example(visitor: Opener) -> None:
    equalizer = visitor("equalizer")
    for name, text in {"pay": "52,000", "pay_growth": "2", "inflation": "3.4", "years": "5"}.items():
        equalizer.field(name).fill(text)
    equalizer.type("pay", "52000")
    assert [equalizer.figure(name) for name in ("pay_needed", "pay_expected", "gap")] == [61461.91, 57412.20, 4049.71]


@pytest.mark.parametrize("text", BAD_INPUT)
def test_bad_input_is_answered_as_python_answers_it(visitor: Opener, text: str) -> None:
    equalizer = visitor("equalizer")
    gap = equalizer.figure("gap")
    said = answer("equalizer", pay=text)
    equalizer.field("pay").fill(text)
    if said.get("errors"):
        expect(equalizer.error("pay")).to_have_text(said["errors"][0]["message"])
        expect(equalizer.field("pay")).to_have_attribute("aria-invalid", "true")
        assert equalizer.figure("gap") == gap, "the last good outcome stays"
        equalizer.expect_state("ready")
    else:
        equalizer.page.wait_for_function("(gap) => +document.querySelector('[data-figure=gap]').value === gap", arg=said["figures"]["gap"])
        expect(equalizer.error("pay")).to_be_hidden()
    expect(equalizer.field("pay")).to_have_value(text)
    assert equalizer.kept()["pay"] == text


def test_error_summary_links_to_the_field_until_it_is_fixed(visitor: Opener) -> None:
    equalizer = visitor("equalizer")
    equalizer.field("years").fill("many")
    equalizer.field("pay").fill("much")
    links = equalizer.summary.locator("a")
    expect(links).to_have_count(2)
    equalizer.summary.get_by_role("link", name="Years").click()
    expect(equalizer.field("years")).to_be_focused()
    assert "#" not in equalizer.page.url
    equalizer.field("years").fill("5")
    expect(links).to_have_count(1)
    equalizer.type("pay", "52,000")
    expect(links).to_have_count(0)
    expect(equalizer.error("pay")).to_be_hidden()
    assert equalizer.field("pay").get_attribute("aria-invalid") is None


def test_a_field_is_described_by_its_error(visitor: Opener) -> None:
    equalizer = visitor("equalizer")
    equalizer.field("pay").fill("much")
    expect(equalizer.error("pay")).to_be_visible()
    assert equalizer.error("pay").get_attribute("id") in (equalizer.field("pay").get_attribute("aria-describedby") or "").split()


def test_error_waits_until_typing_stops(page: Page, calculator: Opener) -> None:
    equalizer = calculator("equalizer").opened()
    page.clock.install(time="2026-11-29T12:00:00Z")
    page.clock.pause_at("2026-11-29T12:00:05Z")
    equalizer.field("pay").press_sequentially("x")
    page.clock.run_for(200)
    page.wait_for_function("!ugServices.pyodide.busy")  # Python has found the error
    expect(equalizer.error("pay")).to_be_hidden()
    equalizer.field("years").focus()
    expect(equalizer.error("pay")).to_be_visible()


def test_enter_moves_focus_to_the_error(visitor: Opener) -> None:
    equalizer = visitor("equalizer")
    equalizer.field("pay").fill("much")
    equalizer.field("pay").press("Enter")
    expect(equalizer.summary.locator(".ug-error-summary")).to_be_focused()
    # leaving the field is a change of its own, and its answer says the same once more
    equalizer.page.wait_for_timeout(1_000)
    equalizer.expect_state("ready")
    expect(equalizer.summary.locator(".ug-error-summary")).to_be_focused(timeout=1)


def test_error_link_opens_the_fold_around_its_field(visitor: Opener) -> None:
    inventory = visitor("inventory")
    fold = inventory.rows("assets").first.locator("details")
    inner = fold.locator("input[inputmode]").first
    name = inner.get_attribute("name") or ""
    fold.locator("summary").click()
    inner.fill("much")
    expect(inventory.error(name)).to_be_visible()
    fold.evaluate("(fold) => { fold.open = false }")
    inventory.summary.locator("a").first.click()
    expect(inventory.field(name)).to_be_focused()
    expect(inventory.field(name)).to_be_visible()


def test_only_the_last_of_quick_changes_is_painted(page: Page, calculator: Opener) -> None:
    page.route("**/assets/ug/worker.*.js", lambda route: route.fulfill(body=SLOW_WORKER, content_type="text/javascript"))
    page.add_init_script("""
      window.painted = [];
      new MutationObserver(() => {
        const value = document.querySelector('[data-slot="outcome"] [data-figure]')?.value;
        if (value !== window.painted.at(-1)) window.painted.push(value);
      }).observe(document, {subtree: true, childList: true, attributes: true});
    """)
    equalizer = calculator("equalizer").opened()
    page.wait_for_timeout(600)
    for pay in ("1", "2", "3"):
        equalizer.field("pay").fill(pay)
        page.wait_for_timeout(150)  # more than the pause after a key, less than an answer takes
    page.wait_for_function("document.querySelector('[data-slot=outcome] [data-figure]').value === '3'")
    page.wait_for_timeout(900)
    painted = page.evaluate("window.painted")
    assert [value for value in painted[painted.index("0") :] if value] == ["0", "3"]


def test_hostile_name_is_shown_as_text_and_never_runs(page: Page, calculator: Opener) -> None:
    hostile = "<img src=x onerror=window.hacked=1>"
    inventory = calculator("inventory").opened()
    inventory.type("assets.0.name", hostile)
    expect(inventory.element.locator('[data-slot="rest"]')).to_contain_text(hostile)
    assert inventory.element.locator("img").count() == 0
    page.reload()
    inventory.wait_for_outcome(0)
    expect(inventory.field("assets.0.name")).to_have_value(hostile)
    assert page.evaluate("window.hacked") is None


def test_too_many_hours_in_a_day_part_are_reported(visitor: Opener) -> None:
    time_audit = visitor("time-audit")
    time_audit.element.get_by_text("Type hours a week instead").first.click()
    time_audit.add_button("uses").click()
    time_audit.field("uses.0.morning").fill("169")
    time_audit.field("rest_floor").focus()
    expect(time_audit.error("uses.0.morning")).to_contain_text("169")
    expect(time_audit.field("uses.0.morning")).to_have_value("169")


def test_details_opened_by_the_reader_stay_open(visitor: Opener) -> None:
    equalizer = visitor("equalizer")
    fold = equalizer.element.locator('[data-slot="outcome"] details').first
    fold.locator("summary").first.click()
    equalizer.type("pay", "70,000")
    assert fold.evaluate("(fold) => fold.open")


def test_nothing_but_json_text_crosses_to_the_worker(page: Page, calculator: Opener) -> None:
    page.add_init_script("""
      window.crossed = [];
      const send = Worker.prototype.postMessage;
      Worker.prototype.postMessage = function (...all) {
        window.crossed.push(all.length === 1 ? all[0] : null);
        return send.apply(this, all);
      };
    """)
    equalizer = calculator("equalizer").opened()
    equalizer.type("pay", "50,000")
    crossed: list[Any] = page.evaluate("window.crossed")
    calls = [message for message in crossed if isinstance(message, dict) and "text" in message]
    assert calls
    assert all(set(call) == {"type", "id", "text"} for call in calls)
    assert {call["type"] for call in calls} == {"compute"}
    assert all(set(json.loads(call["text"])) - {"folds"} == {"calculator", "inputs", "workbook", "numbers"} for call in calls)


def test_months_pasted_as_a_column_are_read_separately(visitor: Opener) -> None:
    """In a box of one line the browser takes the line breaks out, and 820, 1040 would become 8201040."""
    buffer = visitor("buffer")
    months = ["820", "1040", "560", "910", "0", "430"]
    buffer.type("past", "\n".join(months))
    assert buffer.figure("count") == 6
    assert buffer.figure("mean") == answer("buffer", past=" ".join(months))["figures"]["mean"]


SLOW_CLOCK = """
let passed = 0;
performance.now = () => (passed += 500);
window.firsts = 0;
const post = Worker.prototype.postMessage;
Worker.prototype.postMessage = function (message) {
  if (message.text?.includes('"first":true')) window.firsts++;
  return post.call(this, message);
};
"""


def test_numbers_come_before_their_ranges_on_a_slow_device(page: Page, calculator: Opener) -> None:
    page.add_init_script(SLOW_CLOCK)
    leverage_income = calculator("leverage-income").opened()
    leverage_income.type("own_hours", "9")
    shown = leverage_income.element.locator(".ug-headline .ug-range").element_handle()
    assert shown
    leverage_income.type("own_hours", "3")
    assert page.evaluate("window.firsts") > 0
    assert leverage_income.figure("net_year") == answer("leverage-income", own_hours="3")["figures"]["net_year"]
    assert shown.evaluate("node => node.isConnected")
    expect(leverage_income.element.locator(".ug-headline .ug-range dd")).to_have_count(3)
