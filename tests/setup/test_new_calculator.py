"""build.py new calculator: the new files run, pass the tests and checks, and replace nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline import new_calculator
from tests.setup.scratch_project import copy_project, needs_links, run_in

pytestmark = needs_links

NAME = "bus-or-bike"
FOLDER = "bus_or_bike"


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with a new calculator in it."""
    folder = tmp_path_factory.mktemp("new")
    copy_project(folder)
    created = run_in(folder, "build.py", "new", "calculator", NAME)
    assert created.returncode == 0, created.stdout
    assert "docs/tutorials/add-a-calculator.md" in created.stdout
    return folder


def test_every_file_is_written_and_registered(copy: Path) -> None:
    paths = [new_calculator._target(path, {"id": NAME, "folder": FOLDER}) for path in new_calculator.FILES.rglob("*.txt")]
    assert len(paths) == 8
    assert [path for path in paths if not (copy / path).is_file()] == []
    assert f"calculators/{NAME}.md\n" in (copy / "mkdocs.yml").read_text("utf-8")
    assert NAME in run_in(copy, "-m", "calculators", "list").stdout


def test_the_command_line_and_the_typed_function_answer_alike(copy: Path) -> None:
    assert json.loads(run_in(copy, "-m", "calculators", "run", NAME).stdout)["figures"] == {"week": 60, "month": 260, "year": 3120}
    typed = run_in(copy, "-c", f"from calculators import {FOLDER}; print({FOLDER}(price=20, times=3).year)")
    assert typed.stdout == "3120.0\n"


def test_new_calculator_passes_its_own_tests(copy: Path) -> None:
    parts = [
        "tests/unit/test_cases.py",
        f"tests/unit/catalogue/test_{FOLDER}.py",
        "tests/unit/engine/view/test_charts.py",
        "tests/properties/test_pairs.py",
    ]
    done = run_in(copy, "-m", "pytest", "-q", *parts, "-k", "bus")
    assert done.returncode == 0, done.stdout
    assert run_in(copy, "-m", "pipeline.first_pages").returncode == 0


def test_new_calculator_passes_the_checks(copy: Path) -> None:
    done = run_in(copy, "build.py", "check", "ruff", "format", "mypy", "imports", "spelling")
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("plan", "is taken: there is"),
        (NAME, "is taken: there is"),
        ("engine", "is taken"),
        ("class", "is taken"),
        ("Bus", "cannot be a calculator"),
        ("bus_or_bike", "cannot be a calculator"),
        ("../bus", "cannot be a calculator"),
        ("b" * 41, "cannot be a calculator"),
    ],
)
def test_a_name_that_cannot_be_used_is_refused(copy: Path, name: str, said: str) -> None:
    before = {path: path.stat().st_mtime_ns for path in copy.rglob("*.py")}
    refused = run_in(copy, "build.py", "new", "calculator", name)
    assert refused.returncode == 1
    assert refused.stdout.startswith("build.py: ")
    assert said in refused.stdout
    assert {path: path.stat().st_mtime_ns for path in copy.rglob("*.py")} == before
