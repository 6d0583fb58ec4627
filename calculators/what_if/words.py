"""Texts of what-if answers: amounts with their units, and the explanation of a goal seek's result."""

from ..engine.analysis.goal_seek import GoalSeekResult
from ..engine.fields import Money, Number, Rate
from ..engine.money import typed_number
from ..engine.notation import current_notation
from ..engine.view.formatting import per_of

CENTS = 2
PLATEAU = 0.01
"""Share of an input by which it changes at least before it is said that a figure stays at its goal."""


def amount(field: Number, value: float | None, *, exact: bool = False) -> str:
    """Write a value with its unit: "$52,000 a year", "3.4% a year", "4 hours a week"; with `exact`, every decimal, as it would be typed."""
    if value is None:
        return "no value"
    text, counted = _exactly(field, value) if exact else field.write(value), per_of(field)
    if text == "1" and field.unit.endswith("s"):
        counted = counted.replace(field.unit, field.unit.removesuffix("s"), 1)
    return f"{text} {counted}".strip()


def _exactly(field: Number, value: float) -> str:
    digits = typed_number(abs(value) * field.scale, 8)
    point = digits.partition(current_notation().decimal)[2]
    if isinstance(field, Money) and len(point) == CENTS - 1:
        digits += "0"
    return f"{'−' if value < 0 else ''}{field.before}{digits}{'%' if isinstance(field, Rate) else ''}"


def _holds_words(sought: GoalSeekResult) -> str:
    """How far the input can change while the figure stays at its goal: ", and stays there up to $3,900 a year"; "" where hardly at all."""
    field, (low, high) = sought.input.field, sought.holds or (0.0, 0.0)
    here = sought.input.value
    if low <= field.ge and high >= field.le:
        return f", whatever “{sought.input.label}” is"
    ends = (("down to", low, field.ge), ("up to", high, field.le))
    said = [
        f"{word} {amount(field, end, exact=True)}" for word, end, bound in ends if abs(end - here) > PLATEAU * abs(here) and end != bound
    ]
    return f", and stays there {' and '.join(said)} of “{sought.input.label}”" if said else ""


def sought_words(sought: GoalSeekResult) -> str:
    """Explain why a goal seek has no value, or what is special about its value; "" when the value meets the goal exactly."""
    field, unit, label = sought.input.field, sought.target.unit, sought.target.label
    if sought.status == "there":
        return f"It is at the goal already{_holds_words(sought)}."
    if sought.status == "found":
        near = sought.result is not None and unit.rounded(sought.result) != unit.rounded(sought.goal)
        return "No number that can be typed comes closer." if near else ""
    if sought.status == "step" and sought.before is not None:
        value, result = sought.before
        steps = "Only whole numbers count here" if field.whole else f"“{label}” changes in steps and is never exactly that"
        return f"{steps}: at {amount(field, value, exact=field.whole)} it is {amount(unit, result)}."
    if sought.status == "none":
        return f"“{label}” has no value, whatever “{sought.input.label}” is."
    low, high = (amount(unit, end) for end in sought.reached or (0.0, 0.0))
    allowed = f"from {amount(field, field.ge)} to {amount(field, field.le)}"
    if sought.status == "flat":
        return f"“{sought.input.label}” does not change it: “{label}” stays at {low}."
    return f"With “{sought.input.label}” {allowed}, which is all that the form accepts, “{label}” only goes from {low} to {high}."
