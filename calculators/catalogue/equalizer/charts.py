"""The equalizer's charts: the two lines that drift apart in the years ahead, and how prices and pay have changed since a year."""

from ...engine.calculator import Chart, Outcome
from ...engine.fields import Count, Money, Number
from ...engine.view.charts import BAND, LEVERAGE, LOSS, MAIN, Column, DataTable, Size, Spec, drawing, money_axis
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
        label = {
            "type": "text",
            "align": "right",
            "baseline": "bottom" if above else "top",
            "dy": -clear if above else clear,
            "color": color,
        }
        return [
            {"mark": {"type": "line", "color": color, "strokeWidth": 3, "strokeDash": dash}, "encoding": at},
            {"data": {"values": values[-1:]}, "mark": {**label, "text": words, "fontWeight": 600}, "encoding": at},
        ]

    band: Spec = {
        "mark": {"type": "area", "color": BAND, "opacity": 0.35},
        "encoding": {"x": x, "y": {**y, "field": "expected"}, "y2": {"field": "needed"}},
    }
    tips: Spec = {
        "mark": {"type": "rule", "opacity": 0.001, "strokeWidth": 24},
        "encoding": {
            "x": x,
            "tooltip": [
                {"field": "year", "title": "Years from now"},
                {"field": "needed", "title": "Pay that keeps up", "format": "$,.0f"},
                {"field": "expected", "title": "Pay you expect", "format": "$,.0f"},
            ],
        },
    }
    needed_above = outcome[figures.pay_needed] >= outcome[figures.pay_expected]
    return drawing(
        size,
        [
            *([band] if apart else []),
            *line("needed", LOSS, "Pay that keeps up", [6, 4], needed_above),
            *line("expected", MAIN, "Pay you expect", [1, 0], not needed_above),
            tips,
        ],
        data={"values": values},
    )


def _clearance(values: list[dict[str, float]], field: str, letters: int, above: bool, size: Size) -> float:
    """The distance in pixels of a line's label. The label ends where the line ends, so it must clear the line over its whole length."""
    amounts = [row[name] for row in values for name in ("needed", "expected")]
    rise = (values[-1][field] - values[0][field]) / (max(amounts) - min(amounts) or 1) * size.height / size.width
    return max(0, -rise if above else rise) * letters * size.font * 0.62 + 7


def year_table(outcome: Outcome) -> DataTable:
    """The chart's data as a table."""
    rows = [(row.year, row.needed, row.expected, row.gap) for row in outcome[figures.path]]
    dollars = Money(dollars=True)
    units = (("Years from now", Count()), ("Pay that keeps up", dollars), ("Pay you expect", dollars), ("The gap", dollars))
    return DataTable(tuple(Column(label, unit) for label, unit in units), rows)


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
        at = {"x": x, "y": y}
        mark = {"type": "line", "color": color, "strokeWidth": 3, "strokeDash": dash}
        layers.append({"data": {"values": own}, "mark": mark, "encoding": at})
        # the labels fill the empty corner, above the lines or, if most lines fall, below them, in the order in which the lines end
        place = [value["line"] for value in ends].index(field)
        row = size.font * 1.5
        named = {"type": "text", "align": "left", "color": color, "fontWeight": 600}
        named |= {"baseline": "bottom", "dy": -8 - (len(ends) - 1 - place) * row} if falling else {"baseline": "top", "dy": 8 + place * row}
        text = f"{words}: {own[-1]['level']:,.0f}"
        corner = {"x": {"value": 8}, "y": {"value": "height" if falling else 0}}
        layers.append({"data": {"values": own[-1:]}, "mark": {**named, "text": text}, "encoding": corner})
    hover: Spec = {
        "mark": {"type": "point", "opacity": 0.001, "size": 300},
        "encoding": {
            "x": x,
            "y": y,
            "tooltip": [
                {"field": "year", "title": "Year"},
                {"field": "level", "title": f"{outcome.inputs.from_year} = 100", "format": ",.1f"},
            ],
        },
    }
    return drawing(size, [*layers, hover], data={"values": values})


def back_table(outcome: Outcome) -> DataTable:
    """The chart's data as a table."""
    heads = (Column("Year", Year()), *(Column(words, Number()) for _, _, _, words in BACK))
    return DataTable(heads, [(row.year, row.published, row.own, row.pay) for row in outcome[back.levels]])


CHARTS = (
    Chart("lines", "Two lines that drift apart", two_lines, year_table),
    Chart("back", "What prices and your pay did", since_then, back_table),
)
