"""Sources: every citation exists, and every footnote leads to a source."""

from __future__ import annotations

import re

import pytest

from calculators.engine import parameters
from tests.content.book import CHAPTERS, PAGES, arguments_of, build_day, notes, read, references, without_notes

STATISTICS = parameters.load("statistics")["statistics"]
UNREAD = re.compile(
    r"^Not opened|as PolicyEngine|stops before (this|these) figure"
    r"|(?<!own )\b(page|announcement|notice|law)( itself)? was not (opened|read)"
)
SECOND_HAND = re.compile(r"\bas re(ported|printed)\b|, on ")


@pytest.mark.parametrize("name", PAGES)
def test_every_source_is_in_a_sources_file(name: str) -> None:
    assert [source for source in arguments_of(read(name), "source") if source not in parameters.sources()] == []


@pytest.mark.parametrize("name", PAGES)
def test_every_statistic_is_known(name: str) -> None:
    assert [statistic for statistic in arguments_of(read(name), "stat") if statistic not in STATISTICS] == []


@pytest.mark.parametrize("name", PAGES)
def test_every_parameter_holds_today(name: str) -> None:
    assert [path for path in arguments_of(read(name), "parameter") if parameters.as_of(path, build_day()).source is None] == []


@pytest.mark.parametrize("name", PAGES)
def test_footnotes_and_references_belong_together(name: str) -> None:
    text = read(name)
    assert set(references(text)) == notes(text).keys()


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_chapter_cites_sources(name: str) -> None:
    assert [note for note in notes(read(name)).values() if arguments_of(note, "source")]


@pytest.mark.parametrize("name", CHAPTERS)
def test_every_statistic_has_a_footnote_with_its_own_source(name: str) -> None:
    text = read(name)
    cited = {source for note in notes(text).values() for source in arguments_of(note, "source")}
    shown = arguments_of(without_notes(text), "stat")
    assert [statistic for statistic in shown if STATISTICS[statistic]["source"] not in cited] == []


@pytest.mark.parametrize("name", CHAPTERS)
def test_sources_stand_in_footnotes(name: str) -> None:
    assert arguments_of(without_notes(read(name)), "source") == []


@pytest.mark.parametrize("name", PAGES)
def test_a_note_says_whose_report_of_a_source_was_read(name: str) -> None:
    """By the source's `reported_by`, or by its publisher, such as "Airbnb, as reported by Skift"."""
    cited = [parameters.source(source) for note in notes(read(name)).values() for source in arguments_of(note, "source")]
    unread = [source for source in cited if UNREAD.search(source.note)]
    assert [source.name for source in unread if not (source.reported_by or SECOND_HAND.search(source.publisher))] == []
