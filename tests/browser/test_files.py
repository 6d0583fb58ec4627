"""Python's files are those of the build, or nothing runs: what is missing, damaged or of another edition is fetched once more."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from pipeline import local_server
from tests.browser.calculator_page import CalculatorPage, answer
from tests.conftest import BuiltSite

FILES = {
    "worker.js": "text/javascript",
    "pyodide.js": "text/javascript",
    "pyodide.wasm": "application/wasm",
    "python.zip": "application/zip",
}
"""Each file's media type."""
ENDS = {"js": b"\n//\n", "wasm": bytes([0, 3, 1, 120, 0])}
"""With what a file may end and still work, as the next edition's does: a comment, or a section that nothing reads."""
LOGIN = b"<!doctype html><title>Wi-Fi</title><h1>Log in</h1>"
ALWAYS = 99

Response = tuple[int, bytes, str]


class FaultyHost(local_server.SiteHandler):
    """A host that sends something else in place of one file, so many times."""

    file = ""
    response: Response = (404, LOGIN, "text/html")
    times = 0

    def do_GET(self) -> None:  # noqa: N802  (the library's name)
        stem, _, suffix = FaultyHost.file.partition(".")
        if FaultyHost.times <= 0 or f"/{stem}." not in self.path or not self.path.endswith(suffix):
            super().do_GET()
            return
        FaultyHost.times -= 1
        status, body, kind = FaultyHost.response
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="module")
def host(built_site: BuiltSite) -> Iterator[str]:
    with local_server.serving(built_site.folder, FaultyHost) as url:
        yield url


def faulty(file: str, content: bytes) -> dict[str, Response]:
    """Return what a host may send in place of a file, by the fault."""
    kind, middle, suffix = FILES[file], len(content) // 2, file.partition(".")[2]
    damaged = content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]
    other = content[:-2] + b"\x01\x00 " if suffix == "zip" else content + ENDS[suffix]  # a zip file ends with a comment and its length
    faults = {
        "missing": (404, LOGIN, "text/html"),
        "truncated": (200, content[:middle], kind),
        "of the wrong type": (200, LOGIN, "text/html"),
        "corrupted": (200, damaged, kind),
        "of another edition": (200, other, kind),
    }
    # The browser itself loads a worker's script, and compares nothing but its type.
    return dict(list(faults.items())[:3]) if file == "worker.js" else faults


@pytest.mark.parametrize("file", FILES)
def test_file_that_is_not_the_build_s_never_runs(page: Page, host: str, built_site: BuiltSite, file: str) -> None:
    """The page says so, its first outcome stays, and what was typed is kept. A file that was damaged once does no harm."""
    (path,) = built_site.folder.glob(f"assets/ug/{file.replace('.', '.*.')}")
    equalizer = CalculatorPage(page, host, "equalizer")
    retry = equalizer.status.get_by_role("button", name="Try again")
    FaultyHost.file = file
    for fault, response in faulty(file, path.read_bytes()).items():
        FaultyHost.response, FaultyHost.times = response, ALWAYS
        if fault == "missing":
            equalizer.open().field("pay").fill("75,000")
        else:
            retry.click()
        equalizer.expect_state("failed")
        expect(equalizer.status).to_contain_text("could not be loaded" if file == "worker.js" else "damaged or from another edition")
        assert ALWAYS - FaultyHost.times >= 2, f"{fault}: fetched again"
        expect(equalizer.field("pay")).to_have_value("75,000")
        assert equalizer.figure("gap") == answer("equalizer")["figures"]["gap"], "the first outcome still stands"
    FaultyHost.times = 1
    retry.click()
    equalizer.expect_figure("gap", answer("equalizer", pay="75,000")["figures"]["gap"])
