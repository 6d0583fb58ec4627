"""Both ends of the pipe between the tests and a tax model, which runs in an environment of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
PYTHON = FOLDER.parents[1] / ".build" / "oracle-venv" / "bin" / "python"


def taxes_by(program: str, taxpayers: list[dict[str, Any]]) -> list[dict[str, float]]:
    """Return the taxes that a program of this folder computes, in the order of the taxpayers."""
    assert PYTHON.exists(), "the oracle's environment is missing: run build.py test --oracles"
    done = subprocess.run([PYTHON, FOLDER / program], input=json.dumps(taxpayers), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    taxes: list[dict[str, float]] = json.loads(done.stdout)
    return taxes


def answer(results: Callable[[list[dict[str, Any]], int], list[dict[str, float]]]) -> None:
    """Read taxpayers from standard input, compute each tax year at once, and write the taxes in the order of the taxpayers."""
    taxpayers = json.load(sys.stdin)
    taxes: list[dict[str, float]] = [{}] * len(taxpayers)
    for year in sorted({int(taxpayer["tax_year"]) for taxpayer in taxpayers}):
        chosen = [index for index, taxpayer in enumerate(taxpayers) if int(taxpayer["tax_year"]) == year]
        for index, result in zip(chosen, results([taxpayers[index] for index in chosen], year), strict=True):
            taxes[index] = result
    json.dump(taxes, sys.stdout)
