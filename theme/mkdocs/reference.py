"""Views of the reference pages: the method of every calculator, and every dated parameter."""

import html
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

from .days import written_day

FOLDER = Path(__file__).resolve().parents[2] / "calculators" / "parameters"


@dataclass(frozen=True)
class FigureMethod:
    """A figure's label, purpose and formula in words; the formula is "" where one line does not hold it."""

    name: str
    label: str
    why: str
    formula: str


@dataclass(frozen=True)
class Method:
    """The method of a calculator, or of its part for one or more countries."""

    id: str
    title: str
    purpose: str
    figures: tuple[FigureMethod, ...]


def method_of(calculator: Calculator) -> tuple[Method, ...]:
    """The method of a calculator. One with a case for each country has several, shared by the cases whose figures are all the same."""
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
    """Join labels; from the second on, leave out a prefix shared with the first: "By tax law: A, B"."""
    head = labels[0].rpartition(": ")[0]
    return ", ".join([labels[0], *(label.removeprefix(f"{head}: ") for label in labels[1:])])


def _figures(calculator: Calculator) -> list[FigureMethod]:
    methods = []
    for figure in calculator.figures:
        if figure.step:
            continue
        tokens = formula_tokens(figure)
        formula = write_tokens(tokens, lambda name: label_of(calculator, name)) if tokens else ""
        methods.append(FigureMethod(figure.name, figure.label, figure.why, formula))
    return methods


@dataclass(frozen=True)
class DatedValue:
    """A value of a parameter and the day from which it holds; `current` when it holds on the day of the build."""

    text: str
    since: str
    status: str
    source: parameters.Source
    current: bool


@dataclass(frozen=True)
class Parameter:
    """A parameter with all its values, newest first."""

    name: str
    label: str
    history: tuple[DatedValue, ...]


@dataclass(frozen=True)
class ParameterFile:
    """A file of parameters; `ended` when its last day is before the day of the build."""

    name: str
    valid_through: str
    ended: bool
    parameters: tuple[Parameter, ...]


def parameter_files(day: date) -> tuple[ParameterFile, ...]:
    """Every file with dated values, as of a day."""
    files = []
    for path in sorted(FOLDER.rglob("*.toml")):
        name = path.relative_to(FOLDER).with_suffix("").as_posix()
        if name.startswith("sources"):
            continue
        content = parameters.load(name)
        dated = tuple(
            Parameter(key, entry["label"], _history(name, entry, day))
            for key, entry in content.items()
            if isinstance(entry, Mapping) and "values" in entry
        )
        if dated:
            last = content["valid_through"]
            files.append(ParameterFile(name, written_day(last.isoformat(), day_first=False), day > last, dated))
    return tuple(files)


def all_sources() -> tuple[parameters.Source, ...]:
    """Every source by title: those of the source files, and those that a parameter file lists itself."""
    names = [path.relative_to(FOLDER).with_suffix("").as_posix() for path in sorted(FOLDER.rglob("*.toml"))]
    own = [(source, name) for name in names if name not in parameters.SOURCE_FILES for source in parameters.load(name).get("sources", {})]
    listed = (*map(parameters.source, parameters.sources()), *(parameters.source(source, file) for source, file in own))
    return tuple(sorted(listed, key=lambda source: source.title.casefold()))


def source_list() -> str:
    """The list of all sources, as HTML, after how many of them were read at second hand."""
    items, sources = [], all_sources()
    second_hand = sum(source.second_hand for source in sources)
    for source in sources:
        title = html.escape(source.title)
        linked = f'<a href="{html.escape(source.url)}">{title}</a>' if source.url else title
        details = ", ".join(html.escape(part) for part in (source.publisher, source.section, source.published) if part)
        note = f" {html.escape(source.note)}" if source.note else ""
        items.append(f'<li id="source-{source.name}">{linked}. {details}. {html.escape(source.reading)}{note}</li>')
    counted = (
        f"<p>These are {len(sources)} sources. For {second_hand} of them, the entry says that we didn’t open the original, "
        "or not all of it, and what we read in its place.</p>"
    )
    return f'{counted}<ul class="ug-source-index">{"".join(items)}</ul>'


_NO_UNITS = frozenset({"bands", "brackets", "index", "month", "number", "rates", "steps"})
"""Kinds of parameters whose numbers have no unit."""


def _history(file: str, entry: Mapping[str, Any], day: date) -> tuple[DatedValue, ...]:
    newest = max((value["from"] for value in entry["values"] if value["from"] <= day), default=None)
    return tuple(
        DatedValue(
            _text(value["value"], entry["unit"]),
            written_day(value["from"].isoformat(), day_first=False),
            value["status"],
            parameters.source(value["source"], file),
            value["from"] == newest,
        )
        for value in sorted(entry["values"], key=lambda value: value["from"], reverse=True)
    )


def _text(value: object, unit: str) -> str:
    """A value as text: a number with its unit, a day, or the entries of a table or of a list of bands."""
    if isinstance(value, Mapping):
        entries = [f"{_key(key)}: {_text(inner, unit)}" for key, inner in value.items()]
        return (" · " if any("; " in entry for entry in entries) else "; ").join(entries)
    if isinstance(value, list):
        return "; ".join(_band(each, unit, alone=len(value) == 1) if _is_band(each) else _text(each, unit) for each in value)
    if unit == "date":
        return written_day(str(value), day_first=False)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    if unit == "rate":
        return Rate().write(value)
    return f"{write_trimmed(value, 4)} {'' if unit in _NO_UNITS else unit}".strip()


def _key(name: str) -> str:
    """The key of a table's entry in words: the two letters of a state in capitals."""
    return name.upper() if len(name) == 2 and name.isalpha() else name.replace("_", " ").replace("upto", "up to")


def _is_band(entry: object) -> bool:
    return isinstance(entry, Mapping) and entry.keys() - {"upto"} in ({"rate"}, {"amount"})


def _band(band: Mapping[str, Any], unit: str, *, alone: bool) -> str:
    """A rate or an amount, and up to where it applies: "8% up to 61,200", and "15% above that" for the last of several."""
    value = _text(band["rate"], "rate" if unit in _NO_UNITS else unit) if "rate" in band else _text(band["amount"], unit)
    if "upto" in band:
        return f"{value} up to {write_trimmed(band['upto'], 2)}"
    return value if alone else f"{value} above that"
