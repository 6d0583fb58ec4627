"""A memory snapshot that the reader's browser makes when idle starts Python on the next visit, and nothing depends on it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.calculator_page import PATIENCE, CalculatorPage
from tests.conftest import BuiltSite

FILES = """async () => {
  const root = await navigator.storage.getDirectory();
  try {
    const folder = await root.getDirectoryHandle("python");
    return await Array.fromAsync(folder.keys());
  } catch {
    return [];
  }
}"""
MADE = "performance.getEntriesByName('gig:snapshot').length > 0"
RESTORED = "performance.getEntriesByName('gig:ready')[0].detail.restored"
DAMAGE = """async (change) => {
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("python");
  const [name] = await Array.fromAsync(folder.keys());
  const file = await folder.getFileHandle(name);
  const writer = await file.createWritable({keepExistingData: true});
  if (change === "cut") await writer.truncate(10_000_000);
  else if (change === "flip") await writer.write({type: "write", position: 20_000_000, data: new Uint8Array([1, 2, 3, 4])});
  await writer.close();
  if (change === "rename") await file.move("of another build");
}"""
IDLE = 9_000
"""Milliseconds after which a snapshot would have been begun, had it not been ruled out."""


@pytest.fixture(scope="module")
def visitor(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that keeps its files from visit to visit."""
    context = browser.new_context()
    yield context
    context.close()


class Visit:
    """One visit to the equalizer, in a page of its own."""

    def __init__(self, context: BrowserContext, site: BuiltSite) -> None:
        self.page: Page = context.new_page()
        self.calculator = CalculatorPage(self.page, site.url, "equalizer").opened()

    @property
    def restored(self) -> bool:
        return bool(self.page.evaluate(RESTORED))

    @property
    def files(self) -> list[str]:
        return list(self.page.evaluate(FILES))

    def wait_until_made(self) -> None:
        self.page.wait_for_function(MADE, timeout=PATIENCE)

    def answer(self) -> float:
        """An outcome by Python."""
        self.calculator.type("pay", "60,000")
        return self.calculator.figure("pay_needed")


@pytest.fixture
def snapshot_made(visitor: BrowserContext, built_site: BuiltSite) -> None:
    """Visit until the next visit will find a snapshot."""
    visit = Visit(visitor, built_site)
    if not visit.restored:
        visit.wait_until_made()
    visit.page.close()


@pytest.mark.usefixtures("snapshot_made")
def test_next_visit_restores_python_and_answers_alike(visitor: BrowserContext, browser: Browser, built_site: BuiltSite) -> None:
    visit = Visit(visitor, built_site)
    stranger = browser.new_context()
    first = Visit(stranger, built_site)
    assert (visit.restored, first.restored) == (True, False)
    assert visit.answer() == first.answer()
    assert len(visit.files) == 1
    stranger.close()
    visit.page.close()


@pytest.mark.usefixtures("snapshot_made")
@pytest.mark.parametrize("change", ["cut", "flip", "rename"])
def test_damaged_or_older_snapshot_is_replaced(visitor: BrowserContext, built_site: BuiltSite, change: str) -> None:
    before = Visit(visitor, built_site)
    before.page.evaluate(DAMAGE, change)
    before.page.close()
    visit = Visit(visitor, built_site)
    assert not visit.restored
    assert visit.answer() > 0
    visit.wait_until_made()
    assert len(visit.files) == 1
    visit.page.close()
    after = Visit(visitor, built_site)
    assert after.restored
    after.page.close()


@pytest.mark.usefixtures("snapshot_made")
def test_forget_everything_removes_the_snapshot(visitor: BrowserContext, built_site: BuiltSite) -> None:
    page = visitor.new_page()
    page.goto(f"{built_site.url}workbook/")
    assert len(page.evaluate(FILES)) == 1
    page.get_by_role("button", name="Forget everything", exact=True).click()
    page.get_by_role("button", name="Yes, forget everything").click()
    page.wait_for_function(f"({FILES})().then((files) => files.length === 0)")
    page.close()


REFUSALS = {
    "quota": "navigator.storage.estimate = async () => ({quota: 60_000_000, usage: 0});",
    "files": "StorageManager.prototype.getDirectory = () => Promise.reject(new DOMException('no', 'SecurityError'));",
    "data": "Object.defineProperty(navigator, 'connection', {value: {saveData: true}});",
    "memory": "Object.defineProperty(navigator, 'deviceMemory', {value: 2});",
}


COUNT_PYTHONS = """
window.pythons = 0;
window.Worker = class extends Worker {
  constructor(...all) {
    super(...all);
    if (String(all[0]).includes("assets/ug/worker.")) window.pythons++;
  }
};
"""


def test_no_snapshot_where_the_browser_has_no_room(browser: Browser, built_site: BuiltSite) -> None:
    """Nor where it gives no access to files, as in private windows, saves data, or has little memory."""
    contexts = [browser.new_context() for _ in REFUSALS]
    visits = []
    for context, refusal in zip(contexts, REFUSALS.values(), strict=True):
        context.add_init_script(refusal + COUNT_PYTHONS)
        visits.append(Visit(context, built_site))
    visits[-1].page.wait_for_timeout(IDLE)
    for reason, visit in zip(REFUSALS, visits, strict=True):
        assert (reason, visit.page.evaluate("window.pythons"), visit.page.evaluate(MADE)) == (reason, 1, False)
        assert visit.answer() > 0
    for context in contexts:
        context.close()
