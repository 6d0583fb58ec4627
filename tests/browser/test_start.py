"""Python's start: on demand, with progress, on a page that is complete without it."""

from __future__ import annotations

import time
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from calculators import CATALOGUE
from tests.browser.calculator_page import PATIENCE, CalculatorPage, Opener, answer

WATCH_STATES = """
window.states = [];
new MutationObserver(() => {
  const element = document.querySelector("gig-calculator");
  if (element && element.dataset.state !== window.states.at(-1)) window.states.push(element.dataset.state);
}).observe(document, {subtree: true, childList: true, attributeFilter: ["data-state"]});
"""


@pytest.mark.parametrize("name", [form.id for form in CATALOGUE])
def test_form_and_first_outcome_are_there_without_scripts(browser: Browser, built_site: Any, name: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    form = CalculatorPage(context.new_page(), built_site.url, name).open()
    expect(form.element).to_have_attribute("data-state", "static")
    headline = next(c for c in CATALOGUE if c.id == name).headline.name
    assert form.figure(headline) == pytest.approx(answer(name)["figures"][headline])
    assert form.element.locator("form [name]").count() > 0
    if name == "plan":  # it is empty at first, and says so in the picture's place
        expect(form.element.locator(".ug-chart svg:visible")).to_have_count(0)
        expect(form.element.locator(".ug-chart-summary")).to_contain_text("no goal yet")
    else:
        expect(form.element.locator(".ug-chart svg:visible").first).to_be_visible()
    context.close()


def test_the_states_come_in_order(page: Page, calculator: Opener) -> None:
    page.add_init_script(WATCH_STATES)
    equalizer = calculator("equalizer").opened()
    equalizer.expect_state("ready")
    states = page.evaluate("window.states")
    assert states[:2] == ["static", "starting"]
    assert states[-1] == "ready"
    assert set(states[2:]) <= {"computing", "ready"}
    equalizer.type("pay", "60,000")
    equalizer.expect_state("ready")
    assert "computing" in page.evaluate("window.states")


def late(route: Route) -> None:
    """Deliver a file after the page's script, which may be the slower of the two."""
    time.sleep(1)
    route.continue_()


def test_progress_is_shown_in_words_and_ends(page: Page, calculator: Opener) -> None:
    page.add_init_script("""
      window.said = new Set();
      setInterval(() => window.said.add(document.querySelector('[data-slot="status"]')?.textContent ?? ""), 5);
    """)
    page.route("**/assets/ug/*.wasm", late)
    equalizer = calculator("equalizer").opened()
    equalizer.expect_state("ready")
    expect(equalizer.status).to_have_text("")
    assert any("Loading" in said for said in page.evaluate("[...window.said]"))
    assert any("Starting" in said for said in page.evaluate("[...window.said]"))


def test_ready_is_marked_once_and_before_the_first_outcome(page: Page, calculator: Opener) -> None:
    equalizer = calculator("equalizer").opened()
    equalizer.type("pay", "60,000")
    when = "(name) => performance.getEntriesByName(name).map((entry) => entry.startTime)"
    ready, outcomes = page.evaluate(when, "gig:ready"), page.evaluate(when, "gig:outcome")
    assert len(ready) == 1
    assert len(outcomes) >= 2
    assert ready[0] <= outcomes[0]


def python_workers(page: Page) -> list[str]:
    return [worker.url for worker in page.workers if "/assets/ug/worker." in worker.url]


SAVE_DATA = "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"


def test_python_starts_before_the_page_script_has_come(page: Page, built_site: Any) -> None:
    """The worker needs no message either, which would wait until the page's thread is idle."""
    paused: list[Route] = []

    def hold(route: Route) -> None:
        paused.append(route)

    page.route("**/assets/ug/page.*.js", hold)
    page.add_init_script("globalThis.send = Worker.prototype.postMessage; Worker.prototype.postMessage = () => {};")
    with page.expect_worker():
        page.goto(f"{built_site.url}calculators/equalizer/", wait_until="commit")
    page.wait_for_function("window.ugEarlyWorker?.events.some(({data}) => data.type === 'ready')", timeout=PATIENCE)
    page.evaluate("void (Worker.prototype.postMessage = send)")
    paused[0].continue_()
    expect(page.locator("gig-calculator").first).to_have_attribute("data-state", "ready")
    assert len(python_workers(page)) == 1
    page.wait_for_function("performance.getEntriesByName('gig:outcome').length > 0")


def test_chapter_starts_python_a_screen_before_its_form(page: Page, built_site: Any) -> None:
    """Whoever only reads the top of a chapter downloads nothing for its calculator."""
    page.set_viewport_size({"width": 800, "height": 300})
    page.goto(f"{built_site.url}chapters/08-the-equalizer/")
    element = page.locator("gig-calculator").first
    page.wait_for_function("!!globalThis.ugCalculator")
    page.wait_for_timeout(1000)
    expect(element).to_have_attribute("data-state", "static")
    assert not python_workers(page)
    with page.expect_worker():
        element.locator("form").evaluate("(form) => scrollTo(0, scrollY + form.getBoundingClientRect().top - 1.5 * innerHeight)")
    page.wait_for_function("performance.getEntriesByName('gig:outcome').length > 0", timeout=PATIENCE)


def test_python_waits_for_the_form_where_the_reader_saves_data(page: Page, built_site: Any) -> None:
    page.add_init_script(SAVE_DATA)
    page.set_viewport_size({"width": 800, "height": 300})
    page.goto(f"{built_site.url}chapters/08-the-equalizer/")
    element = page.locator("gig-calculator").first
    page.wait_for_function("!!globalThis.ugCalculator")
    page.wait_for_timeout(1000)
    expect(element).to_have_attribute("data-state", "static")
    assert not python_workers(page)
    element.locator("form").scroll_into_view_if_needed()
    expect(element).to_have_attribute("data-state", "ready", timeout=PATIENCE)


@pytest.mark.parametrize("path", ["", "reference/glossary/"])
def test_pages_without_a_whole_calculator_start_no_python(page: Page, built_site: Any, path: str) -> None:
    """The home page has a slider, which starts Python when it is touched."""
    page.goto(f"{built_site.url}{path}")
    page.wait_for_function("!!customElements.get('gig-calculator')")
    page.wait_for_timeout(500)
    assert not python_workers(page)


def test_input_typed_before_python_is_ready_is_computed(calculator: Opener) -> None:
    equalizer = calculator("equalizer").open()
    equalizer.field("pay").fill("61,000")
    equalizer.wait_for_outcome(0)
    expect(equalizer.field("pay")).to_have_value("61,000")
    equalizer.expect_state("ready")
    assert equalizer.figure("gap") == answer("equalizer", pay="61,000")["figures"]["gap"]


def test_input_typed_before_any_script_runs_is_computed(page: Page, calculator: Opener) -> None:
    routes: list[Route] = []

    def hold(route: Route) -> None:
        routes.append(route)

    page.route("**/assets/ug/page.*.js", hold)
    equalizer = calculator("equalizer")
    page.goto(f"{equalizer.site}calculators/equalizer/", wait_until="commit")
    equalizer.field("pay").fill("62,000")
    page.wait_for_timeout(200)
    routes[0].continue_()
    equalizer.wait_for_outcome(0)
    expect(equalizer.field("pay")).to_have_value("62,000")
    assert equalizer.figure("gap") == answer("equalizer", pay="62,000")["figures"]["gap"]


def test_material_leaves_sheet_and_root_as_they_are(page: Page, built_site: Any) -> None:
    """Its script changes neither once the page has loaded, or every element would be styled and laid out a second time."""
    page.add_init_script("""addEventListener("load", () => {
      const root = document.documentElement.className, { sheet } = document.querySelector("link[rel=stylesheet]");
      window.unchanged = () => root === document.documentElement.className && sheet === document.styleSheets[0];
    });""")
    page.goto(f"{built_site.url}calculators/equalizer/")
    page.wait_for_function("window.unchanged && window.location$")  # the global that Material's script sets last but a few
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.unchanged()")
