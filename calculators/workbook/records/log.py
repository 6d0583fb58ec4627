"""The log that the reader keeps by hand: a day, what it was, its hours, its miles and its money."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Annotated

from ...engine.fields import Day, Hours, Money, Number, Text, slots
from ...engine.validation import FieldError, validate
from ..statements.entries import LONGEST_USE, Entry

MOST_ENTRIES = 1_000
"""About three years of a line a day."""
FULL = f"The log has {MOST_ENTRIES:,} entries, which is all that fits. Export your workbook, then remove the oldest entries."
TOO_LATE = "That day is still to come, and the log is for what has happened. Choose today or an earlier day."
NOTHING_DONE = "Fill in the hours, the miles or the money, at least one of them."


@dataclass(frozen=True, kw_only=True)
class LogEntry:
    """An entry of the log. The distance is in the reader's own unit."""

    day: Annotated[str, Day("Day")] = ""
    use: Annotated[str, Text("What you did", longest=LONGEST_USE)] = ""
    hours: Annotated[float, Hours("Hours", le=24.0)] = 0.0
    miles: Annotated[float, Number("Miles or kilometers", le=10_000)] = 0.0
    money: Annotated[float, Money("Money in", le=10_000_000)] = 0.0

    @property
    def as_entry(self) -> Entry:
        """The entry as one of a statement."""
        return Entry(date.fromisoformat(self.day), self.use, money=self.money, hours=self.hours, miles=self.miles)


FIELDS = tuple((slot.name, slot.field.label) for slot in slots(LogEntry))
"""The name and the label of each field of an entry."""


def read_typed(raw: Mapping[str, object], today: date) -> tuple[LogEntry | None, list[FieldError]]:
    """Read an entry as typed; an empty box for a number is 0."""
    typed = {name: "0" if name in {"hours", "miles", "money"} and not str(text).strip() else text for name, text in raw.items()}
    entry, errors = validate(LogEntry, typed)
    if entry is None:
        return None, errors
    if not entry.day:
        errors = [FieldError("day", "missing", "Say which day it was.")]
    elif date.fromisoformat(entry.day) > today:
        errors = [FieldError("day", "too-late", TOO_LATE)]
    elif not (entry.hours or entry.miles or entry.money):
        errors = [FieldError("hours", "missing", NOTHING_DONE)]
    return (None, errors) if errors else (entry, [])


def log_of(raw: object) -> list[LogEntry]:
    """Read a kept log. What is no entry is left out."""
    entries = []
    for item in raw[:MOST_ENTRIES] if isinstance(raw, list) else ():
        entry, _ = validate(LogEntry, item) if isinstance(item, Mapping) else (None, [])
        if entry is not None and entry.day:
            entries.append(entry)
    return entries


def as_json(log: list[LogEntry]) -> list[dict[str, object]]:
    """The log as it is kept, oldest day first."""
    return [asdict(entry) for entry in sorted(log, key=lambda entry: entry.day)]
