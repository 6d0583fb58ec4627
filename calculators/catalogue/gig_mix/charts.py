"""The gig mix charts: the week's hours as descending steps of pay, and the mix compared with each gig alone."""

import textwrap

from ...engine.calculator import Chart, Outcome
from ...engine.fields import Field, Hours, Money
from ...engine.view.charts import HUES, INK, LEVERAGE, LOSS, MAIN, PAPER, DataTable, Size, Spec, drawing, money_axis
from ...engine.view.marks import CENTS, WHOLE, colors, layer, named_bars, tooltip
from ...shared.labels import distinct
from ...shared.periods import WEEKS_PER_MONTH
from . import figures
from .inputs import Inputs

LONGEST = 70
"""Characters of a name beside a bar; the axis wraps it."""

LINES = 2
"""The most lines of a name above a step; a longer one stands in the legend alone."""


LINE = 1.15
"""The height of a line, as a share of the font's size."""


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


def above_step(name: str, letters: int) -> list[str]:
    """Return a name in lines of so many letters, broken between words; nothing if it does not fit whole."""
    lines = textwrap.wrap(name, max(letters, 1), break_long_words=False)
    return lines if len(lines) <= LINES and all(len(line) <= letters for line in lines) else []


def draw_stairs(outcome: Outcome[Inputs], size: Size) -> Spec:
    """Draw each piece of the week as a step, with its hours as the width and its pay as the height."""
    values: list[Spec] = []
    names = distinct(outcome[figures.gig_name], LONGEST)
    at = 0.0
    whole = max(outcome[figures.hours_used], 1e-9)
    for name, length, pay, index in stairs(outcome):
        lines = above_step(name, int(length / whole * size.width * 0.7 / (size.font * 0.6)))
        piece = {"gig": names[index], "from": at, "to": at + length, "pay": pay, "hours": length, "mid": at + length / 2}
        values.append({**piece, "words": lines})
        at += length
    end = max(at + outcome[figures.hours_left], 1) * (1.14 if size.name == "wide" else 1.36)
    top = max([outcome.inputs.least_pay, *(piece["pay"] for piece in values)]) * 1.24 or 1
    hours: Spec = {"title": "Hours of the week, best paid first", "tickMinStep": 1, "format": "d"}
    x: Spec = {"type": "quantitative", "scale": {"domain": [0, end], "nice": False}, "axis": hours}
    y: Spec = {"type": "quantitative", "scale": {"domain": [0, top], "nice": False}, "axis": money_axis("an hour")}
    hues = {name: HUES[index % len(HUES)] for index, name in enumerate(names) if any(piece["gig"] == name for piece in values)}
    across = 2 if size.name == "narrow" else 3
    key = (
        {"orient": "bottom", "columns": across, "labelLimit": size.width / across - 30}
        if any(not piece["words"] for piece in values)
        else None
    )
    color = colors("gig", hues, legend=key)
    tips = tooltip(gig="Gig", hours=("Hours", ".1f"), pay=("An hour leaves", CENTS))
    top_at, floor_at = {**y, "field": "pay"}, {**y, "datum": outcome.inputs.least_pay}
    box = {"x": {**x, "field": "from"}, "x2": {"field": "to"}, "y": top_at, "y2": {"datum": 0}}
    bars = layer("rect", {**box, "color": color, "tooltip": tips}, stroke=PAPER, strokeWidth=1)
    middle = {"x": {**x, "field": "mid"}, "y": top_at, "text": {"field": "words"}}
    rise: Spec = {"expr": f"-4 - {LINE * size.font} * (length(datum.words) - 1)"}
    words = layer("text", middle, baseline="bottom", dy=rise, lineHeight=LINE * size.font, color=INK, fontWeight=600)
    floor = layer("rule", {"y": floor_at}, color=LOSS, strokeDash=[4, 3], strokeWidth=2)
    at_end = {"x": {**x, "datum": end}, "y": floor_at, "text": {"field": "text"}}
    named = layer("text", at_end, [{"text": "your floor"}], align="right", baseline="bottom", dy=-4, color=LOSS)
    return drawing(size, [bars, words, floor, named], data={"values": values})


def stairs_table(outcome: Outcome) -> DataTable:
    """The chart's data as a table."""
    heads = {"Gig": Field(), "Hours": Hours(per="week"), "An hour leaves": Money()}
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
    for index, (way, (_, income, swing)) in enumerate(zip(distinct((name for name, _, _ in rows), LONGEST), rows, strict=True)):
        swings = {"low": max(0.0, income - swing), "high": income + swing}
        values.append(
            {"way": way, "income": income, **swings, "text": Money(dollars=True).write(income), "kind": "one" if index else "mix"}
        )
    y = named_bars("way", size, 0.4, grid=False)
    room = 1.2 if size.name == "wide" else 1.4  # for the amount behind the longest line
    reach = {"domain": [0, max(1.0, *(income + swing for _, income, swing in rows)) * room], "nice": False}
    x: Spec = {"type": "quantitative", "scale": reach, "axis": {**money_axis(), "title": "a usual month, with its swing"}}
    color = colors("kind", {"mix": LEVERAGE, "one": MAIN}, legend=None)
    tips = tooltip(way="Way", income=("Usual month", WHOLE), low=("Lower", WHOLE), high=("Higher", WHOLE))
    usual = {"y": y, "x": {**x, "field": "income"}, "color": color, "tooltip": tips}
    bars = layer("bar", usual, cornerRadiusEnd=2, height={"band": 0.55})
    line = layer("rule", {"y": y, "x": {**x, "field": "low"}, "x2": {"field": "high"}}, color=INK, strokeWidth=1.5)
    behind = {"y": y, "x": {**x, "field": "high"}, "text": {"field": "text"}}
    words = layer("text", behind, align="left", dx=5, color=INK, fontWeight=600)
    return drawing(size, [bars, line, words], data={"values": values})


def beside_table(outcome: Outcome[Inputs]) -> DataTable:
    """The chart's data as a table."""
    money = Money(dollars=True)
    return DataTable({"Way": Field(), "Usual month": money, "Months differ by": money}, compared(outcome))


stairs_chart = Chart("stairs", "Your week, best paid hours first", draw_stairs, stairs_table)
beside_chart = Chart("beside", "The mix compared with each gig alone", draw_beside, beside_table)
