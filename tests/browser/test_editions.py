"""A page never works with files of another edition: it loads itself again when the site has been published anew."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from pipeline import local_server
from tests.browser.calculator_page import PATIENCE, CalculatorPage, answer, follow
from tests.conftest import BuiltSite

OF_THE_OLDER = "window.isOfTheOlder = true"


class Republished(local_server.SiteHandler):
    """A host that lets browsers keep pages for an hour, and on which the site is published anew: Python's archive has another name."""

    is_newer = False
    older, newer = "/python.", "/python.ffffffffffff."

    def do_GET(self) -> None:  # noqa: N802  (the library's name)
        path = Path(self.translate_path(self.path))
        page = path / "index.html" if path.is_dir() else path
        if Republished.newer in self.path:
            self.path = self.path.replace(Republished.newer, Republished.older)
            super().do_GET()
        elif Republished.is_newer and Republished.older in self.path:
            self.send_error(HTTPStatus.NOT_FOUND)
        elif page.suffix == ".html" and page.is_file():
            self.send_page(page.read_text("utf-8"))
        else:
            super().do_GET()

    def send_page(self, text: str) -> None:
        if Republished.is_newer:
            text = text.replace(Republished.older, Republished.newer).replace('"edition": "sha256-', '"edition": "sha256-newer')
        content = text.encode()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=3600")
        self.end_headers()
        self.wfile.write(content)

    def end_headers(self) -> None:
        """Have browsers keep no file but pages."""
        if "/assets/ug/python." in self.path:
            self.send_header("Cache-Control", "no-store")
        super().end_headers()


@pytest.fixture
def site(built_site: BuiltSite) -> Iterator[str]:
    (archive,) = built_site.folder.glob("assets/ug/python.*.zip")
    Republished.is_newer, Republished.older = False, f"/python.{archive.name.split('.')[1]}."
    with local_server.serving(built_site.folder, Republished) as url:
        yield url


def names_newer(page: Page) -> bool:
    return Republished.newer in str(page.text_content("#ug-assets"))


def test_page_of_an_older_edition_loads_itself_again(page: Page, browser: Browser, site: str) -> None:
    """A page from the browser's cache does so when its archive is gone, and an open one when a link leads to a newer page."""
    first = CalculatorPage(page, site, "equalizer").opened()
    first.type("pay", "75,000")
    expected = answer("equalizer", pay="75,000")["figures"]["gap"]
    assert first.figure("gap") == expected
    Republished.is_newer = True

    other = page.context.new_page()
    other.set_default_timeout(PATIENCE)
    second = CalculatorPage(other, site, "equalizer")
    second.open()
    other.wait_for_function(f"document.getElementById('ug-assets')?.textContent.includes('{Republished.newer}')")
    second.expect_figure("gap", expected)
    other.close()

    page.evaluate(OF_THE_OLDER)
    follow(page, f"{site}chapters/08-the-equalizer/")
    page.wait_for_function("!window.isOfTheOlder && document.readyState === 'complete'")
    assert names_newer(page)
    first.element.scroll_into_view_if_needed()
    first.expect_figure("gap", expected)
