"""Read numbers as people type and paste them: one number, or a list of them.

The rules, with examples: docs/reading-numbers.md. A text that can mean two numbers is never guessed at; the error carries both.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from .currencies import strip_currency
from .errors import CodedError, Reading
from .list_splits import GROUPED, has_date, splits, spread
from .money import typed_number
from .notation import current_notation

LONGEST_NUMBER = 40
"""Characters of one typed number; no honest number is longer."""
MOST_READINGS = 3
"""Readings of one list to choose from."""

_PLAIN = re.compile(r"-?\d{1,15}(?:\.\d{1,2})?", re.ASCII)
"""What means the same in every notation."""
_INTEGER = re.compile(r"\d+", re.ASCII)
_CLOCK = re.compile(r"(\d{1,3})(?::| ?h ?)([0-5]\d)(?: ?m(?:in)?)?", re.ASCII | re.IGNORECASE)
_RANGE = re.compile(r"\d\s*-\s*\d", re.ASCII)
_WORDS = re.compile(r"[^\d.,' +()-]+(?: +[^\d.,' +()-]+)*", re.ASCII)
_SHORT_FOR_ZEROS = {"k", "m", "mn", "mio", "tsd", "thousand", "million", "lakh", "lakhs", "crore"}
_OUTER_QUOTES = re.compile(r"[\"“”„«](.*)[\"“”»]")
"""Quotation marks around a number, as in a file of comma-separated values."""
_ZERO_WIDTH_BREAK = re.compile(r"(?<=\d)\u200b+(?=\d)")
"""In a list, a place to break the line between two numbers."""
_ASCII = {
    **dict.fromkeys("\u00a0\u2005\u2006\u2007\u2008\u2009\u200a\u202f", "\u00a0"),
    **dict.fromkeys("\u2212\u2010\u2011\u2012\u2013\u2014\u2015\u2796\ufe58\ufe63\uff0d", "-"),
    **dict.fromkeys("\u2018\u2019\u02bc\u00b4`\u066c\u2032\uff07", "'"),
    **dict.fromkeys("\u061b\u3001\uff1b", ";"),
    **dict.fromkeys("\u066b\uff0e", "."),
    **dict.fromkeys("\u060c\uff0c", ","),
    **dict.fromkeys("\u066a\uff05", "%"),
}
"""What stands for what: spaces that never separate numbers, minus signs, apostrophes, semicolons, points, commas, percent signs."""


class NumberError(CodedError):
    """A text that is not unambiguously a number."""


@dataclass(frozen=True)
class Expected:
    """What a box takes: its bounds, the unit that may stand behind the number, and the signs that may stand beside it."""

    low: float = -math.inf
    high: float = math.inf
    unit: str = ""
    money: bool = False
    percent: bool = False
    clock: bool = False


ANY = Expected(money=True)


def read_number_text(text: str, expected: Expected = ANY) -> float:
    """Read one number in the current notation.

    Raises:
        NumberError: not-a-number, currency-sign or not-finite; ambiguous, with two readings, where the text can mean two numbers.
    """
    if _PLAIN.fullmatch(text):
        return float(text)
    cleaned = _OUTER_QUOTES.sub(r"\1", normalize(text).replace("\u00a0", " ").strip())
    if len(cleaned) > LONGEST_NUMBER:
        raise NumberError("not-a-number", "That is too long for one number.")
    found = _read_pieces([cleaned], expected)
    if len(found) == 1:
        return found[0][0]
    readings = tuple(Reading(written, written) for written in (typed_number(values[0]) for values in found))
    raise NumberError("ambiguous", f"This could be {' or '.join(r.label for r in readings)}. Choose the one you mean.", readings)


def read_list_text(text: str, expected: Expected = ANY) -> tuple[float, ...]:
    """Read a list of numbers, separated by spaces, line breaks, semicolons or commas, in the current notation.

    Raises:
        NumberError: as `read_number_text`; its sentence quotes the piece that cannot be read.
    """
    found: dict[tuple[float, ...], bool] = {}
    fault: NumberError | None = None
    written = normalize(_ZERO_WIDTH_BREAK.sub(" ", text))
    if has_date(written):
        raise NumberError("not-a-number", "There is a date in this list. Write only the amounts, one on each line.")
    for pieces, sure in splits(written, money=expected.money):
        try:
            readings = _read_pieces(pieces, expected)
        except NumberError as error:
            fault = fault or error
            continue
        for values in readings:
            found[values] = found.get(values, False) or (sure and len(readings) == 1)
    if not found:
        raise fault or NumberError("not-a-number", "It is not clear where each number ends. Write one number on each line.")
    if len(found) == 1 and all(found.values()):
        return next(iter(found))
    readings_shown = tuple(_list_reading(values) for values in _likeliest(found))
    doubt = "This list can be read in more than one way. Choose what you mean." if len(found) > 1 else "Is this the list you mean?"
    raise NumberError("ambiguous", doubt, readings_shown)


def _likeliest(found: Collection[tuple[float, ...]]) -> list[tuple[float, ...]]:
    """The readings whose numbers are most alike, the shortest first."""
    alike = sorted(found, key=lambda values: spread([f"{abs(value):.6f}" for value in values]))[:MOST_READINGS]
    return sorted((values for values in found if values in alike), key=len)


def typed_list(values: Sequence[float]) -> str:
    """Write a list as it reads back in the current notation: without groups of digits, since commas and spaces may separate numbers."""
    group = current_notation().group
    texts = [typed_number(value).replace(group, "") for value in values]
    return f"{texts[0]};" if len(texts) == 1 else "; ".join(texts)


def normalize(text: str) -> str:
    """Drop invisible characters, and write the digits, minus signs and apostrophes of any script as ASCII ones."""
    kept = []
    for char in text:
        category = unicodedata.category(char)
        if category in {"Cf", "Cs"} or (category == "Cc" and not char.isspace()):
            continue
        kept.append(str(unicodedata.decimal(char)) if category == "Nd" else _ASCII.get(char, char))
    return "".join(kept)


def _list_reading(values: tuple[float, ...]) -> Reading:
    shown = "; ".join(typed_number(value) for value in values)
    return Reading(typed_list(values), f"{len(values)} {'number' if len(values) == 1 else 'numbers'}: {shown}")


def _read_pieces(pieces: Sequence[str], expected: Expected) -> list[tuple[float, ...]]:
    """Read numbers that are all written alike; two results where the decimal sign is in doubt.

    Raises:
        NumberError: for a piece that is no number.
    """
    bodies, factors = [], []
    for piece in pieces:
        body, negative = _without_signs(piece, expected)
        bodies.append(body)
        factors.append(-1 if negative else 1)
    readings: dict[str, tuple[float, ...] | None] = {}
    for decimal in ".,":
        values = [_strict(body, decimal, expected) for body in bodies]
        readings[decimal] = None if None in values else tuple(f * v for f, v in zip(factors, values, strict=True) if v is not None)
    found = _resolve(bodies, readings, expected)
    if not found:
        piece = next((p for p, b in zip(pieces, bodies, strict=True) if all(_strict(b, d, expected) is None for d in ".,")), pieces[0])
        raise _not_a_number(piece, quote=len(pieces) > 1)
    if any(not math.isfinite(value) for values in found for value in values):
        raise NumberError("not-finite", "That is more than this page can count.")
    return found


def _strict(body: str, decimal: str, expected: Expected) -> float | None:
    """Read digits whose decimal sign is known; any other sign may only stand between groups of digits."""
    clock = _CLOCK.fullmatch(body) if expected.clock else None
    if clock:
        return int(clock[1]) + int(clock[2]) / 60
    if body.count(decimal) > 1:
        return None
    whole, _, fraction = body.partition(decimal)
    if (fraction and not _INTEGER.fullmatch(fraction)) or not (whole or fraction):
        return None
    if whole and not _INTEGER.fullmatch(whole) and not GROUPED.fullmatch(whole):
        return None
    return float(f"{re.sub(r'[^0-9]', '', whole) or '0'}.{fraction or '0'}")


def _resolve(bodies: Sequence[str], readings: Mapping[str, tuple[float, ...] | None], expected: Expected) -> list[tuple[float, ...]]:
    """Choose between a point and a comma as the decimal sign: by the notation, then by the bounds; both where neither decides."""
    notation = current_notation()
    own = readings[notation.decimal]
    other = readings["," if notation.decimal == "." else "."]
    if own is None and other is not None and any(_is_misplaced_group(body, notation.group) for body in bodies):
        ungrouped = [_strict(body.replace(notation.group, ""), notation.decimal, expected) for body in bodies]
        own = None if None in ungrouped else tuple(value for value in ungrouped if value is not None)
        return [values for values in (own, other) if values is not None]
    both = [values for values in (own, other) if values is not None]
    if len(both) < 2 or both[0] == both[1]:
        return both[:1]
    doubtful = {sign for body, a, b in zip(bodies, *both, strict=True) if a != b for sign in body if sign in ".,"}
    if doubtful == {notation.group}:
        return both[:1]
    fitting = [values for values in both if all(expected.low <= value <= expected.high for value in values)]
    return both if len(fitting) == 2 else fitting or both[:1]


def _is_misplaced_group(body: str, group: str) -> bool:
    """Whether a text has more than three digits behind the sign that groups digits: a slip for 12,000 as much as for 1.2."""
    whole, _, fraction = body.partition(group)
    return len(fraction) > 3 and _INTEGER.fullmatch(fraction) is not None and whole.strip("0").isdigit()


def _without_signs(text: str, expected: Expected) -> tuple[str, bool]:
    """Take minus sign, currency, percent sign and unit off a number, each at most once and in any order.

    Returns:
        What is left, and whether the number is negative.
    """
    peels = {"minus": _without_minus, "currency": _without_currency, "percent": _without_percent, "unit": _without_unit}
    text, negative = text.strip(), False
    while True:
        for name, peel in peels.items():
            rest = peel(text, expected)
            if rest is not None:
                negative = negative or (name == "minus" and not text.startswith("+"))
                text = rest.strip()
                del peels[name]
                break
        else:
            return (text[:-2] if expected.money and re.fullmatch(r".*\d[.,]-", text) else text), negative


def _without_minus(text: str, _: Expected) -> str | None:
    if len(text) > 2 and text[0] == "(" and text[-1] == ")":
        return text[1:-1]
    if text[:1] in {"+", "-"}:
        return text[1:]
    if text[-1:] == "-" and text[-2:-1] not in {".", ","}:
        return text[:-1]
    return None


def _without_currency(text: str, expected: Expected) -> str | None:
    bare = strip_currency(text)
    if bare is not None and not expected.money and _strict(bare.strip(), ".", expected) is not None:
        raise NumberError("currency-sign", f"This box takes no amount of money. Write only the number, like {bare.strip()}.")
    return bare


def _without_percent(text: str, expected: Expected) -> str | None:
    bare = text[1:] if text.startswith("%") else text.removesuffix("%")
    return bare if expected.percent and bare != text else None


def _without_unit(text: str, expected: Expected) -> str | None:
    for word in filter(None, (expected.unit.lower(), expected.unit.lower().removesuffix("s"))):
        if text.lower().endswith(word) and len(text) > len(word):
            return text[: -len(word)]
    return None


def _not_a_number(text: str, *, quote: bool) -> NumberError:
    """The error for a text that is no number; it names what was seen."""
    said = f"“{text[:20]}” is not a number. " if quote else ""
    example = f"Write a number in digits, like {typed_number(1200)} or {typed_number(1200.5)}."
    words = _WORDS.search(text)
    if _RANGE.search(text):
        return NumberError("not-a-number", f"{said}That looks like a range. Write one number.")
    if words is None or len(_WORDS.findall(text)) != 1 or not any(char.isdigit() for char in text):
        return NumberError("not-a-number", said + example)
    seen = words.group().strip()
    if seen.lower() in _SHORT_FOR_ZEROS:
        return NumberError("not-a-number", f"{said}Write the number out in full, without “{seen}”.")
    if seen.isalpha() and (text.startswith(seen) or text.endswith(seen)):
        return NumberError("not-a-number", f"{said}Leave out “{seen[:20]}” and write only the number.")
    return NumberError("not-a-number", said + example)
