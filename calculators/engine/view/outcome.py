"""Build the views of an outcome, and render them to HTML."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from ..analysis.percentiles import Percentiles
from ..calculator import Chart, Outcome, RowsTable
from ..durations import write_months
from ..errors import did_you_mean
from ..fields import DeclarationError, Money, Rows, slots
from ..figures import Figure
from ..parameters import Value
from ..place import takes_us_amounts
from ..typed import us_amounts
from .charts import NARROW, WIDE, DataTable, Spec
from .formatting import dated_text, machine, per_of, unit_of, units_of, write
from .models import ChartView, FigureView, LeverView, OutcomeView, SourceView, TableRowView, TableView
from .tables import cell, head, record_table, rows_table
from .working_view import steps

if TYPE_CHECKING:
    from jinja2 import Environment

Picture = Callable[[str, Spec], str]
"""Renders a named specification ("calculator.chart.size") as SVG markup; only in the build."""


@functools.cache
def environment() -> Environment:
    """Return the Jinja2 environment of the templates: of their files or, in the browser, of what the build compiled from them."""
    from jinja2 import Environment, FileSystemLoader, ModuleLoader, StrictUndefined  # only a page needs them

    package = sys.modules["calculators"].__path__[0]  # without pathlib, which takes a while to import in the browser
    if sys.platform == "emscripten":
        loader = ModuleLoader(f"{package}/_templates")
    else:
        loader = FileSystemLoader(f"{package}/../theme/components")
    return Environment(
        loader=loader, cache_size=-1, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )  # without a limit, the cache is a plain dictionary


def render(template: str, **context: object) -> str:
    """Render a template."""
    return environment().get_template(template).render(**context)


def outcome_html(outcome: Outcome, *, folds: bool = True) -> str:
    """Render an outcome for its page; `folds` as for outcome_view."""
    return render("outcome/template.html.j2", o=outcome_view(outcome, folds=folds))


def first_html(outcome: Outcome) -> str:
    """Render the block beside the form, for an outcome whose ranges are still to be computed."""
    return render("outcome/template.html.j2", o=_first_view(outcome, drawing=True))


def chart_specs(outcome: Outcome) -> list[dict[str, object]]:
    """Return the wide and the narrow specification of every chart, ready for JSON."""
    return [{"name": c.name, "wide": c.draw(outcome, WIDE), "narrow": c.draw(outcome, NARROW)} for c in outcome.calculator.charts]


def outcome_view(outcome: Outcome, picture: Picture | None = None, *, folds: bool = True) -> OutcomeView:
    """Return the complete view of an outcome or, without `folds`, one that leaves out the working, the sources and the charts' tables."""
    calculator = outcome.calculator
    return _first_view(outcome)._replace(
        tables=tuple(rows_table(outcome, t) if isinstance(t, RowsTable) else record_table(outcome, t) for t in calculator.tables),
        charts=tuple(chart_view(outcome, chart, picture, folds=folds) for chart in calculator.charts),
        working=tuple(steps(outcome)) if folds else None,
        sources=_sources(outcome) if folds or not outcome.parameters else None,
        notes=tuple(text for note in (*calculator.notes, _not_converted) if (text := note(outcome))),
    )


def _not_converted(outcome: Outcome) -> str:
    """Return a note that amounts from sources are US dollars, where the reader uses another sign and there are any."""
    dollars = any(value.unit.startswith(("USD", "US cents")) for value in outcome.parameters)
    if takes_us_amounts() or outcome.calculator.national or not dollars:
        return ""
    return "Only the sign is yours, and nothing is converted: amounts from our sources are US dollars, and do not count."


def _still_dollars(outcome: Outcome) -> str:
    """Return a warning that names the fields with amounts from US figures, where the reader uses another sign."""
    if takes_us_amounts():
        return ""
    fields = []
    for slot in outcome.calculator.slots:
        if not isinstance(slot.field, Rows):
            continue
        labels = {inner.name: inner.field.label for inner in slots(slot.field.of)}
        for index, row in enumerate(outcome.rows(slot.name)):
            fields += [f"{labels[name]} ({slot.field.label}, {index + 1})" for name in us_amounts(row)]
    return f"Still the US figure, and counted as if it were your money: {'; '.join(fields)}. Type over it." if fields else ""


def _first_view(outcome: Outcome, *, drawing: bool = False) -> OutcomeView:
    """Return the view of the first block alone."""
    calculator = outcome.calculator
    plain = [calculator.graph.by_name(name) for name in calculator.parts] or [
        figure for figure in calculator.figures if not (figure.step or figure.rows or figure.table) and figure is not calculator.headline
    ]
    support = tuple(calculator.graph.by_name(name) for name in calculator.support) or tuple(plain)
    return OutcomeView(
        calculator=calculator.id,
        sentence=_words(outcome, calculator.id),
        headline=figure_view(outcome, calculator.headline),
        parts=tuple(figure_view(outcome, figure) for figure in support),
        more=tuple(figure_view(outcome, figure) for figure in plain if figure not in support),
        lever=_lever(outcome),
        warnings=tuple(text for warning in (*calculator.warnings, _still_dollars) if (text := warning(outcome))),
        doubt=_doubt(outcome, drawing),
        drawing=drawing,
    )


