"""What the next dollars of the gig are worth: from nothing to twice the plan, what each tax and benefit takes, and where less is left.

The country's own figures are computed again with the gig smaller or larger; only those that depend on it. Where what is kept falls, the
fall is located by bisection, so that the words name the income to the dollar.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import cast

from ...engine.calculator import Chart, Outcome
from ...engine.currency import in_currency
from ...engine.fields import Money, Proportion
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
NEAREST = 0.01
"""Dollars of gig income to which a fall is located."""
HALF = 0.5
"""Of what is earned on top, less than this share is kept in a stretch that is worth naming."""
SHORTEST = 6
"""Intervals that such a stretch has at least."""
NEAR_PARALLEL = 0.01
"""Shares kept that differ by less than this make no kink."""
COARSE = 2_000
"""Gig incomes from here on are said to the nearest hundred, where they are only about right."""


@dataclass(frozen=True)
class Taker:
    """What takes from the gig: a label, and figures by name, which are added (1) or subtracted (-1)."""

    label: str
    figures: tuple[tuple[str, int], ...]


def takes(label: str, figure: str) -> Taker:
    """A tax or contribution: what it grows by is taken from the gig."""
    return Taker(label, ((figure, 1),))


def adds(label: str, figure: str) -> Taker:
    """A benefit: what it shrinks by is taken from the gig."""
    return Taker(label, ((figure, -1),))


@dataclass(frozen=True)
class NextDollars:
    """A country's picture: inputs that grow with the gig, the figure of its cash before tax, what takes from it, and its money's name."""

    scaled: tuple[str, ...]
    cash: str
    takers: tuple[Taker, ...]
    money: str = "dollars"


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
class Taper:
    """A stretch in which less than half of what is earned on top is kept: its ends, and who takes the most of it.

    `start` is None at no gig, and `end` where the picture ends. `kept` and `taken` are shares of what is earned in the stretch.
    """

    start: float | None
    end: float | None
    kept: float
    taker: str
    taken: float


@dataclass(frozen=True)
class Curve:
    """The points of a picture, and the traps and tapers among them."""

    points: tuple[Point, ...]
    traps: tuple[Trap, ...]
    tapers: tuple[Taper, ...] = ()

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


def _top(sizes: Sequence[float], points: Sequence[Point], place: int, at: Callable[[float], Point], width: float) -> tuple[float, float]:
    """The last size before a fall that is seen after a point, and the first size past it: the top is beside the point, on either side."""

    def falls(size: float) -> bool:
        return at(size).kept < at(size - width).kept

    low = place - 1 if place and falls(sizes[place]) else place
    return _between(sizes[low], sizes[low + 1], lambda size: at(size).kept < points[low].kept or falls(size), width)


def _traps(sizes: Sequence[float], points: Sequence[Point], at: Callable[[float], Point], width: float) -> tuple[Trap, ...]:
    """The stretches in which less is kept than with a smaller gig. `width` is how close to locate their ends."""
    traps: list[Trap] = []
    place = 0
    while place < len(points) - 1:
        if points[place + 1].kept >= points[place].kept:
            place += 1
            continue
        start, beyond = _top(sizes, points, place, at, width)
        top = at(start).kept
        after = next((later for later in range(place + 1, len(points)) if points[later].kept >= top), None)
        lowest = min(at(beyond).kept, *(point.kept for point in points[place + 1 : after]))
        end = None
        if after is not None:
            end = at(_between(sizes[after - 1], sizes[after], lambda size, top=top: at(size).kept >= top, width)[1]).cash  # type: ignore[misc]
        if top - lowest >= SHALLOWEST:
            traps.append(Trap((at(start), at(beyond)), end, top - lowest))
        place = len(points) if after is None else after
    return tuple(traps)


def _kink(points: Sequence[Point], place: int) -> float:
    """The gig income near a point at which the line before it and the line after it meet; the point's own where they don't meet near it."""
    if not 2 <= place < len(points) - 2:
        return points[place].cash
    first, before, after, last = (points[place + offset] for offset in (-2, -1, 1, 2))
    left = (before.kept - first.kept) / (before.cash - first.cash)
    right = (last.kept - after.kept) / (last.cash - after.cash)
    if abs(left - right) < NEAR_PARALLEL:
        return points[place].cash
    meeting = (after.kept - right * after.cash - before.kept + left * before.cash) / (left - right)
    return meeting if before.cash <= meeting <= after.cash else points[place].cash


def _tapers(points: Sequence[Point], traps: Sequence[Trap], picture: NextDollars) -> tuple[Taper, ...]:
    """The stretches between traps in which less than half is kept."""

    def is_steep(before: Point, after: Point) -> bool:
        trapped = any(before.cash < (math.inf if trap.end is None else trap.end) and after.cash > trap.start for trap in traps)
        return not trapped and after.kept - before.kept < HALF * (after.cash - before.cash)

    steep = [is_steep(before, after) for before, after in pairwise(points)]
    tapers = []
    for is_taper, run in groupby(range(len(steep)), key=steep.__getitem__):
        places = list(run)
        if is_taper and len(places) >= SHORTEST:
            before, after = points[places[1]], points[places[-1]]  # without the intervals of the kinks
            width = after.cash - before.cash
            taken = [(later - earlier) / width for earlier, later in zip(before.taken, after.taken, strict=True)]
            most = max(range(len(taken)), key=taken.__getitem__)
            start = _kink(points, places[0]) if places[0] else None
            end = _kink(points, places[-1] + 1) if places[-1] + 2 < len(points) else None
            tapers.append(Taper(start, end, (after.kept - before.kept) / width, picture.takers[most].label, taken[most]))
    return tuple(tapers)


@functools.lru_cache(maxsize=4)
def curve(outcome: Outcome[Inputs], picture: NextDollars) -> Curve:
    """The picture's points and traps; none where the plan leaves no cash."""
    at = _at(outcome, picture)
    planned = at(1.0).cash
    if planned < STEPS:
        return Curve((), ())
    sizes = [TWICE * step / STEPS for step in range(STEPS + 1)]
    points = tuple(map(at, sizes))
    traps = _traps(sizes, points, at, NEAREST / planned)
    return Curve(points, traps, _tapers(points, traps, picture))


