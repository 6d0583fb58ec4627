"""Writes calculators/library/, the typed functions for other programs, from the calculators' declarations.

`python -m pipeline.typed_library` does it. A test fails when what is committed is not what this writes.
"""

import dataclasses
import subprocess
import sys
import typing
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from calculators import CATALOGUE
from calculators.engine.calculator import Calculator
from calculators.engine.fields import Choice, Choices, Field, Number, NumberList, Rate, Rows, Slot, slots
from calculators.engine.figures import Figure
from calculators.library.answer import Answer

from .progress import ROOT

FOLDER = ROOT / "calculators" / "library"
KEPT = ("__init__.py", "answer.py")
"""Files of the folder that are written by hand."""

WIDTH = 140


def modules() -> dict[str, str]:
    """File name -> source, for every calculator; one with cases has a second file for the types of its inputs."""
    sources = {f"{_function_name(calculator)}.py": _module(calculator) for calculator in CATALOGUE}
    sources |= {f"{_function_name(calculator)}_inputs.py": _inputs_module(calculator) for calculator in CATALOGUE if calculator.cases}
    return {name: _formatted(source) for name, source in sources.items()}


def write() -> list[Path]:
    """Write every module, remove those of calculators that are gone, and return the paths of what changed."""
    wanted, changed = modules(), []
    for path in FOLDER.glob("*.py"):
        if path.name not in (*KEPT, *wanted):
            path.unlink()
            changed.append(path)
    for name, source in wanted.items():
        path = FOLDER / name
        if not path.exists() or path.read_text("utf-8") != source:
            path.write_text(source, "utf-8", newline="\n")
            changed.append(path)
    return changed


def _formatted(source: str) -> str:
    """The source as ruff sorts its imports and lays it out."""
    for command in (["check", "--select", "I,F401", "--fix", "--quiet"], ["format", "--quiet"]):
        ruff = [sys.executable, "-m", "ruff", *command, "--stdin-filename", str(FOLDER / "generated.py"), "-"]
        source = subprocess.run(ruff, cwd=ROOT, input=source, capture_output=True, encoding="utf-8", check=True).stdout
    return source


def _function_name(calculator: Calculator) -> str:
    return calculator.id.replace("-", "_")


def _class_name(*names: str) -> str:
    return "".join(part.capitalize() for name in names for part in name.replace("-", "_").split("_"))


def _module(calculator: Calculator) -> str:
    cases = calculator.cases or {"": calculator}
    tables = {figure.table for case in cases.values() for figure in case.figures if figure.table is not None and not figure.step}
    kind = _class_name(calculator.id)
    own = ", ".join(f"{kind}{_class_name(case)}Inputs" for case in calculator.cases)
    lines = [
        f'"""{calculator.title}: {calculator.purpose} Written by pipeline/typed_library.py; do not edit."""',
        "from __future__ import annotations" if tables else "",
        "from collections.abc import Sequence",
        "from dataclasses import dataclass",
        "from datetime import date",
        "from typing import TYPE_CHECKING, Literal, Required, TypedDict, Unpack, overload",
        "from .answer import Answer, Uncertain, answer",
        f"from .{_function_name(calculator)}_inputs import {own}" if own else "",
        "if TYPE_CHECKING:",
        *(
            f"    from ..{row.__module__.partition('.')[2]} import {row.__name__}"
            for row in sorted(tables, key=lambda row: row.__qualname__)
        ),
    ]
    if not tables:
        lines.remove("if TYPE_CHECKING:")
    if not calculator.cases:
        lines += _row_classes(calculator)
    lines += list(_cases(calculator)) if calculator.cases else list(_plain(calculator))
    return "\n".join(lines) + "\n"


def _row_classes(calculator: Calculator) -> Iterator[str]:
    """A class for the entries of each list of inputs."""
    rows = {row.__name__: row for slot in calculator.slots if (row := getattr(slot.field, "of", None)) is not None}
    for name, row in rows.items():
        yield from (f"class {name}Input(TypedDict, total=False):", '    """One entry of a list of inputs."""', *_inputs(slots(row)))


def _inputs_module(calculator: Calculator) -> str:
    """The types of the inputs of a calculator with cases: those that every case has, and those of each."""
    function, kind = _function_name(calculator), _class_name(calculator.id)
    shared = [slot for slot in calculator.slots if not slot.field.only and slot.name != calculator.case]
    usual = next(slot.default for slot in calculator.slots if slot.name == calculator.case)
    lines = [
        f'"""The inputs of `{function}`. Written by pipeline/typed_library.py; do not edit."""',
        "from collections.abc import Sequence",
        "from typing import Literal, Required, TypedDict",
        "from .answer import Uncertain",
        *_row_classes(calculator),
        f"class {kind}Inputs(TypedDict, total=False):",
        '    """The inputs that every case has."""',
        *_inputs(shared),
    ]
    for case in calculator.cases:
        chosen = f"Literal[{case!r}]" if case == usual else f"Required[Literal[{case!r}]]"
        lines.append(f"class {kind}{_class_name(case)}Inputs({kind}Inputs, total=False):")
        lines.append(f'    """The inputs of `{function}` where {calculator.case} is {case!r}."""')
        lines.append(f"    {calculator.case}: {chosen}")
        lines += _inputs(slot for slot in calculator.slots if case in slot.field.only)
    return "\n".join(lines) + "\n"


