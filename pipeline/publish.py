"""Packs what is handed out: the same files give the same bytes, on any day and under any user."""

from __future__ import annotations

import hashlib
import tomllib
import zipfile
from pathlib import Path

from .progress import ROOT

DIST = ROOT / "dist"

_OLDEST = (1980, 1, 1, 0, 0, 0)
"""A zip file knows no earlier time."""

_PLAIN_FILE = 0o100644 << 16


def version() -> str:
    """The version in pyproject.toml."""
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"])


def name() -> str:
    """What the download is called: the folder in it, and the zip file without its ending."""
    return f"ultimate-gig-{version()}"


def pack(folder: Path, archive: Path) -> Path:
    """Zip a folder under its own name, in a fixed order, with fixed times and rights, and return the archive."""
    archive.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(f"{folder.name}/{path.relative_to(folder).as_posix()}", _OLDEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # as on Unix, wherever it is made
            entry.external_attr = _PLAIN_FILE
            out.writestr(entry, path.read_bytes(), compresslevel=9)
    return archive


def checksum(archive: Path) -> Path:
    """Write the SHA-256 of an archive beside it, as `sha256sum --check` reads it, and return that file."""
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    beside = archive.with_name(f"{archive.name}.sha256")
    beside.write_bytes(f"{digest}  {archive.name}\n".encode())
    return beside
