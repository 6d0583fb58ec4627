"""Parts of charts: layers with their marks, tooltips, named bars, colors by kind."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from .charts import Size, Spec

WHOLE, CENTS = "$,.0f", "$,.2f"
"""The formats of an amount of money in a tooltip: in whole units, or with cents."""

RowT = TypeVar("RowT")


def layer(kind: str, encoding: Spec, data: Sequence[Spec] | None = None, **mark: object) -> Spec:
    """Return a layer: a kind of mark with its properties, its encoding, and its own data if it does not draw the chart's."""
    own: Spec = {} if data is None else {"data": {"values": list(data)}}
    return {**own, "mark": {"type": kind, **mark}, "encoding": encoding}


def tooltip(**fields: str | tuple[str, str]) -> list[Spec]:
    """Return the encoding of a tooltip, from each field's title, or its title and number format."""
    pairs = ((field, words, {}) if isinstance(words, str) else (field, words[0], {"format": words[1]}) for field, words in fields.items())
    return [{"field": field, "title": title, **form} for field, title, form in pairs]


def hover(x: Spec, tips: list[Spec], width: int) -> Spec:
    """Return invisible vertical rules, in pixels wide enough to point at, that show a tooltip."""
    return layer("rule", {"x": x, "tooltip": tips}, opacity=0.001, strokeWidth=width)


CHARACTER = 0.56
"""The usual width of a character, as a share of the font's size."""


def named_bars(field: str, size: Size, share: float, **axis: object) -> Spec:
    """Return the vertical encoding of horizontal bars in the data's order; `share` of the width is the most that a name takes.

    A longer name goes on in a second line, which ends in "…" if it does not fit either. The tooltip has the whole name.
    """
    letters = int(size.width * share / (size.font * CHARACTER))
    halves = rf"split(replace(datum.label, regexp('^(.{{1,{letters}}}) (.+)$'), '$1\n$2'), '\n')"
    wrapped = f"length(datum.label) > {letters} ? {halves} : datum.label"
    look = {"title": None, "ticks": False, "domain": False, **axis, "labelLimit": size.width * share, "labelExpr": wrapped}
    return {"field": field, "type": "nominal", "sort": None, "axis": look}


def colors(field: str, kinds: Mapping[str, str], **more: object) -> Spec:
    """Return the color encoding of a field, from the color of each of its values; `more` are further properties, such as its legend."""
    return {"field": field, "type": "nominal", "scale": {"domain": list(kinds), "range": list(kinds.values())}, **more}


def every_nth(step: int, rows: Sequence[RowT]) -> list[RowT]:
    """Return every `step`-th row from the first on, and the last."""
    return [row for place, row in enumerate(rows) if place % step == 0 or place == len(rows) - 1]
