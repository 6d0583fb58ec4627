"""What the typed functions share: reading keyword arguments, computing, and the error for inputs that cannot be taken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias, TypeVar

from .. import find
from ..engine.analysis.percentiles import Percentiles
from ..engine.calculator import Outcome
from ..engine.fields import Field, Rows, Slot, columns, slots
from ..engine.figures import Figure
from ..engine.parameters import NotPublished, Value
from ..engine.typed import PARTS
from ..engine.validation import FieldError

Uncertain: TypeAlias = float | tuple[float, float, float]
"""A number, or (low, typical, high) for one that is uncertain."""


class InputError(ValueError):
    """Raised for inputs that a calculator refuses. Its text has one line for each refused field."""

    def __init__(self, errors: Sequence[FieldError]) -> None:
        """Keep every error: `field` ("pairs.0.price", or "" for all inputs together), `code` and `message`."""
        super().__init__("\n".join(f"{error.field}: {error.message}" if error.field else error.message for error in errors))
        self.errors = tuple(errors)


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What every calculator returns beside its figures.

    Figures are rounded as on the site and the command line: money to cents, rates to a millionth.
    """

    notes: tuple[str, ...]
    """Sentences that this outcome calls for."""

    ranges: Mapping[str, Percentiles | tuple[Percentiles, ...]]
    """P10, P50 and P90 by the figure's name, where an input is (low, typical, high)."""

    parameters: tuple[Value, ...]
    """The dated, cited values that went in."""


AnswerT = TypeVar("AnswerT", bound=Answer)


def answer(
    calculator_id: str,
    inputs: Mapping[str, object],
    as_of: date | None,
    kind: type[AnswerT],
    cases: Mapping[str, type[AnswerT]] | None = None,
) -> AnswerT:
    """Evaluate a calculator. What is left out takes the value that its form starts with.

    Args:
        calculator_id: such as "take-home".
        inputs: by field name; a rate is a fraction (0.034).
        as_of: the day whose rates count; today if None.
        kind: the class of the answer, which has a field for each of the figures.
        cases: the class for each case, where the calculator has cases.

    Raises:
        InputError: for a field that does not exist, a value that its field refuses, or a day for which no rates are published.
    """
    calculator = find(calculator_id)
    if calculator is None:
        raise LookupError(calculator_id)
    read, errors = calculator.read(_as_json(calculator.slots, inputs))
    if read is None:
        raise InputError(errors)
    try:
        outcome = calculator.outcome(read, as_of or date.today())  # noqa: DTZ011 - the caller's calendar day
    except NotPublished as fault:
        raise InputError([FieldError("", "not-published", str(fault))]) from None
    case = outcome.calculator
    return (cases or {}).get(case.serves, kind)(
        notes=tuple(text for note in (*case.warnings, *case.notes) if (text := note(outcome))),
        ranges={name: _rounded_range(case.graph.by_name(name).unit or Field(), spread) for name, spread in outcome.ranges.items()},
        parameters=outcome.parameters,
        **{figure.name: _rounded(outcome, figure) for figure in case.figures if not figure.step},
    )


def _as_json(declared: Sequence[Slot], inputs: Mapping[str, object]) -> dict[str, object]:
    """The inputs with each (low, typical, high) written as {low, typical, high}, in rows too."""
    by_name = {slot.name: slot for slot in declared}
    return {name: _one_as_json(by_name[name], value) if name in by_name else value for name, value in inputs.items()}


def _one_as_json(slot: Slot, value: object) -> object:
    if slot.estimate and isinstance(value, tuple) and len(value) == len(PARTS):
        return dict(zip(PARTS, value, strict=True))
    if isinstance(slot.field, Rows) and isinstance(value, Sequence):
        inner = slots(slot.field.of)
        return [_as_json(inner, row) if isinstance(row, Mapping) else row for row in value]
    return value


def _rounded(outcome: Outcome, figure: Figure) -> object:
    if figure.table is not None:
        units = columns(figure.table)
        cells = ({cell: _round(unit, getattr(row, cell)) for cell, unit in units} for row in outcome.rows(figure.name))
        return tuple(figure.table(**row) for row in cells)
    unit = figure.unit or Field()
    return tuple(_round(unit, row) for row in outcome.rows(figure.name)) if figure.rows else _round(unit, outcome[figure])


def _rounded_range(unit: Field, spread: Percentiles | tuple[Percentiles, ...]) -> Percentiles | tuple[Percentiles, ...]:
    rows = spread if isinstance(spread, tuple) else (spread,)
    rounded = tuple(Percentiles(*(unit.rounded(part) for part in (row.p10, row.p50, row.p90))) for row in rows)
    return rounded if isinstance(spread, tuple) else rounded[0]


def _round(unit: Field, value: object) -> object:
    """A number rounded to its unit's places; anything else as it is."""
    return unit.rounded(value) if isinstance(value, int | float) else value
