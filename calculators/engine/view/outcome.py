"""From an outcome to the views of its page, and through the templates to HTML."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from ..analysis.percentiles import Percentiles
from ..calculator import Chart, Outcome, RowsTable
from ..durations import write_months
from ..fields import Money, Rows, slots
from ..figures import Figure
from ..money import DOLLAR, own_sign
from ..parameters import Value
from ..typed import us_amounts
from .charts import NARROW, WIDE, Spec
from .formatting import dated_text, machine, per_of, unit_of, units_of, write
from .models import ChartView, FigureView, LeverView, OutcomeView, SourceView, TableRowView, TableView
from .tables import cell, head, record_table, rows_table
from .working_view import steps

if TYPE_CHECKING:
    from jinja2 import Environment

Picture = Callable[[str, Spec], Any]
"""Draws a specification, named "calculator.chart.size", as SVG markup; at build only."""


@functools.cache
def environment() -> Environment:
    """The templates, ready to be filled."""
    from .templates import environment as made  # brings Jinja2, which only a page needs

    return made()


def render(template: str, **context: Any) -> str:
    """One of the templates, filled."""
    return environment().get_template(template).render(**context)


def outcome_html(outcome: Outcome) -> str:
    """The outcome's HTML, as the page shows it."""
    return render("outcome/template.html.j2", o=outcome_view(outcome))


def first_html(outcome: Outcome) -> str:
    """The block that stands beside the form, of an outcome whose ranges are still to be drawn."""
    return render("outcome/template.html.j2", o=_first_view(outcome, drawing=True))


def chart_specs(outcome: Outcome) -> list[dict[str, Any]]:
    """Every chart's two specifications, ready for JSON."""
    return [{"name": c.name, "wide": c.draw(outcome, WIDE), "narrow": c.draw(outcome, NARROW)} for c in outcome.calculator.charts]


def outcome_view(outcome: Outcome, picture: Picture | None = None) -> OutcomeView:
    """All that is said of an outcome."""
    calculator = outcome.calculator
    return replace(
        _first_view(outcome),
        tables=tuple(rows_table(outcome, t) if isinstance(t, RowsTable) else record_table(outcome, t) for t in calculator.tables),
        charts=tuple(_chart(outcome, chart, picture) for chart in calculator.charts),
        working=tuple(steps(outcome)),
        sources=_sources(outcome),
        notes=tuple(said for note in (*calculator.notes, _not_converted) if (said := note(outcome))),
    )


def _not_converted(outcome: Outcome) -> str:
    """Where the reader's sign is no dollar's and dollars were filled in, that they are dollars."""
    dollars = any(value.unit.startswith(("USD", "US cents")) for value in outcome.parameters)
    if own_sign() == DOLLAR or not dollars:
        return ""
    return "Only the sign is yours, and nothing is converted: amounts from our sources are US dollars, and do not count."


def _still_dollars(outcome: Outcome) -> str:
    """Where the reader's sign is no dollar's, which rows still hold an amount that a choice filled in from US figures."""
    if own_sign() == DOLLAR:
        return ""
    found = []
    for slot in outcome.calculator.slots:
        if not isinstance(slot.field, Rows):
            continue
        labels = {inner.name: inner.field.label for inner in slots(slot.field.of)}
        for index, row in enumerate(outcome[slot.name]):
            found += [f"{labels[name]} ({slot.field.label}, {index + 1})" for name in us_amounts(row)]
    return f"Still the US figure, and counted as if it were your money: {'; '.join(found)}. Type over it." if found else ""


def _first_view(outcome: Outcome, *, drawing: bool = False) -> OutcomeView:
    """What is said first, and nothing below it."""
    calculator = outcome.calculator
    plain = [calculator.graph.by_name(name) for name in calculator.parts] or [
        one for one in calculator.figures if not (one.step or one.rows or one.table) and one is not calculator.headline
    ]
    return OutcomeView(
        calculator=calculator.id,
        sentence=_words(outcome, calculator.id),
        headline=figure_view(outcome, calculator.headline),
        parts=tuple(figure_view(outcome, one) for one in plain),
        lever=_lever(outcome),
        tables=(),
        charts=(),
        working=(),
        sources=(),
        notes=(),
        warnings=tuple(said for warning in (*calculator.warnings, _still_dollars) if (said := warning(outcome))),
        drawing=drawing,
    )


