"""A calculator on paper: its inputs as a list, and its whole outcome without folds and buttons."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..calculator import Calculator, Outcome
from ..fields import Estimate, Field, Rows, columns
from ..validation import FieldError
from .form import form_label, form_view
from .formatting import write
from .models import FieldView, OutcomeView, RowsView, TableView
from .outcome import chart_specs, outcome_view, render


class PrintedInput(NamedTuple):
    """An input with its value in words."""

    label: str
    text: str


class PrintedRow(NamedTuple):
    """A row of a list: its title and its inputs."""

    title: str
    inputs: tuple[PrintedInput, ...]


class PrintedList(NamedTuple):
    """A list of rows; `item` is the word for a row."""

    label: str
    item: str
    rows: tuple[PrintedRow, ...]


class PrintedView(NamedTuple):
    """A calculator on paper."""

    id: str
    title: str
    purpose: str
    inputs: tuple[PrintedInput, ...] = ()
    lists: tuple[PrintedList, ...] = ()
    outcome: OutcomeView | None = None
    problems: tuple[PrintedInput, ...] = ()
    """The inputs that are refused, in place of an outcome, each with the sentence that says why."""


def answer(calculator: Calculator, outcome: Outcome | None, errors: Iterable[FieldError] = ()) -> dict[str, object]:
    """Return the HTML of a calculator on paper with the specifications of its charts.

    Args:
        calculator: the calculator.
        outcome: its outcome; None where inputs are refused.
        errors: why.
    """
    if outcome is not None:
        view, charts = printed_view(calculator, outcome), chart_specs(outcome)
    else:
        refused = tuple(PrintedInput(form_label(calculator, error.field), error.message) for error in errors)
        view, charts = PrintedView(calculator.id, calculator.title, calculator.purpose, problems=refused), []
    return {"html": render("printed/template.html.j2", v=view), "charts": charts}


def printed_view(calculator: Calculator, outcome: Outcome) -> PrintedView:
    """Return the view of a calculator with an outcome."""
    fields: list[PrintedInput] = []
    lists: list[PrintedList] = []
    by_name = {slot.name: slot.field for slot in calculator.slots}
    for group in form_view(calculator, outcome.inputs, outcome.day).groups:
        for item in group.items if not group.hidden else ():
            field, value = by_name[item.name], getattr(outcome.inputs, item.name)
            if isinstance(item, RowsView) and isinstance(field, Rows):
                lists.append(_list(item, field, value))
            elif isinstance(item, FieldView) and not item.hidden:
                fields += _input(item, field, value)
    shown = _unfolded(outcome_view(outcome))
    return PrintedView(calculator.id, calculator.title, calculator.purpose, tuple(fields), tuple(lists), shown)


def _list(view: RowsView, rows: Rows, values: tuple[object, ...]) -> PrintedList:
    units = dict(columns(rows.of))
    printed = []
    for row, value in zip(view.rows, values, strict=True):
        inner = {field.name.rpartition(".")[2]: field for field in (*row.fields, *row.more)}
        inputs = [each for name, field in inner.items() if name != rows.title for each in _input(field, units[name], getattr(value, name))]
        printed.append(PrintedRow(row.title, tuple(inputs)))
    return PrintedList(view.label, view.item, tuple(printed))


def _input(view: FieldView, field: Field, value: object) -> Iterator[PrintedInput]:
    """Yield an input, unless nothing was entered."""
    text = _value(field, value)
    if text:
        label = "".join(part for _, part in view.asks) or view.label
        yield PrintedInput(label, f"{text} {view.after.removeprefix('%').strip()}".strip())


def _value(field: Field, value: object) -> str:
    if isinstance(value, Estimate) and value.low < value.high:
        return f"{write(field, value.typical)} (from {write(field, value.low)} to {write(field, value.high)})"
    return write(field, value) if value not in ("", ()) else ""


def _unfolded(view: OutcomeView) -> OutcomeView:
    """Return an outcome that shows what its page folds, without buttons."""
    charts = tuple(chart._replace(table=chart.table and _plain(chart.table)) for chart in view.charts)
    return view._replace(parts=view.parts + view.more, more=(), tables=tuple(map(_plain, view.tables)), charts=charts)


def _plain(table: TableView) -> TableView:
    """Return a table with all its rows and without the columns that are buttons."""
    rows = (*table.rows, *table.more)
    kept = [i for i in range(len(table.columns)) if not any(row.cells[i].action for row in rows)]
    plain = tuple(row._replace(cells=tuple(row.cells[i] for i in kept)) for row in rows)
    return table._replace(columns=tuple(table.columns[i] for i in kept), rows=plain, more=())
