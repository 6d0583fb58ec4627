"""Faults of the browser, the device and the network: the page reads whole, what was typed is there, and the page says what to do."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.calculator_page import KEY, PATIENCE, CalculatorPage, Opener, answer, stored, without_python
from tests.browser.test_failures import before_worker, expect_failure
from tests.conftest import BuiltSite

NO_WORKERS = {
    "there are none": ("delete globalThis.Worker;", "too old"),
    "they are refused": ("globalThis.Worker = class { constructor() { throw new DOMException('no', 'SecurityError'); } };", "does not let"),
}

YOUNGER = """{
const of = (name) => globalThis[name]?.prototype ?? {};
for (const [owner, names] of [
  [Array, ["fromAsync"]], [Promise, ["withResolvers", "try"]], [Object, ["groupBy"]], [Map, ["groupBy"]], [URL, ["parse", "canParse"]],
  [Uint8Array, ["fromBase64", "fromHex"]], [of("Uint8Array"), ["toBase64", "toHex"]], [of("Array"), ["toSorted", "toSpliced", "with"]],
  [of("Set"), ["union", "difference", "intersection", "isSubsetOf"]], [of("ArrayBuffer"), ["transfer", "resize"]],
  [of("Iterator"), ["map", "filter", "take", "toArray"]], [globalThis, ["SharedArrayBuffer", "DecompressionStream", "Float16Array"]],
  [of("StorageManager"), ["getDirectory", "estimate", "persist"]], [of("Document"), ["startViewTransition"]],
  [of("HTMLElement"), ["showPopover", "togglePopover"]], [of("Navigator"), ["deviceMemory", "serviceWorker"]],
]) for (const name of names) delete owner[name];
}
"""
"""Take away what browsers have had for three years or less, and what some still lack."""

TRANSLATE = """() => {
  const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    if (data.trim() && !parentElement.closest("script, style, svg, option, textarea")) texts.push(walker.currentNode);
  }
  for (const text of texts) {
    const [outer, inner] = [document.createElement("font"), document.createElement("font")];
    inner.textContent = `«${text.data}»`;
    outer.append(inner);
    outer.style.verticalAlign = inner.style.verticalAlign = "inherit";
    text.replaceWith(outer);
  }
}"""
"""Do to a page what the translation of Chrome does."""

LATE_CLOCK = """
self.Date = class extends Date {
  constructor(...all) { super(...(all.length ? all : [Date.now()])); }
  static now() { return super.now() + 20 * 365.25 * 86_400_000; }
};
"""

WRITE = """() => {
  const { workbook } = ugServices;
  let count = Number(workbook.inputs("equalizer").pay ?? 0);
  const write = () => {
    for (let i = 0; i < 50; i++) workbook.keep("equalizer", { pay: String(++count), note: "x".repeat(20_000) });
    setTimeout(write);
  };
  write();
}"""


@pytest.mark.parametrize("fault", NO_WORKERS)
def test_browser_without_workers_gets_an_explanation(page: Page, calculator: Opener, fault: str) -> None:
    script, words = NO_WORKERS[fault]
    page.add_init_script(script)
    form = calculator("equalizer").open()
    form.field("pay").fill("75,000")
    expect_failure(form, words)
    assert form.kept()["pay"] == "75,000"


def test_browser_three_years_old_computes(page: Page, calculator: Opener) -> None:
    page.add_init_script(YOUNGER)
    before_worker(page, YOUNGER)
    form = calculator("equalizer").opened()
    form.type("pay", "75,000")
    form.expect_figure("gap", answer("equalizer", pay="75,000")["figures"]["gap"])
    expect(form.element.locator("[data-slot=chart] svg[data-live]").first).to_be_attached()


def test_translated_page_goes_on_computing(visitor: Opener) -> None:
    """A translation puts elements around the texts, which later outcomes replace."""
    form = visitor("equalizer")
    for pay in ("75,000", "76,000"):
        form.page.evaluate(TRANSLATE)
        form.type_only("pay", pay)
        form.expect_figure("gap", answer("equalizer", pay=pay)["figures"]["gap"])
    form.page.evaluate(TRANSLATE)
    form.type_only("pay", "much")
    expect(form.error("pay")).to_be_visible()
    form.page.evaluate(TRANSLATE)
    form.type_only("pay", "77,000")
    form.expect_figure("gap", answer("equalizer", pay="77,000")["figures"]["gap"])
    expect(form.error("pay")).to_be_hidden()


def test_form_that_the_browser_restores_is_computed(page: Page, calculator: Opener, thrown: list[str]) -> None:
    """Where nothing can be stored, the outcome after a reload or a step back is that of what the form says."""
    page.add_init_script(
        "for (const name of ['getItem', 'setItem']) Storage.prototype[name] = () => { throw new DOMException('no', 'SecurityError'); }"
    )
    form = calculator("equalizer").opened()
    form.type("pay", "75,000")
    page.reload()
    expect_consistent(form)
    page.goto("about:blank")
    page.go_back()
    expect_consistent(form)
    thrown.clear()  # Material does not reckon with such a browser


def expect_consistent(form: CalculatorPage) -> None:
    form.wait_for_outcome(0)
    form.expect_state("ready")
    form.expect_figure("gap", answer("equalizer", pay=form.field("pay").input_value())["figures"]["gap"])


def test_storage_cleared_while_open_takes_what_is_typed_next(visitor: Opener) -> None:
    form = visitor("equalizer")
    form.type("pay", "75,000")
    form.type("years", "7")
    form.page.evaluate("localStorage.clear()")  # by the browser, which tells nobody
    form.type("inflation", "4")
    assert form.kept() == {"pay": "75,000", "years": "7", "inflation": "4"}


def test_clock_wrong_by_years_is_named(page: Page, calculator: Opener) -> None:
    before_worker(page, LATE_CLOCK)
    form = calculator("buffer").open()
    expect(form.summary).to_contain_text("set its clock", timeout=PATIENCE)
    assert page.locator("h1").first.is_visible()


def test_page_whose_files_are_all_lost_reads_whole(page: Page, built_site: BuiltSite) -> None:
    """The connection broke after the page itself."""
    page.route("**/assets/**", lambda route: route.abort())
    form = CalculatorPage(page, built_site.url, "equalizer").open()
    assert form.figure("gap") == answer("equalizer")["figures"]["gap"]
    expect(page.locator("h1").first).to_be_visible()
    expect(form.element.locator(".ug-not-started")).to_contain_text("Reload the page")
    form.field("pay").fill("75,000")


def end(page: Page) -> None:
    """End a page's process, which can then answer nothing."""
    browser = page.context.browser
    assert browser
    target = page.context.new_cdp_session(page).send("Target.getTargetInfo")["targetInfo"]["targetId"]
    session = browser.new_browser_cdp_session()
    attached = session.send("Target.attachToTarget", {"targetId": target, "flatten": False})["sessionId"]
    with page.expect_event("crash"):
        session.send("Target.sendMessageToTarget", {"sessionId": attached, "message": json.dumps({"id": 1, "method": "Page.crash"})})
    session.detach()
    page.close()


@pytest.mark.parametrize("times", [5, pytest.param(100, marks=pytest.mark.long)])
def test_tab_ended_in_the_middle_of_a_write_leaves_a_workbook(context: BrowserContext, built_site: BuiltSite, times: int) -> None:
    """The workbook is the last complete one, never an older one than a page has seen, and nothing is put aside."""
    last = 0
    for _ in range(times):
        page = without_python(context.new_page())
        page.goto(f"{built_site.url}reference/about/")
        page.wait_for_function("globalThis.ugServices")
        kept = stored(page)
        pay = int(json.loads(kept[KEY])["calculators"]["equalizer"]["inputs"]["pay"]) if KEY in kept else 0
        assert [key for key in kept if ".aside." in key] == []
        assert pay >= last
        last = pay
        page.evaluate(WRITE)
        page.wait_for_timeout(40)
        end(page)
    assert last > 0
