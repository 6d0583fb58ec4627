"""What Markdown may call: {{ calculator("equalizer") }}, {{ figure("equalizer.gap", pay=52000) }}, {{ stat("…") }} and a few more.

A name that does not exist stops the build, with the page at fault in the message.
"""

from __future__ import annotations

import html
import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from markupsafe import Markup
from mkdocs.utils import get_relative_url

from calculators import CATALOGUE, find
from calculators.engine import parameters
from calculators.engine.calculator import Calculator, Outcome
from calculators.engine.fields import Money, Number, Rate
from calculators.engine.money import write_money, write_number, write_trimmed
from calculators.engine.notation import EXAMPLES
from calculators.engine.typed import default_abroad, typed_value
from calculators.engine.view.form import form_view
from calculators.engine.view.formatting import write
from calculators.engine.view.models import CalculatorView, FieldView
from calculators.engine.view.outcome import outcome_view, render

from .reference import method_of, parameter_files
from .static_charts import draw

ROOT = Path(__file__).resolve().parents[2]


class MacroError(ValueError):
    """A call in Markdown that cannot be answered."""


@dataclass
class Macros:
    """The macros of one build. Big HTML is held back in `embeds`, so that Markdown does not touch it."""

    day: date
    edition: str
    page_url: str = ""
    addresses: Mapping[str, str] = field(default_factory=dict)
    """Source of a page -> its address below the site."""

    embeds: dict[str, str] = field(default_factory=dict)

    def names(self) -> dict[str, Any]:
        """Name in Markdown -> function."""
        calls = (
            self.calculator,
            self.slider,
            self.figure,
            self.stat,
            self.parameter,
            self.source,
            self.sources,
            self.workbook,
            self.version,
        )
        pages = (self.download_link, self.download_size, self.method, self.parameters_table)
        return {call.__name__: call for call in (*calls, *pages)}

    def calculator(self, name: str, *, household: str = "", **inputs: Any) -> str:
        """A whole calculator: form, first outcome, drawn charts.

        With `household` ("Dana’s") the inputs are those of a household of the book, shown until the reader has numbers of his own. In
        a chapter the reader chooses whose numbers the form shows.
        """
        calculator = _find(name)
        if bool(household) != bool(inputs):
            raise MacroError(f"{name}: say whose numbers these are, and give some")
        first, usual = _inputs(calculator, inputs), calculator.inputs()
        view = self._view(calculator, first)
        instead = {slot.name: typed_value(slot, getattr(usual, slot.name)) for slot in calculator.slots if slot.name in inputs}
        found = {slot.name: default_abroad(slot) for slot in calculator.slots}
        abroad = {name: value for name, value in found.items() if value is not None}
        texts = {"usual": json.dumps(instead, ensure_ascii=False), "abroad": json.dumps(abroad, ensure_ascii=False) if abroad else ""}
        switch = self.page_url.startswith("chapters/")
        return self._hold(render("calculator/template.html.j2", v=view, household=household, switch=switch, **texts))

    def slider(self, name: str, field: str, *, low: float, high: float, step: float) -> str:
        """One number of a calculator to move, with what comes of it.

        All other inputs stay as they first are. The limits are in the unit that is typed: percent for a rate.
        """
        calculator = _find(name)
        view = self._view(calculator, calculator.inputs(), pictures=False)
        items = [item for group in view.form.groups for item in group.items if item.name == field]
        if not items or not isinstance(items[0], FieldView) or items[0].kind != "number":
            raise MacroError(f"{name} has no field {field} that is one number")
        one = items[0]
        if not float(one.minimum or "-inf") <= low < high <= float(one.maximum or "inf"):
            raise MacroError(f"{name}.{field} goes from {one.minimum} to {one.maximum}")
        more = get_relative_url(self.addresses[f"calculators/{name}.md"], self.page_url)
        return self._hold(render("slider/template.html.j2", v=view, f=one, low=low, high=high, step=step, more=more))

    def _view(self, calculator: Calculator, inputs: Any, *, pictures: bool = True) -> CalculatorView:
        cache = ROOT / ".build" / "charts"
        drawn = outcome_view(calculator.outcome(inputs, self.day), (lambda key, spec: draw(key, spec, cache)) if pictures else None)
        return CalculatorView(calculator.id, calculator.title, form_view(calculator, inputs, self.day), drawn)

    def workbook(self) -> str:
        """The workbook's own page part."""
        return self._hold(render("workbook/template.html.j2", notations=EXAMPLES))

    def figure(self, path: str, *, whole: bool = False, row: int | None = None, at: str = "", **inputs: Any) -> str:
        """A figure's text with what it counts ("19.5 months"), computed now on these inputs.

        `whole` leaves out the cents, `row` picks one of a row figure, and `at` ("p10", "p50", "p90") reads its range.
        """
        name, _, figure = path.partition(".")
        outcome = _outcome(name, inputs, self.day)
        declared = outcome.calculator.graph.by_name(figure)
        value: Any = outcome.ranges[figure] if at else outcome[figure]
        value = value if row is None else value[row]
        value = getattr(value, at) if at else value
        if declared.unit is None or isinstance(value, tuple):
            raise MacroError(f"{path} is not one number; say which row")
        if whole and isinstance(declared.unit, Money):
            return write_money(value, 0)
        if whole and isinstance(declared.unit, Rate) and value is not None:
            return f"{write_number(value * 100)}%"
        counted = declared.unit.unit if isinstance(declared.unit, Number) and value is not None else ""
        return f"{write(declared.unit, value)} {counted}".strip()

    def stat(self, name: str, key: str = "value") -> str:
        """A cited statistic: its value in its unit, or another of its keys ("year", "definition", "limits")."""
        entry = _entry("statistics", name)
        if key not in entry:
            raise MacroError(f"the statistic {name} has no {key}")
        value = entry[key]
        if not isinstance(value, int | float):
            return str(value)
        unit = str(entry.get("unit", ""))
        if unit in {"share", "rate"}:
            return Rate().write(value)
        if unit.startswith("USD"):
            return Money().write(value)
        return write_number(value) if float(value).is_integer() else write_trimmed(value, 2)

    def parameter(self, path: str) -> str:
        """The value of "file.parameter" that holds on the day of the build."""
        found = parameters.as_of(path, self.day)
        return Rate().write(found.value) if found.unit == "rate" else write_trimmed(found.value, 2)

    def source(self, name: str) -> str:
        """A short citation with its link, in Markdown."""
        found = parameters.source(name)
        parts = [found.publisher, found.published]
        where = ", ".join(part for part in parts if part)
        return f"[{found.title}]({found.url}), {where}. Read {found.retrieved}." if found.url else f"{found.title}, {where}."

    def sources(self) -> str:
        """Every source, sorted by title."""
        found = sorted((parameters.source(name) for name in parameters.sources()), key=lambda s: s.title.casefold())
        items = []
        for one in found:
            title = html.escape(one.title)
            linked = f'<a href="{html.escape(one.url)}">{title}</a>' if one.url else title
            words = [html.escape(part) for part in (one.publisher, one.section, one.published) if part]
            note = f" {html.escape(one.note)}" if one.note else ""
            items.append(f'<li id="source-{one.name}">{linked}. {", ".join(words)}. Read {html.escape(one.retrieved)}.{note}</li>')
        return self._hold(f'<ul class="ug-source-index">{"".join(items)}</ul>')

    def method(self) -> str:
        """Every figure of every calculator: why, and its formula, as the code has them."""
        return self._hold(render("method/template.html.j2", calculators=[method_of(calculator) for calculator in CATALOGUE]))

    def parameters_table(self) -> str:
        """Every dated parameter with its value, status and source."""
        return self._hold(render("parameters/template.html.j2", files=parameter_files(self.day)))

    def version(self) -> str:
        """The version of this site."""
        return str(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"])

    def download_link(self) -> str:
        """A link to the download; words in its place where there is none."""
        made = _download()
        if self.edition == "folder":
            return "You are reading the download now: copy its folder to carry it on."
        if made is None:
            return "The download has not been built here yet: `python3 build.py build` makes it."
        address = html.escape(get_relative_url(made["path"], self.page_url))
        return self._hold(f'<p><a class="ug-button" href="{address}" download>Download Ultimate Gig {self.version()}</a></p>')

    def download_size(self) -> str:
        """The download's size in megabytes."""
        made = _download()
        return f"{write_trimmed(made['bytes'] / 1e6, 1)} MB" if made else "about as large as two songs"

    def _hold(self, markup: str) -> str:
        key = f"ug-embed-{len(self.embeds)}"
        self.embeds[key] = markup
        return Markup(f'\n\n<div id="{key}"></div>\n\n')  # noqa: S704 - a placeholder of ours


def _download() -> dict[str, Any] | None:
    """What the build noted of the download: {"path": site-relative, "bytes": size}."""
    note = ROOT / ".build" / "download.json"
    return dict(json.loads(note.read_text("utf-8"))) if note.exists() else None


def _find(name: str) -> Calculator:
    found = find(name)
    if found is None:
        raise MacroError(f"there is no calculator named {name}")
    return found


def _inputs(calculator: Calculator, given: dict[str, Any]) -> Any:
    inputs, errors = calculator.read(given)
    if inputs is None:
        raise MacroError(f"{calculator.id}: " + "; ".join(f"{e.field}: {e.message}" for e in errors))
    return inputs


def _outcome(name: str, given: dict[str, Any], day: date) -> Outcome:
    calculator = _find(name)
    return calculator.outcome(_inputs(calculator, given), day)


def _entry(file: str, name: str) -> Any:
    found = parameters.load(file)[file].get(name)
    if found is None:
        raise MacroError(f"{file}.toml has no {name}")
    return found
