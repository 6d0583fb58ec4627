"""Writes tests/contract/, what each calculator's inputs and figures are for other programs, from the calculators' declarations.

`python -m pipeline.contract` does it. A test fails when a declaration is no longer what is committed: a bound, a default or an example can
then change only on purpose. It says nothing about whether a value is right.
"""

import dataclasses
from collections.abc import Collection, Iterator
from pathlib import Path

from calculators import CATALOGUE
from calculators.engine.calculator import Calculator
from calculators.engine.fields import Choice, Field, Number, Rows, Slot, Timetable, columns, slots
from calculators.engine.figures import Figure
from calculators.engine.schema import default

from .progress import ROOT

FOLDER = ROOT / "tests" / "contract"

LEFT_OUT = {"label", "hint", "asks", "abroad", "item", "title", "nothing", "presets_label", "options", "picks", "starts", "of", "ids"}
"""Attributes of a field that are words for readers, which may change at any time, or that come from dated parameters."""
BOUNDS = {"ge", "le", "longest", "usual_from"}
"""Attributes that matter only for what is typed, not for a figure's unit."""


def text(calculator: Calculator) -> str:
    """The contract of a calculator: TOML with a line for each input, each row of an example, and each figure."""
    lines = [
        f"# {calculator.title}: what its inputs and figures are for other programs, written by pipeline/contract.py from the declarations.",
        "# This records them, and does not show that they are right. Where it changes, so does the interface: say so in CHANGELOG.md.",
        "",
        f"headline = {_toml(calculator.headline.name)}",
        f"support = {_toml(calculator.support)}",
        "",
        "[inputs]",
        *(line for slot in calculator.slots for line in _input(slot, "")),
        "",
    ]
    if calculator.groups:
        folded = [group.legend for group in calculator.groups if group.folded]
        lines += ["[form]", *(f"{_toml(group.legend)} = {_toml(group.names)}" for group in calculator.groups)]
        lines += [f"folded = {_toml(folded)}", ""]
    for case, each in (calculator.cases or {"": calculator}).items():
        lines += [f"[figures.{case}]" if case else "[figures]", *_figures(each)]
        lines += [f"{_toml(f'{series.name}.{series.field}')} = {_toml(series.values)}" for series in each.series]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def path(calculator: Calculator) -> Path:
    """The file of a calculator's contract."""
    return FOLDER / f"{calculator.id}.toml"


def write() -> None:
    """Write the contract of every calculator."""
    FOLDER.mkdir(exist_ok=True)
    for calculator in CATALOGUE:
        path(calculator).write_text(text(calculator), "utf-8", newline="\n")


def _input(slot: Slot, before: str) -> Iterator[str]:
    """The lines of an input; of a list also those of its first rows, and of each field of a row."""
    name, field, first = f"{before}{slot.name}", slot.field, default(slot)
    described = _described(field) | ({"estimate": True} if slot.estimate else {})
    if isinstance(field, Rows):
        yield f"{_toml(name)} = {_toml(described)}"
        if isinstance(first, list):
            yield from (f"{_toml(f'{name}.{index}')} = {_toml(row)}" for index, row in enumerate(first))
        for inner in slots(field.of):
            yield from _input(inner, f"{name}.*.")
    else:
        options = {"options": [o.value for o in field.options]} if isinstance(field, Choice | Timetable) else {}
        yield f"{_toml(name)} = {_toml(described | options | {'default': first})}"


def _figures(calculator: Calculator) -> Iterator[str]:
    """The lines of the figures that an answer has."""
    for figure in calculator.figures:
        if not figure.step:
            yield f"{figure.name} = {_toml(_unit(figure))}"
        if figure.table is not None and not figure.step:
            yield from (f"{_toml(f'{figure.name}.*.{name}')} = {_toml(_described(field, BOUNDS))}" for name, field in columns(figure.table))


def _unit(figure: Figure) -> dict[str, object]:
    unit: dict[str, object] = {"kind": "table"} if figure.unit is None else _described(figure.unit, BOUNDS)
    return {**unit, "rows": figure.rows} if figure.rows else unit


def _described(field: Field, without: Collection[str] = ()) -> dict[str, object]:
    """A field's kind, its numbers, and what else of it is set."""
    told = {
        entry.name: getattr(field, entry.name)
        for entry in dataclasses.fields(field)
        if entry.name not in LEFT_OUT and entry.name not in without
    }
    described: dict[str, object] = {"kind": type(field).__name__}
    if isinstance(field, Number) and field.whole:
        described["whole"] = True
    return described | {name: value for name, value in told.items() if value or (isinstance(value, int | float) and value is not False)}


def _toml(value: object) -> str:
    """A value in TOML, on one line."""
    match value:
        case dict():
            return (
                "{ " + ", ".join(f"{name if name.isidentifier() else _toml(name)} = {_toml(inner)}" for name, inner in value.items()) + " }"
            )
        case list() | tuple():
            return f"[{', '.join(map(_toml, value))}]"
        case bool():
            return str(value).lower()
        case int() | float():
            return str(int(value) if float(value).is_integer() else value)
        case _:
            escaped = str(value).replace("\\", "\\\\").replace('"', '\\"')
            return f'"{escaped}"'


if __name__ == "__main__":
    write()
