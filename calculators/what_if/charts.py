"""What if, as pictures: the tornado, and how a figure is spread. Every bar and mark carries its own label."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from ..engine.fields import Money, Number
from ..engine.view.charts import GRID, INK, LEVERAGE, MAIN, MUTED, PAPER, Size, Spec, drawing
from .words import amount

MOST_BARS = {"wide": 8, "narrow": 6}
ROW, HEAD, FOOT = 48, 30, 58
"""Pixels: one input with its name above its bar, what stands over all of them, and the axis below."""
BAR = 14
LETTER = 0.56
"""Mean width of a letter in our type, as a part of its height."""
LONGEST = {"wide": 70, "narrow": 44}
"""Letters of an input's name that fit above its bar."""
SHORTEST_ROW = 6
TICKS = {"wide": 5, "narrow": 3}


def _words(data: Sequence[Spec], encoding: Spec, **mark: Any) -> list[Spec]:
    """Words at their places, on a rim of paper, so that lines and bars behind them do not cross them out."""
    text: Spec = {"type": "text", "baseline": "middle", **mark}
    rim = {**text, "stroke": PAPER, "strokeWidth": 4, "strokeJoin": "round"}
    return [{"data": {"values": list(data)}, "mark": each, "encoding": encoding} for each in (rim, text)]


def _shortened(label: str, longest: int) -> str:
    """A name that fits; of a row's input the row's name gives way, since the input's own says more."""
    row, colon, name = label.rpartition(": ")
    if len(label) <= longest:
        return label
    room = longest - len(colon + name) - 1
    return f"{row[:room].rstrip()}…{colon}{name}" if colon and room >= SHORTEST_ROW else f"{label[: longest - 1].rstrip()}…"


def axis(unit: Number, title: str, low: float, high: float, size: Size) -> Spec:
    """A horizontal axis in a figure's unit, with as many decimals as tell its labels apart."""
    step = (high - low) * unit.scale / TICKS[size.name]
    scaled = f"abs(datum.value) * {unit.scale:g}"
    million = max(abs(low), abs(high)) >= 1e6
    digits = 2 if million or step < 0.5 else 1 if step < 2 and unit.scale != 1 else 0
    number = f"format({scaled} / 1e6, ',.2~f') + 'M'" if million else f"format({scaled}, ',.{digits}f')"
    before = unit.before if isinstance(unit, Money) else ""
    text = f"(datum.value < 0 ? '−' : '') + '{before}' + {number} + '{'%' if unit.scale != 1 else ''}'"
    return {"title": title, "tickCount": TICKS[size.name], "labelExpr": text, "labelFlush": True}


def _titled(label: str, per: str) -> str:
    return f"{label}, {per}" if per else label


def _letters(texts: Sequence[str], size: Size) -> float:
    """The width of the longest of some texts, in pixels, with room around it."""
    return max((len(text) for text in texts), default=0) * size.font * LETTER + 14


def _bars(moves: Mapping[str, Any], unit: Number, size: Size) -> list[Spec]:
    """Each input's one or two bars, the longer first; of two on the same side, the shorter one's label would lie on the longer bar."""
    here, bars = moves["here"], []
    for index, swing in enumerate(moves["swings"][: MOST_BARS[size.name]]):
        ends = [("less", swing["low"], swing["at_low"]), ("more", swing["high"], swing["at_high"])]
        known = sorted((end for end in ends if end[2] is not None), key=lambda end: -abs(end[2] - here))
        longer = known[0][2] - here
        for nth, (kind, text, at) in enumerate(known):
            left = (longer < 0) == (nth == 0)
            side = "" if nth and (at - here) * longer > 0 else "left" if left else "right"
            bar = {"kind": kind, "at": text, "here": here, "to": at, "then": amount(unit, at), "input": swing["label"], "side": side}
            bars.append(bar | {"y": HEAD + index * ROW + 33})
    return bars


