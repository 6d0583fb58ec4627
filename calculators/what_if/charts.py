"""The charts of the what-if panel: a tornado, and a histogram. Every bar and mark has its own label."""

from collections.abc import Sequence

from ..engine.fields import Money, Number
from ..engine.view.charts import GRID, INK, LEVERAGE, MAIN, MUTED, PAPER, Size, Spec, drawing
from ..engine.view.marks import colors, layer, tooltip
from .answers import RangeAnswer, SensitivityAnswer
from .words import amount

MOST_BARS = {"wide": 8, "narrow": 6}
ROW, HEAD, FOOT = 48, 30, 58
"""Heights in pixels: an input with its name above its bar, the head, and the axis."""
BAR = 14
LETTER = 0.56
"""Mean width of a letter, as a share of the font size."""
LONGEST = {"wide": 70, "narrow": 44}
"""Characters of an input's name that fit above its bar."""
SHORTEST_ROW = 6
TICKS = {"wide": 5, "narrow": 3}


def _words(data: Sequence[Spec], encoding: Spec, **mark: object) -> list[Spec]:
    """Text marks with a paper-colored outline, so that lines and bars behind them do not cross them out."""
    rim = {"stroke": PAPER, "strokeWidth": 4, "strokeJoin": "round"}
    return [layer("text", encoding, data, baseline="middle", **mark, **outline) for outline in (rim, {})]


def _shortened(label: str, longest: int) -> str:
    """Shorten a label to fit. In a row's input the row's name is cut first, because the input's own name says more."""
    row, colon, name = label.rpartition(": ")
    if len(label) <= longest:
        return label
    room = longest - len(colon + name) - 1
    return f"{row[:room].rstrip()}…{colon}{name}" if colon and room >= SHORTEST_ROW else f"{label[: longest - 1].rstrip()}…"


def axis(unit: Number, label: str, low: float, high: float, size: Size) -> Spec:
    """A horizontal axis in a figure's unit, with enough decimals to tell its labels apart, and what it is counted per in its title."""
    step = (high - low) * unit.scale / TICKS[size.name]
    scaled = f"abs(datum.value) * {unit.scale:g}"
    million = max(abs(low), abs(high)) >= 1e6
    digits = 2 if million or step < 0.5 else 1 if step < 2 and unit.scale != 1 else 0
    number = f"format({scaled} / 1e6, ',.2~f') + 'M'" if million else f"format({scaled}, ',.{digits}f')"
    before = unit.before if isinstance(unit, Money) else ""
    text = f"(datum.value < 0 ? '−' : '') + '{before}' + {number} + '{'%' if unit.scale != 1 else ''}'"
    title = f"{label}, {unit.axis}" if unit.axis else label
    return {"title": title, "tickCount": TICKS[size.name], "labelExpr": text, "labelFlush": True}


def _letters(texts: Sequence[str], size: Size) -> float:
    """The width in pixels of the longest text, with padding."""
    return max((len(text) for text in texts), default=0) * size.font * LETTER + 14


def _bars(moves: SensitivityAnswer, here: float, unit: Number, size: Size) -> list[Spec]:
    """One or two bars for each input, the longer first. Of two bars on the same side only the longer has a label, to avoid an overlap."""
    bars: list[Spec] = []
    for index, swing in enumerate(moves.swings[: MOST_BARS[size.name]]):
        ends = (("less", swing.low, swing.at_low), ("more", swing.high, swing.at_high))
        known = [(kind, text, at) for kind, text, at in ends if at is not None]
        known.sort(key=lambda end: -abs(end[2] - here))
        longer = known[0][2] - here
        for nth, (kind, text, at) in enumerate(known):
            left = (longer < 0) == (nth == 0)
            side = "" if nth and (at - here) * longer > 0 else "left" if left else "right"
            bar = {"kind": kind, "at": text, "here": here, "to": at, "then": amount(unit, at), "input": swing.label, "side": side}
            bars.append(bar | {"y": HEAD + index * ROW + 33})
    return bars


