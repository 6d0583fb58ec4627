"""The inputs of the time audit: typical days or the hours of a week, and the rest that the reader keeps."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from ...engine.fields import Hours, Rate, Rows
from ...engine.validation import FieldError
from .days import DAYS_PER_WEEK, USUAL_WEEK, KindOfDay, added_up, make_a_week
from .usual_weeks import starts
from .weekly_hours import Use, fit_the_week


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """A normal week, and the rest that the reader will not give up. If there are `uses`, the days are not counted."""

    days: Annotated[
        tuple[KindOfDay, ...],
        Rows("Your typical days", of=KindOfDay, item="kind of day", title="name", maximum=DAYS_PER_WEEK, starts=starts()),
    ] = USUAL_WEEK
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
    ] = ()
    give_screens: Annotated[
        float, Rate("Screen time you would give up", hint="The share of it that you would trade for income.", slider=(0, 100, 5))
    ] = 0.3
    rest_floor: Annotated[
        float, Hours("Rest you keep", per="week", hint="Free hours that stay free, whatever they could earn.", slider=(0, 60, 1))
    ] = 10.0


def week_of(inputs: Inputs) -> tuple[Use, ...]:
    """Return the hours a week of each activity."""
    return inputs.uses or added_up(inputs.days, inputs.give_screens)


def fits_the_week(inputs: Inputs) -> Iterator[FieldError]:
    """Require hours or days that make one week."""
    yield from fit_the_week(inputs.uses) if inputs.uses else make_a_week(inputs.days)
