"""Our modules in place of the library's, decision 42: each replaces one that exists, and a start imports few others."""

from __future__ import annotations

import json
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

from pipeline.archive import read_zip
from pipeline.environment import NODE_MODULES, node
from pipeline.runtime import REPLACEMENTS, build_runtime

START = Path(__file__).with_name("start_shipped.mjs")
REPLACED = sorted(path.relative_to(REPLACEMENTS).as_posix() for path in REPLACEMENTS.rglob("*.py"))


@pytest.fixture(scope="module")
def started() -> dict[str, list[str]]:
    """The modules that were imported by the start, and then for the equalizer, and a traceback."""
    folder = build_runtime()
    archive = folder / json.loads((folder / "manifest.json").read_text("utf-8"))["stdlib"]
    done = subprocess.run([node(), START, archive], capture_output=True, encoding="utf-8", check=True, timeout=120)
    result: dict[str, list[str]] = json.loads(done.stdout.splitlines()[-1])
    return result


@pytest.mark.parametrize("name", REPLACED)
def test_what_is_replaced_exists(name: str) -> None:
    """If it moved, ours would be in nobody's place."""
    jinja = find_spec("jinja2")
    assert jinja is not None
    assert jinja.origin
    in_jinja = Path(jinja.origin).parents[1] / name
    assert in_jinja.is_file() or name in read_zip(NODE_MODULES / "pyodide" / "python_stdlib.zip")


def test_start_imports_few_modules(started: dict[str, list[str]]) -> None:
    assert len(started["start"]) < 120
    assert len(started["page"]) < 130
    imported = {*started["start"], *started["page"]}
    assert not imported & {"asyncio.events", "concurrent.futures", "jinja2.visitor", "logging", "pathlib", "pickle", "socket", "zipfile"}


def test_traceback_has_no_colors(started: dict[str, list[str]]) -> None:
    assert started["traceback"] == ["Traceback (most recent call last):", '  File "<exec>", line 3, in <module>', "ValueError: too far"]
