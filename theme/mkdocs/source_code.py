"""The source of each calculator's figures, highlighted, as a script that its page loads when it is asked for."""

from __future__ import annotations

import functools
import hashlib
import html
import inspect
import json
import textwrap
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from pygments.lexers.python import PythonLexer
from pygments.token import STANDARD_TYPES, Name

from calculators import CATALOGUE
from calculators.engine.calculator import Calculator
from calculators.engine.figures import Figure

ROOT = Path(__file__).resolve().parents[2]
COLORED = ("k", "kc", "ow", "s", "m", "c", "nd")
"""The classes of tokens that theme/styles/layout/source-code.css colors; the others would only make the page larger."""


@dataclass(frozen=True)
class Parameter:
    """A parameter that a figure uses: its name there, its label, and its anchor on the page of parameters."""

    name: str
    label: str
    anchor: str


@dataclass(frozen=True)
class FigureSource:
    """A figure's source as HTML, whose text is the source, and where it stands. One that a function makes can't be changed."""

    name: str
    label: str
    place: str
    html: str
    parameters: tuple[Parameter, ...]
    editable: bool


@functools.cache
def source_scripts() -> dict[str, str]:
    """The script of each calculator, by id. It adds to `ugFigures` the choice that decides on the case, and each case's figures."""
    scripts = {}
    for calculator in CATALOGUE:
        cases = {name: [asdict(each) for each in _sources(case)] for name, case in (calculator.cases or {"": calculator}).items()}
        data = json.dumps({"case": calculator.case, "cases": cases}, ensure_ascii=False, separators=(",", ":"))
        scripts[calculator.id] = f'(globalThis.ugFigures??={{}})["{calculator.id}"]={data};\n'
    return scripts


@functools.cache
def folder_name() -> str:
    """The folder of the scripts, which has the hash of their content in its name."""
    return f"figures.{hashlib.sha256(''.join(source_scripts().values()).encode()).hexdigest()[:12]}"


def write_source_scripts(assets: Path) -> None:
    """Write the scripts into the site's folder of files."""
    folder = assets / folder_name()
    folder.mkdir(parents=True, exist_ok=True)
    for name, script in source_scripts().items():
        (folder / f"{name}.js").write_text(script, "utf-8")


def anchor(file: str, name: str = "") -> str:
    """The anchor of a file of parameters, or of one of them, on the page that lists them."""
    return "-".join(("parameters", *file.split("/"), *([name] if name else ())))


def _sources(calculator: Calculator) -> Iterator[FigureSource]:
    """The headline first, then all other figures in their order."""
    for figure in sorted(calculator.figures, key=lambda figure: figure is not calculator.headline):
        lines, first = inspect.getsourcelines(figure.function)
        source = textwrap.dedent("".join(lines)).rstrip("\n")
        file = Path(inspect.getsourcefile(figure.function) or "").resolve().relative_to(ROOT).as_posix()
        parameters = tuple(_parameters(calculator, figure))
        yield FigureSource(
            figure.name,
            figure.label,
            f"{file}, line {first}",
            _highlighted(source, {parameter.name: parameter.anchor for parameter in parameters}),
            parameters,
            source.startswith("@"),
        )


def _parameters(calculator: Calculator, figure: Figure) -> Iterator[Parameter]:
    from calculators.engine import parameters

    for name in figure.needs:
        if name in calculator.parameters:
            file, _, key = calculator.parameters[name].rpartition(".")
            yield Parameter(name, parameters.load(file)[key]["label"], anchor(file, key))


def _highlighted(source: str, parameters: dict[str, str]) -> str:
    """Mark the tokens of Python with their classes, and link the names of parameters to where they are listed."""
    parts = []
    for kind, text in PythonLexer(stripnl=False, ensurenl=False).get_tokens(source):
        escaped, mark = html.escape(text, quote=False), STANDARD_TYPES.get(kind, "")
        mark = next((known for known in (mark, mark[:1]) if known in COLORED), "")
        if kind in Name and text in parameters:
            parts.append(f'<a data-parameter="{parameters[text]}">{escaped}</a>')
        elif mark and text.strip():
            parts.append(f'<span class="{mark}">{escaped}</span>')
        else:
            parts.append(escaped)
    return "".join(parts)
