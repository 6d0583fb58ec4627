"""The what-if panel of a calculator's page: answers as HTML and chart specs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from ..engine.analysis.perturbation import numeric_inputs, targets
from ..engine.analysis.scenarios import MOST, Line
from ..engine.calculator import Calculator
from ..engine.errors import Reading
from ..engine.fields import Months, Number, per_phrase
from ..engine.money import write_number
from ..engine.typed import PARTS
from ..engine.validation import FieldError
from ..engine.view.charts import NARROW, WIDE, Size, Spec
from ..engine.view.formatting import per_of
from ..engine.view.outcome import render
from ..shared.labels import distinct
from .answers import InputSwing, RangeAnswer
from .charts import MOST_BARS, histogram, tornado
from .questions import LONGEST_NAME, LONGEST_TITLE, QuestionError, answer_compare, answer_range, answer_seek, answer_sensitivity
from .words import amount


@dataclass(frozen=True)
class Pick:
    """An option of a select; `now` is its present value."""

    value: str
    label: str
    now: str
    selected: bool


@dataclass(frozen=True)
class Box:
    """A text box: what was typed, the error, and possible readings of an ambiguous number."""

    value: str
    error: str = ""
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True)
class SwingText:
    """A row of the sensitivity table, formatted."""

    label: str
    low: str
    at_low: str
    high: str
    at_high: str


@dataclass(frozen=True)
class Moves:
    """What moves the headline most."""

    label: str
    here: str
    swings: tuple[SwingText, ...]
    why: str
    chart: str


@dataclass(frozen=True)
class Sought:
    """The answer to a goal, formatted."""

    figure: str
    wanted: str
    label: str
    value: float | None
    text: str
    result: str
    why: str


@dataclass(frozen=True)
class Seek:
    """The form for a goal, and its answer once there is one."""

    picks: tuple[Pick, ...]
    goal: Box
    hint: str
    answer: Sought | None = None


@dataclass(frozen=True)
class Range:
    """The form for an uncertain input, and the range of the headline. `point` marks a range whose two ends are equal."""

    picks: tuple[Pick, ...]
    boxes: dict[str, Box]
    about: str = ""
    label: str = ""
    why: str = ""
    draws: int = 0
    draws_written: str = ""
    p10: str = ""
    p50: str = ""
    p90: str = ""
    point: bool = False
    chart: str = ""


@dataclass(frozen=True)
class Scenario:
    """A column of the comparison. `index` is its place among the kept scenarios, -1 for the form; `why` is set when it is invalid."""

    name: str
    index: int
    why: str = ""


@dataclass(frozen=True)
class ComparedLine:
    """A row of the comparison; `per` is what its values are counted per."""

    label: str
    per: str
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Compared:
    """The scenarios side by side; `names` is empty when there is nothing to compare. `full` means that no more can be kept."""

    faulty: tuple[Scenario, ...]
    full: bool
    names: tuple[Scenario, ...] = ()
    differing: tuple[ComparedLine, ...] = ()
    alike: tuple[ComparedLine, ...] = ()


def panel(calculator: Calculator, inputs: object, state: Mapping[str, object], day: date) -> dict[str, object]:
    """Render the whole panel for the form's present inputs, as `{"html", "charts"}`; errors in a question are shown next to its box.

    `state` is what the reader entered in the panel: `{"seek": {...}?, "range": {...}?, "scenarios": [...]?}`.
    """
    page = _Panel(calculator, inputs, state, day)
    html = render(
        "what-if/template.html.j2",
        calculator=calculator.id,
        moves=page.moves(),
        figures=page.figures(),
        seek=page.seek(),
        spread=page.range(),
        compared=page.compared(),
    )
    return {"html": html, "charts": page.charts}


@dataclass
class _Panel:
    """One rendering of the panel. Its parts add their chart specs to `charts`."""

    calculator: Calculator
    inputs: object
    state: Mapping[str, object]
    day: date
    charts: list[Spec] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Look up the inputs that can be changed and the figures that a goal can be set for."""
        self._case = self.calculator.at(self.inputs)
        self._numeric_inputs = {numeric_input.name: numeric_input for numeric_input in numeric_inputs(self.calculator, self.inputs)}
        self._targets = targets(self.calculator, self.inputs)
        self._unit = self._targets[self._case.headline.name].unit

    def _typed(self, part: str, key: str) -> str:
        entry = self.state.get(part)
        return str(entry.get(key, ""))[:LONGEST_NAME] if isinstance(entry, Mapping) else ""

    def _draw(self, name: str, draw: Callable[[Size], Spec]) -> str:
        self.charts.append({"name": name, **{size.name: draw(size) for size in (WIDE, NARROW)}})
        return name

    def _picks(self, chosen: str) -> tuple[Pick, ...]:
        numbers = self._numeric_inputs.values()
        return tuple(Pick(number.name, number.label, amount(number.field, number.value), number.name == chosen) for number in numbers)

    def moves(self) -> Moves:
        """Which inputs move the headline most."""
        answer, unit = answer_sensitivity(self.calculator, self.inputs, self.day), self._unit
        chart = ""
        if answer.swings:
            drawn = replace(answer, swings=tuple(self._without_per(swing) for swing in answer.swings))
            # the chart's height follows the number of bars, so each number of bars has a name and a container of its own
            name = f"what-if-moves-{min(MOST_BARS['wide'], len(answer.swings))}"
            chart = self._draw(name, lambda size: tornado(drawn, unit, size))
        rows = tuple(
            SwingText(swing.label, swing.low, amount(unit, swing.at_low), swing.high, amount(unit, swing.at_high))
            for swing in answer.swings
        )
        return Moves(answer.label, amount(unit, answer.here), rows, answer.why, chart)

    def _without_per(self, swing: InputSwing) -> InputSwing:
        """The swing with short ends for the chart: "$18" for "$18 a month"."""
        per = f" {per_phrase(self._numeric_inputs[swing.input].field.per)}"
        return replace(swing, low=swing.low.removesuffix(per), high=swing.high.removesuffix(per))

    def figures(self) -> tuple[Pick, ...]:
        """The figures that a goal can be set for."""
        series = {entry.name for entry in self._case.series}
        of_series = {figure.name for figure in self._case.figures if figure.rows in series}
        outcome = self.calculator.outcome(self.inputs, self.day, ranges=False)
        chosen = self._typed("seek", "figure")
        chosen = chosen if chosen in self._targets else self._case.headline.name
        return tuple(
            Pick(name, target.label, amount(target.unit, target.of(outcome.value(target.figure))), name == chosen)
            for name, target in self._targets.items()
            if target.figure not in of_series
        )

    def seek(self) -> Seek:
        """How a goal can be reached. A question about an input or figure that this form does not have is ignored."""
        name, by, typed = (self._typed("seek", key) for key in ("figure", "by", "goal"))
        hint = "Enter times in months." if any(isinstance(target.unit, Months) for target in self._targets.values()) else ""
        form = Seek(self._picks(by), Box(typed), hint)
        if name not in self._targets or by not in self._numeric_inputs:
            return form
        try:
            answer = answer_seek(self.calculator, self.inputs, name, typed, by, self.day)
        except QuestionError as fault:
            return replace(form, goal=_marked(typed, fault.errors[0]))
        unit, label = self._targets[name].unit, self._targets[name].label
        wanted, result = amount(unit, answer.goal), amount(unit, answer.result)
        return replace(form, answer=Sought(label, wanted, answer.label, answer.value, answer.text, result, answer.why))

    def range(self) -> Range:
        """How uncertain the headline is."""
        name = self._typed("range", "input")
        typed = {part: self._typed("range", part) for part in PARTS}
        numeric_input = self._numeric_inputs.get(name)
        form = Range(self._picks(name), {part: Box(typed[part]) for part in PARTS})
        estimates = {}
        if numeric_input is not None:
            estimates[name] = typed | {"typical": typed["typical"].strip() or numeric_input.field.typed(numeric_input.value)}
        try:
            answer = answer_range(self.calculator, self.inputs, estimates, self.day)
        except QuestionError as fault:
            errors = {error.field.removeprefix(f"{name}."): error for error in fault.errors}
            return replace(form, boxes=form.boxes | {part: _marked(typed[part], error) for part, error in errors.items() if part in PARTS})
        about = numeric_input.label if numeric_input else ""
        return self._with_range(replace(form, about=about, label=answer.label, why=answer.why), answer)

    def _with_range(self, form: Range, answer: RangeAnswer) -> Range:
        spread, unit = answer.spread, self._unit
        if spread is None:
            return form
        chart = ""
        if len(answer.bins) > 1:
            chart = self._draw("what-if-range", lambda size: histogram(answer, unit, size))
        p10, p50, p90 = (amount(unit, value) for value in (spread.p10, spread.p50, spread.p90))
        form = replace(form, draws=answer.draws, draws_written=write_number(answer.draws), p10=p10, p50=p50, p90=p90)
        return replace(form, point=spread.p10 == spread.p90, chart=chart)

    def compared(self) -> Compared:
        """The form and the kept scenarios side by side. An invalid scenario is named, so that the reader can drop it."""
        kept = self.state.get("scenarios")
        entries = [entry if isinstance(entry, Mapping) else {} for entry in kept][:MOST] if isinstance(kept, list) else []
        names = distinct([str(entry.get("name") or f"Scenario {at}").strip() for at, entry in enumerate(entries)], LONGEST_TITLE)
        columns: list[Scenario] = []
        valid: list[Mapping[str, object]] = []
        for at, (name, entry) in enumerate(zip(names, entries, strict=True)):
            _, faults = self.calculator.read(entry.get("inputs"))
            columns.append(Scenario(name, at - 1, faults[0].message if faults else ""))
            if not faults:
                valid.append({"name": name, "inputs": entry["inputs"]})
        compared = Compared(tuple(column for column in columns if column.why), len(entries) >= MOST)
        if len(valid) < 2:
            return compared
        comparison = answer_compare(self.calculator, valid, self.day)
        lines = (*comparison.inputs, *comparison.figures)
        return replace(
            compared,
            names=tuple(column for column in columns if not column.why),
            differing=self._lines([line for line in lines if line.differs]),
            alike=self._lines([line for line in lines if not line.differs]),
        )

    def _lines(self, lines: Sequence[Line]) -> tuple[ComparedLine, ...]:
        units: dict[str, Number] = {name: numeric_input.field for name, numeric_input in self._numeric_inputs.items()}
        units |= {name: target.unit for name, target in self._targets.items()}
        return tuple(ComparedLine(line.label, per_of(units.get(line.name)), line.texts) for line in lines)


def _marked(typed: str, error: FieldError) -> Box:
    return Box(typed, error.message, error.readings)
