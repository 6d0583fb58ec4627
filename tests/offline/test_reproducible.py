"""Two builds of the same sources are the same bytes: in two folders, on two days, and with other orders of what has no order."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline import editions
from pipeline.progress import MADE, ROOT
from tests.setup.scratch_project import copy_project, needs_links

COLD = os.environ.get("UG_REPRODUCIBLE") == "1"
"""Whether to build everything anew, as on a machine that has built nothing before: build.py test --reproducible."""
CACHES = ("runtime", "scripts", "charts", "carried", "first-pages")
ELSEWHERE = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7", "LC_ALL": "C"}
FAR = {"TZ": "Etc/GMT+12", "PYTHONHASHSEED": "8", "LC_ALL": "C.UTF-8"}
"""26 hours behind the other: the two never have the same day."""


def build(folder: Path, epoch: str, variables: dict[str, str]) -> None:
    """Build the site and the download in a copy of the project."""
    code = "from pipeline import editions; editions.make()"
    environment = {**os.environ, "SOURCE_DATE_EPOCH": epoch, **variables}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False, timeout=1_800
    )
    assert done.returncode == 0, done.stdout + done.stderr


def copy(folder: Path, caches: bool) -> Path:
    """Copy the sources, with what an earlier build can leave if `caches`."""
    folder.mkdir(parents=True)
    copy_project(folder)
    if caches:
        for name in CACHES:
            source = MADE / name
            (shutil.copytree if source.is_dir() else shutil.copy2)(source, folder / ".build" / name)  # type: ignore[operator]
    else:
        shutil.rmtree(folder / "theme" / "fonts", ignore_errors=True)
    return folder


def hashes(root: Path) -> dict[str, str]:
    """Return the hash of every file that is published, by its path."""
    files = [path for folder in ("site", "dist") for path in (root / folder).rglob("*") if path.is_file()]
    return {path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@needs_links
def test_two_builds_are_the_same_bytes(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    if not COLD:
        request.getfixturevalue("built_site")
    epoch = str(int(datetime.combine(editions.build_day(), datetime.min.time(), UTC).timestamp()) + 40_000)
    first = copy(tmp_path / "here", caches=False) if COLD else ROOT
    second = copy(tmp_path / "a rather longer path – 另一个", caches=not COLD)
    if COLD:
        build(first, epoch, FAR)
    build(second, epoch, ELSEWHERE)
    here, there = hashes(first), hashes(second)
    assert len(here) > 150
    assert {path for path in here.keys() | there.keys() if here.get(path) != there.get(path)} == set()
