"""The site that a browser keeps: whole without a network, one edition at a time, and gone when the reader says so."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, BrowserType, Error, Locator, Page, expect

from benchmarks.browser.reader import PHONE
from pipeline import bundle, local_server, made_files, release
from tests.accessibility.test_pages import in_each_window
from tests.browser.calculator_page import PATIENCE, RECORDS, CalculatorPage, answer, follow
from tests.browser.whole_flow import HANDS, STUBBED_PRINT, Hand, walk
from tests.conftest import BuiltSite

FOLDER = "courses/gig course"
CONTROLLED = "navigator.serviceWorker.controller !== null"
LEFT = "Promise.all([caches.keys(), navigator.serviceWorker.getRegistrations()]).then((left) => left.map(({length}) => length))"
UPDATE = "navigator.serviceWorker.ready.then((registration) => registration.update()).then(() => null)"
UNASKED = "caches.keys().then((names) => caches.delete(names.find((name) => name.endsWith('choice'))))"
"""Makes a site that the reader asked for one that the browser kept by itself."""
METERED = "Object.defineProperty({}.prototype, 'connection', {{ get: () => ({{ saveData: true }}) }});"
"""What a browser that is set to save data says, in a page's Navigator or a service worker's WorkerNavigator."""
FAILED_UPDATE = """navigator.serviceWorker.ready.then(async (registration) => {
  await registration.update();
  const worker = registration.installing;
  if (worker) await new Promise((resolve) => worker.addEventListener("statechange", () => worker.state === "redundant" && resolve()));
})"""
NEWER = "navigator.serviceWorker.ready.then(({ installing, waiting }) => [installing, waiting].map(Boolean))"
BEFORE, AFTER = "This page is not here", "This page has gone elsewhere"


class Host(local_server.SiteHandler):
    """A host whose network can be lost."""

    is_down = False
    lost = ""
    """A file at which the connection breaks."""

    def do_GET(self) -> None:  # noqa: N802  (the library's name)
        if Host.is_down or (Host.lost and self.path.endswith(Host.lost)):
            self.close_connection = True
        else:
            super().do_GET()


@pytest.fixture(scope="module")
def folder(built_site: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site in a subfolder of a host, to be changed."""
    root = tmp_path_factory.mktemp("host")
    shutil.copytree(built_site.folder, root / FOLDER)
    return root


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[str]:
    with local_server.serving(folder, Host) as url:
        yield f"{url}{FOLDER.replace(' ', '%20')}/"


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """A reader whose browser keeps what it stored from test to test."""
    thrown: list[str] = []
    context = browser.new_context(service_workers="allow", has_touch=True)
    context.set_default_timeout(PATIENCE)
    context.on("weberror", lambda error: thrown.append(str(error.error)))
    yield context
    context.close()
    assert not thrown


@pytest.fixture(autouse=True)
def network() -> Iterator[None]:
    yield
    Host.is_down, Host.lost = False, ""


@pytest.fixture
def kept(reader: BrowserContext, site: str) -> Iterator[Page]:
    """A page of a site that is kept, whichever test comes first."""
    page = reader.new_page()
    page.goto(f"{site}download/")
    panel = page.locator("gig-kept-site")
    expect(panel).to_have_attribute("data-state", re.compile("none|kept"))
    if panel.get_attribute("data-state") == "none":
        panel.get_by_role("button", name="Keep the site on this device").click()
    expect(panel).to_contain_text("The whole site is on this device", timeout=PATIENCE)
    page.wait_for_function(CONTROLLED)
    yield page
    page.close()


def test_after_one_visit_the_site_works_without_a_network(reader: BrowserContext, site: str) -> None:
    """Nobody asked for it, and the site is in a folder with a space in its name."""
    page = reader.new_page()
    CalculatorPage(page, site, "equalizer").opened()
    page.wait_for_function(CONTROLLED, timeout=PATIENCE)
    Host.is_down = True
    follow(page, f"{site}chapters/08-the-equalizer/")
    page.reload()
    expect(page.locator("h1").first).to_contain_text("equalizer", ignore_case=True)
    audit = CalculatorPage(page, site, "time-audit").opened()
    audit.type("rest_floor", "50")
    assert audit.figure("leverage_hours") == answer("time-audit", rest_floor="50")["figures"]["leverage_hours"]
    expect(audit.element.locator("[data-slot=chart] svg[data-live]").first).to_be_attached()
    page.goto(f"{site}calculators/plan")
    assert page.url == f"{site}calculators/plan/"
    missing = page.goto(f"{site}no/such/page/")
    assert missing
    assert missing.status == 404
    assert page.locator("a.ug-button").first.evaluate("(link) => link.href") == site
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('16px Inter'))")
    page.close()


