"""The income mix chart: what would be left without each source, compared with what a month needs."""

from ...engine.calculator import Chart, Outcome
from ...engine.fields import Field, Money, Proportion
from ...engine.view.charts import INK, LOSS, MAIN, MUTED, PAPER, DataTable, Size, Spec, drawing, money_axis
from ...engine.view.marks import WHOLE, colors, layer, named_bars, tooltip
from ...shared.labels import distinct
from . import figures
from .inputs import Inputs

LONGEST = 70
"""Characters of a name beside a bar; the axis wraps it."""
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
    for way, (_, left, gone) in zip(distinct((words for words, _, _ in shown), LONGEST), shown, strict=True):
        kind = "less" if left < outcome.inputs.spending else "enough"
        short = left < 0.2 * outcome[figures.total]  # the bar is too short for the amount, which goes behind it
        written = {"text": Money(dollars=True).write(left), "at": left if short else 0}
        values.append({"way": way, "left": left, "whole": left + gone, "kind": kind, **written})
    y = named_bars("way", size, 0.42, grid=False)
    x: Spec = {"type": "quantitative", "axis": {**money_axis(), "title": "a month"}}
    tips = tooltip(way="Case", left=("Left", WHOLE))
    color = colors("kind", {"enough": MAIN, "less": LOSS}, legend=None)
    need, band = {**x, "datum": outcome.inputs.spending}, {"band": 0.6}
    whole = layer("bar", {"y": y, "x": {**x, "field": "whole"}}, color=MUTED, opacity=0.3, height=band)
    bars = layer("bar", {"y": y, "x": {**x, "field": "left"}, "color": color, "tooltip": tips}, cornerRadiusEnd=2, height=band)
    readable: Spec = {"condition": {"test": "datum.at > 0", "value": INK}, "value": PAPER}
    amount = {"y": y, "x": {**x, "field": "at"}, "text": {"field": "text"}, "color": readable}
    text = layer("text", amount, align="left", dx=5, fontWeight=600)
    line = layer("rule", {"x": need}, color=INK, strokeWidth=2, strokeDash=[5, 3])
    on_top = {"x": need, "y": {"value": 0}, "text": {"field": "text"}}
    beside = {"align": "right", "baseline": "bottom", "dx": -2, "dy": -2}
    named = layer("text", on_top, [{"text": "what you need"}], **beside, color=INK, fontWeight=600)
    return drawing(size, [whole, bars, text, line, named], data={"values": values})


def ways_table(outcome: Outcome[Inputs]) -> DataTable:
    """The chart's data as a table, with the shares."""
    whole = outcome[figures.total] or 1
    heads = {"Case": Field(), "Left a month": Money(dollars=True), "Gone": Proportion()}
    return DataTable(heads, [(words, left, gone / whole) for words, left, gone in ways(outcome)])


ways_chart = Chart("ways", "If one of them stopped", draw_ways, ways_table)
