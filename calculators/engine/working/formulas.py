"""The formulas of figures.

A formula is derived from the source of its figure, so the two cannot diverge. There are no sources in the browser; there the formulas
come from a table that the build makes with `precompute`.
"""

import functools
import json
import pkgutil
from collections.abc import Iterable, Mapping

from ..calculator import Calculator
from ..figures import Figure
from .source import read
from .tokens import Token


def formula(figure: Figure) -> tuple[Token, ...] | None:
    """Return the tokens of a figure's formula; None when its body is more than a single `return` of a simple expression."""
    table = _table()
    if table is not None:
        tokens = table.get(_key(figure))
        return None if tokens is None else tuple(t if isinstance(t, str) else (t[0],) for t in tokens)
    return read(figure.function)


def precompute(calculators: Iterable[Calculator]) -> dict[str, list[str | list[str]] | None]:
    """Return every formula by its figure's function, ready for JSON, for `formula` to use where there are no sources."""
    figures = (figure for calculator in calculators for case in (calculator, *calculator.cases.values()) for figure in case.figures)
    table: dict[str, list[str | list[str]] | None] = {}
    for figure in figures:
        tokens = read(figure.function)
        table[_key(figure)] = None if tokens is None else [t if isinstance(t, str) else list(t) for t in tokens]
    return table


def _key(figure: Figure) -> str:
    """The name of a figure's function; two figures may share a name, and one function may compute figures of several countries."""
    return f"{figure.function.__module__}.{figure.function.__qualname__}"


@functools.cache
def _table() -> Mapping[str, list[str | list[str]] | None] | None:
    try:
        data = pkgutil.get_data(__package__ or "", "_formulas.json")
    except OSError:
        return None
    return None if data is None else dict(json.loads(data))
