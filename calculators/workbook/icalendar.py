"""A calendar file with all-day events, in the format that calendar programs import (RFC 5545)."""

import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

MAKER = "-//Ultimate Gig//Calendar//EN"
LONGEST_LINE = 75
"""Octets of a line, without its end (section 3.1)."""

_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_UNPRINTABLE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True)
class Event:
    """An all-day event. `notice` is how many days before it the program reminds of it; 0 for no reminder."""

    day: date
    title: str
    text: str
    notice: int = 0


def write_calendar(name: str, events: Iterable[Event], now: datetime) -> str:
    """Write a calendar.

    Args:
        name: of the calendar, which many programs show.
        events: in any order. The same event gets the same identifier each time, so that importing it again adds nothing.
        now: the time of writing, in UTC.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{MAKER}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", f"X-WR-CALNAME:{_text(name)}"]
    for event in events:
        lines += _event_lines(event, now)
    return "".join(f"{part}\r\n" for line in [*lines, "END:VCALENDAR"] for part in _folded(line))


def _event_lines(event: Event, now: datetime) -> Iterator[str]:
    identifier = zlib.crc32(f"{event.title}\n{event.text}".encode("utf-8", "replace"))
    yield "BEGIN:VEVENT"
    yield f"UID:{event.day:%Y%m%d}-{identifier:08x}@ultimate-gig"
    yield f"DTSTAMP:{now:%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}"  # the end is the first day after the event
    yield f"SUMMARY:{_text(event.title)}"
    yield f"DESCRIPTION:{_text(event.text)}"
    yield "TRANSP:TRANSPARENT"  # the day counts as free
    if event.notice:
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"TRIGGER:-P{event.notice}D", f"DESCRIPTION:{_text(event.title)}", "END:VALARM")
    yield "END:VEVENT"


def _text(text: str) -> str:
    """Escape a text value; control characters are left out (section 3.3.11)."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNPRINTABLE.sub("", lines).translate(_ESCAPED)


def _folded(line: str) -> Iterator[str]:
    """Split a line after at most LONGEST_LINE octets, between characters; each further part begins with a space."""
    part, size = "", 0
    for character in line:
        octets = len(character.encode())
        if size + octets > LONGEST_LINE:
            yield part
            part, size = " ", 1
        part += character
        size += octets
    yield part
