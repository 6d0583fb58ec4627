"""docs/architecture.md and docs/glossary.md agree with the code in every file, function, layer and import that they name."""

from __future__ import annotations

import ast
import re
import tomllib
from functools import cache
from itertools import pairwise
from pathlib import Path

import grimp
import pytest

from pipeline.progress import ROOT

ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
PICTURE = ARCHITECTURE.partition("```mermaid\n")[2].partition("```")[0]
FILE = re.compile(r"`((?:calculators|content|theme|pipeline|docs|tests)/[\w./-]*)`")
CALL = re.compile(r"`(#?\w+)\(\)`")


def defined(path: Path) -> set[str]:
    """The names that a module defines, or the modules of a folder: functions, methods, classes and constants."""
    if path.is_dir():
        return set().union(*(defined(module) for module in path.iterdir() if module.suffix in {".py", ".js", ".ts"}))
    source = path.read_text("utf-8")
    if path.suffix != ".py":
        return set(re.findall(r"(#?\w+)\s*(?:<[^>]*>)?\([^()]*(?:\([^()]*\)[^()]*)*\)[^;{}()]*\{", source)) | set(
            re.findall(r"(?:class|function|interface|type|const)\s+(\w+)", source)
        )
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names |= {target.id for target in targets if isinstance(target, ast.Name)}
    return names


def calls() -> list[tuple[str, str]]:
    """(file, function) for each call of the walk: the file that follows with "in", "of" or "from", or else the last one named before."""
    walk = ARCHITECTURE.partition("## How a number gets into a figure")[2]
    named_calls = []
    for step in re.split(r"^\d+\. ", walk, flags=re.MULTILINE)[1:]:
        for call in CALL.finditer(step):
            after = re.match(rf"\s+(?:in|of|from)\s+{FILE.pattern}", step[call.end() :])
            path = after[1] if after else FILE.findall(step[: call.start()])[-1]
            named_calls.append((path, call[1]))
    return named_calls


def part(module: str) -> str:
    """The node of the picture that a module belongs to."""
    package, *rest = module.split(".")
    name = rest[0] if package == "calculators" and rest else package
    return {"calculators": "init", "__main__": "main", "expiring_parameters": "expiring"}.get(name, name)


@cache
def imports() -> frozenset[tuple[str, str]]:
    """Which part imports which, without imports for types alone."""
    graph = grimp.build_graph("calculators", "theme", "pipeline", exclude_type_checking_imports=True, cache_dir=None)
    between = (
        (part(importer), part(imported)) for importer in graph.modules for imported in graph.find_modules_directly_imported_by(importer)
    )
    return frozenset((importer, imported) for importer, imported in between if importer != imported)


@cache
def layers() -> tuple[frozenset[str], ...]:
    """import-linter's layers from the top: those of the packages, with the calculators' own in their place."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    packages, inside = (contract["layers"] for contract in contracts if contract["type"] == "layers")
    assert packages[-1] == "calculators"
    return tuple(frozenset(layer.split(" | ")) for layer in (*packages[:-1], *inside))


def test_the_picture_shows_every_import_and_no_other() -> None:
    drawn = re.findall(r"^ *(\w+) --> (\w+)$", PICTURE, re.MULTILINE)
    assert len(set(drawn)) == len(drawn)
    assert set(drawn) == {(importer, imported) for importer, imported in imports() if imported != "engine"}


def test_every_part_of_the_picture_is_a_folder_or_a_file() -> None:
    nodes = dict(re.findall(r'^ *(\w+)\["([\w./]+): ', PICTURE, re.MULTILINE))
    assert set(nodes) == {name for pair in imports() for name in pair}
    assert [path for path in nodes.values() if not (ROOT / path).exists()] == []


def test_the_table_has_the_layers_that_import_linter_checks() -> None:
    table = ARCHITECTURE.partition("| Layer |")[2].partition("\n\n")[0]
    rows = [re.findall(r"`(\w+)`", row.split("|")[1]) for row in table.splitlines()[2:]]
    assert tuple(frozenset(row) for row in rows) == layers()


def test_no_arrow_goes_up() -> None:
    names = {"main": "__main__", "expiring": "expiring_parameters"}
    level = {name: number for number, layer in enumerate(layers()) for name in layer}
    arrows = [
        (names.get(importer, importer), names.get(imported, imported))
        for importer, imported in imports()
        if "init" not in (importer, imported)
    ]
    assert [(importer, imported) for importer, imported in arrows if level[importer] >= level[imported]] == []


def test_every_file_that_the_page_names_exists() -> None:
    assert [path for path in FILE.findall(ARCHITECTURE) if not (ROOT / path).exists()] == []


@pytest.mark.parametrize(("path", "name"), calls(), ids=lambda value: str(value).rpartition("/")[2])
def test_every_function_of_the_walk_is_in_its_file(path: str, name: str) -> None:
    assert name in defined(ROOT / path)


def test_the_walk_names_functions_in_every_part() -> None:
    assert len(calls()) > 30
    assert {Path(path).parts[0] for path, _ in calls()} == {"calculators", "pipeline", "theme"}


def test_a_link_of_the_page_leads_to_a_file() -> None:
    for page in (ROOT / "docs").rglob("*.md"):
        links = re.findall(r"\]\((?!https?:)([^)#\s]+)[^)]*\)", page.read_text("utf-8"))
        assert [link for link in links if not (page.parent / link).exists()] == [], page.name


GLOSSARY = re.findall(r"^\| \*\*([^*]+)\*\* \| (.+) \| (.+) \|$", (ROOT / "docs" / "glossary.md").read_text("utf-8"), re.MULTILINE)


def test_every_term_has_one_meaning_and_stands_in_its_place() -> None:
    terms = [term.casefold() for term, _, _ in GLOSSARY]
    assert len(terms) > 40
    assert [(first, second) for first, second in pairwise(terms) if first >= second] == []
    assert [term for term, meaning, _ in GLOSSARY if not meaning.endswith(".")] == []


@pytest.mark.parametrize(("term", "where"), [(term, where) for term, _, where in GLOSSARY], ids=lambda value: str(value)[:30])
def test_a_term_lives_where_the_glossary_says(term: str, where: str) -> None:
    paths = FILE.findall(where)
    assert paths, term
    assert [path for path in paths if not (ROOT / path).exists()] == []
    names = re.findall(r"`(\w+)`", FILE.sub("", where))
    if names:
        defined_names: set[str] = set().union(*(defined(ROOT / path) for path in paths))
        assert set(names) - defined_names == set()
