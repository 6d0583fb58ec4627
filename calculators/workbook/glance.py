"""A workbook at a glance: who and where, assets, uses, income, tax, goal, gap and buffer, as the calculators answer; and two compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar, cast

from ..catalogue.accelerator import CALCULATOR as ACCELERATOR
from ..catalogue.accelerator.dates import month_after
from ..catalogue.accelerator.debts import HORIZON
from ..catalogue.buffer import CALCULATOR as BUFFER
from ..catalogue.equalizer import CALCULATOR as EQUALIZER
from ..catalogue.inventory import CALCULATOR as INVENTORY
from ..catalogue.leverage_income import CALCULATOR as LEVERAGE_INCOME
from ..catalogue.take_home import CALCULATOR as TAKE_HOME
from ..engine.analysis.percentiles import Percentiles
from ..engine.calculator import Calculator, Outcome
from ..engine.currency import Currency, current_currency, in_currency
from ..engine.fields import Choice, Field, Number
from ..engine.notation import POINT, current_notation, in_notation, notation_of
from ..engine.place import in_place
from ..engine.typed import typed_value
from ..engine.view.formatting import per_of, units_of, write
from .about import HOUSEHOLDS, about, answers, currency
from .changes import about_in_words
from .document import linked, outcome_of, pages, stored

InputsT = TypeVar("InputsT")

LINES = {
    "country": ("Where you live", ""),
    "notation": ("How you write money and numbers", ""),
    "status": ("Household", TAKE_HOME.id),
    "tax_year": ("Tax year", TAKE_HOME.id),
    "pay": ("Pay from your job", TAKE_HOME.id),
    "assets": ("Assets", INVENTORY.id),
    "uses": ("Uses", LEVERAGE_INCOME.id),
    "income": ("Income from your uses", LEVERAGE_INCOME.id),
    "tax": ("Tax on your gig", TAKE_HOME.id),
    "goal": ("Goal", ACCELERATOR.id),
    "date": ("Goal reached", ACCELERATOR.id),
    "gap": ("Gap between pay and prices", EQUALIZER.id),
    "buffer": ("Buffer", BUFFER.id),
}
"""The lines: the label of each, and the calculator that works it out; "" for what readers say about themselves."""
NEEDS_LOOK = "One of its numbers needs another look. Open it to see which."
STRADDLING = ("uk", "au")
"""Countries whose tax years are named by two calendar years."""
NEVER = "Not within a hundred years"


@dataclass(frozen=True)
class Edit:
    """An input that can be changed beside the answer: as typed, with its options if it is a choice, and the sentence if it is refused."""

    calculator: str
    field: str
    label: str
    typed: str
    after: str
    options: tuple[tuple[str, str], ...]
    error: str


@dataclass(frozen=True)
class Answer:
    """A line's answer: the text, its likely range, and the number behind it with its unit and its currency, if it is one."""

    text: str
    between: str = ""
    number: float | None = None
    unit: Field | None = None
    currency: Currency | None = None


@dataclass(frozen=True)
class Line:
    """A line: its text is "" while the workbook does not have it, and `note` says why if it has only wrong inputs."""

    name: str
    label: str
    page: str
    text: str
    between: str
    note: str
    edit: Edit | None


@dataclass(frozen=True)
class Comparison:
    """A line of two workbooks, and what the second has more or less of than the first; "" where the two texts say it."""

    label: str
    page: str
    texts: tuple[str, str]
    difference: str
    is_same: bool


def glance(book: Mapping[str, object], day: date) -> tuple[Line, ...]:
    """The lines of a workbook, in its notation and currency."""
    return tuple(_lines(_Reader(book, day)))


def compare(book: Mapping[str, object], other: Mapping[str, object], day: date) -> tuple[Comparison, ...]:
    """The lines of two workbooks, each in its own notation and currency. Amounts in two currencies have no difference."""
    first, second = (_Reader(each, day) for each in (book, other))
    return tuple(_compared(name, mine, theirs, first) for name, mine, theirs in zip(LINES, first.answers(), second.answers(), strict=True))


def _compared(name: str, mine: Answer | None, theirs: Answer | None, reader: _Reader) -> Comparison:
    texts = tuple(f"{answer.text} {answer.between}".strip() if answer else "" for answer in (mine, theirs))
    with reader.settings():
        difference = _difference(mine, theirs) if mine and theirs else ""
    return Comparison(LINES[name][0], _page(reader, name), (texts[0], texts[1]), difference, texts[0] == texts[1])


def _difference(mine: Answer, theirs: Answer) -> str:
    if mine.number is None or theirs.number is None or mine.unit is None or mine.currency != theirs.currency or mine.text == theirs.text:
        return ""
    more = theirs.number - mine.number
    with in_currency(mine.currency or current_currency()):
        size = write(mine.unit, abs(more))
        if size == write(mine.unit, 0):
            return ""
        return f"{'+' if more > 0 else '−'}{size} {per_of(mine.unit)}".strip()


