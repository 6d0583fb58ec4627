"""Failures of Python's start and worker: an explanation, a retry, and no lost input."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.calculator_page import Opener, answer

AFTER_START = """
self.onmessage = ({ data }) => { if (data.type === "init") self.postMessage({ type: "ready", restored: false }); else %s };
if (self.name) self.postMessage({ type: "ready", restored: false });
"""
SILENT = {"mute": AFTER_START % "{}", "in an endless loop": AFTER_START % "for (;;);", "ended": AFTER_START % "self.close();"}
"""Workers that start, and never answer."""
EXPOSE_PYTHON = """{
  const native = WebAssembly.instantiate;
  WebAssembly.instantiate = async (...all) => {
    const made = await native(...all);
    self.python = (made.instance ?? made).exports;
    return made;
  };
}
"""
TAKE_ALL_MEMORY = """() => {
  WebAssembly.Memory.prototype.grow = () => { throw new RangeError("no more"); };
  for (let size = 1 << 20; size >= 64; size >>= 1) while (python.malloc(size));
}"""
MUTE = "self.onmessage = () => {};"
NO_MEMORY = "WebAssembly.Memory = class { constructor() { throw new RangeError('could not allocate memory'); } };\n"
REFUSED = "WebAssembly.compile = async () => {{ throw new WebAssembly.CompileError('{}') }};\n"


def before_worker(page: Page, script: str) -> None:
    """Have the worker run a script first."""

    def fulfill(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=script + response.text())

    page.route("**/assets/ug/worker.*.js", fulfill)


def expect_failure(form: Any, words: str) -> None:
    form.expect_state("failed")
    expect(form.status).to_contain_text(words)
    expect(form.status.get_by_role("button", name="Try again")).to_be_visible()
    assert form.page.locator("h1").first.is_visible()
    assert form.figure("gap") == answer("equalizer")["figures"]["gap"], "the first outcome still stands"


@pytest.mark.parametrize("file", ["pyodide.*.wasm", "python.*.zip", "pyodide.*.js", "worker.*.js"])
def test_retry_after_a_lost_connection_computes_the_inputs(page: Page, calculator: Opener, file: str) -> None:
    """A lost connection is reported, and the retry computes what was typed."""
    pattern = f"**/assets/ug/{file}"
    page.route(pattern, lambda route: route.abort())
    equalizer = calculator("equalizer").open()
    equalizer.field("pay").fill("75,000")
    expect_failure(equalizer, "could not be loaded")
    expect(equalizer.field("pay")).to_have_value("75,000")
    assert equalizer.kept()["pay"] == "75,000"
    page.unroute(pattern)
    equalizer.status.get_by_role("button").click()
    equalizer.wait_for_outcome(0)
    equalizer.expect_state("ready")
    assert equalizer.figure("gap") == answer("equalizer", pay="75,000")["figures"]["gap"]


@pytest.mark.parametrize("file", ["pyodide.*.wasm", "pyodide.*.js"])
def test_single_failed_request_is_repeated(page: Page, calculator: Opener, file: str) -> None:
    lost: list[Route] = []

    def lose_first(route: Route) -> None:
        if lost:
            route.continue_()
        else:
            lost.append(route)
            route.abort()

    page.route(f"**/assets/ug/{file}", lose_first)
    equalizer = calculator("equalizer").opened()
    equalizer.expect_state("ready")
    assert lost


def test_browser_without_webassembly_gets_an_explanation(page: Page, calculator: Opener) -> None:
    page.add_init_script("delete globalThis.WebAssembly")
    expect_failure(calculator("equalizer").open(), "does not let the calculator run")


@pytest.mark.parametrize(
    ("script", "words"),
    [
        (REFUSED.format("Wasm code generation disallowed by embedder"), "does not let the calculator run"),
        (REFUSED.format("invalid opcode 0x1f"), "too old"),
        (NO_MEMORY, "too little free memory"),
    ],
)
def test_refusal_by_the_browser_is_reported(page: Page, calculator: Opener, thrown: list[str], script: str, words: str) -> None:
    before_worker(page, script)
    expect_failure(calculator("equalizer").open(), words)
    thrown.clear()  # Pyodide itself may trip in the worker before that is ended


def test_policy_against_webassembly_is_reported(page: Page, calculator: Opener) -> None:
    def forbid(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, headers={**response.headers, "content-security-policy": "script-src 'self'"})

    page.route("**/assets/ug/worker.*.js", forbid)
    expect_failure(calculator("equalizer").open(), "does not let the calculator run")


def test_broken_worker_is_reported(page: Page, calculator: Opener) -> None:
    page.route("**/assets/ug/worker.*.js", lambda route: route.fulfill(body="throw new Error('broken')", content_type="text/javascript"))
    expect_failure(calculator("equalizer").open(), "our fault")


def test_start_that_never_ends_times_out(page: Page, calculator: Opener) -> None:
    page.route("**/assets/ug/worker.*.js", lambda route: route.fulfill(body=MUTE, content_type="text/javascript"))
    page.clock.install()
    equalizer = calculator("equalizer").open()
    equalizer.expect_state("starting")
    page.wait_for_timeout(500)
    page.clock.fast_forward("05:00")
    expect_failure(equalizer, "took too long")


def test_stuck_worker_is_replaced_and_the_request_repeated(page: Page, calculator: Opener) -> None:
    workers: list[Route] = []

    def mute_first(route: Route) -> None:
        workers.append(route)
        if len(workers) == 1:
            route.fulfill(body=SILENT["in an endless loop"], content_type="text/javascript")
        else:
            route.continue_()

    page.route("**/assets/ug/worker.*.js", mute_first)
    page.clock.install()
    equalizer = calculator("equalizer").open()
    equalizer.field("pay").fill("80,000")
    equalizer.expect_state("computing")
    page.wait_for_timeout(300)
    before = equalizer.figure("gap")
    page.clock.fast_forward("00:40")
    equalizer.expect_state("starting")
    assert equalizer.figure("gap") == before
    equalizer.expect_state("ready")  # the faked clock takes the performance marks away
    assert len(workers) == 2
    assert equalizer.figure("gap") == answer("equalizer", pay="80,000")["figures"]["gap"]


@pytest.mark.parametrize("fault", SILENT)
def test_worker_stuck_twice_is_given_up(page: Page, calculator: Opener, fault: str) -> None:
    page.route("**/assets/ug/worker.*.js", lambda route: route.fulfill(body=SILENT[fault], content_type="text/javascript"))
    page.clock.install()
    equalizer = calculator("equalizer").open()
    for _ in range(2):
        equalizer.expect_state("computing")
        page.wait_for_timeout(300)
        page.clock.fast_forward("00:40")
    expect_failure(equalizer, "took too long")


def test_python_out_of_memory_starts_again(page: Page, calculator: Opener) -> None:
    before_worker(page, EXPOSE_PYTHON)
    equalizer = calculator("equalizer").opened()
    equalizer.expect_state("ready")
    page.workers[0].evaluate(TAKE_ALL_MEMORY)
    equalizer.type_only("pay", "75,000")
    expect_failure(equalizer, "too little free memory")
    equalizer.status.get_by_role("button", name="Try again").click()
    equalizer.expect_figure("gap", answer("equalizer", pay="75,000")["figures"]["gap"])


def test_internal_error_is_reported_and_the_outcome_stays(page: Page, calculator: Opener) -> None:
    worker = """
    self.onmessage = ({ data: { type, id } }) => {
      const text = JSON.stringify({ failed: { name: "KeyError", message: "gap" } });
      self.postMessage(type === "init" ? { type: "ready", restored: false } : { type: "answer", id, text });
    };
    if (self.name) self.postMessage({ type: "ready", restored: false });
    """
    page.route("**/assets/ug/worker.*.js", lambda route: route.fulfill(body=worker, content_type="text/javascript"))
    expect_failure(calculator("equalizer").open(), "our fault")


def test_outdated_picture_is_removed_without_the_chart_library(page: Page, calculator: Opener) -> None:
    page.route("**/assets/ug/charts.*.js", lambda route: route.abort())
    equalizer = calculator("equalizer").opened()
    equalizer.type("pay", "90,000")
    slot = equalizer.element.locator('[data-slot="chart"]').first
    expect(slot).to_contain_text("could not be drawn")
    expect(slot.locator("svg:visible")).to_have_count(0)
    page.unroute("**/assets/ug/charts.*.js")
    equalizer.type("pay", "91,000")
    expect(slot.locator("svg:visible")).to_have_count(1)
    expect(slot).not_to_contain_text("could not be drawn")
