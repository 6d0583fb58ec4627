"""How long the whole build takes, beside plain MkDocs with the same pages."""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

from mkdocs.utils.yaml import yaml_load

from pipeline.progress import ROOT, BuildError, run

_NOT_COPIED = (".git", ".venv", "node_modules", ".build", "site", "dist", "__pycache__")
_KEPT = ("site_name", "exclude_docs", "markdown_extensions", "nav")


def whole() -> float:
    """Return the milliseconds of build.py build in a copy of the project, with everything installed and nothing built."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch, "project")
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*_NOT_COPIED))
        shutil.rmtree(copy / "theme" / "fonts", ignore_errors=True)
        for name in (".venv", "node_modules"):
            (copy / name).symlink_to((ROOT / name).resolve(), target_is_directory=True)
        return _timed([sys.executable, copy / "build.py", "build"], "bench-build")


def plain_mkdocs() -> float:
    """Return the milliseconds of MkDocs for our pages as they are, with Material and its search alone: no hooks, styles or calculators."""
    with tempfile.TemporaryDirectory() as scratch:
        with (ROOT / "mkdocs.yml").open(encoding="utf-8") as source:
            settings = yaml_load(source)
        kept = {name: settings[name] for name in _KEPT}
        templates = Path(scratch, "templates")
        templates.mkdir()
        (templates / "home.html").write_text('{% extends "main.html" %}', "utf-8")  # the home page names it
        theme = {"name": "material", "custom_dir": str(templates), "font": False, "features": settings["theme"]["features"]}
        text = json.dumps({**kept, "docs_dir": str(ROOT / "content"), "theme": theme, "plugins": ["search"]})
        config = Path(scratch, "mkdocs.yml")
        config.write_text(text, "utf-8")  # JSON is YAML too
        return _timed([sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", config, "-d", Path(scratch, "site")], "bench-mkdocs")


def _timed(command: list[str | Path], log: str) -> float:
    begun = time.perf_counter()
    done = run(command, log, {**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    if done.returncode != 0:
        raise BuildError(f"A build of the benchmark failed. See .build/logs/{log}.txt")
    return (time.perf_counter() - begun) * 1000
