"""The virtual environment and the Node packages: installed once, with clear errors on failure."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline import environment, progress
from pipeline.progress import ROOT, BuildError

SOURCES = ("build.py", "pipeline", "requirements.txt", "package.json", "package-lock.json", ".npmrc")


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """A copy of the files that installation needs, with nothing installed."""
    for name in SOURCES:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile
        copy(ROOT / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Disable the network and all caches of packages."""
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        nowhere = f"http://127.0.0.1:{closed.getsockname()[1]}"
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"):
        monkeypatch.setenv(name, nowhere)
    for name in ("NO_PROXY", "no_proxy", "PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL", "PIP_FIND_LINKS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_RETRIES", "1")
    monkeypatch.setenv("NPM_CONFIG_CACHE", str(tmp_path / "no-cache"))


def moved(monkeypatch: pytest.MonkeyPatch, folder: Path) -> list[str]:
    """Make environment.py install into a folder of the test, and record the installers that it starts."""
    for name in ("requirements.txt", *(path.name for path in environment.NODE_SOURCES)):
        (folder / name).write_text(f"first {name}", "utf-8")
    monkeypatch.setattr(environment, "VENV", folder / ".venv")
    monkeypatch.setattr(environment, "REQUIREMENTS", folder / "requirements.txt")
    monkeypatch.setattr(environment, "NODE_MODULES", folder / "node_modules")
    monkeypatch.setattr(environment, "NODE_SOURCES", tuple(folder / path.name for path in environment.NODE_SOURCES))
    monkeypatch.setattr(environment, "_npm", lambda: ["npm"])
    started: list[str] = []

    def pretend(command: object, log: str) -> subprocess.CompletedProcess[str]:
        started.append(log)
        (folder / (".venv" if log == "venv" else "node_modules")).mkdir(exist_ok=True)
        return subprocess.CompletedProcess([], 0, "")

    monkeypatch.setattr(environment, "run", pretend)
    return started


def test_nothing_is_installed_twice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    started = moved(monkeypatch, tmp_path)
    environment.prepare()
    assert started == ["venv", "pip", "npm"]
    environment.prepare()
    assert started == ["venv", "pip", "npm"]


def test_only_a_changed_lock_is_installed_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    started = moved(monkeypatch, tmp_path)
    environment.prepare()
    (tmp_path / "package-lock.json").write_text("second", "utf-8")
    environment.prepare()
    assert started == ["venv", "pip", "npm", "npm"]
    (tmp_path / "requirements.txt").write_text("second", "utf-8")
    environment.prepare()
    assert started == ["venv", "pip", "npm", "npm", "venv", "pip"]


def test_another_python_makes_another_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    started = moved(monkeypatch, tmp_path)
    environment.prepare()
    monkeypatch.setattr(environment.sys, "base_prefix", "/another/python")
    environment.prepare()
    assert started == ["venv", "pip", "npm", "venv", "pip"]


def test_an_installation_that_broke_off_is_begun_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    started = moved(monkeypatch, tmp_path)
    succeeded = environment.run
    monkeypatch.setattr(environment, "run", lambda command, log: subprocess.CompletedProcess([], 1, "ERROR: disk full"))
    with pytest.raises(BuildError, match="disk full"):
        environment.prepare()
    monkeypatch.setattr(environment, "run", succeeded)
    environment.prepare()
    assert started == ["venv", "pip", "npm"]


def test_a_second_start_adds_well_under_a_second() -> None:
    start = time.monotonic()
    environment.prepare()
    assert time.monotonic() - start < 0.5


def test_without_a_network_the_first_start_says_so_in_one_line(fresh: Path, no_network: None) -> None:
    done = subprocess.run([sys.executable, "build.py", "check"], cwd=fresh, capture_output=True, encoding="utf-8", check=False, timeout=120)
    assert done.returncode == 1
    advice = "no network. Connect and try again; the network is needed only once. See .build/logs/pip.txt"
    assert done.stderr.splitlines() == [f"build.py: pip could not install the lock: {advice}"]
    assert "Traceback" not in done.stdout
    assert not (fresh / ".venv" / "installed").exists()


def test_without_a_network_npm_says_so_in_one_line(fresh: Path, no_network: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "ROOT", fresh)
    monkeypatch.setattr(progress, "MADE", fresh / ".build")
    with pytest.raises(BuildError, match=r"^npm could not install package-lock\.json: no network\. Connect and try again"):
        environment._prepare_node_modules(fresh / "node_modules", [fresh / path.name for path in environment.NODE_SOURCES])


@pytest.mark.parametrize(
    ("version", "npm", "taken"),
    [("v24.1.0", "/bin/npm", True), ("v20.19.0", "/bin/npm", True), ("v20.18.9", "/bin/npm", False), ("v24.1.0", None, False)],
)
def test_node_on_the_path_is_used_if_recent_and_with_npm(
    monkeypatch: pytest.MonkeyPatch, version: str, npm: str | None, taken: bool
) -> None:
    monkeypatch.setattr(environment.shutil, "which", {"node": "/bin/node", "npm": npm}.get)
    answer = subprocess.CompletedProcess([], 0, f"{version}\n")
    monkeypatch.setattr(environment.subprocess, "run", lambda *command, **options: answer)
    environment._node_on_path.cache_clear()
    try:
        assert environment._node_on_path() == (Path("/bin/node") if taken else None)
    finally:
        environment._node_on_path.cache_clear()


def test_the_node_of_the_environment_runs_and_has_npm() -> None:
    node = environment._node_in_venv()
    said = subprocess.run([node, "--version"], capture_output=True, encoding="utf-8", check=True, timeout=60).stdout
    assert said.startswith("v")


def test_npm_of_the_environment_runs_where_the_path_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "_node_on_path", lambda: None)
    said = subprocess.run([*environment._npm(), "--version"], capture_output=True, encoding="utf-8", check=True, timeout=60).stdout
    assert said[0].isdigit()


def test_the_tools_run_without_their_shims() -> None:
    for script in ("esbuild/bin/esbuild", "@biomejs/biome/bin/biome", "typescript/bin/tsc"):
        done = subprocess.run([*environment.node_tool(script), "--version"], capture_output=True, encoding="utf-8", check=False, timeout=60)
        assert done.returncode == 0, script
