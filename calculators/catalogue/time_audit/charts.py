"""The time audit's chart: the week as 168 blocks of an hour each."""

from ...engine.calculator import Chart, Outcome
from ...engine.fields import Field, Hours
from ...engine.view.charts import INK, LEVERAGE, MAIN, MUTED, DataTable, Size, Spec, drawing
from ...engine.view.marks import colors, layer, tooltip
from . import figures
from .inputs import Inputs
from .weekly_hours import HOURS_PER_PART, PART_LABELS

KINDS = ("Spoken for", "Kept for rest", "Could be leveraged")


def blocks(hours: tuple[float, float, float]) -> list[int]:
    """Allocate 42 whole blocks to three kinds of hours by largest remainders; returns the kind of each block."""
    total = sum(hours)
    shares = [h * HOURS_PER_PART / total if total else 0.0 for h in hours]
    whole = [int(share) for share in shares]
    for index in sorted(range(3), key=lambda i: whole[i] - shares[i])[: int(HOURS_PER_PART) - sum(whole)]:
        whole[index] += 1
    return [kind for kind, count in enumerate(whole) for _ in range(count)]


def week_in_blocks(outcome: Outcome[Inputs], size: Size) -> Spec:
    """Draw a week as 168 blocks of an hour each, by part of the day."""
    across = 21 if size.name == "wide" else 14
    deep = int(HOURS_PER_PART) // across
    values = []
    for row, label in enumerate(PART_LABELS):
        taken = (
            outcome[figures.part_used][row] - outcome[figures.part_given][row],
            outcome[figures.part_rest][row],
            outcome[figures.part_leverage][row],
        )
        for index, kind in enumerate(blocks(taken)):
            top = row * (deep + 1) + index % deep
            values.append({"x": index // deep, "x2": index // deep + 0.86, "y": top, "y2": top + 0.86, "kind": KINDS[kind], "part": label})
    heads = [{"y": row * (deep + 1) - 0.2, "label": label} for row, label in enumerate(PART_LABELS)]
    color = colors("kind", dict(zip(KINDS, (MAIN, MUTED, LEVERAGE), strict=True)))
    y: Spec = {"type": "quantitative", "scale": {"reverse": True, "domain": [-0.9, 4 * (deep + 1) - 1]}, "axis": None}
    x: Spec = {"type": "quantitative", "scale": {"domain": [0, across]}, "axis": None}
    box = {"x": {**x, "field": "x"}, "x2": {"field": "x2"}, "y": {**y, "field": "y"}, "y2": {"field": "y2"}}
    square = layer("rect", {**box, "color": color, "tooltip": tooltip(part="Part of the day", kind="This hour")})
    above = {"x": {**x, "datum": 0}, "y": {**y, "field": "y"}, "text": {"field": "label"}}
    text = layer("text", above, heads, align="left", baseline="bottom", color=INK, dy=1)
    return drawing(size, [square, text], data={"values": values})


def week_table(outcome: Outcome) -> DataTable:
    """The chart's data as a table of hours."""
    heads = {"Part of the day": Field(), **dict.fromkeys(KINDS, Hours(per="week"))}
    taken = [used - given for used, given in zip(outcome[figures.part_used], outcome[figures.part_given], strict=True)]
    return DataTable(heads, list(zip(PART_LABELS, taken, outcome[figures.part_rest], outcome[figures.part_leverage], strict=True)))


week_chart = Chart("week", "Your week, one block an hour", week_in_blocks, week_table)
