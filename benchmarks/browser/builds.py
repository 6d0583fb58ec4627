"""How long builds take, beside plain MkDocs with the same pages: of the site, and of the site with hundreds of pages more."""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mkdocs.utils.yaml import yaml_load

from pipeline.progress import ROOT, BuildError, run

SIZES = (250, 500, 1000)
"""Numbers of pages that are generated in a copy."""

_NOT_COPIED = (".git", ".venv", "node_modules", ".build", "site", "dist", "__pycache__")
_KEPT = ("site_name", "exclude_docs", "markdown_extensions", "nav", "not_in_nav")


@dataclass(frozen=True)
class Time:
    """Milliseconds on the clock and on the processors, which on a busy machine say different things."""

    clock: float
    processor: float


@contextlib.contextmanager
def project(pages: int = 0) -> Iterator[Path]:
    """Copy the project, with everything installed and nothing built, until the context ends.

    Args:
        pages: how many pages to add: copies of the course's chapters and of the calculators' pages, in turn. The navigation does not
            list them, since Material writes all of it into every page.
    """
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch, "project")
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*_NOT_COPIED))
        shutil.rmtree(copy / "theme" / "fonts", ignore_errors=True)
        for name in (".venv", "node_modules"):
            (copy / name).symlink_to((ROOT / name).resolve(), target_is_directory=True)
        sources = sorted(path for name in ("chapters", "calculators") for path in (copy / "content" / name).glob("[!i]*.md"))
        for number, source in zip(range(pages), itertools.cycle(sources), strict=False):
            shutil.copyfile(source, source.with_stem(f"{source.stem}-copy-{number}"))
        with (copy / "mkdocs.yml").open("a", encoding="utf-8") as config:
            config.write("\nnot_in_nav: /*/*-copy-*.md\n")
        yield copy


def whole(copy: Path) -> Time:
    """Measure build.py build in a copy of the project."""
    return _timed([sys.executable, copy / "build.py", "build"], "bench-build")


def after_a_change(copy: Path) -> Time:
    """Measure build.py build in a copy that has been built, after a change to a page."""
    with (copy / "content" / "index.md").open("a", encoding="utf-8") as page:
        page.write("\nA sentence more.\n")
    return whole(copy)


def plain_mkdocs(copy: Path) -> Time:
    """Measure MkDocs for a copy's pages as they are, with Material and its search alone: no hooks, styles or calculators."""
    with tempfile.TemporaryDirectory() as scratch:
        with (copy / "mkdocs.yml").open(encoding="utf-8") as source:
            settings = yaml_load(source)
        kept = {name: settings[name] for name in _KEPT}
        templates = Path(scratch, "templates")
        templates.mkdir()
        (templates / "home.html").write_text('{% extends "main.html" %}', "utf-8")  # the home page names it
        theme = {"name": "material", "custom_dir": str(templates), "font": False, "features": settings["theme"]["features"]}
        text = json.dumps({**kept, "docs_dir": str(copy / "content"), "theme": theme, "plugins": ["search"]})
        config = Path(scratch, "mkdocs.yml")
        config.write_text(text, "utf-8")  # JSON is YAML too
        return _timed([sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", config, "-d", Path(scratch, "site")], "bench-mkdocs")


def _timed(command: list[str | Path], log: str) -> Time:
    before, begun = os.times(), time.perf_counter()
    done = run(command, log, {**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    if done.returncode != 0:
        raise BuildError(f"A build of the benchmark failed. See .build/logs/{log}.txt")
    clock, after = time.perf_counter() - begun, os.times()
    processor = after.children_user + after.children_system - before.children_user - before.children_system
    return Time(clock * 1000, processor * 1000)
