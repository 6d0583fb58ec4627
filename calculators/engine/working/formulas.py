"""The formulas of figures.

A formula is derived from the source of its figure, so the two cannot diverge: in words for the working, and for the cells of a
spreadsheet. There are no sources in the browser; there the formulas come from tables that the build makes with `precompute`.
"""

import functools
import json
import pkgutil
from collections.abc import Iterable, Mapping, Sequence

from ..calculator import Calculator
from ..figures import Figure
from .tokens import CellToken, Token

WORDS, CELLS = "_formulas.json", "_cells.json"
"""The tables of the two kinds of formulas, as files of this package."""

Tokens = Sequence[str | list[str]]
Table = Mapping[str, Tokens | None]


def formula(figure: Figure) -> tuple[Token, ...] | None:
    """Return the tokens of a figure's formula; None when its body is more than a single `return` of a simple expression."""
    table = _table(WORDS)
    if table is not None:
        tokens = table.get(_key(figure))
        return None if tokens is None else tuple(t if isinstance(t, str) else (t[0],) for t in tokens)
    from .source import read  # not in the browser, which has the tables

    return read(figure.function)


def cell_formula(figure: Figure) -> tuple[CellToken, ...] | None:
    """Return the tokens of a figure's formula for a spreadsheet; None when it is more than arithmetic and conditions."""
    table = _table(CELLS)
    if table is not None:
        tokens = table.get(_key(figure))
        return None if tokens is None else tuple(t if isinstance(t, str) else (t[0], t[1]) if t[1:] else (t[0],) for t in tokens)
    from .cells import read_cells  # not in the browser

    return read_cells(figure.function)


def precompute(calculators: Iterable[Calculator]) -> dict[str, Table]:
    """Return the tables by file name, ready for JSON: every formula by its figure's function, for use where there are no sources."""
    from .cells import read_cells
    from .source import read

    figures = [figure for calculator in calculators for case in (calculator, *calculator.cases.values()) for figure in case.figures]
    words = {_key(figure): read(figure.function) for figure in figures}
    cells = {_key(figure): read_cells(figure.function) for figure in figures}
    return {WORDS: _listed(words), CELLS: {key: tokens for key, tokens in _listed(cells).items() if tokens is not None}}


def _listed(formulas: Mapping[str, Sequence[str | tuple[str, ...]] | None]) -> dict[str, Tokens | None]:
    return {
        key: None if tokens is None else [token if isinstance(token, str) else list(token) for token in tokens]
        for key, tokens in formulas.items()
    }


def _key(figure: Figure) -> str:
    """The name of a figure's function; two figures may share a name, and one function may compute figures of several countries."""
    return f"{figure.function.__module__}.{figure.function.__qualname__}"


@functools.cache
def _table(file: str) -> Table | None:
    try:
        data = pkgutil.get_data(__package__ or "", file)
    except OSError:
        return None
    return None if data is None else dict(json.loads(data))
