"""A web server for the benchmark: files compressed with Brotli beforehand, an account of what it sent, and a slow line if wanted."""

from __future__ import annotations

import contextlib
import hashlib
import shutil
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from email.utils import formatdate
from http import HTTPStatus
from pathlib import Path
from typing import BinaryIO

import brotli

from pipeline.local_server import SiteHandler

SUFFIX = ".br"
CHUNK = 8192
_NOT_PACKED = {".png", ".woff2", ".gz", ".map", SUFFIX}
"""Suffixes of files that are compressed in themselves, or that no reader loads."""


@dataclass
class Line:
    """The line between server and browser. All connections share its rate; without a rate it is the loopback itself.

    A round trip passes before each answer, and another when a connection opens. TCP's slow start and TLS are left out.
    """

    bytes_per_second: float = 0
    round_trip: float = 0
    sent: list[tuple[float, str, int]] = field(default_factory=list)
    """When the last byte of each answer was sent, in seconds since the epoch; its path; and its bytes, with the headers."""
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _free: float = 0

    def wait_for(self, count: int) -> None:
        """Wait until the line has carried so many bytes after all that were put on it before."""
        if self.bytes_per_second:
            with self._lock:
                self._free = max(self._free, time.monotonic()) + count / self.bytes_per_second
                until = self._free
            time.sleep(max(0, until - time.monotonic()))

    def bytes_until(self, moment: float) -> int:
        """Return the bytes of all answers that were sent by then."""
        return sum(count for ended, _, count in self.sent if ended <= moment)


class BenchmarkHandler(SiteHandler):
    """Serve what has been compressed as such. Pages are checked for a newer version at each visit, all else is kept for a year."""

    line = Line()

    def handle(self) -> None:
        """Answer until the browser closes the connection, which it may do in the middle of an answer."""
        with contextlib.suppress(ConnectionError):
            super().handle()

    def setup(self) -> None:
        """Open the connection."""
        super().setup()
        time.sleep(self.line.round_trip)

    def do_GET(self) -> None:  # noqa: N802  (the library's name)
        """Answer with a file, or with 304 if the browser has it."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        time.sleep(self.line.round_trip)
        if not path.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        packed = path.with_name(path.name + SUFFIX)
        is_packed = packed.is_file() and "br" in self.headers.get("Accept-Encoding", "")
        served = packed if is_packed else path
        date = formatdate(path.stat().st_mtime, usegmt=True)
        unchanged = self.headers.get("If-Modified-Since") == date
        status = HTTPStatus.NOT_MODIFIED if unchanged else HTTPStatus.OK
        headers = {"Last-Modified": date, "Cache-Control": "no-cache" if path.suffix == ".html" else "max-age=31536000, immutable"}
        if not unchanged:
            headers |= {"Content-Type": self.guess_type(path), "Content-Length": str(served.stat().st_size), "Vary": "Accept-Encoding"}
            headers |= {"Content-Encoding": "br"} if is_packed else {}
        lines = [f"{self.protocol_version} {status.value} {status.phrase}", *(f"{name}: {value}" for name, value in headers.items())]
        head = "\r\n".join([*lines, "", ""]).encode()
        self.wfile.write(head)
        with served.open("rb") as source:
            count = len(head) + (0 if unchanged else self._send(source))
        self.line.sent.append((time.time(), self.path, count))

    def _send(self, source: BinaryIO) -> int:
        count = 0
        while chunk := source.read(CHUNK if self.line.bytes_per_second else 1 << 20):
            self.line.wait_for(len(chunk))
            self.wfile.write(chunk)
            count += len(chunk)
        return count


def compress(folder: Path, kept: Path) -> None:
    """Put a Brotli version beside each file of a folder that it makes smaller, at the highest quality, as a host does once.

    Args:
        folder: what is served.
        kept: where results are kept, by the content's hash, for the next run.
    """
    kept.mkdir(parents=True, exist_ok=True)
    copies: dict[str, list[Path]] = {}
    for path in folder.rglob("*"):
        if path.is_file() and path.suffix not in _NOT_PACKED:
            copies.setdefault(hashlib.sha256(path.read_bytes()).hexdigest(), []).append(path)

    def pack(name: str) -> None:
        result = kept / name
        content = copies[name][0].read_bytes()
        if not result.exists():
            packed = brotli.compress(content, quality=11, lgwin=24)
            unfinished = result.with_suffix(".part")
            unfinished.write_bytes(packed if len(packed) < len(content) else b"")
            unfinished.replace(result)
        for path in copies[name]:
            if result.stat().st_size:
                shutil.copyfile(result, path.with_name(path.name + SUFFIX))

    with ThreadPoolExecutor() as pool:
        list(pool.map(pack, copies))
