"""Reading level and length of chapters: easy enough and short enough for an evening."""

from __future__ import annotations

import re
from typing import Any

import pytest
import textstat

from tests.content.book import CHAPTERS
from tests.content.built_page import chapter_page
from tests.content.prose import not_prose, passages

HARDEST = 9
"""Flesch-Kincaid grade."""
SHORTEST, LONGEST = 900, 3000
"""Words."""


def measured(passage: str) -> str:
    """Prepare a passage for textstat: end it with a period, and remove the points in 3.4 and 2:30, which it takes for ends of sentences."""
    whole = re.sub(r"(?<=\d)[.,:](?=\d)", "", passage).rstrip(" ”’)")
    return whole if whole.endswith((".", "!", "?")) else f"{whole.rstrip(';:,')}."


def grade(prose: list[str]) -> float:
    return float(textstat.flesch_kincaid_grade("\n".join(map(measured, prose))))


@pytest.mark.parametrize("name", CHAPTERS)
def test_reading_grade_is_within_bounds(built_site: Any, name: str) -> None:
    assert grade(list(passages(chapter_page(built_site.folder, name)))) <= HARDEST


@pytest.mark.parametrize("name", CHAPTERS)
def test_chapter_length_is_within_bounds(built_site: Any, name: str) -> None:
    text = chapter_page(built_site.folder, name).article.text(not_prose)
    assert SHORTEST <= len(re.findall(r"\w[\w’'.,-]*", text)) <= LONGEST


def test_a_hard_text_is_found_hard() -> None:
    hard = "Remuneration obtained through intermediated microentrepreneurial participation necessitates comprehensive fiscal documentation."
    assert grade([hard]) > HARDEST


def test_a_decimal_point_ends_no_sentence() -> None:
    with_points = "The price rose by 3.4% and then by 2.5% more in one year."
    assert grade([with_points]) == grade([with_points.replace("3.4", "34").replace("2.5", "25")])
