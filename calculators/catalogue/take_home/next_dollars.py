"""What the next dollars of the gig are worth: from nothing to twice the plan, what each tax and benefit takes, and where less is left.

The country's own figures are computed again with the gig smaller or larger; only those that depend on it. Where what is kept falls, the
fall is located by bisection, so that the words name the income to the dollar.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import cast

from ...engine.calculator import Chart, Outcome
from ...engine.fields import Money
from ...engine.view.charts import HUES, INK, MAIN, MUTED, DataTable, Size, Spec, drawing, money_axis
from ...engine.view.marks import WHOLE, colors, hover, layer, tooltip
from .inputs import Inputs

STEPS = 96
"""Intervals from nothing to twice the plan in which a fall is looked for."""
DRAWN, LISTED = 4, 8
"""Intervals between two drawn points, and in a row of the table."""
TWICE = 2.0
SHALLOWEST = 25.0
"""Falls of less than this many dollars are roundings of a benefit, not a trap."""
NEAREST = 1.0
"""Dollars of gig income to which a fall is located."""


@dataclass(frozen=True)
class Taker:
    """What takes from the gig: a label, and figures by name, which are added (1) or subtracted (-1)."""

    label: str
    figures: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class NextDollars:
    """A country's picture: inputs that grow with the gig, the figure of its cash before tax, and what takes from it."""

    scaled: tuple[str, ...]
    cash: str
    takers: tuple[Taker, ...]


@dataclass(frozen=True)
class Point:
    """A size of the gig: its cash, what each taker takes of it, and what is kept. Below zero, a taker adds something."""

    cash: float
    taken: tuple[float, ...]

    @property
    def kept(self) -> float:
        """What is left of the cash."""
        return self.cash - sum(self.taken)


@dataclass(frozen=True)
class Trap:
    """From one gig income on, up to another, less is kept than at the first. `sides` are just before and just after the fall.

    `end` is None if it lasts beyond the picture.
    """

    sides: tuple[Point, Point]
    end: float | None
    depth: float

    @property
    def start(self) -> float:
        """The largest gig income before the fall."""
        return self.sides[0].cash


@dataclass(frozen=True)
class Curve:
    """The points of a picture, and the traps among them."""

    points: tuple[Point, ...]
    traps: tuple[Trap, ...]

    @property
    def drawn(self) -> tuple[Point, ...]:
        """Some of the points, and both sides of each trap's beginning, in the order of their cash."""
        sides = [side for trap in self.traps for side in trap.sides]
        return tuple(sorted((*self.points[::DRAWN], *sides), key=lambda point: point.cash))


def _at(outcome: Outcome[Inputs], picture: NextDollars) -> Callable[[float], Point]:
    """The function from a size of the gig, 1 as planned, to its point."""
    wanted = (picture.cash, *dict.fromkeys(name for taker in picture.takers for name, _ in taker.figures))
    evaluator = outcome.calculator.graph.evaluator(wanted, picture.scaled)
    known, _ = outcome.calculator.arguments(outcome.inputs, outcome.day)
    given = {name: outcome.values.get(name, known.get(name)) for name in evaluator.arguments}

    def amounts(size: float) -> dict[str, float]:
        terms = [size * cast("float", value) if name in picture.scaled else value for name, value in given.items()]
        return dict(zip(evaluator.results, cast("Sequence[float]", evaluator.function(*terms)), strict=True))

    none = amounts(0.0)

    def point(size: float) -> Point:
        now = amounts(size)
        taken = (sum(sign * (now[name] - none[name]) for name, sign in taker.figures) for taker in picture.takers)
        return Point(now[picture.cash] - none[picture.cash], tuple(taken))

    return point


def _between(low: float, high: float, is_past: Callable[[float], bool], width: float) -> tuple[float, float]:
    """Two sizes at most `width` apart, of which only the higher one is past a change."""
    while high - low > width:
        middle = (low + high) / 2
        low, high = (low, middle) if is_past(middle) else (middle, high)
    return low, high


def _traps(sizes: Sequence[float], points: Sequence[Point], at: Callable[[float], Point], width: float) -> tuple[Trap, ...]:
    """The stretches in which less is kept than with a smaller gig. `width` is how close to locate their ends."""
    traps: list[Trap] = []
    place = 0
    while place < len(points) - 1:
        if points[place + 1].kept >= points[place].kept:
            place += 1
            continue
        start, top = sizes[place], points[place].kept
        beyond = sizes[place + 1]
        while beyond - start > width:  # climb to the last size before the fall
            middle = (start + beyond) / 2
            kept = at(middle).kept
            if kept >= top:
                start, top = middle, kept
            else:
                beyond = middle
        after = next((later for later in range(place + 1, len(points)) if points[later].kept >= top), None)
        lowest = min(at(beyond).kept, *(point.kept for point in points[place + 1 : after]), top)
        end = None
        if after is not None:
            end = at(_between(sizes[after - 1], sizes[after], lambda size, top=top: at(size).kept >= top, width)[1]).cash  # type: ignore[misc]
        if top - lowest >= SHALLOWEST:
            traps.append(Trap((at(start), at(beyond)), end, top - lowest))
        place = len(points) if after is None else after
    return tuple(traps)


