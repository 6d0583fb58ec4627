"""Validate raw inputs: return typed inputs, or errors that name the field, what was typed and what is accepted."""

import json
import math
import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from .errors import CodedError, Reading
from .fields import Choice, Choices, Day, Estimate, Field, Hours, Money, Number, NumberList, Rate, Rows, Slot, Text, Timetable, slots
from .money import typed_number, write_number, write_trimmed
from .number_text import Expected, NumberError, read_list_text, read_number_text, without_invisible
from .place import takes_us_amounts
from .timetable_text import FREE, HALF_HOURS, TimetableError, read_timetable
from .typed import PARTS, default_abroad

T = TypeVar("T")

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)

FINEST = 6
"""The decimals of a typed number that are kept; finer ones could not be typed back."""


class FieldError(NamedTuple):
    """An error in a field. `field` is its form name ("pay", "assets.2.capacity"), or "" for the whole request.

    `readings` are what an ambiguous text can mean, for the reader to choose from.
    """

    field: str
    code: str
    message: str
    readings: tuple[Reading, ...] = ()

    def as_json(self) -> dict[str, object]:
        """Return the error as JSON, with `readings` only if there are any."""
        plain: dict[str, object] = {"field": self.field, "code": self.code, "message": self.message}
        if self.readings:
            plain["readings"] = [{"text": reading.text, "label": reading.label} for reading in self.readings]
        return plain


class Refused(CodedError):
    """A raw value that a field does not accept."""

    def at(self, name: str) -> FieldError:
        """Return the error for the field with this name."""
        return FieldError(name, self.code, str(self), self.readings)


def validate(inputs: type[T], raw: object) -> tuple[T | None, list[FieldError]]:
    """Validate raw inputs.

    Args:
        inputs: the frozen dataclass that declares the fields.
        raw: a mapping of field names to typed texts (3.4 for 3.4%) or to JSON values (0.034). A missing field takes its default; an empty
            text is an error.

    Returns:
        The inputs and no errors, or None and at least one error. Never raises on any JSON value.
    """
    errors: list[FieldError] = []
    if not isinstance(raw, Mapping):
        return None, [FieldError("", "not-an-object", "The inputs must be an object of field names and values.")]
    values = _read_all(slots(inputs), raw, "", errors)
    return (None, errors) if errors else (inputs(**values), [])


def _read_all(declared: Sequence[Slot], raw: Mapping[str, object], prefix: str, errors: list[FieldError]) -> dict[str, object]:
    known = {slot.name for slot in declared}
    for name in raw:
        if name not in known:
            fields = ", ".join(sorted(known))
            errors.append(FieldError(f"{prefix}{name}"[:80], "unknown-field", f"There is no such field. The fields are: {fields}."))
    values: dict[str, object] = {}
    for slot in declared:
        given = raw[slot.name] if slot.name in raw else None if takes_us_amounts() else default_abroad(slot)
        if slot.name not in raw and given is None:
            values[slot.name] = slot.default
            continue
        name = prefix + slot.name
        if isinstance(slot.field, Rows):
            values[slot.name] = _read_rows(slot.field, given, name, errors)
        elif slot.estimate and isinstance(slot.field, Number):
            values[slot.name] = read_estimate(slot.field, given, name, errors)
        else:
            try:
                values[slot.name] = _read_value(slot, given)
            except Refused as refusal:
                errors.append(refusal.at(name))
    return values


def _read_value(slot: Slot, raw: object) -> object:
    field = slot.field
    if isinstance(field, Number):
        return read_number(field, raw)
    if isinstance(field, Choices):
        return _read_choices(field, raw)
    if isinstance(field, Choice):
        return _read_choice(field, raw)
    if isinstance(field, NumberList):
        return read_numbers(field, raw)
    if isinstance(field, Timetable):
        return _read_timetable(field, raw)
    if isinstance(field, Day):
        return _read_day(field, raw)
    if isinstance(field, Text):
        return _read_text(field, raw)
    raise TypeError(f"no reader for {type(field).__name__}")  # a new field class has to be added above


def read_number(field: Field | None, raw: object, *, bounded: bool = True) -> float | int:
    """Read a number, typed or as a JSON value, in a field's unit. `bounded=False` accepts any finite number, as for a goal.

    Raises:
        Refused: when it is not a number that the field accepts.
    """
    if not isinstance(field, Number):
        raise Refused("not-a-number", "That is not something with a number.")
    value = _typed(field, raw, bounded=bounded) if isinstance(raw, str) else _plain(field, raw)
    if not bounded:
        return value
    if not field.ge <= value <= field.le:
        raise _out_of_bounds(field, raw, "too-small" if value < field.ge else "too-large")
    if not field.whole:
        return value
    if not value.is_integer():
        raise Refused("not-whole", f"You wrote {quoted(raw)}. Write a whole number {_bounds(field)}.")
    return int(value)


