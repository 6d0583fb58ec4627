"""A calculator, declared once: its inputs, its figures, and what the reader sees of them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from . import parameters as dated
from .fields import DeclarationError, Estimate, Rows, Slot, slots
from .figures import Figure, Graph, Series
from .money import DOLLAR
from .place import own_place
from .validation import FieldError, validate
from .view.charts import DataTable, Size, Spec

if TYPE_CHECKING:
    from .analysis.percentiles import Spread


@dataclass(frozen=True)
class Group:
    """A part of the form: fields under one legend; `folded` ones open on request."""

    legend: str
    names: tuple[str, ...]
    hint: str = ""
    folded: bool = False


@dataclass(frozen=True, eq=False)
class RowsTable:
    """Row figures shown side by side. `title` is the field or figure that names the row."""

    rows: str
    label: str
    title: str
    columns: tuple[Figure, ...]
    hint: str = ""


@dataclass(frozen=True, eq=False)
class Lever:
    """The picture of the lever: what is there without it, what it adds (names of inputs or figures)."""

    before: str
    added: str
    before_label: str
    added_label: str


@dataclass(frozen=True, eq=False)
class Outcome:
    """What a calculator answers: unrounded values by figure name, ranges, and the cited values that went in."""

    calculator: Calculator
    inputs: Any
    day: date
    values: Mapping[str, Any]
    ranges: Mapping[str, Spread | tuple[Spread, ...]]
    parameters: tuple[dated.Value, ...]

    def __getitem__(self, name: str) -> Any:
        """A figure's value, or an input's."""
        return self.values[name] if name in self.values else getattr(self.inputs, name)


@dataclass(frozen=True, eq=False)
class Chart:
    """A picture of an outcome. Its summary in words is the template sentences/<calculator>.<name>.html.j2."""

    name: str
    title: str
    draw: Callable[[Outcome, Size], Spec]
    table: Callable[[Outcome], DataTable]


@dataclass(frozen=True, eq=False)
class Calculator:
    """The one declaration. See the equalizer for the smallest whole example.

    Args:
        id: the name in addresses, on the command line, in the workbook.
        title: the name for readers.
        purpose: the question it answers, one sentence.
        inputs: a frozen dataclass of annotated fields.
        figures: every figure, in the order in which the working shows them.
        headline: the one number that matters.
        parameters: names that figures may use, each bound to a dated "file.parameter".
        series: rows that nobody types, such as months.
        rules: checks across fields; each takes the inputs and yields errors.
        groups: the form's parts; left out, one part with all fields.
        parts: names of the plain figures listed under the headline; left out, all of them. The working shows every one either way.
        tables: row figures shown side by side, and table figures.
        charts: pictures of the outcome.
        ranged: figures for which P10, P50 and P90 are drawn whenever an input is an estimate.
        together: the input that says how far estimates move together (0 to 1); "" for not at all.
        lever: the two amounts that tilt the small lever.
        cites: cited values behind what the reader chose, beside `parameters` and the fields' references.
        notes: sentences that this outcome calls for; each function takes the outcome and answers "" for none.
        warnings: the same, for what the headline would mislead without: they stand beside it.
        day_of: the day whose parameters count, from the inputs (a tax year's last); left out, the day that is asked for.
        case: the choice (a country, a kind of goal) on which it rests what is asked. The form has the fields of all cases; those
            that only some need say so (`only`).
        cases: the calculators that answer by that choice's values, where one alone does not; all share the inputs. `serves` names
            each one's own.
        serves: in a case, the choice's value that it answers for.
        also_used: inputs that serve something beside figures: the case, the day, a note.
        abroad: in a case, that the reader is in none of the countries whose law is in here.
        national: amounts are in the money of the country whose law it follows, whatever sign the reader uses elsewhere.

    Raises:
        DeclarationError: at import, naming what does not fit.
    """

    id: str
    title: str
    purpose: str
    inputs: type[Any]
    figures: tuple[Figure, ...]
    headline: Figure
    parameters: Mapping[str, str] = field(default_factory=dict)
    series: tuple[Series, ...] = ()
    rules: tuple[Callable[[Any], Iterable[FieldError]], ...] = ()
    groups: tuple[Group, ...] = ()
    parts: tuple[str, ...] = ()
    tables: tuple[RowsTable | Figure, ...] = ()
    charts: tuple[Chart, ...] = ()
    ranged: tuple[Figure, ...] = ()
    together: str = ""
    lever: Lever | None = None
    cites: Callable[[Any, date], Iterable[dated.Value]] | None = None
    notes: tuple[Callable[[Outcome], str], ...] = ()
    warnings: tuple[Callable[[Outcome], str], ...] = ()
    day_of: Callable[[Any], date] | None = None
    case: str = ""
    cases: Mapping[str, Calculator] = field(default_factory=dict)
    serves: str = ""
    also_used: tuple[str, ...] = ()
    national: bool = False
    abroad: bool = False

    def __post_init__(self) -> None:
        """Check the whole declaration, so that a fault stops the import and not a reader."""
        listed, names = set(self.figures), {one.name for one in self.figures}
        for module in {one.function.__module__ for one in self.figures}:
            for name, value in vars(sys.modules[module]).items():
                if isinstance(value, Figure) and value.name not in names:
                    raise DeclarationError(f"{self.id}: figure {name} is declared but not listed in figures")
        tabled = [c for t in self.tables for c in (t.columns if isinstance(t, RowsTable) else (t,))]
        for one in (self.headline, *self.ranged, *tabled):
            if one not in listed:
                raise DeclarationError(f"{self.id}: figure {one.name} is shown but not listed in figures")
        self._check_form()
        if any(case.inputs is not self.inputs or case.serves != name for name, case in self.cases.items()):
            raise DeclarationError(f"{self.id}: every case takes the same inputs and serves the choice that it stands under")
        for path in [*self.parameters.values(), *self.references.values()]:
            file, _, name = path.rpartition(".")
            if name not in dated.load(file):
                raise DeclarationError(f"{self.id}: there is no parameter {path}")
        graph = self.graph  # building it checks every name
        for name in self.parts:
            graph.by_name(name)

    def _check_form(self) -> None:
        """Every input stands in exactly those parts of the form that exist."""
        names = {slot.name for slot in self.slots}
        for group in self.groups:
            for name in group.names:
                if name not in names:
                    raise DeclarationError(f"{self.id}: the form's part “{group.legend}” names {name}, which is no input")
        missing = names - {name for group in self.groups for name in group.names}
        if self.groups and missing:
            raise DeclarationError(f"{self.id}: no part of the form holds {', '.join(sorted(missing))}")

    def at(self, inputs: Any) -> Calculator:
        """The calculator that answers these inputs: itself, or the case that they choose."""
        return self.cases[getattr(inputs, self.case)] if self.cases else self

    def sign(self, raw: Mapping[str, Any], own: str) -> str:
        """The currency sign for an answer to raw inputs: the reader's own, unless they choose a case that follows a country's law.

        Abroad, amounts have no sign until one is chosen: nothing says that they are dollars.
        """
        chosen = raw.get(self.case, next((slot.default for slot in self.slots if slot.name == self.case), ""))
        case = self.cases.get(chosen) if isinstance(chosen, str) else None
        if case is None:
            return own
        if case.national:
            return DOLLAR
        return "" if case.abroad and own == DOLLAR else own

    def read(self, raw: object) -> tuple[Any, list[FieldError]]:
        """Inputs from raw ones, checked whole: (inputs, []) or (None, errors).

        What the chosen case does not ask is left aside; a case that does not exist is itself an error, and takes nothing with it.
        """
        if self.case and isinstance(raw, Mapping):
            chosen = raw.get(self.case, next(slot.default for slot in self.slots if slot.name == self.case))
            known = any(chosen in slot.field.only for slot in self.slots)
            aside = {slot.name for slot in self.slots if known and slot.field.only and chosen not in slot.field.only}
            raw = {name: value for name, value in raw.items() if name not in aside}
        inputs, errors = validate(self.inputs, raw)
        if inputs is None:
            return None, errors
        errors = self.check(inputs)
        return (None, errors) if errors else (inputs, [])

    def asked(self, inputs: Any) -> tuple[Slot, ...]:
        """The inputs that the chosen case asks for."""
        chosen = self.serves or (getattr(inputs, self.case) if self.case else "")
        return tuple(slot for slot in self.slots if not chosen or not slot.field.only or chosen in slot.field.only)

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """The declared inputs."""
        return slots(self.inputs)

    @cached_property
    def graph(self) -> Graph:
        """The figures, resolved."""
        used = frozenset({self.together, *self.also_used} - {""})
        asked = tuple(slot for slot in self.slots if not self.serves or not slot.field.only or self.serves in slot.field.only)
        first = next(iter(self.cases.values()), None)
        return first.graph if first else Graph(self.id, asked, self.figures, tuple(self.parameters), self.series, used)

    @cached_property
    def references(self) -> Mapping[str, str]:
        """Field name -> path of the cited value that stands beside it."""
        return {slot.name: slot.field.reference for slot in self.slots if slot.field.reference}

    def arguments(self, inputs: Any, day: date) -> tuple[dict[str, Any], tuple[dated.Value, ...]]:
        """What the graph is evaluated on, by name, and the dated parameters among it. Estimates count at their typical value.

        Raises:
            NotPublished: when a parameter does not cover the day, naming the calculator and the day.
        """
        if self.day_of is not None:
            day = self.day_of(inputs)
        try:
            cited = {name: dated.as_of(path, day) for name, path in self.parameters.items()}
        except dated.NotPublished as reason:
            clock = f" If your device says {day} and that is not today, set its clock." if self.day_of is None else ""
            raise dated.NotPublished(f"{self.title} cannot be worked out for {day}.{clock} {reason}") from None
        named: dict[str, Any] = {name: value.value for name, value in cited.items()}
        for series in self.series:
            named[series.name] = named[f"{series.name}.{series.field}"] = series.values
        for slot in self.slots:
            value = getattr(inputs, slot.name)
            named[slot.name] = value.typical if isinstance(value, Estimate) else value
            if isinstance(slot.field, Rows):
                for inner in slots(slot.field.of):
                    column = [getattr(row, inner.name) for row in value]
                    if inner.estimate:
                        column = [estimate.typical for estimate in column]
                    named[f"{slot.name}.{inner.name}"] = column
        return named, tuple(cited.values())

    def check(self, inputs: Any) -> list[FieldError]:
        """The errors that only show when fields are seen together."""
        return [error for rule in self.rules_at(inputs) for error in rule(inputs)]

    def rules_at(self, inputs: Any) -> tuple[Callable[[Any], Iterable[FieldError]], ...]:
        """The rules that these inputs have to keep: those for all, and those of the case that they choose."""
        return self.rules + (self.at(inputs).rules if self.cases else ())

    def outcome(self, inputs: Any, day: date, *, ranges: bool = True) -> Outcome:
        """Evaluate every figure.

        Raises:
            NotPublished: when a parameter does not cover the day.
        """
        if self.cases:
            return self.at(inputs).outcome(inputs, day, ranges=ranges)
        named, cited = self.arguments(inputs, day)
        evaluator = self.graph.evaluator()
        found = evaluator.function(*[named[name] for name in evaluator.arguments])
        values = dict(zip(evaluator.results, found, strict=True))
        spreads: Mapping[str, Any] = {}
        if ranges and self.ranged:
            from .analysis.ranges import spreads as draw  # imports the draws' machinery only where it is used

            spreads = draw(self, inputs, {**named, **values})
        return Outcome(self, inputs, day, values, spreads, (*cited, *self._cited(inputs, day)))

    def _cited(self, inputs: Any, day: date) -> Iterable[dated.Value]:
        for slot in self.slots:
            path, place = slot.field.reference, slot.field.reference_for
            if not path or (place and place != own_place()):
                continue
            try:
                yield dated.as_of(path, day)
            except dated.NotPublished:
                continue  # the field's note says that it has ended; nothing is computed from it
        if self.cites is not None:
            yield from self.cites(inputs, day)
