"""build.py serve in a copy of the project: it prints its address, and saved files appear in the browser."""

from __future__ import annotations

import contextlib
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from pipeline import editions
from pipeline.progress import MADE, ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a link to a folder needs a right that Windows seldom gives")

PATIENCE = 180
"""Timeout in seconds; a change in a calculator rebuilds Python for the browser."""


@dataclass
class Preview:
    """A running preview: its folder, its output so far, and its output until it printed its address."""

    folder: Path
    taken_port: int
    lines: list[str] = field(default_factory=list)
    first_lines: list[str] = field(default_factory=list)
    process: subprocess.Popen[str] | None = None

    @property
    def url(self) -> str:
        said = next(line for line in self.lines if line.startswith("Ultimate Gig is at "))
        return said.split()[4]

    def read(self, path: str = "") -> str:
        with urllib.request.urlopen(f"{self.url}{path}", timeout=30) as answer:
            return str(answer.read().decode("utf-8"))

    def wait_for(self, words: str, path: str = "") -> bool:
        """Return whether the page contains these words before the timeout."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            with contextlib.suppress(OSError, urllib.error.URLError):
                if words in self.read(path):
                    return True
            time.sleep(0.3)
        return False


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    editions.make_parts()
    folder = tmp_path_factory.mktemp("preview")
    ignored = shutil.ignore_patterns("__pycache__")
    for name in ("calculators", "content", "pipeline", "theme"):
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    for path in (*ROOT.glob("*.*"), ROOT / ".npmrc"):
        if path.is_file():
            shutil.copyfile(path, folder / path.name)
    for name in ("runtime", "scripts", "charts"):
        if (MADE / name).is_dir():  # the charts are there once the pages have been made
            shutil.copytree(MADE / name, folder / ".build" / name)
    shutil.copyfile(MADE / "assets.json", folder / ".build" / "assets.json")
    for name in (".venv", "node_modules"):
        (folder / name).symlink_to(ROOT / name, target_is_directory=True)

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        server = Preview(folder, taken.getsockname()[1])
        command = [sys.executable, "build.py", "serve", "--port", str(server.taken_port)]
        with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8") as process:
            server.process = process
            ready = threading.Event()

            def listen() -> None:
                assert process.stdout is not None
                for line in process.stdout:
                    server.lines.append(line.rstrip("\n"))
                    if "Serving on" in line:
                        ready.set()

            threading.Thread(target=listen, daemon=True).start()
            try:
                ready.wait(PATIENCE)
                server.first_lines = list(server.lines)
                yield server
            finally:
                process.terminate()
                process.wait(10)


def test_next_port_is_used_and_both_are_named(preview: Preview) -> None:
    port = int(preview.url.rsplit(":", 1)[1].strip("/"))
    assert port > preview.taken_port
    assert preview.lines[0] == f"Port {preview.taken_port} is in use; using {port} instead."


def test_start_after_a_build_makes_nothing_but_the_pages(preview: Preview) -> None:
    """What takes longer says so in a line with its seconds."""
    assert any("Documentation built" in line for line in preview.first_lines)
    assert [line for line in preview.first_lines if " ... " in line] == []


def test_the_pages_and_what_they_load_are_served(preview: Preview) -> None:
    assert "<title>Ultimate Gig" in preview.read()
    assert "livereload" in preview.read("chapters/08-the-equalizer/")


def test_a_saved_page_shows(preview: Preview) -> None:
    page = preview.folder / "content" / "reference" / "privacy.md"
    page.write_text(page.read_text("utf-8") + "\n\nOne sentence more.\n", "utf-8")
    assert preview.wait_for("One sentence more.", "reference/privacy/")


def test_a_saved_calculator_shows(preview: Preview) -> None:
    module = preview.folder / "calculators" / "catalogue" / "equalizer" / "inputs.py"
    source = module.read_text("utf-8")
    assert '"Pay today"' in source
    module.write_text(source.replace('"Pay today"', '"Pay this very day"'), "utf-8")
    assert preview.wait_for("Pay this very day", "calculators/equalizer/")


def test_broken_template_is_named_at_each_save_and_can_be_fixed(preview: Preview) -> None:
    template = preview.folder / "theme" / "components" / "sentences" / "equalizer.html.j2"
    source = template.read_text("utf-8")
    for added in ("{% if %}", "\n{% if %}"):
        before = len(preview.lines)
        template.write_text(source + added, "utf-8")
        until = time.monotonic() + PATIENCE
        while not any("Aborted" in line for line in preview.lines[before:]) and time.monotonic() < until:
            time.sleep(0.1)
        said = preview.lines[before:]
        assert any("TemplateSyntaxError" in line for line in said)
        assert len(said) <= 14, said
    template.write_text(source + "Mended and shown.", "utf-8")
    assert preview.wait_for("Mended and shown.", "calculators/equalizer/")


def test_ending_the_command_ends_the_server(preview: Preview) -> None:
    assert preview.process is not None
    preview.process.terminate()
    preview.process.wait(10)
    with pytest.raises(urllib.error.URLError):
        preview.read()