def words(outcome: Outcome[Inputs], picture: NextDollars) -> str:
    """Sentences on where earning more costs money; "" where it nowhere does, up to twice the plan."""
    write = _money(outcome).write
    sentences = []
    for trap in curve(outcome, picture).traps:
        start, depth = write(math.floor(trap.start + NEAREST)), write(trap.depth)
        if trap.end is None:
            beyond = "at least up to twice your plan, earning more costs you money"
            sentences.append(f"From {start} of gig income on, {beyond}: you are left with up to {depth} less than at {start}.")
        else:
            end = write(math.ceil(trap.end - NEAREST))
            sentences.append(f"Between {start} and {end} of gig income, earning more costs you money: up to {depth}.")
    return " ".join(sentences)


def taper_words(outcome: Outcome[Inputs], picture: NextDollars) -> str:
    """Sentences on where less than half of what is earned on top is kept; "" where there is no such stretch."""
    sentences = []
    for taper in curve(outcome, picture).tapers:
        start, end = (None if cash is None else _about(outcome, cash) for cash in (taper.start, taper.end))
        if start and end:
            where = f"Between about {start} and {end} of gig income"
        elif start:
            where = f"From about {start} of gig income on"
        else:
            where = f"Up to about {end} of gig income" if end else "Up to at least twice your plan"
        keeps = f"you keep only {taper.kept:.0%} of anything more that you earn"
        sentences.append(f"{where}, {keeps}. {taper.taker} takes {taper.taken:.0%} of it.")
    return " ".join(sentences)


def _about(outcome: Outcome[Inputs], cash: float) -> str:
    """A rounded amount with two or three digits: a taper's ends are interpolated."""
    return _money(outcome).write(round(cash, -2 if cash >= COARSE else -1))


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
    """What the next dollars are worth, slice by slice: the shares that are taken and kept of what is earned there."""
    drawn, unit, share = curve(outcome, picture), replace(_money(outcome), per=""), Proportion()
    shown = _shown(drawn, picture)
    rows = []
    for before, after in pairwise(drawn.points[::LISTED]):
        width = after.cash - before.cash
        taken = [(after.taken[n] - before.taken[n]) / width for n in shown]
        rows.append((before.cash, after.cash, *taken, (after.kept - before.kept) / width))
    return DataTable({"Gig income from": unit, "to": unit, **{picture.takers[n].label: share for n in shown}, "You keep": share}, rows)


def next_chart(picture: NextDollars) -> Chart[Inputs]:
    """Declare a country's picture with its table and its words."""

    def draw(outcome: Outcome[Inputs], size: Size) -> Spec:
        with in_currency(_money(outcome).written_in):
            return _draw(outcome, size, picture)

    return Chart(
        "next",
        f"What the next {picture.money} of the gig are worth",
        draw,
        lambda outcome: _table(outcome, picture),
        lambda outcome: " ".join(filter(None, (words(outcome, picture), taper_words(outcome, picture)))),
    )
