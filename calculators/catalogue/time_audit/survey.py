"""Time use surveys, for comparison with the reader's own hours. The values are in parameters/time_use.toml."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from ...engine.calculator import Outcome
from ...engine.fields import Hours, Text
from ...engine.figures import figure
from ...engine.parameters import Value, load, source
from ...engine.place import own_place
from .days import DAYS_PER_WEEK, USE_OF
from .inputs import Inputs, week_of
from .usual_weeks import averages, country
from .weekly_hours import USES, Use

ACTIVITY_OF = {use: activity for activity, use in USE_OF.items()}
"""The activity of a typical day that stands for one among the hours a week, where their names differ."""
COMPARED = ("sleep", "work", "chores", "meals")
"""Activities of a typical day that surveys count as the time audit does."""


def survey(name: str) -> Mapping[str, Any]:
    """An entry of time_use.toml, in hours a day."""
    return dict(load("time_use")["time_use"][name])


SLEEP_ADVISED = survey("sleep-recommended")["least"] * DAYS_PER_WEEK
"""The least sleep that adults are advised to get, in hours a week."""


def hours_of(use: Use) -> float:
    """All hours of an activity, over the whole day."""
    return use.morning + use.afternoon + use.evening + use.night


@dataclass(frozen=True)
class Beside:
    """The reader's hours for an activity, and a survey's average."""

    use: Annotated[str, Text("Use")]
    yours: Annotated[float, Hours("You", per="week")]
    average: Annotated[float, Hours("Average", per="week")]
    whom: Annotated[str, Text("Who was surveyed")]


def compared(week: tuple[Use, ...]) -> dict[str, Mapping[str, Any]]:
    """The averages of the reader's country for activities of this week, by the activity among the hours a week."""
    counted = averages(own_place())
    named = {use.use: ACTIVITY_OF.get(use.use, use.use) for use in week}
    return {use: counted[activity] for use, activity in named.items() if activity in COMPARED and activity in counted}


@figure("Compared with the average", table=Beside)
def beside(week: tuple[Use, ...]) -> tuple[Beside, ...]:
    """An average is not a goal. It only shows whether you forgot something."""
    known = compared(week)
    rows = []
    for option in USES:
        if option.value in known:
            counted = known[option.value]
            hours = sum(hours_of(use) for use in week if use.use == option.value)
            whom = f"{counted['whom']}, in {country(own_place())} ({counted['year']})"
            rows.append(Beside(option.label, hours, counted["hours"] * DAYS_PER_WEEK, whom))
    return tuple(rows)


def cites(inputs: Inputs, day: date) -> Iterator[Value]:
    """The survey values that are compared with the reader's, and the advice on sleep."""
    del day  # they carry their own years
    known = [str(entry["id"]) for entry in compared(week_of(inputs)).values()]
    for name in ["sleep-recommended", *known]:
        entry = survey(name)
        hours = entry.get("hours", entry.get("least"))
        since = date(entry["year"], 1, 1)
        yield Value(
            f"time_use.{name}", entry["label"], "hours a day", hours, since, "published", source(entry["source"]), entry.get("note", "")
        )


def survey_note(outcome: Outcome[Inputs]) -> str:
    """There is nothing to compare the reader's week with."""
    del outcome
    if averages(own_place()):
        return ""
    return "Your week is not compared with an average, because we couldn't read a time use survey of your country."


def sleep_note(outcome: Outcome[Inputs]) -> str:
    """The reader sleeps less than adults are advised to."""
    slept = sum(hours_of(use) for use in week_of(outcome.inputs) if use.use == "sleep")
    if slept == 0 or slept >= SLEEP_ADVISED:
        return ""
    advised = Hours().write(SLEEP_ADVISED)
    return f"You entered {Hours().write(slept)} hours of sleep. Adults need at least {advised}, so look for idle hours elsewhere."
