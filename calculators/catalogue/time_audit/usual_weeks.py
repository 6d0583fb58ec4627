"""Weeks to start from: empty days, and the survey averages of a country laid into two kinds of day."""

from collections.abc import Mapping
from typing import Any

from ...engine.fields import Start
from ...engine.parameters import load
from ...engine.timetable_text import FREE, HALF_HOURS
from .days import DAYS_PER_WEEK, KindOfDay

WITHOUT_AVERAGES = {"ca": "Canada", "euro elsewhere": "your country"}
"""Places whose surveys could not be read in full, and their names."""
WEEKDAYS = 5
WAKES = 14
"""The half hour after midnight at which a usual day begins, 7:00."""
BREAKFAST = 1
WORK_BEGINS = 18
EVENING = 36
"""18:00: housework ends, and the main meal begins."""
WEEKEND_HOUSEWORK = 20


def averages(place: str) -> dict[str, Mapping[str, Any]]:
    """The survey averages of a place, in hours a day, by the activity of a typical day; none for a place without a readable survey."""
    entries: Mapping[str, Mapping[str, Any]] = load("time_use")["time_use"]
    return {str(entry["activity"]): {**entry, "id": name} for name, entry in entries.items() if entry.get("place") == place}


def country(place: str) -> str:
    """The name of a place with averages, as it stands in a sentence."""
    return str(load("time_use")["usual_weeks"][place]["country"])


def usual_week(place: str) -> tuple[KindOfDay, ...]:
    """Lay the averages of a place into a weekday and a weekend day, to the half hour, with all work on weekdays."""
    long = {activity: round(entry["hours"] * 2) for activity, entry in averages(place).items()}
    work = round(averages(place)["work"]["hours"] * 2 * DAYS_PER_WEEK / WEEKDAYS)
    bedtime = WAKES - long["sleep"]
    both = {
        "sleep": [(bedtime, WAKES)],
        "meals": [(WAKES, WAKES + BREAKFAST), (EVENING, EVENING + long["meals"] - BREAKFAST)],
        "screens": [(bedtime - long["screens"], bedtime)],
    }
    weekday = {"work": [(WORK_BEGINS, WORK_BEGINS + work)], "chores": [(EVENING - long["chores"], EVENING)]}
    weekend = {"chores": [(WEEKEND_HOUSEWORK, WEEKEND_HOUSEWORK + long["chores"])]}
    return (
        KindOfDay(name="Weekday", times=WEEKDAYS, hours=_day(both | weekday)),
        KindOfDay(name="Weekend day", times=DAYS_PER_WEEK - WEEKDAYS, hours=_day(both | weekend)),
    )


def _day(spans: Mapping[str, list[tuple[int, int]]]) -> tuple[str, ...]:
    """Return the half hours of a day from the spans of each activity; a span may begin before midnight."""
    hours = [FREE] * HALF_HOURS
    for activity, times in spans.items():
        for start, end in times:
            for at in range(start, end):
                hours[at % HALF_HOURS] = activity
    return tuple(hours)


def starts() -> tuple[Start, ...]:
    """The weeks to start from, each with the countries whose readers it is offered to."""
    weeks: Mapping[str, Mapping[str, str]] = load("time_use")["usual_weeks"]
    empty = (KindOfDay(name="Weekday", times=WEEKDAYS), KindOfDay(name="Weekend day", times=DAYS_PER_WEEK - WEEKDAYS))
    everywhere = (*weeks, *(place for places in WITHOUT_AVERAGES for place in places.split()))
    offered = [Start(everywhere, "Start empty", "", empty)]
    for place, week in weeks.items():
        note = f"The averages of {week['whose']} ({week['survey']}). The survey says how long, but not when, so we chose the times of day."
        offered.append(Start((place,), f"Average week in {week['country']}", note, usual_week(place)))
    for places, name in WITHOUT_AVERAGES.items():
        offered.append(
            Start(tuple(places.split()), "", f"There is no average week for {name} here: we couldn't read its survey in full.", ())
        )
    return tuple(offered)
