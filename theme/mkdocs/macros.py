"""The macros of the book's Markdown, such as {{ calculator("equalizer") }} and {{ figure("equalizer.gap", pay=52000) }}.

An unknown name stops the build with a message that names the page.
"""

import functools
import html
import json
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.utils import get_relative_url

from calculators import CATALOGUE, PATH, find
from calculators.catalogue.platform_fees.inputs import published
from calculators.catalogue.platform_fees.schedules import platforms
from calculators.engine import parameters
from calculators.engine.calculator import Calculator, Outcome
from calculators.engine.currency import currency_of, in_currency
from calculators.engine.fields import Money, Rate
from calculators.engine.money import CENTS, write_money, write_number, write_trimmed
from calculators.engine.typed import default_abroad, typed_value
from calculators.engine.view.form import form_view
from calculators.engine.view.models import CalculatorView, FieldView
from calculators.engine.view.outcome import chart_view, outcome_view, render
from calculators.engine.view.spoken import spoken, with_unit
from calculators.workbook.glance import LINES

from . import guides, papers
from .about import AboutPanel, about_panel
from .days import written_day
from .explorable import sentence
from .households import Household, households
from .offers import offers
from .path import Step, step
from .placeholders import Placeholders
from .reference import method_of, parameter_files, source_list
from .search import words
from .slider_grid import slider_grid
from .static_charts import draw

ROOT = Path(__file__).resolve().parents[2]
SIZE = "size-of-the-download"
"""Stands for the download's size in the pages, as in pipeline/editions.py."""
CHARTS = ROOT / ".build" / "charts"
"""The cache of drawn charts."""


class MacroError(ValueError):
    """A macro was called with a name or value that does not exist."""


