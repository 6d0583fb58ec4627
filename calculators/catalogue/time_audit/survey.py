"""Time use surveys, for comparison with the reader's own hours. The values are in parameters/time_use.toml."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from ...engine.calculator import Outcome
from ...engine.fields import Hours, Text
from ...engine.figures import figure
from ...engine.parameters import Value, load, source
from .days import DAYS_PER_WEEK
from .inputs import Inputs, week_of
from .weekly_hours import USES, Use

COMPARED = {"sleep": "sleep", "job": "work", "home": "household", "meals": "eating"}
"""Activities that the American Time Use Survey counts in the same way: our id, and its id in parameters/time_use.toml."""


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
    average: Annotated[float, Hours("US average", per="week")]
    whom: Annotated[str, Text("Who was surveyed")]


@figure("Compared with the average", table=Beside)
def beside(week: tuple[Use, ...]) -> tuple[Beside, ...]:
    """An average is not a goal. It only shows whether you forgot something."""
    rows = []
    for option in USES:
        mine = [use for use in week if use.use == option.value]
        if mine and option.value in COMPARED:
            counted = survey(COMPARED[option.value])
            hours = sum(hours_of(use) for use in mine)
            rows.append(Beside(option.label, hours, counted["hours"] * DAYS_PER_WEEK, f"{counted['whom']} ({counted['year']})"))
    return tuple(rows)


def cites(inputs: Inputs, day: date) -> Iterator[Value]:
    """The survey values that are compared with the reader's, and the advice on sleep."""
    del day  # they carry their own years
    used = {use.use for use in week_of(inputs)}
    for name in ["sleep-recommended", *(counted for use, counted in COMPARED.items() if use in used)]:
        entry = survey(name)
        hours = entry.get("hours", entry.get("least"))
        since = date(entry["year"], 1, 1)
        yield Value(
            f"time_use.{name}", entry["label"], "hours a day", hours, since, "published", source(entry["source"]), entry.get("note", "")
        )


def sleep_note(outcome: Outcome[Inputs]) -> str:
    """The reader sleeps less than adults are advised to."""
    slept = sum(hours_of(use) for use in week_of(outcome.inputs) if use.use == "sleep")
    if slept == 0 or slept >= SLEEP_ADVISED:
        return ""
    advised = Hours().write(SLEEP_ADVISED)
    return f"You entered {Hours().write(slept)} hours of sleep. Adults need at least {advised}, so look for idle hours elsewhere."
