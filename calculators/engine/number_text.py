"""Read numbers as people type and paste them: one number, or a list of them.

docs/reading-numbers.md has the rules with examples. A text that can mean two numbers is never guessed at; the error carries both.
"""

import math
import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from .currencies import strip_currency
from .errors import CodedError, Reading
from .money import typed_number, write_trimmed
from .notation import GROUPED, current_notation

LONGEST_NUMBER = 40
"""The most characters of a typed number."""
MOST_READINGS = 3
"""The most readings of a list to choose from."""

_PLAIN = re.compile(r"-?\d{1,15}(?:\.\d{1,2})?", re.ASCII)
"""A number that means the same in every notation."""
_INTEGER = re.compile(r"\d+", re.ASCII)
_CLOCK = re.compile(r"(\d{1,3})(?::| ?h(?:(?:ou)?rs?)? ?)([0-5]\d)(?: ?m(?:in(?:ute)?s?)?)?", re.ASCII | re.IGNORECASE)
_MINUTES = re.compile(r"(\d{1,4}) ?min(?:ute)?s?", re.ASCII | re.IGNORECASE)
_MAYBE_CLOCK = re.compile(r"(\d{1,3})[.,](15|30|45)", re.ASCII)
"""Hours with two decimals, or a time with a point for its colon."""
_HOUR_UNITS = r"h|hrs?|hours?"
_NO_CENTS = re.compile(r"(?<=\d)(?:([.,])-{1,2}|/-|:-)(?!\d)", re.ASCII)
"""The dash that stands for no cents: 1.200,- or 1'200.-- or 1,200/- or 1200:-."""
_RANGE = re.compile(r"\d ?(?:-|~|to) ?\d", re.ASCII)
_FRACTION = re.compile(r"\d ?/ ?\d", re.ASCII)
_POWER = re.compile(r"\de[-+]?\d", re.ASCII | re.IGNORECASE)
_WORDS = re.compile(r"[^\d.,' +()-]+(?: +[^\d.,' +()-]+)*", re.ASCII)
_HUNDREDTHS = {"¢", "c", "ct", "cts", "cent", "cents", "p", "pence"}
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
    "\uff1a": ":",
}
"""Replacements for no-break spaces (which never separate two numbers), minus signs, apostrophes, and decimal, list and percent signs."""


class NumberError(CodedError):
    """A text that is not unambiguously a number."""


class Expected(NamedTuple):
    """What a box accepts: its bounds, the unit that may follow a number, the signs that may surround it, and how many a list needs."""

    low: float = -math.inf
    high: float = math.inf
    unit: str = ""
    money: bool = False
    percent: bool = False
    clock: bool = False
    fewest: int = 1


ANY = Expected(money=True)


def read_number_text(text: str, expected: Expected = ANY) -> float:
    """Read one number in the current notation.

    Raises:
        NumberError: not-a-number, currency-sign or not-finite; ambiguous, with two readings, where the text can mean two numbers.
    """
    if _PLAIN.fullmatch(text) and not expected.clock:
        return float(text)
    cleaned = _OUTER_QUOTES.sub(r"\1", normalize(text).replace("\u00a0", " ").strip())
    if len(cleaned) > LONGEST_NUMBER:
        raise NumberError("not-a-number", "That is too long for one number.")
    if expected.money:
        cleaned = _with_cents(cleaned)
    meanings = _read_pieces([cleaned], expected)
    readings = _clock_readings(cleaned, expected)
    if len(meanings) == 1 and not readings:
        return meanings[0][0]
    readings = readings or tuple(Reading(typed_number(value), write_trimmed(value, 6)) for (value,) in meanings)
    raise NumberError("ambiguous", f"This could be {' or '.join(r.label for r in readings)}. Choose the one you mean.", readings)


def read_list_text(text: str, expected: Expected = ANY) -> tuple[float, ...]:
    """Read a list of numbers, separated by spaces, line breaks, semicolons or commas, in the current notation.

    Raises:
        NumberError: as `read_number_text`; its sentence quotes the piece that cannot be read.
    """
    from .list_splits import has_date, most_alike, splits  # needed only for a list

    meanings: dict[tuple[float, ...], bool] = {}
    first_error: NumberError | None = None
    normalized = normalize(_ZERO_WIDTH_BREAK.sub(" ", text))
    if expected.money:
        normalized = _with_cents(normalized)
    if has_date(normalized):
        raise NumberError("not-a-number", "There is a date in this list. Write only the amounts, one on each line.")
    for pieces, is_certain in splits(normalized, money=expected.money, high=expected.high, fewest=expected.fewest):
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
    readings = tuple(
        Reading(typed_list(values), f"{len(values)} number{'' if len(values) == 1 else 's'}: {'; '.join(map(typed_number, values))}")
        for values in most_alike(meanings, MOST_READINGS)
    )
    question = "This list can be read in more than one way. Choose what you mean." if len(meanings) > 1 else "Is this the list you mean?"
    raise NumberError("ambiguous", question, readings)


