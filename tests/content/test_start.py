"""Pages on starting in a country, on safety and on trouble: their parts, their sources, and how they read."""

from __future__ import annotations

import functools
import re
from pathlib import Path

import markdown
import pytest
import textstat

from tests.content.book import PAGES, notes, read, references, without_notes, worked
from tests.content.built_page import BuiltPage, read_page
from tests.content.prose import passages
from tests.content.test_reading_level import measured
from tests.content.test_typed_numbers import typed

START = [name for name in PAGES if name.startswith("start/")]
COUNTRIES = [name for name in START if Path(name).stem in {"united-states", "united-kingdom", "canada", "australia"}]
GUIDES = [*COUNTRIES, *(name for name in START if Path(name).stem == "anywhere-else")]
PARTS = ["in-business", "register", "forms-and-dates", "sales-tax", "licenses", "insurance", "benefits", "visas", "free-advice"]
EXTENSIONS = ["footnotes", "tables", "def_list", "attr_list", "md_in_html"]
EASIEST, HARDEST = 6, 8.5
"""Flesch-Kincaid grades: below the first a text reads like telegrams."""
SHORT, SHARE = 7, 0.15
"""A sentence of fewer words is short, and at most this share of a page's sentences may be."""


@functools.cache
def page(name: str) -> BuiltPage:
    """A page as its Markdown alone renders, without the site around it and without the bold labels at starts of paragraphs and items."""
    text = re.sub(r"^(- |\d+\. |)\*\*[^*]+\*\*", r"\1", worked(name)[0], flags=re.MULTILINE)
    return read_page(f"<article>{markdown.markdown(text, extensions=EXTENSIONS)}</article>")


def parts(name: str) -> dict[str, str]:
    """The Markdown below each heading that has an id, by that id."""
    _, *pieces = re.split(r"^## .*\{#([\w-]+)\}$", without_notes(read(name)), flags=re.MULTILINE)
    return dict(zip(pieces[::2], pieces[1::2], strict=True))


def prose(name: str) -> list[str]:
    """A page's paragraphs and list items that are whole sentences."""
    return [measured(passage) for passage in passages(page(name)) if passage.rstrip("”’)").endswith((".", "?", "!"))]


def sentences(name: str) -> list[str]:
    return [sentence for passage in prose(name) for sentence in re.split(r"(?<=[.?!])[”’)]*\s+(?=[“‘(]?[A-Z])", passage)]


def uncited(text: str) -> list[str]:
    """Amounts and percentages in blocks (paragraphs, list items, tables) that have no footnote."""
    blocks = re.split(r"\n\s*\n|\n(?=- )", text)
    return [number for block in blocks if not references(block) for number in typed(block)]


@pytest.mark.parametrize("name", GUIDES)
def test_a_country_has_all_parts_in_order(name: str) -> None:
    assert list(parts(name)) == PARTS


@pytest.mark.parametrize("name", COUNTRIES)
def test_each_part_of_a_country_cites_a_source(name: str) -> None:
    """The part on free advice links to the advisers themselves."""
    assert [part for part, text in parts(name).items() if not references(text) and part != "free-advice"] == []
    assert "](https://" in parts(name)["free-advice"]


@pytest.mark.parametrize("name", START)
def test_a_typed_amount_stands_beside_its_source(name: str) -> None:
    assert uncited(without_notes(read(name))) == []


def test_an_amount_without_a_source_is_found() -> None:
    assert uncited("It costs $5.[^a] Or 7%.\n\n- $8\n- $9[^b]\n\nOver £10.") == ["$8", "£10"]


@pytest.mark.parametrize("name", START)
def test_each_note_cites_a_source_with_its_day(name: str) -> None:
    assert [note for note, text in notes(read(name)).items() if "source(" not in text] == []


@pytest.mark.parametrize("name", START)
def test_a_page_reads_easily(name: str) -> None:
    assert EASIEST <= textstat.flesch_kincaid_grade("\n".join(prose(name))) <= HARDEST


@pytest.mark.parametrize("name", START)
def test_few_sentences_are_short(name: str) -> None:
    short = [sentence for sentence in sentences(name) if len(sentence.split()) < SHORT]
    assert len(short) <= SHARE * len(sentences(name)), short