def test_parts_that_are_loaded_when_used_come_without_a_network(kept: Page, site: str) -> None:
    kept.add_init_script(STUBBED_PRINT)
    Host.is_down = True
    plan = CalculatorPage(kept, site, "plan").opened()
    plan.type("to_goal", "61")
    plan.element.get_by_role("button", name="Print the plan").click()
    kept.wait_for_function("window.timesPrinted === 1")
    for button in (plan.element.locator("[data-csv]").first, plan.element.get_by_role("button", name="Save the dates for your calendar")):
        with kept.expect_download():
            button.click()
    plan.element.get_by_role("button", name="Share as a link").click()
    kept.get_by_role("button", name="Show a QR code").click()
    expect(kept.get_by_role("img", name="QR code of a link to: My LEVERAGE plan")).to_be_visible()
    kept.keyboard.press("Escape")
    plan.element.get_by_role("button", name="See the Python").click()
    first = plan.element.locator("[data-figure-source]:has([data-action=change-figure])").first
    source = plan.element.locator(f'[data-figure-source="{first.get_attribute("data-figure-source")}"]')
    source.evaluate("(fold) => { fold.open = true }")
    for name in ("Change it", "Run"):
        source.get_by_role("button", name=name).click()
    expect(source.locator("[data-compared]")).to_be_visible()
    kept.wait_for_function("!!window.location$")
    kept.locator(".md-search__input").click()
    kept.keyboard.type("leverage")
    expect(kept.locator(".md-search-result__item a").first).to_be_visible()
    kept.goto(f"{site}workbook/")
    workbook = kept.locator("gig-workbook")
    expect(workbook.locator("[data-slot=contents] li").first).to_be_visible()
    for name in ("Save as a spreadsheet", "Export as a file"):
        with kept.expect_download() as download:
            workbook.get_by_role("button", name=name).click()
    workbook.get_by_role("button", name="Print everything").click()
    kept.wait_for_function("window.timesPrinted === 1")
    count = workbook.locator("[data-slot=contents] li").count()
    workbook.locator("[data-book=undo]").click()
    expect(workbook.locator("[data-slot=contents] li")).to_have_count(count - 1)
    workbook.locator("[data-book=redo]").click()
    workbook.locator("details").evaluate_all("(folds) => folds.forEach((fold) => { fold.open = true })")
    workbook.locator("#ug-book-name").fill("If we moved")
    workbook.locator("[data-book=copy]").click()
    expect(workbook.locator("[data-slot=books] li")).to_have_count(2)
    workbook.locator("input[type=file]").set_input_files(download.value.path())
    workbook.get_by_role("button", name="Use the file").click()
    expect(workbook).to_contain_text("The file is now your workbook")
    kept.goto(f"{site}records/")
    statement = kept.locator('gig-records[data-part="statement"][data-state="ready"]')
    statement.locator("#ug-pasted").fill(RECORDS)
    statement.locator("[data-action=read]").click()
    expect(statement).to_contain_text("Read 2 entries from 2 months")


def test_next_page_and_other_tab_need_no_network(kept: Page, site: str) -> None:
    """Python stays started from page to page, and another tab follows what is typed."""
    Host.is_down = True
    equalizer = CalculatorPage(kept, site, "equalizer").opened()
    kept.evaluate("window.isTheSame = true")
    audit = CalculatorPage(kept, site, "time-audit").moved_to()
    assert kept.evaluate("window.isTheSame && ugServices.pyodide.state === 'ready'")
    other = kept.context.new_page()
    other.goto(f"{site}calculators/time-audit/")
    expect(CalculatorPage(other, site, "time-audit").element).not_to_have_attribute("data-state", "static")
    audit.type("rest_floor", "47")
    expect(CalculatorPage(other, site, "time-audit").field("rest_floor")).to_have_value("47")
    other.close()
    equalizer.moved_to()


