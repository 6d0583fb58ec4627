"""The fee chart: each platform as a bar, split into what is left of the price and fees."""

from ...engine.calculator import Chart, Outcome
from ...engine.fields import Field, Money
from ...engine.view.charts import INK, LOSS, MAIN, MUTED, PAPER, Column, DataTable, Size, Spec, drawing, money_axis
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
        label = f"{index + 1}. {name if len(name) <= 18 else name[:17] + '…'}"
        values += [
            {"platform": label, "part": part, "amount": amount, "order": at}
            for at, (part, amount) in enumerate(zip(PARTS, (net, fee, payout), strict=True))
        ]
        ends.append({"platform": label, "net": net, "text": Money().write(net)})
    y: Spec = {
        "field": "platform",
        "type": "nominal",
        "sort": None,
        "axis": {"title": None, "ticks": False, "domain": False, "labelLimit": size.width * 0.34},
    }
    x: Spec = {"type": "quantitative", "axis": {**money_axis(), "title": "of one sale", "grid": False}}
    color: Spec = {
        "field": "part",
        "type": "nominal",
        "scale": {"domain": list(PARTS), "range": [MAIN, LOSS, MUTED]},
        "legend": {"columns": COLUMNS[size.name]},
    }
    tips = [
        {"field": "platform", "title": "Platform"},
        {"field": "part", "title": "Part"},
        {"field": "amount", "title": "Amount", "format": "$,.2f"},
    ]
    bars: Spec = {
        "mark": {"type": "bar", "cornerRadius": 2, "height": {"band": 0.6}},
        "encoding": {"y": y, "x": {**x, "field": "amount", "stack": True}, "color": color, "order": {"field": "order"}, "tooltip": tips},
    }
    text: Spec = {
        "data": {"values": ends},
        "mark": {"type": "text", "align": "left", "dx": 5, "fontWeight": 600, "color": PAPER},
        "encoding": {"y": y, "x": {**x, "datum": 0}, "text": {"field": "text"}},
    }
    below: Spec = {
        "data": {"values": ends},
        "transform": [{"filter": "datum.net < 0"}],
        "mark": {"type": "text", "align": "right", "dx": -5, "color": INK},
        "encoding": {"y": y, "x": {**x, "field": "net"}, "text": {"field": "text"}},
    }
    if any(net < 0 for net in outcome[figures.sale_net]):
        text["transform"] = [{"filter": "datum.net >= 0"}]
        return drawing(size, [bars, text, below], data={"values": values})
    return drawing(size, [bars, text], data={"values": values})


def bars_table(outcome: Outcome) -> DataTable:
    """The chart's data as a table, in the reader's order."""
    money = Money()
    amounts = (figures.sale_net, figures.sale_fee, figures.payout_share, figures.buyer_pays)
    labels = ("Left for you", "Fees per sale", "Payout fees", "The buyer pays")
    return DataTable(
        (Column("Platform", Field()), *(Column(label, money) for label in labels)),
        list(zip(outcome[figures.offer_name], *(outcome[figure] for figure in amounts), strict=True)),
    )


bars_chart = Chart("bars", "Where the price goes", draw_bars, bars_table)
