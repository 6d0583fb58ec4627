"""The chart of the two paths to the goal, with their arrival dates."""

from ...engine.calculator import Chart, Outcome
from ...engine.fields import Count, Money
from ...engine.view.charts import MUTED, DataTable, Size, Spec, drawing, money_axis
from ...engine.view.marks import WHOLE, every_nth, hover, layer, tooltip
from . import figures
from .inputs import Inputs
from .paths import beside_point, path_layers


def draw_paths(outcome: Outcome[Inputs], size: Size) -> Spec:
    """Draw savings rising to the goal, or debts falling to zero, without leverage and with it."""
    debts = outcome.inputs.aim == "debts"
    values = [{"month": point.month, "without": point.without, "levered": point.levered} for point in outcome[figures.paths]]
    last = values[-1]["month"]
    goal = 0.0 if debts else outcome.inputs.goal
    x: Spec = {
        "type": "quantitative",
        "field": "month",
        "scale": {"domain": [0, last], "nice": False},
        "axis": {"title": "Months from now", "tickCount": 6, "format": "d"},
    }
    y: Spec = {"type": "quantitative", "axis": money_axis("owed" if debts else "")}  # the dates are in the place of a title
    tips = tooltip(month="Months from now", without=("Without leverage", WHOLE), levered=("With leverage", WHOLE))
    layers = path_layers(
        (outcome[figures.months_without], outcome[figures.months_with]),
        x,
        y,
        goal,
        outcome.day,
        lambda months: {"month": months},
        lambda _, with_leverage: _beside(outcome, with_leverage, last, size),
    )
    if not debts:
        layers.append(layer("rule", {"y": {**y, "datum": goal}}, color=MUTED, strokeDash=[2, 3]))
    return drawing(size, [*layers, hover(x, tips, 8)], data={"values": values})


def _beside(outcome: Outcome[Inputs], with_leverage: bool, last: float, size: Size) -> Spec:
    """The place of a date's label, clear of its line and of the other date."""
    months = outcome[figures.months_with] or 0
    crowded = months > 0.6 * last
    if outcome.inputs.aim == "debts":  # below the falling line, to the left of its end
        return {"align": "right", "baseline": "bottom", "dx": -48, "dy": -62 if crowded and not with_leverage else -22}
    if with_leverage or not crowded:
        return {"align": beside_point(months / last if with_leverage else 1, size), "baseline": "bottom", "dy": -22}
    return {"align": "right", "baseline": "top", "dy": 34}


def paths_table(outcome: Outcome) -> DataTable:
    """The chart's data as a table of at most about two dozen rows."""
    points = outcome[figures.paths]
    shown = every_nth(max(1, len(points) // 24), points)
    money = Money(dollars=True)
    heads = {"Months from now": Count(), "Without leverage": money, "With leverage": money}
    return DataTable(heads, [(point.month, point.without, point.levered) for point in shown])


paths_chart = Chart("paths", "Two paths to the goal", draw_paths, paths_table)
