"""The fee chart: each platform as a bar, split into what is left of the price and fees."""

from ...engine.calculator import Chart, Outcome
from ...engine.fields import Field, Money
from ...engine.view.charts import INK, LOSS, MAIN, MUTED, PAPER, DataTable, Size, Spec, drawing, money_axis
from ...engine.view.marks import CENTS, colors, layer, named_bars, tooltip
from . import figures

PARTS = ("Yours", "Sale fees", "Payout fees")
COLUMNS = {"wide": 3, "narrow": 2}
"""Columns of the legend."""


def draw_bars(outcome: Outcome, size: Size) -> Spec:
    """Draw one bar for each platform, best first. Its three parts add up to the price."""
    values, ends = [], []
    rows = zip(
        outcome[figures.offer_name], outcome[figures.sale_net], outcome[figures.sale_fee], outcome[figures.payout_share], strict=True
    )
    for index, (name, net, fee, payout) in enumerate(sorted(rows, key=lambda row: -row[1])):
        label = f"{index + 1}. {name}"
        values += [
            {"platform": label, "part": part, "amount": amount, "order": at}
            for at, (part, amount) in enumerate(zip(PARTS, (net, fee, payout), strict=True))
        ]
        ends.append({"platform": label, "net": net, "text": Money().write(net)})
    y = named_bars("platform", size, 0.34)
    x: Spec = {"type": "quantitative", "axis": {**money_axis(), "title": "of one sale", "grid": False}}
    color = colors("part", dict(zip(PARTS, (MAIN, LOSS, MUTED), strict=True)), legend={"columns": COLUMNS[size.name]})
    tips = tooltip(platform="Platform", part="Part", amount=("Amount", CENTS))
    parts = {"y": y, "x": {**x, "field": "amount", "stack": True}, "color": color, "order": {"field": "order"}, "tooltip": tips}
    bars = layer("bar", parts, cornerRadius=2, height={"band": 0.6})
    inside = {"y": y, "x": {**x, "datum": 0}, "text": {"field": "text"}}
    text = layer("text", inside, ends, align="left", dx=5, fontWeight=600, color=PAPER)
    if all(net >= 0 for net in outcome[figures.sale_net]):
        return drawing(size, [bars, text], data={"values": values})
    below = layer("text", {**inside, "x": {**x, "field": "net"}}, ends, align="right", dx=-5, color=INK)
    filtered = [{**words, "transform": [{"filter": f"datum.net {sign} 0"}]} for words, sign in ((text, ">="), (below, "<"))]
    return drawing(size, [bars, *filtered], data={"values": values})


def bars_table(outcome: Outcome) -> DataTable:
    """The chart's data as a table, in the reader's order."""
    amounts = (figures.sale_net, figures.sale_fee, figures.payout_share, figures.buyer_pays)
    labels = ("Left for you", "Fees per sale", "Payout fees", "The buyer pays")
    rows = list(zip(outcome[figures.offer_name], *(outcome[figure] for figure in amounts), strict=True))
    return DataTable({"Platform": Field(), **dict.fromkeys(labels, Money())}, rows)


bars_chart = Chart("bars", "Where the price goes", draw_bars, bars_table, published="platforms.")
