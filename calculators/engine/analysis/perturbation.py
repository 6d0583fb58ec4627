"""Change one number among a calculator's inputs and evaluate a figure: the basis of sensitivity, goal seek and distributions."""

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple, TypeVar, cast

from ..calculator import Calculator
from ..fields import Estimate, Number, Rows, Slot, slots

Inputs = TypeVar("Inputs")


class NumericInput(NamedTuple):
    """One numeric input. `name` is its form name ("pay", "pairs.0.price"), `label` the words for the reader."""

    name: str
    label: str
    slot: Slot
    value: float
    row: int | None = None
    rows: str = ""

    @property
    def field(self) -> Number:
        """The declared number field."""
        if not isinstance(self.slot.field, Number):
            raise TypeError(f"{self.name} is not a number")
        return self.slot.field

    @property
    def resolution(self) -> float:
        """The last decimal in which the number is usually written, such as a cent."""
        return float(10.0**-self.field.places / self.field.scale)

    @property
    def argument_names(self) -> tuple[str, ...]:
        """The names of the graph's arguments that change with this input; the last one holds the number itself."""
        return (self.name,) if self.row is None else (self.rows, f"{self.rows}.{self.slot.name}")

    def typed(self, value: float) -> float | int:
        """Return a value as the field holds it: an int where only whole numbers count."""
        return int(value) if self.field.whole else value


def numeric_inputs(calculator: Calculator, inputs: object) -> tuple[NumericInput, ...]:
    """Return every numeric input of a filled-in form, in form order; an estimate counts at its typical value."""
    numbers = []
    for slot in calculator.applicable_slots(inputs):
        value = getattr(inputs, slot.name)
        if isinstance(slot.field, Number):
            numbers.append(NumericInput(slot.name, slot.field.label, slot, _typical(value)))
        elif isinstance(slot.field, Rows):
            columns = [inner for inner in slots(slot.field.of) if isinstance(inner.field, Number)]
            for index, row in enumerate(value):
                title = row_title(slot.field, row, index)
                for inner in columns:
                    name, label = f"{slot.name}.{index}.{inner.name}", f"{title}: {inner.field.label}"
                    numbers.append(NumericInput(name, label, inner, _typical(getattr(row, inner.name)), index, slot.name))
    return tuple(numbers)


def row_title(rows: Rows, row: object, index: int) -> str:
    """Return the title of a row for the reader, or its position where it has none."""
    title = next((slot.field.write(getattr(row, slot.name)) for slot in slots(rows.of) if slot.name == rows.title), "")
    return title or f"{rows.item[:1].upper()}{rows.item[1:]} {index + 1}"


def _typical(value: Estimate | float) -> float:
    return float(value.typical if isinstance(value, Estimate) else value)


def single_figures(case: Calculator) -> dict[str, Number]:
    """Return the units of the figures that are one number each, by name. `case` is the calculator that answers."""
    return {figure.name: figure.unit for figure in case.figures if isinstance(figure.unit, Number) and not figure.rows and not figure.step}


class Target(NamedTuple):
    """One number of an outcome: a single figure, or a row figure's value in one row ("sale_net.0")."""

    name: str
    label: str
    unit: Number
    figure: str
    row: int | None = None

    def of(self, value: object) -> float | None:
        """Extract the number from a figure's value; None where it has no value or is not finite."""
        number = value if self.row is None else cast("Sequence[object]", value)[self.row]
        return float(number) if isinstance(number, int | float) and math.isfinite(number) else None


def targets(calculator: Calculator, inputs: object) -> dict[str, Target]:
    """Return every number of these inputs' outcome, by name; the single figures come first."""
    case = calculator.at(inputs)
    labels = {figure.name: figure.label for figure in case.figures}
    numbers = [Target(name, labels[name], unit, name) for name, unit in single_figures(case).items()]
    titles = {series.name: series.titles() for series in case.series}
    for slot in case.slots:
        if isinstance(slot.field, Rows):
            titles[slot.name] = [row_title(slot.field, row, index) for index, row in enumerate(getattr(inputs, slot.name))]
    for figure in case.figures:
        if isinstance(figure.unit, Number) and figure.rows and not figure.step:
            rows = enumerate(titles[figure.rows])
            numbers += [
                Target(f"{figure.name}.{index}", f"{title}: {figure.label}", figure.unit, figure.name, index) for index, title in rows
            ]
    return {target.name: target for target in numbers}


def with_value(inputs: Inputs, number: NumericInput, value: float) -> Inputs:
    """Return the inputs with one number changed. An estimate becomes certain: all three of its numbers are the new value."""
    new: object = number.typed(value)
    if number.slot.estimate:
        new = Estimate(value, value, value)
    if number.row is None:
        return _replace(inputs, number.name, new)
    rows = list(getattr(inputs, number.rows))
    rows[number.row] = _replace(rows[number.row], number.slot.name, new)
    return _replace(inputs, number.rows, tuple(rows))


def _replace(record: Inputs, name: str, value: object) -> Inputs:
    changed: Inputs = replace(record, **{name: value})  # type: ignore[type-var]  # inputs are dataclasses by declaration
    return changed


def set_argument(arguments: dict[str, object], inputs: object, number: NumericInput, value: float) -> None:
    """Change one number among a graph's arguments; `inputs` already hold the new value."""
    *rows, name = number.argument_names
    if number.row is None:
        arguments[name] = number.typed(value)
        return
    arguments[rows[0]] = getattr(inputs, number.rows)
    column = list(cast("Sequence[object]", arguments[name]))
    column[number.row] = number.typed(value)
    arguments[name] = column


def objective(calculator: Calculator, inputs: object, number: NumericInput, target: Target, day: date) -> Callable[[float], float | None]:
    """Return the function from a value of one input to the target. Only the figures that the target needs are computed.

    The function returns None where the target has no value, or where the calculator's rules do not allow the input.
    """
    case = calculator.at(inputs)
    evaluator = case.graph.evaluator((target.figure,))
    base, _ = case.arguments(inputs, day)
    violates = violates_rules(calculator, inputs)

    def evaluate(value: float) -> float | None:
        changed = with_value(inputs, number, value)
        if violates(changed):
            return None
        arguments = dict(base)
        set_argument(arguments, changed, number, value)
        return target.of(evaluator.function(*[arguments[name] for name in evaluator.arguments])[0])

    return evaluate


def violates_rules(calculator: Calculator, inputs: object) -> Callable[[object], bool]:
    """Return a check of the calculator's rules for inputs that differ from these in numbers only, so that the same case applies."""
    rules = calculator.rules_at(inputs)
    return lambda changed: any(True for rule in rules for _ in rule(changed))
