"""The gig mix: its sharing of hours against all alternatives, and its notes."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.catalogue.gig_mix import CALCULATOR
from calculators.catalogue.gig_mix.charts import compared, draw_stairs
from calculators.catalogue.gig_mix.hours import PARTS, Offer, ceilings, overbooked, share_out
from calculators.catalogue.gig_mix.inputs import Gig, Inputs
from calculators.catalogue.gig_mix.notes import calm_note
from calculators.engine.view.charts import NARROW

DAY = date(2026, 11, 23)


@st.composite
def offer(draw: st.DrawFn) -> Offer:
    pay = draw(st.integers(0, 30))
    most = draw(st.integers(0, 4))
    return Offer(
        parts=draw(st.integers(1, 3)),  # mornings, afternoons, or both
        pay=float(pay),
        good=float(draw(st.integers(0, 4))),
        later=float(draw(st.integers(0, pay))),
        promised=float(draw(st.integers(0, min(1, most)))),
        most=float(most),
    )


def best_of_all(offers: list[Offer], open_hours: tuple[int, int], most: int) -> float:
    """Return the best income among all ways to assign whole hours to mornings and afternoons."""
    best = -1.0
    ways = [
        [
            (m, a)
            for m in range(5)
            for a in range(5)
            if (each.parts & 1 or not m) and (each.parts & 2 or not a) and each.promised <= m + a <= each.most
        ]
        for each in offers
    ]
    for way in product(*ways):
        mornings, afternoons = sum(m for m, _ in way), sum(a for _, a in way)
        if mornings <= open_hours[0] and afternoons <= open_hours[1] and mornings + afternoons <= most:
            best = max(best, sum(each.income(m + a) for each, (m, a) in zip(offers, way, strict=True)))
    return best


@given(st.lists(offer(), min_size=1, max_size=3), st.integers(0, 4), st.integers(0, 4), st.integers(0, 8))
@settings(max_examples=120, deadline=None)
def test_no_other_way_to_share_the_hours_brings_more(offers: list[Offer], morning: int, afternoon: int, most: int) -> None:
    ceiling = ceilings((morning, afternoon, 0.0, 0.0), most)
    if overbooked(offers, ceiling):
        assert best_of_all(offers, (morning, afternoon), most) == -1
        return
    hours = share_out(offers, ceiling, 0.0)
    income = sum(each.income(h) for each, h in zip(offers, hours, strict=True))
    assert income == pytest.approx(best_of_all(offers, (morning, afternoon), most))


def test_more_correlation_never_makes_a_mix_steadier() -> None:
    swings = [CALCULATOR.outcome(replace(Inputs(), together=k / 10), DAY).value("swing_mix") for k in range(11)]
    assert swings == sorted(swings)


def test_gig_without_a_day_part_fits_at_any_time() -> None:
    any_time = Inputs(gigs=(Gig(name="Any", pay=20.0, good=20.0, later=0.0, most=20.0),), most=14.0)
    assert CALCULATOR.outcome(any_time, DAY).value("hours") == (14.0,)
    assert PARTS == ("morning", "afternoon", "evening", "night")


@pytest.mark.parametrize(
    ("inputs", "words"),
    [
        (Inputs(morning=0.0, afternoon=0.0, evening=0.0), "no open hours"),
        (Inputs(gigs=(Gig(name="A"),)), "None of your gigs has any pay yet"),
        (Inputs(least_pay=100.0), "your free hours are worth more to you"),
    ],
)
def test_an_empty_mix_says_why(inputs: Inputs, words: str) -> None:
    outcome = CALCULATOR.outcome(inputs, DAY)
    assert words in " ".join(note(outcome) for note in CALCULATOR.notes)


@pytest.mark.parametrize(
    ("second_swing", "second_pay", "said"),
    [
        (0.3, 20.0, "The mix is steadier than its best gig alone"),
        (3.0, 20.0, "The mix is no steadier than its best gig alone"),
        (0.3, 0.0, ""),  # it gets no hours
    ],
)
def test_mix_of_two_gigs_is_compared_with_the_best(second_swing: float, second_pay: float, said: str) -> None:
    first = Gig(name="A", pay=25.0, good=4.0, most=4.0, swing=0.3)
    second = Gig(name="B", pay=second_pay, good=4.0, most=4.0, swing=second_swing)
    outcome = CALCULATOR.outcome(Inputs(gigs=(first, second), least_pay=1.0, together=0.0), DAY)
    assert calm_note(outcome).startswith(said)
    assert bool(calm_note(outcome)) == bool(said)


def test_long_names_wrap_or_go_to_the_legend() -> None:
    """A name above a step is whole: in two lines where it needs them. Where it does not fit, a legend has all names."""

    def drawn(inputs: Inputs) -> tuple[list[list[str]], object]:
        spec = draw_stairs(CALCULATOR.outcome(inputs, DAY), NARROW)
        return [piece["words"] for piece in spec["data"]["values"]], spec["layer"][0]["encoding"]["color"]["legend"]

    long = Gig(name="Piano lessons for beginners", pay=30.0, good=5.0, most=5.0)
    assert drawn(Inputs(gigs=(long,), least_pay=0.0)) == ([["Piano lessons for beginners"]], None)
    even = Inputs(gigs=(long, replace(long, name="Walks", pay=20.0)), least_pay=0.0)
    assert drawn(even) == ([["Piano lessons", "for beginners"], ["Walks"]], None)
    crowded = Inputs(gigs=(long, replace(long, name="Walks", pay=20.0, good=20.0, most=20.0)), least_pay=0.0, most=20.0, evening=20.0)
    words, legend = drawn(crowded)
    assert words == [[], ["Walks"]]
    assert legend is not None


def test_mix_is_drawn_beside_each_of_its_gigs() -> None:
    rows = compared(CALCULATOR.outcome(Inputs(), DAY))
    assert [name for name, _, _ in rows] == ["The mix", *(f"Only {gig.name}" for gig in Inputs().gigs)]
    assert rows[0][1] >= max(income for _, income, _ in rows[1:])
