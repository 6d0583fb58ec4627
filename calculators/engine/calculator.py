"""A calculator, declared once: its inputs, its figures, and how they are presented."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar, cast

from . import parameters as dated
from .currency import DOLLAR, NO_CURRENCY, Currency
from .fields import DeclarationError, Estimate, Rows, Slot, slots
from .figures import Figure, Graph, Series
from .place import own_place
from .type_variables import InputsT_co, ReadT_contra, ValueT_co
from .validation import FieldError, validate
from .view.charts import DataTable, Size, Spec

if TYPE_CHECKING:
    from .analysis.percentiles import Percentiles

T = TypeVar("T")

DRAWS = 2_000
"""Draws of a range or a distribution, unless a calculator declares fewer."""

MOST_SUPPORT = 3
"""Figures beside the headline: with more of them, readers no longer see which one matters."""


class Group(NamedTuple):
    """A part of the form: fields under one legend. `folded` ones are closed until the reader opens them.

    `question` stands above the group, over it and those that follow; every case has to have a field of that group.
    """

    legend: str
    names: tuple[str, ...]
    hint: str = ""
    folded: bool = False
    question: str = ""


class RowsTable(NamedTuple):
    """Row figures side by side. `title` is the field or figure that names a row."""

    rows: str
    label: str
    title: str
    columns: tuple[Figure, ...]
    hint: str = ""


class Lever(NamedTuple):
    """The lever graphic: an amount without leverage and the amount that it adds (names of inputs or figures)."""

    before: str
    added: str
    before_label: str
    added_label: str


@dataclass(frozen=True, eq=False)
class Outcome(Generic[InputsT_co]):
    """The result of a calculator: unrounded values by figure name, ranges, and the cited values that were used.

    `outcome[figures.gap]` and `outcome.inputs.pay` are read where the figure or input is known, so that mypy checks name and type.
    """

    calculator: Calculator[InputsT_co]
    inputs: InputsT_co
    day: date
    values: Mapping[str, object]
    ranges: Mapping[str, Percentiles | tuple[Percentiles, ...]]
    parameters: tuple[dated.Value, ...]

    def __getitem__(self, figure: Figure[..., object, ValueT_co]) -> ValueT_co:
        """Return the value of a figure, or of the one that has the same name in this calculator."""
        return cast("ValueT_co", self.values[figure.name])

    def value(self, name: str) -> object:
        """Return the value of the figure or input of this name."""
        return self.values[name] if name in self.values else getattr(self.inputs, name)

    def rows(self, name: str) -> Sequence[object]:
        """Return the value of the row figure, table or rows input of this name: an item for each row."""
        return cast("Sequence[object]", self.value(name))

    def number(self, name: str) -> float:
        """Return the value of the figure or input of this name, which is one number."""
        value = self.value(name)
        if not isinstance(value, int | float):
            raise TypeError(f"{name} is not a number")
        return value


@dataclass(frozen=True, eq=False)
class Chart(Generic[ReadT_contra]):
    """A chart of an outcome. Its text summary is the template sentences/<calculator>.<name>.html.j2, which may use `words` of it.

    `published` begins the names of the cited values that the chart draws, whose sources stand under it; "" for the reader's numbers alone.
    """

    name: str
    title: str
    draw: Callable[[Outcome[ReadT_contra], Size], Spec]
    table: Callable[[Outcome[ReadT_contra]], DataTable]
    words: Callable[[Outcome[ReadT_contra]], str] | None = None
    published: str = ""


@dataclass(frozen=True, eq=False)
class Calculator(Generic[InputsT_co]):
    """The declaration of a calculator. The equalizer is the smallest complete example.

    Args:
        id: the name in addresses, on the command line and in the workbook.
        title: the name for readers.
        purpose: the question that it answers, in one sentence.
        inputs: a frozen dataclass of annotated fields.
        from_older: converts raw inputs of earlier editions, such as those of an older workbook or link, to the present ones.
        figures: every figure, in the order in which the working shows them.
        headline: the most important number.
        parameters: names that figures may use, each bound to a dated "file.parameter".
        series: rows that are not typed in, such as months.
        rules: checks across fields; each takes the inputs and yields errors.
        groups: the parts of the form; one part with all fields when left out.
        parts: names of the plain figures of an outcome; all when left out. The working shows every figure either way.
        support: names of at most three parts that are shown under the headline; the others are folded. All are shown when left out.
        tables: tables of row figures, and table figures.
        charts: charts of the outcome.
        ranged: figures whose 10th, 50th and 90th percentiles are simulated when an input is an estimate.
        doubt: says how the headline moves when its least certain input is off; shown where the headline has no simulated range.
        comonotone_share: the input that holds the share of simulated years in which all estimates have the same rank; "" for none.
        affine: the ranged figures only add, subtract, multiply and divide uncertain numbers, so that affine arithmetic can compute all
            draws in one evaluation. A wrong declaration costs time but changes no result.
        draws: the number of draws of a distribution; fewer where one evaluation is itself a simulation.
        lever: the two amounts of the lever graphic.
        cites: cited values behind the reader's choices, in addition to `parameters` and the fields' references.
        notes: sentences about an outcome; each function takes the outcome and returns "" when it does not apply.
        warnings: notes without which the headline would mislead; they are shown beside it.
        day_of: the day whose parameters apply, from the inputs (such as a tax year's last); the requested day when left out.
        case: the choice (a country, a kind of goal) that decides which fields apply. The form has the fields of all cases; a field that
            only some cases need names them in `only`.
        cases: the calculators for each value of that choice, where one does not cover all. They share the inputs, and each names its
            value in `serves`.
        serves: the choice's value that this calculator is for, if it is one of the `cases` of another.
        also_used: inputs that are used outside of figures: for the case, the day or a note.
        abroad: for a case, that the reader is in none of the countries whose law is implemented.
        national: amounts are in the currency of the country whose law applies, whatever currency the reader has chosen.

    Raises:
        DeclarationError: at import, naming what does not fit together.
    """

    id: str
    title: str
    purpose: str
    inputs: type[InputsT_co]
    figures: tuple[Figure, ...]
    headline: Figure
    parameters: Mapping[str, str] = field(default_factory=dict)
    series: tuple[Series, ...] = ()
    rules: tuple[Callable[[InputsT_co], Iterable[FieldError]], ...] = ()
    groups: tuple[Group, ...] = ()
    parts: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    tables: tuple[RowsTable | Figure, ...] = ()
    charts: tuple[Chart[InputsT_co], ...] = ()
    ranged: tuple[Figure, ...] = ()
    doubt: Callable[[Outcome[InputsT_co]], str] | None = None
    comonotone_share: str = ""
    affine: bool = False
    draws: int = DRAWS
    lever: Lever | None = None
    from_older: Callable[[Mapping[str, object]], dict[str, object]] = dict
    cites: Callable[[InputsT_co, date], Iterable[dated.Value]] | None = None
    notes: tuple[Callable[[Outcome[InputsT_co]], str], ...] = ()
    warnings: tuple[Callable[[Outcome[InputsT_co]], str], ...] = ()
    day_of: Callable[[InputsT_co], date] | None = None
    case: str = ""
    cases: Mapping[str, Calculator[InputsT_co]] = field(default_factory=dict)
    serves: str = ""
    also_used: tuple[str, ...] = ()
    national: bool = False
    abroad: bool = False

    def __post_init__(self) -> None:
        """Check the whole declaration, so that a mistake stops the import instead of reaching a reader."""
        self._check_figures()
        self._check_form()
        if any(case.inputs is not self.inputs or case.serves != name for name, case in self.cases.items()):
            raise DeclarationError(f"{self.id}: every case must take the same inputs and serve the choice that it is listed under")
        for path in [*self.parameters.values(), *self.references.values()]:
            file, _, name = path.rpartition(".")
            if name not in dated.load(file):
                raise DeclarationError(f"{self.id}: there is no parameter {path}")
        graph = self.graph  # building it checks every name
        for name in (*self.parts, *self.support):
            graph.by_name(name)
        if len(self.support) > MOST_SUPPORT:
            raise DeclarationError(f"{self.id}: {len(self.support)} figures support the headline, and {MOST_SUPPORT} are the most")

    def _check_figures(self) -> None:
        """Check that every figure of the modules in use, and every figure that is shown, is listed."""
        listed, names = set(self.figures), {figure.name for figure in self.figures}
        for module in {figure.function.__module__ for figure in self.figures}:
            for name, value in vars(sys.modules[module]).items():
                if isinstance(value, Figure) and value.name not in names:
                    raise DeclarationError(f"{self.id}: figure {name} is declared but not listed in figures")
        tabled = [c for t in self.tables for c in (t.columns if isinstance(t, RowsTable) else (t,))]
        for figure in (self.headline, *self.ranged, *tabled):
            if figure not in listed:
                raise DeclarationError(f"{self.id}: figure {figure.name} is shown but not listed in figures")

    def _check_form(self) -> None:
        """Check that the groups name every input, and only inputs."""
        names = {slot.name for slot in self.slots}
        for group in self.groups:
            for name in group.names:
                if name not in names:
                    raise DeclarationError(f"{self.id}: the form's part “{group.legend}” names {name}, which is not an input")
        missing = names - {name for group in self.groups for name in group.names}
        if self.groups and missing:
            raise DeclarationError(f"{self.id}: no part of the form contains {', '.join(sorted(missing))}")

    def at(self, inputs: object) -> Calculator[InputsT_co]:
        """Return the calculator for these inputs: the case that they choose, or this one."""
        return self.cases[getattr(inputs, self.case)] if self.cases else self

    def _chosen(self, raw: Mapping[str, object]) -> object:
        """Return the case that raw inputs choose, or its default; it may not exist."""
        return raw.get(self.case, next((slot.default for slot in self.slots if slot.name == self.case), ""))

    def currency(self, raw: Mapping[str, object], own: Currency) -> Currency:
        """Return the currency for raw inputs: the reader's own, unless they choose a case that follows a country's law.

        A reader abroad who has not chosen a currency gets none, since nothing says that the amounts are dollars.
        """
        chosen = self._chosen(raw)
        case = self.cases.get(chosen) if isinstance(chosen, str) else None
        if case is None:
            return own
        if case.national:
            return DOLLAR
        return NO_CURRENCY if case.abroad and own == DOLLAR else own

    def read(self, raw: object) -> tuple[InputsT_co | None, list[FieldError]]:
        """Read and check raw inputs. Return (inputs, []) or (None, errors).

        Fields that do not apply to the chosen case are ignored; with a case that does not exist, which is an error, none are.
        """
        if isinstance(raw, Mapping):
            raw = self.from_older(raw)
        if self.case and isinstance(raw, Mapping):
            chosen = self._chosen(raw)
            is_known = any(chosen in slot.field.only for slot in self.slots)
            ignored = {slot.name for slot in self.slots if is_known and slot.field.only and chosen not in slot.field.only}
            raw = {name: value for name, value in raw.items() if name not in ignored}
        inputs, errors = validate(self.inputs, raw)
        if inputs is None:
            return None, errors
        errors = self.check(inputs)
        return (None, errors) if errors else (inputs, [])

    def applicable_slots(self, inputs: object) -> tuple[Slot, ...]:
        """Return the inputs that apply to the chosen case."""
        chosen = self.serves or (getattr(inputs, self.case) if self.case else "")
        return self._slots_of(chosen)

    def _slots_of(self, case: str) -> tuple[Slot, ...]:
        return tuple(slot for slot in self.slots if not case or not slot.field.only or case in slot.field.only)

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """The declared inputs."""
        return slots(self.inputs)

    @cached_property
    def graph(self) -> Graph:
        """The figures, resolved."""
        first = next(iter(self.cases.values()), None)
        if first is not None:
            return first.graph
        used = frozenset({self.comonotone_share, *self.also_used} - {""})
        return Graph(self.id, self._slots_of(self.serves), self.figures, tuple(self.parameters), self.series, used)

    @cached_property
    def references(self) -> Mapping[str, str]:
        """The path of the cited value beside each field that has one, by field name."""
        return {slot.name: slot.field.reference for slot in self.slots if slot.field.reference}

    def arguments(self: Calculator[T], inputs: T, day: date) -> tuple[dict[str, object], tuple[dated.Value, ...]]:
        """Return the graph's arguments by name, and the dated parameters among them. Estimates count at their typical value.

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
        named: dict[str, object] = {name: value.value for name, value in cited.items()}
        for series in self.series:
            named[series.name] = named[f"{series.name}.{series.field}"] = series.values
        for slot in self.slots:
            named |= _slot_arguments(slot, inputs)
        return named, tuple(cited.values())

    def check(self: Calculator[T], inputs: T) -> list[FieldError]:
        """Return the errors that depend on more than one field."""
        return [error for rule in self.rules_at(inputs) for error in rule(inputs)]

    def rules_at(self: Calculator[T], inputs: T) -> tuple[Callable[[T], Iterable[FieldError]], ...]:
        """Return the rules that apply to these inputs: the common ones, and those of the chosen case."""
        return self.rules + (self.at(inputs).rules if self.cases else ())

    def outcome(self: Calculator[T], inputs: T, day: date, *, ranges: bool = True) -> Outcome[T]:
        """Evaluate every figure.

        Raises:
            NotPublished: when a parameter does not cover the day.
        """
        if self.cases:
            return self.at(inputs).outcome(inputs, day, ranges=ranges)
        named, cited = self.arguments(inputs, day)
        evaluator = self.graph.evaluator()
        results = evaluator.function(*[named[name] for name in evaluator.arguments])
        values = dict(zip(evaluator.results, results, strict=True))
        simulated: Mapping[str, Percentiles | tuple[Percentiles, ...]] = {}
        if ranges and self.ranged:
            from .analysis.ranges import simulate_ranges  # imported only where a calculator has ranges

            simulated = simulate_ranges(self, inputs, {**named, **values})
        return Outcome(self, inputs, day, values, simulated, (*cited, *self._cited(inputs, day)))

    def _cited(self: Calculator[T], inputs: T, day: date) -> Iterator[dated.Value]:
        """Yield the cited values beside fields, and those behind the reader's choices."""
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


def _slot_arguments(slot: Slot, inputs: object) -> dict[str, object]:
    """Return an input's arguments: the value by its name, and for rows each of their columns ("pairs.price")."""
    value = getattr(inputs, slot.name)
    if not isinstance(slot.field, Rows):
        return {slot.name: value.typical if isinstance(value, Estimate) else value}
    arguments: dict[str, object] = {slot.name: value}
    for inner in slots(slot.field.of):
        column = [getattr(row, inner.name) for row in value]
        arguments[f"{slot.name}.{inner.name}"] = [estimate.typical for estimate in column] if inner.estimate else column
    return arguments
