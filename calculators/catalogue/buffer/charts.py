"""The buffer's charts: past months compared with what a month needs, and the buffer over a year."""

from ...engine.calculator import Chart, Outcome
from ...engine.fields import Count, Money
from ...engine.view.charts import BAND, LEVERAGE, LOSS, MAIN, MUTED, DataTable, Size, Spec, drawing, money_axis
from ...engine.view.marks import WHOLE, hover, layer, tooltip
from . import figures
from .inputs import Inputs


def draw_past(outcome: Outcome[Inputs], size: Size) -> Spec:
    """Draw a bar for each past month on top of steady income, and a line for what a month needs."""
    base = outcome.inputs.steady
    values = [{"month": at + 1, "varying": month, "base": base, "top": base + month} for at, month in enumerate(outcome[figures.months])]
    step = max(1, len(values) // (12 if size.name == "wide" else 6))
    shown = [value["month"] for value in values if (value["month"] - 1) % step == 0]
    x: Spec = {
        "field": "month",
        "type": "ordinal",
        "axis": {"title": "Past months, oldest first", "labelAngle": 0, "ticks": False, "values": shown},
    }
    highest = max([outcome.inputs.spending, *(value["top"] for value in values)])
    y: Spec = {"type": "quantitative", "scale": {"domain": [0, highest * 1.12 or 1], "nice": False}, "axis": money_axis("a month")}
    tips = tooltip(month="Month", base=("Steady", WHOLE), varying=("Varying", WHOLE))
    bottom, need = {**y, "field": "base"}, {**y, "datum": outcome.inputs.spending}
    scale = {"domain": ["Steady", "Varying"], "range": [MAIN, LEVERAGE]}
    steady, varying = ({"datum": kind, "type": "nominal", "scale": scale, "legend": {"orient": "bottom"}} for kind in ("Steady", "Varying"))
    below = layer("bar", {"x": x, "y": bottom, "color": steady, "tooltip": tips})
    above = layer("bar", {"x": x, "y": bottom, "y2": {"field": "top"}, "color": varying, "tooltip": tips})
    line = layer("rule", {"y": need}, color=LOSS, strokeWidth=2, strokeDash=[5, 3])
    on_top = {"x": {"value": "width"}, "y": {"value": 0}, "text": {"field": "text"}}
    words = layer("text", on_top, [{"text": "- - what you need"}], align="right", baseline="top", color=LOSS, fontWeight=600)
    return drawing(size, [below, above, line, words], data={"values": values})


def past_table(outcome: Outcome[Inputs]) -> DataTable:
    """The chart's data as a table."""
    money = Money(dollars=True)
    pairs = zip(outcome[figures.months], outcome[figures.surplus], strict=True)
    rows = [(at + 1, month, outcome.inputs.steady, left) for at, (month, left) in enumerate(pairs)]
    return DataTable({"Month": Count(), "Varying": money, "Steady": money, "Left over": money}, rows)


def draw_course(outcome: Outcome, size: Size) -> Spec:
    """Draw the band from poor to good years, and the middle."""
    values = [{"month": m.month, "low": m.low, "middle": m.middle, "high": m.high} for m in outcome[figures.course]]
    x: Spec = {"field": "month", "type": "quantitative", "axis": {"title": "Months from now", "tickCount": 6, "format": "d"}}
    y: Spec = {"type": "quantitative", "axis": money_axis("what is left")}
    spread = {"low": ("1 in 10 lower", WHOLE), "middle": ("The middle", WHOLE), "high": ("1 in 10 higher", WHOLE)}
    tips = tooltip(month="Months from now", **spread)
    low = {"x": x, "y": {**y, "field": "low"}}
    band = layer("area", {**low, "y2": {"field": "high"}}, color=BAND, opacity=0.5)
    middle = layer("line", {"x": x, "y": {**y, "field": "middle"}}, color=MAIN, strokeWidth=3)
    poor = layer("line", low, color=LOSS, strokeWidth=2, strokeDash=[5, 3])
    zero = layer("rule", {"y": {**y, "datum": 0}}, color=MUTED)
    ends = [
        {"month": 12, "amount": values[-1]["middle"], "text": "the middle year"},
        {"month": 12, "amount": values[-1]["low"], "text": "a poor year"},
    ]
    at_end = {"x": x, "y": {**y, "field": "amount"}, "text": {"field": "text"}}
    words = layer("text", at_end, ends, align="right", baseline="bottom", dy=-7, fontWeight=600)
    return drawing(size, [band, zero, middle, poor, words, hover(x, tips, 24)], data={"values": values})


def course_table(outcome: Outcome) -> DataTable:
    """The chart's data as a table."""
    money = Money(dollars=True)
    heads = {"Months from now": Count(), "1 in 10 lower": money, "The middle": money, "1 in 10 higher": money}
    return DataTable(heads, [(m.month, m.low, m.middle, m.high) for m in outcome[figures.course]])


past_chart = Chart("past", "Your months, and what a month needs", draw_past, past_table)
course_chart = Chart("course", "A year with the buffer", draw_course, course_table)