def _out_of_bounds(field: Number, raw: object, code: str) -> Refused:
    """Return the error for a number outside of the bounds. If the other decimal sign makes it a number inside, the error offers that."""
    message = f"You wrote {quoted(raw)}. Write a number {_bounds(field)}."
    swapped = raw.translate({ord("."): ",", ord(","): "."}) if isinstance(raw, str) else ""
    try:
        value = _typed(field, swapped, bounded=True) if swapped != raw else math.inf
    except Refused:
        value = math.inf
    if not field.ge <= value <= field.le:
        return Refused(code, message)
    label = write_trimmed(value * field.scale, FINEST) + ("%" if isinstance(field, Rate) else "")
    return Refused(code, f"{message} Or do you mean {label}?", (Reading(field.typed(value), label),))


def _typed(field: Number, raw: str, *, bounded: bool) -> float:
    """Read a number from the text in a box; a rate is in percent, with or without the sign."""
    if not raw.strip():
        raise Refused("required", field.prompt or f"Write a number {_bounds(field)}.")
    expected = Expected(
        low=field.ge * field.scale if bounded else -math.inf,
        high=field.le * field.scale if bounded else math.inf,
        unit=field.unit,
        money=isinstance(field, Money),
        percent=isinstance(field, Rate),
        clock=isinstance(field, Hours),
    )
    try:
        value = read_number_text(raw, expected)
    except NumberError as fault:
        raise Refused(fault.code, f"You wrote {quoted(raw)}. {fault}", fault.readings) from None
    if isinstance(field, Rate) and "%" not in raw:
        _refuse_fraction(field, value, raw)
    return _fine(field, value / field.scale)


def _refuse_fraction(field: Rate, percent: float, raw: str) -> None:
    """Refuse a number that may be meant as a fraction (0.25 for 25%), and offer the readings that the field accepts."""
    if not field.is_doubtful(percent / field.scale):
        return
    as_percent, as_fraction = typed_number(percent, 8), typed_number(percent * 100, 8)
    readings: tuple[Reading, ...] = (Reading(as_fraction, f"{as_fraction}%"),)
    if field.ge <= percent / field.scale <= field.le:
        readings = (Reading(f"{as_percent}%", f"{as_percent}%"), *readings)
    message = f"You wrote {quoted(raw)}. Is it {' or '.join(reading.label for reading in readings)}?"
    raise Refused("ambiguous", message, readings)


def _fine(field: Number, value: float) -> float:
    """Round a value to what can be typed; a rate is typed in percent, so it has two more decimals."""
    return round(value, FINEST + round(math.log10(field.scale)))


def _plain(field: Number, raw: object) -> float:
    """Read a number from a JSON value."""
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        raise Refused("not-a-number", f"{quoted(raw)} is not a number. Write one {_bounds(field)}.")
    if not -1e300 < raw < 1e300 or math.isnan(raw):
        raise Refused("not-finite", f"{quoted(raw)} is more than this page can count. Write a number {_bounds(field)}.")
    return _fine(field, float(raw))


def _bounds(field: Number) -> str:
    low, high = field.write(field.ge), field.write(field.le)
    unit = "" if field.scale != 1 or not field.unit else f" {field.unit}"
    return f"from {low} to {high}{unit}"


def read_estimate(field: Number, raw: object, name: str, errors: list[FieldError]) -> Estimate | None:
    """Read low, typical and high from an object, or all three from one number; errors are appended to `errors`."""
    if not isinstance(raw, Mapping):
        try:
            value = float(read_number(field, raw))
        except Refused as refusal:
            errors.append(refusal.at(name))
            return None
        return Estimate(value, value, value)
    parts: dict[str, float] = {}
    for part in PARTS:
        try:
            parts[part] = float(read_number(field, raw.get(part, "")))
        except Refused as refusal:
            errors.append(refusal.at(f"{name}.{part}"))
    if len(parts) < 3:
        return None
    if not parts["low"] <= parts["typical"]:
        message = f"Typical must not be below low, which is {field.write(parts['low'])}."
        errors.append(FieldError(f"{name}.typical", "order", message))
    elif not parts["typical"] <= parts["high"]:
        message = f"High must not be below typical, which is {field.write(parts['typical'])}."
        errors.append(FieldError(f"{name}.high", "order", message))
    return Estimate(**parts)


def _read_text(field: Text, raw: object) -> str:
    if not isinstance(raw, str):
        raise Refused("not-a-text", f"{quoted(raw)} is not a text.")
    kept = (" " if ch.isspace() else ch for ch in raw if ch.isspace() or unicodedata.category(ch) not in {"Cc", "Cs"})
    text = "".join(kept).strip()
    if len(text) > field.longest:
        raise Refused("too-long", f"That is {write_number(len(text))} characters long; {write_number(field.longest)} is the most.")
    if field.required and not text:
        raise Refused("required", "Write a short name.")
    return text


def expected_list(field: NumberList) -> Expected:
    """Return what the text of a list is expected to hold."""
    return Expected(field.ge, field.le, money=field.money, fewest=field.fewest)


