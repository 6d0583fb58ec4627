"""The chart of the two paths to the goal, over calendar months."""

import math
from datetime import date, timedelta

from ...engine.calculator import Chart, Outcome
from ...engine.fields import Field, Money
from ...engine.view.charts import MUTED, DataTable, Size, Spec, drawing, money_axis
from ...engine.view.marks import WHOLE, every_nth, hover, layer, tooltip
from ..accelerator.dates import month_after
from ..accelerator.paths import beside_point, path_layers
from . import figures
from .inputs import Inputs, day_of

DAYS_PER_MONTH = 30
LATEST_DAY = 28
MOST_ROWS = 24


def start_of(outcome: Outcome[Inputs]) -> date:
    """The plan's start day: as entered, or today."""
    return day_of(outcome.inputs.start_day) or outcome.day


def iso_after(day: date, months: float) -> str:
    """The day `months` later, in ISO form; fractions of a month count as thirtieths."""
    whole = int(months)
    count = day.year * 12 + day.month - 1 + whole
    then = date(count // 12, count % 12 + 1, min(day.day, LATEST_DAY)) + timedelta(days=int((months - whole) * DAYS_PER_MONTH))
    return then.isoformat()


def draw_paths(outcome: Outcome[Inputs], size: Size) -> Spec:
    """Draw savings rising to the goal, or debts falling to zero, without leverage and with it."""
    if not outcome[figures.paths]:
        return drawing(size, [{"mark": "point"}], data={"values": []})
    day = start_of(outcome)
    debts = outcome.inputs.aim == "debts"
    values = [{"date": iso_after(day, at.month), "without": at.without, "levered": at.levered} for at in outcome[figures.paths]]
    axis: Spec = {"title": None, "format": "%b %Y", "tickCount": 6 if size.name == "wide" else 3, "labelFlush": True}
    x: Spec = {"type": "temporal", "field": "date", "scale": {"type": "utc", "nice": False}, "axis": axis}
    y: Spec = {"type": "quantitative", "axis": money_axis("owed" if debts else "saved")}
    goal = 0.0 if debts else max(outcome.inputs.goal, outcome.inputs.start)
    layers: list[Spec] = []
    if not debts:
        y["scale"] = {"domainMax": goal * (1.5 if _crowded(outcome) else 1.25) or 1}
        layers.append(layer("rule", {"y": {**y, "datum": goal}}, color=MUTED, strokeDash=[2, 3]))
    layers += path_layers(
        (outcome[figures.months_without], outcome[figures.months_with]),
        x,
        y,
        goal,
        day,
        lambda months: {"date": iso_after(day, months)},
        lambda months, with_leverage: _beside(outcome, months, not with_leverage, size, debts),
    )
    month = {"field": "date", "type": "temporal", "timeUnit": "utcyearmonth", "title": "Month", "format": "%B %Y"}
    tips = [month, *tooltip(without=("Without leverage", WHOLE), levered=("With leverage", WHOLE))]
    return drawing(size, [*layers, hover(x, tips, 8)], data={"values": values})


def _crowded(outcome: Outcome) -> bool:
    """Whether the two dates are too close to fit side by side."""
    soon, late = outcome[figures.months_with], outcome[figures.months_without]
    return soon is not None and late is not None and soon > 0.6 * outcome[figures.paths][-1].month


def _beside(outcome: Outcome, months: float, without: bool, size: Size, debts: bool) -> Spec:
    """The place of a date's label, clear of its line and of the other date."""
    above = without and _crowded(outcome)
    if debts:  # below the falling line, to the left of its end
        return {"align": "right", "baseline": "bottom", "dx": -0.1 * size.width, "dy": -62 if above else -22}
    return {"align": beside_point(months / outcome[figures.paths][-1].month, size), "baseline": "bottom", "dy": -58 if above else -22}


def paths_table(outcome: Outcome[Inputs]) -> DataTable:
    """The chart's data as a table of at most about two dozen rows."""
    points = outcome[figures.paths]
    shown = every_nth(max(1, math.ceil(len(points) / MOST_ROWS)), points)
    money, day = Money(dollars=True), start_of(outcome)
    heads = {"Month": Field(), "Without leverage": money, "With leverage": money}
    return DataTable(heads, [(month_after(day, point.month), point.without, point.levered) for point in shown])


paths_chart = Chart("paths", "Your goal, with leverage and without", draw_paths, paths_table)
