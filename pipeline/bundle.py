"""The scripts of the pages, bundled, and the list of all files of ours that a page loads."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from .causes import stopped
from .environment import NODE_MODULES, node
from .progress import MADE, ROOT, StoppedError, run
from .runtime import digest, keep, manifest

SCRIPTS = ROOT / "theme" / "scripts"
BUNDLER = ROOT / "pipeline" / "node" / "bundle.mjs"
OUT = MADE / "scripts"
ASSETS = MADE / "assets.json"
FOLDER = "assets/ug"
"""Where these files lie in the site."""

KINDS = ("page", "worker", "charts", "workbook", "reading", "what-if", "choices", "folder", "store")
FOLDER_ONLY = ("folder", "store")
"""What file:// needs. No site may serve these: store hands the workbook to whoever frames it."""

LARGEST_PAGE_SCRIPT = 44_000
"""Bytes, some 15,000 compressed. Every page loads it, so it stays small; what is heavy comes when it is needed."""


def build_scripts() -> Path:
    """Make .build/scripts/ with the scripts of KINDS, each with the hash of its content in its name.

    With .build/runtime/ made before, .build/assets.json is written too: {"page": "assets/ug/page.<hash>.js", "worker", "charts",
    "workbook", "reading", "what-if", "choices", "stdlib", "wasm"}.

    Raises:
        StoppedError: when a script does not compile or the page script is larger than LARGEST_PAGE_SCRIPT.
    """
    stamp, inputs = OUT / "inputs", digest(_inputs())
    if not stamp.is_file() or stamp.read_text("ascii") != inputs:
        shutil.rmtree(OUT, ignore_errors=True)
        OUT.mkdir(parents=True)
        _bundle()
        stamp.write_text(inputs, "ascii")
    made = MADE / "runtime"
    if (made / "manifest.json").is_file():
        paths = {kind: f"{FOLDER}/{name}" for kind, name in manifest(OUT, made).items() if kind not in FOLDER_ONLY}
        ASSETS.write_text(json.dumps(paths, indent=1), "utf-8")
    return OUT


def _bundle() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        done = run([node(), BUNDLER, SCRIPTS, scratch], "scripts")
        if done.returncode != 0:
            raise stopped("The scripts could not be bundled", done.stdout, "scripts")
        size = Path(scratch, "page.js").stat().st_size
        if size > LARGEST_PAGE_SCRIPT:
            raise StoppedError(f"page.js has {size:,} bytes, and {LARGEST_PAGE_SCRIPT:,} is the most: move what is heavy out of it")
        names = {kind: keep(Path(scratch, f"{kind}.js"), OUT, f"{kind}.js") for kind in KINDS}
    (OUT / "manifest.json").write_text(json.dumps(names), "utf-8")


def _inputs() -> Iterator[tuple[str, bytes]]:
    for path in sorted(path for path in SCRIPTS.rglob("*") if path.is_file()):
        yield path.relative_to(SCRIPTS).as_posix(), path.read_bytes()
    for path in (BUNDLER, NODE_MODULES / ".package-lock.json"):
        yield path.name, path.read_bytes()
