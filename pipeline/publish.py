"""Pack the download reproducibly: the same files give the same bytes, on any day and for any user."""

import hashlib
import tomllib
import zipfile
from pathlib import Path

from .progress import ROOT

DIST = ROOT / "dist"

_OLDEST = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file can record."""

_PLAIN_FILE = 0o100644 << 16


def version() -> str:
    """Return the version in pyproject.toml."""
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"])


def name() -> str:
    """Return the name of the download: of the folder in it, and of the zip file without its extension."""
    return f"ultimate-gig-{version()}"


def pack(folder: Path, archive: Path) -> Path:
    """Zip a folder under its own name, with a fixed order, times and permissions, and return the archive."""
    archive.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(f"{folder.name}/{path.relative_to(folder).as_posix()}", _OLDEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # as on Unix, on every platform
            entry.external_attr = _PLAIN_FILE
            out.writestr(entry, path.read_bytes(), compresslevel=9)
    return archive


def checksum(archive: Path) -> Path:
    """Write the SHA-256 of an archive beside it, in the format of `sha256sum --check`, and return that file."""
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    beside = archive.with_name(f"{archive.name}.sha256")
    beside.write_bytes(f"{digest}  {archive.name}\n".encode())
    return beside
