"""From an outcome to the views of its page, and through the templates to HTML."""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from . import working
from .calculator import Calculator, Outcome, RowsTable
from .charts import NARROW, WIDE, Chart, Spec
from .explore import Spread
from .fields import Carry, Estimate, Field, Money, Number, Page, Phrases, Rate, columns
from .figures import Figure
from .money import write_trimmed
from .parameters import Value, load
from .views import (
    ActionView,
    CellView,
    ChartView,
    ColumnView,
    FigureView,
    LeverView,
    OutcomeView,
    SourceView,
    TableRowView,
    TableView,
    WorkingView,
)

if TYPE_CHECKING:
    from jinja2 import Environment

Picture = Callable[[str, Spec], Any]
"""Draws a specification, named "calculator.chart.size", as SVG markup; at build only."""

FIT = 4
"""Columns of numbers that a phone is wide enough for."""

SHOWN = 5
"""Rows with lists or buttons in them that stand open; the others are folded, so that what comes after is not out of reach."""

ROWS_EXPLAINED = 3
"""Of a long list, the working shows the first rows; the others are computed alike."""


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
    return render("outcome.html.j2", o=outcome_view(outcome))


def first_html(outcome: Outcome) -> str:
    """The block that stands beside the form, of an outcome whose ranges are still to be drawn."""
    return render("outcome.html.j2", o=_first_view(outcome, drawing=True))


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
        notes=tuple(said for note in calculator.notes if (said := note(outcome))),
    )


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
        drawing=drawing,
    )


def per_of(unit: Field | None) -> str:
    """The words behind a number: "a year", "hours a week"."""
    return unit.after.removeprefix("%").strip() if isinstance(unit, Number) else ""


def write(unit: Field, value: Any) -> str:
    """A value for the eye; what has no value is a dash, and an estimate stands at its typical value."""
    if value is None:
        return "—"
    return unit.write(value.typical if isinstance(value, Estimate) else value)


def machine(unit: Field, value: Any) -> str:
    """A value for <data value>: rounded, without signs or commas; empty when there is none."""
    if value is None:
        return ""
    rounded = unit.rounded(value)
    if type(rounded) is float and math.isfinite(rounded):
        return repr(rounded)  # as json.dumps writes it, which takes ten times as long
    return json.dumps(rounded) if isinstance(rounded, int | float) else str(rounded)


def figure_view(outcome: Outcome, one: Figure) -> FigureView:
    """A plain figure with its range."""
    unit, value = _unit(one), outcome[one.name]
    spread = outcome.ranges.get(one.name)
    low, middle, high = (None, None, None)
    if isinstance(spread, Spread):
        low, middle, high = (write(unit, v) for v in (spread.p10, spread.p50, spread.p90))
    text = write(unit, value)
    nothing = value is None or (isinstance(value, int | float) and abs(value) < 1 and text == unit.write(0))
    tone = "plain" if nothing else one.tone  # nothing is neither a gain nor a loss
    return FigureView(one.name, one.label, machine(unit, value), text, per_of(unit), one.why, tone, low, middle, high)


def _unit(one: Figure) -> Field:
    if one.unit is None:
        raise TypeError(f"{one.name} is a table and has no unit")
    return one.unit


def _cell(unit: Field, value: Any, figure: str | None = None) -> CellView:
    if isinstance(unit, Number) and not figure:  # only a figure's cell has the number for machines beside its text
        return CellView(write(unit, value), "", None, True, None, None)
    if isinstance(unit, Phrases):
        return CellView("", "", None, False, None, tuple(value))
    if isinstance(unit, Carry):
        payload = json.dumps({"calculator": unit.calculator, "rows": unit.rows, "row": value}, ensure_ascii=False)
        return CellView("", "", None, False, ActionView(unit.label, payload), None)
    page = unit.opens(value) if isinstance(unit, Page) else ""
    return CellView(write(unit, value), machine(unit, value), figure, isinstance(unit, Number), None, None, page)


def _head(name: str, label: str, unit: Field) -> ColumnView:
    per = per_of(unit)
    return ColumnView(name, f"{label} ({per})" if per else label, isinstance(unit, Number))


