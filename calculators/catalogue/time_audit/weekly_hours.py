"""The hours a week of each activity, by part of the day."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from ...engine.fields import Choice, Hours, Option, Rate
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
    morning: Annotated[float, Hours("Morning, 6–12", per="week", le=HOURS_PER_PART)] = 0.0
    afternoon: Annotated[float, Hours("Afternoon, 12–6", per="week", le=HOURS_PER_PART)] = 0.0
    evening: Annotated[float, Hours("Evening, 6–12", per="week", le=HOURS_PER_PART)] = 0.0
    night: Annotated[float, Hours("Night, 12–6", per="week", le=HOURS_PER_PART)] = 0.0
    give: Annotated[float, Rate("Share you would give up", hint="How many of these hours you would trade for income.")] = 0.0


SHOWN = 0.01
"""The least excess that a message shows, so that it never says to remove 0 hours."""


def fit_the_week(uses: tuple[Use, ...]) -> Iterator[FieldError]:
    """Require at most 42 hours a week in each part of the day."""
    for part, label in zip(PARTS, PART_LABELS, strict=True):
        total = sum(getattr(use, part) for use in uses)
        if total > HOURS_PER_PART + 1e-9:
            last = max(i for i, use in enumerate(uses) if getattr(use, part) > 0)
            much, over = write_trimmed(max(HOURS_PER_PART + SHOWN, total), 2), write_trimmed(max(SHOWN, total - HOURS_PER_PART), 2)
            message = f"{label}: your hours add up to {much}, but a week has only {HOURS_PER_PART:.0f} there. Remove {over}."
            yield FieldError(f"uses.{last}.{part}", "too-many-hours", message)
