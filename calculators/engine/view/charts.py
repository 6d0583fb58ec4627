"""Charts: Vega-Lite specifications with their data table and a summary in words.

Colours are sentinels that the page replaces by its custom properties, so that one drawing serves light and dark.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..fields import Field
from ..money import DOLLAR, own_sign
from ..notation import POINT, current_notation

INK, MUTED, GRID, PAPER = "#c00001", "#c00002", "#c00003", "#c00004"
MAIN, LEVERAGE, LOSS, BAND = "#c00005", "#c00006", "#c00007", "#c00008"
HUES = tuple(f"#c000{n}" for n in range(11, 19))
COLOURS = {
    INK: "ink",
    MUTED: "muted",
    GRID: "grid",
    PAPER: "paper",
    MAIN: "main",
    LEVERAGE: "leverage",
    LOSS: "loss",
    BAND: "band",
    **{hue: str(n) for n, hue in enumerate(HUES, 1)},
}
"""Sentinel -> the end of its custom property's name, --ug-chart-…"""

FONT = "Inter Variable, Inter, system-ui, sans-serif"

Spec = dict[str, Any]


@dataclass(frozen=True)
class Size:
    """The drawing's box in CSS pixels. Charts are drawn twice, for a wide and a narrow column."""

    name: str
    width: int
    height: int
    font: int


WIDE = Size("wide", 640, 340, 13)
NARROW = Size("narrow", 340, 320, 12)


PADDING = {"left": 10, "top": 4, "right": 6, "bottom": 4}
"""Room around a drawing. The build measures words in another font than the page shows them in, which is wider: names of bars, which
end at the axis, need that room on their left."""


@dataclass(frozen=True)
class Column:
    """A column of a data table: its label and how its values are written."""

    label: str
    unit: Field


@dataclass(frozen=True)
class DataTable:
    """What a chart shows, as numbers: rows of values, one a column."""

    columns: tuple[Column, ...]
    rows: Sequence[tuple[Any, ...]]


_ON_TOP: Spec = {"titleAngle": 0, "titleAlign": "left", "titleBaseline": "bottom", "titleAnchor": "end", "titleX": 0, "titleY": -8}
"""A vertical axis' title lies flat above it, where it can be read without tilting the head."""


def drawing(size: Size, layers: Sequence[Spec], **more: Any) -> Spec:
    """A layered specification with the house's axes and type; `more` is put on top.

    The padding is inside of the box (autosize fit), so the static and the live drawing take exactly the same room. A currency sign
    that is not the dollar's is made known to number formats, which write `$` for whatever the locale says.
    """
    axis = {"labelColor": MUTED, "titleColor": MUTED, "domainColor": GRID, "tickColor": GRID, "gridColor": GRID}
    text = {"labelFontSize": size.font, "titleFontSize": size.font, "labelFont": FONT, "titleFont": FONT, "titleFontWeight": "normal"}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "width": size.width,
        "height": size.height,
        "autosize": {"type": "fit", "contains": "padding"},
        "padding": PADDING,
        "background": None,
        "layer": list(layers),
        "config": {
            "view": {"stroke": None},
            "axis": {**axis, **text, "grid": False},
            "axisY": {"grid": True, "domain": False, "ticks": False, **_ON_TOP},
            "text": {"font": FONT, "fontSize": size.font, "color": INK},
            "legend": {
                "labelFont": FONT,
                "labelFontSize": size.font,
                "labelColor": INK,
                "title": None,
                "orient": "top",
                "symbolType": "square",
                "columnPadding": 7,
            },
            **_locale(),
        },
        **more,
    }


def _locale() -> Spec:
    """How number formats write the reader's sign and digits; nothing where that is what they do by themselves."""
    sign, notation = own_sign(), current_notation()
    if sign == DOLLAR and notation is POINT:
        return {}
    grouping = [3, *[2] * 9] if notation.indian else [3]
    return {"locale": {"number": {"decimal": notation.decimal, "thousands": notation.group, "grouping": grouping, "currency": [sign, ""]}}}


def money_axis(title: str = "") -> Spec:
    """A money axis with few, short labels: $40k, $2.5k, $500."""
    text = "abs(datum.value) >= 1000 ? format(datum.value / 1000, '$,.2~f') + 'k' : format(datum.value, '$,.0f')"
    return {"title": title or None, "tickCount": 5, "labelExpr": text}
