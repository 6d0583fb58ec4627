"""The tokens of a formula: text with words, signs and numbers, and names that stand for a label or a number."""

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

from ..money import write_trimmed
from ..notation import localize

Token = str | tuple[str]
"""A part of a formula: text with words, signs and numbers like 1,200.5, or a 1-tuple with the name of an input, parameter or figure."""

CellToken = str | tuple[str] | tuple[str, str]
"""A part of a spreadsheet's formula: its own text, or what a parameter of the figure stands for.

`(name,)` is one cell. `(name, "*")` is the range of cells of a list, `(name, ".amount")` that of a field of its rows, and `(name, "=gig")`
the text in a cell for that option of a choice.
"""

AnyToken = TypeVar("AnyToken", Token, CellToken)
"""A part of a formula in words, or of a cell's."""

_CONSTANT = re.compile(r"\d[\d,]*(?:\.\d+)?", re.ASCII)


def write(tokens: Iterable[Token], name_of: Callable[[str], str]) -> str:
    """Join tokens into a line of text; `name_of` returns the text for a name: its label, or the reader's number."""
    return "".join(constant(token) if isinstance(token, str) else name_of(token[0]) for token in tokens)


def with_texts_joined(tokens: Iterable[AnyToken]) -> list[AnyToken]:
    """Join texts that follow one another into one token."""
    joined: list[AnyToken] = []
    for token in tokens:
        last = joined[-1] if joined else None
        if isinstance(token, str) and isinstance(last, str):
            joined[-1] = last + token
        else:
            joined.append(token)
    return joined


def constant(token: str) -> str:
    """Convert the numbers in a text token to the current notation."""
    return _CONSTANT.sub(lambda number: localize(number[0]), token)


def plain(value: object) -> str:
    """Format a constant as it would be written by hand."""
    return write_trimmed(value, 4) if isinstance(value, int | float) and not isinstance(value, bool) else str(value)
