"""Files in the folders of .build: their names, and whether they have to be made again."""

import hashlib
import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path


def keep(source: Path, folder: Path, name: str) -> str:
    """Copy a file into a folder under a name with the hash of its content, and return that name."""
    content = source.read_bytes()
    stem, _, suffix = name.rpartition(".")
    hashed = f"{stem}.{hashlib.sha256(content).hexdigest()[:12]}.{suffix}"
    (folder / hashed).write_bytes(content)
    return hashed


def digest(parts: Iterable[tuple[str, bytes]]) -> str:
    """Return a hash of named contents, in order."""
    result = hashlib.sha256()
    for name, content in parts:
        result.update(f"{name}\0{len(content)}\0".encode() + content)
    return result.hexdigest()


def manifest(*folders: Path) -> Mapping[str, str]:
    """Return the file names in several build folders, by kind."""
    return {kind: name for folder in folders for kind, name in json.loads((folder / "manifest.json").read_text("utf-8")).items()}


def is_made(folder: Path, inputs: str) -> bool:
    """Return whether a folder was made from inputs with this digest."""
    stamp = folder / "inputs"
    return stamp.is_file() and stamp.read_text("ascii") == inputs


@contextmanager
def making(folder: Path, inputs: str) -> Iterator[None]:
    """Empty a folder, and note the digest of its inputs in it once its files are made."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    yield
    (folder / "inputs").write_text(inputs, "ascii")
