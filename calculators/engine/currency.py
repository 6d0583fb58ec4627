"""The currency that amounts are written in. It is a sign before them, and converts nothing."""

import contextlib
import functools
from collections.abc import Iterator
from contextvars import ContextVar
from dataclasses import dataclass

LONGEST_SIGN = 4


@dataclass(frozen=True)
class Currency:
    """A currency, by its sign as it was typed; "" for amounts without a sign."""

    sign: str

    @functools.cached_property
    def before(self) -> str:
        """The sign as it precedes amounts: letters are followed by a no-break space."""
        return f"{self.sign}\u00a0" if self.sign[-1:].isalpha() or self.sign[-1:] == "." else self.sign


DOLLAR = Currency("$")
"""The currency of every reader who has chosen no other."""
US_DOLLAR = Currency("US$")
"""The dollar beside amounts in another currency."""
NO_CURRENCY = Currency("")

_current: ContextVar[Currency] = ContextVar("currency", default=DOLLAR)


def currency_of(sign: object) -> Currency:
    """Return the currency with this sign, and the dollar for anything that cannot be a sign.

    A sign has up to LONGEST_SIGN letters and symbols of any script. It must not look like part of a number, of HTML or of an expression:
    it has no digits, and of ASCII only letters, $ and the period.
    """
    typed = sign.strip() if isinstance(sign, str) else ""
    return Currency(typed) if 0 < len(typed) <= LONGEST_SIGN and all(map(_is_of_sign, typed)) else DOLLAR


def _is_of_sign(ch: str) -> bool:
    if ch.isascii():
        return ch.isalpha() or ch in "$."
    numeral = ch.isnumeric() and not ch.isalpha()  # 万 is numeric, but also a letter
    return ch.isprintable() and not ch.isspace() and not numeral and ch != "\u2212"


def current_currency() -> Currency:
    """Return the currency in which amounts are currently written: the reader's own, or that of the country whose law applies."""
    return _current.get()


@contextlib.contextmanager
def in_currency(currency: Currency) -> Iterator[None]:
    """Write amounts in this currency inside the context."""
    token = _current.set(currency)
    try:
        yield
    finally:
        _current.reset(token)
