"""What the reference pages list: the method of every calculator, and every dated parameter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from calculators.engine import parameters
from calculators.engine.calculator import Calculator
from calculators.engine.fields import Choice, Rate
from calculators.engine.money import write_trimmed
from calculators.engine.view.working_view import label_of
from calculators.engine.working.formulas import formula as formula_tokens
from calculators.engine.working.tokens import write as write_tokens

FOLDER = Path(__file__).resolve().parents[2] / "calculators" / "parameters"


@dataclass(frozen=True)
class FigureMethod:
    """One figure: its label, why it is there, and its formula in words ("" where it takes more than one)."""

    name: str
    label: str
    why: str
    formula: str


@dataclass(frozen=True)
class Method:
    """One calculator, or one country's part of it."""

    id: str
    title: str
    purpose: str
    figures: tuple[FigureMethod, ...]


def method_of(calculator: Calculator) -> tuple[Method, ...]:
    """A calculator's figures; of one that answers by case, each case's, and those that share all their figures together."""
    if not calculator.cases:
        return (Method(calculator.id, calculator.title, calculator.purpose, tuple(_figures(calculator))),)
    choice = next(slot.field for slot in calculator.slots if slot.name == calculator.case)
    labels = {option.value: option.label for option in choice.options} if isinstance(choice, Choice) else {}
    alike: dict[tuple[FigureMethod, ...], list[str]] = {}
    for name, case in calculator.cases.items():
        alike.setdefault(tuple(_figures(case)), []).append(name)
    return tuple(
        Method(f"{calculator.id}-{names[0]}", f"{calculator.title}: {_listed([labels[n] for n in names])}", calculator.purpose, figures)
        for figures, names in alike.items()
    )


def _listed(labels: list[str]) -> str:
    """One label, or several of which the later ones leave out the words that they share with the first: "By the law: A, B"."""
    head = labels[0].rpartition(": ")[0]
    return ", ".join([labels[0], *(label.removeprefix(f"{head}: ") for label in labels[1:])])


def _figures(calculator: Calculator) -> list[FigureMethod]:
    found = []
    for one in calculator.figures:
        if one.step:
            continue
        tokens = formula_tokens(one)
        formula = write_tokens(tokens, lambda name: label_of(calculator, name)) if tokens else ""
        found.append(FigureMethod(one.name, one.label, one.why, formula))
    return found


@dataclass(frozen=True)
class Held:
    """One value of a parameter and the day from which it holds."""

    text: str
    since: str
    status: str
    source: parameters.Source
    now: bool


@dataclass(frozen=True)
class Listed:
    """One parameter with all its values, newest first."""

    name: str
    label: str
    held: tuple[Held, ...]


@dataclass(frozen=True)
class ParameterFile:
    """One file of them; `ended` when the build's day lies past its last."""

    name: str
    valid_through: str
    ended: bool
    parameters: tuple[Listed, ...]


def parameter_files(day: date) -> tuple[ParameterFile, ...]:
    """Every file that holds dated values, sources aside."""
    found = []
    for path in sorted(FOLDER.rglob("*.toml")):
        name = path.relative_to(FOLDER).with_suffix("").as_posix()
        if name.startswith("sources"):
            continue
        held = parameters.load(name)
        listed = tuple(
            Listed(key, entry["label"], _values(entry, day))
            for key, entry in held.items()
            if isinstance(entry, Mapping) and "values" in entry
        )
        if listed:
            last = held["valid_through"]
            found.append(ParameterFile(name, f"{last:%d %B %Y}", day > last, listed))
    return tuple(found)


def _values(entry: Mapping[str, Any], day: date) -> tuple[Held, ...]:
    newest = max((value["from"] for value in entry["values"] if value["from"] <= day), default=None)
    return tuple(
        Held(
            _text(value["value"], entry["unit"]),
            f"{value['from']:%d %B %Y}",
            value["status"],
            parameters.source(value["source"]),
            value["from"] == newest,
        )
        for value in sorted(entry["values"], key=lambda value: value["from"], reverse=True)
    )


def _text(value: Any, unit: str) -> str:
    """A value for the eye: a number with its unit, a table as its entries, brackets as their steps."""
    if isinstance(value, Mapping):
        return "; ".join(f"{str(key).replace('_', ' ')}: {_text(inner, unit)}" for key, inner in value.items())
    if isinstance(value, list):
        return "; ".join(_text(inner, unit) for inner in value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return f"{value:%d %B %Y}" if isinstance(value, date) else str(value)
    if unit == "rate":
        return Rate().write(value)
    return f"{write_trimmed(value, 4)} {unit}".strip()
