"""Serve a built site on this machine, for the tests and the preview."""

import functools
import socket
import sys
import threading
import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from . import policy
from .progress import BuildError

HOST = "127.0.0.1"
TRIES = 50


class SiteHandler(SimpleHTTPRequestHandler):
    """A static host with fixed media types, whatever the machine's configuration, and the site's own 404 page."""

    protocol_version = "HTTP/1.1"
    extensions_map = {  # noqa: RUF012  (the library declares it)
        "": "application/octet-stream",
        ".css": "text/css",
        ".html": "text/html; charset=utf-8",
        ".ico": "image/x-icon",
        ".js": "text/javascript",
        ".json": "application/json",
        ".mjs": "text/javascript",
        ".png": "image/png",
        ".svg": "image/svg+xml",
        ".txt": "text/plain; charset=utf-8",
        ".wasm": "application/wasm",
        ".webmanifest": "application/manifest+json",
        ".woff2": "font/woff2",
        ".xml": "application/xml",
        ".zip": "application/zip",
    }

    def end_headers(self) -> None:
        """Send the headers that the site's own file names for this path, as its hosts do."""
        rules = Path(self.directory, policy.HEADERS_FILE)
        if rules.is_file():
            path = urllib.parse.unquote(self.path.partition("?")[0])
            for name, value in policy.headers_for(path, rules.read_text("utf-8")).items():
                self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page for a missing address, or as the library does."""
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", self.extensions_map[".html"])
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the library's name)
        """Log nothing, so that the output of a test stays readable."""


@contextmanager
def serving(folder: Path, handler: type[SiteHandler] = SiteHandler) -> Iterator[str]:
    """Serve a folder on a free port while the block runs, and yield the address, which ends in a slash."""
    server = ThreadingHTTPServer((HOST, 0), functools.partial(handler, directory=str(folder)))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield f"http://{HOST}:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def free_port(wanted: int) -> int:
    """Return the wanted port, or the first free one after it.

    Raises:
        BuildError: when all ports that were tried are in use.
    """
    for port in range(wanted, min(wanted + TRIES, 65536)):
        if _is_free(port):
            return port
    raise BuildError(f"The {TRIES} ports from {wanted} on are in use. Choose another one with --port.")


def _is_free(port: int) -> bool:
    # Some systems let two programs share a port if one of them listens on every address, so first try to connect.
    with socket.socket() as caller:
        caller.settimeout(0.3)
        if caller.connect_ex((HOST, port)) == 0:
            return False
    with socket.socket() as listener:
        if sys.platform != "win32":
            # The port of a server that has just stopped is still in TIME_WAIT, and can be reused.
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((HOST, port))
        except OSError:
            return False
    return True
