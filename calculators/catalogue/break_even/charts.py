"""The break-even chart: cash so far, and the balance after selling, as two lines."""

from ...engine.calculator import Chart, Outcome
from ...engine.fields import Count, Money, Months
from ...engine.view.charts import INK, LEVERAGE, LOSS, MAIN, MUTED, Column, DataTable, Size, Spec, drawing, money_axis
from . import figures
from .inputs import Inputs

POINTS = 120


def draw_payback(outcome: Outcome[Inputs], size: Size) -> Spec:
    """Draw cash so far, starting from what you paid, and the same plus the resale value minus the loan."""
    course = outcome[figures.course]
    every = max(1, len(course) // POINTS)
    values = [{"month": m.month, "cash": m.cash, "sold": m.sold_off} for m in course if m.month % every == 0 or m is course[-1]]
    last = values[-1]
    x: Spec = {"type": "quantitative", "scale": {"nice": False}, "axis": {"title": "Months from now", "tickCount": 6, "format": "d"}}
    y: Spec = {"type": "quantitative", "axis": money_axis("your balance")}
    tips = [
        {"field": "month", "title": "Months from now"},
        {"field": "cash", "title": "Cash so far", "format": "$,.0f"},
        {"field": "sold", "title": "If you sold it then", "format": "$,.0f"},
    ]

    def line(field: str, color: str, dash: list[int]) -> Spec:
        encoding = {"x": {**x, "field": "month"}, "y": {**y, "field": field}}
        return {"mark": {"type": "line", "color": color, "strokeWidth": 3, "strokeDash": dash}, "encoding": encoding}

    rising = last["cash"] > values[0]["cash"]
    here = values[round(len(values) * 0.62)] if len(values) > 2 else last
    zero: Spec = {"mark": {"type": "rule", "color": MUTED}, "encoding": {"y": {**y, "datum": 0}}}
    layers = [zero, line("sold", LEVERAGE, [6, 4]), line("cash", MAIN, [1, 0])]
    for field, text, above in (("sold", "if you sold it then", True), ("cash", "cash so far", False)):
        # there is room to the left above a rising line, and to the right below it
        align = {"align": "right", "dx": -4} if above == rising else {"align": "left", "dx": 8}
        named = [{"month": here["month"], "at": here[field], "text": text}]
        layers.append(
            {
                "data": {"values": named},
                "mark": {"type": "text", **align, "dy": -10 if above else 12, "fontWeight": 600, "color": INK},
                "encoding": {"x": {**x, "field": "month"}, "y": {**y, "field": "at"}, "text": {"field": "text"}},
            }
        )
    layers += _marks(outcome, x, y, last["month"])
    hover: Spec = {
        "mark": {"type": "rule", "opacity": 0.001, "strokeWidth": 10},
        "encoding": {"x": {**x, "field": "month"}, "tooltip": tips},
    }
    return drawing(size, [*layers, hover], data={"values": values})


def _marks(outcome: Outcome[Inputs], x: Spec, y: Spec, last_month: float) -> list[Spec]:
    """The points at payback and, if it is a loss, at the chosen stop."""
    at: Spec = {"x": {**x, "field": "month"}, "y": {**y, "field": "at"}}

    def point(spot: list[Spec], color: str) -> Spec:
        return {
            "data": {"values": spot},
            "mark": {"type": "point", "filled": True, "size": 80, "color": color, "opacity": 1},
            "encoding": at,
        }

    marks: list[Spec] = []
    payback = outcome[figures.payback]
    if payback:
        spot: list[Spec] = [{"month": payback, "at": 0, "text": f"paid back after {Months().write(payback)}"}]
        words: Spec = {"type": "text", "fontWeight": 600, "color": INK}
        words |= {"align": "left", "dx": 6, "dy": 14} if payback < last_month * 0.5 else {"align": "right", "dx": -8, "dy": -12}
        marks += [point(spot, MAIN), {"data": {"values": spot}, "mark": words, "encoding": {**at, "text": {"field": "text"}}}]
    if outcome[figures.stop_net] < 0:
        marks.append(point([{"month": outcome.inputs.stop, "at": outcome[figures.stop_net]}], LOSS))
    return marks


def payback_table(outcome: Outcome) -> DataTable:
    """The chart's data as a table of at most about two dozen rows."""
    course = outcome[figures.course]
    every = max(1, len(course) // 24)
    money = Money(dollars=True)
    heads = (Column("Months from now", Count()), Column("Cash so far", money), Column("If you sold it then", money))
    return DataTable(heads, [(m.month, m.cash, m.sold_off) for m in course if m.month % every == 0 or m is course[-1]])


payback_chart = Chart("payback", "The path to break-even", draw_payback, payback_table)
