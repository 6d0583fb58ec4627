"""Round amounts, and write them with the reader's currency sign and in the reader's notation.

Figures compute with plain floats; values are rounded only for display and for JSON.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from contextvars import ContextVar
from decimal import ROUND_HALF_UP, Context, Decimal

from .notation import current_notation, localize

_EXACT = Context(prec=400)
"""A context with enough digits for any float."""
_FAST_LIMIT = 2.0**40
_TIE_MARGIN = 1e-3
"""Below _FAST_LIMIT a scaled float is exact to 2^-12, so a value farther than this margin from a tie is certain to round correctly."""
CENTS = 2
"""Decimal places of a money amount."""

DOLLAR = "$"
LONGEST_SIGN = 4
_own: ContextVar[str] = ContextVar("own sign", default=DOLLAR)


def sign_of(raw: object) -> str:
    """Return a valid currency sign as it was typed, and the dollar sign for anything else.

    A sign has up to LONGEST_SIGN letters and symbols of any script. It must not look like part of a number, of HTML or of an expression:
    it has no digits, and of ASCII only letters, $ and the period.
    """
    typed = raw.strip() if isinstance(raw, str) else ""
    return typed if 0 < len(typed) <= LONGEST_SIGN and all(map(_is_of_sign, typed)) else DOLLAR


def _is_of_sign(ch: str) -> bool:
    if ch.isascii():
        return ch.isalpha() or ch in "$."
    numeral = ch.isnumeric() and not ch.isalpha()  # 万 is numeric, but also a letter
    return ch.isprintable() and not ch.isspace() and not numeral and ch != "\u2212"


def own_sign() -> str:
    """Return the reader's currency sign, as it precedes amounts: letters are followed by a no-break space."""
    return _own.get()


@contextlib.contextmanager
def in_money(sign: str) -> Iterator[None]:
    """Write amounts with this currency sign inside the context."""
    token = _own.set(f"{sign}\u00a0" if sign[-1:].isalpha() or sign[-1:] == "." else sign)
    try:
        yield
    finally:
        _own.reset(token)


def round_half_up(value: float, places: int) -> float:
    """Round half away from zero: 0.125 to 2 places is 0.13, and -0.125 is -0.13. Never return -0.0.

    The shortest decimal text of the float is rounded, so 2.675 becomes 2.68 although its binary value is lower. Far from such a tie the
    result is computed without decimals: an integer below 2^53 divided by a power of ten is the float nearest to that decimal.
    """
    power: int = 10**places
    scaled = abs(value) * power
    if scaled < _FAST_LIMIT:
        whole = int(scaled)
        past = scaled - whole
        if abs(past - 0.5) > _TIE_MARGIN:
            near = (whole + (past > 0.5)) / power
            return near if value > 0 or near == 0 else -near
    rounded = float(Decimal(repr(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _EXACT))
    return rounded + 0.0


def write_number(value: float, places: int = 0) -> str:
    """Format a number: rounded half up, with grouped digits and a true minus sign."""
    rounded = round_half_up(value, places)
    return localize(f"{rounded:,.{places}f}".replace("-", "\u2212"))


def write_trimmed(value: float, places: int) -> str:
    """Format like write_number, without trailing zeros: 3.40 is 3.4 and 5.00 is 5."""
    text = f"{round_half_up(value, places):,.{places}f}".replace("-", "\u2212")
    return localize(text.rstrip("0").rstrip(".") if "." in text else text)


def write_money(value: float, places: int = CENTS, sign: str = "$") -> str:
    """Format an amount of money; the minus sign precedes the currency sign."""
    return write_rounded(round_half_up(value, places), places, sign)


def write_rounded(rounded: float, places: int, sign: str) -> str:
    """Format an amount of money that is already rounded."""
    minus = "\u2212" if rounded < 0 else ""
    return f"{minus}{sign}{localize(f'{abs(rounded):,.{places}f}')}"


def typed_number(value: float, places: int = 6) -> str:
    """Format a number as a reader would type it, so that it reads back as the same value.

    A number with exactly three decimals gets a fourth, since 1.250 could be read as 1,250.
    """
    text = write_trimmed(value, places).replace("\u2212", "-")
    whole, point, decimals = text.rpartition(current_notation().decimal)
    is_doubtful = point and len(decimals) == 3 and whole.lstrip("-") != "0" and abs(value) < 1000
    return f"{text}0" if is_doubtful else text
