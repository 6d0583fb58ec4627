"""The style sheets: listed, joined into one, and with the fonts that they name."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from theme.mkdocs.sheets import rebase_urls

ROOT = Path(__file__).absolute().parents[2]
THEME = ROOT / "theme"
SHEETS = sorted(path for path in THEME.rglob("*.css") if path.parent.name != "mkdocs")
"""Of the pages; the slides' sheet stands in each file of slides."""


def test_every_sheet_is_listed_once() -> None:
    listed = re.findall(r"^  - ((?:styles|components)/.+\.css)$", (ROOT / "mkdocs.yml").read_text("utf-8"), re.MULTILINE)
    assert sorted(listed) == sorted(path.relative_to(THEME).as_posix() for path in SHEETS)


@pytest.mark.parametrize(
    ("url", "folder", "rebased"),
    [
        ("../../fonts/inter.woff2", "styles/base", "../fonts/inter.woff2"),
        ("../../fonts/inter.woff2", "components/chart", "../fonts/inter.woff2"),
        ("grain.svg", "components/chart", "../components/chart/grain.svg"),
        ("/fonts/inter.woff2", "styles/base", "/fonts/inter.woff2"),
        ("data:image/svg+xml,x", "styles/base", "data:image/svg+xml,x"),
        ("#fade", "styles/base", "#fade"),
    ],
)
def test_rebase_urls_keeps_relative_urls_working(url: str, folder: str, rebased: str) -> None:
    assert rebase_urls(f'a {{ src: url("{url}") format("x"); }}', folder) == f'a {{ src: url("{rebased}") format("x"); }}'


def test_urls_are_quoted_as_rebase_urls_expects() -> None:
    for path in SHEETS:
        assert not re.search(r"url\((?!\")", path.read_text("utf-8")), path


def test_no_sheet_requests_another_origin() -> None:
    for path in SHEETS:
        assert not re.search(r"url\(\s*[\"']?(?:https?:)?//|@import", path.read_text("utf-8")), path


def test_motion_is_short_and_can_be_turned_off() -> None:
    """Every transition takes its time from --ug-quick, which is at most 150 ms, and nothing where the reader asks for less motion.

    The one animation moves nothing: it lets the line about a missing script appear late.
    """
    text = "\n".join(path.read_text("utf-8") for path in SHEETS)
    times = [int(time) for time in re.findall(r"--ug-quick:\s*(\d+)ms", text)]
    assert max(times) <= 150
    assert min(times) == 0
    for value in re.findall(r"transition:\s*([^;]+);", text):
        assert value.count("var(--ug-quick)") == len(value.split(","))
    assert re.findall(r"animation:\s*([^;]+);", text) == ["ug-not-started 1ms 8s forwards"]


def test_page_waits_for_one_sheet_and_no_script(page: Any, built_site: Any) -> None:
    page.goto(built_site.url)
    assert page.locator('link[rel="stylesheet"]').count() == 1
    assert page.locator("script[src]:not([defer])").evaluate_all("(all) => all.filter((script) => !script.async).length") == 0


def test_pages_load_the_fonts_without_moving(page: Any, built_site: Any) -> None:
    """The fonts come from this site, preloaded; what stands in for them until then has their widths."""
    page.goto(built_site.url)
    page.evaluate("document.fonts.ready.then(() => true)")
    loaded = page.evaluate("[...document.fonts].filter((face) => face.status === 'loaded').map((face) => face.family.replaceAll('\"', ''))")
    assert {"Literata", "Inter"} <= set(loaded)
    preloaded = page.locator('link[rel="preload"][as="font"]').evaluate_all(
        "(all) => all.map((link) => new URL(link.href).pathname.split('/').pop())"
    )
    assert sorted(preloaded) == ["inter.woff2", "literata.woff2"]
    # for print they are there again, since Chromium prints no optional font
    page.wait_for_function(
        """() => {
          dispatchEvent(new Event("beforeprint"));
          const printed = [...document.fonts].filter(({ display, status }) => display === "auto" && status === "loaded");
          return printed.map(({ family, style }) => `${family} ${style}`).sort().join() === "Inter normal,Literata italic,Literata normal";
        }"""
    )
