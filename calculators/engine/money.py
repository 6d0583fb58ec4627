"""Amounts at the edge: how they are rounded, and written in the reader's currency sign and notation.

Inside the graph of figures every value is a plain float; only here does it meet the reader.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from contextvars import ContextVar
from decimal import ROUND_HALF_UP, Context, Decimal

from .notation import current_notation, localize

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
    """Write a number for the eye: grouped digits, a true minus sign, rounded half up."""
    rounded = round_half_up(value, places)
    return localize(f"{rounded:,.{places}f}".replace("-", "\u2212"))


def write_trimmed(value: float, places: int) -> str:
    """As write_number, without trailing zeros: 3.40 is 3.4 and 5.00 is 5."""
    text = f"{round_half_up(value, places):,.{places}f}".replace("-", "\u2212")
    return localize(text.rstrip("0").rstrip(".") if "." in text else text)


def write_money(value: float, places: int = CENTS, sign: str = "$") -> str:
    """An amount of money for the eye; the minus stands before the currency sign."""
    return write_rounded(round_half_up(value, places), places, sign)


def write_rounded(rounded: float, places: int, sign: str) -> str:
    """The same, of an amount that is rounded already."""
    minus = "\u2212" if rounded < 0 else ""
    return f"{minus}{sign}{localize(f'{abs(rounded):,.{places}f}')}"


def typed_number(value: float, places: int = 6) -> str:
    """Write a number as a reader would type it into a field: it reads back as the same value.

    Exactly three decimals get a fourth, since 1.250 could be read as 1,250.
    """
    text = write_trimmed(value, places).replace("\u2212", "-")
    whole, point, decimals = text.rpartition(current_notation().decimal)
    is_doubtful = point and len(decimals) == 3 and whole.lstrip("-") != "0" and abs(value) < 1000
    return f"{text}0" if is_doubtful else text
