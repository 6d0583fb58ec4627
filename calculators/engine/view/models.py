"""The views: plain records of texts that the templates render without further decisions."""

from collections.abc import Iterator
from typing import NamedTuple


class PresetView(NamedTuple):
    """An amount in words, as a button: what it stands for, and as JSON the fields of the row that it fills in."""

    label: str
    meaning: str
    fills: str
    chosen: bool = False


class PickView(NamedTuple):
    """A picture that adds a row: the id of its icon, its label, the heading of its group, and the row as JSON."""

    id: str
    label: str
    group: str
    row: str


class StartView(NamedTuple):
    """A list to begin with: the countries where it is offered, separated by spaces, its label, a note, and its rows as JSON."""

    countries: str
    label: str
    note: str
    rows: str


class OptionView(NamedTuple):
    """An option of a choice. `presets` is the position of its presets among those of the list of rows.

    `fills`, `abroad` and `counted` are JSON: the fields of the row that choosing it fills in, {field: [typed, words]} for amounts that are
    known in US dollars, and the words for what is counted, {"one": "a night", "many": "nights", …}.
    """

    value: str
    label: str
    selected: bool
    group: str | None
    fills: str | None
    abroad: str | None = None
    counted: str | None = None
    presets: int | None = None


class FieldView(NamedTuple):
    """A field. `value` is as typed: a text, a list for choices, {low, typical, high} for an estimate.

    `own`: the sign before the box is the reader's own currency sign. `only` names the cases that the field applies to. `counts` ("one" or
    "many"): the choice in the row provides the word `counted`, with which `after` begins. `asks`: the label in parts, each a word of that
    choice or "" and its text. `titles_of`: the fields whose texts the options are. `known`: a choice in the row fills in this field,
    so there is room for a note about it, at first `known_note`. `pages` are texts and addresses of pages to look the value up on. `slider`
    is the (least, greatest, step) of a slider beside the box.
    """

    kind: str
    name: str
    id: str
    label: str
    hint: str
    before: str
    own: bool
    after: str
    value: object
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
    asks: tuple[tuple[str, str], ...] = ()
    titles_of: str = ""
    known: bool = False
    known_note: str = ""
    pages: tuple[tuple[str, str], ...] = ()
    slider: tuple[int, int, int] | None = None


class RowView(NamedTuple):
    """A row of a list. `index` is its position, or __i__ in the blank row. The fields of a `folded` row are closed until it is opened."""

    index: int | str  # type: ignore[assignment]  # a tuple has a method of this name
    title: str
    fields: tuple[FieldView, ...]
    more: tuple[FieldView, ...]
    presets: tuple[PresetView, ...] = ()
    folded: bool = False


class RowsView(NamedTuple):
    """A list whose rows the reader can add, remove and reorder.

    Before the field `presets_before`, each row offers the presets of its choice; `presets` are all of them.
    """

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
    picks: tuple[PickView, ...] = ()
    starts: tuple[StartView, ...] = ()
    presets: tuple[tuple[PresetView, ...], ...] = ()
    presets_label: str = ""
    presets_before: str = ""


class GroupView(NamedTuple):
    """A group of fields in the form. `question` stands above the group."""

    legend: str
    hint: str
    folded: bool
    question: str
    only: str
    hidden: bool
    items: tuple[FieldView | RowsView, ...]


class FormView(NamedTuple):
    """The form of a calculator. `case` names the choice that decides which fields apply."""

    calculator: str
    case: str
    groups: tuple[GroupView, ...]


class FigureView(NamedTuple):
    """A displayed number: a machine-readable `value`, `text` and `per` for display, and low to high if it has a range."""

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


class LeverView(NamedTuple):
    """The two sides of the lever, as amounts and as texts."""

    before: float
    added: float
    before_text: str
    added_text: str
    alt: str


class ActionView(NamedTuple):
    """A button that adds a row to another calculator; the payload is JSON."""

    label: str
    payload_json: str


class CellView(NamedTuple):
    """A cell: a text, a figure's value, a list of phrases or a button. `page` is the id of the page whose title the text is."""

    text: str
    value: str
    figure: str | None
    numeric: bool
    action: ActionView | None
    items: tuple[str, ...] | None
    page: str = ""


class ColumnView(NamedTuple):
    """The head of a column."""

    name: str
    label: str
    numeric: bool


class TableRowView(NamedTuple):
    """A row of cells; the first is its title."""

    index: int  # type: ignore[assignment]  # a tuple has a method of this name
    cells: tuple[CellView, ...]


class TableView(NamedTuple):
    """A table, which is hidden without rows. `stacks` turns each row into a card on a narrow page; `more` are the rows that are folded."""

    name: str
    label: str
    hint: str
    columns: tuple[ColumnView, ...]
    rows: tuple[TableRowView, ...]
    stacks: bool
    more: tuple[TableRowView, ...] = ()

    def beside(self, row: TableRowView) -> Iterator[tuple[CellView, ColumnView]]:
        """Return the cells of a row after the first, each with its column."""
        return zip(row.cells[1:], self.columns[1:], strict=True)


class ChartView(NamedTuple):
    """A chart: its static pictures (None in the browser, which draws it itself), its summary, its data, and who published it.

    `table` is None where the page fills in the fold with the data later.
    """

    name: str
    title: str
    summary: str
    wide_svg: str | None
    narrow_svg: str | None
    table: TableView | None
    credits: tuple[str, ...] = ()
    is_empty: bool = False
    """Whether there is nothing to draw."""


class WorkingView(NamedTuple):
    """The working of a figure: its explanation, the formula in words and in numbers, and the result."""

    name: str
    label: str
    why: str
    formula: str
    numbers: str
    result: str
    row: str | None


class SourceView(NamedTuple):
    """The source of a value, and the day since which it is valid."""

    name: str
    title: str
    where: str
    url: str
    value: str
    note: str


class OutcomeView(NamedTuple):
    """The outcome, below the form. `working` and `sources` are None where the page fills in their folds later."""

    calculator: str
    sentence: str
    headline: FigureView
    parts: tuple[FigureView, ...]
    lever: LeverView | None
    more: tuple[FigureView, ...] = ()
    """The figures that are folded."""
    tables: tuple[TableView, ...] = ()
    charts: tuple[ChartView, ...] = ()
    working: tuple[WorkingView, ...] | None = ()
    sources: tuple[SourceView, ...] | None = ()
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    """Notes that are shown beside the headline, which would mislead without them."""
    doubt: str = ""
    """How the headline moves when its least certain input is off."""
    drawing: bool = False
    """Whether the ranges are still being computed, so that the page keeps those that it shows."""


class CalculatorView(NamedTuple):
    """The form and the outcome of a calculator."""

    id: str
    title: str
    form: FormView
    outcome: OutcomeView
