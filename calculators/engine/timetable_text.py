"""Read and write what someone does over a day, in half hours: "sleep 22:30-6:30, work 9-17"."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from .errors import CodedError, did_you_mean

HALF_HOURS = 48
FREE = ""
"""The activity of a half hour that nothing is written for."""
FIRST_DOUBTFUL, LAST_DOUBTFUL = 2, 25
"""The first and the last half hour whose time, from 1:00 to 12:30, can be one before or after noon."""

_SPAN = re.compile(
    r"(?P<activity>.*?)[\s:]*(?P<start>\d.*?|noon|midnight)\s*(?:[-–—−]|\bto\b|\buntil\b)\s*(?P<end>\d.*|noon|midnight)", re.ASCII
)
_TIME = re.compile(r"(\d{1,2})(?:[:.h](\d{2})?)?\s*(?:([ap])\.?\s?m\.?)?", re.ASCII)
_TWELVE_HOUR = re.compile(r"\d.*m[.\s]*$", re.ASCII)
_WORDS = {"noon": 24, "midnight": 0}


class TimetableError(CodedError):
    """A text that is not a timetable. `code` is not-a-timetable, not-an-activity, not-a-time, not-half-hours, no-time or overlap."""


def read_timetable(text: str, activities: Iterable[str]) -> tuple[str, ...]:
    """Read a timetable.

    Args:
        text: spans like "work 9-17" or "sleep 11pm-7am", separated by commas, semicolons or line breaks. A span may pass midnight, and one
            without a name belongs to the activity before it: "work 9-12, 13-17".
        activities: the names that are known.

    Returns:
        The activity of each of the 48 half hours from midnight; FREE where there is none.

    Raises:
        TimetableError: for the first span that cannot be read, or that overlaps with an earlier one.
    """
    known, day, activity = tuple(activities), [FREE] * HALF_HOURS, FREE
    for span in filter(None, (part.strip() for part in re.split(r"[,;\n]", text.lower()))):
        match = _SPAN.fullmatch(span)
        if match is None:
            raise TimetableError("not-a-timetable", f"“{span[:40]}” is not an activity with its hours. Write it like “work 9-17”.")
        activity = match["activity"].strip() or activity
        if activity not in known:
            names = did_you_mean(activity, known) or f". The activities are: {', '.join(known)}."
            raise TimetableError("not-an-activity", f"“{activity[:40]}” is not an activity here{names}")
        for half_hour in _half_hours(match["start"], match["end"], span):
            if day[half_hour] not in {FREE, activity}:
                raise TimetableError("overlap", f"At {clock(half_hour)} you are down for {day[half_hour]} and for {activity}. Change one.")
            day[half_hour] = activity
    return tuple(day)


def _half_hours(start: str, end: str, span: str) -> list[int]:
    """Return the half hours from a start to an end.

    A time without a.m. or p.m. is on a 24-hour clock if either time needs it ("9-17"); otherwise the shorter span is meant ("9-5", "11-7").
    """
    starts, ends = _readings(start, span), _readings(end, span)
    if not any(_TWELVE_HOUR.search(time) for time in (start, end)) and not len(starts) == len(ends) == 2:
        starts, ends = starts[:1], ends[:1]
    begin, length = min(((a, (b - a) % HALF_HOURS or abs(b - a)) for a in starts for b in ends), key=lambda each: each[1] or HALF_HOURS)
    if not length:
        raise TimetableError("no-time", f"“{span[:40]}” ends when it starts. Write when it ends, like “work 9-17”.")
    return [(begin + offset) % HALF_HOURS for offset in range(length)]


def _readings(text: str, span: str) -> list[int]:
    """Return the half hours after midnight that a time can mean: one, or two for an hour from 1 to 12 without a.m. or p.m."""
    text = text.strip()
    if text in _WORDS:
        return [_WORDS[text]]
    match = _TIME.fullmatch(text)
    hour, minute, half = (int(match[1]), int(match[2] or 0), match[3]) if match else (99, 0, None)
    if hour > 24 or minute > 59 or (hour == 24 and minute) or (half and not 1 <= hour <= 12):
        raise TimetableError("not-a-time", f"“{text[:20]}” in “{span[:40]}” is not a time of the day. Write it like 9, 17:30 or 5:30 pm.")
    if minute % 30:
        raise TimetableError("not-half-hours", f"“{text[:20]}” in “{span[:40]}” is not a full or a half hour. Write the nearest one.")
    at = hour * 2 + minute // 30
    if half:
        return [at % 24 + (24 if half == "p" else 0)]
    return [at, (at + 24) % HALF_HOURS] if 1 <= hour <= 12 else [at]


def write_timetable(day: Sequence[str]) -> str:
    """Write a timetable as `read_timetable` reads it. What passes midnight is one span where that can be read in one way only."""
    runs: list[tuple[str, int, int]] = []
    for activity, group in groupby(day):
        start = runs[-1][2] if runs else 0
        runs.append((activity, start, start + len(list(group))))
    (first, _, end), (last, start, _) = runs[0], runs[-1]
    if len(runs) > 1 and first == last and (start > LAST_DOUBTFUL or end < FIRST_DOUBTFUL):
        runs = [*runs[1:-1], (last, start, end)]
    return ", ".join(f"{activity} {clock(start)}-{clock(end)}" for activity, start, end in runs if activity != FREE)


def clock(half_hours: int) -> str:
    """Write a time, in half hours after midnight, on a 24-hour clock: "9", "17:30"."""
    whole, half = divmod(half_hours, 2)
    return f"{whole}:30" if half else str(whole)
