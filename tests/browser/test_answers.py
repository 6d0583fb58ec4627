"""Every change is answered by Python; of several the last counts; what is wrong is said without losing anything."""

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
  if (type === "init") self.postMessage({ type: "ready" });
  else {
    const html = `<data data-figure="gap" value="${JSON.parse(text).inputs.pay ?? 0}"></data>`;
    const answer = JSON.stringify({ outcome: { html, charts: [] }, errors: [] });
    setTimeout(() => self.postMessage({ type: "answer", id, text: answer }), 400);
  }
};
"""


def test_the_worked_example(visitor: Opener) -> None:
    one = visitor("equalizer")
    for name, text in {"pay": "52,000", "pay_growth": "2", "inflation": "3.4", "years": "5"}.items():
        one.field(name).fill(text)
    one.type("pay", "52000")
    assert [one.figure(name) for name in ("pay_needed", "pay_expected", "gap")] == [61461.91, 57412.20, 4049.71]


@pytest.mark.parametrize("text", BAD_INPUT)
def test_bad_input_is_answered_as_python_answers_it(visitor: Opener, text: str) -> None:
    one = visitor("equalizer")
    gap = one.figure("gap")
    said = answer("equalizer", pay=text)
    one.field("pay").fill(text)
    if said.get("errors"):
        expect(one.error("pay")).to_have_text(said["errors"][0]["message"])
        expect(one.field("pay")).to_have_attribute("aria-invalid", "true")
        assert one.figure("gap") == gap, "the last good outcome stays"
        one.expect_state("ready")
    else:
        one.page.wait_for_function("(gap) => +document.querySelector('[data-figure=gap]').value === gap", arg=said["figures"]["gap"])
        expect(one.error("pay")).to_be_hidden()
    expect(one.field("pay")).to_have_value(text)
    assert one.kept()["pay"] == text


def test_the_summary_leads_to_the_field_and_goes_when_it_is_put_right(visitor: Opener) -> None:
    one = visitor("equalizer")
    one.field("years").fill("many")
    one.field("pay").fill("much")
    links = one.summary.locator("a")
    expect(links).to_have_count(2)
    one.summary.get_by_role("link", name="Years").click()
    expect(one.field("years")).to_be_focused()
    assert "#" not in one.page.url
    one.field("years").fill("5")
    expect(links).to_have_count(1)
    one.type("pay", "52,000")
    expect(links).to_have_count(0)
    expect(one.error("pay")).to_be_hidden()
    assert one.field("pay").get_attribute("aria-invalid") is None


def test_a_field_is_described_by_its_error(visitor: Opener) -> None:
    one = visitor("equalizer")
    one.field("pay").fill("much")
    expect(one.error("pay")).to_be_visible()
    assert one.error("pay").get_attribute("id") in (one.field("pay").get_attribute("aria-describedby") or "").split()


def test_what_is_being_typed_is_not_called_wrong_at_once(page: Page, calculator: Opener) -> None:
    one = calculator("equalizer").opened()
    page.clock.install()
    one.field("pay").press_sequentially("x")
    page.clock.run_for(200)
    page.wait_for_timeout(300)
    expect(one.error("pay")).to_be_hidden()
    one.field("years").focus()
    expect(one.error("pay")).to_be_visible()


def test_enter_takes_the_reader_to_what_is_wrong(visitor: Opener) -> None:
    one = visitor("equalizer")
    one.field("pay").fill("much")
    one.field("pay").press("Enter")
    expect(one.summary.locator(".ug-error-summary")).to_be_focused()
    # leaving the field is a change of its own, and its answer says the same once more
    one.page.wait_for_timeout(1_000)
    one.expect_state("ready")
    expect(one.summary.locator(".ug-error-summary")).to_be_focused(timeout=1)


def test_an_error_inside_of_a_folded_part_is_opened_by_its_link(visitor: Opener) -> None:
    one = visitor("inventory")
    fold = one.rows("assets").first.locator("details")
    inner = fold.locator("input[inputmode]").first
    name = inner.get_attribute("name") or ""
    fold.locator("summary").click()
    inner.fill("much")
    expect(one.error(name)).to_be_visible()
    fold.evaluate("(fold) => { fold.open = false }")
    one.summary.locator("a").first.click()
    expect(one.field(name)).to_be_focused()
    expect(one.field(name)).to_be_visible()


def test_of_quick_changes_only_the_last_is_painted(page: Page, calculator: Opener) -> None:
    page.route("**/assets/ug/worker.*.js", lambda route: route.fulfill(body=SLOW_WORKER, content_type="text/javascript"))
    page.add_init_script("""
      window.painted = [];
      new MutationObserver(() => {
        const value = document.querySelector('[data-slot="outcome"] [data-figure]')?.value;
        if (value !== window.painted.at(-1)) window.painted.push(value);
      }).observe(document, {subtree: true, childList: true, attributes: true});
    """)
    one = calculator("equalizer").opened()
    page.wait_for_timeout(600)
    for pay in ("1", "2", "3"):
        one.field("pay").fill(pay)
        page.wait_for_timeout(150)  # more than the pause after a key, less than an answer takes
    page.wait_for_function("document.querySelector('[data-slot=outcome] [data-figure]').value === '3'")
    page.wait_for_timeout(900)
    painted = page.evaluate("window.painted")
    assert [value for value in painted[painted.index("0") :] if value] == ["0", "3"]


def test_a_hostile_name_is_shown_as_text_and_runs_nowhere(page: Page, calculator: Opener) -> None:
    hostile = "<img src=x onerror=window.hacked=1>"
    one = calculator("inventory").opened()
    one.type("assets.0.name", hostile)
    expect(one.element.locator('[data-slot="outcome"]')).to_contain_text(hostile)
    assert one.element.locator("img").count() == 0
    page.reload()
    one.wait_for_outcome(0)
    expect(one.field("assets.0.name")).to_have_value(hostile)
    assert page.evaluate("window.hacked") is None


def test_too_many_hours_in_a_day_part_are_said(visitor: Opener) -> None:
    one = visitor("time-audit")
    one.field("uses.0.morning").fill("169")
    expect(one.error("uses.0.morning")).to_contain_text("169")
    expect(one.field("uses.0.morning")).to_have_value("169")


def test_the_details_that_a_reader_opened_stay_open(visitor: Opener) -> None:
    one = visitor("equalizer")
    fold = one.element.locator('[data-slot="outcome"] details').first
    fold.locator("summary").first.click()
    one.type("pay", "70,000")
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
    one = calculator("equalizer").opened()
    one.type("pay", "50,000")
    crossed: list[Any] = page.evaluate("window.crossed")
    calls = [message for message in crossed if isinstance(message, dict) and "text" in message]
    assert calls
    assert all(set(call) == {"type", "id", "text"} for call in calls)
    assert {call["type"] for call in calls} == {"compute"}
    assert all(set(json.loads(call["text"])) == {"calculator", "inputs", "workbook", "numbers"} for call in calls)


def test_months_pasted_as_a_column_are_read_one_by_one(visitor: Opener) -> None:
    """In a box of one line the browser takes the line breaks out, and 820, 1040 would become 8201040."""
    one = visitor("buffer")
    months = ["820", "1040", "560", "910", "0", "430"]
    one.type("past", "\n".join(months))
    assert one.figure("count") == 6
    assert one.figure("mean") == answer("buffer", past=" ".join(months))["figures"]["mean"]


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


def test_on_a_slow_device_the_numbers_come_before_their_ranges(page: Page, calculator: Opener) -> None:
    page.add_init_script(SLOW_CLOCK)
    one = calculator("leverage-income").opened()
    one.type("own_hours", "9")
    shown = one.element.locator(".ug-headline .ug-range").element_handle()
    assert shown
    one.type("own_hours", "3")
    assert page.evaluate("window.firsts") > 0
    assert one.figure("net_year") == answer("leverage-income", own_hours="3")["figures"]["net_year"]
    assert shown.evaluate("node => node.isConnected")
    expect(one.element.locator(".ug-headline .ug-range dd")).to_have_count(3)