def rows_table(outcome: Outcome, table: RowsTable) -> TableView:
    """Row figures side by side; a drawn one is followed by its range."""
    titles = row_titles(outcome, table)
    heads, cells = [ColumnView("title", _row_word(outcome, table), False)], [[_cell(Field(), title)] for title in titles]
    for one in table.columns:
        unit = _unit(one)
        heads.append(_head(one.name, one.label, unit))
        spread = outcome.ranges.get(one.name)
        for index, value in enumerate(outcome[one.name]):
            cells[index].append(_cell(unit, value, one.name))
        if isinstance(spread, tuple):
            heads.append(ColumnView(f"{one.name}_range", "Low to high", True))
            for index, each in enumerate(spread):
                text = f"{write(unit, each.p10)} to {write(unit, each.p90)}"
                cells[index].append(CellView(text, "", None, True, None, None))
    rows = tuple(TableRowView(i, tuple(row)) for i, row in enumerate(cells))
    return _table(table.rows, table.label, table.hint, tuple(heads), rows)


def _row_word(outcome: Outcome, table: RowsTable) -> str:
    """What one row of a table is: a gig, a part of the day."""
    for series in outcome.calculator.series:
        if series.name == table.rows:
            return series.label
    slot = next(slot for slot in outcome.calculator.slots if slot.name == table.rows)
    word: str = slot.field.item  # type: ignore[attr-defined]
    return word[:1].upper() + word[1:]


def _table(name: str, label: str, hint: str, heads: tuple[ColumnView, ...], rows: tuple[TableRowView, ...]) -> TableView:
    """A table whose rows become cards on a phone where they would not fit it: words beside words, or more than four columns."""
    rich = any(cell.items or cell.action for row in rows for cell in row.cells)
    stacks = rich or len(heads) > FIT or any(not head.numeric for head in heads[1:])
    shown = SHOWN if rich and len(rows) > SHOWN + 1 else len(rows)
    return TableView(name, label, hint, heads, rows[:shown], stacks, rows[shown:])


def row_titles(outcome: Outcome, table: RowsTable) -> list[str]:
    """What names each row: a figure, or a field of the row in the reader's words."""
    if table.title in outcome.values:
        return [str(value) for value in outcome[table.title]]
    for series in outcome.calculator.series:
        if series.name == table.rows:
            return series.titles()
    slot = next(slot for slot in outcome.calculator.slots if slot.name == table.rows)
    inner = dict(columns(slot.field.of))[table.title]  # type: ignore[attr-defined]
    return [inner.write(getattr(row, table.title)) for row in outcome[table.rows]]


def record_table(outcome: Outcome, one: Figure) -> TableView:
    """A table figure as it is."""
    described = columns(one.table or object)
    heads = tuple(_head(name, unit.label, unit) for name, unit in described)
    rows = tuple(
        TableRowView(index, tuple(_cell(unit, getattr(record, name)) for name, unit in described))
        for index, record in enumerate(outcome[one.name])
    )
    return _table(one.name, one.label, one.why, heads, rows)


@functools.cache
def _units(calculator: Calculator) -> Mapping[str, Field]:
    """What the inputs and figures of a calculator are counted in."""
    units: dict[str, Field] = {slot.name: slot.field for slot in calculator.slots}
    return units | {one.name: one.unit for one in calculator.figures if one.unit is not None}


def _words(outcome: Outcome, name: str) -> Any:
    """A sentence template, filled: say(name) is a figure or input as text, value(name) the bare value."""
    from markupsafe import Markup

    units = _units(outcome.calculator)

    def say(key: str) -> str:
        return write(units[key], outcome[key])

    def spread(key: str) -> tuple[str, str] | None:
        found = outcome.ranges.get(key)
        return (units[key].write(found.p10), units[key].write(found.p90)) if isinstance(found, Spread) else None

    text = render(f"sentences/{name}.html.j2", say=say, value=outcome.__getitem__, spread=spread, money=Money(dollars=True).write)
    return Markup(" ".join(text.split()))  # noqa: S704 - rendered with autoescape on


def _lever(outcome: Outcome) -> LeverView | None:
    lever = outcome.calculator.lever
    if lever is None:
        return None
    units = _units(outcome.calculator)
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
    heads = tuple(_head(str(i), column.label, column.unit) for i, column in enumerate(table.columns))
    units = [column.unit for column in table.columns]
    rows = tuple(TableRowView(i, tuple(_cell(u, v) for u, v in zip(units, row, strict=True))) for i, row in enumerate(table.rows))
    drawn = {
        size.name: picture(f"{outcome.calculator.id}.{chart.name}.{size.name}", chart.draw(outcome, size)) if picture else None
        for size in (WIDE, NARROW)
    }
    numbers = TableView(chart.name, chart.title, "", heads, rows, stacks=False)
    return ChartView(
        chart.name, chart.title, _words(outcome, f"{outcome.calculator.id}.{chart.name}"), drawn["wide"], drawn["narrow"], numbers
    )