def _doubt(outcome: Outcome, drawing: bool) -> str:
    """Return how the headline moves when an input is off; "" where it has a range, or one is still being drawn."""
    calculator = outcome.calculator
    has_range = calculator.headline.name in outcome.ranges or (drawing and calculator.headline in calculator.ranged)
    return "" if calculator.doubt is None or has_range else calculator.doubt(outcome)


def figure_view(outcome: Outcome, figure: Figure) -> FigureView:
    """Return the view of a plain figure with its range."""
    unit, value = unit_of(figure), outcome[figure]
    percentiles = outcome.ranges.get(figure.name)
    low, middle, high = (None, None, None)
    if isinstance(percentiles, Percentiles):
        low, middle, high = (write(unit, v) for v in (percentiles.p10, percentiles.p50, percentiles.p90))
    text = write(unit, value)
    is_nothing = value is None or (isinstance(value, int | float) and abs(value) < 1 and text == unit.write(0))
    tone = "plain" if is_nothing else figure.tone  # zero is neither a gain nor a loss
    return FigureView(figure.name, figure.label, machine(unit, value), text, per_of(unit), figure.why, tone, low, middle, high)


def _words(outcome: Outcome, name: str, words: str = "") -> str:
    """Render a sentence template, in which say(name) is a figure or input as text, value(name) its value, and words a chart's own."""
    from markupsafe import Markup

    units = units_of(outcome.calculator)

    def value(key: str) -> object:
        try:
            return outcome.value(key)
        except AttributeError:
            raise DeclarationError(f"{outcome.calculator.id} has no figure or input {key}{did_you_mean(key, units)}") from None

    def say(key: str) -> str:
        shown = value(key)
        return write(units[key], shown)

    def spread(key: str) -> tuple[str, str] | None:
        percentiles = outcome.ranges.get(key)
        return (units[key].write(percentiles.p10), units[key].write(percentiles.p90)) if isinstance(percentiles, Percentiles) else None

    helpers = {"say": say, "value": value, "spread": spread, "words": words, "money": Money(dollars=True).write, "months": write_months}
    text = render(f"sentences/{name}.html.j2", **helpers)
    return Markup(" ".join(text.split()))  # noqa: S704 - rendered with autoescape


def _lever(outcome: Outcome) -> LeverView | None:
    lever = outcome.calculator.lever
    if lever is None:
        return None
    units = units_of(outcome.calculator)
    before, added = (max(0.0, outcome.number(name)) for name in (lever.before, lever.added))
    sides = ((lever.before, lever.before_label, before), (lever.added, lever.added_label, added))
    texts = [f"{label} {units[name].write(amount)} {per_of(units[name])}".strip() for name, label, amount in sides]
    return LeverView(before, added, texts[0], texts[1], f"{'; '.join(texts)}.")


def chart_view(outcome: Outcome, chart: Chart, picture: Picture | None, *, folds: bool = True) -> ChartView:
    """Return the view of one chart; without `folds`, it has no table."""
    table = chart.table(outcome)
    drawn = {
        size.name: picture(f"{outcome.calculator.id}.{chart.name}.{size.name}", chart.draw(outcome, size)) if picture else None
        for size in (WIDE, NARROW)
    }
    numbers = _chart_numbers(chart, table) if folds else None
    summary = _words(outcome, f"{outcome.calculator.id}.{chart.name}", chart.words(outcome) if chart.words else "")
    return ChartView(chart.name, chart.title, summary, drawn["wide"], drawn["narrow"], numbers, _credits(outcome, chart), not table.rows)


def _chart_numbers(chart: Chart, table: DataTable) -> TableView:
    heads = tuple(head(str(i), label, unit) for i, (label, unit) in enumerate(table.columns.items()))
    units = table.columns.values()
    rows = tuple(TableRowView(i, tuple(cell(u, v) for u, v in zip(units, row, strict=True))) for i, row in enumerate(table.rows))
    return TableView(chart.name, chart.title, "", heads, rows, stacks=False)


def _credits(outcome: Outcome, chart: Chart) -> tuple[str, ...]:
    """Return who published the values that a chart draws, and when; their addresses are among the outcome's sources."""
    sources = [value.source for value in outcome.parameters if chart.published and value.name.startswith(chart.published)]
    return tuple(dict.fromkeys(", ".join(filter(None, (source.publisher, source.published[:4]))) for source in sources))


def _sources(outcome: Outcome) -> tuple[SourceView, ...]:
    return tuple({value.name: _source(value) for value in outcome.parameters}.values())


def _source(value: Value) -> SourceView:
    text = f"{value.label}: {dated_text(value)} ({value.status}, holds from {_written(value.since)})."
    source = value.source
    where = ", ".join(filter(None, (source.publisher, source.published)))
    return SourceView(source.name, source.title, where, source.url, text, value.note)


@functools.lru_cache(maxsize=256)
def _written(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
