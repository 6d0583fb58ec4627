"""docs/decisions/: numbers, status and dates; and every file that docs/ names exists."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from pipeline.progress import ROOT

DOCS = ROOT / "docs"
DECISIONS = sorted((DOCS / "decisions").glob("*.md"))
STATUS = re.compile(r"^# (\d+)\. .+\n\nStatus: (accepted|superseded), (\d{4}-\d\d-\d\d)[.;]")
PATH = re.compile(r"`((?:benchmarks|calculators|content|pipeline|tests|theme)/[\w./-]+)`")


def test_decisions_are_numbered_without_a_gap() -> None:
    assert [int(path.name[:4]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_has_its_number_status_and_date(path: Path) -> None:
    text = path.read_text("utf-8")
    match = STATUS.match(text)
    assert match
    assert int(match[1]) == int(path.name[:4])
    assert date(2026, 11, 1) <= date.fromisoformat(match[3])
    assert [part for part in ("Context", "Decision", "Consequences") if f"\n**{part}.** " not in text] == []
    assert match[2] == "accepted" or "[" in text.partition("\n\n**")[0], "a superseded decision links to what replaces it"


@pytest.mark.parametrize("page", sorted(DOCS.rglob("*.md")), ids=lambda page: page.stem)
def test_the_files_that_a_page_names_exist(page: Path) -> None:
    if page.parent.name == "tutorials":
        return  # its files are written by following it
    assert [path for path in PATH.findall(page.read_text("utf-8")) if not (ROOT / path).exists()] == []
