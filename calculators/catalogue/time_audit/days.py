"""Typical days of a week, in half hours, and the hours a week that they add up to."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from ...engine.fields import Count, Option, Text, Timetable
from ...engine.timetable_text import FREE, HALF_HOURS, read_timetable
from ...engine.validation import FieldError
from .weekly_hours import PARTS, Use

DAYS_PER_WEEK = 7

ACTIVITIES = (
    Option("sleep", "Sleep"),
    Option("work", "Work"),
    Option("commute", "Commute"),
    Option("care", "Care"),
    Option("chores", "Chores"),
    Option("meals", "Meals"),
    Option("study", "Study"),
    Option("exercise", "Exercise"),
    Option("friends", "People"),
    Option("screens", "Screens"),
    Option("faith", "Faith"),
    Option("other", "Other"),
)
USE_OF = {"work": "job", "commute": "travel", "chores": "home", "exercise": "health"}
"""The activity among the hours a week that stands for one on a day, where their names differ."""
PART_FROM_MIDNIGHT = ("night", "morning", "afternoon", "evening")


def timetable(text: str) -> tuple[str, ...]:
    """Return the half hours of a day from its text."""
    return read_timetable(text, [option.value for option in ACTIVITIES])


@dataclass(frozen=True, kw_only=True)
class KindOfDay:
    """A kind of day, such as a weekday or a night shift."""

    name: Annotated[str, Text("Kind of day", required=True)] = "Another kind of day"
    times: Annotated[int, Count("Days a week", ge=1, le=DAYS_PER_WEEK)] = 1
    hours: Annotated[
        tuple[str, ...],
        Timetable("What you do when", options=ACTIVITIES, hint="Like this: sleep 23-7, work 9-17. Leave out the hours that are free."),
    ] = (FREE,) * HALF_HOURS


USUAL_WEEK = (
    KindOfDay(
        name="Weekday",
        times=5,
        hours=timetable(
            "sleep 22:30-6:30, meals 6:30-7, chores 7-7:30, commute 7:30-8, work 8-12, meals 12-12:30, work 12:30-17, commute 17-17:30, "
            "chores 17:30-18:30, meals 18:30-19:30, screens 20-22:30"
        ),
    ),
    KindOfDay(
        name="Weekend day",
        times=2,
        hours=timetable("sleep 23-8, meals 8-8:30, chores 9-11:30, meals 12:30-13, friends 14-17, meals 18:30-19:30, screens 20-23"),
    ),
)
"""A made-up week of someone with one job, to be painted over."""


def added_up(days: tuple[KindOfDay, ...], give_screens: float) -> tuple[Use, ...]:
    """Return the hours a week of each activity, by part of the day; `give_screens` is the share of screen time that would be given up."""
    half_hours: Counter[tuple[str, str]] = Counter()
    for day in days:
        for index, activity in enumerate(day.hours):
            part = PART_FROM_MIDNIGHT[index * len(PARTS) // HALF_HOURS]
            half_hours[activity, part] += day.times
    return tuple(
        Use(
            use=USE_OF.get(option.value, option.value),
            **{part: half_hours[option.value, part] / 2 for part in PARTS},
            give=give_screens if option.value == "screens" else 0.0,
        )
        for option in ACTIVITIES
        if any(half_hours[option.value, part] for part in PARTS)
    )


def make_a_week(days: tuple[KindOfDay, ...]) -> Iterator[FieldError]:
    """Require that the kinds of day make seven days, if there are any."""
    total = sum(day.times for day in days)
    if days and total != DAYS_PER_WEEK:
        message = f"Your kinds of day add up to {total} days a week. Change how many there are of each, until they make {DAYS_PER_WEEK}."
        yield FieldError(f"days.{len(days) - 1}.times", "not-a-week", message)