def test_nothing_is_kept_unasked_on_a_metered_connection(browser: Browser, site: str) -> None:
    context = browser.new_context(service_workers="allow")
    page = context.new_page()
    page.add_init_script(METERED.format("Navigator"))
    page.clock.install()
    page.goto(f"{site}download/")
    panel = page.locator("gig-kept-site")
    expect(panel).to_contain_text("Your connection is metered or set to save data, so it was not downloaded.")
    page.clock.run_for(60_000)
    assert page.evaluate(LEFT) == [0, 0]
    panel.get_by_role("button", name="Keep the site on this device").click()
    expect(panel).to_have_attribute("data-state", re.compile("fetching|kept"))
    context.close()


def test_newer_edition_is_held_back_announced_and_never_mixed(reader: BrowserContext, kept: Page, site: str, folder: Path) -> None:
    kept.evaluate(UNASKED)
    publish_newer(folder / FOLDER)
    other = reader.new_page()
    other.goto(f"{site}reference/about/")
    Host.lost = "404.html"
    kept.evaluate(FAILED_UPDATE)
    assert kept.evaluate(NEWER) == [False, False], "an update that breaks off leaves the older edition alone"
    assert BEFORE in page_text(kept, "404.html")
    Host.lost = ""
    kept.evaluate(UPDATE)
    notice = kept.locator(".ug-newer")
    expect(notice).to_contain_text(
        re.compile(r"Your connection is metered, so it was not downloaded. It takes up to [\d.]+ MB"), timeout=PATIENCE
    )
    assert in_each_window(kept, ".ug-newer") == []
    notice.get_by_role("button", name="Download it").press("Enter")
    expect(notice).to_contain_text(re.compile("is being downloaded|is ready"))
    expect(notice.locator(":focus")).to_have_count(1)
    expect(notice).to_contain_text("A newer edition of this site is ready", timeout=PATIENCE)
    assert BEFORE in page_text(kept, "404.html"), "the older edition answers until the reader agrees"
    expect(other.locator(".ug-newer")).to_be_visible()
    for page in (kept, other):
        page.evaluate("window.isOfTheOlder = true")
    Host.is_down = True
    notice.get_by_role("button", name="Use the newer edition").click()
    for page in (kept, other):
        page.wait_for_function("!window.isOfTheOlder && document.readyState === 'complete'")
        assert AFTER in page_text(page, "404.html")
    assert kept.evaluate("caches.keys().then((names) => names.filter((name) => !name.endsWith('choice')).length)") == 1
    other.close()


def test_reader_removes_the_site_and_asks_for_it_again(kept: Page, site: str) -> None:
    panel = kept.locator("gig-kept-site")
    expect(panel).to_contain_text(re.compile(r"This browser stores \d+ MB for this site"))
    assert in_each_window(kept, "gig-kept-site") == []
    panel.get_by_role("button", name="Remove it from this device").click()
    expect(panel).to_contain_text("is not stored again until you ask")
    assert in_each_window(kept, "gig-kept-site") == []
    assert kept.evaluate(LEFT) == [1, 0], "only that choice is stored"
    follow(kept, f"{site}reference/about/")
    kept.go_back()
    panel.get_by_role("button", name="Keep the site on this device").click()
    expect(panel).to_contain_text("The whole site is on this device", timeout=PATIENCE)


def test_forget_everything_removes_the_site(kept: Page, site: str) -> None:
    kept.goto(f"{site}workbook/")
    kept.get_by_role("button", name="Forget everything", exact=True).click()
    kept.get_by_role("button", name="Yes, forget everything").click()
    expect(kept.locator("gig-workbook")).to_contain_text("Everything is forgotten.")
    follow(kept, f"{site}reference/about/")
    assert kept.evaluate(LEFT) == [0, 0]


