"""The buffer's charts: past months compared with what a month needs, and the buffer over a year."""

from ...engine.calculator import Chart, Outcome
from ...engine.fields import Count, Money
from ...engine.view.charts import BAND, INK, LEVERAGE, LOSS, MAIN, MUTED, PAPER, Column, DataTable, Size, Spec, drawing, money_axis
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
    y: Spec = {"type": "quantitative", "axis": money_axis("a month")}
    tips = [
        {"field": "month", "title": "Month"},
        {"field": "base", "title": "Steady", "format": "$,.0f"},
        {"field": "varying", "title": "Varying", "format": "$,.0f"},
    ]
    below: Spec = {"mark": {"type": "bar", "color": MAIN}, "encoding": {"x": x, "y": {**y, "field": "base"}, "tooltip": tips}}
    above: Spec = {
        "mark": {"type": "bar", "color": LEVERAGE},
        "encoding": {"x": x, "y": {**y, "field": "base"}, "y2": {"field": "top"}, "tooltip": tips},
    }
    line: Spec = {
        "mark": {"type": "rule", "color": LOSS, "strokeWidth": 2, "strokeDash": [5, 3]},
        "encoding": {"y": {**y, "datum": outcome.inputs.spending}},
    }
    words: Spec = {
        "data": {"values": [{"month": 1, "text": "what you need"}]},
        "mark": {"type": "text", "align": "left", "baseline": "bottom", "dy": -5, "dx": -10, "color": INK, "fontWeight": 600},
        "encoding": {"x": x, "y": {**y, "datum": outcome.inputs.spending}, "text": {"field": "text"}},
    }
    halo: Spec = {**words, "mark": {**words["mark"], "stroke": PAPER, "strokeWidth": 4, "strokeJoin": "round"}}
    named: Spec = {
        "data": {
            "values": [{"month": 1, "text": "steady"}] if outcome.inputs.steady > 0.15 * max(value["top"] for value in values) else []
        },
        "mark": {"type": "text", "align": "left", "baseline": "bottom", "dy": -7, "dx": -10, "color": PAPER, "fontWeight": 600},
        "encoding": {"x": x, "y": {**y, "datum": 0}, "text": {"field": "text"}},
    }
    return drawing(size, [below, above, line, halo, words, named], data={"values": values})


def past_table(outcome: Outcome[Inputs]) -> DataTable:
    """The chart's data as a table."""
    money = Money(dollars=True)
    pairs = zip(outcome[figures.months], outcome[figures.surplus], strict=True)
    rows = [(at + 1, month, outcome.inputs.steady, left) for at, (month, left) in enumerate(pairs)]
    heads = (Column("Month", Count()), Column("Varying", money), Column("Steady", money), Column("Left over", money))
    return DataTable(heads, rows)


def draw_course(outcome: Outcome, size: Size) -> Spec:
    """Draw the band from poor to good years, and the middle."""
    values = [{"month": m.month, "low": m.low, "middle": m.middle, "high": m.high} for m in outcome[figures.course]]
    x: Spec = {"field": "month", "type": "quantitative", "axis": {"title": "Months from now", "tickCount": 6, "format": "d"}}
    y: Spec = {"type": "quantitative", "axis": money_axis("what is left")}
    tips = [
        {"field": "month", "title": "Months from now"},
        {"field": "low", "title": "1 in 10 lower", "format": "$,.0f"},
        {"field": "middle", "title": "The middle", "format": "$,.0f"},
        {"field": "high", "title": "1 in 10 higher", "format": "$,.0f"},
    ]
    band: Spec = {
        "mark": {"type": "area", "color": BAND, "opacity": 0.5},
        "encoding": {"x": x, "y": {**y, "field": "low"}, "y2": {"field": "high"}},
    }
    middle: Spec = {"mark": {"type": "line", "color": MAIN, "strokeWidth": 3}, "encoding": {"x": x, "y": {**y, "field": "middle"}}}
    poor: Spec = {
        "mark": {"type": "line", "color": LOSS, "strokeWidth": 2, "strokeDash": [5, 3]},
        "encoding": {"x": x, "y": {**y, "field": "low"}},
    }
    zero: Spec = {"mark": {"type": "rule", "color": MUTED}, "encoding": {"y": {**y, "datum": 0}}}
    ends = [
        {"month": 12, "amount": values[-1]["middle"], "text": "the middle year"},
        {"month": 12, "amount": values[-1]["low"], "text": "a poor year"},
    ]
    words: Spec = {
        "data": {"values": ends},
        "mark": {"type": "text", "align": "right", "baseline": "bottom", "dy": -7, "fontWeight": 600},
        "encoding": {"x": x, "y": {**y, "field": "amount"}, "text": {"field": "text"}},
    }
    hover: Spec = {"mark": {"type": "rule", "opacity": 0.001, "strokeWidth": 24}, "encoding": {"x": x, "tooltip": tips}}
    return drawing(size, [band, zero, middle, poor, words, hover], data={"values": values})


def course_table(outcome: Outcome) -> DataTable:
    """The chart's data as a table."""
    money = Money(dollars=True)
    heads = (
        Column("Months from now", Count()),
        Column("1 in 10 lower", money),
        Column("The middle", money),
        Column("1 in 10 higher", money),
    )
    return DataTable(heads, [(m.month, m.low, m.middle, m.high) for m in outcome[figures.course]])


past_chart = Chart("past", "Your months, and what a month needs", draw_past, past_table)
course_chart = Chart("course", "A year with the buffer", draw_course, course_table)
