"""Pyodide in Node: it starts in a folder of any name, and reports errors briefly."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from pipeline.environment import NODE_MODULES, node
from pipeline.progress import ROOT

SCRIPT = """
import { main, startPyodide } from "./pyodide.mjs";
await main(async () => {
  const python = await startPyodide({});
  console.log(python.runPython(process.argv[2]));
});
"""


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A script that runs the Python it is given, in a project folder with a difficult name."""
    folder = tmp_path_factory.mktemp("copies") / "gig (copy) – Kopie für 下载 #1 50%"
    shutil.copytree(NODE_MODULES / "pyodide", folder / "node_modules" / "pyodide")
    here = folder / "pipeline" / "node"
    here.mkdir(parents=True)
    lock = Path("theme", "scripts", "runtime", "pyodide-lock.json")
    (folder / lock).parent.mkdir(parents=True)
    shutil.copyfile(ROOT / lock, folder / lock)
    shutil.copyfile(ROOT / "pipeline" / "node" / "pyodide.mjs", here / "pyodide.mjs")
    (here / "script.mjs").write_text(SCRIPT, "utf-8")
    return here / "script.mjs"


def run(script: Path, python: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([node(), script, python], capture_output=True, encoding="utf-8", check=False, timeout=120)


def test_pyodide_starts_in_a_folder_with_unusual_characters(script: Path) -> None:
    done = run(script, "6 * 7")
    assert (done.stdout.strip(), done.stderr, done.returncode) == ("42", "", 0)


def test_python_error_is_printed_without_pyodides_source(script: Path) -> None:
    done = run(script, "1 / 0")
    assert done.returncode == 1
    assert done.stderr.rstrip().endswith("ZeroDivisionError: division by zero")
    assert len(done.stderr) < 2_000