@functools.lru_cache(maxsize=4)
def curve(outcome: Outcome[Inputs], picture: NextDollars) -> Curve:
    """The picture's points and traps; none where the plan leaves no cash."""
    at = _at(outcome, picture)
    planned = at(1.0).cash
    if planned < STEPS * NEAREST:
        return Curve((), ())
    sizes = [TWICE * step / STEPS for step in range(STEPS + 1)]
    points = tuple(map(at, sizes))
    return Curve(points, _traps(sizes, points, at, NEAREST / planned))


def words(outcome: Outcome[Inputs], picture: NextDollars) -> str:
    """Sentences on where earning more costs money; "" where it nowhere does, up to twice the plan."""
    write = _money(outcome).write
    sentences = []
    for trap in curve(outcome, picture).traps:
        start, depth = write(math.floor(trap.start)), write(trap.depth)
        if trap.end is None:
            beyond = "at least up to twice your plan, earning more costs you money"
            sentences.append(f"From {start} of gig income on, {beyond}: you are left with up to {depth} less than at {start}.")
        else:
            end = write(math.ceil(trap.end))
            sentences.append(f"Between {start} and {end} of gig income, earning more costs you money: up to {depth}.")
    return " ".join(sentences)


def _money(outcome: Outcome[Inputs]) -> Money:
    """The unit of the country's amounts."""
    unit = outcome.calculator.headline.unit
    return unit if isinstance(unit, Money) else Money(dollars=True)


def _draw(outcome: Outcome[Inputs], size: Size, picture: NextDollars) -> Spec:
    """Draw what is kept as a line, and above it what each taker takes as bands; a dashed line marks where a trap begins.

    The bands end at the gig income, or above it by what some takers add, such as a credit that grows with earnings.
    """
    drawn = curve(outcome, picture)
    shown = _shown(drawn, picture)
    bands, lines = [], []
    for point in drawn.drawn:
        level = point.cash - sum(min(0.0, amount) for amount in point.taken)
        for n in shown:
            low = level - max(0.0, point.taken[n])
            bands.append({"cash": point.cash, "top": level, "low": low, "who": picture.takers[n].label})
            level = low
        lines.append({"cash": point.cash, "kept": point.kept, "all": sum(point.taken)})
    across = {**money_axis(), "title": "Gig income a year", "tickCount": 5, "grid": False}
    x: Spec = {"field": "cash", "type": "quantitative", "axis": across}
    y: Spec = {"type": "quantitative", "axis": money_axis("a year")}
    kinds = {picture.takers[n].label: HUES[n % len(HUES)] for n in shown}
    legend: Spec = {"title": None, "orient": "bottom", "columns": 2 if size.name == "narrow" else 3}
    spread = {"y": {**y, "field": "low"}, "y2": {"field": "top"}, "color": colors("who", kinds, legend=legend)}
    area = layer("area", {"x": x, **spread}, bands, opacity=0.55)
    whole = layer("line", {"x": x, "y": {**y, "field": "cash"}}, lines, color=MUTED, strokeWidth=1)
    kept = layer("line", {"x": x, "y": {**y, "field": "kept"}}, lines, color=MAIN, strokeWidth=3)
    starts = [{"cash": trap.start} for trap in drawn.traps]
    rules = [layer("rule", {"x": x}, starts, color=INK, strokeDash=[4, 3])] if starts else []
    tips = tooltip(cash=("Gig income", WHOLE), kept=("You keep", WHOLE), all=("Taken", WHOLE))
    return drawing(size, [area, whole, kept, *rules, hover(x, tips, size.width * DRAWN // STEPS)], data={"values": lines})


def _shown(drawn: Curve, picture: NextDollars) -> list[int]:
    """The places of the takers that take or add anything."""
    return [n for n, _ in enumerate(picture.takers) if any(abs(point.taken[n]) >= 1 for point in drawn.drawn)]


def _table(outcome: Outcome[Inputs], picture: NextDollars) -> DataTable:
    """What the next dollars are worth, slice by slice: of every hundred earned there, what is taken and what is kept."""
    drawn, unit = curve(outcome, picture), _money(outcome)
    shown = _shown(drawn, picture)
    rows = []
    for before, after in pairwise(drawn.points[::LISTED]):
        hundred = 100 / (after.cash - before.cash)
        taken = [hundred * (after.taken[n] - before.taken[n]) for n in shown]
        rows.append((before.cash, after.cash, *taken, hundred * (after.kept - before.kept)))
    names = {f"{picture.takers[n].label}, of each 100": unit for n in shown}
    return DataTable({"Gig income from": unit, "to": unit, **names, "You keep of each 100": unit}, rows)


def next_chart(picture: NextDollars) -> Chart[Inputs]:
    """Declare a country's picture with its table and its words."""
    return Chart(
        "next",
        "What the next dollars of the gig are worth",
        lambda outcome, size: _draw(outcome, size, picture),
        lambda outcome: _table(outcome, picture),
        lambda outcome: words(outcome, picture),
    )
