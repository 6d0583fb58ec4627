"""The two paths to a goal, without leverage and with it: their points, and their lines with the dates of arrival."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from ...engine.fields import Count, Money
from ...engine.view.charts import INK, LEVERAGE, MAIN, Size, Spec
from ...engine.view.marks import layer
from .dates import month_after
from .saving import balance_after

AXIS_WIDTH, DATE_WIDTH = 50, 105
"""Pixels that the labels of a money axis take, and the longest date, "September 2029"."""


@dataclass(frozen=True)
class Point:
    """The amount saved or still owed after a number of months, on both paths."""

    month: Annotated[int, Count("Month")]
    without: Annotated[float, Money("Without leverage")]
    levered: Annotated[float, Money("With leverage")]


def sampled(last: int, most: int) -> list[int]:
    """Months from 0 to `last`, evenly spaced, at most `most` of them after the first."""
    steps = min(last, most)
    return sorted({round(step * last / steps) for step in range(steps + 1)})


def owed_points(months: Sequence[int], without: Sequence[float], levered: Sequence[float]) -> tuple[Point, ...]:
    """The points for debts, from the balances of both payoffs, month by month."""
    return tuple(Point(month, *(balances[min(month, len(balances) - 1)] for balances in (without, levered))) for month in months)


def saved_points(months: Sequence[int], start: float, goal: float, paid_in: tuple[float, float], rate: float) -> tuple[Point, ...]:
    """The points for savings: `start`, with a monthly amount paid in on each path, at a monthly rate, up to the goal."""
    full = max(goal, start)
    return tuple(Point(month, *(min(balance_after(month, start, paid, rate), full) for paid in paid_in)) for month in months)


def beside_point(share: float, size: Size) -> str:
    """How to align the date of a point, at this share of the chart's width, so that it meets neither the axis nor the other date."""
    from_axis = share * (size.width - AXIS_WIDTH)
    return "left" if from_axis < DATE_WIDTH / 2 else "center" if from_axis < DATE_WIDTH else "right"


def path_layers(
    reached: tuple[float | None, float | None],
    x: Spec,
    y: Spec,
    goal: float,
    day: date,
    at: Callable[[float], Spec],
    beside: Callable[[float, bool], Spec],
) -> list[Spec]:
    """Draw both paths, and for each that reaches the goal a point with its date.

    Args:
        reached: the months after which the goal is reached, without leverage and with it; None when never.
        x: the horizontal encoding, with its field.
        y: the vertical encoding.
        goal: the amount at which the paths end.
        day: the day from which months are counted.
        at: the data of a point that many months later, by the field of `x`.
        beside: the placement of the date of a path, from its months and whether it is the one with leverage.
    """
    layers: list[Spec] = []
    looks = (("without", MAIN, [6, 4], "without"), ("levered", LEVERAGE, [1, 0], "with leverage"))
    for (field, color, dash, words), months in zip(looks, reached, strict=True):
        layers.append(layer("line", {"x": x, "y": {**y, "field": field}}, color=color, strokeWidth=3, strokeDash=dash))
        if months is None:
            continue
        end = [{**at(months), "amount": goal, "text": [month_after(day, months), words]}]
        spot: Spec = {"x": x, "y": {**y, "field": "amount"}}
        label = {"fontWeight": 600, "color": INK, **beside(months, field == "levered")}
        layers.append(layer("point", spot, end, filled=True, size=70, color=color, opacity=1))
        layers.append(layer("text", {**spot, "text": {"field": "text"}}, end, **label))
    return layers
