"""Names in the sources: tests say subject and behavior in a few words, and variables say what they are."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.progress import ROOT
from tests.setup.scratch_project import SOURCES

LONGEST = 60
"""Characters in the name of a test, `test_` included, or in the title of a script's test."""

VAGUE = {"one", "found", "held", "asked"}
"""Words that say how a value came about, where a name has to say what it is."""

PYTHON = sorted([ROOT / "build.py", *(path for folder in SOURCES for path in (ROOT / folder).rglob("*.py"))])
SCRIPTS = sorted(path for folder in SOURCES for path in (ROOT / folder).rglob("*") if path.suffix in {".ts", ".mjs"})
SCRIPT_TITLE = re.compile(r"""^\s*(?:test|it|describe)\(\s*(["'`])(.*?)\1,""", re.MULTILINE)
SCRIPT_NAME = re.compile(r"\b(?:const|let|var|function)\s+(\w+)")


def declared(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and name of every variable, attribute, parameter, function and class that a module declares."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()) | ast.arg(arg=name):
                yield node.lineno, name
            case ast.ExceptHandler(name=str(name)) | ast.alias(asname=str(name)):
                yield node.lineno, name
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield node.lineno, name


def vague_names(path: Path) -> list[str]:
    """Place and name of what has a vague name in a file of Python or TypeScript."""
    text = path.read_text("utf-8")
    if path.suffix == ".py":
        names = list(declared(ast.parse(text)))
    else:
        names = [(text.count("\n", 0, match.start()) + 1, match[1]) for match in SCRIPT_NAME.finditer(text)]
    return [f"{path}:{line}: {name}" for line, name in names if name in VAGUE]


def long_titles(path: Path) -> list[str]:
    """Names of tests in a file that are longer than allowed."""
    text = path.read_text("utf-8")
    if path.suffix == ".py":
        names = [name for _, name in declared(ast.parse(text)) if name.startswith("test_")]
    else:
        names = [match[2] for match in SCRIPT_TITLE.finditer(text)]
    return [f"{path}: {name}" for name in names if len(name) > LONGEST]


def test_names_of_tests_are_short() -> None:
    assert [title for path in (*PYTHON, *SCRIPTS) for title in long_titles(path)] == []


def test_no_name_is_vague() -> None:
    assert [name for path in (*PYTHON, *SCRIPTS) for name in vague_names(path)] == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.py", "found = 1"),
        ("a.py", "def total(held): ..."),
        ("a.py", "def asked(): ..."),
        ("a.py", "total = [one for one in ()]"),
        ("a.py", "class Panel:\n    def __init__(self):\n        self.one = 1"),
        ("a.py", "with open('') as found: ..."),
        ("a.py", "import math as asked"),
        ("a.py", "try: ...\nexcept OSError as held: ..."),
        ("a.ts", "const found = 1;"),
        ("a.mjs", "  function asked() {}"),
    ],
)
def test_vague_name_is_reported(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    assert len(vague_names(tmp_path / name)) == 1


@pytest.mark.parametrize(("name", "text"), [("a.py", "def test_{}(): ..."), ("a.test.ts", 'test("{}", () => {{}});')])
def test_long_name_of_a_test_is_reported(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text.format("x" * 55), "utf-8")
    assert long_titles(path) == []
    path.write_text(text.format("x" * 61), "utf-8")
    assert len(long_titles(path)) == 1
