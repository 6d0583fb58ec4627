"""Measure the engine in CPython and in Pyodide: python3 build.py bench engine.

Prints the median and the 95th percentile of each measurement in CPython and in Pyodide (in Node, from the archive that the site ships),
and whether the median is within its limit, if there is one. Times depend on the machine and its load.
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
LIMITS = {
    ("graph of 20 figures", "CPython"): 20e-6,
    ("graph of 20 figures", "Pyodide"): 40e-6,
    ("2,000 draws for 2 uses", "Pyodide"): 0.4,
    ("2,000 draws for 8 uses", "Pyodide"): 0.4,
    ("page of plan, 50 assets", "Pyodide"): 0.1,
    ("page of plan, 50 assets, cold", "Pyodide"): 0.1,
}
"""The most seconds for a median."""
KINDS = {"page of": 0.025, "first block of": 0.025, "sensitivity of": 0.05, "goal seek of": 0.05, "distribution of": 0.4}
"""The most seconds for the median of every calculator, in Pyodide, by the start of the measurement's name."""


def limit_of(name: str, python: str) -> float | None:
    """Return the limit of a measurement's median; None for no limit."""
    kind = next((limit for start, limit in KINDS.items() if name.startswith(start)), None) if python == "Pyodide" else None
    return LIMITS.get((name, python), kind)


def in_pyodide() -> dict[str, list[float]]:
    """Return the measurements in the runtime archive, which is built first if anything has changed."""
    folder = runtime.build_runtime()
    archive = folder / json.loads((folder / "manifest.json").read_text("utf-8"))["stdlib"]
    with tempfile.TemporaryDirectory() as scratch:
        measured = Path(scratch, "measured.json")
        subprocess.run([str(node()), str(HERE / "measure.mjs"), str(archive), str(HERE), str(measured)], check=True)
        times: dict[str, list[float]] = json.loads(measured.read_text("utf-8"))
    return times


def percentile(times: Sequence[float], share: float) -> float:
    """Return the time that a share of the measured times does not exceed."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def formatted(seconds: float) -> str:
    """Format a time in microseconds or milliseconds."""
    return f"{seconds * 1e6:8.2f} µs" if seconds < 1e-3 else f"{seconds * 1e3:8.2f} ms"


def main() -> None:
    """Run all measurements and print the results."""
    measured = {"CPython": json.loads(_measure.measure()), "Pyodide": in_pyodide()}
    print(f"{'':34}{'':9}{'p50':>11}{'p95':>13}   limit for p50")
    for name in dict.fromkeys(name for times in measured.values() for name in times):
        for python, times in measured.items():
            if name in times:
                middle, most, limit = percentile(times[name], 0.5), percentile(times[name], 0.95), limit_of(name, python)
                verdict = "" if limit is None else f"   {formatted(limit).strip()}: {'met' if middle <= limit else 'NOT met'}"
                print(f"{name:34}{python:9}{formatted(middle)}  {formatted(most)}{verdict}")


if __name__ == "__main__":
    main()
