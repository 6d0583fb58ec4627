"""The archive of Python's library and the calculators for the browser.

A zip file with the modules that Python imports first; all other files are in one entry, which in_browser/sitecustomize.py
reads by an index. The archive is stored, not deflated: it starts faster, and a server's own compression makes it smaller.
"""

from __future__ import annotations

import marshal
import zipfile
from collections.abc import Mapping
from pathlib import Path

_FIRST = ("__future__.pyc", "encodings/", "sitecustomize.pyc")
"""What Python imports before it has the index: names, and the beginnings of names."""
_PYC_HEADER = 16
"""Bytes before the code in a .pyc file."""
_LOCAL_HEADER = 30
"""Bytes of an entry before its name, which its content follows."""
_REST = "modules"


def read_zip(path: Path) -> dict[str, bytes]:
    """Return the content of a zip file's entries, by name."""
    with zipfile.ZipFile(path) as source:
        return {name: source.read(name) for name in source.namelist()}


def write_archive(path: Path, files: Mapping[str, bytes]) -> None:
    """Write the archive, in a fixed order and with fixed dates, so that the same files give the same bytes.

    Args:
        path: where to.
        files: modules as .pyc files and other files, by their paths.
    """
    first = {name: files[name] for name in sorted(files) if name.startswith(_FIRST)}
    start = _LOCAL_HEADER + len(_REST)
    index: dict[str, tuple[int, int]] = {}
    contents: list[bytes] = []
    for name in sorted(files.keys() - first.keys()):
        contents.append(files[name][_PYC_HEADER:] if name.endswith(".pyc") else files[name])
        index[name] = (start, len(contents[-1]))
        start += len(contents[-1])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as out:
        for name, content in ((_REST, b"".join(contents)), ("index", marshal.dumps(index)), *first.items()):
            entry = zipfile.ZipInfo(name)
            entry.create_system = 3  # as on Unix, on every platform
            out.writestr(entry, content)
