"""The sessions for teachers: each adds up to ninety minutes, and its script follows its timetable."""

from __future__ import annotations

import re

import pytest

from tests.content.book import CHAPTERS, PAGES, read

SESSIONS = [name for name in PAGES if name.startswith("teachers/session-")]
MINUTES = 90

_ROW = re.compile(r"^\| (\d+) \| (.+?) \|$", re.MULTILINE)
_TIMED = re.compile(r"^## (.+) \((\d+) minutes\)$", re.MULTILINE)


def timetable(text: str) -> list[tuple[str, int]]:
    """Return the parts of a session with their minutes, as the table at its start lists them."""
    table = text.partition("|---:|---|\n")[2].partition("\n\n")[0]
    return [(part, int(minutes)) for minutes, part in _ROW.findall(table)]


def script(text: str) -> list[tuple[str, int]]:
    """Return the parts of a session with their minutes, as the headings of the script say."""
    return [(part, int(minutes)) for part, minutes in _TIMED.findall(text)]


def test_there_are_six_sessions_and_the_overview_lists_them() -> None:
    assert len(SESSIONS) == 6
    assert [name for name in SESSIONS if f"](../{name})" not in read("reference/for-teachers.md")] == []


@pytest.mark.parametrize("name", SESSIONS)
def test_session_adds_up_and_keeps_to_its_timetable(name: str) -> None:
    text = read(name)
    assert script(text) == timetable(text)
    assert sum(minutes for _, minutes in timetable(text)) == MINUTES


@pytest.mark.parametrize("name", SESSIONS)
def test_session_has_words_to_say_handouts_and_a_way_on_paper(name: str) -> None:
    text = read(name)
    assert text.count("**Say") >= 3
    assert "](../reference/printable-workbook.md)" in text.partition("## Before people arrive")[2].partition("\n## ")[0]
    assert re.findall(r"^## (With only an hour|Without computers)$", text, re.MULTILINE) == ["With only an hour", "Without computers"]


def test_sessions_together_use_every_chapter() -> None:
    used = {chapter for name in SESSIONS for chapter in CHAPTERS if f"](../{chapter})" in read(name)}
    assert used == CHAPTERS.keys()


def test_part_with_other_minutes_is_noticed() -> None:
    text = "| Minutes | What |\n|---:|---|\n| 10 | Welcome |\n\n## Welcome (15 minutes)\n"
    assert (timetable(text), script(text)) == ([("Welcome", 10)], [("Welcome", 15)])
