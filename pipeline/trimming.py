"""Find the modules that the calculators use, and pack their bytecode. Runs in Pyodide, in Node, during the build.

pipeline/node/trim.mjs mounts these folders: /build/staged (the result of pipeline/staging.py), /build/made (for the archive) and
/build/pipeline (this file).
"""

import importlib
import importlib.util
import marshal
import sys
import zipfile
from pathlib import Path

import import_trace

STAGED = Path("/build/staged")
ARCHIVE = Path("/build/made/python.zip")
STDLIB = f"/lib/python{sys.version_info[0]}{sys.version_info[1]}.zip"

# Modules that no request imports: what a memory snapshot needs, codecs that are looked up by name, and those that format an error.
ALWAYS = ("calculators.snapshot", "encodings.ascii", "encodings.latin_1", "encodings.utf_8", "encodings.cp437", "jinja2.debug", "traceback")

WITH_DOCSTRINGS, WITHOUT_DOCSTRINGS = 0, 2
"""Optimization levels of `compile`. Readers see the calculators' docstrings; only the library can do without them."""

_CHECKED_HASH = 0b11
"""The kind of bytecode file that names its source by hash, not by time."""


def trim() -> str:
    """Write an archive of the modules in use, the library before the calculators, and return the answers of import_trace."""
    sys.path.insert(0, str(STAGED))
    answers = import_trace.answers()
    for name in ALWAYS:
        importlib.import_module(name)
    files = [getattr(module, "__file__", None) or "" for module in list(sys.modules.values())]
    stdlib = {file.removeprefix(f"{STDLIB}/") for file in files if file.startswith(f"{STDLIB}/")}
    staged = {str(Path(file).relative_to(STAGED)) for file in files if file.startswith(f"{STAGED}/")}
    staged |= {str(p.relative_to(STAGED)) for p in STAGED.rglob("*") if p.is_file() and _always_staged(p)}
    ours = {name for name in staged if name.startswith("calculators/")}
    with zipfile.ZipFile(STDLIB) as source:
        library = {name: source.read(name) for name in stdlib}
    library |= {name: (STAGED / name).read_bytes() for name in staged - ours}
    with zipfile.ZipFile(ARCHIVE, "w", zipfile.ZIP_STORED) as out:
        _pack(out, library, WITHOUT_DOCSTRINGS)
        _pack(out, {name: (STAGED / name).read_bytes() for name in ours}, WITH_DOCSTRINGS)
    return str(answers)


def _always_staged(path: Path) -> bool:
    return path.suffix == ".json" or path.parent.name == "_templates"


def _pack(out: zipfile.ZipFile, files: dict[str, bytes], level: int) -> None:
    """Add files in a fixed order with fixed dates, so that the same inputs give the same bytes, and modules as bytecode."""
    for name, content in sorted(files.items()):
        is_module = name.endswith(".py")
        entry = zipfile.ZipInfo(f"{name}c" if is_module else name)
        out.writestr(entry, _bytecode(name, content, level) if is_module else content)


def _bytecode(name: str, source: bytes, level: int) -> bytes:
    """Return the content of a .pyc file for a module, as py_compile writes it."""
    code = compile(source, name, "exec", dont_inherit=True, optimize=level)
    header = importlib.util.MAGIC_NUMBER + _CHECKED_HASH.to_bytes(4, "little") + importlib.util.source_hash(source)
    return header + marshal.dumps(code)