def tornado(moves: Mapping[str, Any], unit: Number, per: str, size: Size) -> Spec:
    """The strongest inputs, each with what it is moved to at the ends of its bar.

    Args:
        moves: the answer of what_if.ask to sensitivity, with swings.
        unit: the headline's.
        per: what the headline counts, for the axis: "a year".
        size: of the drawing; its height follows the number of bars.
    """
    here, bars = moves["here"], _bars(moves, unit, size)
    swings = moves["swings"][: MOST_BARS[size.name]]
    tall, longest = HEAD + len(swings) * ROW, LONGEST[size.name]
    low, high = (end(here, *(bar["to"] for bar in bars)) for end in (min, max))
    left, right = (_letters([bar["at"] for bar in bars if bar["side"] == side], size) for side in ("left", "right"))
    each = (high - low or 1) / max(60.0, size.width - 24 - left - right)
    x: Spec = {
        "type": "quantitative",
        "scale": {"domain": [low - left * each, high + right * each], "nice": False, "zero": False},
        "axis": {**axis(unit, _titled(moves["label"], per), low, high, size), "grid": True, "gridColor": GRID},
    }
    y: Spec = {"type": "quantitative", "field": "y", "scale": {"domain": [tall, 0], "nice": False, "zero": False}, "axis": None}
    at_here: Spec = {**x, "field": "here"}
    tips = [{"field": "input", "title": "Number"}, {"field": "at", "title": "Moved to"}, {"field": "then", "title": moves["label"]}]
    kinds: Spec = {"field": "kind", "type": "nominal", "scale": {"domain": ["less", "more"], "range": [MUTED, LEVERAGE]}, "legend": None}
    names = [{"name": _shortened(swing["label"], longest), "y": HEAD + index * ROW + 12} for index, swing in enumerate(swings)]
    beside = {"align": "right", "dx": -6} if here - low > high - here else {"align": "left", "dx": 6}
    layers: list[Spec] = [
        {
            "data": {"values": bars},
            "mark": {"type": "rule", "strokeWidth": BAR},
            "encoding": {"x": at_here, "x2": {"field": "to"}, "y": y, "color": kinds, "tooltip": tips},
        },
        {
            "data": {"values": [{"here": here, "y": 2, "end": tall}]},
            "mark": {"type": "rule", "color": INK, "strokeWidth": 1.5},
            "encoding": {"x": at_here, "y": y, "y2": {"field": "end"}},
        },
        *_words([{"here": here, "y": 9, "text": f"Now {amount(unit, here)}"}], {"x": at_here, "y": y, "text": {"field": "text"}}, **beside),
        *_words(names, {"x": {"value": 0}, "y": y, "text": {"field": "name"}}, align="left", fontWeight=600),
    ]
    for side, align, dx in (("left", "right", -5), ("right", "left", 5)):
        at_end = {"x": {**x, "field": "to"}, "y": y, "text": {"field": "at"}}
        layers += _words([bar for bar in bars if bar["side"] == side], at_end, align=align, dx=dx)
    return drawing(replace(size, height=tall + FOOT), layers)


def histogram(answer: Mapping[str, Any], unit: Number, per: str, size: Size) -> Spec:
    """How often each stretch of a figure came up, with the tenths marked and named."""
    values = [{"from": low, "to": high, "count": count} for low, high, count in answer["bins"]]
    low, high = answer["bins"][0][0], answer["bins"][-1][1]
    most = max(count for _, _, count in answer["bins"])
    x: Spec = {
        "type": "quantitative",
        "scale": {"domain": [low, high], "zero": False, "nice": False},
        "axis": axis(unit, _titled(answer["label"], per), low, high, size),
    }
    y: Spec = {"type": "quantitative", "scale": {"domain": [0, most * 1.5], "nice": False}, "axis": None}
    bars: Spec = {
        "mark": {"type": "bar", "color": MAIN, "opacity": 0.75, "binSpacing": 1},
        "encoding": {"x": {**x, "field": "from", "bin": {"binned": True}}, "x2": {"field": "to"}, "y": {**y, "field": "count"}},
    }
    words = (("p10", "1 in 10 below"), ("p50", "half below"), ("p90", "1 in 10 above"))
    rules: list[Spec] = []
    labels: list[Spec] = []
    for nth, (part, text) in enumerate(words):
        at, right_half = answer[part], answer[part] - low > high - answer[part]
        mark = [{"at": at, "foot": 0, "top": most * (1.44 - 0.14 * nth), "text": f"{text} {amount(unit, at)}"}]
        place: Spec = {"x": {**x, "field": "at"}, "y": {**y, "field": "top"}}
        rule = {"type": "rule", "color": INK, "strokeDash": [4, 3]}
        rules.append({"data": {"values": mark}, "mark": rule, "encoding": {**place, "y2": {"field": "foot"}}})
        beside = {"align": "right", "dx": -6} if right_half else {"align": "left", "dx": 6}
        labels += _words(mark, {**place, "text": {"field": "text"}}, **beside)
    return drawing(replace(size, height=260), [bars, *rules, *labels], data={"values": values})
