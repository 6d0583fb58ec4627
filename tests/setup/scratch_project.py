"""A copy of the project's sources in a folder of its own, with the packages that are installed already."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.progress import ROOT

needs_links = pytest.mark.skipif(sys.platform == "win32", reason="a link to a folder needs a right that Windows seldom gives")

SOURCES = ("benchmarks", "calculators", "content", "docs", "pipeline", "tests", "theme")


def copy_project(folder: Path) -> None:
    """Fill an empty folder with the project's sources; .venv and node_modules are links to the project's own."""
    for name in SOURCES:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for path in (*ROOT.glob("*.*"), ROOT / ".npmrc"):
        if path.is_file():
            shutil.copyfile(path, folder / path.name)
    for name in (".venv", "node_modules"):
        (folder / name).symlink_to(ROOT / name, target_is_directory=True)


def run_in(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run Python in such a copy, with both outputs in `stdout`."""
    return subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
