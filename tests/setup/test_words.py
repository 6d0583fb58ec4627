"""The list of words that our English avoids: what it finds, where, and what it leaves alone."""

from __future__ import annotations

import pytest

from pipeline.words import Word, findings, listed

ANYWHERE = "content/index.md"


@pytest.mark.parametrize("word", listed(), ids=lambda word: word["instead"])
def test_listed_word_is_found_with_what_to_say_instead(word: Word) -> None:
    lines = list(findings(f"A first line.\n{word['such']}", ANYWHERE))
    assert [line for line in lines if line.startswith(f"{ANYWHERE}:2: ") and line.endswith(f"say instead: {word['instead']}")]


def test_phrase_across_two_lines_is_found() -> None:
    assert [line.partition("; ")[0] for line in findings("It fell below\nnothing.", ANYWHERE)] == [f"{ANYWHERE}:1: 'below\\nnothing'"]


def test_page_of_a_country_keeps_its_words() -> None:
    assert list(findings("Ask a solicitor.", ANYWHERE))
    assert list(findings("Ask a solicitor.", "content/start/united-kingdom.md")) == []


def test_title_of_a_source_keeps_its_words() -> None:
    assert list(findings('title = "What it shall cost"\nunit = "dollars"', "calculators/parameters/x.toml")) == []


def test_usual_english_is_left_alone() -> None:
    text = "They have four lines, mostly pensions. A car that sits idle is good enough. Hang on to it; the price is right."
    assert list(findings(text, ANYWHERE)) == []
