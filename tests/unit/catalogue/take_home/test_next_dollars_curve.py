"""Traps, tapers and the drawing of the next dollars, on curves drawn by hand and in the picture of a real household."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from calculators.catalogue.take_home import CALCULATOR, next_dollars
from calculators.catalogue.take_home.au.calculator import NEXT_DOLLARS as AU_NEXT
from calculators.catalogue.take_home.next_dollars import (
    STEPS,
    Curve,
    NextDollars,
    Point,
    Taper,
    Trap,
    _about,
    _kink,
    _shown,
    _tapers,
    _traps,
    adds,
    curve,
    takes,
    taper_words,
    words,
)
from calculators.catalogue.take_home.us.charts import NEXT_DOLLARS
from calculators.engine.calculator import Outcome
from calculators.engine.view.charts import WIDE

DAY = date(2026, 11, 29)
SIZES_OF = [2 * step / STEPS for step in range(STEPS + 1)]
PLAN = 4_800.0
"""The gig as planned: each of the 96 intervals is 100 dollars."""
PICTURE = NextDollars(("gross_receipts",), "gig_cash", (takes("Tax", "tax"), adds("Help", "help")))


def at(taken: Callable[[float], float], helped: Callable[[float], float] = lambda _: 0.0) -> Callable[[float], Point]:
    """The point of a size of the gig, from what tax and the loss of help take of its cash."""
    return lambda size: Point(PLAN * size, (taken(PLAN * size), helped(PLAN * size)))


def traps(taken: Callable[[float], float]) -> tuple[Trap, ...]:
    points = list(map(at(taken), SIZES_OF))
    return _traps(SIZES_OF, points, at(taken), 0.01 / PLAN)


def tapers(taken: Callable[[float], float], helped: Callable[[float], float] = lambda _: 0.0) -> tuple[Taper, ...]:
    return _tapers(list(map(at(taken, helped), SIZES_OF)), traps(taken), PICTURE)


def cliff(where: float, height: float) -> Callable[[float], float]:
    return lambda cash: height if cash > where else 0.0


def test_cliff_is_a_trap_from_its_edge_to_where_it_is_made_up() -> None:
    """400 are lost above 2,050, so that as much is kept again from 2,450 on."""
    (trap,) = traps(cliff(2_050, 400))
    assert trap.start == pytest.approx(2_050, abs=0.02)
    assert trap.start <= 2_050 < trap.sides[1].cash <= trap.start + 0.02
    assert trap.end == pytest.approx(2_450, abs=0.03)
    assert trap.depth == pytest.approx(400, abs=0.03)


@pytest.mark.parametrize(("depth", "many"), [(24.0, 0), (25.0, 1), (26.0, 1)])
def test_trap_is_at_least_25_dollars_deep(depth: float, many: int) -> None:
    """What is kept slides from 2,000 to 2,100, by 1 plus the depth in hundredths of each dollar."""
    assert len(traps(lambda cash: (100 + depth) / 100 * min(100.0, max(0.0, cash - 2_000)))) == many


@pytest.mark.parametrize("top", [1_030, 1_070, 1_000, 980, 30])
def test_slide_is_a_trap_from_its_top_to_the_same_height(top: float) -> None:
    """From its top on, 1.5 of each dollar is taken for 400: 200 less; as much is kept again after another 200."""
    (trap,) = traps(lambda cash: 1.5 * min(400.0, max(0.0, cash - top)))
    assert trap.start == pytest.approx(top, abs=0.05)
    assert trap.end == pytest.approx(top + 600, abs=0.05)
    assert 165 <= trap.depth <= 200.01  # the lowest of the points, which are 100 dollars apart


def test_two_traps_are_told_apart() -> None:
    first, second = traps(lambda cash: cliff(1_050, 150)(cash) + cliff(3_050, 200)(cash))
    assert (first.start, first.depth) == pytest.approx((1_050, 150), abs=0.03)
    assert (second.start, second.depth) == pytest.approx((3_050, 200), abs=0.03)
    assert first.end == pytest.approx(1_200, abs=0.03)


def test_second_cliff_inside_of_a_trap_deepens_it() -> None:
    """At 1,350, 300 of the first 400 are made up; another 300 are lost there, so that 400 are missing again, until 1,750."""
    (trap,) = traps(lambda cash: cliff(1_050, 400)(cash) + cliff(1_350, 300)(cash))
    assert trap.start == pytest.approx(1_050, abs=0.03)
    assert trap.end == pytest.approx(1_750, abs=0.03)
    assert trap.depth == pytest.approx(400, abs=0.03)


def test_trap_at_the_end_of_the_picture_has_no_end() -> None:
    """The last interval is from 9,500 to 9,600."""
    (trap,) = traps(cliff(9_550, 300))
    assert trap.end is None
    assert trap.start == pytest.approx(9_550, abs=0.03)
    assert trap.depth == pytest.approx(300, abs=0.03)


def test_level_line_is_no_trap() -> None:
    """All of each dollar above 3,000 is taken, and no more."""
    assert traps(lambda cash: max(0.0, cash - 3_000)) == ()


def test_both_sides_of_a_trap_are_drawn_among_every_fourth_point() -> None:
    points = tuple(map(at(cliff(2_050, 400)), SIZES_OF))
    drawn = Curve(points, traps(cliff(2_050, 400))).drawn
    assert len(drawn) == STEPS // 4 + 1 + 2
    cash = [point.cash for point in drawn]
    assert cash == sorted(cash)
    assert [round(amount) for amount in cash[4:10]] == [1_600, 2_000, 2_050, 2_050, 2_400, 2_800]


@pytest.mark.parametrize(
    ("start", "end", "ends"),
    [
        (2_000, 5_000, (2_000, 5_000)),
        (2_030, 4_970, (2_030, 4_970)),
        (0, 3_000, (None, 3_000)),
        (6_000, 9_600, (6_000, None)),
        (6_000, 9_500, (6_000, 9_500)),
        (6_000, 9_400, (6_000, 9_400)),
        (0, 9_600, (None, None)),
    ],
)
def test_taper_is_where_less_than_half_is_kept(start: float, end: float, ends: tuple[float | None, float | None]) -> None:
    """60% is taken between two amounts; the ends are where the lines before and after it meet."""
    (taper,) = tapers(lambda cash: 0.6 * (min(cash, end) - start) if cash > start else 0.0)
    assert [None if cash is None else round(cash, 6) for cash in (taper.start, taper.end)] == list(ends)
    assert taper.kept == pytest.approx(0.4)
    assert (taper.taker, taper.taken) == ("Tax", pytest.approx(0.6))


@pytest.mark.parametrize(("width", "many"), [(500, 0), (600, 1)])
def test_taper_has_at_least_six_intervals(width: float, many: int) -> None:
    assert len(tapers(lambda cash: 0.6 * min(width, max(0.0, cash - 2_000)))) == many


@pytest.mark.parametrize(("share", "many"), [(0.49, 0), (0.5, 0), (0.51, 1)])
def test_taper_keeps_less_than_half(share: float, many: int) -> None:
    assert len(tapers(lambda cash: share * cash)) == many


def test_taper_names_who_takes_the_most_of_it() -> None:
    (taper,) = tapers(lambda cash: 0.2 * cash, lambda cash: 0.45 * cash)
    assert (taper.taker, taper.taken, taper.kept) == ("Help", pytest.approx(0.45), pytest.approx(0.35))


def test_stretch_of_a_trap_is_no_taper() -> None:
    """60% is taken throughout, and 800 at once at 3,050; what is left of that is made up at 3,050 + 800 / 0.4."""
    before, after = tapers(lambda cash: 0.6 * cash + cliff(3_050, 800)(cash))
    assert (before.start, after.end) == (None, None)
    assert before.end == pytest.approx(3_000, abs=101)
    assert after.start == pytest.approx(3_050 + 800 / 0.4, abs=101)
    assert before.kept == after.kept == pytest.approx(0.4)


def test_kink_is_where_the_lines_meet_and_else_the_point() -> None:
    bent = [Point(cash, (0.5 * max(0.0, cash - 230),)) for cash in range(0, 700, 100)]
    assert [_kink(bent, place) for place in (2, 3)] == pytest.approx([230, 230])
    assert [_kink(bent, place) for place in (0, 1, 5, 6)] == [0, 100, 500, 600]  # at the ends
    assert _kink(bent, 4) == 400  # the lines are parallel
    apart = [Point(cash, (float(50 * (cash > 200)) + 0.5 * max(0, cash - 200),)) for cash in range(0, 700, 100)]
    assert _kink(apart, 2) == pytest.approx(100)  # the lines meet before the jump
    far = [Point(cash, (float(90 * (cash > 200)) + 0.5 * max(0, cash - 200),)) for cash in range(0, 700, 100)]
    assert _kink(far, 2) == 200  # they meet at 20, which is not near


def outcome(**typed: Any) -> Outcome:
    inputs, errors = CALCULATOR.read({"country": "us", "tax_year": "2026"} | typed)
    assert inputs is not None, errors
    return CALCULATOR.outcome(inputs, DAY)


CLIFF = {"country": "au", "wages": 90_000.0, "expenses": 0.0, "au_hospital_cover": "no", "au_business": "no", "gross_receipts": 15_000.0}


def test_picture_needs_a_dollar_of_cash_in_each_interval() -> None:
    """Nothing is drawn for a plan of less than 96 dollars."""
    assert curve(outcome(gross_receipts=95.99, expenses=0.0), NEXT_DOLLARS) == Curve((), ())
    assert len(curve(outcome(gross_receipts=96.0, expenses=0.0), NEXT_DOLLARS).points) == 97


def test_rent_is_no_part_of_the_gig_that_grows() -> None:
    """9,000 of rent stay as they are, so that the picture begins at no cash and nothing kept."""
    letting = {"let_receipts": 9_000.0, "let_days": 300, "let_home": "no"}
    points = curve(outcome(gross_receipts=10_000.0, expenses=0.0, **letting), NEXT_DOLLARS).points
    assert [points[step].cash for step in (0, 48, 96)] == pytest.approx([0, 10_000, 20_000])
    assert points[0].kept == 0


def test_bands_lie_between_the_gigs_cash_and_what_is_kept() -> None:
    result = outcome(**CLIFF)
    drawn, chart = curve(result, AU_NEXT), next(chart for chart in result.calculator.charts if chart.name == "next")
    spec = chart.draw(result, WIDE)
    area, whole, kept, rule = spec["layer"][:4]
    values = area["data"]["values"]
    bands = [values[start : start + 3] for start in range(0, len(values), 3)]
    for point, rows in zip(drawn.drawn, bands, strict=True):
        assert {row["cash"] for row in rows} == {point.cash}
        assert rows[0]["top"] == pytest.approx(point.cash - sum(min(0.0, amount) for amount in point.taken))
        assert all(upper["low"] == lower["top"] for upper, lower in pairwise(rows))
        assert rows[-1]["low"] == pytest.approx(point.kept)
        assert [row["who"] for row in rows] == ["Income tax", "Medicare levy", "Medicare levy surcharge"]
    lines = [{"cash": point.cash, "kept": pytest.approx(point.kept), "all": pytest.approx(sum(point.taken))} for point in drawn.drawn]
    assert spec["data"]["values"] == lines
    assert [layer["encoding"]["y"]["field"] for layer in (whole, kept)] == ["cash", "kept"]
    assert rule["data"]["values"] == [{"cash": trap.start} for trap in drawn.traps]
    assert len(drawn.traps) == 1


def test_picture_without_a_trap_has_no_line_where_one_begins() -> None:
    result = outcome(gross_receipts=20_000.0)
    chart = next(chart for chart in result.calculator.charts if chart.name == "next")
    assert curve(result, NEXT_DOLLARS).traps == ()
    assert not any("strokeDash" in layer["mark"] for layer in chart.draw(result, WIDE)["layer"])


def test_table_has_what_is_taken_and_kept_of_each_slice() -> None:
    """Twelve slices of a quarter of 15,000; a study loan and other takers that take nothing have no column."""
    result = outcome(**CLIFF)
    chart = next(chart for chart in result.calculator.charts if chart.name == "next")
    table = chart.table(result)
    assert list(table.columns) == ["Gig income from", "to", "Income tax", "Medicare levy", "Medicare levy surcharge", "You keep"]
    assert [row[:2] for row in table.rows] == [(2_500.0 * step, 2_500.0 * (step + 1)) for step in range(12)]
    assert table.rows[0][2:] == pytest.approx([0.3, 0.02, 0.0, 0.68])
    assert sum(table.rows[6][2:]) == pytest.approx(1)
    assert table.rows[6][4] == pytest.approx((105_000 + 2_500) * 0.01 / 2_500)  # 1% of all income, from 105,000 on


@pytest.mark.parametrize(
    ("cash", "said"), [(1_234, "$1,230"), (1_994.9, "$1,990"), (2_000, "$2,000"), (2_049, "$2,000"), (2_051, "$2,100")]
)
def test_end_of_a_taper_is_said_to_two_or_three_digits(cash: float, said: str) -> None:
    assert _about(outcome(), cash) == said


@pytest.mark.parametrize(
    ("ends", "where"),
    [
        ((1_234, 5_678), "Between about $1,230 and $5,700 of gig income"),
        ((1_234, None), "From about $1,230 of gig income on"),
        ((None, 5_678), "Up to about $5,700 of gig income"),
        ((None, None), "Up to at least twice your plan"),
    ],
)
def test_taper_is_said_with_the_ends_that_it_has(
    ends: tuple[float | None, float | None], where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = Curve((), (), (Taper(*ends, kept=0.382, taker="Tax", taken=0.6),))
    monkeypatch.setattr(next_dollars, "curve", lambda *_: drawn)
    assert taper_words(outcome(), PICTURE) == f"{where}, you keep only 38% of anything more that you earn. Tax takes 60% of it."


@pytest.mark.parametrize(
    ("end", "said"),
    [
        (2_000.005, "Between $1,000 and $2,000 of gig income, earning more costs you money: up to $250."),
        (2_000.02, "Between $1,000 and $2,001 of gig income, earning more costs you money: up to $250."),
        (
            None,
            (
                "From $1,000 of gig income on, at least up to twice your plan, earning more costs you money: you are left with up to $250 "
                "less than at $1,000."
            ),
        ),
    ],
)
def test_trap_is_said_in_whole_dollars_outside_of_it(end: float | None, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its ends are located to a cent, so that a cent beside a whole dollar is that dollar."""
    drawn = Curve((), (Trap((Point(999.995, (0.0,)), Point(1_000.004, (250.0,))), end, 250.4),))
    monkeypatch.setattr(next_dollars, "curve", lambda *_: drawn)
    assert words(outcome(), PICTURE) == said


@pytest.mark.parametrize(("amounts", "shown"), [((1.0, 0.99), [0]), ((-1.0, 1.0), [0, 1]), ((0.0, -0.99), [])])
def test_taker_of_less_than_a_dollar_is_not_shown(amounts: tuple[float, float], shown: list[int]) -> None:
    assert _shown(Curve((Point(0, (0.0, 0.0)), *[Point(1_000, amounts)] * 4), ()), PICTURE) == shown
