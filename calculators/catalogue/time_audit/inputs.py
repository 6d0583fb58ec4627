"""The inputs of the time audit: a normal week by part of the day, and the rest that the reader keeps."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from ...engine.fields import Choice, Hours, Option, Rate, Rows
from ...engine.money import write_trimmed
from ...engine.validation import FieldError
from ...shared.periods import HOURS_PER_WEEK

PARTS = ("morning", "afternoon", "evening", "night")
PART_LABELS = ("Morning, 6 to 12", "Afternoon, 12 to 6", "Evening, 6 to midnight", "Night, midnight to 6")
HOURS_PER_PART = HOURS_PER_WEEK / len(PARTS)

USES = (
    Option("sleep", "Sleep"),
    Option("job", "Paid work"),
    Option("travel", "Travel to work"),
    Option("care", "Care for others"),
    Option("home", "Housework and errands"),
    Option("meals", "Meals and washing"),
    Option("study", "Study"),
    Option("health", "Exercise and health"),
    Option("friends", "Friends and family"),
    Option("screens", "Screens and scrolling"),
    Option("faith", "Faith and volunteering"),
    Option("other", "Something else"),
)


@dataclass(frozen=True, kw_only=True)
class Use:
    """An activity, in hours a week for each six-hour part of the day."""

    use: Annotated[str, Choice("Activity", options=USES)] = "other"
    morning: Annotated[float, Hours("Morning", per="week", le=HOURS_PER_PART)] = 0.0
    afternoon: Annotated[float, Hours("Afternoon", per="week", le=HOURS_PER_PART)] = 0.0
    evening: Annotated[float, Hours("Evening", per="week", le=HOURS_PER_PART)] = 0.0
    night: Annotated[float, Hours("Night", per="week", le=HOURS_PER_PART)] = 0.0
    give: Annotated[float, Rate("Share you would give up", hint="How many of these hours you would trade for income.")] = 0.0


EXAMPLE = (
    Use(use="sleep", morning=7, afternoon=0, evening=7, night=38),
    Use(use="job", morning=17, afternoon=23, evening=0, night=0),
    Use(use="travel", morning=3, afternoon=2, evening=2, night=0),
    Use(use="home", morning=4, afternoon=4, evening=5, night=0),
    Use(use="meals", morning=5, afternoon=4, evening=5, night=0),
    Use(use="friends", morning=2, afternoon=4, evening=6, night=1),
    Use(use="screens", morning=0, afternoon=1, evening=13, night=3, give=0.3),
)
"""A made-up week of someone with one job, to be overwritten."""


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """A normal week, and the rest that the reader will not give up."""

    uses: Annotated[
        tuple[Use, ...],
        Rows(
            "Where your week goes",
            of=Use,
            item="activity",
            title="use",
            maximum=24,
            hint="Hours in a normal week. Each part of the day has 42 of them: 6 hours on 7 days.",
        ),
    ] = EXAMPLE
    rest_floor: Annotated[float, Hours("Rest you keep", per="week", hint="Free hours that stay free, whatever they could earn.")] = 10.0


SHOWN = 0.01
"""The least excess that a message shows, so that it never says to remove 0 hours."""


def fits_the_week(inputs: Inputs) -> Iterator[FieldError]:
    """Require at most 42 hours a week in each part of the day."""
    for part, label in zip(PARTS, PART_LABELS, strict=True):
        total = sum(getattr(use, part) for use in inputs.uses)
        if total > HOURS_PER_PART + 1e-9:
            last = max(i for i, use in enumerate(inputs.uses) if getattr(use, part) > 0)
            much, over = write_trimmed(max(HOURS_PER_PART + SHOWN, total), 2), write_trimmed(max(SHOWN, total - HOURS_PER_PART), 2)
            message = f"{label}: your hours add up to {much}, but a week has only {HOURS_PER_PART:.0f} there. Remove {over}."
            yield FieldError(f"uses.{last}.{part}", "too-many-hours", message)
