"""A random sample of mutants of calculators/, most of which tests have to notice. docs/mutants.md says how, and lists the survivors."""

from __future__ import annotations

import json
import math
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import environment
from pipeline.progress import MADE, ROOT

HERE = Path(__file__).parent
SEED = 20261129
COUNT = int(os.environ.get("UG_MUTANTS_COUNT", "500"))
LEAST = 0.80
"""A floor below the goal of 85%, since a sample varies; docs/mutants.md has the results."""

RESULTS = MADE / "mutants" / "results.jsonl"
COPIED = ("calculators", "content", "docs", "pipeline", "tests", "theme")
NEIGHBORS = (".venv", "node_modules")


def wilson(successes: int, trials: int, z: float = 1.96) -> tuple[float, float]:
    """Wilson's score interval of a proportion (https://www.itl.nist.gov/div898/handbook/prc/section2/prc241.htm)."""
    share, per = successes / trials, z * z / trials
    middle, half = share + per / 2, z * math.sqrt((share * (1 - share) + per / 4) / trials)
    return (middle - half) / (1 + per), (middle + half) / (1 + per)


@pytest.fixture
def tree() -> Iterator[Path]:
    """A copy of the sources, for mutants to be written in."""
    folder = RESULTS.parent / "tree"
    shutil.rmtree(folder, ignore_errors=True)
    for name in COPIED:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for path in filter(Path.is_file, ROOT.iterdir()):
        shutil.copyfile(path, folder / path.name)
    for name in NEIGHBORS:
        (folder / name).symlink_to(ROOT / name)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def test_most_mutants_are_noticed(tree: Path) -> None:
    """Results are written while it runs, so a run that is interrupted is a smaller sample: mutants are tried in the order drawn."""
    drawing = [environment.prepare_mutants(), HERE / "drawing.py", tree, str(SEED), str(COUNT)]
    drawn = subprocess.run(drawing, check=True, capture_output=True, encoding="utf-8").stdout
    with RESULTS.open("w", encoding="utf-8") as file:
        subprocess.run([sys.executable, HERE / "run.py", tree], check=True, input=drawn, stdout=file, encoding="utf-8")
    results = [json.loads(line) for line in RESULTS.read_text("utf-8").splitlines()]
    survivors = [result for result in results if result["killer"] is None]
    low, high = wilson(len(results) - len(survivors), len(results))
    lines = [f"{result['path']}:{result['line']} {result['operator']}" for result in survivors]
    noticed = (
        f"{len(results) - len(survivors)} of {len(results)} mutants noticed, with 95% confidence {low:.1%} to {high:.1%} of all. Survivors:"
    )
    RESULTS.with_suffix(".txt").write_text("\n".join([noticed, *lines, ""]), "utf-8")
    assert len(results) == COUNT
    assert len(survivors) <= (1 - LEAST) * COUNT, survivors
