"""An outcome as a sheet: inputs in cells, and figures as formulas where they are arithmetic."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ..analysis.percentiles import Percentiles
from ..calculator import Calculator, Outcome, RowsTable
from ..dates import write_day
from ..fields import Choice, Estimate, Field, NumberList, Rows, Slot, columns, slots
from ..figures import Figure, Series
from ..parameters import Value
from ..view.formatting import dated_text, per_of
from ..view.working_view import formula_words
from ..working.formulas import cell_formula
from ..working.tokens import CellToken
from .cells import Cell, Place, Row, Sheet, is_numbers, number_format, quoted, scalar, sheet_name


@dataclass(frozen=True)
class Shared:
    """A sheet to which every calculator adds rows: its name, and the width of its columns by their heads."""

    name: str
    columns: Mapping[str, int]


OVERVIEW = Shared("Workbook", {"Calculator": 24, "What it answers": 34, "Answer": 16, "Unit": 16, "What to know": 80})
SOURCES = Shared(
    "Sources",
    {
        "Calculator": 20,
        "What it is": 48,
        "Value": 14,
        "Unit": 16,
        "Holds from": 12,
        "Status": 12,
        "Source": 48,
        "Publisher": 30,
        "Published": 12,
        "Looked up": 12,
        "Link": 60,
    },
)
WIDTHS = (44, 18, 20, 16, 16, 48)
HOW_FORMULA, HOW_VALUE = "formula", "value"
HOW_TO_READ = (
    "Cells with a yellow ground are your inputs. Change one, and everything marked “formula” follows. What is marked “value” does not: "
    "tax law, rankings and simulated ranges are worked out on the calculator’s page only."
)
LOW, HIGH = "Low: 1 year in 10 is below", "High: 1 year in 10 is above"
LONGEST_TEXT = 255
"""Characters of a text in a formula."""


@dataclass(frozen=True)
class Laid:
    """The sheet of an outcome, its rows of the sheet of sources, and its row of the overview."""

    name: str
    rows: list[Row]
    sources: list[Row]
    overview: Row


def heads(labels: Iterable[str]) -> Row:
    """Return the heads of columns."""
    return [Cell(label, style="head") for label in labels]


def lay_out(outcome: Outcome, title: str, first: int) -> Laid:
    """Lay out an outcome.

    Args:
        outcome: with its ranges.
        title: the calculator's title, as the name of the sheet.
        first: the row of the sheet of sources in which its own begin.
    """
    return _Layout(outcome, sheet_name(title), title, first).laid()


@dataclass
class _Layout:
    outcome: Outcome
    name: str
    title: str
    first: int
    sheet: Sheet = field(default_factory=Sheet)
    pending: list[tuple[Row, int, Figure, int]] = field(default_factory=list)
    """Cells whose formula is written once every place is known: row, position, figure, and index."""

    @property
    def calculator(self) -> Calculator:
        return self.outcome.calculator

    def laid(self) -> Laid:
        add = self.sheet.add
        add(Cell(self.title, style="title"))
        add(Cell(self.calculator.purpose, style="note"))
        add(Cell(f"Worked out for {write_day(self.outcome.day)}. {HOW_TO_READ}", style="note"))
        plain = [figure for figure in self.calculator.figures if not (figure.rows or figure.table)]
        shown = [self.calculator.headline, *[f for f in plain if not f.step and f is not self.calculator.headline]]
        self._figures("What your inputs give", [figure for figure in shown if figure in plain])
        for text in self._notes():
            add(Cell(text, style="note"))
        self._inputs()
        for rows in self.calculator.graph.columns:
            self._table(rows)
        self._figures("Steps in between", [figure for figure in plain if figure.step])
        for table in self.calculator.tables:
            if isinstance(table, Figure):
                self._record_table(table)
        sources = self._sources()
        for row, position, figure, index in self.pending:
            row[position] = _with_formula(row[position], self._formula(figure, index))
            if not figure.rows:
                row[-1] = Cell(self._how(figure) if row[position].formula else HOW_VALUE)
        return Laid(self.name, self.sheet.rows, sources, self._overview())

    def _section(self, label: str, *more: str) -> None:
        self.sheet.add()
        self.sheet.add(Cell(label, style="section"))
        if more:
            self.sheet.add(*heads(more))

    def _notes(self) -> list[str]:
        notes = (*self.calculator.warnings, *self.calculator.notes)
        return [text for note in notes if (text := note(self.outcome))]

    def _inputs(self) -> None:
        inputs = self.outcome.inputs
        plain = [s for s in self.calculator.applicable_slots(inputs) if not isinstance(s.field, Rows)]
        boxes = [s for s in plain if not is_numbers(s.field, getattr(inputs, s.name))]
        self._section("Your inputs", "Input", "Value", "Unit", *(("Low", "High") if any(slot.estimate for slot in boxes) else ()))
        for slot in boxes:
            value = getattr(inputs, slot.name)
            self.sheet.places[slot.name] = Place(1, self.sheet.next)
            ends = (value.low, value.high) if isinstance(value, Estimate) else ()
            self.sheet.add(
                Cell(slot.field.label), _input(slot.field, value), Cell(per_of(slot.field)), *[_input(slot.field, end) for end in ends]
            )
        for slot in plain:
            if slot not in boxes and isinstance(slot.field, NumberList):
                self._numbers(slot, slot.field, getattr(inputs, slot.name))

    def _numbers(self, slot: Slot, field: NumberList, values: Sequence[float]) -> None:
        """Add a list of numbers from one box, a row each."""
        self._section(field.label, field.item[:1].upper() + field.item[1:], "Value")
        self.sheet.places[slot.name] = Place(1, self.sheet.next, len(values))
        for number, value in enumerate(values, 1):
            self.sheet.add(Cell(float(number)), Cell(float(value), format="#,##0.00", style="input"))

    def _figures(self, label: str, figures: Sequence[Figure]) -> None:
        """Add a row for each figure that is one number or text."""
        rows = [(f, value) for f in figures if isinstance(value := self.outcome[f], int | float | str | None)]
        for figure in figures:
            self._share_place(figure)
        if not rows:
            return
        ends_of = (LOW, HIGH) if any(figure.name in self.outcome.ranges for figure, _ in rows) else ("", "")
        self._section(label, "Figure", "Value", "Unit", *ends_of, "How")
        for figure, value in rows:
            self.sheet.places[figure.name] = Place(1, self.sheet.next)
            form, percentiles = number_format(figure.unit), self.outcome.ranges.get(figure.name)
            ends = (percentiles.p10, percentiles.p90) if isinstance(percentiles, Percentiles) else (None, None)
            row = [Cell(figure.label), Cell(scalar(figure.unit, value), format=form), Cell(per_of(figure.unit))]
            row += [*[Cell(end, format=form) for end in ends], Cell()]
            self.sheet.rows.append(row)
            self.pending.append((row, 1, figure, 0))

    def _share_place(self, figure: Figure) -> None:
        """Give a figure that is a list and passes on another one the cells of that one."""
        tokens = cell_formula(figure) or ()
        if len(tokens) == 1 and not isinstance(tokens[0], str) and isinstance(self.outcome[figure], tuple):
            bound = dict(zip(figure.needs, self.calculator.graph.bindings(figure), strict=True))
            place = self.sheet.places.get(bound[tokens[0][0]][0])
            if place is not None and place.count:
                self.sheet.places[figure.name] = place

    def _table(self, rows: str) -> None:
        """Add the rows of an input or a series, with their figures."""
        series = next((s for s in self.calculator.series if s.name == rows), None)
        slot = next((s for s in self.calculator.slots if s.name == rows), None)
        figures = [f for f in self.calculator.figures if f.rows == rows]
        count = len(series.values) if series else len(self.outcome.rows(rows))
        label = (
            slot.field.label if slot else next((t.label for t in self._row_tables() if t.rows == rows), series.label if series else rows)
        )
        self._section(label)
        if not count:
            self.sheet.add(Cell("None"))
            return
        names, cells = _series_columns(series) if series else self._row_columns(slot) if slot else ([], [])
        top = self.sheet.next + 1
        for position, (path, _) in enumerate(names):
            if path:
                self.sheet.places[path] = Place(position, top, count)
        shown = [f for f in figures if all(isinstance(v, int | float | str | None) for v in self.outcome.rows(f.name)) or not f.step]
        titles = [label for _, label in names]
        body: list[Row] = [list(row) for row in zip(*cells, strict=True)]
        for figure in shown:
            self.sheet.places[figure.name] = Place(len(titles), top, count)
            titles += self._figure_column(figure, body)
        self.sheet.add(*heads(titles))
        self.sheet.rows += body

    def _row_tables(self) -> list[RowsTable]:
        return [table for table in self.calculator.tables if isinstance(table, RowsTable)]

    def _figure_column(self, figure: Figure, body: list[Row]) -> list[str]:
        """Add a row figure to the rows of its table, and return the titles of its columns."""
        percentiles, form = self.outcome.ranges.get(figure.name), number_format(figure.unit)
        for index, (row, value) in enumerate(zip(body, self.outcome.rows(figure.name), strict=True)):
            row.append(Cell(scalar(figure.unit, value), format=form))
            self.pending.append((row, len(row) - 1, figure, index))
            if isinstance(percentiles, tuple):
                row += [Cell(percentiles[index].p10, format=form), Cell(percentiles[index].p90, format=form)]
        title = titled(figure.label, figure.unit)
        return [title, f"{title}: low", f"{title}: high"] if isinstance(percentiles, tuple) else [title]

    def _row_columns(self, slot: Slot) -> tuple[list[tuple[str, str]], list[list[Cell]]]:
        """Return the columns of a rows input: the path and the title of each, and its cells."""
        names: list[tuple[str, str]] = []
        cells: list[list[Cell]] = []
        rows = self.outcome.rows(slot.name)
        for inner in slots(slot.field.of) if isinstance(slot.field, Rows) else ():
            title, values = titled(inner.field.label, inner.field), [getattr(row, inner.name) for row in rows]
            names.append((f"{slot.name}.{inner.name}", title))
            cells.append([_input(inner.field, value) for value in values])
            if inner.estimate:
                names += [("", f"{title}: low"), ("", f"{title}: high")]
                cells += [[_input(inner.field, value.low) for value in values], [_input(inner.field, value.high) for value in values]]
        return names, cells

    def _record_table(self, figure: Figure) -> None:
        described = [(name, unit) for name, unit in columns(figure.table or object) if unit.kind != "carry"]
        self._section(figure.label, *[titled(unit.label, unit) for _, unit in described])
        for record in self.outcome.rows(figure.name):
            self.sheet.add(*[Cell(scalar(unit, getattr(record, name)), format=number_format(unit)) for name, unit in described])

    def _sources(self) -> list[Row]:
        """Return the rows of the sheet of sources, and note where each value that figures use has its cell."""
        names = {path: name for name, path in self.calculator.parameters.items()}
        rows: list[Row] = []
        for value in {value.name: value for value in reversed(self.outcome.parameters)}.values():
            if value.name in names and isinstance(value.value, int | float):
                self.sheet.places[f"{SOURCES.name}!{names[value.name]}"] = Place(2, self.first + len(rows))
            rows.append(_source_row(self.title, value))
        return rows

    def _overview(self) -> Row:
        place = self.sheet.places.get(self.calculator.headline.name)
        unit, warnings = self.calculator.headline.unit, [w(self.outcome) for w in self.calculator.warnings]
        value = scalar(unit, self.outcome[self.calculator.headline])
        formula = f"{_sheet(self.name)}!{place.at(0)}" if place else ""
        if value is None:
            formula = ""  # an empty cell would be shown as 0
        answer = Cell(value, formula, number_format(unit))
        return [Cell(self.title), Cell(self.calculator.headline.label), answer, Cell(per_of(unit)), Cell(" ".join(filter(None, warnings)))]

    def _formula(self, figure: Figure, index: int) -> str:
        """Return the formula of a cell; "" where the figure is not arithmetic, or uses what has no cells."""
        tokens = cell_formula(figure)
        if tokens is None:
            return ""
        bound = dict(zip(figure.needs, self.calculator.graph.bindings(figure), strict=True))
        try:
            return "".join(token if isinstance(token, str) else self._cells(token, *bound[token[0]], index) for token in tokens)
        except _NoCellError:
            return ""

    def _cells(self, token: CellToken, path: str, by_row: bool, index: int) -> str:
        """Return what a token stands for: the address of a cell or of a range, or the text of an option."""
        kind = token[1] if len(token) > 1 else ""
        inner, sign, option = kind.partition("=")
        path += inner.removesuffix("*")
        if sign:
            return quoted(self._option(path, option))
        if path in self.calculator.parameters and not kind:
            place = self.sheet.places.get(f"{SOURCES.name}!{path}")
            if place is not None:
                return f"{_sheet(SOURCES.name)}!{place.at(0)}"
        place = self.sheet.places.get(path)
        ranged = kind == "*" or kind.startswith(".")
        if place is None or (ranged and by_row) or bool(place.count) != (ranged or by_row):
            raise _NoCellError
        if kind == "?" and not isinstance(self.outcome.value(path), int | float):
            raise _NoCellError
        return place.range if ranged else place.at(index if by_row else 0)

    def _option(self, path: str, option: str) -> str:
        """Return the words in a cell for an option of a choice."""
        rows, _, name = path.rpartition(".")
        inner = self.calculator.graph.columns[rows].get(name) if rows else None
        slot = inner or next((slot for slot in self.calculator.slots if slot.name == path), None)
        words = slot.field.write(option) if slot and isinstance(slot.field, Choice) else option
        if len(words) > LONGEST_TEXT:
            raise _NoCellError
        return words

    def _how(self, figure: Figure) -> str:
        words = formula_words(self.calculator, figure)
        return f"{HOW_FORMULA}: {words}" if words else HOW_FORMULA


class _NoCellError(Exception):
    """Raised for what a formula uses and no cell holds."""


def titled(label: str, unit: Field | None) -> str:
    """Return the title of a column, with the unit of its numbers."""
    per = per_of(unit)
    return f"{label} ({per})" if per else label


def _sheet(name: str) -> str:
    return "'" + name.replace("'", "''") + "'"


def _with_formula(cell: Cell, formula: str) -> Cell:
    return Cell(cell.value, formula, cell.format, cell.style)


def _input(unit: Field, value: object) -> Cell:
    typical = value.typical if isinstance(value, Estimate) else value
    return Cell(scalar(unit, typical), format=number_format(unit), style="input")


def _series_columns(series: Series) -> tuple[list[tuple[str, str]], list[list[Cell]]]:
    """Return the columns of a series: its titles and, where they are numbers, its values."""
    names, cells = [("", series.label)], [[Cell(title) for title in series.titles()]]
    if all(isinstance(value, int | float) for value in series.values):
        names.append((f"{series.name}.{series.field}", series.field.replace("_", " ").capitalize()))
        cells.append([Cell(float(str(value))) for value in series.values])
    return names, cells


def _source_row(title: str, value: Value) -> Row:
    source = value.source
    number = isinstance(value.value, int | float)
    unit = {"rate": "a year", "share": "as a fraction"}.get(value.unit, value.unit)
    link = Cell(source.url, f"HYPERLINK({quoted(source.url)})" if 0 < len(source.url) <= LONGEST_TEXT else "", style="link")
    return [
        Cell(title),
        Cell(value.label),
        Cell(float(value.value) if number else dated_text(value)),
        Cell(unit),
        Cell(value.since.isoformat()),
        Cell(value.status),
        Cell(source.title),
        Cell(source.publisher),
        Cell(source.published),
        Cell(source.retrieved),
        link,
    ]