def typed_list(values: Sequence[float]) -> str:
    """Format a list so that it reads back: in the current notation, without grouping, since commas and spaces may separate numbers."""
    group = current_notation().group
    texts = [typed_number(value).replace(group, "") for value in values]
    return f"{texts[0]};" if len(texts) == 1 else "; ".join(texts)


def normalize(text: str) -> str:
    """Remove invisible characters, and convert the digits, minus signs and apostrophes of any script to ASCII."""
    return "".join(
        str(unicodedata.decimal(char)) if unicodedata.category(char) == "Nd" else _ASCII.get(char, char) for char in without_invisible(text)
    )


def without_invisible(text: str) -> str:
    """Remove characters that nobody sees, such as the direction marks around a copied number; spaces stay."""
    return "".join(char for char in text if char.isspace() or unicodedata.category(char) not in {"Cc", "Cf", "Cs"})


def _with_cents(text: str) -> str:
    """Replace the dash that stands for no cents, so that the sign before it marks decimals: 1.200,- becomes 1.200,0."""
    return _NO_CENTS.sub(lambda dash: f"{dash[1]}0" if dash[1] else "", text)


def _clock_readings(text: str, expected: Expected) -> tuple[Reading, ...]:
    """Return both meanings of hours like 7.30, or () for any other text."""
    match = _MAYBE_CLOCK.fullmatch(_without_signs(text, expected)[0]) if expected.clock else None
    if match is None:
        return ()
    minutes = [int(match[1]) * 60 + part for part in (round(int(match[2]) * 0.6), int(match[2]))]
    times = [(f"{total // 60}:{total % 60:02}", typed_number(total / 60, 2)) for total in minutes]
    return tuple(Reading(time, f"{time} ({hours} hours)") for time, hours in times)


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
        unread = (i for i, body in enumerate(bodies) if all(_strict(body, decimal, expected) is None for decimal in ".,"))
        index = next(unread, 0)
        prefix = f"“{' '.join(pieces[index].split())[:20]}” is not a number. " if len(pieces) > 1 else ""
        raise NumberError("not-a-number", prefix + _how_to_write(bodies[index], expected))
    if any(not math.isfinite(value) for values in resolved for value in values):
        raise NumberError("not-finite", "That is more than this page can count.")
    return resolved


def _strict(body: str, decimal: str, expected: Expected) -> float | None:
    """Read digits with a known decimal sign; any other sign may only separate groups of digits. Return None if they do not fit."""
    if expected.clock and (clock := _CLOCK.fullmatch(body)):
        return int(clock[1]) + int(clock[2]) / 60
    if expected.clock and (minutes := _MINUTES.fullmatch(body)):
        return int(minutes[1]) / 60
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
    """Return whether the group separator is not where it belongs, as in 1,2000 or 1234,567: a slip for 12,000, or decimals."""
    whole, _, fraction = body.partition(group)
    return len(fraction) >= 3 and _INTEGER.fullmatch(fraction) is not None and whole.strip("0").isdigit()


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
            return text, negative


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
    units = _HOUR_UNITS if expected.clock else re.escape(expected.unit.removesuffix("s")) + "s?" if expected.unit else "(?!)"
    match = re.fullmatch(rf"(.*[^a-z])(?:{units})\.?", text, re.IGNORECASE)
    return match[1] if match else None


def _how_to_write(text: str, expected: Expected) -> str:
    """Return the sentence for a text that is not a number: what was seen, and how to write it."""
    if _RANGE.search(text):
        return "That looks like a range. Write one number."
    if _FRACTION.search(text) or any(unicodedata.category(char) == "No" for char in text):
        return f"That looks like a fraction. Write it with decimals, like {typed_number(0.5)}."
    if _POWER.search(text):
        return f"That looks like a power of ten. Write the number out, like {typed_number(1200)}."
    words, bare = _WORDS.findall(text), text.strip("() ")
    is_named = len(words) == 1 and any(map(str.isdigit, text)) and (bare.startswith(words[0]) or bare.endswith(words[0]))
    seen = words[0].strip()[:20] if is_named else ""
    without = f", without “{seen}”" if seen else ""
    if expected.money and seen.lower() in _HUNDREDTHS:
        return f"Write the amount with decimals, like {typed_number(0.5)}{without}."
    if expected.percent:
        return f"Write a percentage in digits, like {typed_number(2.5)}{without}."
    if expected.clock:
        return f"Write hours like {typed_number(7.5)} or 7:30{without}."
    if expected.unit:
        return f"Write the number of {expected.unit} in digits, like 12{without}."
    return f"Write the number in full and in digits, like {typed_number(1200)} or {typed_number(1200.5)}{without}."
