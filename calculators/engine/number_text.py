"""Read numbers as people type and paste them: one number, or a list of them.

docs/reading-numbers.md has the rules with examples. A text that can mean two numbers is never guessed at; the error carries both.
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
"""The most characters of a typed number."""
MOST_READINGS = 3
"""The most readings of a list to choose from."""

_PLAIN = re.compile(r"-?\d{1,15}(?:\.\d{1,2})?", re.ASCII)
"""A number that means the same in every notation."""
_INTEGER = re.compile(r"\d+", re.ASCII)
_CLOCK = re.compile(r"(\d{1,3})(?::| ?h ?)([0-5]\d)(?: ?m(?:in)?)?", re.ASCII | re.IGNORECASE)
_RANGE = re.compile(r"\d\s*-\s*\d", re.ASCII)
_WORDS = re.compile(r"[^\d.,' +()-]+(?: +[^\d.,' +()-]+)*", re.ASCII)
_SHORT_FOR_ZEROS = {"k", "m", "mn", "mio", "tsd", "thousand", "million", "lakh", "lakhs", "crore"}
_OUTER_QUOTES = re.compile(r"[\"“”„«](.*)[\"“”»]")
"""Quotation marks around a number, as in a file of comma-separated values."""
_ZERO_WIDTH_BREAK = re.compile(r"(?<=\d)\u200b+(?=\d)")
"""A possible line break between two numbers of a list."""
_ASCII = {
    **dict.fromkeys("\u00a0\u2005\u2006\u2007\u2008\u2009\u200a\u202f", "\u00a0"),
    **dict.fromkeys("\u2212\u2010\u2011\u2012\u2013\u2014\u2015\u2796\ufe58\ufe63\uff0d", "-"),
    **dict.fromkeys("\u2018\u2019\u02bc\u00b4`\u066c\u2032\uff07", "'"),
    **dict.fromkeys("\u061b\u3001\uff1b", ";"),
    **dict.fromkeys("\u066b\uff0e", "."),
    **dict.fromkeys("\u060c\uff0c", ","),
    **dict.fromkeys("\u066a\uff05", "%"),
}
"""Replacements for no-break spaces (which never separate two numbers), minus signs, apostrophes, and decimal, list and percent signs."""


class NumberError(CodedError):
    """A text that is not unambiguously a number."""


@dataclass(frozen=True)
class Expected:
    """What a box accepts: its bounds, the unit that may follow the number, and the signs that may surround it."""

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
    meanings = _read_pieces([cleaned], expected)
    if len(meanings) == 1:
        return meanings[0][0]
    readings = tuple(Reading(written, written) for written in (typed_number(values[0]) for values in meanings))
    raise NumberError("ambiguous", f"This could be {' or '.join(r.label for r in readings)}. Choose the one you mean.", readings)


def read_list_text(text: str, expected: Expected = ANY) -> tuple[float, ...]:
    """Read a list of numbers, separated by spaces, line breaks, semicolons or commas, in the current notation.

    Raises:
        NumberError: as `read_number_text`; its sentence quotes the piece that cannot be read.
    """
    meanings: dict[tuple[float, ...], bool] = {}
    first_error: NumberError | None = None
    normalized = normalize(_ZERO_WIDTH_BREAK.sub(" ", text))
    if has_date(normalized):
        raise NumberError("not-a-number", "There is a date in this list. Write only the amounts, one on each line.")
    for pieces, is_certain in splits(normalized, money=expected.money):
        try:
            lists = _read_pieces(pieces, expected)
        except NumberError as error:
            first_error = first_error or error
            continue
        for values in lists:
            meanings[values] = meanings.get(values, False) or (is_certain and len(lists) == 1)
    if not meanings:
        raise first_error or NumberError("not-a-number", "It is not clear where each number ends. Write one number on each line.")
    if len(meanings) == 1 and all(meanings.values()):
        return next(iter(meanings))
    readings = tuple(_list_reading(values) for values in _likeliest(meanings))
    question = "This list can be read in more than one way. Choose what you mean." if len(meanings) > 1 else "Is this the list you mean?"
    raise NumberError("ambiguous", question, readings)


def _likeliest(meanings: Collection[tuple[float, ...]]) -> list[tuple[float, ...]]:
    """Return the meanings whose numbers are most alike, the shortest first."""
    alike = sorted(meanings, key=lambda values: spread([f"{abs(value):.6f}" for value in values]))[:MOST_READINGS]
    return sorted((values for values in meanings if values in alike), key=len)


def typed_list(values: Sequence[float]) -> str:
    """Format a list so that it reads back: in the current notation, without grouping, since commas and spaces may separate numbers."""
    group = current_notation().group
    texts = [typed_number(value).replace(group, "") for value in values]
    return f"{texts[0]};" if len(texts) == 1 else "; ".join(texts)


def normalize(text: str) -> str:
    """Remove invisible characters, and convert the digits, minus signs and apostrophes of any script to ASCII."""
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
    """Read numbers in a common notation. Return two results where the decimal sign is ambiguous.

    Raises:
        NumberError: for a piece that is not a number.
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
    resolved = _resolve(bodies, readings, expected)
    if not resolved:
        piece = next((p for p, b in zip(pieces, bodies, strict=True) if all(_strict(b, d, expected) is None for d in ".,")), pieces[0])
        raise _not_a_number(piece, quote=len(pieces) > 1)
    if any(not math.isfinite(value) for values in resolved for value in values):
        raise NumberError("not-finite", "That is more than this page can count.")
    return resolved


def _strict(body: str, decimal: str, expected: Expected) -> float | None:
    """Read digits with a known decimal sign; any other sign may only separate groups of digits. Return None if they do not fit."""
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
    """Decide between a point and a comma as the decimal sign: by the notation, then by the bounds. Return both if neither decides."""
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
    """Return whether a text has more than three digits after the group separator, which may be a slip for 12,000 or for 1.2."""
    whole, _, fraction = body.partition(group)
    return len(fraction) > 3 and _INTEGER.fullmatch(fraction) is not None and whole.strip("0").isdigit()


def _without_signs(text: str, expected: Expected) -> tuple[str, bool]:
    """Remove the minus sign, currency, percent sign and unit of a number, each at most once and in any order.

    Returns:
        The remaining text, and whether the number is negative.
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
    """Return the error for a text that is not a number; it names the part that is wrong."""
    prefix = f"“{text[:20]}” is not a number. " if quote else ""
    example = f"Write a number in digits, like {typed_number(1200)} or {typed_number(1200.5)}."
    words = _WORDS.search(text)
    if _RANGE.search(text):
        return NumberError("not-a-number", f"{prefix}That looks like a range. Write one number.")
    if words is None or len(_WORDS.findall(text)) != 1 or not any(char.isdigit() for char in text):
        return NumberError("not-a-number", prefix + example)
    seen = words.group().strip()
    if seen.lower() in _SHORT_FOR_ZEROS:
        return NumberError("not-a-number", f"{prefix}Write the number out in full, without “{seen}”.")
    if seen.isalpha() and (text.startswith(seen) or text.endswith(seen)):
        return NumberError("not-a-number", f"{prefix}Leave out “{seen[:20]}” and write only the number.")
    return NumberError("not-a-number", prefix + example)
