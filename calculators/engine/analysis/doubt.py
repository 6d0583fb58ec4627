"""How the headline moves when an input is off: the range of a calculator whose inputs are no estimates."""

from collections.abc import Callable

from ..calculator import Outcome
from ..currency import NO_CURRENCY
from ..fields import Money
from .perturbation import numeric_inputs, objective, targets

TENTH = 0.1
"""How far an input is moved either way, as a share of itself, unless it is moved by points."""


def off_by(name: str, words: str, *, points: float = 0.0) -> Callable[[Outcome], str]:
    """Return the function that says how the headline moves when this input is off.

    Args:
        name: the input, such as "inflation" or "streams.0.amount".
        words: the condition, in which {low} and {high} are the input's values: "if prices rise by {low} or {high} a year".
        points: how far the input is moved either way; by default, a tenth of itself.
    """
    return lambda outcome: moved(outcome, name, words, points=points)


def moved(outcome: Outcome, name: str, words: str, *, points: float = 0.0) -> str:
    """Return the headline at the input's low and high value, followed by the condition; "" where it does not move or has no value."""
    calculator, inputs = outcome.calculator, outcome.inputs
    number = next((each for each in numeric_inputs(calculator, inputs) if each.name == name), None)
    headline = targets(calculator, inputs).get(calculator.headline.name)
    if number is None or headline is None:
        return ""
    step = points or abs(number.value) * TENTH
    low, high = max(number.field.ge, number.value - step), min(number.field.le, number.value + step)
    evaluate = objective(calculator, inputs, number, headline, outcome.day)
    ends = [value for value in (evaluate(low), evaluate(high)) if value is not None]
    if len(ends) < 2:
        return ""
    texts = [headline.unit.write(end) for end in ends]
    is_national = isinstance(number.field, Money) and number.field.currency == NO_CURRENCY  # the headline knows the country's sign
    write = headline.unit.write if is_national else number.field.write
    condition = words.format(low=write(low), high=write(high))
    return "" if texts[0] == texts[1] else f"{texts[0]} or {texts[1]} {condition}."
