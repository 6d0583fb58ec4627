"""docs/reliability.md names tests that exist."""

from __future__ import annotations

import re

from pipeline.progress import ROOT

TESTS = ROOT / "tests"
NAMED = re.compile(r"`(test_\w+)`")
DEFINED = re.compile(r"^def (test_\w+)", re.MULTILINE)


def test_every_fault_has_a_test_that_exists() -> None:
    rows = [line for line in (ROOT / "docs" / "reliability.md").read_text("utf-8").splitlines() if line.startswith("| ")]
    faults = [row for row in rows if row.count("|") == 4 and not row.startswith("| Fault")]
    assert len(faults) > 30
    assert [row for row in faults if not NAMED.search(row)] == []
    defined = {name for path in TESTS.rglob("test_*.py") for name in DEFINED.findall(path.read_text("utf-8"))}
    assert {name for row in faults for name in NAMED.findall(row)} <= defined
