"""Pages on starting in a country, on safety and on trouble: their parts and their sources."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.content.book import PAGES, notes, read, references, without_notes
from tests.content.test_typed_numbers import typed

START = [name for name in PAGES if name.startswith("start/")]
COUNTRIES = [name for name in START if Path(name).stem in {"united-states", "united-kingdom", "canada", "australia"}]
GUIDES = [*COUNTRIES, *(name for name in START if Path(name).stem == "anywhere-else")]
PARTS = ["in-business", "register", "forms-and-dates", "sales-tax", "licenses", "insurance", "benefits", "visas", "free-advice"]


def parts(name: str) -> dict[str, str]:
    """The Markdown below each heading that has an id, by that id."""
    _, *pieces = re.split(r"^## .*\{#([\w-]+)\}$", without_notes(read(name)), flags=re.MULTILINE)
    return dict(zip(pieces[::2], pieces[1::2], strict=True))


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