def tornado(moves: SensitivityAnswer, unit: Number, size: Size) -> Spec:
    """The strongest inputs, of at least one, each with its moved value at the ends of its bar; the height follows the number of bars."""
    here = moves.here or 0.0
    bars = _bars(moves, here, unit, size)
    swings = moves.swings[: MOST_BARS[size.name]]
    tall, longest = HEAD + len(swings) * ROW, LONGEST[size.name]
    low, high = (end(here, *(bar["to"] for bar in bars)) for end in (min, max))
    left, right = (_letters([bar["at"] for bar in bars if bar["side"] == side], size) for side in ("left", "right"))
    each = (high - low or 1) / max(60.0, size.width - 24 - left - right)
    x: Spec = {
        "type": "quantitative",
        "scale": {"domain": [low - left * each, high + right * each], "nice": False, "zero": False},
        "axis": {**axis(unit, moves.label, low, high, size), "grid": True, "gridColor": GRID},
    }
    y: Spec = {"type": "quantitative", "field": "y", "scale": {"domain": [tall, 0], "nice": False, "zero": False}, "axis": None}
    at_here: Spec = {**x, "field": "here"}
    tips = tooltip(input="Number", at="Moved to", then=moves.label)
    kinds = colors("kind", {"less": MUTED, "more": LEVERAGE}, legend=None)
    names = [{"name": _shortened(swing.label, longest), "y": HEAD + index * ROW + 12} for index, swing in enumerate(swings)]
    beside = {"align": "right", "dx": -6} if here - low > high - here else {"align": "left", "dx": 6}
    spans = {"x": at_here, "x2": {"field": "to"}, "y": y, "color": kinds, "tooltip": tips}
    upright = {"x": at_here, "y": y, "y2": {"field": "end"}}
    layers = [
        layer("rule", spans, bars, strokeWidth=BAR),
        layer("rule", upright, [{"here": here, "y": 2, "end": tall}], color=INK, strokeWidth=1.5),
        *_words([{"here": here, "y": 9, "text": f"Now {amount(unit, here)}"}], {"x": at_here, "y": y, "text": {"field": "text"}}, **beside),
        *_words(names, {"x": {"value": 0}, "y": y, "text": {"field": "name"}}, align="left", fontWeight=600),
    ]
    for side, align, dx in (("left", "right", -5), ("right", "left", 5)):
        at_end = {"x": {**x, "field": "to"}, "y": y, "text": {"field": "at"}}
        layers += _words([bar for bar in bars if bar["side"] == side], at_end, align=align, dx=dx)
    return drawing(size._replace(height=tall + FOOT), layers)


def histogram(answer: RangeAnswer, unit: Number, size: Size) -> Spec:
    """The distribution of a figure, with its 10th, 50th and 90th percentiles marked.

    Raises:
        ValueError: for an answer without a spread.
    """
    if answer.spread is None:
        raise ValueError("a histogram needs an answer with a spread")
    values = [{"from": low, "to": high, "count": count} for low, high, count in answer.bins]
    low, high = answer.bins[0][0], answer.bins[-1][1]
    most = max(count for _, _, count in answer.bins)
    x: Spec = {
        "type": "quantitative",
        "scale": {"domain": [low, high], "zero": False, "nice": False},
        "axis": axis(unit, answer.label, low, high, size),
    }
    y: Spec = {"type": "quantitative", "scale": {"domain": [0, most * 1.5], "nice": False}, "axis": None}
    box = {"x": {**x, "field": "from", "bin": {"binned": True}}, "x2": {"field": "to"}, "y": {**y, "field": "count"}}
    bars = layer("bar", box, color=MAIN, opacity=0.75, binSpacing=1)
    spread = answer.spread
    marks = ((spread.p10, "1 in 10 below"), (spread.p50, "half below"), (spread.p90, "1 in 10 above"))
    rules: list[Spec] = []
    labels: list[Spec] = []
    for nth, (at, text) in enumerate(marks):
        right_half = at - low > high - at
        mark = [{"at": at, "foot": 0, "top": most * (1.44 - 0.14 * nth), "text": f"{text} {amount(unit, at)}"}]
        place: Spec = {"x": {**x, "field": "at"}, "y": {**y, "field": "top"}}
        rules.append(layer("rule", {**place, "y2": {"field": "foot"}}, mark, color=INK, strokeDash=[4, 3]))
        beside = {"align": "right", "dx": -6} if right_half else {"align": "left", "dx": 6}
        labels += _words(mark, {**place, "text": {"field": "text"}}, **beside)
    return drawing(size._replace(height=260), [bars, *rules, *labels], data={"values": values})
