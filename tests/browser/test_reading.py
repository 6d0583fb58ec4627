"""The reader's bookmark: saved automatically, shown on the home page, stored in the workbook, and never sent anywhere."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.calculator_page import BOOK, KEY, PATIENCE, Opener, store, stored

CHAPTER = "chapters/03-your-assets/"
IDS = (
    "01-a-new-way-to-work",
    "02-the-micro-entrepreneur",
    "03-your-assets",
    "04-leverage",
    "05-platforms-without-walls",
    "06-what-you-keep",
    "07-the-accelerator",
    "08-the-equalizer",
    "09-more-than-one-thing",
    "10-betting-on-yourself",
    "11-your-leverage-plan",
)
READING = {
    "at": {"page": "03-your-assets", "anchor": "readiness", "title": "Four gates to open"},
    "done": ["01-a-new-way-to-work", "02-the-micro-entrepreneur"],
}


def reading(page: Page) -> dict[str, Any]:
    """Return the stored bookmark and finished chapters."""
    return dict(json.loads(stored(page).get(KEY, "{}")).get("reading", {}))


def wait_for_place(page: Page, anchor: str) -> None:
    page.wait_for_function(f"(anchor) => JSON.parse(localStorage['{KEY}'] ?? '{{}}').reading?.at?.anchor === anchor", arg=anchor)


def start(page: Page) -> Locator:
    return page.locator("a.ug-start")


def note(page: Page) -> Locator:
    return page.locator(".ug-start-note")


def to_heading(page: Page, anchor: str) -> None:
    page.locator(f"#{anchor}").evaluate("(heading) => heading.scrollIntoView({block: 'start', behavior: 'instant'})")


def box(page: Page) -> Locator:
    return page.get_by_role("checkbox", name="I have finished this chapter")


def test_a_new_reader_starts_with_chapter_1(page: Page, built_site: Any) -> None:
    page.goto(built_site.url)
    page.wait_for_function("!!globalThis.ugReading")
    expect(start(page)).to_have_text("Start with chapter 1")
    expect(note(page)).to_be_hidden()
    expect(page.locator(".ug-finished")).to_have_count(0)
    start(page).click()
    page.wait_for_url(f"**/chapters/{IDS[0]}/")


def test_start_button_leads_to_the_remembered_place(page: Page, built_site: Any) -> None:
    page.goto(f"{built_site.url}{CHAPTER}")
    to_heading(page, "readiness")
    wait_for_place(page, "readiness")
    assert reading(page) == {"at": READING["at"], "done": []}
    page.goto(built_site.url)
    expect(start(page)).to_have_text("Go on with chapter 3: Your assets")
    expect(note(page)).to_contain_text("You stopped at “Four gates to open”.")
    start(page).click()
    page.wait_for_url(f"**/{CHAPTER}#readiness")
    top = page.locator("#readiness").bounding_box()
    assert top is not None
    assert 0 <= top["y"] < 200


def test_link_starts_again_from_chapter_1(page: Page, built_site: Any) -> None:
    store(page, {}, reading=READING)
    page.goto(built_site.url)
    note(page).get_by_role("link", name="Start again from the beginning").click()
    page.wait_for_url(f"**/chapters/{IDS[0]}/")


def test_short_visit_is_not_remembered(page: Page, built_site: Any) -> None:
    store(page, {}, reading=READING)
    page.goto(f"{built_site.url}chapters/{IDS[7]}/")
    page.wait_for_function("!!globalThis.ugReading")
    page.goto(built_site.url)
    expect(start(page)).to_have_text("Go on with chapter 3: Your assets")
    assert reading(page) == READING


def test_place_is_saved_when_the_page_is_left(page: Page, built_site: Any) -> None:
    page.goto(f"{built_site.url}{CHAPTER}")
    wait_for_place(page, "")
    to_heading(page, "readiness")
    page.evaluate("new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)))")  # long before two seconds are over
    page.goto(built_site.url)
    expect(start(page)).to_have_attribute("href", f"{built_site.url}{CHAPTER}#readiness")


def test_place_is_written_seldom(page: Page, built_site: Any) -> None:
    page.add_init_script("""
      const set = Storage.prototype.setItem;
      window.written = 0;
      Storage.prototype.setItem = function (key, value) {
        if (key === "ultimate-gig.workbook") window.written++;
        set.call(this, key, value);
      };
    """)
    page.goto(f"{built_site.url}{CHAPTER}")
    page.wait_for_function("!!globalThis.ugReading")
    for _ in range(40):
        page.mouse.wheel(0, 400)
        page.wait_for_timeout(75)
    page.wait_for_timeout(2500)
    assert 1 <= page.evaluate("window.written") <= 4


def test_a_chapter_is_marked_as_finished_and_unmarked(page: Page, built_site: Any) -> None:
    page.goto(f"{built_site.url}{CHAPTER}")
    expect(box(page)).not_to_be_checked()
    box(page).check()
    expect(page.locator(".ug-chapter-end [role=status]")).to_have_text("You have finished 1 of 11 chapters.")
    page.reload()
    expect(box(page)).to_be_checked()
    page.goto(built_site.url)
    expect(page.locator(".ug-chapters li", has=page.locator(".ug-finished"))).to_have_count(1)
    expect(page.locator(".ug-chapters li").nth(2)).to_contain_text("Finished")
    expect(start(page)).to_have_text("Go on with chapter 4: LEVERAGE")
    expect(note(page)).to_contain_text("You have finished 1 of 11 chapters.")
    page.goto(f"{built_site.url}{CHAPTER}")
    box(page).uncheck()
    assert reading(page)["done"] == []
    expect(page.locator(".ug-chapter-end [role=status]")).to_have_text("")


def test_plan_comes_next_after_the_last_chapter(page: Page, built_site: Any) -> None:
    store(page, {}, reading={"done": list(IDS)})
    page.goto(built_site.url)
    expect(start(page)).to_have_text("Open your plan")
    expect(note(page)).to_contain_text("You have finished every chapter.")
    start(page).click()
    page.wait_for_url("**/calculators/plan/")


def test_bookmark_follows_in_place_navigation(page: Page, built_site: Any) -> None:
    """The old page's place is saved, and the new page's is tracked."""
    page.goto(f"{built_site.url}{CHAPTER}")
    box(page).check()
    page.evaluate("window.same = true")
    page.locator(".ug-chapter-end a").click()
    page.wait_for_url("**/04-leverage/")
    expect(box(page)).not_to_be_checked()
    page.wait_for_function(f"JSON.parse(localStorage['{KEY}']).reading.at?.page === '04-leverage'")
    page.locator(".md-header a.md-logo").click()
    expect(start(page)).to_have_text("Go on with chapter 4: LEVERAGE")
    expect(page.locator(".ug-finished")).to_have_count(1)
    assert page.evaluate("window.same")


def test_other_tab_follows_the_reading(page: Page, built_site: Any) -> None:
    page.goto(built_site.url)
    page.wait_for_function("!!globalThis.ugReading")
    other = page.context.new_page()
    other.goto(f"{built_site.url}{CHAPTER}")
    box(other).check()
    expect(page.locator(".ug-chapters li").nth(2)).to_contain_text("Finished")


def test_numbers_and_bookmark_do_not_overwrite_each_other(page: Page, built_site: Any, calculator: Opener) -> None:
    store(page, {}, reading=READING)
    equalizer = calculator("equalizer").opened()
    equalizer.type("pay", "66,000")
    equalizer.kept()
    assert reading(page) == READING
    page.goto(f"{built_site.url}{CHAPTER}")
    box(page).check()
    assert equalizer.kept() == {"pay": "66,000"}


@pytest.mark.parametrize("bookmark", [5, "x", [], {"at": 5, "done": "x"}, {"at": {"page": "03-your-assets"}, "done": [None, {}]}])
def test_damaged_bookmark_is_ignored(page: Page, built_site: Any, bookmark: Any, calculator: Opener) -> None:
    store(page, {"equalizer": {"pay": "66,000"}}, reading=bookmark)
    page.goto(built_site.url)
    page.wait_for_function("!!globalThis.ugReading")
    expect(start(page)).to_have_text("Start with chapter 1")
    page.goto(f"{built_site.url}{CHAPTER}")
    box(page).check()
    assert reading(page)["done"] == ["03-your-assets"]
    expect(calculator("equalizer").open().field("pay")).to_have_value("66,000")


def test_a_script_in_a_heading_stays_a_text(page: Page, built_site: Any) -> None:
    hostile = '<img src=x onerror="window.hacked=1">'
    store(page, {}, reading={"at": {"page": "03-your-assets", "anchor": '"><script>', "title": hostile}, "done": []})
    page.goto(built_site.url)
    expect(note(page)).to_contain_text(hostile)
    assert page.evaluate("window.hacked") is None


def test_bookmark_is_exported_and_imported_with_the_workbook(page: Page, built_site: Any, tmp_path: Path) -> None:
    store(page, {}, reading=READING)
    page.goto(f"{built_site.url}workbook/")
    element = page.locator("gig-workbook")
    expect(element).to_contain_text("where you stopped reading and the 2 chapters that you finished")
    with page.expect_download() as download:
        element.get_by_role("button", name="Export as a file").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    assert json.loads(file.read_text("utf-8"))["reading"] == READING
    element.get_by_role("button", name="Forget everything", exact=True).click()
    element.get_by_role("button", name="Yes, forget everything").click()
    expect(element).to_contain_text("Nothing is kept yet")
    assert stored(page) == {}
    element.locator("input[type=file]").set_input_files(file)
    expect(element).to_contain_text("The file is now your workbook", timeout=PATIENCE)
    page.goto(built_site.url)
    expect(start(page)).to_have_text("Go on with chapter 3: Your assets")
    expect(page.locator(".ug-finished")).to_have_count(2)


def test_an_import_asks_before_it_replaces_a_bookmark(page: Page, built_site: Any, tmp_path: Path) -> None:
    store(page, {}, reading=READING)
    file = tmp_path / "workbook.json"
    file.write_text(json.dumps(BOOK), "utf-8")
    page.goto(f"{built_site.url}workbook/")
    page.locator("gig-workbook input[type=file]").set_input_files(file)
    expect(page.locator('[data-slot="confirm"]')).to_contain_text("replaces everything in your open workbook", timeout=PATIENCE)
    assert reading(page) == READING


def test_bookmark_never_leaves_the_browser(page: Page, built_site: Any) -> None:
    requests: list[tuple[str, str | None]] = []
    page.context.on("request", lambda request: requests.append((request.url, request.post_data)))
    page.goto(f"{built_site.url}{CHAPTER}")
    to_heading(page, "readiness")
    box(page).check()
    to_heading(page, "key-terms")
    wait_for_place(page, "key-terms")
    page.goto(built_site.url)
    expect(start(page)).to_have_text("Go on with chapter 4: LEVERAGE")
    assert all("?" not in url and body is None for url, body in requests)
    assert not page.context.cookies()


def test_browser_without_storage_says_so(page: Page, built_site: Any, thrown: list[str]) -> None:
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })")
    page.goto(f"{built_site.url}{CHAPTER}")
    expect(page.locator(".ug-chapter-end [role=status]")).to_contain_text("keeps nothing")
    thrown.clear()  # Material does not reckon with such a browser


def test_chapter_without_scripts_links_on_and_has_no_marks(browser: Any, built_site: Any) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{built_site.url}{CHAPTER}")
    expect(page.locator(".ug-chapter-end a")).to_be_visible()
    expect(page.locator(".ug-chapter-end label")).to_be_hidden()
    page.goto(built_site.url)
    expect(start(page)).to_have_text("Start with chapter 1")
    context.close()
