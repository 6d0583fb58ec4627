"""The chart of the first year: a bar for each month's usual net, with the range from a poor to a good month."""

from ...engine.calculator import Chart, Outcome
from ...engine.fields import Count, Money
from ...engine.view.charts import INK, LEVERAGE, LOSS, MUTED, DataTable, Size, Spec, drawing, money_axis
from ...engine.view.marks import WHOLE, layer, tooltip
from . import totals


def draw_months(outcome: Outcome, size: Size) -> Spec:
    """Draw twelve bars with their ranges."""
    spreads = outcome.ranges.get("month_net")
    values = []
    for index, net in enumerate(outcome[totals.month_net]):
        low, high = (spreads[index].p10, spreads[index].p90) if isinstance(spreads, tuple) else (net, net)
        values.append({"month": index + 1, "net": net, "low": low, "high": high})
    x: Spec = {"field": "month", "type": "ordinal", "axis": {"title": "Month", "labelAngle": 0, "ticks": False}}
    y: Spec = {"type": "quantitative", "axis": money_axis("net, a month")}
    tips = tooltip(month="Month", net=("Usual", WHOLE), low=("1 in 10 lower", WHOLE), high=("1 in 10 higher", WHOLE))
    color = {"condition": {"test": "datum.net < 0", "value": LOSS}, "value": LEVERAGE}
    bar = layer("bar", {"x": x, "y": {**y, "field": "net"}, "color": color, "tooltip": tips}, cornerRadiusEnd=2, width={"band": 0.66})
    spread = {"x": x, "y": {**y, "field": "low"}, "y2": {"field": "high"}, "tooltip": tips}
    band = layer("rule", spread, color=INK, strokeWidth=1.5)
    tick: Spec = {"color": INK, "thickness": 1.5, "width": {"band": 0.3}}
    ends = [layer("tick", {"x": x, "y": {**y, "field": end}}, **tick) for end in ("low", "high")]
    zero = layer("rule", {"y": {"datum": 0}}, color=MUTED)
    return drawing(size, [bar, band, *ends, zero], data={"values": values})


def months_table(outcome: Outcome) -> DataTable:
    """The chart's data as a table."""
    money = Money(dollars=True)
    spreads = outcome.ranges.get("month_net")
    labels = ("Gross", "Fees", "Costs", "Net", "1 in 10 lower", "1 in 10 higher")
    rows = []
    for index, parts in enumerate(
        zip(*(outcome[figure] for figure in (totals.month_gross, totals.month_fees, totals.month_costs, totals.month_net)), strict=True)
    ):
        low, high = (spreads[index].p10, spreads[index].p90) if isinstance(spreads, tuple) else (parts[3], parts[3])
        rows.append((index + 1, *parts, low, high))
    return DataTable({"Month": Count(), **dict.fromkeys(labels, money)}, rows)


months_chart = Chart("months", "The first year, month by month", draw_months, months_table)
