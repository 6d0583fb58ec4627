"""The plan's sentences, link by link, and on which day each of its steps stands."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from calculators.catalogue.accelerator.inputs import Debt
from calculators.catalogue.plan import CALCULATOR
from calculators.catalogue.plan.inputs import Asset, Inputs, OwnStep, Use

DAY = date(2026, 11, 23)
DEBT = Debt(name="Family", balance=1_200.0, rate=0.0, payment=100.0)


def link(part: str, **changes: Any) -> str:
    """What a part of the chain says."""
    outcome = CALCULATOR.outcome(Inputs(**changes), DAY)
    return str(next(each.says for each in outcome.value("chain") if each.part == part))


@pytest.mark.parametrize(
    ("part", "changes", "words"),
    [
        ("Your idle assets", {"idle_assets": 3}, "3 idle."),
        ("Your idle assets", {"idle_assets": 1, "ways": 1}, "1 idle, 1 way to use them."),
        ("Your idle assets", {"idle_assets": 3, "ways": 2}, "3 idle, 2 ways to use them."),
        ("Your idle assets", {"idle_assets": 3, "ways": 1_234}, "3 idle, 1,234 ways to use them."),
        ("Your idle hours", {"own_hours": 5.0}, "5 hours a week that you could give."),
        ("Your idle hours", {"own_hours": 5.0, "uses": (Use(hours=2.5),)}, "5 hours a week that you could give; your uses take 2.5."),
        ("What your uses leave", {"net_month": 300.0}, "$300 a month before tax."),
        ("What your uses leave", {"net_month": -5.0, "uses": (Use(name="A"),)}, "A: −$5 a month before tax."),
        (
            "What your uses leave",
            {"net_month": 300.0, "uses": (Use(name="A"), Use(asset="Room"), Use())},
            "A, Room, a use: $300 a month before tax.",
        ),
        (
            "What your uses leave",
            {"net_month": 300.0, "uses": tuple(Use(name=name) for name in "ABCDE")},
            "A, B, C and 2 more: $300 a month before tax.",
        ),
        ("Your tax", {"net_month": 300.0, "tax_rate": 0.2}, "20% set aside: $60 a month."),
        ("Your tax", {"tax_zero": "nothing"}, "There is nothing to set aside."),
        ("Your goal", {"goal": 1_200.0, "start": 1_200.0}, "$1,200: you have it already."),
        ("Your goal", {"goal": 1_200.0}, "$1,200: not within a hundred years, even with leverage."),
        ("Your goal", {"goal": 1_200.0, "net_month": 100.0}, "$1,200 in 12 months; without leverage not within a hundred years."),
        ("Your goal", {"goal": 1_200.0, "net_month": 100.0, "own": 100.0}, "$1,200 in 6 months; without leverage in 12 months."),
        ("Your goal", {"aim": "debts", "debts": (DEBT,), "net_month": 100.0}, "Free of debts in 6 months; without leverage in 12 months."),
        ("Your goal", {"aim": "debts", "debts": (replace(DEBT, balance=0.0),)}, "You owe nothing."),
        ("Prices", {"gap_zero": "nothing"}, "Your raises keep up with prices: there is no gap."),
        (
            "Prices",
            {"gap_month": 200.0, "net_month": 100.0},
            "$200 a month keeps your pay level; what you keep would cover 50% of it.",
        ),
        ("Your buffer", {"buffer_zero": "nothing"}, "Full."),
        ("Your buffer", {"buffer_missing": 500.0, "net_month": 100.0, "to_goal": 0.5}, "$500 missing; full after 10 months."),
        (
            "Your buffer",
            {"buffer_missing": 500.0},
            "$500 missing; not filled within a hundred years at what goes there.",
        ),
    ],
)
def test_link_says_what_the_numbers_say(part: str, changes: dict[str, Any], words: str) -> None:
    assert link(part, **changes) == words


@pytest.mark.parametrize("months", [1_199, 1_200])
def test_buffer_is_filled_within_a_hundred_years(months: int) -> None:
    """1,200 months at 1 each are 1,200, which is too late by none."""
    outcome = CALCULATOR.outcome(Inputs(buffer_missing=float(months), net_month=2.0, to_goal=0.5), DAY)
    assert outcome.value("buffer_months") == (months if months < 1_200 else None)


@pytest.mark.parametrize(("missing", "is_goal"), [(900.0, True), (899.01, True), (899.0, False), (900.99, True), (901.0, False)])
def test_goal_that_is_short_by_the_same_amount_is_the_buffer(missing: float, is_goal: bool) -> None:
    """1,000 less the 100 that are there; a dollar more or less is another amount."""
    outcome = CALCULATOR.outcome(Inputs(goal=1_000.0, start=100.0, buffer_missing=missing, net_month=10.0), DAY)
    assert outcome.value("buffer_is_goal") == is_goal
    assert outcome.value("to_goal_month") == (10 if is_goal else 5)


def steps(**changes: Any) -> list[tuple[str, int, str]]:
    """The day, the week and the text of each step."""
    return [(step.when, step.week, step.step) for step in CALCULATOR.outcome(Inputs(**changes), DAY).value("days")]


def test_each_step_stands_on_its_day() -> None:
    """Obstacles from day 2 on, what to get ready on day 7, the tax on day 8, transfers on day 21, and reviews each month."""
    planned = steps(
        own_hours=1.0,
        idle_assets=1,
        goal=1_000.0,
        gap_zero="nothing",
        tax_rate=0.2,
        net_month=100.0,
        buffer_missing=300.0,
        ready_cost=50.0,
        uses=(Use(name="A", hurdle="lease."), Use(name="B", hurdle="; "), Use(name="C", asset="Room", hurdle="Tools")),
        assets=(Asset(name="room", hurdle="Dust;"),),
        steps=(OwnStep(day=45, step="Rest"),),
    )
    days = [(when, week) for when, week, _ in planned]
    texts = {when: text for when, _, text in planned}
    assert texts["Day 1"].startswith("Save your workbook to a file")
    assert texts["Day 2"] == "Settle this first for “A”: lease."
    assert next(text for when, _, text in planned if when == "Day 3") == "Settle this first for “C”: Dust; Tools."
    assert texts["Day 7"].endswith("Getting all of your assets ready would cost $50.")
    assert "Move 20% of what is left" in texts["Day 8"]
    assert texts["Day 21"] == "Set up automatic transfers of what is left after tax: 50% to your goal and 50% to your buffer."
    assert texts["Day 45"] == "Rest"
    assert {("Day 7", 1), ("Day 8", 2), ("Day 14", 2), ("Day 21", 3), ("Day 30", 5), ("Day 90", 13)} <= set(days)
    assert [when for when, _, text in planned if "review" in text] == ["Day 30", "Day 60", "Day 90"]
    assert [when for when, _, text in planned if "first offer" in text or "the next one" in text] == ["Day 14", "Day 35", "Day 49"]


def test_first_steps_of_a_use_come_before_its_start() -> None:
    """Eleven, nine, five and three days before day 14, and before day 35 for a use of another kind."""
    planned = steps(uses=(Use(name="A", kind="teaching"), Use(name="B", kind="vehicle")))
    assert [when for when, _, text in planned if text.startswith("For “A”: ")] == ["Day 3", "Day 5", "Day 9", "Day 11"]
    assert [when for when, _, text in planned if text.startswith("For “B”: ")] == ["Day 24", "Day 26", "Day 30", "Day 32"]
    alone = steps(uses=(Use(name="A", kind="teaching"),))
    assert not any(text.startswith("For “A”: ") for _, _, text in alone)


def test_first_use_without_a_name_is_called_so() -> None:
    assert any(text.startswith("Publish your first offer: your first use.") for _, _, text in steps(uses=(Use(),)))
    assert any(text.startswith("Publish your first offer: the use with the fewest obstacles.") for _, _, text in steps())
    assert any(text.startswith("Publish your first offer: Room.") for _, _, text in steps(uses=(Use(asset="Room"),)))
    assert ("Day 2", 1, "Settle this first for “your first use”: lease.") in steps(uses=(Use(hurdle="lease"),))


def test_review_names_what_each_of_three_uses_has_to_bring() -> None:
    """Half of 1,200 a year is 50 a month."""
    uses = (*[Use(name=name, net=1_200.0) for name in "AB"], Use(name="C", net=0.0), Use(name="D", net=1_200.0))
    last = steps(net_month=400.0, uses=uses)[-1][2]
    assert "By the month: A, $50; B, $50. Then" in last
    assert "By the month" not in steps(net_month=0.0, uses=uses)[-1][2]
    first = next(text for when, _, text in steps(net_month=400.0) if when == "Day 30")
    assert first.endswith("The plan says $400 a month before tax once everything is running; the first months bring less.")
    assert next(text for when, _, text in steps() if when == "Day 30") == "First review: write down hours, money in and money out."


@pytest.mark.parametrize(
    ("to_goal", "words"), [(1.0, "100% to your goal."), (0.0, "100% to your buffer."), (0.333, "33% to your goal and 67%")]
)
def test_transfers_are_whole_percents(to_goal: float, words: str) -> None:
    planned = steps(net_month=100.0, buffer_missing=500.0, to_goal=to_goal)
    assert words in next(text for when, _, text in planned if when == "Day 21")
    assert not any(when == "Day 21" for when, _, _ in steps())