def steps(outcome: Outcome, most_rows: int = ROWS_EXPLAINED) -> list[WorkingView]:
    """The working: every figure that is a number, in order; of row figures the first `most_rows` rows."""
    calculator = outcome.calculator
    titles = {t.rows: row_titles(outcome, t) for t in calculator.tables if isinstance(t, RowsTable)}
    cited = {value.name: value.value for value in reversed(outcome.parameters)}  # of two with one name, the figures had the first
    found = []
    for one in calculator.figures:
        if not isinstance(one.unit, Number) or one.step:
            continue
        tokens, words, bound = _formula(calculator, one)
        values = outcome[one.name] if one.rows else (outcome[one.name],)
        named = titles.get(one.rows) or _series_titles(calculator, one.rows)
        per = per_of(one.unit)
        for index, value in enumerate(values[: most_rows if one.rows else 1]):
            numbers = "".join([t if isinstance(t, str) else _number(outcome, cited, t[0], bound[t[0]], index) for t in tokens])
            result = f"{write(one.unit, value)} {per}".strip()
            found.append(WorkingView(one.name, one.label, one.why, words, numbers, result, named[index] if one.rows else None))
    return found


@functools.cache
def _formula(calculator: Calculator, one: Figure) -> tuple[tuple[working.Token, ...], str, Mapping[str, tuple[str, bool]]]:
    """A figure's formula (none: no tokens), how it reads in this calculator's words, and what its names are bound to."""
    tokens = working.formula(one) or ()
    bound = dict(zip(one.needs, calculator.graph.bindings(one), strict=True))
    return tokens, working.write(tokens, functools.partial(label_of, calculator)), bound


def _series_titles(calculator: Calculator, rows: str) -> list[str]:
    return [title for s in calculator.series if s.name == rows for title in s.titles()]


def label_of(calculator: Calculator, name: str) -> str:
    """The reader's words for an input, figure or parameter."""
    for slot in calculator.slots:
        if slot.name == name:
            return slot.field.label
    for one in calculator.figures:
        if one.name == name:
            return one.label
    for fields in calculator.graph.columns.values():
        inner = fields.get(name)
        if inner is not None:
            return inner.field.label
    path = calculator.parameters.get(name)
    return datedlabel_of(path) if path else name.replace("_", " ")


def datedlabel_of(path: str) -> str:
    """The words for a "file.parameter"."""
    file, _, name = path.rpartition(".")
    return str(load(file)[name]["label"])


def _number(outcome: Outcome, cited: Mapping[str, Any], name: str, bound: tuple[str, bool], index: int) -> str:
    calculator = outcome.calculator
    rows, _, inner = bound[0].rpartition(".")
    if rows:
        slot = calculator.graph.columns[rows].get(inner)
        values = next((s.values for s in calculator.series if s.name == rows), None)
        if slot is None or values is not None:
            return str((values or ())[index])
        value = getattr(outcome[rows][index], inner)
        return slot.field.write(value.typical if slot.estimate else value)
    unit = _units(calculator).get(name)
    value = cited[calculator.parameters[name]] if name in calculator.parameters else outcome[name]
    if bound[1]:
        value = value[index]
    if isinstance(value, frozenset | dict):
        return label_of(calculator, name)
    if isinstance(value, tuple | list):
        if not isinstance(unit, Number) or not all(isinstance(v, int | float) for v in value):
            return label_of(calculator, name)
        return "(" + ", ".join(unit.write(v) for v in value[:12]) + (", …)" if len(value) > 12 else ")")
    return write(unit, value) if unit else working.plain(value)


def dated_text(value: Value) -> str:
    """A dated value for the eye; of a list or table (brackets, amounts by status) only what it is."""
    if not isinstance(value.value, int | float):
        return "a table"
    return Rate().write(value.value) if value.unit == "rate" else f"{write_trimmed(value.value, 2)} {value.unit}"


def _sources(outcome: Outcome) -> tuple[SourceView, ...]:
    return tuple({value.name: _source(value) for value in outcome.parameters}.values())


def _source(value: Value) -> SourceView:
    held = f"{value.label}: {dated_text(value)} ({value.status}, holds from {_written(value.since)})."
    source = value.source
    return SourceView(source.name, source.title, source.publisher, source.url, source.published, held, value.note)


@functools.lru_cache(maxsize=256)
def _written(day: date) -> str:
    return f"{day:%d %B %Y}"