def read_numbers(field: NumberList, raw: object) -> tuple[float, ...]:
    """Read a list of numbers from the text in a box, or from JSON numbers.

    Raises:
        Refused: when it is not a list that the field accepts.
    """
    if isinstance(raw, str):
        if len(raw) > field.longest:
            raise Refused("too-long", f"That is {write_number(len(raw))} characters long; {write_number(field.longest)} is the most.")
        try:
            values = read_list_text(raw, expected_list(field))
        except NumberError as fault:
            raise Refused(fault.code, str(fault), fault.readings) from None
    elif isinstance(raw, Sequence) and all(isinstance(item, int | float) and not isinstance(item, bool) for item in raw):
        values = tuple(float(item) for item in raw)
    else:
        raise Refused("not-a-list", f"This takes a list of numbers, one for each {field.item}.")
    for value in values:
        if not field.ge <= value <= field.le:
            shown = f"“{typed_number(value)}”" if math.isfinite(value) else "A number"
            raise Refused("out-of-range", f"{shown} is not between {write_number(field.ge)} and {write_number(field.le)}.")
    if len(values) < field.fewest:
        raise Refused("too-few", f"That makes {_counted(len(values), field.item)}. Write at least {field.fewest}.")
    if len(values) > field.most:
        raise Refused("too-many", f"That makes {_counted(len(values), field.item)}; {field.most} is the most.")
    return tuple(round(value, FINEST) for value in values)


def _counted(count: int, item: str) -> str:
    return f"{count} {item}{'' if count == 1 else 's'}"


def _read_day(field: Day, raw: object) -> str:
    """Read a day like 2027-01-04, or "" for none."""
    text = without_invisible(raw).strip() if isinstance(raw, str) else repr(raw)
    try:
        if not text or (_DAY.fullmatch(text) and field.earliest <= date.fromisoformat(text).isoformat() <= field.latest):
            return text
    except ValueError:
        pass  # not a day of that month
    years = f"from {field.earliest[:4]} to {field.latest[:4]}"
    raise Refused("not-a-date", f"You wrote {quoted(raw)}. Write year, month and day like 2027-01-04, {years}, or leave it empty.")


def _read_timetable(field: Timetable, raw: object) -> tuple[str, ...]:
    """Read a day from its text, or from a list of 48 half hours."""
    known = [option.value for option in field.options]
    if isinstance(raw, str):
        if len(raw) > field.longest:
            raise Refused("too-long", f"That is {write_number(len(raw))} characters long; {write_number(field.longest)} is the most.")
        try:
            return read_timetable(without_invisible(raw), known)
        except TimetableError as fault:
            raise Refused(fault.code, str(fault)) from None
    if not isinstance(raw, Sequence) or len(raw) != HALF_HOURS or not all(item in {FREE, *known} for item in map(str, raw)):
        raise Refused("not-a-timetable", f"This takes a text like “work 9-17”, or a list of {HALF_HOURS} half hours.")
    return tuple(map(str, raw))


def _read_choice(field: Choice, raw: object) -> str:
    chosen = str(raw) if isinstance(raw, int) and not isinstance(raw, bool) else raw  # a year may be a JSON number
    if isinstance(chosen, str) and any(chosen == option.value for option in field.options):
        return chosen
    names = ", ".join(option.value for option in field.options[:12])
    more = ", …" if len(field.options) > 12 else ""
    raise Refused("not-a-choice", f"{quoted(raw)} is not one of the choices: {names}{more}.")


def _read_choices(field: Choices, raw: object) -> tuple[str, ...]:
    if not isinstance(raw, Sequence) or isinstance(raw, str):
        raise Refused("not-a-list", "This takes a list of choices.")
    chosen = {_read_choice(field, item) for item in raw}
    return tuple(option.value for option in field.options if option.value in chosen)


def _read_rows(field: Rows, raw: object, name: str, errors: list[FieldError]) -> tuple[object, ...]:
    if not isinstance(raw, Sequence) or isinstance(raw, str):
        errors.append(FieldError(name, "not-a-list", f"This takes a list, one entry for each {field.item}."))
        return ()
    if len(raw) > field.maximum:
        message = f"{write_number(len(raw))} is too many: at most {field.maximum} fit here. Nothing was deleted; remove some."
        errors.append(FieldError(name, "too-many", message))
        return ()
    if len(raw) < field.minimum:
        errors.append(FieldError(name, "too-few", f"Add at least {field.minimum}."))
    declared, rows = slots(field.of), []
    for index, entry in enumerate(raw):
        if not isinstance(entry, Mapping):
            errors.append(FieldError(f"{name}.{index}", "not-an-object", f"Each {field.item} must be an object of fields."))
            continue
        before = len(errors)
        values = _read_all(declared, entry, f"{name}.{index}.", errors)
        if len(errors) == before:
            rows.append(field.of(**values))
    return tuple(rows)


def quoted(raw: object) -> str:
    """Return what was typed, or a JSON value, in quotation marks and without invisible characters; shortened if necessary."""
    text = raw if isinstance(raw, str) else json.dumps(raw, ensure_ascii=False, default=repr)
    text = " ".join(without_invisible(text).split())
    return f"“{text[:32]}…”" if len(text) > 33 else f"“{text}”"
