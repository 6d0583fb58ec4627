"""The command line of build.py: help, errors, and what it starts."""

from __future__ import annotations

import ast
import subprocess
import sys

import pytest

from pipeline import commands
from pipeline.progress import ROOT, BuildError

BUILD = ROOT / "build.py"
COMMANDS = ("serve", "build", "test", "check", "bench", "new", "release")


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, encoding="utf-8", check=False, timeout=60)


def test_build_file_can_be_read_by_python_3_6() -> None:
    source = BUILD.read_text("utf-8")
    ast.parse(source, feature_version=(3, 6))
    assert "from __future__" not in source


def test_build_file_has_at_most_100_lines() -> None:
    assert len(BUILD.read_text("utf-8").splitlines()) <= 100


@pytest.mark.parametrize("version", [(3, 6, 15), (3, 10, 13)])
def test_old_python_gets_a_line_with_the_version_needed(version: tuple[int, ...]) -> None:
    pretend = f"import runpy, sys; sys.version_info = {version}; runpy.run_path({str(BUILD)!r}, run_name='__main__')"
    done = run("-c", pretend)
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "needs Python 3.11 or newer" in done.stderr
    assert "this is {}.{}.".format(*version) in done.stderr


def test_help_explains_each_command() -> None:
    said = run(str(BUILD), "--help").stdout
    for command in COMMANDS:
        line = next(line for line in said.splitlines() if line.split()[:1] == [command])
        assert len(line.split()) > 3, f"{command} is not explained"


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help_of_its_own(command: str) -> None:
    done = run(str(BUILD), command, "--help")
    assert done.returncode == 0
    assert f"build.py {command}" in done.stdout


def test_an_unknown_command_is_refused_without_a_traceback() -> None:
    done = run(str(BUILD), "bake")
    assert done.returncode == 2
    assert "invalid choice: 'bake'" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unknown_option_is_refused_unless_it_is_for_pytest() -> None:
    done = run(str(BUILD), "build", "--fast")
    assert done.returncode == 2
    assert "--fast" in done.stderr


def test_unknown_check_is_refused_with_the_known_names() -> None:
    done = run(str(BUILD), "check", "rufff")
    assert done.returncode == 1
    assert done.stderr.startswith("build.py: There is no check rufff. The checks are: calculators, ruff, format, mypy")
    assert "Traceback" not in done.stderr


def test_unknown_test_part_is_refused_with_the_known_names() -> None:
    with pytest.raises(BuildError, match=r"no part nonsense\. The parts are: .*setup"):
        commands.test(["nonsense"], [])


def test_test_command_ends_by_becoming_pytest(monkeypatch: pytest.MonkeyPatch) -> None:
    became: list[list[str]] = []
    monkeypatch.setattr(commands, "replace_process", became.append)
    commands.test(["setup"], ["-k", "tax", "--lf"])
    assert became == [[sys.executable, "-m", "pytest", "tests/setup", "-k", "tax", "--lf"]]


@pytest.mark.parametrize(
    ("parts", "options", "built"),
    [
        (["unit"], [], []),
        (["parity"], [], ["office", "parts"]),
        ([], ["tests/setup/test_locks.py"], []),
        (["setup", "browser"], [], ["browsers", "editions"]),
        ([], ["-x"], ["office", "browsers", "editions"]),
    ],
)
def test_only_what_the_selected_tests_need_is_built(
    monkeypatch: pytest.MonkeyPatch, parts: list[str], options: list[str], built: list[str]
) -> None:
    seen: list[str] = []
    monkeypatch.setattr(commands, "_parts", lambda: ["browser", "parity", "setup", "unit"])
    monkeypatch.setattr(commands, "replace_process", lambda _: None)
    monkeypatch.setattr(commands.browsers, "all_found", lambda: seen.append("browsers"))
    monkeypatch.setattr(commands.libreoffice, "soffice", lambda: seen.append("office"))
    monkeypatch.setattr(commands.editions, "make_if_changed", lambda: seen.append("editions"))
    monkeypatch.setattr(commands.editions, "make_parts", lambda: seen.append("parts"))
    commands.test(parts, options)
    assert seen == built


def test_continuous_integration_only_runs_the_tests() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    assert script == ["#!/bin/sh", "set -eu", 'cd "$(dirname "$0")/.."', "exec python3 build.py test"]
