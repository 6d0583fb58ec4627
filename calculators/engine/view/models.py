"""What the templates are given: plain records of texts, with nothing left to decide.

Nobody changes one. They are not frozen all the same: a page makes hundreds of them, and making a frozen one takes four times as long.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass
class OptionView:
    """One choice. `fills` is JSON: what choosing it puts into the other fields of its row.

    Likewise `abroad`: {field: [typed, words]} for amounts known in US dollars, and `counted`: {"one": "a night", "many": "nights"}.
    """

    value: str
    label: str
    selected: bool
    group: str | None
    fills: str | None
    abroad: str | None = None
    counted: str | None = None


@dataclass
class FieldView:
    """One question. `value` is as typed; a list for choices, {low, typical, high} for an estimate. `only` names the cases that ask it.

    `own`: what stands before it is the reader's own currency sign. `counts`: the choice in its row says what the box counts, "one" or
    "many", and `counted` is its word, with which `after` begins. `known`: a choice in its row fills it, so that there is a place for
    what is known of it.
    """

    kind: str
    name: str
    id: str
    label: str
    hint: str
    before: str
    own: bool
    after: str
    value: Any
    minimum: str | None
    maximum: str | None
    inputmode: str
    maxlength: int | None
    options: tuple[OptionView, ...]
    required: bool
    note: str | None
    note_url: str | None
    note_for: str
    only: str
    hidden: bool
    counts: str = ""
    counted: str = ""
    known: bool = False


@dataclass
class RowView:
    """One row of a list; `index` is its number, or __i__ in the blank row."""

    index: int | str
    title: str
    fields: tuple[FieldView, ...]
    more: tuple[FieldView, ...]


@dataclass
class RowsView:
    """A list that the reader adds to, takes from and reorders."""

    kind: str
    name: str
    label: str
    hint: str
    item: str
    add: str
    minimum: int
    maximum: int
    rows: tuple[RowView, ...]
    blank: RowView


@dataclass
class GroupView:
    """A part of the form."""

    legend: str
    hint: str
    folded: bool
    only: str
    hidden: bool
    items: tuple[FieldView | RowsView, ...]


@dataclass
class FormView:
    """All questions of a calculator. `case` names the choice that decides which fields are asked."""

    calculator: str
    case: str
    groups: tuple[GroupView, ...]


@dataclass
class FigureView:
    """One shown number: `value` for machines, `text` and `per` for the eye, low to high when it was drawn."""

    name: str
    label: str
    value: str
    text: str
    per: str
    why: str
    tone: str
    low: str | None
    middle: str | None
    high: str | None


@dataclass
class LeverView:
    """The lever's two sides, as amounts and as texts."""

    before: float
    added: float
    before_text: str
    added_text: str
    alt: str


@dataclass
class ActionView:
    """A button that carries a row to another calculator; the payload is JSON."""

    label: str
    payload_json: str


@dataclass
class CellView:
    """One cell: a text, a figure's value, a list of phrases or a button; `page` is the id of the page that its text is the title of."""

    text: str
    value: str
    figure: str | None
    numeric: bool
    action: ActionView | None
    items: tuple[str, ...] | None
    page: str = ""


@dataclass
class ColumnView:
    """A column's head."""

    name: str
    label: str
    numeric: bool


@dataclass
class TableRowView:
    """A row of cells; the first one names it."""

    index: int
    cells: tuple[CellView, ...]


@dataclass
class TableView:
    """A table; without rows it is not shown. `stacks` makes each row a card where the page is narrow, `more` folds the rows beyond."""

    name: str
    label: str
    hint: str
    columns: tuple[ColumnView, ...]
    rows: tuple[TableRowView, ...]
    stacks: bool
    more: tuple[TableRowView, ...] = ()

    def beside(self, row: TableRowView) -> Iterator[tuple[CellView, ColumnView]]:
        """The row's cells after the first, each with its column."""
        return zip(row.cells[1:], self.columns[1:], strict=True)


@dataclass
class ChartView:
    """A picture (drawn at build; None in the browser, which draws it live), its summary and its numbers."""

    name: str
    title: str
    summary: Any
    wide_svg: Any
    narrow_svg: Any
    table: TableView


@dataclass
class WorkingView:
    """One step: why, the formula in words, the same in numbers, the result."""

    name: str
    label: str
    why: str
    formula: str
    numbers: str
    result: str
    row: str | None


@dataclass
class SourceView:
    """Where a value comes from, and since when it holds."""

    name: str
    title: str
    where: str
    url: str
    value: str
    note: str


@dataclass
class OutcomeView:
    """Everything below the form."""

    calculator: str
    sentence: Any
    headline: FigureView
    parts: tuple[FigureView, ...]
    lever: LeverView | None
    tables: tuple[TableView, ...]
    charts: tuple[ChartView, ...]
    working: tuple[WorkingView, ...]
    sources: tuple[SourceView, ...]
    notes: tuple[str, ...]
    warnings: tuple[str, ...] = ()
    """What has to be read with the headline, and stands beside it."""
    drawing: bool = False
    """Its ranges are still being drawn: the page keeps those that it shows."""


@dataclass
class CalculatorView:
    """Form and outcome together."""

    id: str
    title: str
    form: FormView
    outcome: OutcomeView
