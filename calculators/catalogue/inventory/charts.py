"""The inventory's chart: each asset as a bar, split into used and idle."""

from ...engine.calculator import Chart, Outcome
from ...engine.fields import Field, Number
from ...engine.view.charts import GRID, LEVERAGE, MUTED, DataTable, Size, Spec, drawing
from ...engine.view.marks import colors, layer, named_bars, tooltip
from . import figures
from .inputs import Inputs


def idle_bars(outcome: Outcome[Inputs], size: Size) -> Spec:
    """The inventory's chart: each asset as a bar, split into used and idle."""
    values = []
    for asset, share in zip(outcome.inputs.assets, outcome[figures.idle_share], strict=True):
        values += [
            {"asset": asset.name, "part": "Used now", "share": 1 - share if asset.capacity else 0},
            {"asset": asset.name, "part": "Idle", "share": share},
        ]
    x: Spec = {
        "field": "share",
        "type": "quantitative",
        "stack": True,
        "scale": {"domain": [0, 1]},
        "axis": {"title": None, "format": "%", "values": [0, 0.5, 1], "gridColor": GRID},
    }
    color = colors("part", {"Used now": MUTED, "Idle": LEVERAGE})
    tips = tooltip(asset="Asset", part="Part", share=("Share", ".0%"))
    split = {"color": color, "order": {"field": "part", "sort": "descending"}, "tooltip": tips}
    bars = layer("bar", {"x": x, "y": named_bars("asset", size, 0.36), **split}, cornerRadius=2, height={"band": 0.62})
    return drawing(size, [bars], data={"values": values})


def idle_table(outcome: Outcome[Inputs]) -> DataTable:
    """The chart's data as a table."""
    heads = {"Asset": Field(), "There is": Number(), "Used": Number(), "Idle": Number(), "Counted in": Field()}
    rows = [
        (asset.name, asset.capacity, asset.used, left, unit)
        for asset, left, unit in zip(outcome.inputs.assets, outcome[figures.idle], outcome[figures.counted_in], strict=True)
    ]
    return DataTable(heads, rows)


idle_chart = Chart("idle", "How much is idle", idle_bars, idle_table)
