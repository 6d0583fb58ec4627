"""Collect the sources that Python in the browser needs: the calculators with their parameters, formulas and templates, and the two
libraries that render them.

Run as a separate process, `python -m pipeline.staging FOLDER`, so that it sees the calculators as they are on disk.
"""

import ast
import importlib.util
import json
import shutil
import sys
import tomllib
from datetime import date
from pathlib import Path

from calculators import CATALOGUE
from calculators.engine.view.outcome import environment
from calculators.engine.working.formulas import precompute
from pipeline.runtime import REPLACEMENTS

ROOT = Path(__file__).absolute().parents[1]
LIBRARIES = ("jinja2", "markupsafe")
IMPORTER = ROOT / "pipeline" / "in_browser" / "sitecustomize.py"
NOT_IN_THE_BROWSER = ("__main__.py",)


def stage(folder: Path) -> None:
    """Fill an empty folder with the packages `calculators`, `jinja2` and `markupsafe` as the browser gets them."""
    _copy_sources(ROOT / "calculators", folder / "calculators")
    for path in sorted((folder / "calculators").rglob("*.py")):
        path.write_text(without_docstrings(path.read_text("utf-8")), "utf-8")
    for name in LIBRARIES:
        _copy_sources(_home(name), folder / name)
    shutil.copytree(REPLACEMENTS / "jinja2", folder / "jinja2", dirs_exist_ok=True)
    shutil.copy(IMPORTER, folder)
    for source in sorted((ROOT / "calculators" / "parameters").rglob("*.toml")):
        target = (folder / source.relative_to(ROOT)).with_suffix(".json")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(parameters_as_json(source.read_text("utf-8")), "utf-8")
    for name, table in precompute(CATALOGUE).items():
        formulas = folder / "calculators" / "engine" / "working" / name
        formulas.write_text(json.dumps(table, ensure_ascii=False, sort_keys=True), "utf-8")
    compile_templates(folder / "calculators" / "_templates")


def compile_templates(folder: Path) -> None:
    """Compile the templates to modules for Jinja's ModuleLoader, without their styles and example data.

    Raises:
        TemplateSyntaxError: when a template has an error.
    """
    environment().compile_templates(folder, extensions=["j2"], zip=None, ignore_errors=False)


def parameters_as_json(text: str) -> str:
    """Convert a TOML parameter file to JSON. JSON has no dates: they become {"$date": "2026-01-01"}."""
    return json.dumps(tomllib.loads(text), default=_date, ensure_ascii=False)


def without_docstrings(source: str) -> str:
    """Remove the docstrings of a module, except those of decorated functions: a figure's is shown to readers.

    A class keeps a dot: a dataclass without a docstring writes its own on import, which takes time.
    """
    lines = source.encode().splitlines(keepends=True)
    for node in ast.walk(ast.parse(source)):
        is_decorated = isinstance(node, ast.FunctionDef) and node.decorator_list
        if not isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) or is_decorated or ast.get_docstring(node) is None:
            continue
        docstring = node.body[0]
        first, last = docstring.lineno - 1, (docstring.end_lineno or 0) - 1
        before, after = lines[first][: docstring.col_offset], lines[last][docstring.end_col_offset :]
        lines[first : last + 1] = [before + (b'"."' if isinstance(node, ast.ClassDef) else b'""') + after, *[b""] * (last - first)]
    return b"".join(lines).decode()


def _date(value: object) -> dict[str, str]:
    if isinstance(value, date):
        return {"$date": value.isoformat()}
    raise TypeError(f"a parameter file contains a {type(value).__name__}, which JSON cannot represent")


def _home(package: str) -> Path:
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"the package {package} is not installed")
    return Path(spec.submodule_search_locations[0])


def _copy_sources(source: Path, target: Path) -> None:
    """Copy the .py files only. Compiled extensions cannot run in the browser, and both libraries work without theirs."""
    for path in sorted(source.rglob("*.py")):
        if path.name in NOT_IN_THE_BROWSER:
            continue
        copy = target / path.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)


if __name__ == "__main__":
    stage(Path(sys.argv[1]))
