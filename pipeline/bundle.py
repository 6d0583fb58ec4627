"""Bundle the pages' scripts, and list the files that a page loads."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from . import dead_code
from .causes import build_error
from .environment import NODE_MODULES, node
from .made_files import digest, is_made, keep, making, manifest
from .progress import MADE, ROOT, BuildError, run
from .runtime import OUT as RUNTIME

THEME = ROOT / "theme"
SCRIPTS = THEME / "scripts"
BUNDLER = ROOT / "pipeline" / "node" / "bundle.mjs"
OUT = MADE / "scripts"
ASSETS = MADE / "assets.json"
FOLDER = "assets/ug"
"""The folder of these files in the site."""

PACKAGES = "packages.json"
"""Lists, in OUT, the npm packages of which a script has a part."""

KINDS = (
    "page",
    "early-start",
    "search",
    "calculator",
    "worker",
    "pyodide",
    "charts",
    "workbook",
    "reading",
    "explorable",
    "what-if",
    "choices",
    "days",
    "sheet",
    "comfort",
    "embed",
    "embed-chooser",
    "embed-frame",
    "share",
    "qr",
    "snapshot-maker",
    "spreadsheet",
    "printed",
    "source-code",
    "editor",
    "about",
    "records",
    "about-start",
    "kept-site",
    "kept-site-start",
    "service-worker",
    "folder",
    "folder-worker",
    "unpacker",
    "store",
)
FOLDER_ONLY = ("folder", "folder-worker", "unpacker", "store", "snapshot")
"""Files for file:// only. No site may serve `store`, which gives the workbook to any page that frames it. A memory snapshot takes longer
to download than it saves."""
INLINED = ("early-start", "about-start", "kept-site-start")
"""Scripts that the pages contain."""
AT_ROOT = ("service-worker",)
"""Scripts that pipeline/release.py puts at the root of the site: a service worker answers for the pages below its own address."""
EMBEDS = ("embed", "embed-frame")
"""Scripts of calculators in other sites' frames, which theme/mkdocs/embeds.py writes."""

LARGEST = {"page": 15_750, "early-start": 600, "about-start": 900, "kept-site-start": 600, "calculator": 40_500, "embed": 2_500}
"""Bytes; compressed, a script has about a third. Every page loads `page`, so what only some pages need is loaded by those."""


def build_scripts() -> Path:
    """Make .build/scripts/ with the scripts of KINDS, each with the hash of its content in its name.

    Raises:
        BuildError: when a script does not compile, or is larger than LARGEST allows.
    """
    inputs = digest(_inputs())
    if not is_made(OUT, inputs):
        with making(OUT, inputs):
            _bundle(dead_code.build_pyodide())
    return OUT


def list_assets() -> None:
    """Write .build/assets.json with the address of each file that a page loads of the scripts and the runtime.

    Such as {"page": "assets/ug/page.<hash>.js", "stdlib": "assets/ug/python.<hash>.zip"}.
    """
    paths = {
        kind: f"{FOLDER}/{name}" for kind, name in manifest(OUT, RUNTIME).items() if kind not in FOLDER_ONLY + INLINED + AT_ROOT + EMBEDS
    }
    ASSETS.write_text(json.dumps(paths, indent=1), "utf-8")


def _bundle(pyodide: Path) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        done = run([node(), BUNDLER, SCRIPTS, pyodide, scratch], "scripts")
        if done.returncode != 0:
            raise build_error("The scripts could not be bundled", done.stdout, "scripts")
        for kind, most in LARGEST.items():
            size = Path(scratch, f"{kind}.js").stat().st_size
            if size > most:
                raise BuildError(f"{kind}.js has {size:,} bytes, and {most:,} is the limit: move something large out of it")
        shutil.copyfile(Path(scratch, PACKAGES), OUT / PACKAGES)
        names = {kind: keep(Path(scratch, f"{kind}.js"), OUT, f"{kind}.js") for kind in KINDS}
    (OUT / "manifest.json").write_text(json.dumps(names), "utf-8")


def _inputs() -> Iterator[tuple[str, bytes]]:
    sources = [path for path in SCRIPTS.rglob("*") if path.is_file()]
    for path in sorted([*sources, *(THEME / "components").rglob("*.ts")]):
        yield path.relative_to(THEME).as_posix(), path.read_bytes()
    yield "pyodide", dead_code.inputs().encode()
    for path in (BUNDLER, NODE_MODULES / ".package-lock.json"):
        yield path.name, path.read_bytes()
