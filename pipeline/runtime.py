"""Python for the browser: Pyodide's WebAssembly, and one archive with the bytecode of every module in use.

The archive is stored, not deflated: it starts faster, and a server's own compression makes it smaller.
"""

from __future__ import annotations

import json
import sys
import sysconfig
import tempfile
import zipfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from . import dead_code
from .archive import read_zip, write_archive
from .causes import build_error
from .environment import NODE_MODULES, node
from .made_files import digest, is_made, keep, making
from .progress import MADE, ROOT, BuildError, in_parallel, run

OUT = MADE / "runtime"
HERE = ROOT / "pipeline"
REPLACEMENTS = HERE / "in_browser" / "replacements"


def build_runtime() -> Path:
    """Make .build/runtime/ with python.<hash>.zip, pyodide.<hash>.wasm, python.<hash>.snapshot and manifest.json, if its inputs changed.

    Returns:
        The folder. manifest.json maps "stdlib", "wasm" and "snapshot" to the file names.

    Raises:
        BuildError: when a calculator cannot be imported, a template does not compile, or the archive gives other answers than the
            sources.
    """
    current = digest(inputs())
    if not is_made(OUT, current):
        with making(OUT, current), tempfile.TemporaryDirectory() as scratch:
            _make(Path(scratch))
    return OUT


def _make(scratch: Path) -> None:
    staged, made = scratch / "staged", scratch / "made"
    staged.mkdir()
    made.mkdir()

    def trim() -> None:
        _run("staging", sys.executable, "-m", "pipeline.staging", staged)
        _write_library(scratch / "library.zip")
        _run("trimming", node(), HERE / "node" / "trim.mjs", scratch / "library.zip", staged, made, sysconfig.get_path("purelib"), HERE)

    in_parallel(trim, dead_code.build_pyodide)
    archive = scratch / "python.zip"
    write_archive(archive, read_zip(made / "library.pyc.zip") | read_zip(made / "calculators.pyc.zip"))
    _run("replay", node(), HERE / "node" / "replay.mjs", archive, HERE, made / "replayed.json")
    if (made / "replayed.json").read_bytes() != (made / "answers.json").read_bytes():
        raise BuildError("The calculators' bytecode gives different answers than their sources.")
    _run("snapshot", node(), HERE / "node" / "snapshot.mjs", archive, made / "python.snapshot")
    files = {"stdlib": archive, "wasm": dead_code.build_pyodide() / "pyodide.asm.wasm", "snapshot": made / "python.snapshot"}
    names = {kind: keep(path, OUT, path.name.replace(".asm", "")) for kind, path in files.items()}
    (OUT / "manifest.json").write_text(json.dumps(names), "utf-8")


def _write_library(path: Path) -> None:
    """Write Python's library as Pyodide ships it, with our modules in place of its own (decision 42)."""
    paths = {path.relative_to(REPLACEMENTS).as_posix(): path for path in sorted(REPLACEMENTS.rglob("*.py"))}
    ours = {name: path.read_bytes() for name, path in paths.items() if not name.startswith("jinja2/")}  # staging.py copies Jinja
    packages = tuple(name.removesuffix("__init__.py") for name in ours if name.endswith("/__init__.py"))
    with zipfile.ZipFile(path, "w") as out:
        for name, content in read_zip(NODE_MODULES / "pyodide" / "python_stdlib.zip").items():
            if name not in ours and not name.startswith(packages):
                out.writestr(name, content)
        for name, content in ours.items():
            out.writestr(name, content)


def _run(log: str, *command: object) -> None:
    done = run([str(part) for part in command], log)
    if done.returncode != 0:
        raise build_error("Python for the browser could not be built", done.stdout, log)


def inputs() -> Iterator[tuple[str, bytes]]:
    """Yield everything that the archive depends on, by name."""
    folders = {ROOT / "calculators": ("*.py", "*.toml"), ROOT / "theme" / "components": ("*.j2",)}
    folders |= {HERE / "node": ("*.mjs",), HERE / "in_browser": ("*.py",)}
    paths = [path for folder, patterns in folders.items() for pattern in patterns for path in folder.rglob(pattern)]
    paths += [HERE / f"{name}.py" for name in ("runtime", "archive", "staging", "trimming", "import_trace")]
    for path in sorted(paths):
        yield str(path.relative_to(ROOT)), path.read_bytes()
    yield "pyodide", dead_code.inputs().encode()
    for library in ("jinja2", "markupsafe", "pyodide-build"):
        yield library, metadata.version(library).encode()
    yield "python", sys.version.encode()
