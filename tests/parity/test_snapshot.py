"""A Python restored from the memory snapshot that the folder edition ships answers as a newly started one."""

from __future__ import annotations

import json
import os
import subprocess
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TypedDict

import pytest

from calculators import IDS, bridge
from pipeline import runtime
from pipeline.environment import node
from pipeline.made_files import manifest

RESTORE = Path(__file__).with_name("restore.mjs")
MAKE = runtime.HERE / "node" / "snapshot.mjs"
FAR = "Pacific/Kiritimati"
"""14 hours ahead of the zone in which the snapshot was made: the day is often another."""
DAY = "2026-11-23"


class Visit(TypedDict):
    """What a restored Python reports."""

    answers: list[str]
    today: str
    random: float


class Report(TypedDict):
    """What restore.mjs writes."""

    visits: list[Visit]
    refused: list[bool]


def _request(calculator: str, sign: str | None = None) -> str:
    workbook = {"app": "ultimate-gig", "schema": 2, "saved": DAY, "calculators": {}, "sign": sign} if sign else None
    return json.dumps({"calculator": calculator, "inputs": {}, "as_of": DAY, **({"workbook": workbook} if workbook else {})})


REQUESTS = [*(_request(name) for name in IDS), _request("buffer", "₹"), _request("buffer")]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    folder = tmp_path_factory.mktemp("restore")
    made = runtime.build_runtime()
    names = manifest(made)
    (folder / "requests.json").write_text(json.dumps(REQUESTS), "utf-8")
    files = (made / names["stdlib"], made / names["snapshot"], folder / "requests.json", folder / "report.json")
    subprocess.run([node(), RESTORE, *files], check=True, timeout=120, env={**os.environ, "TZ": FAR})
    result: Report = json.loads((folder / "report.json").read_text("utf-8"))
    return result


def test_restored_python_answers_like_the_sources(report: Report) -> None:
    expected = [bridge.page(request) for request in REQUESTS]
    for visit in report["visits"]:
        assert visit["answers"] == expected


def test_sign_of_a_request_ends_with_it(report: Report) -> None:
    in_rupees, in_dollars = report["visits"][0]["answers"][-2:]
    assert "₹" in in_rupees
    assert "₹" not in in_dollars
    assert "$" in in_dollars


def test_restored_python_knows_the_day(report: Report) -> None:
    """The snapshot was made with a clock that stood still on January 1, 2026."""
    assert {visit["today"] for visit in report["visits"]} == {datetime.now(timezone(timedelta(hours=14))).date().isoformat()}


def test_same_archive_gives_the_same_snapshot_in_any_zone(tmp_path: Path) -> None:
    made = runtime.build_runtime()
    names = manifest(made)
    again = tmp_path / "again.snapshot"
    subprocess.run([node(), MAKE, made / names["stdlib"], again], check=True, timeout=120, env={**os.environ, "TZ": FAR})
    assert again.read_bytes() == (made / names["snapshot"]).read_bytes()


def test_restored_pythons_draw_different_random_numbers(report: Report) -> None:
    first, second = (visit["random"] for visit in report["visits"])
    assert first != second


def test_damaged_or_foreign_snapshot_is_refused(report: Report) -> None:
    """Then the worker starts Python without it."""
    assert report["refused"] == [True, True]
