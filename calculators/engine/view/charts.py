"""Charts: Vega-Lite specifications and data tables.

Colors are sentinels, which the page replaces with its custom properties, so that one specification works in light and dark mode.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ..currency import DOLLAR, current_currency
from ..fields import Field
from ..notation import POINT, current_notation

INK, MUTED, GRID, PAPER = "#c00001", "#c00002", "#c00003", "#c00004"
MAIN, LEVERAGE, LOSS, BAND = "#c00005", "#c00006", "#c00007", "#c00008"
HUES = tuple(f"#c000{n}" for n in range(11, 19))
COLORS = {INK: "ink", MUTED: "muted", GRID: "grid", PAPER: "paper", MAIN: "main", LEVERAGE: "leverage", LOSS: "loss", BAND: "band"}
COLORS |= {hue: str(n) for n, hue in enumerate(HUES, 1)}
"""The suffix of the custom property --ug-chart-… for each sentinel."""

FONT = "Inter Variable, Inter, system-ui, sans-serif"

Spec = dict[str, Any]


class Size(NamedTuple):
    """The size of a chart in CSS pixels. Every chart is drawn for a wide and for a narrow column."""

    name: str
    width: int
    height: int
    font: int


WIDE = Size("wide", 640, 340, 13)
NARROW = Size("narrow", 320, 320, 12)


PADDING = {"left": 10, "top": 4, "right": 6, "bottom": 4}
"""The padding of a chart. The page's font is wider than the one that the build measures text with, so the labels of bars, which end at
the axis, need more room on the left."""


class DataTable(NamedTuple):
    """The data of a chart: the unit of each column by its label, and rows with a value for each column."""

    columns: Mapping[str, Field]
    rows: Sequence[tuple[object, ...]]


_ON_TOP: Spec = {"titleAngle": 0, "titleAlign": "left", "titleBaseline": "bottom", "titleAnchor": "end", "titleX": 0, "titleY": -8}
"""The title of a vertical axis is horizontal and above it, which is easier to read."""


def drawing(size: Size, layers: Sequence[Spec], **more: object) -> Spec:
    """Return a layered specification with the site's axes and fonts; `more` overrides its properties.

    The padding is inside the box (autosize fit), so that the static and the interactive chart have the same size. A currency sign other
    than the dollar's is put into the locale, which is what `$` in a number format stands for.
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
    """Return the locale with the reader's currency sign and notation; empty where Vega's default is right."""
    currency, notation = current_currency(), current_notation()
    if currency == DOLLAR and notation is POINT:
        return {}
    grouping = [3, *[2] * 9] if notation.indian else [3]
    sign = [currency.before, ""]
    return {"locale": {"number": {"decimal": notation.decimal, "thousands": notation.group, "grouping": grouping, "currency": sign}}}


def money_axis(title: str = "") -> Spec:
    """Return the properties of a money axis with few, short labels: $40k, $2.5k, $500."""
    text = "abs(datum.value) >= 1000 ? format(datum.value / 1000, '$,.2~f') + 'k' : format(datum.value, '$,.0f')"
    return {"title": title or None, "tickCount": 5, "labelExpr": text}
