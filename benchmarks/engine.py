"""How fast the engine is, here and in the reader's Python: python3 build.py bench engine.

Prints the median and the 95th percentile of each measurement in CPython and in Pyodide (in Node, from the archive that the site
ships), and beside those that have a bar whether the median meets it. Times depend on the machine and on what else it does.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks import _measure
from pipeline import runtime
from pipeline.environment import node

HERE = Path(__file__).parent
BARS = {
    ("graph of 20 figures", "CPython"): 20e-6,
    ("graph of 20 figures", "Pyodide"): 40e-6,
    ("2,000 draws for 2 uses", "Pyodide"): 0.3,
    ("2,000 draws for 8 uses", "Pyodide"): 0.3,
    ("page of plan, 50 assets", "Pyodide"): 0.1,
    ("the same, opened anew", "Pyodide"): 0.1,
}
"""Seconds that the median may take."""
KINDS = {"page of": 0.01, "first block of": 0.01, "sensitivity in": 0.05, "goal seek in": 0.05, "2,000 draws in": 0.3}
"""The same for every calculator alike, in Pyodide."""


def bar(name: str, python: str) -> float | None:
    """What a measurement's median may take; None where nothing is promised."""
    kind = next((limit for start, limit in KINDS.items() if name.startswith(start)), None) if python == "Pyodide" else None
    return BARS.get((name, python), kind)


def in_pyodide() -> dict[str, list[float]]:
    """The same measurements in the shipped archive; built first where anything has changed."""
    folder = runtime.build_runtime()
    archive = folder / json.loads((folder / "manifest.json").read_text("utf-8"))["stdlib"]
    with tempfile.TemporaryDirectory() as scratch:
        measured = Path(scratch, "measured.json")
        subprocess.run([str(node()), str(HERE / "measure.mjs"), str(archive), str(HERE), str(measured)], check=True)
        found: dict[str, list[float]] = json.loads(measured.read_text("utf-8"))
    return found


def percentile(times: Sequence[float], share: float) -> float:
    """The time that a share of the measured ones does not exceed."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def written(seconds: float) -> str:
    """In the unit in which it can be read."""
    return f"{seconds * 1e6:8.2f} µs" if seconds < 1e-3 else f"{seconds * 1e3:8.2f} ms"


def main() -> None:
    """Measure and print."""
    found = {"CPython": json.loads(_measure.measure()), "Pyodide": in_pyodide()}
    print(f"{'':34}{'':9}{'p50':>11}{'p95':>13}   bar for p50")
    for name in dict.fromkeys(name for times in found.values() for name in times):
        for python, times in found.items():
            if name in times:
                middle, most, limit = percentile(times[name], 0.5), percentile(times[name], 0.95), bar(name, python)
                verdict = "" if limit is None else f"   {written(limit).strip()}: {'met' if middle <= limit else 'NOT met'}"
                print(f"{name:34}{python:9}{written(middle)}  {written(most)}{verdict}")


if __name__ == "__main__":
    main()
