"""The equalizer's charts: the two lines that drift apart in the years ahead, and how prices and pay have changed since a year."""

from ...engine.calculator import Chart, Outcome
from ...engine.fields import Count, Money, Number
from ...engine.view.charts import BAND, LEVERAGE, LOSS, MAIN, DataTable, Size, Spec, drawing, money_axis
from ...engine.view.marks import WHOLE, hover, layer, tooltip
from . import back, figures
from .inputs import Inputs, Year


def two_lines(outcome: Outcome, size: Size) -> Spec:
    """Draw needed and expected pay as two lines, with the gap between them shaded."""
    values = [{"year": row.year, "needed": row.needed, "expected": row.expected} for row in outcome[figures.path]]
    apart = outcome[figures.gap] > 0.04 * outcome[figures.pay_needed]
    x: Spec = {"field": "year", "type": "quantitative", "axis": {"title": "Years from now", "tickMinStep": 1, "format": "d"}}
    y: Spec = {"type": "quantitative", "scale": {"zero": False, "nice": True}, "axis": money_axis("a year")}

    def line(field: str, color: str, words: str, dash: list[int], above: bool) -> list[Spec]:
        at = {"x": x, "y": {**y, "field": field}}
        clear = _clearance(values, field, len(words), above, size)
        place = {"align": "right", "baseline": "bottom" if above else "top", "dy": -clear if above else clear}
        return [
            layer("line", at, color=color, strokeWidth=3, strokeDash=dash),
            layer("text", at, values[-1:], **place, color=color, text=words, fontWeight=600),
        ]

    band = layer("area", {"x": x, "y": {**y, "field": "expected"}, "y2": {"field": "needed"}}, color=BAND, opacity=0.35)
    tips = tooltip(year="Years from now", needed=("Pay that keeps up", WHOLE), expected=("Pay you expect", WHOLE))
    needed_above = outcome[figures.pay_needed] >= outcome[figures.pay_expected]
    needed = line("needed", LOSS, "Pay that keeps up", [6, 4], needed_above)
    expected = line("expected", MAIN, "Pay you expect", [1, 0], not needed_above)
    return drawing(size, [*([band] if apart else []), *needed, *expected, hover(x, tips, 24)], data={"values": values})


def _clearance(values: list[dict[str, float]], field: str, letters: int, above: bool, size: Size) -> float:
    """The distance in pixels of a line's label. The label ends where the line ends, so it must clear the line over its whole length."""
    amounts = [row[name] for row in values for name in ("needed", "expected")]
    rise = (values[-1][field] - values[0][field]) / (max(amounts) - min(amounts) or 1) * size.height / size.width
    return max(0, -rise if above else rise) * letters * size.font * 0.62 + 7


def year_table(outcome: Outcome) -> DataTable:
    """The chart's data as a table."""
    rows = [(row.year, row.needed, row.expected, row.gap) for row in outcome[figures.path]]
    dollars = Money(dollars=True)
    return DataTable({"Years from now": Count(), "Pay that keeps up": dollars, "Pay you expect": dollars, "The gap": dollars}, rows)


BACK = (("published", LOSS, [6, 4], "Published prices"), ("own", LEVERAGE, [2, 2], "Your own basket"), ("pay", MAIN, [1, 0], "Your pay"))
"""The lines since the year looked back to: figure, color, dashes, label."""


def since_then(outcome: Outcome[Inputs], size: Size) -> Spec:
    """Draw prices, the reader's own basket and pay, all at 100 in the year looked back to. Each line has its label at its end."""
    values = [
        {"year": row.year, "line": field, "level": getattr(row, field)}
        for row in outcome[back.levels]
        for field, *_ in BACK
        if getattr(row, field) is not None
    ]
    x: Spec = {"field": "year", "type": "quantitative", "scale": {"nice": False, "zero": False}}
    x["axis"] = {"title": None, "tickMinStep": 1, "format": "d", "tickCount": 6}
    y: Spec = {"field": "level", "type": "quantitative", "scale": {"zero": False, "nice": True}}
    y["axis"] = {"title": f"{outcome.inputs.from_year} = 100", "tickCount": 5}
    layers: list[Spec] = []
    ends = sorted((value for value in values if value["year"] == values[-1]["year"]), key=lambda value: -value["level"])
    heights = [value["level"] for value in values]
    falling = bool(heights) and 100 - min(heights) > max(heights) - 100
    for field, color, dash, words in BACK:
        own = [value for value in values if value["line"] == field]
        if not own:
            continue
        layers.append(layer("line", {"x": x, "y": y}, own, color=color, strokeWidth=3, strokeDash=dash))
        # the labels fill the empty corner, above the lines or, if most lines fall, below them, in the order in which the lines end
        place = [value["line"] for value in ends].index(field)
        row = size.font * 1.5
        line = {"baseline": "bottom", "dy": -8 - (len(ends) - 1 - place) * row} if falling else {"baseline": "top", "dy": 8 + place * row}
        text = f"{words}: {own[-1]['level']:,.0f}"
        corner = {"x": {"value": 8}, "y": {"value": "height" if falling else 0}}
        layers.append(layer("text", corner, own[-1:], align="left", **line, color=color, fontWeight=600, text=text))
    tips = tooltip(year="Year", level=(f"{outcome.inputs.from_year} = 100", ",.1f"))
    layers.append(layer("point", {"x": x, "y": y, "tooltip": tips}, opacity=0.001, size=300))
    return drawing(size, layers, data={"values": values})


def back_table(outcome: Outcome) -> DataTable:
    """The chart's data as a table."""
    heads = {"Year": Year(), **{words: Number() for _, _, _, words in BACK}}
    return DataTable(heads, [(row.year, row.published, row.own, row.pay) for row in outcome[back.levels]])


CHARTS = (
    Chart("lines", "Two lines that drift apart", two_lines, year_table),
    Chart("back", "What prices and your pay did", since_then, back_table, published="prices/"),
)
