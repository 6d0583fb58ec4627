"""The formulas of figures.

A formula is derived from the source of its figure, so the two cannot diverge. There are no sources in the browser; there the formulas
come from a table that the build makes with `precompute`.
"""

from __future__ import annotations

import functools
import json
import pkgutil
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from .source import read
from .tokens import Token

if TYPE_CHECKING:
    from ..calculator import Calculator
    from ..figures import Figure


def formula(figure: Figure) -> tuple[Token, ...] | None:
    """Return the tokens of a figure's formula; None when its body is more than a single `return` of a simple expression."""
    table = _table()
    if table is not None:
        tokens = table.get(f"{figure.function.__module__}.{figure.name}")
        return None if tokens is None else tuple(t if isinstance(t, str) else (t[0],) for t in tokens)
    return read(figure.function)


def precompute(calculators: Iterable[Calculator]) -> dict[str, list[str | list[str]] | None]:
    """Return every formula by "module.figure", ready for JSON, for `formula` to use where there are no sources."""
    return {
        f"{figure.function.__module__}.{figure.name}": None if tokens is None else [t if isinstance(t, str) else list(t) for t in tokens]
        for calculator in calculators
        for case in (calculator, *calculator.cases.values())
        for figure in case.figures
        for tokens in [read(figure.function)]
    }


@functools.cache
def _table() -> Mapping[str, list[str | list[str]] | None] | None:
    try:
        data = pkgutil.get_data(__package__ or "", "_formulas.json")
    except OSError:
        return None
    return None if data is None else dict(json.loads(data))
