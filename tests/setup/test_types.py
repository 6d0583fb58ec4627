"""Types: how often the code says Any, and that mypy knows a figure where an outcome is read."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import NoneType, UnionType
from typing import get_args, get_type_hints

from calculators import CATALOGUE
from pipeline.progress import ROOT

MOST = 60
"""Uses of Any outside of EDGE have to be fewer."""
EDGE = {"calculators/engine/parameters.py", "calculators/workbook/document.py"}
"""The modules that parse TOML or JSON, whose values have any shape."""
SOURCES = ("build.py", "benchmarks", "calculators", "pipeline", "theme")

READS = """\
from calculators.catalogue.buffer.inputs import Inputs as Others
from calculators.catalogue.equalizer import figures
from calculators.catalogue.equalizer.inputs import Inputs
from calculators.engine.calculator import Calculator, Outcome


def read(outcome: Outcome[Inputs]) -> None:
    outcome[figures.gapp]  # error: attr-defined
    outcome["gap"]  # error: index
    outcome.inputs.payy  # error: attr-defined
    outcome[figures.gap].upper()  # error: attr-defined
    outcome[figures.months_to_close] + 1  # error: operator
    outcome[figures.gap] + outcome.inputs.pay


def note(outcome: Outcome[Others]) -> str:
    return str(outcome.inputs.past)


Calculator(id="", title="", purpose="", inputs=Others, figures=(), headline=figures.gap, notes=(note,))
Calculator(id="", title="", purpose="", inputs=Inputs, figures=(), headline=figures.gap, notes=(note,))  # error: arg-type
"""


def uses_of_any(source: str) -> int:
    """Count the names Any in a module; its import and its prose do not count."""
    return sum(isinstance(node, ast.Name) and node.id == "Any" for node in ast.walk(ast.parse(source)))


def modules() -> Iterator[Path]:
    for name in SOURCES:
        path = ROOT / name
        yield from path.rglob("*.py") if path.is_dir() else [path]


def test_each_use_of_any_counts_and_prose_does_not() -> None:
    source = '"""Any."""\nfrom typing import Any\n\ndef f(a: Any, b: dict[Any, Any]) -> "list[str]": ...\nx: Any = 1  # Any\n'
    assert uses_of_any(source) == 4


def test_any_is_rare_outside_of_parsing() -> None:
    counts = {path.relative_to(ROOT).as_posix(): uses_of_any(path.read_text("utf-8")) for path in modules()}
    assert counts.keys() >= EDGE
    outside = {name: count for name, count in counts.items() if count and name not in EDGE}
    assert sum(outside.values()) < MOST, outside


def test_figures_of_one_name_have_one_type_in_all_countries() -> None:
    """Reading by any of them is sound, apart from None."""
    for calculator in CATALOGUE:
        results: dict[str, set[tuple[frozenset[object], bool]]] = {}
        for figure in (figure for case in calculator.cases.values() for figure in case.figures):
            hint = get_type_hints(figure.function)["return"]
            kinds = get_args(hint) if isinstance(hint, UnionType) else (hint,)
            results.setdefault(figure.name, set()).add((frozenset(kinds) - {NoneType}, bool(figure.each)))
        assert {name: kinds for name, kinds in results.items() if len(kinds) > 1} == {}


def test_mypy_checks_what_is_read_of_an_outcome(tmp_path: Path) -> None:
    """Each marked line is an error, with that code, and no other line is."""
    file = tmp_path / "reads.py"
    file.write_text(READS, "utf-8")
    mypy = [sys.executable, "-m", "mypy", "--no-error-summary", "--hide-error-context", str(file)]
    reported = subprocess.run(mypy, cwd=ROOT, capture_output=True, encoding="utf-8", check=False).stdout
    errors = re.findall(r"reads\.py:(\d+): error: .*\[([\w-]+)\]", reported)
    marked = [(str(number), line.partition("# error: ")[2]) for number, line in enumerate(READS.splitlines(), 1) if "# error: " in line]
    assert errors == marked, reported
