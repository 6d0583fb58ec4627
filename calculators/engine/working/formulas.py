"""Show the working: each figure's formula, and the same with the reader's own numbers put in.

The formula is read off the figure's own source, so the two cannot drift apart. The browser holds no sources; there the
formulas come from a table that the build makes with `precompute`.
"""

from __future__ import annotations

import functools
import json
import pkgutil
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from .source import read
from .tokens import Token

if TYPE_CHECKING:
    from ..calculator import Calculator
    from ..figures import Figure


def formula(one: Figure) -> tuple[Token, ...] | None:
    """The formula of a figure whose body is one `return`, as tokens; None when it takes more than an expression to say."""
    table = _table()
    if table is not None:
        tokens = table.get(f"{one.function.__module__}.{one.name}")
        return None if tokens is None else tuple(t if isinstance(t, str) else (t[0],) for t in tokens)
    return read(one.function)


def precompute(calculators: Iterable[Calculator]) -> dict[str, Any]:
    """Every formula by "module.figure", ready for JSON: what `formula` answers where there are no sources."""
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
