"""The break-even chart: cash so far, and the balance after selling, as two lines."""

from ...engine.calculator import Chart, Outcome
from ...engine.fields import Count, Money, Months
from ...engine.view.charts import INK, LEVERAGE, LOSS, MAIN, MUTED, DataTable, Size, Spec, drawing, money_axis
from ...engine.view.marks import WHOLE, every_nth, hover, layer, tooltip
from . import figures
from .inputs import Inputs

POINTS = 120


def draw_payback(outcome: Outcome[Inputs], size: Size) -> Spec:
    """Draw cash so far, starting from what you paid, and the same plus the resale value minus the loan."""
    course = outcome[figures.course]
    shown = every_nth(max(1, len(course) // POINTS), course)
    values = [{"month": m.month, "cash": m.cash, "sold": m.sold_off} for m in shown]
    last = values[-1]
    x: Spec = {"type": "quantitative", "scale": {"nice": False}, "axis": {"title": "Months from now", "tickCount": 6, "format": "d"}}
    y: Spec = {"type": "quantitative", "axis": money_axis("your balance")}
    at_month: Spec = {**x, "field": "month"}
    tips = tooltip(month="Months from now", cash=("Cash so far", WHOLE), sold=("If you sold it then", WHOLE))

    def line(field: str, color: str, dash: list[int]) -> Spec:
        return layer("line", {"x": at_month, "y": {**y, "field": field}}, color=color, strokeWidth=3, strokeDash=dash)

    rising = last["cash"] > values[0]["cash"]
    here = values[round(len(values) * 0.62)] if len(values) > 2 else last
    layers = [layer("rule", {"y": {**y, "datum": 0}}, color=MUTED), line("sold", LEVERAGE, [6, 4]), line("cash", MAIN, [1, 0])]
    for field, text, above in (("sold", "if you sold it then", True), ("cash", "cash so far", False)):
        # there is room to the left above a rising line, and to the right below it
        align = {"align": "right", "dx": -4} if above == rising else {"align": "left", "dx": 8}
        named = [{"month": here["month"], "at": here[field], "text": text}]
        at = {"x": at_month, "y": {**y, "field": "at"}, "text": {"field": "text"}}
        layers.append(layer("text", at, named, **align, dy=-10 if above else 12, fontWeight=600, color=INK))
    layers += _marks(outcome, {"x": at_month, "y": {**y, "field": "at"}}, last["month"])
    return drawing(size, [*layers, hover(at_month, tips, 10)], data={"values": values})


def _marks(outcome: Outcome[Inputs], at: Spec, last_month: float) -> list[Spec]:
    """The points at payback and, if it is a loss, at the chosen stop."""
    dot = {"filled": True, "size": 80, "opacity": 1}
    marks: list[Spec] = []
    payback = outcome[figures.payback]
    if payback:
        spot: list[Spec] = [{"month": payback, "at": 0, "text": f"paid back after {Months().write(payback)}"}]
        beside = {"align": "left", "dx": 6, "dy": 14} if payback < last_month * 0.5 else {"align": "right", "dx": -8, "dy": -12}
        marks.append(layer("point", at, spot, color=MAIN, **dot))
        marks.append(layer("text", {**at, "text": {"field": "text"}}, spot, fontWeight=600, color=INK, **beside))
    if outcome[figures.stop_net] < 0:
        marks.append(layer("point", at, [{"month": outcome.inputs.stop, "at": outcome[figures.stop_net]}], color=LOSS, **dot))
    return marks


def payback_table(outcome: Outcome) -> DataTable:
    """The chart's data as a table of at most about two dozen rows."""
    course = outcome[figures.course]
    shown = every_nth(max(1, len(course) // 24), course)
    money = Money(dollars=True)
    heads = {"Months from now": Count(), "Cash so far": money, "If you sold it then": money}
    return DataTable(heads, [(m.month, m.cash, m.sold_off) for m in shown])


payback_chart = Chart("payback", "The path to break-even", draw_payback, payback_table)
