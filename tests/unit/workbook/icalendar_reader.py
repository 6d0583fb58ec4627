"""A strict reader of the calendar files that are written here, from RFC 5545 alone: it refuses what a calendar program might."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

LINE = re.compile(r"(?P<name>[A-Z-]+)(?P<parameters>(?:;[A-Z-]+=[^\";:,]+)*):(?P<value>.*)", re.DOTALL)
TEXT = re.compile(r"(?:[^\\;,\x00-\x08\x0a-\x1f\x7f]|\\[\\;,nN])*")
ONCE = {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "TRANSP", "TRIGGER", "ACTION"}


@dataclass
class Component:
    """A component: its properties by name, each once, and the components inside."""

    kind: str
    properties: dict[str, str] = field(default_factory=dict)
    inside: list[Component] = field(default_factory=list)

    def day(self, name: str) -> date:
        text = self.properties[f"{name};VALUE=DATE"]
        assert re.fullmatch(r"\d{8}", text)
        return date(int(text[:4]), int(text[4:6]), int(text[6:]))

    def text(self, name: str) -> str:
        assert TEXT.fullmatch(self.properties[name])
        return re.sub(r"\\(.)", lambda escape: "\n" if escape[1] in "nN" else escape[1], self.properties[name])


def content_lines(text: str) -> list[str]:
    """The unfolded lines (section 3.1)."""
    assert text.endswith("\r\n")
    physical = text.removesuffix("\r\n").split("\r\n")
    assert not any("\r" in line or "\n" in line for line in physical)
    assert max(len(line.encode()) for line in physical) <= 75
    lines: list[str] = []
    for line in physical:
        if line.startswith(" "):
            lines[-1] += line[1:]
        else:
            lines.append(line)
    return lines


def read_calendar(text: str) -> Component:
    """Parse a calendar with events and their alarms (section 3.6), and check what is required of each."""
    root = Component("")
    stack = [root]
    for line in content_lines(text):
        match = LINE.fullmatch(line)
        assert match, line
        name, value = match["name"], match["value"]
        if name == "BEGIN":
            stack.append(Component(value))
        elif name == "END":
            done = stack.pop()
            assert done.kind == value
            stack[-1].inside.append(done)
        else:
            assert f"{name}{match['parameters']}" not in stack[-1].properties
            stack[-1].properties[name + match["parameters"]] = value
    assert stack == [root]
    (calendar,) = root.inside
    assert calendar.kind == "VCALENDAR"
    assert calendar.properties["VERSION"] == "2.0"
    assert calendar.properties["PRODID"]
    assert calendar.properties["METHOD"] == "PUBLISH"
    for event in calendar.inside:
        assert event.kind == "VEVENT"
        assert {"UID", "DTSTAMP", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE", "SUMMARY"} <= set(event.properties)
        assert re.fullmatch(r"\d{8}T\d{6}Z", event.properties["DTSTAMP"])
        assert (event.day("DTEND") - event.day("DTSTART")).days == 1
        for alarm in event.inside:
            assert alarm.kind == "VALARM"
            assert set(alarm.properties) == {"ACTION", "TRIGGER", "DESCRIPTION"}
    identifiers = [event.properties["UID"] for event in calendar.inside]
    assert len(set(identifiers)) == len(identifiers)
    return calendar
