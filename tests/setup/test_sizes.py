"""Files of code have at most 400 lines, and functions at most 50. Data (parameters, worked examples) may be longer."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.progress import ROOT

MOST_IN_FILE = 400
MOST_IN_FUNCTION = 50

FOLDERS = ("benchmarks", "calculators", "pipeline", "tests", "theme")
SCRIPTS = {".ts", ".mjs", ".js"}
OTHER_CODE = {".css", ".html", ".j2"}

STATEMENT = re.compile(r"\s*(?:\} )?(?:if|for|while|switch|else|catch|try|do|return|class|interface)\b")
FUNCTION = re.compile(r"(?P<indent>\s*)(?:.*\bfunction\b.*|.*=>|[\w# ]*[\w$]+(?:<.*>)?\(.*\).*) \{|(?P<long>\s*)[\w# ]*[\w$]+(?:<.*>)?\($")
"""The first line of a function or method as the formatter writes it: with its parameters and a brace, or with parameters below it."""


WRAPPER = "(() => {"
"""Begins a script that leaves no global names; it is as long as its file."""


def code() -> list[Path]:
    """Return every file of code."""
    kinds = {".py", *SCRIPTS, *OTHER_CODE}
    paths = (path for name in FOLDERS for path in (ROOT / name).rglob("*") if path.suffix in kinds)
    return [ROOT / "build.py", *(path for path in sorted(paths) if "__pycache__" not in path.parts)]


def python_functions(source: str) -> Iterator[tuple[str, int]]:
    """Yield the name and the number of lines of each function of a Python module, without its decorators."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
            yield node.name, node.end_lineno - node.lineno + 1


def script_functions(source: str) -> Iterator[tuple[str, int]]:
    """Yield the first line and the number of lines of each function of a formatted script: it ends at a brace with the same indent."""
    lines = source.splitlines()
    for number, line in enumerate(lines):
        head = FUNCTION.fullmatch(line)
        if head and not STATEMENT.match(line) and line != WRAPPER:
            indent = line[: len(line) - len(line.lstrip())]
            after = (below for below in range(number + 1, len(lines)) if re.match(rf"{indent}[}})](?! \{{|: .*\{{$)", lines[below]))
            yield line.strip(), next(after, number) - number + 1


@pytest.mark.parametrize("limit", ["file", "function"])
def test_code_is_in_small_parts(limit: str) -> None:
    too_long = []
    for path in code():
        source, name = path.read_text("utf-8"), path.relative_to(ROOT).as_posix()
        if limit == "file":
            lines = len(source.splitlines())
            too_long += [f"{name} has {lines} lines"] if lines > MOST_IN_FILE else []
        elif path.suffix not in OTHER_CODE:
            functions = python_functions(source) if path.suffix == ".py" else script_functions(source)
            too_long += [f"{name}: {function} has {lines} lines" for function, lines in functions if lines > MOST_IN_FUNCTION]
    assert too_long == []


def test_lines_of_functions_are_counted() -> None:
    python = "def short():\n    return 1\n\n\nclass Some:\n    @property\n    def longer(\n        self,\n    ):\n        pass\n"
    assert dict(python_functions(python)) == {"short": 2, "longer": 4}
    script = (
        "export function first(a: number): number {\n  if (a) {\n    return 1;\n  }\n  return 2;\n}\n"
        "class Some {\n  #second(\n    a: string,\n  ): void {\n    a;\n  }\n}\nconst third = (a) => {\n  a;\n};\n"
    )
    assert [lines for _, lines in script_functions(script)] == [6, 5, 3]
