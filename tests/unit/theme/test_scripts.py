"""Tests of the scripts that need no browser: TypeScript, bundled by esbuild and run by Node's test runner."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from pipeline.environment import node
from pipeline.progress import ROOT

SCRIPTS = Path(__file__).with_name("scripts")
TESTS = sorted(SCRIPTS.rglob("*.test.ts"))
BUNDLER = ROOT / "pipeline" / "node" / "modules.mjs"


def run(*command: str | Path) -> None:
    """Run a command in Node, and fail with what it printed."""
    done = subprocess.run([node(), *command], capture_output=True, encoding="utf-8", timeout=120, check=False)
    if done.returncode != 0:
        pytest.fail(done.stdout + done.stderr, pytrace=False)


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Bundle all tests into modules for Node."""
    folder = tmp_path_factory.mktemp("scripts")
    (folder / "package.json").write_text('{"type": "module"}', "utf-8")
    run(BUNDLER, folder, *TESTS)
    return folder


@pytest.mark.parametrize("test", TESTS, ids=lambda path: path.name.removesuffix(".test.ts"))
def test_script_passes_its_node_tests(bundled: Path, test: Path) -> None:
    run("--test", "--test-reporter=spec", bundled / test.relative_to(SCRIPTS).with_suffix(".js"))
