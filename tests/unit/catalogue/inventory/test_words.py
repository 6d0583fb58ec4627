"""The words of ideas: how many there are, why each stands where it does, and what stands in the way."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from calculators.catalogue.inventory import CALCULATOR
from calculators.catalogue.inventory.ideas import Idea, starting_row
from calculators.catalogue.inventory.inputs import Asset
from calculators.catalogue.inventory.pay import HOURS_IF_UNKNOWN, Pay, in_phrases, monthly_range, offered, pay_of
from calculators.engine.currency import Currency, in_currency
from calculators.engine.place import in_place
from calculators.shared.gigs import gigs

DAY = date(2026, 11, 29)
ROOM = {"name": "Room", "kind": "spare-room", "capacity": "30", "used": "0"}


def outcome_of(*assets: dict[str, Any], strengths: tuple[str, ...] = ()) -> Any:
    inputs, errors = CALCULATOR.read({"assets": list(assets), "strengths": list(strengths)})
    assert inputs is not None, errors
    return CALCULATOR.outcome(inputs, DAY)


def ideas_of(*assets: dict[str, Any], strengths: tuple[str, ...] = ()) -> tuple[Idea, ...]:
    ideas: tuple[Idea, ...] = outcome_of(*assets, strengths=strengths).value("ideas")
    return ideas


def idea(gig: str, *assets: dict[str, Any], strengths: tuple[str, ...] = ()) -> Idea:
    return next(each for each in ideas_of(*assets, strengths=strengths) if each.gig == gigs()[gig].label)


def test_forty_ideas_are_shown_and_all_are_counted() -> None:
    outcome = outcome_of(*[{**ROOM, "name": f"Room {number}"} for number in range(60)])
    assert len(outcome.value("ideas")) == 40
    ways = outcome.value("ways")
    assert ways > 60
    said = [note(outcome) for note in CALCULATOR.notes]
    assert f"The table shows the first 40 of {ways} uses." in said
    assert not any("The table shows" in note(outcome_of(ROOM)) for note in CALCULATOR.notes)


def test_use_without_idle_capacity_or_will_is_no_idea() -> None:
    assert ideas_of({**ROOM, "used": "30"}) == ()
    assert ideas_of({**ROOM, "willingness": "never"}) == ()
    assert ideas_of({**ROOM, "used": "29.9"}) != ()


def test_order_says_why_pay_does_not_count_abroad() -> None:
    with in_place("uk"):
        abroad = {each.why[1] for each in ideas_of(ROOM)}
    assert abroad == {"Pay doesn't count in this order: the figures that we have are from the United States."}
    with in_currency(Currency("€")):
        assert {each.why[1] for each in ideas_of(ROOM)} == abroad
    assert not {each.why[1] for each in ideas_of(ROOM)} & abroad


def test_idea_without_a_figure_says_so() -> None:
    unpublished = idea("short-stay", ROOM)
    assert unpublished.brings == ("No honest figure: ask three people who do it.",)
    assert unpublished.why[1] == "Nobody has published an honest figure, so it comes after similar uses that have one."


def test_reasons_name_the_fit_the_strengths_and_the_will() -> None:
    """A lodger needs a spare room, whatever its sort; the strengths that it rewards are named if the reader has them."""
    traits = gigs()["lodger"].traits
    with_strengths = idea("lodger", {**ROOM, "willingness": "rather-not"}, strengths=traits[:2])
    assert with_strengths.why[0].startswith("It needs what you have (")
    assert with_strengths.why[0].endswith("you would rather not.")
    assert "it suits " in with_strengths.why[0]
    plain = idea("lodger", {**ROOM, "willingness": "gladly"})
    assert "it suits " not in plain.why[0]
    assert plain.why[0].endswith(" and you would do it gladly.")


@pytest.mark.parametrize("change", [{"permission": "no"}, {"insurance": "no"}, {"condition": "broken"}])
def test_refused_use_says_why_it_comes_last(change: dict[str, str]) -> None:
    assert (
        idea("lodger", {**ROOM, **change})
        .why[0]
        .startswith("It comes last, because it was refused or does not work now. Otherwise, it needs")
    )


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"control": "shared"}, "the people you share it with must agree"),
        ({"permission": "ask"}, "permission: ask first"),
        ({"permission": "no"}, "permission was refused"),
        ({"insurance": "ask"}, "insurance: ask whether paid use is covered"),
        ({"insurance": "no"}, "insurance excludes paid use"),
        ({"condition": "work"}, "it needs some work"),
        ({"condition": "broken"}, "it does not work now"),
        ({"ready_cost": "0.01"}, "$0.01 to get it ready"),
    ],
)
def test_obstacle_is_in_words(change: dict[str, str], words: str) -> None:
    ready = {**ROOM, "control": "owned", "permission": "unneeded", "insurance": "yes", "condition": "ready", "ready_cost": "0"}
    assert outcome_of(ready).value("in_the_way") == ((),)
    assert outcome_of({**ready, **change}).value("in_the_way") == ((words,),)


def test_monthly_use_of_a_part_says_that_it_takes_the_whole() -> None:
    assert not any("whole month" in text for text in idea("lodger", ROOM).obstacles)
    part = idea("lodger", {**ROOM, "used": "5"})
    assert part.obstacles[-1].startswith("it takes the whole month, and you now use 5 night")
    assert part.idle.startswith("25 night")
    # all 25 idle nights go to the one room
    assert (part.choose["units"], part.choose["capacity_used"]) == ("1", "25")


def test_offer_is_limited_by_capacity_and_by_own_hours() -> None:
    """A night takes one of the room's; an hour of lessons takes 1.25 with its preparation: 10 × 52 ÷ 12 ÷ 1.25 = 34.67."""
    room = Asset(name="Room", kind="spare-room", capacity=12.5)
    assert offered(room, 12.5, gigs()["short-stay"], 100.0)[0] <= 12
    skill = Asset(name="French", kind="knowledge", capacity=168.0)
    tutoring = gigs()["tutoring"]
    each = (tutoring.hours_sold or 0) + (tutoring.hours_offered or 0)
    assert offered(skill, 168.0, tutoring, 10.0) == (float(int(10 * 52 / 12 / each)), False)
    assert offered(skill, 168.0, tutoring, 0.1) == (round(0.1 * 52 / 12 / each, 2), False)


