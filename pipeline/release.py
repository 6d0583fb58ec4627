"""The files of a finished site with their hashes, and the service worker that keeps them in the reader's browser.

site/files.json lists every file of the site. The service worker's script begins with the list of those that it keeps: all but the download,
what only a debugger, a search engine or a server needs, and the pages for other sites' frames. Each build thus has a script of its own, by
which browsers notice it.
"""

import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

from .policy import HEADERS_FILE

LIST = "files.json"
WORKER = "service-worker.js"

_NOT_KEPT = re.compile(r"download/.*\.zip|.*\.map|sitemap\.xml\.gz|embed/.*")
_BASE = re.compile(r'<script src="([^"]*)assets/')


def write_release(site: Path, script: Path) -> None:
    """Write files.json and service-worker.js into a finished site.

    Args:
        site: the site, with everything else in it.
        script: the service worker's own script, from the bundler.
    """
    files = dict(_files(site))
    _write_json(site / LIST, files)
    code = script.read_text("utf-8")
    kept = {path: (sha256, size) for path, (sha256, size) in files.items() if not _NOT_KEPT.fullmatch(path)}
    name = hashlib.sha256((code + json.dumps(kept)).encode()).hexdigest()[:12]
    release = json.dumps({"name": name, "base": _base(site / "404.html"), "files": kept}, ensure_ascii=False, separators=(",", ":"))
    (site / WORKER).write_text(f"self.ugRelease={release};\n{code}", "utf-8")


def kept_sizes(site: Path) -> tuple[int, int]:
    """Return the bytes that the service worker keeps, and about how many of them a server that compresses sends."""
    paths = [path for path in _paths(site) if not _NOT_KEPT.fullmatch(path.relative_to(site).as_posix())]
    contents = [path.read_bytes() for path in paths]
    return sum(map(len, contents)), sum(len(gzip.compress(content, 4)) for content in contents)


def _files(site: Path) -> Iterator[tuple[str, tuple[str, int]]]:
    """Yield each file's path with the SHA-256 and the size of its content."""
    for path in _paths(site):
        content = path.read_bytes()
        yield path.relative_to(site).as_posix(), (hashlib.sha256(content).hexdigest(), len(content))


def _paths(site: Path) -> list[Path]:
    """Return every file that a server sends to readers, apart from the two that are written here."""
    return sorted(path for path in site.rglob("*") if path.is_file() and path not in (site / LIST, site / WORKER, site / HEADERS_FILE))


def _base(missing_page: Path) -> str:
    """Return the path that the addresses in 404.html start with."""
    match = _BASE.search(missing_page.read_text("utf-8"))
    return match[1] if match else "/"


def _write_json(path: Path, files: dict[str, tuple[str, int]]) -> None:
    lines = ",\n".join(f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(entry)}" for name, entry in files.items())
    path.write_text(f"{{\n{lines}\n}}\n", "utf-8")
