"""The income mix chart: what would be left without each source, compared with what a month needs."""

from ...engine.calculator import Chart, Outcome
from ...engine.fields import Field, Money, Proportion
from ...engine.view.charts import INK, LOSS, MAIN, MUTED, PAPER, Column, DataTable, Size, Spec, drawing, money_axis
from ...shared.labels import distinct
from . import figures
from .inputs import Inputs

MOST = 10
"""The most bars drawn; the table has all."""


def ways(outcome: Outcome[Inputs]) -> list[tuple[str, float, float]]:
    """All income, then without each source, largest source first: (label, left, lost)."""
    rows = sorted(zip(outcome[figures.stream_name], outcome.inputs.streams, strict=True), key=lambda row: -row[1].amount)
    return [
        ("Now", outcome[figures.total], 0.0),
        *((f"Without {name}", outcome[figures.total] - stream.amount, stream.amount) for name, stream in rows),
    ]


def draw_ways(outcome: Outcome[Inputs], size: Size) -> Spec:
    """Draw a bar for what is left, the lost part behind it, and a line for what a month needs."""
    shown = ways(outcome)[:MOST]
    values = []
    for way, (_, left, gone) in zip(distinct((words for words, _, _ in shown), 24), shown, strict=True):
        kind = "less" if left < outcome.inputs.spending else "enough"
        short = left < 0.2 * outcome[figures.total]  # the bar is too short for the amount, which goes behind it
        amount = {"text": Money(dollars=True).write(left), "at": left if short else 0}
        values.append({"way": way, "left": left, "whole": left + gone, "kind": kind, **amount})
    names: Spec = {"title": None, "ticks": False, "domain": False, "grid": False, "labelLimit": size.width * 0.42}
    y: Spec = {"field": "way", "type": "nominal", "sort": None, "axis": names}
    x: Spec = {"type": "quantitative", "axis": {**money_axis(), "title": "a month"}}
    tips = [{"field": "way", "title": "Case"}, {"field": "left", "title": "Left", "format": "$,.0f"}]
    color: Spec = {"field": "kind", "type": "nominal", "scale": {"domain": ["enough", "less"], "range": [MAIN, LOSS]}, "legend": None}
    whole: Spec = {
        "mark": {"type": "bar", "color": MUTED, "opacity": 0.3, "height": {"band": 0.6}},
        "encoding": {"y": y, "x": {**x, "field": "whole"}},
    }
    bars: Spec = {
        "mark": {"type": "bar", "cornerRadiusEnd": 2, "height": {"band": 0.6}},
        "encoding": {"y": y, "x": {**x, "field": "left"}, "color": color, "tooltip": tips},
    }
    readable: Spec = {"condition": {"test": "datum.at > 0", "value": INK}, "value": PAPER}
    text: Spec = {
        "mark": {"type": "text", "align": "left", "dx": 5, "fontWeight": 600},
        "encoding": {"y": y, "x": {**x, "field": "at"}, "text": {"field": "text"}, "color": readable},
    }
    line: Spec = {
        "mark": {"type": "rule", "color": INK, "strokeWidth": 2, "strokeDash": [5, 3]},
        "encoding": {"x": {**x, "datum": outcome.inputs.spending}},
    }
    named: Spec = {
        "data": {"values": [{"text": "what you need"}]},
        "mark": {"type": "text", "align": "right", "baseline": "bottom", "dx": -2, "dy": -2, "color": INK, "fontWeight": 600},
        "encoding": {"x": {**x, "datum": outcome.inputs.spending}, "y": {"value": 0}, "text": {"field": "text"}},
    }
    return drawing(size, [whole, bars, text, line, named], data={"values": values})


def ways_table(outcome: Outcome[Inputs]) -> DataTable:
    """The chart's data as a table, with the shares."""
    whole = outcome[figures.total] or 1
    heads = (Column("Case", Field()), Column("Left a month", Money(dollars=True)), Column("Gone", Proportion()))
    return DataTable(heads, [(words, left, gone / whole) for words, left, gone in ways(outcome)])


ways_chart = Chart("ways", "If one of them stopped", draw_ways, ways_table)