def figure_view(outcome: Outcome, one: Figure) -> FigureView:
    """A plain figure with its range."""
    unit, value = unit_of(one), outcome[one.name]
    spread = outcome.ranges.get(one.name)
    low, middle, high = (None, None, None)
    if isinstance(spread, Percentiles):
        low, middle, high = (write(unit, v) for v in (spread.p10, spread.p50, spread.p90))
    text = write(unit, value)
    nothing = value is None or (isinstance(value, int | float) and abs(value) < 1 and text == unit.write(0))
    tone = "plain" if nothing else one.tone  # nothing is neither a gain nor a loss
    return FigureView(one.name, one.label, machine(unit, value), text, per_of(unit), one.why, tone, low, middle, high)


def _words(outcome: Outcome, name: str) -> Any:
    """A sentence template, filled: say(name) is a figure or input as text, value(name) the bare value."""
    from markupsafe import Markup

    units = units_of(outcome.calculator)

    def say(key: str) -> str:
        return write(units[key], outcome[key])

    def spread(key: str) -> tuple[str, str] | None:
        found = outcome.ranges.get(key)
        return (units[key].write(found.p10), units[key].write(found.p90)) if isinstance(found, Percentiles) else None

    helpers = {"say": say, "value": outcome.__getitem__, "spread": spread, "money": Money(dollars=True).write, "months": write_months}
    text = render(f"sentences/{name}.html.j2", **helpers)
    return Markup(" ".join(text.split()))  # noqa: S704 - rendered with autoescape on


def _lever(outcome: Outcome) -> LeverView | None:
    lever = outcome.calculator.lever
    if lever is None:
        return None
    units = units_of(outcome.calculator)
    before, added = (max(0.0, float(outcome[name])) for name in (lever.before, lever.added))
    texts = [
        f"{units[name].write(amount)} {per_of(units[name])}".strip() for name, amount in ((lever.before, before), (lever.added, added))
    ]
    return LeverView(
        before,
        added,
        f"{lever.before_label} {texts[0]}",
        f"{lever.added_label} {texts[1]}",
        f"{lever.before_label} {texts[0]}; {lever.added_label} {texts[1]}.",
    )


def _chart(outcome: Outcome, chart: Chart, picture: Picture | None) -> ChartView:
    table = chart.table(outcome)
    heads = tuple(head(str(i), column.label, column.unit) for i, column in enumerate(table.columns))
    units = [column.unit for column in table.columns]
    rows = tuple(TableRowView(i, tuple(cell(u, v) for u, v in zip(units, row, strict=True))) for i, row in enumerate(table.rows))
    drawn = {
        size.name: picture(f"{outcome.calculator.id}.{chart.name}.{size.name}", chart.draw(outcome, size)) if picture else None
        for size in (WIDE, NARROW)
    }
    numbers = TableView(chart.name, chart.title, "", heads, rows, stacks=False)
    return ChartView(
        chart.name, chart.title, _words(outcome, f"{outcome.calculator.id}.{chart.name}"), drawn["wide"], drawn["narrow"], numbers
    )


def _sources(outcome: Outcome) -> tuple[SourceView, ...]:
    return tuple({value.name: _source(value) for value in outcome.parameters}.values())


def _source(value: Value) -> SourceView:
    held = f"{value.label}: {dated_text(value)} ({value.status}, holds from {_written(value.since)})."
    source = value.source
    where = ", ".join(filter(None, (source.publisher, source.published)))
    return SourceView(source.name, source.title, where, source.url, held, value.note)


@functools.lru_cache(maxsize=256)
def _written(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