class NetworkOnceForgotten:
    """A hand that finds the network again once everything is forgotten, and with it what was kept of the site."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand

    def press(self, target: Locator) -> None:
        self._hand.press(target)
        if "Yes, forget everything" in str(target):
            Host.is_down = False

    def write(self, target: Locator, text: str) -> None:
        self._hand.write(target, text)


@pytest.mark.parametrize("part", ["keyboard", pytest.param("touch", marks=pytest.mark.long)])
def test_whole_way_without_a_network(kept: Page, site: str, part: str, tmp_path: Path) -> None:
    if part == "touch":
        kept.set_viewport_size(PHONE["viewport"])
    kept.evaluate("localStorage.clear()")  # what another hand has left
    Host.is_down = True
    walk(kept, NetworkOnceForgotten(HANDS[part](kept)), f"{site}calculators/inventory/", tmp_path, keeps_python=True)
    assert not Host.is_down


REFUSALS = {
    "no such API": "delete Navigator.prototype.serviceWorker;",
    "no caches": "delete globalThis.caches;",
    "caches refused": "CacheStorage.prototype.match = () => Promise.reject(new DOMException('no', 'SecurityError'));",
    "registration refused": "ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('no', 'SecurityError'));",
}
"""What old browsers, private windows and blocked storage do."""


def test_refusal_is_said_on_the_download_page_alone(browser: Browser, site: str) -> None:
    contexts = {refusal: browser.new_context(service_workers="allow") for refusal in [*REFUSALS, "no room"]}
    thrown: list[str] = []
    for refusal, context in contexts.items():
        context.on("weberror", lambda error: thrown.append(str(error.error)))
        page = context.new_page()
        page.add_init_script(REFUSALS.get(refusal, ""))
        if refusal == "no room":
            quota = {"origin": site.partition(f"/{FOLDER[:7]}")[0], "quotaSize": 1_000_000}
            context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", quota)
        page.goto(f"{site}download/")
    for context in contexts.values():
        panel = context.pages[0].locator("gig-kept-site")
        expect(panel).to_have_attribute("data-state", re.compile("none|failed|unsupported"))
        if panel.get_attribute("data-state") != "unsupported":
            panel.get_by_role("button", name="Keep the site on this device").click()
            expect(panel).to_contain_text("The site could not be kept", timeout=PATIENCE)
        else:
            expect(panel).to_contain_text("does not keep the site here")
        expect(context.pages[0].locator("h1")).to_be_visible()
        context.close()
    assert not thrown


@pytest.fixture(scope="module")
def profile(browser_type: BrowserType, browser_type_launch_args: Any, site: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a browser that keeps the site."""
    folder = tmp_path_factory.mktemp("profile")
    with browser_type.launch_persistent_context(folder, **browser_type_launch_args) as context:
        page = context.new_page()
        page.goto(f"{site}download/")
        page.get_by_role("button", name="Keep the site on this device").click()
        expect(page.locator("gig-kept-site")).to_contain_text("The whole site is on this device", timeout=PATIENCE)
    return folder


@pytest.mark.parametrize("is_down", [False, True], ids=["website", "kept"])
def test_chromium_offers_to_install_the_site(
    browser_type: BrowserType, browser_type_launch_args: Any, site: str, profile: Path, is_down: bool
) -> None:
    """It offers that outside of private windows only, which is what a test's usual context is."""
    Host.is_down = is_down
    with browser_type.launch_persistent_context(profile, **browser_type_launch_args) as context:
        page = context.new_page()
        page.goto(f"{site}download/")
        expect(page.get_by_role("button", name="Install it as an app")).to_be_visible()
        assert context.new_cdp_session(page).send("Page.getInstallabilityErrors") == {"installabilityErrors": []}


def test_kept_site_needs_javascript(browser_type: BrowserType, browser_type_launch_args: Any, site: str, profile: Path) -> None:
    """Where the reader has turned JavaScript off, Chromium runs no service worker, which alone has all pages."""
    shutil.rmtree(profile / "Default" / "Cache")  # what the browser has of some pages by itself, until it needs the room
    settings = profile / "Default" / "Preferences"
    told = json.loads(settings.read_text("utf-8"))
    told["profile"].setdefault("default_content_setting_values", {})["javascript"] = 2
    settings.write_text(json.dumps(told), "utf-8")
    with browser_type.launch_persistent_context(profile, **browser_type_launch_args) as context:
        page = context.new_page()
        page.goto(f"{site}calculators/equalizer/")
        expect(page.locator("html")).to_have_class("no-js")
        Host.is_down = True
        with pytest.raises(Error, match="ERR_EMPTY_RESPONSE"):
            page.goto(f"{site}calculators/take-home/")


def publish_newer(site: Path) -> None:
    """Publish an edition in which one page has changed, for a metered connection."""
    page = site / "404.html"
    page.write_text(page.read_text("utf-8").replace(BEFORE, AFTER), "utf-8")
    release.write_release(site, bundle.OUT / made_files.manifest(bundle.OUT)["service-worker"])
    script = site / "service-worker.js"
    script.write_text(METERED.format("WorkerNavigator") + script.read_text("utf-8"), "utf-8")


def page_text(page: Page, path: str) -> Any:
    """Fetch a file beside the site's first page, as any page of it does."""
    script = "(path) => fetch(new URL(`../../${path}`, document.querySelector('script[defer]').src)).then((answer) => answer.text())"
    return page.evaluate(script, path)
