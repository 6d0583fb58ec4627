"""How every page reads: not too hard, not in telegrams; and how long a chapter is, which should fit an evening."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import pytest
import textstat

from tests.content.book import CHAPTERS, PAGES
from tests.content.built_page import chapter_page
from tests.content.prose import measured, not_prose, prose, sentences

EASIEST, HARDEST = 6.0, 9.0
"""Flesch-Kincaid grades: below the first a text reads like telegrams."""
SHORT, SHARE = 7, 0.15
"""A sentence of fewer words is short, and at most this share of a page's sentences may be."""
SPOKEN_EASIEST = 4.4
"""The teachers' sessions are scripts to be read out, and people speak in plainer sentences than they write."""
FORMS = {"reference/glossary.md", "reference/printable-workbook.md"}
"""Definitions and forms, with hardly a sentence to measure."""
SHORTEST, LONGEST = 900, 3000
"""Words of a chapter."""

MEASURED = [name for name in PAGES if name not in FORMS]


def grade(texts: Iterable[str]) -> float:
    """Return the Flesch-Kincaid grade of texts, which end with a period, a question mark or an exclamation mark."""
    return float(textstat.flesch_kincaid_grade("\n".join(texts)))


def short(texts: list[str]) -> list[str]:
    return [sentence for sentence in texts if len(sentence.split()) < SHORT]


def is_spoken(name: str) -> bool:
    return name.startswith("teachers/session-")


@pytest.mark.parametrize("name", MEASURED)
def test_reading_grade_is_within_bounds(name: str) -> None:
    assert (SPOKEN_EASIEST if is_spoken(name) else EASIEST) <= grade(prose(name)) <= HARDEST


@pytest.mark.parametrize("name", MEASURED)
def test_few_sentences_of_a_page_are_short(name: str) -> None:
    texts = sentences(prose(name))
    assert len(short(texts)) <= SHARE * len(texts), short(texts)


@pytest.mark.parametrize("name", sorted(FORMS))
def test_page_without_a_level_has_hardly_a_sentence(name: str) -> None:
    assert len(sentences(prose(name))) < 5


@pytest.mark.parametrize("name", CHAPTERS)
def test_chapter_length_is_within_bounds(built_site: Any, name: str) -> None:
    text = chapter_page(built_site.folder, name).article.text(not_prose)
    assert SHORTEST <= len(re.findall(r"\w[\w’'.,-]*", text)) <= LONGEST


def test_hard_and_telegraphic_texts_are_noticed() -> None:
    hard = "Remuneration obtained through intermediated microentrepreneurial participation necessitates comprehensive fiscal documentation."
    telegrams = "Ask first. Then wait a little. It may take a week until the insurer writes back to you with a clear answer."
    assert grade([hard]) > HARDEST
    assert grade([telegrams]) < EASIEST
    assert short(sentences([telegrams])) == ["Ask first.", "Then wait a little."]


def test_points_in_numbers_and_names_end_no_sentence() -> None:
    with_points = measured("The price that John T. Fleming paid rose by 3.4% and then by 2.5% more in one year")
    assert sentences([with_points]) == [with_points]
    assert grade([with_points]) == grade([with_points.replace("34", "3")])
