"""The small tools of the build: ports, the web server, the archive, the checks."""

from __future__ import annotations

import os
import re
import socket
import stat
import subprocess
import sys
import urllib.error
import urllib.request
import zipfile
from pathlib import Path

import pytest

from pipeline import browsers, commands, debian, editions, libreoffice, local_server, progress, publish, verify
from pipeline.progress import BuildError
from theme.mkdocs import macros


@pytest.fixture
def taken() -> int:
    """A port in use."""
    with socket.socket() as listener:
        listener.bind((local_server.HOST, 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_a_free_port_is_taken_as_it_is() -> None:
    with socket.socket() as probe:
        probe.bind((local_server.HOST, 0))
        port = probe.getsockname()[1]
    assert local_server.free_port(port) == port


def test_a_port_in_use_is_passed_over(taken: int) -> None:
    assert taken < local_server.free_port(taken) < taken + local_server.TRIES


def test_lack_of_a_free_port_is_reported(taken: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local_server, "TRIES", 1)
    with pytest.raises(BuildError, match="--port"):
        local_server.free_port(taken)


@pytest.fixture
def small_site(tmp_path: Path) -> Path:
    for name in ("index.html", "404.html", "page.mjs", "python.wasm", "letter.woff2", "pages/index.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("", "text/html; charset=utf-8"),
        ("pages/", "text/html; charset=utf-8"),
        ("page.mjs", "text/javascript"),
        ("python.wasm", "application/wasm"),
        ("letter.woff2", "font/woff2"),
    ],
)
def test_the_server_names_media_types(small_site: Path, path: str, kind: str) -> None:
    with local_server.serving(small_site) as url, urllib.request.urlopen(f"{url}{path}", timeout=10) as answer:
        assert answer.headers["Content-Type"] == kind


def test_server_answers_404_with_the_sites_own_page(small_site: Path) -> None:
    with local_server.serving(small_site) as url:
        with pytest.raises(urllib.error.HTTPError) as caught:
            urllib.request.urlopen(f"{url}nowhere", timeout=10)
        assert caught.value.code == 404
        assert caught.value.read() == b"404.html"


def folder_with(place: Path, mode: int, when: int) -> Path:
    folder = place / "ultimate-gig-1.0.0"
    for name in ("b.txt", "a/ü.txt", "a/index.html"):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name * 100, "utf-8")
        file.chmod(mode)
        os.utime(file, (when, when))
    return folder


def test_the_archive_depends_on_nothing_but_names_and_contents(tmp_path: Path) -> None:
    first = publish.pack(folder_with(tmp_path / "one", stat.S_IRUSR, 10**9), tmp_path / "one.zip")
    two = publish.pack(folder_with(tmp_path / "two", stat.S_IRWXU, 2 * 10**9), tmp_path / "two.zip")
    assert first.read_bytes() == two.read_bytes()
    with zipfile.ZipFile(first) as archive:
        assert archive.namelist() == [f"ultimate-gig-1.0.0/{name}" for name in ("a/index.html", "a/ü.txt", "b.txt")]


def test_the_checksum_is_in_the_form_that_sha256sum_reads(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(b"")
    assert publish.checksum(tmp_path / "x.zip").read_text("ascii") == (
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  x.zip\n"
    )


def test_all_checks_are_run_and_every_one_that_fails_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def says(words: str, code: int) -> list[str]:
        return [sys.executable, "-c", f"print({words!r}); raise SystemExit({code})"]

    checks = {"first": lambda: says("bad one", 1), "second": lambda: says("all well", 0), "third": lambda: says("bad three", 2)}
    monkeypatch.setattr(verify, "CHECKS", checks)
    with pytest.raises(BuildError, match="2 of 3 checks failed: first, third"):
        verify.check()
    said = capsys.readouterr().out
    assert "bad one" in said
    assert "bad three" in said
    assert "all well" not in said


def test_a_step_says_its_name_and_its_seconds(capsys: pytest.CaptureFixture[str]) -> None:
    with progress.step("Fonts"):
        pass
    assert re.fullmatch(r"  Fonts \.\.\. 0\.\d s\n", capsys.readouterr().out)


def test_a_step_that_finds_its_work_done_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with progress.step("Fonts", silent_below=5):
        pass
    assert capsys.readouterr().out == ""


def test_a_step_that_fails_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ValueError, match="no"), progress.step("Fonts"):
        raise ValueError("no")
    assert re.fullmatch(r"  Fonts \.\.\. failed after 0\.\d s\n", capsys.readouterr().out)


def test_nothing_is_built_again_when_nothing_has_changed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    built: list[str] = []

    def build() -> None:
        built.append("built")
        editions.SITE.mkdir(exist_ok=True)
        editions.archive().write_bytes(b"")
        editions.MADE_FROM.write_text(editions._digest(), "ascii")

    monkeypatch.setattr(editions, "SITE", tmp_path / "site")
    monkeypatch.setattr(editions, "MADE_FROM", tmp_path / "made-from")
    monkeypatch.setattr(publish, "DIST", tmp_path)
    monkeypatch.setattr(editions, "make", build)
    editions.make_if_changed()
    editions.make_if_changed()
    assert built == ["built"]
    monkeypatch.setenv("UG_SITE_URL", "https://elsewhere.example/")
    editions.make_if_changed()
    assert built == ["built", "built"]


def test_size_of_the_download_is_written_into_the_pages(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The pages are made before the download whose size they give."""
    monkeypatch.setattr(publish, "DIST", tmp_path)
    editions.archive().write_bytes(bytes(1_250_000))
    site = tmp_path / "site"
    for name in ("download/index.html", "search/pages.json"):
        (site / name).parent.mkdir(parents=True)
        (site / name).write_text(f"Its size: {macros.SIZE}.", "utf-8")
    editions.add_download(site)
    assert {path.read_text("utf-8") for path in (*site.rglob("*.html"), *site.rglob("*.json"))} == {"Its size: 1.3 MB."}
    assert (site / editions.download()).stat().st_size == 1_250_000


def test_parallel_tasks_all_end_before_one_fails_the_build() -> None:
    ended: list[str] = []

    def fail() -> None:
        raise BuildError("the cause")

    with pytest.raises(BuildError, match="the cause"):
        progress.in_parallel(fail, lambda: ended.append("slow"))
    assert ended == ["slow"]


def test_unknown_benchmark_is_refused() -> None:
    with pytest.raises(BuildError, match="no benchmark speed"):
        commands.bench(["speed"])


def test_chromium_is_found_and_runs() -> None:
    done = subprocess.run([browsers.chromium(), "--version"], capture_output=True, encoding="utf-8", check=False, timeout=60)
    assert re.search(r"\d+\.\d+", done.stdout)


def test_missing_program_is_named_with_instructions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is skipped for want of a browser or of LibreOffice."""
    monkeypatch.setattr(debian, "install", lambda *packages: False)
    monkeypatch.setattr(browsers, "_any_firefox", lambda: None)
    monkeypatch.setattr(libreoffice, "_any_soffice", lambda: None)
    for program, advice in ((browsers.firefox, "Install Firefox"), (libreoffice.soffice, "Install LibreOffice")):
        program.cache_clear()
        try:
            with pytest.raises(BuildError, match=advice):
                program()
        finally:
            program.cache_clear()
