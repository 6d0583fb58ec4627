"""The one style sheet of the pages: what stays of Material's rules, and that ours stay as they are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.one_sheet import join_sheets

LINKS = '<link rel="stylesheet" href="{0}assets/material.min.css">\n<link rel="stylesheet" href="{0}styles/pages.1.css">'
PAGE = '<!doctype html><head>{links}</head><body class="md-page" data-color="plain"><p id="a">Red and blue</p></body>'
OURS = '@charset "UTF-8";\n/* ours */\n.never-in-a-page:is(:hover, :focus-visible) {\n  color: #fff;\n}\n'


def join(site: Path, material: str) -> str:
    """Join Material's rules with OURS on a site of two pages, and return the sheet that both load."""
    pages = {site / "index.html": "", site / "deep" / "index.html": "../"}
    for path, up in pages.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PAGE.format(links=LINKS.format(up)), "utf-8")
    files = {"assets/material.min.css": material, "styles/pages.1.css": OURS, "assets/app.js": 'h("mark",{class:"md-by-script"})'}
    for name, text in files.items():
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).write_text(text, "utf-8")
    join_sheets(site)
    sheets = [*site.rglob("*.css")]
    assert len(sheets) == 1
    for path, up in pages.items():
        assert re.findall(r'<link rel="stylesheet" href="([^"]+)">', path.read_text("utf-8")) == [f"{up}styles/{sheets[0].name}"]
    return sheets[0].read_text("utf-8")


@pytest.mark.parametrize(
    "rule",
    [
        ".md-page{margin:0}",
        "#a{margin:0}",
        ".md-by-script{margin:0}",
        ".md-page mark{margin:0}",
        "[data-color=plain] p{margin:0}",
        ".md-page:not(.red):has(.gone)::after{margin:0}",
        "@media print{.md-page{margin:0}}",
    ],
)
def test_rule_stays_if_a_page_or_script_can_use_it(tmp_path: Path, rule: str) -> None:
    assert rule.replace("::", ":") in join(tmp_path, rule).replace("::", ":")


@pytest.mark.parametrize(
    "rule", [".red{margin:0}", "blockquote{margin:0}", "[data-color=blue] p{margin:0}", "#b p{margin:0}", ":root{--md-unread:0}"]
)
def test_rule_goes_that_no_page_can_use(tmp_path: Path, rule: str) -> None:
    assert "margin" not in join(tmp_path, rule)
    assert "--md" not in join(tmp_path, rule)


def test_unused_selector_leaves_the_others_of_its_rule(tmp_path: Path) -> None:
    assert join(tmp_path, ".red,.md-page{margin:0}").startswith(".md-page{margin:0}")


def test_rules_of_ours_all_stay_without_comments(tmp_path: Path) -> None:
    sheet = join(tmp_path, ".red{margin:0}")
    assert sheet.strip() in {
        ".never-in-a-page:is(:hover,:focus-visible){color:#fff}",
        ".never-in-a-page:hover,.never-in-a-page:focus-visible{color:#fff}",
    }