class _Reader:
    """Reads the answers of one workbook. Each calculator is computed once."""

    def __init__(self, book: Mapping[str, object], day: date) -> None:
        self.book, self.day = book, day
        self.pages, self.who = pages(book), about(book)
        self._outcomes: dict[str, Outcome | None] = {}

    @contextmanager
    def settings(self) -> Iterator[None]:
        """Read and write as this workbook's reader does."""
        with ExitStack() as stack:
            stack.enter_context(in_notation(notation_of(str(self.book.get("numbers", POINT.example)))))
            stack.enter_context(in_currency(currency(self.book)))
            stack.enter_context(in_place(self.who.place))
            yield

    def answers(self) -> tuple[Answer | None, ...]:
        """The answers to all lines; None where the workbook has none."""
        with self.settings():
            return tuple(ANSWERS[name](self) for name in LINES)

    def has(self, calculator: Calculator) -> bool:
        """Whether the reader has used a calculator; without, its answer would be an example's."""
        return calculator.id in self.pages

    def outcome(self, calculator: Calculator[InputsT]) -> Outcome[InputsT] | None:
        """A calculator's outcome; None where it was not used, or an input needs another look."""
        if calculator.id not in self._outcomes:
            outcome = outcome_of(calculator, self.pages, self.day, self.who) if self.has(calculator) else None
            self._outcomes[calculator.id] = outcome
        return cast("Outcome[InputsT] | None", self._outcomes[calculator.id])

    def figure(self, calculator: Calculator, figure: str, *, ranged: bool = False) -> Answer | None:
        """A figure's answer, with its range if it is to have one."""
        outcome = self.outcome(calculator)
        if outcome is None:
            return None
        ranges = calculator.outcome(outcome.inputs, self.day).ranges if ranged else {}
        return self.number(calculator, figure, outcome.number(figure), ranges.get(figure))

    def number(self, calculator: Calculator, like: str, value: float, likely: object = None) -> Answer:
        """A number written like an input or a figure, in a calculator's currency, which may be that of the country whose law it follows."""
        outcome = self.outcome(calculator)
        unit = units_of(outcome.calculator if outcome else calculator)[like]
        chosen = {calculator.case: getattr(outcome.inputs, calculator.case, None)} if outcome else {}
        written_in = calculator.currency(chosen, currency(self.book))
        with in_currency(written_in):
            ends = (write(unit, likely.p10), write(unit, likely.p90)) if isinstance(likely, Percentiles) else ("", "")
            return Answer(f"{write(unit, value)} {per_of(unit)}".strip(), _likely(*ends), value, unit, written_in)

    def raw(self, calculator: Calculator) -> dict[str, object]:
        """What a calculator's form shows: what was typed, and what other calculators prefill."""
        prefilled = {field: link["value"] for field, link in linked(calculator, self.pages, self.day, self.who).items()}
        return prefilled | stored(calculator, self.pages)


def _likely(low: str, high: str) -> str:
    return f"(likely {low} to {high})" if low != high else ""


def _country(reader: _Reader) -> Answer | None:
    given = answers(reader.book)
    if not given:
        return None
    country, region, _ = about_in_words(given).values()
    return Answer(f"{country}, {region}" if given.get("region") else country)


def _notation(reader: _Reader) -> Answer:
    return Answer(f"{currency(reader.book).sign or 'No sign'}, {current_notation().example}")


def _status(reader: _Reader) -> Answer | None:
    outcome = reader.outcome(TAKE_HOME)
    if outcome and outcome.inputs.country == "us":
        return Answer(units_of(outcome.calculator)["filing_status"].write(outcome.inputs.filing_status))
    household = (answers(reader.book) or {}).get("household")
    return Answer(HOUSEHOLDS[household]) if household else None


def _tax_year(reader: _Reader) -> Answer | None:
    outcome = reader.outcome(TAKE_HOME)
    if outcome is None:
        return None
    year = outcome.inputs.tax_year
    return Answer(f"{year}-{int(year[-2:]) + 1}" if outcome.inputs.country in STRADDLING else year)


def _pay(reader: _Reader) -> Answer | None:
    """Pay as take-home pay has it, or else the equalizer."""
    if reader.has(TAKE_HOME):
        taxed = reader.outcome(TAKE_HOME)
        return reader.number(TAKE_HOME, "take_home_pay", taxed.inputs.wages) if taxed else None
    ahead = reader.outcome(EQUALIZER)
    return reader.number(EQUALIZER, "pay", ahead.inputs.pay) if ahead else None


