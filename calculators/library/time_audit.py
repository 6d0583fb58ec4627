"""Time audit: Where do your week's 168 hours go, and which idle ones could earn? Written by pipeline/typed_library.py; do not edit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal, TypedDict, Unpack

from .answer import Answer, answer

if TYPE_CHECKING:
    from ..catalogue.time_audit.survey import Beside
    from ..catalogue.time_audit.weekly_hours import Use


class KindOfDayInput(TypedDict, total=False):
    """One entry of a list of inputs."""

    name: str  # Kind of day
    times: int  # Days a week; 1 if left out
    hours: str  # What you do when


class UseInput(TypedDict, total=False):
    """One entry of a list of inputs."""

    use: Literal["sleep", "job", "travel", "care", "home", "meals", "study", "health", "friends", "screens", "faith", "other"]
    morning: float  # Morning, 6–12, hours a week; 0 if left out
    afternoon: float  # Afternoon, 12–6, hours a week; 0 if left out
    evening: float  # Evening, 6–12, hours a week; 0 if left out
    night: float  # Night, 12–6, hours a week; 0 if left out
    give: float  # Share you would give up, a fraction; 0.0 if left out


class TimeAuditInputs(TypedDict, total=False):
    """The inputs of `time_audit`."""

    days: Sequence[KindOfDayInput]  # Your typical days
    uses: Sequence[UseInput]  # Where your week goes
    give_screens: float  # Screen time you would give up, a fraction; 0.3 if left out
    rest_floor: float  # Rest you keep, hours a week; 10 if left out


@dataclass(frozen=True, kw_only=True)
class TimeAudit(Answer):
    """The figures of `time_audit`."""

    week: tuple[Use, ...]  # Your week by activity
    part_used: tuple[float, ...]  # Spoken for, hours a week
    part_left: tuple[float, ...]  # Not accounted for, hours a week
    part_given: tuple[float, ...]  # You would give up, hours a week
    part_open: tuple[float, ...]  # Open, hours a week
    hours_used: float  # Hours accounted for, hours a week
    unaccounted: float  # Hours unaccounted for, hours a week
    open_hours: float  # Open hours, hours a week
    leverage_hours: float  # Idle hours you could leverage, hours a week
    leverage_year: float  # Idle hours in a year, hours a year
    part_leverage: tuple[float, ...]  # Could be leveraged, hours a week
    part_rest: tuple[float, ...]  # Kept for rest, hours a week
    beside: tuple[Beside, ...]  # Compared with the average


def time_audit(*, as_of: date | None = None, **inputs: Unpack[TimeAuditInputs]) -> TimeAudit:
    """Where do your week's 168 hours go, and which idle ones could earn? Raise InputError with one error for each refused input."""
    return answer("time-audit", inputs, as_of, TimeAudit)
