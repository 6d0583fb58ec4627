"""The style sheets: listed, joined into one, and with the fonts that they name."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from theme.mkdocs.sheets import squeeze

ROOT = Path(__file__).absolute().parents[2]
STYLES = ROOT / "theme" / "styles"


def test_every_sheet_is_listed_once() -> None:
    listed = re.findall(r"^  - styles/(.+\.css)$", (ROOT / "mkdocs.yml").read_text("utf-8"), re.MULTILINE)
    assert sorted(listed) == sorted(path.name for path in STYLES.glob("*.css"))


def test_squeezing_takes_comments_and_indents_only() -> None:
    assert squeeze("/* one\n two */\n\n  a {\n    color: red; /* x */\n  }\n") == "a {\ncolor: red;\n}"


def test_no_sheet_asks_another_origin() -> None:
    for path in STYLES.glob("*.css"):
        assert not re.search(r"url\(\s*[\"']?(?:https?:)?//|@import", path.read_text("utf-8")), path.name


def test_motion_is_short_and_can_be_turned_off() -> None:
    """Every transition takes its time from --ug-quick, which is at most 150 ms, and nothing where the reader asks for less motion.

    The one animation moves nothing: it lets the line about a missing script appear late.
    """
    text = "\n".join(path.read_text("utf-8") for path in STYLES.glob("*.css"))
    times = [int(time) for time in re.findall(r"--ug-quick:\s*(\d+)ms", text)]
    assert max(times) <= 150
    assert min(times) == 0
    for value in re.findall(r"transition:\s*([^;]+);", text):
        assert value.count("var(--ug-quick)") == len(value.split(","))
    assert re.findall(r"animation:\s*([^;]+);", text) == ["ug-not-started 1ms 8s forwards"]


def test_a_page_has_one_sheet_of_ours(page: Any, built_site: Any) -> None:
    page.goto(built_site.url)
    ours = page.locator('link[rel="stylesheet"][href*="styles/"]')
    assert ours.count() == 1


def test_pages_load_the_fonts_without_moving(page: Any, built_site: Any) -> None:
    """The fonts come from this site, preloaded; what stands in for them until then has their widths."""
    page.goto(built_site.url)
    page.evaluate("document.fonts.ready.then(() => true)")
    loaded = page.evaluate("[...document.fonts].filter((face) => face.status === 'loaded').map((face) => face.family.replaceAll('\"', ''))")
    assert {"Literata", "Inter"} <= set(loaded)
    preloaded = page.locator('link[rel="preload"][as="font"]').evaluate_all(
        "(all) => all.map((one) => new URL(one.href).pathname.split('/').pop())"
    )
    assert sorted(preloaded) == ["inter.woff2", "literata.woff2"]
