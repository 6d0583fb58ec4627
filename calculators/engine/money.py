"""Numbers at the edge: how they are read, rounded and written.

Inside the graph of figures every value is a plain float; only here does it meet the reader.
"""

from __future__ import annotations

import contextlib
import math
import re
from collections.abc import Iterator
from contextvars import ContextVar
from decimal import ROUND_HALF_UP, Context, Decimal

_PLAIN = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)", re.ASCII)
_GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?", re.ASCII)
_EUROPEAN = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+,\d*|[+-]?\d+,\d{1,2}|[+-]?0,\d+", re.ASCII)

_EXACT = Context(prec=400)
"""Digits enough for any float and its decimal places."""
_SHORT = 2.0**40
_MIDDLE = 1e-3
"""Up to _SHORT a scaled float is right to 2^-12, so that whatever lies farther from a middle than this is on its own side of it."""
CENTS = 2
"""Decimal places of a money amount."""

DOLLAR = "$"
LONGEST_SIGN = 4
_own: ContextVar[str] = ContextVar("own sign", default=DOLLAR)


def sign_of(held: object) -> str:
    """A currency sign as somebody wrote it: up to LONGEST_SIGN letters and signs of any script. The dollar's for anything else.

    Nothing that could be read as a part of a number, or of HTML or an expression: no digit, and of ASCII only letters, $ and the point.
    """
    typed = held.strip() if isinstance(held, str) else ""
    return typed if 0 < len(typed) <= LONGEST_SIGN and all(map(_is_of_sign, typed)) else DOLLAR


def _is_of_sign(ch: str) -> bool:
    if ch.isascii():
        return ch.isalpha() or ch in "$."
    numeral = ch.isnumeric() and not ch.isalpha()  # 万 is a word for a number, and a letter
    return ch.isprintable() and not ch.isspace() and not numeral and ch != "\u2212"


def own_sign() -> str:
    """What is written before amounts that are in no certain country's money; after letters with a space that does not break."""
    return _own.get()


@contextlib.contextmanager
def in_money(sign: str) -> Iterator[None]:
    """Everything in here is written with this sign."""
    before = _own.set(f"{sign}\u00a0" if sign[-1:].isalpha() or sign[-1:] == "." else sign)
    try:
        yield
    finally:
        _own.reset(before)


class NumberError(ValueError):
    """A text that is not a number we can be sure of. `code` names why; the text says what to write."""

    def __init__(self, code: str, advice: str) -> None:
        """Keep the machine's name for the fault beside the reader's words."""
        super().__init__(advice)
        self.code = code


def parse_number(text: str) -> float:
    """Read a number as typed: digits 0-9, a point for decimals, commas between thousands if wished.

    What could be read two ways is refused, never guessed: 1.234,56 is a thousand in Berlin and a typing error in Boston.

    Raises:
        NumberError: with a code and one sentence on the accepted form.
    """
    typed = text.strip().replace("\u2212", "-").replace("\u00a0", "").replace("\u202f", "")
    if _PLAIN.fullmatch(typed) or _GROUPED.fullmatch(typed):
        value = float(typed.replace(",", ""))
        if math.isfinite(value):
            return value
        raise NumberError("not-finite", "That is more than this page can count.")
    if _EUROPEAN.fullmatch(typed):
        raise NumberError("decimal-comma", "Use a point for decimals and a comma only between thousands, like 1,234.56.")
    if any(ch.isdigit() and not ch.isascii() for ch in typed):
        raise NumberError("other-digits", "Write it with the digits 0 to 9, like 1200 or 1,200.50.")
    bare = typed.lstrip("$£€¥₹").strip()
    if bare != typed and (_PLAIN.fullmatch(bare) or _GROUPED.fullmatch(bare)):
        raise NumberError("currency-sign", f"Leave out the currency sign: write {bare}.")
    raise NumberError("not-a-number", "Write a number with the digits 0 to 9, like 1200 or 1,200.50.")


def round_half_up(value: float, places: int) -> float:
    """Round as a bank clerk does: 0.125 to 2 places is 0.13, and -0.125 is -0.13. Never answers -0.0.

    The decimal text of the float is rounded, so 2.675 becomes 2.68 although its binary value lies below. Far from such a middle both
    round alike, and the short way is taken: an integer below 2^53 by a power of ten is the float nearest to that decimal.
    """
    power: int = 10**places
    scaled = abs(value) * power
    if scaled < _SHORT:
        whole = int(scaled)
        past = scaled - whole
        if abs(past - 0.5) > _MIDDLE:
            near = (whole + (past > 0.5)) / power
            return near if value > 0 or near == 0 else -near
    rounded = float(Decimal(repr(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _EXACT))
    return rounded + 0.0


def write_number(value: float, places: int = 0) -> str:
    """A number for the eye: thousands with commas, a true minus sign, half up."""
    rounded = round_half_up(value, places)
    return f"{rounded:,.{places}f}".replace("-", "\u2212")


def write_trimmed(value: float, places: int) -> str:
    """As write_number, without zeros that say nothing: 3.40 is 3.4 and 5.00 is 5."""
    text = write_number(value, places)
    return text.rstrip("0").rstrip(".") if "." in text else text


def write_money(value: float, places: int = CENTS, sign: str = "$") -> str:
    """An amount of money for the eye; the minus stands before the currency sign."""
    return write_rounded(round_half_up(value, places), places, sign)


def write_rounded(rounded: float, places: int, sign: str) -> str:
    """The same, of an amount that is rounded already."""
    minus = "\u2212" if rounded < 0 else ""
    return f"{minus}{sign}{abs(rounded):,.{places}f}"


def typed_number(value: float, places: int = 6) -> str:
    """A number as a reader would type it into a field: it reads back as the same value."""
    return write_trimmed(value, places).replace("\u2212", "-")
