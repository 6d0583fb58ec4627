"""Every concept of the article is taught in some depth, at a place that a link can name."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.content.book import CHAPTERS, read
from tests.content.built_page import chapter_page

CONCEPTS: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("concepts.toml").read_text("utf-8"))["concepts"]

LEAST = 150
"""Words about a concept in the sections where it is taught."""
FURTHER_READING = "25"
"""The one that is a pointer: the book behind the course."""


def section(place: str) -> str:
    """The text from a place's heading to the next of its level or above; each macro counts as one word."""
    file, _, anchor = place.partition("#")
    text = re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "x", read(f"chapters/{file}"), flags=re.DOTALL)
    start = re.search(rf"^(#+) .*\{{#{anchor}\}}$", text, re.MULTILINE)
    assert start, place
    return re.split(rf"^#{{1,{len(start[1])}}} ", text[start.end() :], maxsplit=1, flags=re.MULTILINE)[0]


@pytest.mark.parametrize("number", sorted(CONCEPTS.keys() - {FURTHER_READING}))
def test_concept_is_taught_in_some_depth(number: str) -> None:
    assert sum(len(section(place).split()) for place in CONCEPTS[number]) >= LEAST


def test_each_of_25_concepts_has_a_place() -> None:
    assert sorted(map(int, CONCEPTS)) == list(range(1, 26))
    assert [number for number, places in CONCEPTS.items() if not places] == []


@pytest.mark.parametrize(("number", "place"), [(number, place) for number, places in CONCEPTS.items() for place in places])
def test_place_of_a_concept_exists(built_site: Any, number: str, place: str) -> None:
    file, _, anchor = place.partition("#")
    assert anchor, "a whole chapter is no place"
    page = chapter_page(built_site.folder, f"chapters/{file}")
    assert anchor in {element.attributes.get("id") for element in page.article.walk()}, f"concept {number}: {place}"


def test_every_chapter_teaches_a_concept() -> None:
    taught = {place.partition("#")[0] for places in CONCEPTS.values() for place in places}
    assert {f"chapters/{file}" for file in taught} == CHAPTERS.keys()
