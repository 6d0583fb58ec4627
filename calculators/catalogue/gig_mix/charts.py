"""The gig mix charts: the week's hours as descending steps of pay, and the mix compared with each gig alone."""

from __future__ import annotations

from ...engine.calculator import Chart, Outcome
from ...engine.fields import Field, Hours, Money
from ...engine.view.charts import HUES, INK, LEVERAGE, LOSS, MAIN, PAPER, Column, DataTable, Size, Spec, drawing, money_axis
from ...shared.labels import distinct
from ...shared.periods import WEEKS_PER_MONTH
from . import figures
from .inputs import Inputs


def stairs(outcome: Outcome) -> list[tuple[str, float, float, int]]:
    """Pieces of the week, best paid first: (gig, hours, hourly pay, index of the gig)."""
    steps = []
    for index, (name, offer, hours) in enumerate(
        zip(outcome[figures.gig_name], outcome[figures.offers], outcome[figures.hours], strict=True)
    ):
        for pay, length in ((offer.pay, min(hours, offer.good)), (offer.later, max(0.0, hours - offer.good))):
            if length > 0:
                steps.append((name, length, pay, index))
    return sorted(steps, key=lambda piece: -piece[2])


def draw_stairs(outcome: Outcome[Inputs], size: Size) -> Spec:
    """Draw each piece of the week as a step, with its hours as the width and its pay as the height."""
    values: list[Spec] = []
    at = 0.0
    whole = max(outcome[figures.hours_used], 1e-9)
    for name, length, pay, index in stairs(outcome):
        fits = length / whole * size.width * 0.7 > len(name) * size.font * 0.6
        piece = {"gig": name, "from": at, "to": at + length, "pay": pay, "hours": length, "mid": at + length / 2}
        values.append({**piece, "word": name if fits else "", "hue": index % len(HUES)})
        at += length
    end = max(at + outcome[figures.hours_left], 1) * (1.14 if size.name == "wide" else 1.24)
    top = max([outcome.inputs.least_pay, *(piece["pay"] for piece in values)]) * 1.14 or 1
    hours: Spec = {"title": "Hours of the week, best paid first", "tickMinStep": 1, "format": "d"}
    x: Spec = {"type": "quantitative", "scale": {"domain": [0, end], "nice": False}, "axis": hours}
    y: Spec = {"type": "quantitative", "scale": {"domain": [0, top], "nice": False}, "axis": money_axis("an hour")}
    hues: Spec = {"domain": list(range(len(HUES))), "range": list(HUES)}
    color: Spec = {"field": "hue", "type": "ordinal", "scale": hues, "legend": None}
    tips = [
        {"field": "gig", "title": "Gig"},
        {"field": "hours", "title": "Hours", "format": ".1f"},
        {"field": "pay", "title": "An hour leaves", "format": "$,.2f"},
    ]
    bars: Spec = {
        "mark": {"type": "rect", "stroke": PAPER, "strokeWidth": 1},
        "encoding": {
            "x": {**x, "field": "from"},
            "x2": {"field": "to"},
            "y": {**y, "field": "pay"},
            "y2": {"datum": 0},
            "color": color,
            "tooltip": tips,
        },
    }
    words: Spec = {
        "mark": {"type": "text", "baseline": "bottom", "dy": -4, "color": INK, "fontWeight": 600},
        "encoding": {"x": {**x, "field": "mid"}, "y": {**y, "field": "pay"}, "text": {"field": "word"}},
    }
    floor: Spec = {
        "mark": {"type": "rule", "color": LOSS, "strokeDash": [4, 3], "strokeWidth": 2},
        "encoding": {"y": {**y, "datum": outcome.inputs.least_pay}},
    }
    named: Spec = {
        "data": {"values": [{"text": "your floor"}]},
        "mark": {"type": "text", "align": "right", "baseline": "bottom", "dy": -4, "color": LOSS},
        "encoding": {"x": {**x, "datum": end}, "y": {**y, "datum": outcome.inputs.least_pay}, "text": {"field": "text"}},
    }
    return drawing(size, [bars, words, floor, named], data={"values": values})


def stairs_table(outcome: Outcome) -> DataTable:
    """The chart's data as a table."""
    heads = (Column("Gig", Field()), Column("Hours", Hours(per="week")), Column("An hour leaves", Money()))
    return DataTable(heads, [piece[:3] for piece in stairs(outcome)])


def compared(outcome: Outcome[Inputs]) -> list[tuple[str, float, float]]:
    """The mix, then each gig alone: (name, monthly income, typical deviation)."""
    mix = (outcome[figures.total] * WEEKS_PER_MONTH, outcome[figures.swing_mix] or 0.0)
    rows = [("The mix", mix[0], mix[0] * mix[1])]
    for name, alone, gig in zip(outcome[figures.gig_name], outcome[figures.alone], outcome.inputs.gigs, strict=True):
        rows.append((f"Only {name}", alone * WEEKS_PER_MONTH, alone * WEEKS_PER_MONTH * gig.swing))
    return rows


def draw_beside(outcome: Outcome[Inputs], size: Size) -> Spec:
    """Draw a bar for a usual month, with a line for the typical deviation."""
    values = []
    rows = compared(outcome)
    for index, (way, (_, income, swing)) in enumerate(zip(distinct((name for name, _, _ in rows), 24), rows, strict=True)):
        reach = {"low": max(0.0, income - swing), "high": income + swing}
        values.append({"way": way, "income": income, **reach, "text": Money(dollars=True).write(income), "kind": "one" if index else "mix"})
    names: Spec = {"title": None, "ticks": False, "domain": False, "grid": False, "labelLimit": size.width * 0.4}
    y: Spec = {"field": "way", "type": "nominal", "sort": None, "axis": names}
    x: Spec = {"type": "quantitative", "axis": {**money_axis(), "title": "a usual month, with its swing"}}
    color: Spec = {"field": "kind", "type": "nominal", "scale": {"domain": ["mix", "one"], "range": [LEVERAGE, MAIN]}, "legend": None}
    tips = [
        {"field": "way", "title": "Way"},
        {"field": "income", "title": "Usual month", "format": "$,.0f"},
        {"field": "low", "title": "Lower", "format": "$,.0f"},
        {"field": "high", "title": "Higher", "format": "$,.0f"},
    ]
    bars: Spec = {
        "mark": {"type": "bar", "cornerRadiusEnd": 2, "height": {"band": 0.55}},
        "encoding": {"y": y, "x": {**x, "field": "income"}, "color": color, "tooltip": tips},
    }
    line: Spec = {
        "mark": {"type": "rule", "color": INK, "strokeWidth": 1.5},
        "encoding": {"y": y, "x": {**x, "field": "low"}, "x2": {"field": "high"}},
    }
    words: Spec = {
        "mark": {"type": "text", "align": "left", "dx": 5, "dy": -10, "color": PAPER, "fontWeight": 600},
        "encoding": {"y": y, "x": {**x, "datum": 0}, "text": {"field": "text"}},
    }
    return drawing(size, [bars, line, words], data={"values": values})


def beside_table(outcome: Outcome[Inputs]) -> DataTable:
    """The chart's data as a table."""
    money = Money(dollars=True)
    heads = (Column("Way", Field()), Column("Usual month", money), Column("Months differ by", money))
    return DataTable(heads, list(compared(outcome)))


stairs_chart = Chart("stairs", "Your week, best paid hours first", draw_stairs, stairs_table)
beside_chart = Chart("beside", "The mix compared with each gig alone", draw_beside, beside_table)
