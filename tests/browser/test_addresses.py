"""The site works at any address: at the root of a host or in a subfolder, on any port.

Links replace the page in place, so that Python keeps running; a restart takes seconds.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from pipeline import editions, local_server
from tests.browser.calculator_page import CalculatorPage, answer

MARK = "window.sameDocument = true"
MARKED = "window.sameDocument === true"


@contextmanager
def plain_server(folder: Path) -> Iterator[str]:
    """Python's own web server, started in a folder."""
    command = [sys.executable, "-u", "-m", "http.server", "0", "--bind", local_server.HOST]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8") as process:
        try:
            assert process.stdout is not None
            port = re.search(r" port (\d+)", process.stdout.readline())
            assert port
            yield f"http://{local_server.HOST}:{port[1]}/"
        finally:
            process.terminate()


@pytest.fixture(scope="module")
def below(built_site: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A web root with the site two folders down, beside a page outside the site."""
    root = tmp_path_factory.mktemp("root")
    shutil.copytree(built_site.folder, root / "courses" / "gig course")
    (root / "courses" / "index.html").write_text("<!doctype html><title>Another site</title>", "utf-8")
    return root


@pytest.fixture(params=["root", "subfolder", "plain server"])
def address(request: pytest.FixtureRequest, built_site: Any, below: Path) -> Iterator[str]:
    """Where the site is served from."""
    if request.param == "root":
        yield built_site.url
    elif request.param == "subfolder":
        with local_server.serving(below) as url:
            yield f"{url}courses/gig%20course/"
    else:
        with plain_server(built_site.folder) as url:
            yield url


def slowly(route: Route) -> None:
    time.sleep(0.4)
    route.continue_()


def list_pages(page: Page, site: Any) -> None:
    """Serve a site map with the pages at their own addresses, as where the site's address is known."""
    locations = "".join(f"<url><loc>{site.url}{path}</loc></url>" for path in site.pages)
    page.route("**/sitemap.xml", lambda route: route.fulfill(body=f"<urlset>{locations}</urlset>", content_type="application/xml"))


def starts(page: Page) -> int:
    """How often Python has become ready in this document."""
    return int(page.evaluate("performance.getEntriesByName('gig:ready').length"))


def test_a_link_keeps_the_document_and_its_python(page: Page, address: str) -> None:
    before = CalculatorPage(page, address, "equalizer").opened().outcomes
    page.evaluate(MARK)
    page.locator('.md-nav--primary a[href$="time-audit/"]').first.evaluate("(link) => link.click()")
    audit = CalculatorPage(page, address, "time-audit")
    audit.wait_for_outcome(before)
    audit.expect_state("ready")
    assert page.url == f"{address}calculators/time-audit/"
    audit.type("rest_floor", "50")
    assert audit.figure("leverage_hours") == answer("time-audit", rest_floor="50")["figures"]["leverage_hours"]
    assert page.evaluate(MARKED)
    assert starts(page) == 1
    page.go_back()
    expect(CalculatorPage(page, address, "equalizer").element).to_be_attached()
    assert page.evaluate(MARKED)
    assert starts(page) == 1


def test_back_forward_and_reload_leave_a_page_that_answers(page: Page, built_site: Any) -> None:
    """Within the document Python stays; a page that the browser kept, or loads again, answers too."""
    equalizer = CalculatorPage(page, built_site.url, "equalizer").opened()
    audit = CalculatorPage(page, built_site.url, "time-audit").moved_to()
    page.go_back()
    equalizer.type_only("pay", "61,000")
    equalizer.expect_figure("gap", answer("equalizer", pay="61,000")["figures"]["gap"])
    page.go_forward()
    audit.type_only("rest_floor", "50")
    audit.expect_figure("leverage_hours", answer("time-audit", rest_floor="50")["figures"]["leverage_hours"])
    assert starts(page) == 1
    page.goto("about:blank")
    page.go_back()
    audit.type_only("rest_floor", "52")
    audit.expect_figure("leverage_hours", answer("time-audit", rest_floor="52")["figures"]["leverage_hours"])
    page.reload()
    audit.type_only("rest_floor", "54")
    audit.expect_figure("leverage_hours", answer("time-audit", rest_floor="54")["figures"]["leverage_hours"])


@pytest.mark.parametrize("arrives", [True, False], ids=["late", "never"])
def test_a_link_waits_for_the_script_that_follows_it(page: Page, built_site: Any, arrives: bool) -> None:
    """Without Material's script a link of a calculator's page is followed by the browser itself, after a second."""

    def bundle(route: Route) -> None:
        time.sleep(0.3)
        if arrives:
            route.continue_()
        else:
            route.abort()

    page.route("**/bundle.*.min.js", bundle)
    form = CalculatorPage(page, built_site.url, "equalizer").open()
    expect(form.element).not_to_have_attribute("data-state", "static")  # the page's script is there
    page.evaluate(MARK)
    assert page.evaluate("typeof window.location$") == "undefined"
    page.locator('.md-nav--primary a[href$="time-audit/"]').first.evaluate("(link) => link.click()")
    page.wait_for_url("**/calculators/time-audit/")
    expect(CalculatorPage(page, built_site.url, "time-audit").element).to_be_attached()
    assert page.evaluate(MARKED) == arrives


def test_site_map_that_lists_the_pages_changes_nothing(page: Page, built_site: Any) -> None:
    """With its own address in the site map, Material follows the links: one step in the history, not two."""

    list_pages(page, built_site)
    with page.expect_response("**/sitemap.xml"):
        page.goto(f"{built_site.url}reference/about/")
    page.evaluate(MARK)
    before = page.evaluate("history.length")
    page.locator('.md-nav--primary a[href$="reference/privacy/"]').first.evaluate("(link) => link.click()")
    expect(page.locator("h1")).to_contain_text("Privacy")
    assert page.evaluate("history.length") == before + 1
    assert page.evaluate(MARKED)


@pytest.mark.parametrize(("rest", "scroll"), [(0, 0), (500, 0), (500, 300)], ids=["just loaded", "at rest", "scrolling"])
def test_a_heading_on_another_page_is_reached_in_place(page: Page, built_site: Any, rest: int, scroll: int) -> None:
    """Material would open the page at the offset of the one before if that was written in the meantime.

    A scroll in the same moment as the click is told to the page only after it.
    """

    page.route("**/reference/glossary/", slowly)
    page.goto(f"{built_site.url}reference/about/")
    page.evaluate(MARK)
    page.wait_for_function("!!window.location$")
    page.wait_for_timeout(rest)
    page.evaluate(
        """([href, scroll]) => {
      scrollTo(0, scroll);
      const link = document.createElement("a");
      link.href = href;
      document.querySelector("article").append(link);
      link.click();
    }""",
        [f"{built_site.url}reference/glossary/#term-volatility", scroll],
    )
    expect(page.locator("#term-volatility")).to_be_in_viewport()
    assert page.evaluate(MARKED)


def test_links_off_the_site_are_left_to_the_browser(page: Page, below: Path) -> None:
    with local_server.serving(below) as url:
        page.goto(f"{url}courses/gig%20course/download/")
        page.wait_for_function("!!customElements.get('gig-calculator')")
        link = page.locator('article a[href$=".zip"]')
        with page.expect_download() as download:
            link.click()
        assert download.value.suggested_filename.endswith(".zip")
        link.evaluate("(link) => link.removeAttribute('download')")
        with page.expect_download():
            link.click()
        link.evaluate("(link, href) => { link.href = href; }", f"{url}courses/")
        page.locator(f'a[href="{url}courses/"]').click()
        expect(page).to_have_title("Another site")


def test_link_to_the_current_page_scrolls_to_its_top(page: Page, built_site: Any) -> None:
    page.goto(f"{built_site.url}chapters/04-leverage/")
    page.evaluate(MARK)
    page.wait_for_function("!!customElements.get('gig-calculator')")
    page.evaluate("scrollTo(0, 1500)")
    page.locator(".md-nav--primary a.md-nav__link--active").first.evaluate("(link) => link.click()")
    page.wait_for_function("scrollY === 0")
    assert page.evaluate(MARKED)


@pytest.mark.parametrize("is_listed", [False, True], ids=["unknown address", "known address"])
def test_heading_of_the_same_page_leaves_the_page_in_place(page: Page, built_site: Any, is_listed: bool) -> None:
    """Material would fetch the page anew for the first such link, and close what the reader has opened."""
    if is_listed:
        list_pages(page, built_site)
    page.goto(f"{built_site.url}chapters/04-leverage/")
    page.wait_for_function("!!window.location$")
    page.locator("h1").evaluate("(heading) => { heading.isMarked = true; }")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    headings = page.locator(".md-nav--secondary a.md-nav__link")
    for link in (headings.nth(1), headings.nth(3)):
        link.evaluate("(link) => link.click()")
        expect(page.locator(":target")).to_be_in_viewport()
        page.wait_for_timeout(300)  # Material writes the offset into the history
    offset = page.evaluate("scrollY")
    page.evaluate("scrollTo(0, 0)")
    page.wait_for_timeout(300)
    page.go_back()
    expect(page.locator(":target")).to_be_in_viewport()
    assert 0 < page.evaluate("scrollY") < offset
    page.go_back()
    page.wait_for_function("scrollY === 0")
    assert page.locator("h1").evaluate("(heading) => heading.isMarked")
    assert not [url for url in requests if "chapters" in url]
    CalculatorPage(page, built_site.url, "time-audit").moved_to()
    page.go_back()
    expect(page.locator("h1")).to_contain_text("LEVERAGE")
    assert not page.locator("h1").evaluate("(heading) => heading.isMarked")


def test_skip_link_moves_the_focus_on_a_slow_network(page: Page, built_site: Any) -> None:
    page.route("**/reference/glossary/", slowly)
    page.goto(f"{built_site.url}reference/glossary/")
    page.wait_for_function("!!window.location$")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_timeout(1000)
    expect(page.locator(":target")).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('article').contains(document.activeElement)")


def test_known_address_is_in_the_pages_and_the_site_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UG_SITE_URL", "https://example.org/gig/")
    editions.build_pages("hosted", tmp_path)
    plan = "https://example.org/gig/calculators/plan/"
    page = (tmp_path / "calculators" / "plan" / "index.html").read_text("utf-8")
    assert f'<link rel="canonical" href="{plan}">' in page
    assert f'<meta property="og:url" content="{plan}">' in page
    assert f"<loc>{plan}</loc>" in (tmp_path / "sitemap.xml").read_text("utf-8")
    assert 'src="/gig/assets/' in (tmp_path / "404.html").read_text("utf-8")


def test_unknown_address_is_not_claimed(built_site: Any) -> None:
    """The site in tests is built without UG_SITE_URL."""
    for path in built_site.pages:
        text = (built_site.folder / path / "index.html").read_text("utf-8")
        assert 'rel="canonical"' not in text
        assert "og:url" not in text
