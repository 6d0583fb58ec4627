"""What the search reads of a calculator, and what stands in a page for the rest until it has."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

from theme.mkdocs import search
from theme.mkdocs.macros import Macros
from theme.mkdocs.placeholders import Placeholders

DAY = date(2026, 11, 29)


def test_search_finds_labels_on_a_calculators_own_page() -> None:
    placeholder = Macros(DAY, "hosted", page_url="calculators/leverage-income/").calculator("leverage-income")
    assert "Months a year that it runs" in placeholder  # a label in a row of a list
    assert "Net per own hour" in placeholder
    assert not re.search(r"\$\d|<(?!/?div\b)", placeholder)


def test_search_finds_nothing_of_a_calculator_in_a_chapter() -> None:
    macros = Macros(DAY, "hosted", page_url="chapters/08-the-equalizer/")
    assert macros.calculator("equalizer", household="Dana’s", pay=52_000).strip() == '<div id="ug-unsearched-0"></div>'
    assert "<gig-calculator" in macros.placeholders.fill_unsearched(macros.page_url, '<div id="ug-unsearched-0"></div>')


def test_placeholders_stand_for_the_blocks_of_their_own_page() -> None:
    """All pages are converted before the search reads the first, so pages keep their blocks apart."""
    placeholders = Placeholders()
    first = placeholders.embed_unsearched("a/", "<p>of a</p>") + placeholders.embed("<p>searched</p>")
    assert placeholders.fill(first).split() == ["<div", 'id="ug-unsearched-0"></div>', "<p>searched</p>"]
    second = placeholders.embed_unsearched("b/", "<p>of b</p>", 'tea & "cake" < 3')
    assert second.strip() == '<div id="ug-unsearched-0">tea &amp; "cake" &lt; 3</div>'
    assert placeholders.fill_unsearched("a/", first).strip().startswith("<p>of a</p>")
    assert placeholders.fill_unsearched("b/", second).strip() == "<p>of b</p>"


def test_split_index_keeps_every_page(tmp_path: Path) -> None:
    docs = [{"location": "a/", "title": "A", "text": "café"}]
    (tmp_path / "search_index.json").write_text(json.dumps({"config": {"lang": ["en"]}, "docs": docs}), "utf-8")
    search.split_index(tmp_path)
    assert json.loads((tmp_path / "pages.json").read_text("utf-8")) == docs
    assert json.loads((tmp_path / "search_index.json").read_text("utf-8")) == {"config": {"lang": ["en"]}, "docs": []}