@dataclass
class Macros:
    """The macros of one build.

    A macro that makes a block of HTML returns a placeholder, so that Markdown does not process it.
    """

    day: date
    edition: str
    download: str = ""
    """The path in the site of the download; "" where there is none to link to."""
    page_url: str = ""
    addresses: Mapping[str, str] = field(default_factory=dict)
    """Source path of a page -> its address relative to the site's root."""

    placeholders: Placeholders = field(default_factory=Placeholders)

    def names(self) -> dict[str, Callable[..., object]]:
        """Map each macro's name to its function."""
        embedded = (
            self.calculator,
            self.ideas,
            self.chart,
            self.slider,
            self.explore,
            self.workbook,
            self.sources,
            self.method,
            self.parameters_table,
            self.download_link,
            self.paper_files,
        )
        written = (
            self.figure,
            self.fee,
            self.money,
            self.percent,
            self.stat,
            self.parameter,
            self.source,
            self.published,
            self.tax_lines,
            self.version,
            self.download_size,
        )
        return {call.__name__: call for call in (*embedded, *written, self.household)}

    def household(self, name: str) -> Household:
        """The household of content/households/<name>.toml: its facts, and the calculators' inputs that follow from them."""
        known = _households(self.day)
        if name not in known:
            raise MacroError(f"there is no household named {name}")
        return known[name]

    def calculator(self, name: str, *, household: str = "", **inputs: object) -> str:
        """Embed a calculator with its form, its outcome and its charts.

        Args:
            name: the calculator's id.
            household: whose numbers `inputs` are, as a possessive ("Dana’s"). They are shown until the reader enters others; in a
                chapter or a field guide, the reader can switch between them, their own numbers and an empty form.
            inputs: values of the household, by field; the other fields start at their defaults.
        """
        calculator = _find(name)
        if bool(household) != bool(inputs):
            raise MacroError(f"{name}: give a household and its numbers together")
        view = self._view(calculator, _inputs(calculator, inputs))
        defaults = calculator.inputs()
        usual = {slot.name: typed_value(slot, getattr(defaults, slot.name)) for slot in calculator.slots if slot.name in inputs}
        abroad = {slot.name: value for slot in calculator.slots if (value := default_abroad(slot)) is not None}
        texts = {"usual": json.dumps(usual, ensure_ascii=False), "abroad": json.dumps(abroad, ensure_ascii=False) if abroad else ""}
        switch = self.page_url.startswith(("chapters/", "guides/"))
        at = step(name, self.page_url, self.addresses)
        own = offers(calculator, _households(self.day)) if self.page_url.startswith("calculators/") and not household else None
        texts |= {"household": household, "only": "", "offered": own.numbers if own else ""}
        choices = own.whose if own else {}
        markup = render("calculator/template.html.j2", v=view, switch=switch, at=at, about=self._about(at), offers=choices, **texts)
        return self._embed_unsearched(markup, words(view) if self.page_url.startswith("calculators/") else "")

    def ideas(self) -> str:
        """Embed the ideas of the inventory alone, for the list that the workbook keeps; the list itself is in a fold."""
        calculator = _find("inventory")
        view, at = self._view(calculator, calculator.inputs(), pictures=False), step("ideas", self.page_url, self.addresses)
        texts = {"household": "", "abroad": "", "only": "ideas"}
        return self._embed_unsearched(
            render("calculator/template.html.j2", v=view, switch=False, offers={}, at=at, about=self._about(at), **texts)
        )

    def _about(self, at: Step | None) -> AboutPanel | None:
        """The panel above a calculator's own form, open on the first step of the path; None in a chapter."""
        if not self.page_url.startswith("calculators/"):
            return None
        return about_panel(first=at is not None and at.number == 1)

    def chart(self, path: str, **inputs: object) -> str:
        """Embed one chart of a calculator with its words and its table, drawn when the site is built.

        Args:
            path: "calculator.chart".
            inputs: values by field; the other fields keep their defaults.
        """
        name, _, chart = path.partition(".")
        outcome = _outcome(name, inputs, self.day)
        declared = next((each for each in outcome.calculator.charts if each.name == chart), None)
        if declared is None:
            raise MacroError(f"{name} has no chart named {chart}")
        prefix = f"picture-{len(self.placeholders.unsearched[self.page_url])}"
        view = chart_view(outcome, declared, lambda key, spec: draw(f"{prefix}.{key}", spec, CHARTS))
        table = view.table
        named = view._replace(table=table and table._replace(label=f"Example: {table.label}"))  # a form on the page may have the same table
        return self._embed_unsearched(render("chart/alone.html.j2", c=named, id=prefix))

    def slider(self, name: str, field: str, *, low: float, high: float, step: float) -> str:
        """Embed a slider for one number of a calculator, with the first block of its outcome. All other inputs keep their defaults.

        Args:
            name: the calculator's id.
            field: the number's name.
            low: the least value, in the unit that a reader types: percent for a rate.
            high: the greatest value.
            step: how far one step of the slider goes.
        """
        calculator = _find(name)
        view = self._view(calculator, calculator.inputs(), pictures=False)
        items = [item for group in view.form.groups for item in group.items if item.name == field]
        if not items or not isinstance(items[0], FieldView) or items[0].kind != "number":
            raise MacroError(f"{name} has no field {field} that is one number")
        number = items[0]
        if not float(number.minimum or "-inf") <= low < high <= float(number.maximum or "inf"):
            raise MacroError(f"{name}.{field} goes from {number.minimum} to {number.maximum}")
        more = get_relative_url(self.addresses[f"calculators/{name}.md"], self.page_url)
        grid = json.dumps(slider_grid(calculator, field, low, high, step, self.day), ensure_ascii=False, separators=(",", ":"))
        return self._embed_unsearched(
            render("slider/template.html.j2", v=view, f=number, low=low, high=high, step=step, more=more, grid=grid)
        )

    def explore(
        self,
        name: str,
        template: str,
        *,
        household: str = "",
        limits: Mapping[str, tuple[float, float, float]] | None = None,
        bars: Mapping[str, str] | None = None,
        **inputs: object,
    ) -> str:
        """Embed a sentence whose numbers the reader can move, such as "In {years} you need {gap} more.".

        Args:
            name: the calculator's id.
            template: the sentence. {years} is an input that can be moved, {gap} a figure that follows, {gap?short|ahead} "short" while the
                figure is above zero and "ahead" otherwise. "pairs.0.price" is an input of a row, and "sold.0" a row of a figure.
            household: the household whose numbers the others are, by its file's name.
            limits: (least, greatest, step) of an input, as a reader types them; by default, from zero to twice the number.
            bars: figures drawn as bars below the sentence, each with its label.
            inputs: other values by field. The rest are the household's, or the defaults.
        """
        calculator = _find(name)
        given = {**(self.household(household).inputs_of(name) if household else {}), **inputs}
        sign = self.household(household).sign if household else "$"
        built = sentence(calculator, template, given, self.day, limits=limits or {}, bars=bars or {}, sign=sign)
        data = {"inputs": given, "sign": sign, "words": built.words, "axes": built.axes, "grid": built.grid, "top": built.top}
        more = get_relative_url(self.addresses[f"calculators/{name}.md"], self.page_url)
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=vars)
        return self.placeholders.embed(render("explorable/template.html.j2", s=built, calculator=name, data=text, more=more))

    def _embed_unsearched(self, markup: str, words: str = "") -> str:
        return self.placeholders.embed_unsearched(self.page_url, markup, words)

    def _view(self, calculator: Calculator, inputs: object, *, pictures: bool = True) -> CalculatorView:
        drawn = outcome_view(calculator.outcome(inputs, self.day), (lambda key, spec: draw(key, spec, CHARTS)) if pictures else None)
        return CalculatorView(calculator.id, calculator.title, form_view(calculator, inputs, self.day), drawn)

    def workbook(self) -> str:
        """Embed the workbook: its contents, its settings, export and import."""
        lines = json.dumps([(name, *line) for name, line in LINES.items()])
        about, path = about_panel(always=True), " ".join(PATH)
        return self.placeholders.embed(render("workbook/template.html.j2", about=about, path=path, lines=lines, edition=self.version()))

    def figure(self, path: str, *, whole: bool = False, row: int | None = None, at: str = "", sign: str = "$", **inputs: object) -> str:
        """A figure with its unit ("19.5 months"), computed from these inputs.

        Args:
            path: "calculator.figure".
            whole: round to whole dollars, percent or hours, and a duration to what a person would say.
            row: which row to read, of a figure that has one value for each row.
            at: the percentile to read from the figure's range: "p10", "p50" or "p90".
            sign: the sign of the currency that amounts are in.
            inputs: values by field; the other fields keep their defaults.
        """
        name, _, figure = path.partition(".")
        outcome = _outcome(name, inputs, self.day)
        declared = outcome.calculator.graph.by_name(figure)
        value: Any = outcome.ranges[figure] if at else outcome.value(figure)
        value = value if row is None else value[row]
        value = getattr(value, at) if at else value
        if declared.unit is None or isinstance(value, tuple):
            raise MacroError(f"{path} is not one number; say which row")
        with in_currency(currency_of(sign)):
            return spoken(declared.unit, value) if whole else with_unit(declared.unit, value)

    def money(self, value: float, sign: str = "$", *, cents: bool = False) -> str:
        """Write an amount in whole units of its currency, or to the cent: 1360.4 is "$1,360"."""
        return write_money(value, CENTS if cents else 0, currency_of(sign))

    def percent(self, share: float) -> str:
        """Write a share as a whole percentage: 0.142 is "14%"."""
        return f"{write_number(share * 100)}%"

    def fee(self, platform: str) -> str:
        """Write the share of the price that a platform keeps, by its latest published fees: "33%"."""
        if platform not in platforms():
            raise MacroError(f"platforms.toml has no {platform}")
        return Rate().write(published(platform).fee)

    def stat(self, name: str, key: str = "value") -> str:
        """A cited statistic: its value with its unit, or another of its keys ("year", "definition", "limits")."""
        entry = _entry("statistics", name)
        if key not in entry:
            raise MacroError(f"the statistic {name} has no {key}")
        value = entry[key]
        if not isinstance(value, int | float):
            return str(value)
        unit = str(entry.get("unit", ""))
        if unit == "rate" or unit.partition(" ")[0] == "share":
            return Rate().write(value)
        if unit.startswith("USD"):
            return Money().write(value)
        return write_number(value) if float(value).is_integer() else write_trimmed(value, 2)

    def parameter(self, path: str, *keys: str | int, day_first: bool = False) -> str:
        """The value of a dated parameter, "file.parameter", on the day of the build. A date is written out: "April 15".

        Args:
            path: the parameter.
            keys: which entry of a table or list to write, such as "car", 0, "rate".
            day_first: write a date as British readers do: "15 April".
        """
        dated = parameters.as_of(path, self.day)
        value = dated.value
        for key in keys:
            value = value[key]
        if dated.unit == "date":
            return written_day(value, day_first=day_first)
        return Rate().write(value) if dated.unit == "rate" else write_trimmed(value, 2)

    def source(self, name: str) -> str:
        """A short citation in Markdown, linked where the source has an address."""
        source = parameters.source(name)
        where = ", ".join(part for part in (source.publisher, source.published) if part)
        return f"[{source.title}]({source.url}), {where}. {source.reading}" if source.url else f"{source.title}, {where}."

    def published(self, guide: str) -> str:
        """What is published about the gigs of a field guide, as a list in Markdown."""
        return guides.published(guide)

    def tax_lines(self, kind: str) -> str:
        """The tax on income of one kind (guide_tax.toml) in a line for each country, as a list in Markdown."""
        return guides.tax_lines(kind, self.parameter)

    def sources(self) -> str:
        """Embed the list of all sources, sorted by title."""
        return self._embed_unsearched(source_list())

    def method(self) -> str:
        """Embed the method of every calculator: what each figure is for, and its formula, both read from the code."""
        return self.placeholders.embed(render("method/template.html.j2", calculators=[method_of(calculator) for calculator in CATALOGUE]))

    def parameters_table(self) -> str:
        """Embed the tables of all dated parameters with their values, status and sources."""
        return self.placeholders.embed(render("parameters/template.html.j2", files=parameter_files(self.day)))

    def version(self) -> str:
        """The site's version."""
        return str(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"])

    def download_link(self) -> str:
        """A link to the download, or a sentence where there is no download to link to."""
        if self.edition == "folder":
            return "You are reading the download now: copy its folder to carry it on."
        if not self.download:
            return "The download has not been built here yet: `python3 build.py build` makes it."
        address = html.escape(get_relative_url(self.download, self.page_url))
        return self.placeholders.embed(f'<p><a class="ug-button" href="{address}" download>Download Ultimate Gig {self.version()}</a></p>')

    def paper_files(self, name: str) -> str:
        """Links to a paper as a document and as text, which the build makes from its page."""
        kinds = (("odt", "Document to edit (ODT)"), ("txt", "Plain text"))
        addresses = {ending: html.escape(get_relative_url(f"{papers.FOLDER}/{name}.{ending}", self.page_url)) for ending, _ in kinds}
        links = (f'<a class="ug-button" href="{addresses[ending]}" download>{label}</a>' for ending, label in kinds)
        return self.placeholders.embed(f'<p class="ug-paper-files">{" ".join(links)}</p>')

    def download_size(self) -> str:
        """The download's size. What stands for it is replaced once the download has been made."""
        return SIZE if self.download else "about as large as two songs"


def _find(name: str) -> Calculator:
    calculator = find(name)
    if calculator is None:
        raise MacroError(f"there is no calculator named {name}")
    return calculator


def _inputs(calculator: Calculator, given: dict[str, object]) -> object:
    inputs, errors = calculator.read(given)
    if inputs is None:
        raise MacroError(f"{calculator.id}: " + "; ".join(f"{e.field}: {e.message}" for e in errors))
    return inputs


def _outcome(name: str, given: dict[str, object], day: date) -> Outcome:
    calculator = _find(name)
    return calculator.outcome(_inputs(calculator, given), day)


@functools.cache
def _households(day: date) -> dict[str, Household]:
    return households(day)


def _entry(file: str, name: str) -> Any:
    entry = parameters.load(file)[file].get(name)
    if entry is None:
        raise MacroError(f"{file}.toml has no {name}")
    return entry
