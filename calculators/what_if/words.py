"""What if, in words: amounts with their units, and how a goal seek ended."""

from __future__ import annotations

from ..engine.analysis.goal_seek import GoalSeekResult
from ..engine.fields import Money, Number, Rate
from ..engine.money import typed_number
from ..engine.notation import current_notation
from ..engine.view.formatting import per_of

CENTS = 2


def amount(field: Number, value: float | None, *, exact: bool = False) -> str:
    """A value with its unit: "$52,000 a year", "3.4% a year", "4 hours a week".

    Args:
        field: whose value it is.
        value: None for a figure that has none.
        exact: with every decimal that it has, as it would be typed, where the eye is content with fewer.
    """
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


def sought_words(found: GoalSeekResult) -> str:
    """Why a goal seek ended without a value, or what has to be said beside the value; "" when it is found as it was wanted."""
    field, unit, label = found.input.field, found.target.unit, found.target.label
    if found.status == "there":
        return "It stands there already."
    if found.status == "found":
        near = found.result is not None and unit.rounded(found.result) != unit.rounded(found.goal)
        return "No number that can be typed comes nearer." if near else ""
    if found.status == "step" and found.before is not None:
        value, result = found.before
        steps = "Only whole numbers count here" if field.whole else f"“{label}” goes in steps and never stands at exactly that"
        return f"{steps}: at {amount(field, value, exact=field.whole)} it is {amount(unit, result)}."
    if found.status == "none":
        return f"“{label}” has no value, whatever “{found.input.label}” is."
    low, high = (amount(unit, end) for end in found.reached or (0.0, 0.0))
    allowed = f"from {amount(field, field.ge)} to {amount(field, field.le)}"
    if found.status == "flat":
        return f"“{found.input.label}” does not move it: “{label}” stays at {low}."
    return f"With “{found.input.label}” {allowed}, as the form takes it, “{label}” only goes from {low} to {high}."