def test_hours_for_uses_are_the_idle_time_or_eight() -> None:
    skill = {"name": "School mathematics", "kind": "knowledge", "capacity": "168", "used": "0"}
    each = (gigs()["tutoring"].hours_sold or 0) + (gigs()["tutoring"].hours_offered or 0)
    assert HOURS_IF_UNKNOWN == 8
    assert idea("tutoring", skill).choose["units"] == f"{int(8 * 52 / 12 / each)}"
    with_time = idea("tutoring", skill, {"name": "Time", "kind": "time", "capacity": "20", "used": "5"})
    assert with_time.choose["units"] == f"{int(15 * 52 / 12 / each)}"


def test_row_to_work_out_takes_the_asset_with_its_cost() -> None:
    row = starting_row(Asset(name="Drill", kind="tools", capacity=30.0, ready_cost=12.5), 30.0, gigs()["tool-rental"], 8.0)
    assert (row["asset"], row["gig"], row["start_cost"]) == ("Drill", "tool-rental", "12.5")
    assert set(row["utilization"]) == {"low", "typical", "high"}  # type: ignore[call-overload]


def test_month_is_written_as_a_range_or_one_amount() -> None:
    assert monthly_range(Pay(104.0, 110.0, 156.0, None, 0.0)) == ("$100", "$160")
    assert monthly_range(Pay(104.0, 104.0, 104.4, None, 0.0)) == ("$100",)


def test_pay_names_own_hours_and_what_is_taken_off() -> None:
    """An hour a week or more, of which there is at least one."""
    tutoring, skill = gigs()["tutoring"], Asset(name="French", kind="knowledge", capacity=168.0)
    pay = pay_of(skill, 168.0, tutoring, 10.0)
    assert pay is not None
    assert pay.low < pay.typical < pay.high
    first, second, _ = in_phrases(tutoring, pay)
    assert first.endswith(" a month, for up to 10 hours of yours a week")
    assert second.startswith("before tax, after platform fees")
    assert in_phrases(tutoring, pay._replace(hours_week=0.2))[0].endswith(", for up to 1 hour of yours a week")
    assert in_phrases(tutoring, pay._replace(hours_week=1.4))[0].endswith(", for up to 1 hour of yours a week")
    assert in_phrases(tutoring, pay._replace(hours_week=1.6))[0].endswith(", for up to 2 hours of yours a week")
    assert in_phrases(tutoring, pay._replace(hours_week=0.0))[0].endswith(" a month")
