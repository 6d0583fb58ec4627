"""Show the working: each figure's formula, and the same with the reader's own numbers put in.

The formula is read off the figure's own source, so the two cannot drift apart. The browser holds no sources; there the
formulas come from a table that the build makes with `precompute`.
"""

from __future__ import annotations

import functools
import json
import pkgutil
import re
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from .money import write_trimmed
from .notation import localize

if TYPE_CHECKING:
    from .calculator import Calculator
    from .figures import Figure

Token = str | tuple[str]
"""A piece of a formula: words, signs and numbers like 1,200.5, or a 1-tuple with the name of an input, parameter or figure."""

_CONSTANT = re.compile(r"\d[\d,]*(?:\.\d+)?", re.ASCII)


def formula(one: Figure) -> tuple[Token, ...] | None:
    """The formula of a figure whose body is one `return`, as tokens; None when it takes more than an expression to say."""
    table = _table()
    if table is not None:
        tokens = table.get(f"{one.function.__module__}.{one.name}")
        return None if tokens is None else tuple(t if isinstance(t, str) else (t[0],) for t in tokens)
    from .formula import read  # needs the sources

    return read(one.function)


def precompute(calculators: Iterable[Calculator]) -> dict[str, Any]:
    """Every formula by "module.figure", ready for JSON: what `formula` answers where there are no sources."""
    from .formula import read

    return {
        f"{one.function.__module__}.{one.name}": None if tokens is None else [t if isinstance(t, str) else list(t) for t in tokens]
        for calculator in calculators
        for case in (calculator, *calculator.cases.values())
        for one in case.figures
        for tokens in [read(one.function)]
    }


@functools.cache
def _table() -> Mapping[str, Any] | None:
    try:
        data = pkgutil.get_data(__package__ or "", "_formulas.json")
    except OSError:
        return None
    return None if data is None else dict(json.loads(data))


def write(tokens: Iterable[Token], name_of: Callable[[str], str]) -> str:
    """Tokens as a line of text; `name_of` says what stands for a name: its label, or the reader's number."""
    return "".join(constant(token) if isinstance(token, str) else name_of(token[0]) for token in tokens)


def constant(token: str) -> str:
    """Words and signs of a formula, with their numbers in the current notation."""
    return _CONSTANT.sub(lambda number: localize(number[0]), token)


def plain(value: Any) -> str:
    """A constant of a formula, as it would be written by hand."""
    return write_trimmed(value, 4) if isinstance(value, int | float) and not isinstance(value, bool) else str(value)