def _plain(calculator: Calculator) -> Iterator[str]:
    """The classes and the function of a calculator without cases."""
    function, kind = _function_name(calculator), _class_name(calculator.id)
    yield from (f"class {kind}Inputs(TypedDict, total=False):", f'    """The inputs of `{function}`."""', *_inputs(calculator.slots))
    yield from _answer_class(kind, "Answer", f"The figures of `{function}`.", _attributes(calculator))
    yield f"def {function}(*, as_of: date | None = None, **inputs: Unpack[{kind}Inputs]) -> {kind}:"
    yield _explained(calculator)
    yield f"    return answer({calculator.id!r}, inputs, as_of, {kind})"


def _explained(calculator: Calculator) -> str:
    return f'    """{calculator.purpose} Raise InputError with one error for each refused input."""'


def _cases(calculator: Calculator) -> Iterator[str]:
    """The classes of each case with those that they share, an overload for each, and the function behind them."""
    function, kind = _function_name(calculator), _class_name(calculator.id)
    attributes = {case: _attributes(declared) for case, declared in calculator.cases.items()}
    first, *others = attributes.values()
    common = {code: words for code, words in first.items() if all(code in other for other in others)}
    yield from _answer_class(kind, "Answer", "The figures that every case has.", common)
    names = {case: kind + _class_name(case) for case in calculator.cases}
    for case, name in names.items():
        own = {code: words for code, words in attributes[case].items() if code not in common}
        yield from _answer_class(name, kind, f"The figures of `{function}` where {calculator.case} is {case!r}.", own)
    for name in names.values():
        yield "@overload"
        yield f"def {function}(*, as_of: date | None = None, **inputs: Unpack[{name}Inputs]) -> {name}: ..."
    yield f"def {function}(*, as_of: date | None = None, **inputs: object) -> {kind}:"
    yield _explained(calculator)
    yield f"    kinds = {{{', '.join(f'{case!r}: {name}' for case, name in names.items())}}}"
    yield f"    return answer({calculator.id!r}, inputs, as_of, {kind}, kinds)"


def _attributes(calculator: Calculator) -> dict[str, str]:
    """Name and type of each figure -> what it means."""
    taken = {field.name for field in dataclasses.fields(Answer)}
    shown = [figure for figure in calculator.figures if not figure.step]
    clash = next((figure.name for figure in shown if figure.name in taken), None)
    if clash is not None:
        raise ValueError(f"the figure {clash} has the name of something that every answer has")
    return {f"{figure.name}: {_figure_type(figure)}": _words(figure.label, figure.unit) for figure in shown}


def _answer_class(name: str, base: str, explained: str, attributes: Mapping[str, str]) -> Iterator[str]:
    yield "@dataclass(frozen=True, kw_only=True)"
    yield f"class {name}({base}):"
    yield f'    """{explained}"""'
    yield from (_line(code, words) for code, words in attributes.items())


def _figure_type(figure: Figure) -> str:
    """The type of a figure's value, from its function's annotation; each row's, in a tuple, of one that has a value for every row."""
    text = _type_text(typing.get_type_hints(figure.function)["return"])
    return f"tuple[{text}, ...]" if figure.each else text


def _type_text(hint: object) -> str:
    arguments = typing.get_args(hint)
    if typing.get_origin(hint) is tuple:
        return f"tuple[{', '.join('...' if part is ... else _type_text(part) for part in arguments)}]"
    if arguments:
        return " | ".join(_type_text(part) for part in arguments)
    return "None" if hint is type(None) else str(getattr(hint, "__name__", hint))


def _inputs(declared: Iterable[Slot]) -> list[str]:
    return [_line(f"{slot.name}: {_input_type(slot)}", f"{_words(slot.field.label, slot.field)}{_default(slot)}") for slot in declared]


def _input_type(slot: Slot) -> str:
    field = slot.field
    if isinstance(field, Rows):
        return f"Sequence[{field.of.__name__}Input]"
    if isinstance(field, Number):
        return "Uncertain" if slot.estimate else "int" if field.whole else "float"
    if isinstance(field, NumberList):
        return "Sequence[float]"
    if isinstance(field, Choice):
        values = [option.value for option in field.options]
        literal = f"Literal[{', '.join(value if value.isdecimal() else repr(value) for value in values)}]"
        return f"Sequence[{literal}]" if isinstance(field, Choices) else literal
    return "str"


def _words(label: str, field: Field | None) -> str:
    """A label and what its number counts: "Growth, a fraction, a year"."""
    if not isinstance(field, Number):
        return label
    counted = field.after.removeprefix("%").strip()
    return ", ".join(part for part in (label, "a fraction" if isinstance(field, Rate) else "", counted) if part)


def _default(slot: Slot) -> str:
    if not isinstance(slot.field, Number) or slot.estimate:
        return ""
    return f"; {slot.default if isinstance(slot.field, Rate) else slot.field.typed(slot.default)} if left out"


def _line(code: str, comment: str) -> str:
    """An attribute with what it means behind it, as far as the line has room."""
    room = WIDTH - len(code) - 8
    if room < 12:
        return f"    {code}"
    return f"    {code}  # {comment if len(comment) <= room else comment[: room - 1].rstrip() + '…'}"


if __name__ == "__main__":
    changed = write()
    print("\n".join(str(path.relative_to(ROOT)) for path in changed) or "calculators/library/ is up to date.")