def _assets(reader: _Reader) -> Answer | None:
    outcome = reader.outcome(INVENTORY)
    return _names([asset.name for asset in outcome.inputs.assets]) if outcome else None


def _uses(reader: _Reader) -> Answer | None:
    outcome = reader.outcome(LEVERAGE_INCOME)
    return _names([str(name) for name in outcome.rows("pair_name")]) if outcome else None


def _names(names: list[str]) -> Answer | None:
    return Answer("; ".join(names)) if names else None


def _goal(reader: _Reader) -> Answer | None:
    outcome = reader.outcome(ACCELERATOR)
    if outcome is None:
        return None
    if outcome.inputs.aim == "debts":
        return Answer("Free of debts")
    return reader.number(ACCELERATOR, "goal", outcome.inputs.goal)


def _date(reader: _Reader) -> Answer | None:
    """The month in which the goal is reached with leverage, and the likely months."""
    outcome = reader.outcome(ACCELERATOR)
    if outcome is None:
        return None
    months = outcome.value("months_with")
    if not isinstance(months, int | float):
        return Answer(NEVER)
    likely = ACCELERATOR.outcome(outcome.inputs, reader.day).ranges.get("levered")
    ends = [_month(reader.day, each) for each in (likely.p10, likely.p90)] if isinstance(likely, Percentiles) else ["", ""]
    return Answer(_month(reader.day, months), _likely(*ends), months, units_of(outcome.calculator)["months_with"])


def _month(day: date, months: float) -> str:
    return "never" if months >= HORIZON else month_after(day, months)


def _gap(reader: _Reader) -> Answer | None:
    gap, outcome = reader.figure(EQUALIZER, "gap"), reader.outcome(EQUALIZER)
    if gap is None or outcome is None:
        return None
    years = outcome.inputs.years
    return replace(gap, between=f"in {years} {'year' if years == 1 else 'years'}")


def _buffer(reader: _Reader) -> Answer | None:
    buffer, missing = reader.figure(BUFFER, "buffer"), reader.figure(BUFFER, "missing")
    if buffer is None or missing is None:
        return None
    return replace(buffer, between=f"({missing.text} still missing)" if missing.number else "(full)")


ANSWERS: Mapping[str, Callable[[_Reader], Answer | None]] = {
    "country": _country,
    "notation": _notation,
    "status": _status,
    "tax_year": _tax_year,
    "pay": _pay,
    "assets": _assets,
    "uses": _uses,
    "income": lambda reader: reader.figure(LEVERAGE_INCOME, "net_month", ranged=True),
    "tax": lambda reader: reader.figure(TAKE_HOME, "extra_tax"),
    "goal": _goal,
    "date": _date,
    "gap": _gap,
    "buffer": _buffer,
}
"""What works out each line."""

EDITS: Mapping[str, tuple[Calculator, str]] = {
    "status": (TAKE_HOME, "filing_status"),
    "tax_year": (TAKE_HOME, "tax_year"),
    "pay": (TAKE_HOME, "wages"),
    "goal": (ACCELERATOR, "goal"),
}
"""The lines with an input that can be changed there."""


def _lines(reader: _Reader) -> Iterator[Line]:
    for (name, (label, _)), answer in zip(LINES.items(), reader.answers(), strict=True):
        where = _page(reader, name)
        note = NEEDS_LOOK if answer is None and where in reader.pages else ""
        with reader.settings():
            edit = _edit(reader, name)
        shown = edit.label if edit and name == "status" else label
        yield Line(name, shown, where, answer.text if answer else "", answer.between if answer else "", note, edit)


def _page(reader: _Reader, name: str) -> str:
    """The calculator that works a line out: for pay, the equalizer where only that was used."""
    return EQUALIZER.id if name == "pay" and reader.has(EQUALIZER) and not reader.has(TAKE_HOME) else LINES[name][1]


def _edit(reader: _Reader, name: str) -> Edit | None:
    """The input of a line, if the reader has used its calculator and it applies."""
    calculator, field = (EQUALIZER, "pay") if name == "pay" and not reader.has(TAKE_HOME) else EDITS.get(name, (None, ""))
    if calculator is None or not reader.has(calculator):
        return None
    raw = reader.raw(calculator)
    slot = next(slot for slot in calculator.slots if slot.name == field)
    chosen = raw.get(calculator.case, next((slot.default for slot in calculator.slots if slot.name == calculator.case), None))
    if slot.field.only and chosen not in slot.field.only:
        return None
    typed = raw.get(field, typed_value(slot, slot.default))
    error = next((error.message for error in calculator.read(raw)[1] if error.field == field), "")
    options = tuple((option.value, option.label) for option in slot.field.options) if isinstance(slot.field, Choice) else ()
    after = slot.field.after if isinstance(slot.field, Number) else ""
    return Edit(calculator.id, field, slot.field.label, str(typed), after, options, error)
