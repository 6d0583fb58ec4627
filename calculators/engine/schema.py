"""The JSON Schema of a calculator's inputs, from its fields."""

from .calculator import Calculator
from .fields import Choice, Choices, Day, Number, NumberList, Rows, Slot, Text, Timetable, slots
from .timetable_text import HALF_HOURS
from .typed import PARTS, typed_value


def schema(calculator: Calculator) -> dict[str, object]:
    """Return the JSON Schema (2020-12) of the inputs. Numbers are plain (3.4% is 0.034); a text is read as typed into the form ("3.4")."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": calculator.title,
        "description": calculator.purpose,
        **_object(calculator.slots),
    }


def _object(declared: tuple[Slot, ...]) -> dict[str, object]:
    return {"type": "object", "additionalProperties": False, "properties": {slot.name: _property(slot) for slot in declared}}


def _property(slot: Slot) -> dict[str, object]:
    field = slot.field
    described: dict[str, object] = {"title": field.label, "default": default(slot)}
    if field.hint:
        described["description"] = field.hint
    if isinstance(field, Rows):
        return {**described, "type": "array", "minItems": field.minimum, "maxItems": field.maximum, "items": _object(slots(field.of))}
    if isinstance(field, Number):
        either: list[object] = [
            {"type": "integer" if field.whole else "number", "minimum": field.ge, "maximum": field.le},
            {"type": "string", "description": "as typed into the form" + (", in percent" if field.scale != 1 else "")},
        ]
        unit = " ".join(part for part in (field.before, field.after) if part)
        described |= {"x-unit": unit} if unit else {}
        if not slot.estimate:
            return {**described, "anyOf": either}
        parts = {part: {"anyOf": either} for part in PARTS}
        estimate = {"type": "object", "properties": parts, "required": list(parts), "additionalProperties": False}
        return {**described, "anyOf": [estimate, *either]}
    if isinstance(field, Choices):
        return {**described, "type": "array", "items": {"enum": [option.value for option in field.options]}, "uniqueItems": True}
    if isinstance(field, Choice):
        return {**described, "enum": [option.value for option in field.options]}
    if isinstance(field, NumberList):
        items = {"type": "number", "minimum": field.ge, "maximum": field.le}
        many = {"type": "array", "items": items, "minItems": field.fewest, "maxItems": field.most}
        typed = {"type": "string", "maxLength": field.longest, "description": "as typed into the form"}
        return {**described, "anyOf": [many, typed]}
    if isinstance(field, Timetable):
        half_hours = {"enum": ["", *(option.value for option in field.options)]}
        many = {"type": "array", "items": half_hours, "minItems": HALF_HOURS, "maxItems": HALF_HOURS}
        typed = {"type": "string", "maxLength": field.longest, "description": "spans like “work 9-17”, separated by commas"}
        return {**described, "anyOf": [typed, many]}
    if isinstance(field, Day):
        return {**described, "type": "string", "description": "a day like 2027-01-04, or empty"}
    return {**described, "type": "string", **({"maxLength": field.longest} if isinstance(field, Text) else {})}


def default(slot: Slot) -> object:
    """Return the default as a JSON value: a number for a number, anything else as typed."""
    return slot.default if isinstance(slot.field, Number) and not slot.estimate else typed_value(slot, slot.default)
