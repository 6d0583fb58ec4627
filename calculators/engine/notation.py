"""The notation of numbers: the decimal sign, the group separator, and how digits are grouped."""

import contextlib
import re
from collections.abc import Iterator
from contextvars import ContextVar
from typing import NamedTuple


class Notation(NamedTuple):
    """A notation. `example` is 1234567.89 in this notation, and identifies it in a workbook."""

    example: str
    decimal: str
    group: str
    indian: bool = False

    def localize(self, text: str) -> str:
        """Convert a number from "1,234.5" to this notation."""
        if self.indian:
            whole, point, fraction = text.partition(".")
            return _INDIAN_GROUPS.sub(",", whole.replace(",", "")) + point + fraction
        return text.translate({ord(","): self.group, ord("."): self.decimal})


GROUPED = re.compile(r"[1-9]\d{0,2}([.,' ])\d{3}(?:\1\d{3})*|[1-9]\d?(?:,\d{2})+,\d{3}", re.ASCII)
"""Digits in groups of three, or as in India: the last three digits, preceded by pairs."""
_INDIAN_GROUPS = re.compile(r"(?<=\d)(?=(?:\d\d)*\d{3}(?!\d))")

POINT = Notation("1,234,567.89", ".", ",")
"""The notation of this site's own texts, and the default of every reader."""

NOTATIONS = (
    POINT,
    Notation("1.234.567,89", ",", "."),
    Notation("1 234 567,89", ",", "\u00a0"),
    Notation("1 234 567.89", ".", "\u00a0"),
    Notation("1’234’567.89", ".", "’"),
    Notation("12,34,567.89", ".", ",", indian=True),
)

EXAMPLES = tuple(notation.example for notation in NOTATIONS)

_current: ContextVar[Notation] = ContextVar("notation", default=POINT)


_LIKE_A_SPACE_OR_APOSTROPHE = str.maketrans("\u00a0\u202f'", "  \u2019")


def known_notation(example: object) -> Notation | None:
    """Return the notation with this example, whatever kind of space or apostrophe it has; None if there is none."""
    text = example.translate(_LIKE_A_SPACE_OR_APOSTROPHE) if isinstance(example, str) else ""
    return next((notation for notation in NOTATIONS if notation.example == text), None)


def notation_of(example: str) -> Notation:
    """Return the notation with this example.

    Raises:
        LookupError: for any other text.
    """
    known = known_notation(example)
    if known is None:
        raise LookupError(example)
    return known


def current_notation() -> Notation:
    """Return the notation in which numbers are currently read and written."""
    return _current.get()


@contextlib.contextmanager
def in_notation(notation: Notation) -> Iterator[None]:
    """Read and write numbers in this notation inside the context."""
    token = _current.set(notation)
    try:
        yield
    finally:
        _current.reset(token)


def localize(text: str) -> str:
    """Convert a number from "1,234.5" to the current notation."""
    notation = _current.get()
    return text if notation is POINT else notation.localize(text)
